// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/visible_text.h"
#include "app/json/json_index.h"
#include "app/response/response_body.h"

#include <QString>

namespace acx {

/// "73.0 MB"
[[nodiscard]] QString sizeText(qint64 bytes);
/// Writes the body to a file of 0600 that replaces an old one only when it is complete.
[[nodiscard]] Status saveBody(const ResponseBody &body, const QString &path);
/// The same for a JSON body, laid out over several lines, every name and scalar as it came.
[[nodiscard]] Status savePretty(const JsonIndex &index, const QString &path);

} // namespace acx
