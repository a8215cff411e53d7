// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/tour_hands.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>
#include <QTreeView>

#include <algorithm>

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

void clickAt(QWidget *widget, const QPointF &place)
{
    const QPointF global = widget->mapToGlobal(place);
    QMouseEvent press(QEvent::MouseButtonPress, place, global, Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &press);
    QMouseEvent release(QEvent::MouseButtonRelease, place, global, Qt::LeftButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &release);
}

QModelIndex rowBelow(const QAbstractItemModel &model, const QModelIndex &parent, const QString &text)
{
    for (int i = 0; i < model.rowCount(parent); ++i) {
        const QModelIndex index = model.index(i, 0, parent);
        if (index.data().toString().startsWith(text))
            return index;
        const QModelIndex below = rowBelow(model, index, text);
        if (below.isValid())
            return below;
    }
    return {};
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
    clickAt(widget, QRectF(widget->rect()).center());
    return {};
}

QModelIndex TourHands::row(const QString &name, const QString &text) const
{
    const auto *view = qobject_cast<QAbstractItemView *>(find(name));
    return view == nullptr || view->model() == nullptr ? QModelIndex() : rowBelow(*view->model(), {}, text);
}

bool TourHands::hasRow(const QString &name, const QString &text) const
{
    return row(name, text).isValid();
}

QString TourHands::clickRow(const QString &name, const QString &text) const
{
    const QModelIndex index = row(name, text);
    if (!index.isValid())
        return u"“%1” has no row “%2”"_s.arg(name, text);
    auto *view = qobject_cast<QAbstractItemView *>(find(name));
    if (auto *tree = qobject_cast<QTreeView *>(view)) {
        for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
            tree->expand(above);
    }
    view->scrollTo(index);
    const QRect rect = view->visualRect(index);
    const int room = view->viewport()->width() - rect.left();
    const int wide = std::min(view->sizeHintForIndex(index).width(), room);
    clickAt(view->viewport(), QPointF(rect.left() + wide / 2.0, rect.center().y()));
    return {};
}

QString TourHands::markRows(const QString &name, int first, int last) const
{
    auto *view = qobject_cast<QAbstractItemView *>(find(name));
    if (view == nullptr || view->model()->rowCount() <= last)
        return u"“%1” has too few rows"_s.arg(name);
    const QItemSelection rows(view->model()->index(first, 0), view->model()->index(last, 0));
    view->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    return {};
}

QString TourHands::clickTab(const QString &name, const QString &text) const
{
    const auto *tabs = qobject_cast<QTabWidget *>(find(name));
    for (int i = 0; tabs != nullptr && i < tabs->count(); ++i) {
        if (tabs->tabText(i).startsWith(text)) {
            clickAt(tabs->tabBar(), QRectF(tabs->tabBar()->tabRect(i)).center());
            return {};
        }
    }
    return u"“%1” has no tab “%2”"_s.arg(name, text);
}

QString TourHands::type(const QString &name, const QString &text) const
{
    auto *line = qobject_cast<QLineEdit *>(find(name));
    if (line == nullptr)
        return u"“%1” is no field that is shown"_s.arg(name);
    bringIntoView(line);
    line->setFocus(Qt::OtherFocusReason);
    line->selectAll();
    QKeyEvent event(QEvent::KeyPress, text.isEmpty() ? Qt::Key_Delete : 0, Qt::NoModifier, text);
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
