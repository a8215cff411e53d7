// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/profile_text.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace acx {

QString keyText(const Profile &profile)
{
    QStringList parts;
    parts += profile.keyName.isEmpty() ? QCoreApplication::translate("acx", "key without a name")
                                       : QCoreApplication::translate("acx", "key “%1”").arg(profile.keyName);
    if (profile.keyCreatedAt.isValid())
        parts += QCoreApplication::translate("acx", "created %1").arg(dayText(profile.keyCreatedAt));
    if (profile.lastUsedAt.isValid())
        parts += QCoreApplication::translate("acx", "used %1").arg(dayText(profile.lastUsedAt));
    return parts.join(u" · "_s);
}

QString dayText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().date(), u"d MMM yyyy"_s);
}

TokenKind usualKindOf(const Profile &profile, const DeploymentCatalog &deployments)
{
    const Deployment &deployment = deployments.get(profile.deployment);
    const Endpoints urls = resolveEndpoints(deployment, profile.region, profile.overrides).value_or(profile.overrides);
    for (const TokenKind kind : deployment.tokenKinds) {
        const bool lacksClient = kind == TokenKind::Platform && profile.clientId.isEmpty();
        if (!urls.tokenBase(kind).isEmpty() && !lacksClient)
            return kind;
    }
    return deployment.usualTokenKind();
}

} // namespace acx
