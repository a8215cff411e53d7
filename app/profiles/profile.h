// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/deployments/deployment.h"

#include <QDateTime>
#include <QString>
#include <QUuid>

namespace acx {

/// Optional settings of the IAM exchange.
struct IamSettings
{
    QStringList scopes; ///< sent joined by a blank; none = not sent
    QString tenant;     ///< IBM-Cloud-Tenant header; empty = not sent
    bool operator==(const IamSettings &) const = default;
};

/// A name, a deployment, a region and a reference to a secret. Holds no secret.
struct Profile
{
    QUuid id;
    QString name;
    QString colour; ///< "#rrggbb"
    DeploymentKind deployment = DeploymentKind::Custom;
    QString region;      ///< a label as findRegion() takes it; empty where there are none
    Endpoints overrides; ///< the person's own URLs; empty members = the deployment's
    IamSettings iam;
    QString clientId;          ///< of the platform API; its secret lies in the store
    bool singleUseKey = false; ///< the key may be good for one exchange only: never tried for a test
    bool readOnly = false;     ///< requests that could change something are refused (see prepare())
    bool sessionOnly = false;  ///< the key lies in memory, not in the keychain; such a profile is not written to disk
    // About the key, none of it secret:
    QString keyName;
    QDateTime keyCreatedAt;
    QByteArray keyFingerprint; ///< see KeyFingerprint; empty if unknown
    QDateTime lastUsedAt;

    bool operator==(const Profile &) const = default;
};

/// Names of a profile's entries in the SecretStore.
[[nodiscard]] QString apiKeyEntry(const QUuid &profile);
[[nodiscard]] QString clientSecretEntry(const QUuid &profile);

/// InvalidInput when the name is empty, longer than 100 characters or holds control characters.
[[nodiscard]] Result<QString> readProfileName(const QString &typed);

} // namespace acx
