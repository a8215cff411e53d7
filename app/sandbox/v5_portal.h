// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/v5_answers.h"

namespace acx::sandbox {

/// /v1/portal: what application developers see. The header X-IBM-APIManagement-Context names the catalog;
/// {portalOrg} and {portalApp} are found in it before the handler runs.
void addPortal(Router &router, State &state, const QByteArray &method, const QByteArray &tail, V5Handler handler);
[[nodiscard]] QString portalUrl(const Scope &scope, const QString &tail);

void addPortalApps(Router &router, State &state);

} // namespace acx::sandbox
