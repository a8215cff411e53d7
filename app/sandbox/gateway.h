// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/exchange.h"
#include "app/sandbox/state.h"

namespace acx::sandbox {

/// Answers a call of a published API: /gateway/{org}/{catalog}/{base path of the API}/…. What it answers follows from
/// the API's own definition: lists, their items, and what callers add, change and delete there. Draft APIs answer at a
/// catalog that deploys by itself. It asks for the client id and secret that the definition demands, which are those of
/// an app in that catalog. Nothing for other paths.
[[nodiscard]] std::optional<Response> gatewayAnswer(const Request &request, State &state);

/// The definition of an API in a catalog as it is handed out, with the gateway's address in x-ibm-endpoints.
[[nodiscard]] QJsonObject publishedDocument(const Company &company, const Entity &api, const QByteArray &origin);

} // namespace acx::sandbox
