// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/http/pinning.h"
#include "app/http/trust.h"

#include <QSslError>
#include <QUrl>

#include <optional>

namespace acx {

/// Decides about the certificate of one connection. Qt verifies; this adds the one exception, a pin, and what Qt does
/// not check.
class PeerCheck final
{
public:
    /// `trust` is what holds when the connection is made; `now` is this computer's time.
    PeerCheck(const TrustSettings &trust, const QUrl &url, const QDateTime &now);

    /// Takes what verification found. Returns the errors that a pin of this very certificate makes expected: all of
    /// them, or none.
    [[nodiscard]] QList<QSslError> expected(const QSslCertificate &leaf, const QList<QSslError> &errors);

    /// Called when the connection is encrypted, before any byte of the request leaves: why it is not used after all.
    [[nodiscard]] std::optional<Error> problem(const QSslCertificate &leaf) const;

    /// Why the handshake failed. `text` is the library's words.
    [[nodiscard]] Error error(const QString &text) const;
    /// What a pin would make trusted; none if nothing was refused or no pin may.
    [[nodiscard]] const std::optional<RefusedCertificate> &refused() const { return m_refused; }

private:
    TrustSettings m_trust;
    QUrl m_url;
    QDateTime m_now;
    QList<QSslError> m_errors;
    std::optional<CertificatePin> m_used;
    std::optional<RefusedCertificate> m_refused;
    std::optional<PinObstacle> m_obstacle;
    bool m_isChanged = false; ///< another certificate than the pinned one
};

} // namespace acx
