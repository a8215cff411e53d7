// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http_message.h"

#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

HttpHeaders::const_iterator find(const HttpHeaders &headers, QByteArrayView name)
{
    return std::ranges::find_if(headers, [name](const HttpHeader &header) {
        return QByteArrayView(header.name).compare(name, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

QByteArray headerValue(const HttpHeaders &headers, QByteArrayView name)
{
    const auto it = find(headers, name);
    return it == headers.cend() ? QByteArray() : it->value;
}

bool hasHeader(const HttpHeaders &headers, QByteArrayView name)
{
    return find(headers, name) != headers.cend();
}

Origin Origin::of(const QUrl &url)
{
    Origin origin;
    origin.scheme = url.scheme().toLower();
    origin.host = url.host(QUrl::FullyEncoded).toLower();
    if (origin.host.endsWith(u'.'))
        origin.host.chop(1);
    const int standard = origin.scheme == "https"_L1 ? 443 : origin.scheme == "http"_L1 ? 80 : 0;
    origin.port = url.port(standard);
    return origin;
}

QString Origin::toString() const
{
    const QString name = host.contains(u':') && !host.startsWith(u'[') ? u'[' + host + u']' : host;
    const bool standard = (scheme == "https"_L1 && port == 443) || (scheme == "http"_L1 && port == 80) || port == 0;
    return standard ? u"%1://%2"_s.arg(scheme, name) : u"%1://%2:%3"_s.arg(scheme, name).arg(port);
}

bool isLoopbackHost(const QString &host)
{
    QString name = host.toLower();
    if (name.startsWith(u'[') && name.endsWith(u']'))
        name = name.sliced(1, name.size() - 2);
    return name == "localhost"_L1 || QHostAddress(name).isLoopback();
}

} // namespace acx
