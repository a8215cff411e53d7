// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/http_message.h"

namespace acx {

/// What is done with an answer whose status and headers have arrived.
struct RedirectStep
{
    enum class Action {
        Answer, ///< no redirect, or one that is handed back; `error` says why it was not followed, if it might have
                ///< been
        Follow, ///< ask `target` next
        Fail,   ///< `error` is the outcome
    };
    Action action = Action::Answer;
    QUrl target;
    std::optional<Error> error;
};

[[nodiscard]] RedirectStep redirectStep(const HttpRequest &request, const HttpResponse &response);

} // namespace acx
