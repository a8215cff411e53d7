// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <chrono>

QT_BEGIN_NAMESPACE
class QClipboard;
class QMimeData;
QT_END_NAMESPACE

namespace acx {

class Clock;

/// The only way by which a secret reaches the clipboard. Marks it as secret for clipboard managers (KDE's hint,
/// Windows' and macOS' types), clears it after a time, when the token expires, at lock and at quit, clipboard and
/// primary selection, and only if the content is still ours. Where that cannot be done it says so: on Wayland only the
/// window in front may change the clipboard, for some compositors only after a new key or click, and compositors and
/// clipboard managers put back what was taken away.
class SecretClipboard final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretClipboard)

public:
    SecretClipboard(QClipboard &clipboard, const Clock &clock, QObject *parent = nullptr);
    ~SecretClipboard() override; ///< clears

    /// 1 to 30 s; the default is 30.
    void setClearAfter(std::chrono::seconds time);
    [[nodiscard]] std::chrono::seconds clearAfter() const { return m_clearAfter; }
    /// `what` is for the status bar ("Bearer token"); `expiresAt` (UTC) clears earlier if it comes first.
    void copy(const Secret &secret, const QString &what, const QDateTime &expiresAt = {});
    /// The same for the primary selection (X11, Wayland), where there is one.
    void select(const Secret &secret, const QString &what, const QDateTime &expiresAt = {});
    /// MIME data of a secret, marked as such, for drags and for a field's own copying.
    [[nodiscard]] static QMimeData *secretMimeData(const Secret &secret);
    /// Whether the data carry the mark of a secret.
    [[nodiscard]] static bool isMarked(const QMimeData &data);
    /// Values that are secret wherever they are copied from; the oldest give way.
    void know(const QList<Secret> &values);
    [[nodiscard]] const QList<Secret> &known() const { return m_known; }
    void clearNow();
    /// Clears, and takes nothing until it is unlocked again.
    void setLocked(bool locked);
    /// Looks at the clock and at the clipboard. Called twice a second while something of ours is there; public for
    /// tests on a fake clock.
    void checkNow();
    /// Zero = nothing of ours is on the clipboard.
    [[nodiscard]] std::chrono::seconds remaining() const;
    [[nodiscard]] QString what() const { return m_what; }
    /// What was copied last should be gone and may still be there. Tried again when a window of ours is used.
    [[nodiscard]] bool couldNotClear() const { return !m_left.isEmpty(); }

Q_SIGNALS:
    /// Each second while something of ours is there, and once when it is gone.
    void changed();
    /// know() brought something new.
    void knowsMore();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void put(int mode, const Secret &secret, const QString &what, const QDateTime &expiresAt);
    [[nodiscard]] bool isOurs(int mode) const;
    void clearAtQuit();
    void wipe();
    void wipe(int mode);
    void prove();
    void lookAfterClearing();
    void tryAgain();
    void forgetLeft();

    QClipboard &m_clipboard;
    const Clock &m_clock;
    std::chrono::seconds m_clearAfter{30};
    QByteArray m_digest;          ///< SHA-256 of what we put on the clipboard
    QByteArray m_selectionDigest; ///< and into the primary selection
    QByteArray m_cleared;         ///< what was taken away last, for as long as somebody may put it back
    QByteArray m_left;            ///< what could not be taken away
    QDateTime m_clearedAt;
    QList<Secret> m_known;
    QString m_what;
    QDateTime m_copiedAt;
    QDateTime m_clearAt;
    std::chrono::seconds m_told{0};
    bool m_locked = false;
    QTimer m_timer;
    QTimer m_proof; ///< runs from our clearing until it is looked whether that was enough
};

} // namespace acx
