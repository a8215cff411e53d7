// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QMimeData;
QT_END_NAMESPACE

namespace acx {

class Theme;

/// Lets a file be dropped on any part of a window, over its children too, and text on any part that does not take text
/// itself. While something is dragged over it, the window says so ("dropHint").
class WindowDrops final : public QObject
{
    Q_OBJECT
public:
    WindowDrops(const Theme &theme, QWidget *window);
    /// While disabled nothing is taken.
    void setEnabled(bool enabled);
    /// What was copied elsewhere is taken as if it was dropped on the window itself.
    void paste(const QMimeData &data);

Q_SIGNALS:
    void fileDropped(const QString &path);
    void textDropped(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool takes(const QObject *target, const QMimeData &data) const;
    void drop(const QMimeData &data);

    QWidget *m_window;
    QWidget *m_hint;
    bool m_enabled = true;
};

} // namespace acx
