// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace acx {

/// The right to change one file, held by one program of this computer at a time. It is a lock of the system on
/// `<file>.lock` (F_OFD_SETLK, Linux 3.15), which ends with the program however that ends: no process number has to be
/// believed, and a program that is killed at any moment leaves nothing to wait for. Who waits keeps the door, so that a
/// program in a series of changes lets the others in between. Not for one object in several threads.
class FileLock
{
public:
    /// For the file at `path`; nothing is locked yet.
    explicit FileLock(const QString &path);
    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    /// How long a change of a small file may wait for another program: far longer than any of them takes.
    static constexpr std::chrono::milliseconds usualLimit{2000};
    /// Waits at most `limit` and blocks meanwhile. False: isBusy() and reason() tell why.
    bool lock(std::chrono::milliseconds limit = usualLimit);
    /// Ends the lock, if it is held, and removes its file unless somebody waits for it.
    void unlock();
    /// Ends the lock, if it is held, and leaves its file.
    void leaveFile();

    bool isLocked() const { return m_isLocked; }
    /// After lock(): another program held it all the time.
    bool isBusy() const { return m_isBusy; }
    /// After lock(): the system's reason for a refusal; empty if it was busy.
    QString reason() const { return m_reason; }

private:
    enum class Step { Taken, Busy, Refused };

    Step open();
    Step take(int byte);
    bool isStillTheFile() const;
    Step attempt();
    void close();

    const QByteArray m_name;
    int m_descriptor = -1;
    bool m_hasDoor = false;
    bool m_isLocked = false;
    bool m_isBusy = false;
    QString m_reason;
};

} // namespace acx
