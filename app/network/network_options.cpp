// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/network_options.h"

#include <QFile>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr QLatin1StringView modeKey("proxy/mode");
constexpr QLatin1StringView hostKey("proxy/host");
constexpr QLatin1StringView portKey("proxy/port");
constexpr QLatin1StringView userKey("proxy/user");
constexpr QLatin1StringView authoritiesKey("tls/authorities");

QString textOf(ProxySettings::Mode mode)
{
    switch (mode) {
    case ProxySettings::Mode::None:
        return u"none"_s;
    case ProxySettings::Mode::Http:
        return u"http"_s;
    case ProxySettings::Mode::Socks5:
        return u"socks5"_s;
    case ProxySettings::Mode::System:
        break;
    }
    return u"system"_s;
}

ProxySettings::Mode modeFromText(const QString &text)
{
    if (text == "none"_L1)
        return ProxySettings::Mode::None;
    if (text == "http"_L1)
        return ProxySettings::Mode::Http;
    return text == "socks5"_L1 ? ProxySettings::Mode::Socks5 : ProxySettings::Mode::System;
}

} // namespace

NetworkOptions NetworkOptions::read(const QSettings &settings)
{
    NetworkOptions options;
    options.proxy.mode = modeFromText(settings.value(modeKey).toString());
    options.proxy.host = settings.value(hostKey).toString();
    options.proxy.port = quint16(std::clamp(settings.value(portKey).toInt(), 0, 65535));
    options.proxy.user = settings.value(userKey).toString();
    options.authorityFiles = settings.value(authoritiesKey).toStringList();
    return options;
}

NetworkOptions NetworkOptions::readFile(const QString &path)
{
    return QFile::exists(path) ? read(QSettings(path, QSettings::IniFormat)) : NetworkOptions();
}

QMap<QString, QVariant> NetworkOptions::values() const
{
    return {{modeKey, textOf(proxy.mode)},
            {hostKey, proxy.host},
            {portKey, int(proxy.port)},
            {userKey, proxy.user},
            {authoritiesKey, authorityFiles}};
}

bool isSameProxy(const ProxySettings &a, const ProxySettings &b)
{
    return a.mode == b.mode && a.host == b.host && a.port == b.port && a.user == b.user;
}

} // namespace acx
