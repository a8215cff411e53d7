// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/history_entry.h"
#include "app/explorer/request_state.h"
#include "ui/widgets/controls.h"

#include <QString>

namespace acx {

// An entry of the history in words.

/// The operation's title, else the path.
[[nodiscard]] QString titleOf(const HistoryRow &row);
/// Path and query of the URL as kept; the URL itself if it has no path.
[[nodiscard]] QString pathOf(const HistoryRow &row);
[[nodiscard]] QString hostOf(const HistoryRow &row);
/// "200", or "no answer".
[[nodiscard]] QString statusOf(const HistoryRow &row);
/// Whose colour the status has: green for 2xx, amber for 3xx and 4xx, red for 5xx and no answer.
[[nodiscard]] TagKind statusKind(const HistoryRow &row);
/// "21:52:59" today, "yesterday 21:52:59", else with the date.
[[nodiscard]] QString timeOf(const QDateTime &utc, const QDateTime &now);
/// Time, size, duration and profile with dots between them.
[[nodiscard]] QString factsOf(const HistoryRow &row, const QDateTime &now);
/// Why a body is not there in whole; empty if it is.
[[nodiscard]] QString keptText(KeptBody kept, qint64 size);
/// What has to be filled in before the opened request can be sent; empty if nothing has.
[[nodiscard]] QString missingText(const HistoryEntry &entry, const RequestState &state);
/// The request as it was filled in; if that is not known, a free request with the same kind of token, and without
/// header lines and bodies that were not kept whole.
[[nodiscard]] RequestState requestOf(const HistoryEntry &entry);

} // namespace acx
