// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/draft_store.h"

namespace acx {

/// What a file of drafts says. `damage` is empty when all of it could be read; else it says what was wrong, and
/// `drafts` holds the tabs that could be read all the same.
struct DraftFileText
{
    DraftSet drafts;
    QString damage;
    bool isNewer = false; ///< of a later version of the program; nothing was read
};

/// Its notice tells of tabs and bodies that the limits left out.
[[nodiscard]] DraftFileText readDraftFile(const QByteArray &json);
/// Without anything secret and within the limits.
[[nodiscard]] QByteArray writeDraftFile(const DraftSet &drafts, const DraftLimits &limits);

} // namespace acx
