// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace acx {

// Documents with one of everything. They stand in a file of their own because moc loses its way in raw strings.
[[nodiscard]] QByteArray openApi31Document();
[[nodiscard]] QByteArray swagger2Document(); // in YAML

} // namespace acx
