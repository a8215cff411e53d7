// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/http_message.h"

#include <QString>

namespace acx {

/// What an error body says, in whatever shape it came. Not redacted yet.
struct ServiceErrorBody
{
    QString code;
    QString text;    ///< in the service's own words; the first line of a body that is not JSON
    QString details; ///< more of the same, if the shape has a place for it
    QString requestId;
};

[[nodiscard]] ServiceErrorBody readServiceErrorBody(const HttpResponse &response);

} // namespace acx
