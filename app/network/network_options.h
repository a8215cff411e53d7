// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/http_client.h"

#include <QMap>
#include <QStringList>
#include <QVariant>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace acx {

/// How this computer reaches the services, as the person set it. Window and `acx` read it from the same settings file.
struct NetworkOptions
{
    ProxySettings proxy;        ///< without the password
    QStringList authorityFiles; ///< PEM files with certificate authorities to trust in addition

    [[nodiscard]] static NetworkOptions read(const QSettings &settings);
    /// Of the file at `path`; the defaults where there is none.
    [[nodiscard]] static NetworkOptions readFile(const QString &path);
    /// As they stand in the file.
    [[nodiscard]] QMap<QString, QVariant> values() const;

    /// Name of the proxy password's entry in the SecretStore.
    static constexpr char proxyPasswordEntry[] = "proxy/password";
};

/// Passwords apart.
[[nodiscard]] bool isSameProxy(const ProxySettings &a, const ProxySettings &b);

} // namespace acx
