// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QVariant>

namespace acx {

/// "group/name" and a text, list of texts, QByteArray, whole number or truth value.
using SettingsMap = QMap<QString, QVariant>;

/// What QSettings reads from the file at `path` (INI).
[[nodiscard]] SettingsMap readSettings(const QString &path);
/// The INI text that QSettings reads as these values. QSettings itself replaces a good file by a cut one on a full
/// disk, so the program writes this text as it writes every file of its own. Values of other types are left out.
[[nodiscard]] QByteArray settingsText(const SettingsMap &values);

} // namespace acx
