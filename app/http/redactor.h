// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"
#include "app/http/http_message.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace acx {

/// Stands between any text and log, message, tooltip or export. It removes values by the name beside them (header,
/// query, form, multipart form, YAML, XML, JSON at any depth and nested as text), JWTs wherever they are, and the known
/// secret values themselves in plain, percent-encoded, base64 and JSON-escaped form. The time it takes is in proportion
/// to the text.
class Redactor final
{
public:
    Redactor() = default;
    explicit Redactor(QList<Secret> known);

    void addKnown(const Secret &secret);
    [[nodiscard]] QString text(const QString &text) const;
    [[nodiscard]] QByteArray bytes(const QByteArray &bytes) const;
    /// What becomes of the first `length` bytes. The rest is read for secrets that reach into it, so that none is left
    /// in half where a text is cut off.
    [[nodiscard]] QByteArray beginning(const QByteArray &bytes, qsizetype length) const;
    /// The URL as text, with user info and secret query values replaced.
    [[nodiscard]] QString url(const QUrl &url) const;
    /// Header values that are secret by name or by content are replaced.
    [[nodiscard]] HttpHeaders headers(const HttpHeaders &headers) const;

    [[nodiscard]] static bool isSecretHeader(QByteArrayView name);
    /// What stands in place of a removed value.
    [[nodiscard]] static QString placeholder();

private:
    QList<Secret> m_known;
};

} // namespace acx
