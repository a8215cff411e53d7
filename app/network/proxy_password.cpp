// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/proxy_password.h"

#include "app/network/host_and_port.h"

#include <openssl/crypto.h>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr char separator = '\n'; ///< which no line that a person types has

QByteArray nameOf(const ProxySettings &proxy)
{
    const QString kind = proxy.mode == ProxySettings::Mode::Socks5 ? u"socks5"_s : u"http"_s;
    return u"%1 %2 %3"_s.arg(kind, hostAndPortText(proxy.host, proxy.port), proxy.user).toUtf8();
}

} // namespace

Secret keptProxyPassword(const ProxySettings &proxy)
{
    QByteArray whole = nameOf(proxy) + separator + proxy.password.reveal();
    Secret kept(whole);
    OPENSSL_cleanse(whole.data(), size_t(whole.size()));
    return kept;
}

Secret proxyPasswordOf(const Secret &kept, const ProxySettings &proxy)
{
    const QByteArray whole = kept.reveal();
    const qsizetype end = whole.indexOf(separator);
    if (end < 0)
        return kept;
    if (QByteArrayView(whole).first(end) != nameOf(proxy))
        return {};
    return Secret(QByteArray::fromRawData(whole.constData() + end + 1, whole.size() - end - 1));
}

} // namespace acx
