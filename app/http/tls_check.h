// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/http/pinning.h"

#include <QDateTime>
#include <QList>
#include <QSslCertificate>
#include <QSslError>
#include <QUrl>

#include <optional>

namespace acx {

/// True if a subject alternative name of the certificate covers the host (RFC 6125: a wildcard stands for one whole
/// label, the leftmost). Qt 6.4 also accepts a matching common name, which no authority vouches for today.
[[nodiscard]] bool namesHost(const QSslCertificate &certificate, const QString &host);

[[nodiscard]] Error wrongNameError(const QSslCertificate &certificate, const QUrl &url);
/// What a server said by an alert, or nginx by its answer, about the person's own certificate; none if `text` is about
/// something else.
[[nodiscard]] std::optional<Error> clientCertificateError(const QUrl &url, const QString &text);
/// A certificate was pinned for this host and port, and another one that nobody vouches for was shown.
[[nodiscard]] Error changedCertificateError(const QUrl &url);
/// What to do about a certificate that a pin could make trusted.
[[nodiscard]] QString trustNextStep();
/// What to do about one that none may make trusted; `usual` is the advice for its fault.
[[nodiscard]] QString obstacleNextStep(PinObstacle obstacle, const QString &usual);
/// What to tell a person when the handshake failed. `now` is this computer's time, `text` the library's words.
[[nodiscard]] Error handshakeError(const QList<QSslError> &errors, const QUrl &url, const QDateTime &now,
                                   const QString &text);

} // namespace acx
