// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/explorer/request_draft.h"

#include <chrono>

namespace acx {

class Context;

/// What `acx call` was asked to send.
struct CallRequest
{
    RequestDraft draft;
    QString operationId; ///< empty = given as method and path
    QString title;       ///< of the operation
    std::chrono::milliseconds deadline{120'000}; ///< for everything, token exchange included
};

/// Method, target, headers, data, kind and deadline from the command line. InvalidInput names what does not fit.
[[nodiscard]] Result<CallRequest> readCallRequest(Context &context);

/// Headers, data, kind and deadline alone, for a request whose method and target come from elsewhere.
[[nodiscard]] Result<CallRequest> readCallOptions(Context &context);
/// Accept and, with a body, Content-Type, where they are not given.
void addUsualHeaders(RequestDraft &draft);

} // namespace acx
