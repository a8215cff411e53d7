// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/host_and_port.h"

#include "app/http/http_message.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace acx {

Result<HostAndPort> readHostAndPort(const QString &text)
{
    QString rest = text.trimmed();
    if (rest.startsWith("https://"_L1, Qt::CaseInsensitive))
        rest = rest.sliced(8);
    if (rest.endsWith(u'/'))
        rest.chop(1);
    const QUrl url(u"https://"_s + rest, QUrl::StrictMode);
    const Origin origin = Origin::of(url);
    const bool isAlone = url.path().isEmpty() && !url.hasQuery() && !url.hasFragment() && url.userInfo().isEmpty() &&
                         !rest.contains(u'@') && !rest.contains(u'/');
    if (!url.isValid() || origin.host.isEmpty() || !isAlone || origin.port < 1)
        return fail(ErrorKind::InvalidInput,
                    QCoreApplication::translate("acx", "“%1” is not a host with or without a port.").arg(text),
                    QCoreApplication::translate("acx", "Write it as gateway.example.com or gateway.example.com:9443."));
    return HostAndPort{origin.host, quint16(origin.port)};
}

QString hostAndPortText(const QString &host, quint16 port)
{
    return (host.contains(u':') ? u"[%1]:%2"_s : u"%1:%2"_s).arg(host).arg(port);
}

} // namespace acx
