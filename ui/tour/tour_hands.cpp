// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/tour_hands.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

void bringIntoView(QWidget *widget)
{
    for (QWidget *parent = widget->parentWidget(); parent != nullptr; parent = parent->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(parent))
            area->ensureWidgetVisible(widget);
    }
}

} // namespace

QWidget *TourHands::find(const QString &name) const
{
    const QList<QWidget *> found = m_window.findChildren<QWidget *>(name);
    for (QWidget *widget : found) {
        if (widget->isVisible())
            return widget;
    }
    return nullptr;
}

QString TourHands::text(const QString &name) const
{
    const QWidget *widget = find(name);
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text().isEmpty() ? label->accessibleName() : label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text();
    return widget == nullptr ? QString() : widget->property("plainText").toString();
}

QString TourHands::click(const QString &name) const
{
    QWidget *widget = find(name);
    if (widget == nullptr)
        return u"“%1” is not shown"_s.arg(name);
    if (!widget->isEnabled())
        return u"“%1” is not enabled"_s.arg(name);
    bringIntoView(widget);
    const QPointF middle = QRectF(widget->rect()).center();
    const QPointF global = widget->mapToGlobal(middle);
    QMouseEvent press(QEvent::MouseButtonPress, middle, global, Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &press);
    QMouseEvent release(QEvent::MouseButtonRelease, middle, global, Qt::LeftButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &release);
    return {};
}

QString TourHands::type(const QString &name, const QString &text) const
{
    auto *line = qobject_cast<QLineEdit *>(find(name));
    if (line == nullptr)
        return u"“%1” is no field that is shown"_s.arg(name);
    bringIntoView(line);
    line->setFocus(Qt::OtherFocusReason);
    line->selectAll();
    QKeyEvent event(QEvent::KeyPress, 0, Qt::NoModifier, text);
    QCoreApplication::sendEvent(line, &event);
    return line->text() == text ? QString() : u"“%1” did not take its text"_s.arg(name);
}

void TourHands::press(int key) const
{
    QWidget *target = m_window.focusWidget() == nullptr ? &m_window : m_window.focusWidget();
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &down);
}

} // namespace acx
