// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace acx {

/// Text from outside as it may be shown: control and formatting characters as visible signs, so that what is shown is
/// what is there and nothing changes how the text around it is painted. Line ends and tabs stay.
[[nodiscard]] QString withVisibleControls(const QString &text);
/// The same for what stands in one line: line ends and tabs are shown, too, so that it cannot look like more than one
/// thing.
[[nodiscard]] QString inOneLine(const QString &text);

/// Not seen itself, or changes how the text around it is painted: C1 controls, marks and overrides of the writing
/// direction, line separators, characters without width, tags.
[[nodiscard]] bool isFormatting(char32_t character);

} // namespace acx
