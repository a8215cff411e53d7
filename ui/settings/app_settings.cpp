// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/app_settings.h"

#include "app/profiles/file_lock.h"
#include "app/profiles/replaced_file.h"
#include "app/profiles/whole_file.h"
#include "ui/settings/settings_file.h"

#include <QFile>
#include <QSettings>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace acx {

namespace {

constexpr std::chrono::seconds longestClipboardTime = 30s;

constexpr QLatin1StringView themeKey("window/theme");
constexpr QLatin1StringView geometryKey("window/geometry");
constexpr QLatin1StringView clipboardKey("clipboard/seconds");
constexpr QLatin1StringView lockKey("lock/minutes");

QString textOf(ThemeMode mode)
{
    switch (mode) {
    case ThemeMode::Light:
        return u"light"_s;
    case ThemeMode::Dark:
        return u"dark"_s;
    case ThemeMode::System:
        break;
    }
    return u"system"_s;
}

ThemeMode themeModeFromText(const QString &text)
{
    if (text == "light"_L1)
        return ThemeMode::Light;
    return text == "dark"_L1 ? ThemeMode::Dark : ThemeMode::System;
}

} // namespace

AppSettings::AppSettings(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
{
    if (!m_path.isEmpty())
        read();
    m_stored = std::make_shared<SettingsMap>(values());
}

QString AppSettings::defaultPath()
{
    return HistoryOptions::settingsPath();
}

QFuture<Status> AppSettings::setThemeMode(ThemeMode mode)
{
    if (mode == m_themeMode)
        return ready<void>({});
    m_themeMode = mode;
    Q_EMIT themeChanged();
    return store();
}

QFuture<Status> AppSettings::setClipboardTime(std::chrono::seconds time)
{
    time = std::clamp(time, 1s, longestClipboardTime);
    if (time == m_clipboardTime)
        return ready<void>({});
    m_clipboardTime = time;
    Q_EMIT clipboardTimeChanged();
    return store();
}

QList<std::chrono::minutes> AppSettings::lockTimes()
{
    return {0min, 1min, 5min, 15min, 60min};
}

QFuture<Status> AppSettings::setLockTime(std::chrono::minutes time)
{
    if (time == m_lockTime || !lockTimes().contains(time))
        return ready<void>({});
    m_lockTime = time;
    Q_EMIT lockTimeChanged();
    return store();
}

QFuture<Status> AppSettings::setProxy(const ProxySettings &proxy)
{
    const bool same = isSameProxy(proxy, m_network.proxy);
    m_network.proxy = proxy;
    m_network.proxy.password = {};
    // Also when only the password in the keychain is another one.
    Q_EMIT networkChanged();
    return same ? ready<void>({}) : store();
}

QFuture<Status> AppSettings::setAuthorityFiles(const QStringList &paths)
{
    if (paths == m_network.authorityFiles)
        return ready<void>({});
    m_network.authorityFiles = paths;
    Q_EMIT networkChanged();
    return store();
}

QFuture<Status> AppSettings::setHistoryOptions(const HistoryOptions &options)
{
    const HistoryOptions wanted = options.clamped();
    if (wanted == m_history)
        return ready<void>({});
    m_history = wanted;
    Q_EMIT historyChanged();
    return store();
}

QFuture<Status> AppSettings::setWindowGeometry(const QByteArray &geometry)
{
    if (geometry == m_geometry)
        return ready<void>({});
    m_geometry = geometry;
    return store();
}

void AppSettings::setAside(bool isNewer)
{
    // The settings of a newer version are used as far as they are understood, the damaged ones are not.
    QString kept;
    if (isNewer) {
        kept = nameBeside(m_path, u"newer");
        if (QFile::copy(m_path, kept))
            QFile::setPermissions(kept, QFile::ReadOwner | QFile::WriteOwner);
        else
            kept.clear();
    } else {
        kept = setFileAside(m_path, u"damaged", std::nullopt);
    }
    const bool isKept = !kept.isEmpty();
    Error error;
    error.kind = ErrorKind::Disk;
    error.sentence = isNewer ? tr("The settings file was written by a newer version of this program.")
                             : tr("The settings file is damaged, so the settings are back to their defaults.");
    error.nextStep =
        isKept ? tr("It was kept as %1.").arg(kept)
               : tr("No copy of %1 can be made, so changed settings hold until the program ends.").arg(m_path);
    error.technical = m_path;
    m_notice = error;
    // Without a copy nothing may overwrite the only one.
    m_mayWrite = isKept;
}

void AppSettings::read()
{
    auto bytes = readWhole(m_path, SettingsFile::largest);
    if (bytes && *bytes && SettingsFile::isDamaged(**bytes)) {
        // Another window may just have set it aside: look again under the lock.
        FileLock lock(m_path);
        if (lock.lock())
            bytes = readWhole(m_path, SettingsFile::largest);
        if (bytes && *bytes && SettingsFile::isDamaged(**bytes)) {
            setAside(false);
            return;
        }
    }
    if (!bytes) {
        m_notice = Error{};
        m_notice->kind = ErrorKind::Disk;
        m_notice->sentence = tr("The settings file cannot be read, so the defaults are used.");
        m_notice->nextStep = tr("Check the permissions of %1.").arg(m_path);
        m_notice->technical = bytes.error();
        m_mayWrite = false;
        return;
    }
    if (!*bytes)
        return;
    const QSettings settings(m_path, QSettings::IniFormat);
    if (settings.value(SettingsFile::versionKey, SettingsFile::version).toInt() > SettingsFile::version)
        setAside(true);
    take(settings);
}

void AppSettings::take(const QSettings &settings)
{
    m_themeMode = themeModeFromText(settings.value(themeKey).toString());
    const int seconds = settings.value(clipboardKey, int(longestClipboardTime.count())).toInt();
    m_clipboardTime = std::clamp(std::chrono::seconds(seconds), 1s, longestClipboardTime);
    // Whatever else stands there must not leave the program open for ever.
    bool isNumber = false;
    const std::chrono::minutes lockTime(settings.value(lockKey).toInt(&isNumber));
    if (isNumber && lockTimes().contains(lockTime))
        m_lockTime = lockTime;
    m_network = NetworkOptions::read(settings);
    m_history = HistoryOptions::read(settings);
    m_geometry = settings.value(geometryKey).toByteArray();
}

SettingsMap AppSettings::values() const
{
    SettingsMap values = m_history.values();
    values.insert(SettingsFile::versionKey, SettingsFile::version);
    values.insert(themeKey, textOf(m_themeMode));
    values.insert(clipboardKey, int(m_clipboardTime.count()));
    values.insert(lockKey, int(m_lockTime.count()));
    values.insert(m_network.values());
    values.insert(geometryKey, m_geometry);
    return values;
}

QFuture<Status> AppSettings::store()
{
    if (m_path.isEmpty())
        return ready<void>({});
    const auto write = [path = m_path, wanted = values(), stored = m_stored, mayWrite = m_mayWrite]() -> Status {
        const Status written =
            mayWrite ? SettingsFile::change(path, wanted, *stored) : fail(SettingsFile::notSaved(path));
        if (written)
            *stored = wanted;
        return written;
    };
    return m_disk.run<void>(this, write, std::identity());
}

} // namespace acx
