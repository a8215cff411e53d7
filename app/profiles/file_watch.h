// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace acx {

/// Tells when the file at a path may have been changed, by whomever; one word for changes that follow each other
/// closely. It watches the file's folder, because who changes the file replaces it. Nothing is told where the system
/// cannot watch (a folder that is not there, some network folders).
class FileWatch final : public QObject
{
    Q_OBJECT
public:
    explicit FileWatch(QString path, QObject *parent = nullptr);
    /// Begins, or goes on after the folder was made.
    void watch();

Q_SIGNALS:
    void changed();

private:
    /// What another file of this name would not have.
    struct Stamp
    {
        quint64 device = 0;
        quint64 inode = 0;
        qint64 changedAt = 0; ///< ns
        bool operator==(const Stamp &) const = default;
    };
    [[nodiscard]] static Stamp stampOf(const QString &path);
    void look();

    const QString m_path;
    Stamp m_stamp;
    QFileSystemWatcher m_watcher;
    QTimer m_rest;
};

} // namespace acx
