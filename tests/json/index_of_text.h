// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/json_index.h"

namespace acx {

/// The index of a text of its own.
[[nodiscard]] inline JsonIndexed indexed(const QByteArray &text, const JsonIndexOptions &options = {})
{
    const auto owner = std::make_shared<const QByteArray>(text);
    return *JsonIndex::build(*owner, owner, options);
}

} // namespace acx
