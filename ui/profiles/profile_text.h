// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/deployments/deployment.h"
#include "app/profiles/profile.h"

#include <QString>

namespace acx {

/// "key “ci-pipeline” · created 14 Sep 2026 · used 20 Nov 2026"
[[nodiscard]] QString keyText(const Profile &profile);
/// "14 Sep 2026", in the person's language and time zone.
[[nodiscard]] QString dayText(const QDateTime &time);
/// The token that this profile usually asks for: the first of its deployment's that it has a URL and a client for.
[[nodiscard]] TokenKind usualKindOf(const Profile &profile, const DeploymentCatalog &deployments);

} // namespace acx
