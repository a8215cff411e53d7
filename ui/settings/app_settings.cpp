// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/app_settings.h"

#include "app/profiles/file_lock.h"
#include "app/profiles/replaced_file.h"
#include "app/profiles/whole_file.h"
#include "ui/settings/settings_file.h"

#include <QFile>
#include <QSettings>

#include <algorithm>
#include <tuple>

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
    m_stored = std::make_shared<SettingsMap>(m_now.map());
}

QString AppSettings::defaultPath()
{
    return HistoryOptions::settingsPath();
}

QFuture<Status> AppSettings::setThemeMode(ThemeMode mode)
{
    if (mode == m_now.themeMode)
        return ready<void>({});
    m_now.themeMode = mode;
    Q_EMIT themeChanged();
    return store();
}

QFuture<Status> AppSettings::setClipboardTime(std::chrono::seconds time)
{
    time = std::clamp(time, 1s, longestClipboardTime);
    if (time == m_now.clipboardTime)
        return ready<void>({});
    m_now.clipboardTime = time;
    Q_EMIT clipboardTimeChanged();
    return store();
}

QList<std::chrono::minutes> AppSettings::lockTimes()
{
    return {0min, 1min, 5min, 15min, 60min};
}

QFuture<Status> AppSettings::setLockTime(std::chrono::minutes time)
{
    if (time == m_now.lockTime || !lockTimes().contains(time))
        return ready<void>({});
    m_now.lockTime = time;
    Q_EMIT lockTimeChanged();
    return store();
}

QFuture<Status> AppSettings::setProxy(const ProxySettings &proxy)
{
    const bool same = isSameProxy(proxy, m_now.network.proxy);
    m_now.network.proxy = proxy;
    m_now.network.proxy.password = {};
    // Also when only the password in the keychain is another one.
    Q_EMIT networkChanged();
    return same ? ready<void>({}) : store();
}

QFuture<Status> AppSettings::setAuthorityFiles(const QStringList &paths)
{
    if (paths == m_now.network.authorityFiles)
        return ready<void>({});
    m_now.network.authorityFiles = paths;
    Q_EMIT networkChanged();
    return store();
}

QFuture<Status> AppSettings::setHistoryOptions(const HistoryOptions &options)
{
    const HistoryOptions wanted = options.clamped();
    if (wanted == m_now.history)
        return ready<void>({});
    m_now.history = wanted;
    Q_EMIT historyChanged();
    return store();
}

QFuture<Status> AppSettings::setWindowGeometry(const QByteArray &geometry)
{
    if (geometry == m_now.geometry)
        return ready<void>({});
    m_now.geometry = geometry;
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
    m_now.take(settings);
}

void AppSettings::follow()
{
    if (m_path.isEmpty() || m_watch)
        return;
    m_watch = std::make_unique<FileWatch>(m_path);
    connect(m_watch.get(), &FileWatch::changed, this, &AppSettings::readAgain);
    m_watch->watch();
}

void AppSettings::readAgain()
{
    struct Read
    {
        SettingsMap before;
        std::optional<Values> found; ///< none: the file says nothing, and what holds goes on
    };
    // In turn with the changes made here, which are no news.
    const auto work = [path = m_path, stored = m_stored]() -> Result<Read> {
        const auto bytes = readWhole(path, SettingsFile::largest);
        if (!bytes || !*bytes || SettingsFile::isDamaged(**bytes))
            return Read{};
        Values found;
        found.take(QSettings(path, QSettings::IniFormat));
        return Read{*stored, found};
    };
    std::ignore = m_disk.run<Read>(this, work, [this](const Result<Read> &read) {
        if (read && read->found)
            adopt(read->before, *read->found);
        return read;
    });
}

void AppSettings::adopt(const SettingsMap &before, const Values &found)
{
    const SettingsMap own = m_now.map();
    const SettingsMap theirs = found.map();
    SettingsMap adopted;
    const auto isTheirs = [&](const QStringList &keys) {
        const auto differs = [&](const SettingsMap &values) {
            return std::any_of(keys.cbegin(), keys.cend(),
                               [&](const QString &key) { return values.value(key) != before.value(key); });
        };
        if (differs(own) || !differs(theirs))
            return false;
        for (const QString &key : keys)
            adopted.insert(key, theirs.value(key));
        return true;
    };
    // What one of them tells may lead to further changes here.
    QList<void (AppSettings::*)()> news;
    const auto adoptPart = [&](auto Values::*part, const QStringList &keys, void (AppSettings::*signal)()) {
        if (!isTheirs(keys))
            return;
        m_now.*part = found.*part;
        news += signal;
    };
    adoptPart(&Values::themeMode, {themeKey}, &AppSettings::themeChanged);
    adoptPart(&Values::clipboardTime, {clipboardKey}, &AppSettings::clipboardTimeChanged);
    adoptPart(&Values::lockTime, {lockKey}, &AppSettings::lockTimeChanged);
    adoptPart(&Values::network, found.network.values().keys(), &AppSettings::networkChanged);
    adoptPart(&Values::history, found.history.values().keys(), &AppSettings::historyChanged);
    m_disk.post([stored = m_stored, adopted] { stored->insert(adopted); });
    for (const auto signal : std::as_const(news))
        Q_EMIT(this->*signal)();
}

void AppSettings::Values::take(const QSettings &settings)
{
    themeMode = themeModeFromText(settings.value(themeKey).toString());
    const int seconds = settings.value(clipboardKey, int(longestClipboardTime.count())).toInt();
    clipboardTime = std::clamp(std::chrono::seconds(seconds), 1s, longestClipboardTime);
    // Whatever else stands there must not leave the program open for ever.
    bool isNumber = false;
    const std::chrono::minutes time(settings.value(lockKey).toInt(&isNumber));
    if (isNumber && lockTimes().contains(time))
        lockTime = time;
    network = NetworkOptions::read(settings);
    history = HistoryOptions::read(settings);
    geometry = settings.value(geometryKey).toByteArray();
}

SettingsMap AppSettings::Values::map() const
{
    SettingsMap values = history.values();
    values.insert(SettingsFile::versionKey, SettingsFile::version);
    values.insert(themeKey, textOf(themeMode));
    values.insert(clipboardKey, int(clipboardTime.count()));
    values.insert(lockKey, int(lockTime.count()));
    values.insert(network.values());
    values.insert(geometryKey, geometry);
    return values;
}

QFuture<Status> AppSettings::store()
{
    if (m_path.isEmpty())
        return ready<void>({});
    const auto write = [path = m_path, wanted = m_now.map(), stored = m_stored, mayWrite = m_mayWrite]() -> Status {
        const Status written =
            mayWrite ? SettingsFile::change(path, wanted, *stored) : fail(SettingsFile::notSaved(path));
        if (written)
            *stored = wanted;
        return written;
    };
    return m_disk.run<void>(this, write, [this](const Status &written) {
        if (m_watch)
            m_watch->watch(); // its folder may just have been made
        return written;
    });
}

} // namespace acx
