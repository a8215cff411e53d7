// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/trust.h"

#include <QSslError>
#include <QUrl>

#include <optional>

namespace acx {

/// True if every error says no more than that nobody vouches for the certificate.
[[nodiscard]] bool onlyUnvouched(const QList<QSslError> &errors);

/// Why no pin may make a certificate trusted.
enum class PinObstacle {
    OtherFault, ///< verification found more than that nobody vouches for it, or nothing at all
    Protected,  ///< the host is a protected one, or it is not known which ones are
    OutOfDate,
    WrongName,
    NotForServers,
    Weak,
};

/// None if a pin may make `leaf` trusted for this URL: `errors` are onlyUnvouched(), and the certificate itself is one
/// for servers, of today, for this very host, and strong. OpenSSL does not check all of that once a chain has failed.
[[nodiscard]] std::optional<PinObstacle> pinObstacle(const QSslCertificate &leaf, const QList<QSslError> &errors,
                                                     const TrustSettings &trust, const QUrl &url, const QDateTime &now);

/// The pin for exactly this host and port; nullptr if there is none.
[[nodiscard]] const CertificatePin *pinFor(const TrustSettings &trust, const QUrl &url);
[[nodiscard]] const ClientCertificate *clientFor(const TrustSettings &trust, const QUrl &url);

/// RSA below 2048, elliptic curves below 256, a signature by SHA-1 or MD5.
[[nodiscard]] bool isStrong(const QSslCertificate &certificate);

} // namespace acx
