// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/app_settings.h"

#include "app/profiles/file_lock.h"
#include "app/profiles/replaced_file.h"
#include "ui/settings/settings_text.h"

#include <QFile>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace acx {

namespace {

constexpr int formatVersion = 1;
constexpr qint64 largestFile = 1024LL * 1024; // bytes
constexpr std::chrono::seconds longestClipboardTime = 30s;
// A file that begins so is cut when it does not end so. Files of before had neither.
constexpr QByteArrayView firstLine("; Settings, to the line that says the end\n");
constexpr QByteArrayView lastLine("; the end\n");

constexpr QLatin1StringView versionKey("format/version");
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

/// Text that is no settings file of ours: QSettings skips lines it does not understand and would lose them in silence.
bool looksDamaged(const QByteArray &bytes)
{
    if (bytes.contains('\0'))
        return true;
    if (bytes.startsWith(firstLine) && !bytes.endsWith(lastLine))
        return true;
    bool inSection = false;
    bool hasValue = false;
    const QList<QByteArray> lines = bytes.split('\n');
    const bool isOther = std::any_of(lines.begin(), lines.end(), [&inSection, &hasValue](const QByteArray &raw) {
        const QByteArray line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(';'))
            return false;
        if (line.startsWith('[')) {
            inSection = true;
            return !line.endsWith(']');
        }
        hasValue = true;
        return !inSection || !line.contains('=');
    });
    return isOther || !hasValue;
}

bool isDamaged(const QByteArray &bytes)
{
    return bytes.size() > largestFile || looksDamaged(bytes);
}

/// Changes in the file what differs in `wanted` from `stored`: another window may have changed the others.
Status replaceSettings(const QString &path, const SettingsMap &wanted, const SettingsMap &stored)
{
    if (const Status made = makeFolderFor(path); !made)
        return made;
    FileLock lock(path);
    if (!lock.lock())
        return fail(ErrorKind::Disk, u"locked"_s, {}, lock.reason());
    sweepLeftovers(path);
    QFile file(path);
    SettingsMap all = wanted;
    if (file.exists()) {
        if (!file.open(QIODevice::ReadOnly) || isDamaged(file.read(largestFile + 1)))
            return fail(ErrorKind::Disk, u"damaged since the start"_s);
        all = readSettings(path);
        for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
            if (!all.contains(it.key()) || stored.value(it.key()) != it.value())
                all.insert(it.key(), it.value());
        }
    }
    all.insert(versionKey, formatVersion);
    return replaceFile(path, firstLine.toByteArray() + settingsText(all) + lastLine.toByteArray());
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
    const QString kept = nameBeside(m_path, isNewer ? u"newer" : u"damaged");
    // The settings of a newer version are used as far as they are understood, the damaged ones are not.
    const bool isKept = isNewer ? QFile::copy(m_path, kept) : QFile::rename(m_path, kept);
    if (isKept)
        QFile::setPermissions(kept, QFile::ReadOwner | QFile::WriteOwner);
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
    QFile file(m_path);
    if (!file.exists())
        return;
    if (!QFileInfo(m_path).isFile() || !file.open(QIODevice::ReadOnly)) {
        m_notice = Error{};
        m_notice->kind = ErrorKind::Disk;
        m_notice->sentence = tr("The settings file cannot be read, so the defaults are used.");
        m_notice->nextStep = tr("Check the permissions of %1.").arg(m_path);
        m_notice->technical = file.errorString();
        m_mayWrite = false;
        return;
    }
    const QByteArray bytes = file.read(largestFile + 1);
    file.close();
    if (isDamaged(bytes)) {
        setAside(false);
        return;
    }
    const QSettings settings(m_path, QSettings::IniFormat);
    if (settings.value(versionKey, formatVersion).toInt() > formatVersion)
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
    values.insert(versionKey, formatVersion);
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
        const Status written = mayWrite ? replaceSettings(path, wanted, *stored) : fail(ErrorKind::Disk, {});
        if (written)
            *stored = wanted;
        return written;
    };
    const auto inWords = [path = m_path](const Status &written) -> Status {
        if (written)
            return written;
        return fail(ErrorKind::Disk, tr("The settings could not be saved. They hold until the program ends."),
                    tr("Check that %1 can be written and that its disk has room.").arg(path),
                    written.error().sentence + u' ' + written.error().technical);
    };
    return m_disk.run<void>(this, write, inWords);
}

} // namespace acx
