// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"
#include "app/http/http_message.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace acx {

/// Stands between any text and log, message, tooltip or export. It removes values by the name beside them (header,
/// query, form, JSON at any depth and nested as text), JWTs wherever they are, and the known secret values themselves
/// in plain, percent-encoded, base64 and JSON-escaped form.
class Redactor final
{
public:
    Redactor() = default;
    explicit Redactor(QList<Secret> known);

    void addKnown(const Secret &secret);
    [[nodiscard]] QString text(const QString &text) const;
    [[nodiscard]] QByteArray bytes(const QByteArray &bytes) const;
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
