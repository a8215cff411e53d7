// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/history_options.h"

#include <QFile>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr QLatin1StringView enabledKey("history/enabled");
constexpr QLatin1StringView entriesKey("history/entries");
constexpr QLatin1StringView megabytesKey("history/megabytes");
constexpr QLatin1StringView daysKey("history/days");
constexpr QLatin1StringView bodyKey("history/bodyKilobytes");

constexpr int mostEntries = 1'000'000;
constexpr int mostMegabytes = 10'000;
constexpr int mostDays = 3650;
constexpr int mostKilobytes = 16'384;

int number(const QSettings &settings, QLatin1StringView key, int usual)
{
    bool isNumber = false;
    const int value = settings.value(key, usual).toInt(&isNumber);
    return isNumber ? value : usual;
}

} // namespace

HistoryOptions HistoryOptions::clamped() const
{
    HistoryOptions options = *this;
    options.maxEntries = std::clamp(maxEntries, 1, mostEntries);
    options.maxMegabytes = std::clamp(maxMegabytes, 1, mostMegabytes);
    options.maxDays = std::clamp(maxDays, 0, mostDays);
    options.bodyKilobytes = std::clamp(bodyKilobytes, 0, mostKilobytes);
    return options;
}

HistoryOptions HistoryOptions::read(const QSettings &settings)
{
    HistoryOptions options;
    options.enabled = settings.value(enabledKey, true).toBool();
    options.maxEntries = number(settings, entriesKey, options.maxEntries);
    options.maxMegabytes = number(settings, megabytesKey, options.maxMegabytes);
    options.maxDays = number(settings, daysKey, options.maxDays);
    options.bodyKilobytes = number(settings, bodyKey, options.bodyKilobytes);
    return options.clamped();
}

HistoryOptions HistoryOptions::readFile(const QString &path)
{
    return QFile::exists(path) ? read(QSettings(path, QSettings::IniFormat)) : HistoryOptions();
}

QString HistoryOptions::settingsPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           "/apiconnect-explorer/settings.ini"_L1;
}

QMap<QString, QVariant> HistoryOptions::values() const
{
    return {{enabledKey, enabled},
            {entriesKey, maxEntries},
            {megabytesKey, maxMegabytes},
            {daysKey, maxDays},
            {bodyKey, bodyKilobytes}};
}

} // namespace acx
