// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/json_index.h"
#include "app/response/response_body.h"
#include "ui/explorer/text_lines.h"

#include <functional>

namespace acx {

/// What is to be shown as text.
struct TextOrder
{
    ResponseBody body;
    QByteArray contentType; ///< its charset counts
    JsonIndexPtr pretty;    ///< null = as received
};

/// Text that is ready to be shown.
struct PreparedText
{
    ResponseBody body; ///< as received, as UTF-8 if it was declared otherwise, or laid out anew
    TextLines lines;
    /// Up to 1 MB of valid UTF-8 without a line over 64 KB: what QScintilla shows without a stall (73 MB stall it for
    /// half a second, one line of 50 MB for 24 s).
    bool isSmall = false;
};

/// May take a while: for a thread of its own. Errors: Cancelled (`goOn` said no), Disk.
[[nodiscard]] Result<PreparedText> prepareText(const TextOrder &order, const std::function<bool()> &goOn);

} // namespace acx
