// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/no_drags.h"

#include <QMouseEvent>
#include <QPlainTextEdit>

namespace acx {

namespace {

class DragPreventer final : public QObject
{
public:
    explicit DragPreventer(QPlainTextEdit &edit)
        : QObject(&edit)
        , m_edit(edit)
    {
        edit.viewport()->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::MouseButtonPress) {
            const auto &press = *static_cast<QMouseEvent *>(event);
            if (mayBeginDrag(press) && m_edit.textCursor().hasSelection())
                m_edit.setTextCursor(m_edit.cursorForPosition(press.position().toPoint()));
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QPlainTextEdit &m_edit;
};

} // namespace

void preventDrags(QPlainTextEdit &edit)
{
    new DragPreventer(edit);
}

bool mayBeginDrag(const QMouseEvent &press)
{
    return press.button() == Qt::LeftButton && !press.modifiers().testFlag(Qt::ShiftModifier);
}

} // namespace acx
