// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/option_table.h"

#include <QByteArray>

namespace acx {

[[nodiscard]] QByteArray helpText();
[[nodiscard]] QByteArray helpText(const CommandSpec &command);
[[nodiscard]] QByteArray versionText();

} // namespace acx
