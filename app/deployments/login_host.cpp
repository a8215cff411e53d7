// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/deployments/endpoints.h"

#include <QHostAddress>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QUrl httpsUrl(const QString &host)
{
    QUrl url;
    url.setScheme(u"https"_s);
    url.setHost(host);
    return url;
}

} // namespace

// Source: how IBM's v5 command line finds its login service, measured against a local server. Two faults of it are left
// out: it also removes "apimanager" in the middle of a name, and does not know a host that carries its port.
QUrl proposedLoginUrl(const QUrl &managementUrl)
{
    static const QStringList domains = {
        u"apiconnect.ibmcloud.com"_s, u"apiconnect.cloud.ibm.com"_s,  u"apiconnect.test.cloud.ibm.com"_s,
        u"apim.ibmcloud.com"_s,       u"cumulus.apim.ibmcloud.com"_s, u"stratus.apim.ibmcloud.com"_s,
    };
    static const QStringList regions = {u"us"_s,       u"eu"_s,      u"au"_s,     u"ca"_s,     u"ap"_s,
                                        u"us-south"_s, u"us-east"_s, u"eu-gb"_s,  u"eu-de"_s,  u"au-syd"_s,
                                        u"hogan"_s,    u"poyle"_s,   u"sagami"_s, u"gothics"_s};
    QString host = managementUrl.host(QUrl::FullyEncoded).toLower();
    if (host.isEmpty() || !QHostAddress(host).isNull())
        return {};
    constexpr QLatin1StringView prefix("apimanager.");
    if (host.startsWith(prefix))
        host.remove(0, prefix.size());
    const QString region = host.section(u'.', 0, 0);
    const QString domain = host.section(u'.', 1);
    if (domains.contains(domain))
        return regions.contains(region) ? httpsUrl("login.service."_L1 + region + u'.' + domain)
                                        : httpsUrl(u"login.service.us-south.apiconnect.cloud.ibm.com"_s);
    // A proposal directly below a top-level domain would be the host of a stranger.
    return domain.contains(u'.') ? httpsUrl("login-service-apiconnect."_L1 + domain) : QUrl();
}

} // namespace acx
