// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lock/app_lock.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace acx {

class SecretClipboard;
class Theme;

/// What the window shows while it is locked: why, what that means, and the way back. Parts: "lockTitle", "lockReason",
/// "lockMeaning", "unlock".
class LockPage final : public QWidget
{
    Q_OBJECT
public:
    LockPage(const Theme &theme, const SecretClipboard &clipboard, QWidget *parent = nullptr);
    /// Says why, and takes the focus.
    void tell(LockReason reason);

Q_SIGNALS:
    void unlockWanted();

private:
    void showIcon();
    void tellMeaning();

    const Theme &m_theme;
    const SecretClipboard &m_clipboard;
    QLabel *m_icon;
    QLabel *m_reason;
    QLabel *m_meaning;
    QPushButton *m_unlock;
};

} // namespace acx
