// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QVariant>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace acx {

/// What a person wants to be kept of what is sent. Window and `acx` read it from the same settings file.
struct HistoryOptions
{
    bool enabled = true;
    int maxEntries = 10'000; ///< 1 … 1,000,000
    int maxMegabytes = 200;  ///< in the file, roughly; 1 … 10,000
    int maxDays = 90;        ///< 0 = any age; … 3,650
    int bodyKilobytes = 256; ///< kept of each body; 0 = none; … 16,384

    bool operator==(const HistoryOptions &) const = default;
    /// Every number within its limits.
    [[nodiscard]] HistoryOptions clamped() const;
    [[nodiscard]] static HistoryOptions read(const QSettings &settings);
    /// Of the file at `path`; the defaults where there is none.
    [[nodiscard]] static HistoryOptions readFile(const QString &path);
    /// apiconnect-explorer/settings.ini in the person's configuration folder ($XDG_CONFIG_HOME).
    [[nodiscard]] static QString settingsPath();
    /// As they stand in the file.
    [[nodiscard]] QMap<QString, QVariant> values() const;
};

} // namespace acx
