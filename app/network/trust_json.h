// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/trust_store.h"

#include <QByteArray>

namespace acx {

/// What the text of a trust file gave.
struct TrustFileText
{
    TrustEntries entries;
    bool isNewer = false; ///< of a format that this program does not know; nothing was read
    QString damage;       ///< what could not be read; empty = all of it could
};

/// An empty text is an empty file. Entries are taken as a person could have made them, or not at all.
[[nodiscard]] TrustFileText readTrustFile(const QByteArray &json);
[[nodiscard]] QByteArray writeTrustFile(const TrustEntries &entries);

} // namespace acx
