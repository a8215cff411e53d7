// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/definition_library.h"

namespace acx {

/// What the index file of opened definitions says.
struct DefinitionIndexText
{
    QList<Definition> definitions;
    QString damage;       ///< what is wrong with it; empty = nothing
    bool isNewer = false; ///< written by a newer version of this program
};

/// Lines that cannot be read are left out and told in `damage`. No bytes are an empty list.
[[nodiscard]] DefinitionIndexText readDefinitionIndex(const QByteArray &json);
[[nodiscard]] QByteArray writeDefinitionIndex(const QList<Definition> &definitions);

/// What a header may be called: a token of RFC 9110, section 5.6.2. A line with another name is not read.
[[nodiscard]] bool isHeaderName(QByteArrayView name);

} // namespace acx
