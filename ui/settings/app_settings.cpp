// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/app_settings.h"

#include <QDateTime>
#include <QDir>
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

constexpr QLatin1StringView versionKey("format/version");
constexpr QLatin1StringView themeKey("window/theme");
constexpr QLatin1StringView geometryKey("window/geometry");
constexpr QLatin1StringView clipboardKey("clipboard/seconds");
constexpr QLatin1StringView proxyModeKey("proxy/mode");
constexpr QLatin1StringView proxyHostKey("proxy/host");
constexpr QLatin1StringView proxyPortKey("proxy/port");
constexpr QLatin1StringView proxyUserKey("proxy/user");
constexpr QLatin1StringView authoritiesKey("tls/authorities");

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

QString textOf(ProxySettings::Mode mode)
{
    switch (mode) {
    case ProxySettings::Mode::None:
        return u"none"_s;
    case ProxySettings::Mode::Http:
        return u"http"_s;
    case ProxySettings::Mode::Socks5:
        return u"socks5"_s;
    case ProxySettings::Mode::System:
        break;
    }
    return u"system"_s;
}

ProxySettings::Mode proxyModeFromText(const QString &text)
{
    if (text == "none"_L1)
        return ProxySettings::Mode::None;
    if (text == "http"_L1)
        return ProxySettings::Mode::Http;
    return text == "socks5"_L1 ? ProxySettings::Mode::Socks5 : ProxySettings::Mode::System;
}

bool sameProxy(const ProxySettings &a, const ProxySettings &b)
{
    return a.mode == b.mode && a.host == b.host && a.port == b.port && a.user == b.user;
}

/// Text that is no settings file of ours: QSettings skips lines it does not understand and would lose them in silence.
bool looksDamaged(const QByteArray &bytes)
{
    if (bytes.contains('\0'))
        return true;
    bool inSection = false;
    const QList<QByteArray> lines = bytes.split('\n');
    return std::any_of(lines.begin(), lines.end(), [&inSection](const QByteArray &raw) {
        const QByteArray line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(';'))
            return false;
        if (line.startsWith('[')) {
            inSection = true;
            return !line.endsWith(']');
        }
        return !inSection || !line.contains('=');
    });
}

} // namespace

AppSettings::AppSettings(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
{
    if (!m_path.isEmpty())
        read();
}

QString AppSettings::defaultPath()
{
    return HistoryOptions::settingsPath();
}

Status AppSettings::setThemeMode(ThemeMode mode)
{
    if (mode == m_themeMode)
        return {};
    m_themeMode = mode;
    Q_EMIT themeChanged();
    return store();
}

Status AppSettings::setClipboardTime(std::chrono::seconds time)
{
    time = std::clamp(time, 1s, longestClipboardTime);
    if (time == m_clipboardTime)
        return {};
    m_clipboardTime = time;
    Q_EMIT clipboardTimeChanged();
    return store();
}

Status AppSettings::setProxy(const ProxySettings &proxy)
{
    const bool same = sameProxy(proxy, m_proxy);
    m_proxy = proxy;
    m_proxy.password = {};
    // Also when only the password in the keychain is another one.
    Q_EMIT networkChanged();
    return same ? Status{} : store();
}

Status AppSettings::setAuthorityFiles(const QStringList &paths)
{
    if (paths == m_authorityFiles)
        return {};
    m_authorityFiles = paths;
    Q_EMIT networkChanged();
    return store();
}

Status AppSettings::setHistoryOptions(const HistoryOptions &options)
{
    const HistoryOptions wanted = options.clamped();
    if (wanted == m_history)
        return {};
    m_history = wanted;
    Q_EMIT historyChanged();
    return store();
}

Status AppSettings::setWindowGeometry(const QByteArray &geometry)
{
    if (geometry == m_geometry)
        return {};
    m_geometry = geometry;
    return store();
}

void AppSettings::setAside(const QByteArray &bytes, const QString &suffix)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    const QString kept = u"%1.%2-%3"_s.arg(m_path, suffix, stamp);
    QFile copy(kept);
    const bool written = copy.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner) &&
                         copy.write(bytes) == bytes.size() && copy.flush();
    Error error;
    error.kind = ErrorKind::Disk;
    error.sentence = suffix == "damaged"_L1
                         ? tr("The settings file is damaged, so the settings are back to their defaults.")
                         : tr("The settings file was written by a newer version of this program.");
    error.nextStep = written ? tr("It was kept as %1.").arg(kept) : tr("It could not be kept under another name.");
    error.technical = m_path;
    m_notice = error;
    // Without a copy nothing may overwrite the only one.
    m_mayWrite = written;
}

void AppSettings::read()
{
    QFile file(m_path);
    if (!file.exists())
        return;
    if (!file.open(QIODevice::ReadOnly)) {
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
    if (bytes.isEmpty())
        return;
    if (bytes.size() > largestFile || looksDamaged(bytes)) {
        setAside(bytes, u"damaged"_s);
        if (m_mayWrite)
            QFile::remove(m_path);
        return;
    }
    const QSettings settings(m_path, QSettings::IniFormat);
    if (settings.value(versionKey, formatVersion).toInt() > formatVersion)
        setAside(bytes, u"newer"_s);
    take(settings);
}

void AppSettings::take(const QSettings &settings)
{
    m_themeMode = themeModeFromText(settings.value(themeKey).toString());
    const int seconds = settings.value(clipboardKey, int(longestClipboardTime.count())).toInt();
    m_clipboardTime = std::clamp(std::chrono::seconds(seconds), 1s, longestClipboardTime);
    m_proxy.mode = proxyModeFromText(settings.value(proxyModeKey).toString());
    m_proxy.host = settings.value(proxyHostKey).toString();
    m_proxy.port = quint16(std::clamp(settings.value(proxyPortKey).toInt(), 0, 65535));
    m_proxy.user = settings.value(proxyUserKey).toString();
    m_authorityFiles = settings.value(authoritiesKey).toStringList();
    m_history = HistoryOptions::read(settings);
    m_geometry = settings.value(geometryKey).toByteArray();
}

Status AppSettings::store()
{
    if (m_path.isEmpty())
        return {};
    const QString sentence = tr("The settings could not be saved. They hold until the program ends.");
    const QString nextStep = tr("Check that %1 can be written and that its disk has room.").arg(m_path);
    if (!m_mayWrite)
        return fail(ErrorKind::Disk, sentence, nextStep);
    const QString folder = QFileInfo(m_path).path();
    if (!QFileInfo::exists(folder) && QDir().mkpath(folder))
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QFile file(m_path);
    // QSettings makes a file that others may read, and keeps the mode of one that is there.
    if (!file.exists() && !file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return fail(ErrorKind::Disk, sentence, nextStep, file.errorString());
    file.close();
    QSettings settings(m_path, QSettings::IniFormat);
    settings.setValue(versionKey, formatVersion);
    settings.setValue(themeKey, textOf(m_themeMode));
    settings.setValue(clipboardKey, int(m_clipboardTime.count()));
    settings.setValue(proxyModeKey, textOf(m_proxy.mode));
    settings.setValue(proxyHostKey, m_proxy.host);
    settings.setValue(proxyPortKey, int(m_proxy.port));
    settings.setValue(proxyUserKey, m_proxy.user);
    settings.setValue(authoritiesKey, m_authorityFiles);
    m_history.write(settings);
    settings.setValue(geometryKey, m_geometry);
    settings.sync();
    if (settings.status() != QSettings::NoError)
        return fail(ErrorKind::Disk, sentence, nextStep);
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

} // namespace acx
