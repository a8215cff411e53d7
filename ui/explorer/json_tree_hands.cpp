// SPDX-License-Identifier: GPL-3.0-or-later
// What keys, mouse and menu do to the tree.
#include "app/base/background.h"
#include "app/base/deliver.h"
#include "app/json/json_path.h"
#include "app/json/json_pointer.h"
#include "app/json/json_pretty.h"
#include "ui/explorer/json_tree_delegate.h"
#include "ui/explorer/json_tree_view.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

using Node = JsonIndex::Node;

// With Shift in place of Alt it is the bearer token that is copied, anywhere in the window.
constexpr QKeyCombination pointerKeys(Qt::CTRL | Qt::ALT, Qt::Key_C);
constexpr qsizetype largestCopy = 16LL * 1024 * 1024; // bytes
constexpr qsizetype quickCopy = 256LL * 1024;         // bytes; more is made ready in another thread

void toClipboard(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

Result<QString> textOfValue(const JsonIndex &index, Node node)
{
    if (index.type(node) == JsonIndex::Type::String)
        return index.string(node);
    return QString::fromUtf8(index.raw(node));
}

/// Over several lines it may be larger than it came.
Result<QString> prettyText(const JsonIndex &index, Node node)
{
    QByteArray text;
    const Status written = writePretty(index, node, [&text](QByteArrayView part) -> Status {
        if (text.size() + part.size() > largestCopy)
            return fail(ErrorKind::TooLarge, {});
        text += part;
        return {};
    });
    if (!written)
        return fail(written.error());
    return QString::fromUtf8(text);
}

void copyInTime(JsonTreeView &view, const JsonIndexPtr &index, Node node,
                Result<QString> (*textOf)(const JsonIndex &, Node))
{
    if (!index || node == JsonIndex::none)
        return;
    const qsizetype size = index->raw(node).size();
    if (size > largestCopy) {
        Q_EMIT view.copyRefused();
        return;
    }
    const auto take = [&view](const Result<QString> &text) {
        if (text)
            toClipboard(*text);
        else
            Q_EMIT view.copyRefused();
    };
    if (size <= quickCopy)
        take(textOf(*index, node));
    else
        deliver(inBackground<QString>([index, node, textOf] { return textOf(*index, node); }), &view, take);
}

bool isNewTab(Qt::MouseButton button, Qt::KeyboardModifiers modifiers)
{
    return button == Qt::MiddleButton || modifiers.testFlag(Qt::ControlModifier);
}

} // namespace

void JsonTreeView::copyValue()
{
    copyInTime(*this, m_model->jsonIndex(), currentNode(), textOfValue);
}

void JsonTreeView::copySubtree()
{
    copyInTime(*this, m_model->jsonIndex(), currentNode(), prettyText);
}

void JsonTreeView::copyPointer()
{
    if (const Node node = currentNode(); node != JsonIndex::none)
        toClipboard(pointerTo(*m_model->jsonIndex(), node));
}

void JsonTreeView::copyPath()
{
    if (const Node node = currentNode(); node != JsonIndex::none)
        toClipboard(normalizedPath(*m_model->jsonIndex(), node));
}

void JsonTreeView::openLink(bool newTab)
{
    if (const std::optional<AnswerLink> link = m_model->linkAt(currentIndex()))
        Q_EMIT linkChosen(*link, newTab);
}

bool JsonTreeView::copyMore(const QKeyEvent &event)
{
    if (event.matches(QKeySequence::Copy))
        copyValue();
    else if (event.key() == pointerKeys.key() && event.modifiers() == pointerKeys.keyboardModifiers())
        copyPointer();
    else
        return false;
    return true;
}

void JsonTreeView::keyPressEvent(QKeyEvent *event)
{
    if (copyMore(*event))
        return;
    const QModelIndex current = currentIndex();
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current.isValid() && m_model->isTooDeep(current))
            showFromHere(current);
        else
            openLink(event->modifiers().testFlag(Qt::ShiftModifier));
        return;
    case Qt::Key_Asterisk:
        // QTreeView would unfold everything below, whatever that is.
        if (current.isValid())
            unfoldBelow(current);
        return;
    default:
        QTreeView::keyPressEvent(event);
    }
}

void JsonTreeView::keyboardSearch(const QString &)
{
    // QTreeView would read through a whole list at each key; there is a search field.
}

QModelIndex JsonTreeView::linkIndexAt(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    if (!index.isValid() || !m_model->linkAt(index))
        return {};
    return m_delegate->valueRect(visualRect(index), index).contains(position) ? index : QModelIndex();
}

void JsonTreeView::mousePressEvent(QMouseEvent *event)
{
    m_pressedLink = linkIndexAt(event->pos());
    QTreeView::mousePressEvent(event);
}

void JsonTreeView::mouseReleaseEvent(QMouseEvent *event)
{
    QTreeView::mouseReleaseEvent(event);
    const QModelIndex index = linkIndexAt(event->pos());
    const bool isSame = index.isValid() && m_pressedLink == index;
    m_pressedLink = QModelIndex();
    if (!isSame || (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton))
        return;
    if (const std::optional<AnswerLink> link = m_model->linkAt(index))
        Q_EMIT linkChosen(*link, isNewTab(event->button(), event->modifiers()));
}

void JsonTreeView::mouseMoveEvent(QMouseEvent *event)
{
    if (linkIndexAt(event->pos()).isValid())
        viewport()->setCursor(Qt::PointingHandCursor);
    else
        viewport()->unsetCursor();
    QTreeView::mouseMoveEvent(event);
}

void JsonTreeView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid() && m_model->isTooDeep(index))
        showFromHere(index);
    else
        QTreeView::mouseDoubleClickEvent(event);
}

void JsonTreeView::contextMenuEvent(QContextMenuEvent *event)
{
    const Node node = currentNode();
    if (node == JsonIndex::none)
        return;
    const JsonIndex &json = *m_model->jsonIndex();
    auto *menu = new QMenu(this);
    menu->setObjectName(u"answerTreeMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu](const QString &text, const QString &name, auto &&run, const QKeySequence &keys = {}) {
        QAction *action = menu->addAction(text);
        action->setObjectName(name);
        action->setShortcut(keys);
        action->setShortcutVisibleInContextMenu(true);
        connect(action, &QAction::triggered, menu, run);
    };
    if (m_model->linkAt(currentIndex())) {
        add(tr("Open link"), u"openLink"_s, [this] { openLink(false); });
        add(tr("Open link in a new tab"), u"openLinkInTab"_s, [this] { openLink(true); });
        menu->addSeparator();
    }
    add(
        tr("Copy value"), u"copyValue"_s, [this] { copyValue(); }, QKeySequence::Copy);
    add(
        tr("Copy JSON Pointer"), u"copyPointer"_s, [this] { copyPointer(); }, QKeySequence(pointerKeys));
    add(tr("Copy JSONPath"), u"copyPath"_s, [this] { copyPath(); });
    if (json.isContainer(node)) {
        add(tr("Copy as pretty JSON"), u"copySubtree"_s, [this] { copySubtree(); });
        menu->addSeparator();
        add(tr("Unfold everything below"), u"unfoldBelow"_s, [this] { unfoldBelow(currentIndex()); });
        add(tr("Show only this"), u"showFromHere"_s, [this] { showFromHere(currentIndex()); });
    }
    menu->popup(event->globalPos());
}

} // namespace acx
