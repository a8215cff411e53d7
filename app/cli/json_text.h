// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/deployments/endpoints.h"
#include "app/json/json_value.h"
#include "app/profiles/profile.h"

#include <QDateTime>
#include <QStringList>

namespace acx {

// The pieces of which listings are made with --json.

/// A JSON string, or null for an empty text.
[[nodiscard]] JsonValue textOrNull(const QString &text);
[[nodiscard]] JsonValue stringsJson(const QStringList &texts);
/// ISO 8601 in UTC, or null.
[[nodiscard]] JsonValue timeJson(const QDateTime &time);
/// api_url, login_url, iam_url, platform_url; null where there is none.
[[nodiscard]] QList<JsonValue::Member> endpointMembers(const Endpoints &endpoints);
/// A profile with the URLs it stands for.
[[nodiscard]] JsonValue profileJson(const Profile &profile, const Endpoints &endpoints);

} // namespace acx
