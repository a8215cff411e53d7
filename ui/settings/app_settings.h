// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/disk_thread.h"
#include "app/explorer/history_options.h"
#include "app/network/network_options.h"
#include "app/profiles/file_watch.h"
#include "ui/settings/settings_text.h"
#include "ui/theme/theme.h"

#include <QFuture>
#include <QList>
#include <QObject>
#include <QStringList>

#include <chrono>
#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace acx {

/// The person's settings, in one INI file of 0600 with a format version. No secret is ever among them: a proxy password
/// lies in the keychain. A damaged file is set aside and said so. Two windows may write: each changes what was changed
/// in it. What is set holds at once; the future tells whether it was written, too (Disk: it was not, and the old file
/// stays). Files are read again and written in a thread of their own, one after the other; the end of this object waits
/// for them.
class AppSettings final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AppSettings)

public:
    /// `path` is the file; empty = nothing is kept (the tour, tests).
    explicit AppSettings(QString path, QObject *parent = nullptr);
    [[nodiscard]] static QString defaultPath();
    /// From now on, what another window changes in the file holds here, too, unless it was changed here meanwhile or
    /// could not be written.
    void follow();
    [[nodiscard]] std::optional<Error> notice() const { return m_notice; }
    /// False: nothing is kept, as for the tour.
    [[nodiscard]] bool isKept() const { return !m_path.isEmpty(); }

    [[nodiscard]] ThemeMode themeMode() const { return m_now.themeMode; }
    [[nodiscard]] QFuture<Status> setThemeMode(ThemeMode mode);
    [[nodiscard]] std::chrono::seconds clipboardTime() const { return m_now.clipboardTime; }
    [[nodiscard]] QFuture<Status> setClipboardTime(std::chrono::seconds time);
    /// Without use for this long the program locks itself; one of lockTimes().
    [[nodiscard]] std::chrono::minutes lockTime() const { return m_now.lockTime; }
    [[nodiscard]] QFuture<Status> setLockTime(std::chrono::minutes time);
    /// What can be chosen; zero = never.
    [[nodiscard]] static QList<std::chrono::minutes> lockTimes();
    /// Without the password.
    [[nodiscard]] ProxySettings proxy() const { return m_now.network.proxy; }
    [[nodiscard]] QFuture<Status> setProxy(const ProxySettings &proxy);
    /// Paths of PEM files with certificate authorities to trust in addition.
    [[nodiscard]] QStringList authorityFiles() const { return m_now.network.authorityFiles; }
    [[nodiscard]] QFuture<Status> setAuthorityFiles(const QStringList &paths);
    [[nodiscard]] const NetworkOptions &networkOptions() const { return m_now.network; }
    /// What is kept of what is sent; `acx` keeps to it, too.
    [[nodiscard]] HistoryOptions historyOptions() const { return m_now.history; }
    [[nodiscard]] QFuture<Status> setHistoryOptions(const HistoryOptions &options);
    [[nodiscard]] QByteArray windowGeometry() const { return m_now.geometry; }
    [[nodiscard]] QFuture<Status> setWindowGeometry(const QByteArray &geometry);

Q_SIGNALS:
    void themeChanged();
    void clipboardTimeChanged();
    void lockTimeChanged();
    void networkChanged();
    void historyChanged();

private:
    struct Values
    {
        ThemeMode themeMode = ThemeMode::System;
        std::chrono::seconds clipboardTime{30};
        std::chrono::minutes lockTime{15};
        NetworkOptions network;
        HistoryOptions history;
        QByteArray geometry;

        void take(const QSettings &settings);
        /// As they stand in the file.
        [[nodiscard]] SettingsMap map() const;
    };

    [[nodiscard]] QFuture<Status> store();
    void read();
    void readAgain();
    /// `before` is what was read or written here last, `found` is what stands in the file.
    void adopt(const SettingsMap &before, const Values &found);
    /// Keeps what was found under another name and says so in notice().
    void setAside(bool isNewer);

    QString m_path;
    bool m_mayWrite = true; ///< false: the file found is the only copy of something we did not understand
    std::optional<Error> m_notice;
    Values m_now;
    std::shared_ptr<SettingsMap> m_stored; ///< as last read or written here; after the start of the thread alone
    std::unique_ptr<FileWatch> m_watch;    ///< none before follow()
    DiskThread m_disk;
};

} // namespace acx
