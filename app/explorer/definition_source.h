// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/definition_library.h"

namespace acx {

class DeploymentCatalog;
class ProfileService;
class RequestSender;

/// Asks for an answer as the explorer does: with the token of the profile that it came by, and only at a URL that
/// belongs to that profile. All must outlive what is returned.
[[nodiscard]] std::function<QFuture<Result<ResponseBody>>(const AnswerSource &, const OpenOptions &)>
askThroughProfiles(RequestSender &sender, ProfileService &profiles, const DeploymentCatalog &deployments);

/// The body of a successful answer; otherwise ServiceRefused or ServiceFault with its status, or what cut it short.
[[nodiscard]] Result<ResponseBody> successfulBody(const HttpResponse &response);

} // namespace acx
