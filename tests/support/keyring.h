// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace acx {

/// Controls the real gnome-keyring on the private bus of tests/support/with_keyring.sh, and looks into it past the
/// program under test. Its calls block; none may be made while the daemon is stopped, except resume() and kill().
/// Link acx_test_keyring.
class Keyring final
{
public:
    Keyring();

    /// False: this process was not started by with_keyring.sh, and nothing here may be used.
    [[nodiscard]] static bool isPrivate();
    /// Where the keyring's files lie; the only place where a key may be found on disk.
    [[nodiscard]] static QString filesFolder();

    bool lock() const;
    bool unlock() const;
    [[nodiscard]] std::optional<bool> isLocked() const;

    /// Sends SIGSTOP to the daemon.
    bool stop();
    bool resume();
    /// Kills the daemon and waits until its name is gone. The bus starts a new, locked one at the next call.
    bool kill();
    [[nodiscard]] bool isRunning() const;

    /// Entries in the default keyring, of whatever program; -1 if it cannot be asked.
    [[nodiscard]] int countItems() const;
    /// Entries whose key (with the application's prefix) is `entry`.
    [[nodiscard]] int countItems(const QString &entry) const;
    /// The secret of such an entry; none if there is none or it is locked.
    [[nodiscard]] std::optional<QByteArray> secretOf(const QString &entry) const;
    bool setSecret(const QString &entry, const QByteArray &secret) const;
    bool removeItem(const QString &entry) const;
    /// Removes all entries of the default keyring, of whatever program.
    bool removeAllItems() const;

private:
    qint64 m_pid = 0;
};

} // namespace acx
