// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "ui/settings/settings_text.h"

#include <QByteArray>

namespace acx {

/// The INI file of the settings: whether it is one, and how it is changed.
struct SettingsFile
{
    static constexpr int version = 1; ///< of the format
    static constexpr QLatin1StringView versionKey{"format/version"};
    static constexpr qint64 largest = 1024LL * 1024; ///< bytes; a larger one is none of ours

    /// No settings file of ours, or one that is cut.
    [[nodiscard]] static bool isDamaged(const QByteArray &bytes);
    /// Changes in the file at `path` what differs in `wanted` from `stored`, under its lock: another window may have
    /// changed the others. Waits for the disk and for other programs. Error: notSaved(); the old file stays.
    [[nodiscard]] static Status change(const QString &path, const SettingsMap &wanted, const SettingsMap &stored);
    [[nodiscard]] static Error notSaved(const QString &path, const QString &technical = {});
};

} // namespace acx
