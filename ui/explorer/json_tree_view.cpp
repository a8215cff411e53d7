// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/json_tree_view.h"

#include "ui/explorer/json_tree_delegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

#include <deque>
#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

using Node = JsonIndex::Node;

constexpr int indentStep = 15;    // pixels a level
constexpr int readableText = 200; // pixels of a row's text that a deep row may scroll sideways for
constexpr int mostMembers = 100;  // of a root that are looked at for a list
constexpr int levelsAround = 20;  // shown above a value that is too deep
constexpr double arrowHalf = 3.0; // pixels

} // namespace

JsonTreeView::JsonTreeView(const Theme &theme, QWidget *parent)
    : QTreeView(parent)
    , m_theme(theme)
    , m_model(new JsonTreeModel(this))
    , m_delegate(new JsonTreeDelegate(theme, *m_model, this))
{
    setObjectName(u"answerTree"_s);
    setAccessibleName(tr("Answer as a tree"));
    setModel(m_model);
    setItemDelegate(m_delegate);
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setIndentation(indentStep);
    setFrameShape(QFrame::NoFrame);
    setProperty("view", true);
    setHorizontalScrollMode(ScrollPerPixel);
    setTextElideMode(Qt::ElideRight);
    setEditTriggers(NoEditTriggers);
    setAutoScroll(false);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    header()->setMinimumSectionSize(0);
    viewport()->setMouseTracking(true);
    m_fit.setSingleShot(true);
    m_fit.setInterval(0);
    const auto fitSoon = [this] { m_fit.start(); };
    connect(&m_fit, &QTimer::timeout, this, &JsonTreeView::fitColumn);
    connect(this, &QTreeView::expanded, this, fitSoon);
    connect(this, &QTreeView::collapsed, this, fitSoon);
    connect(&theme, &Theme::changed, viewport(), QOverload<>::of(&QWidget::update));
}

void JsonTreeView::setIndex(JsonIndexPtr index)
{
    m_delegate->setCurrentHit(JsonIndex::none);
    m_model->setIndex(std::move(index));
    unfold(1);
    unfoldFirstItem();
    horizontalScrollBar()->setValue(0);
}

void JsonTreeView::setRoots(std::vector<Node> roots)
{
    m_model->setRoots(std::move(roots));
    unfold(m_model->rowCount() == 1 ? 1 : 0);
    Q_EMIT rootsChanged();
}

/// The first list of an answer and the first of its items: what is looked at most.
void JsonTreeView::unfoldFirstItem()
{
    QModelIndex list = m_model->index(0, 0);
    const Node root = m_model->nodeAt(list);
    if (root != JsonIndex::none && m_model->jsonIndex()->type(root) == JsonIndex::Type::Object) {
        const int members = qMin(m_model->rowCount(list), mostMembers);
        int row = 0;
        while (row < members && !isFilledArray(m_model->index(row, 0, list)))
            ++row;
        if (row == members)
            return;
        list = m_model->index(row, 0, list);
        expand(list);
    }
    if (const QModelIndex item = m_model->index(0, 0, list); m_model->nodeAt(item) != JsonIndex::none)
        expand(item);
}

bool JsonTreeView::isFilledArray(const QModelIndex &index) const
{
    const Node node = m_model->nodeAt(index);
    return m_model->jsonIndex()->type(node) == JsonIndex::Type::Array && m_model->hasChildren(index);
}

/// Breadth first, so that what is cut is what lies deepest. While a layout is due, expand() only takes note.
void JsonTreeView::unfold(int levels)
{
    collapseAll();
    scheduleDelayedItemsLayout();
    int rows = qMin(m_model->rowCount(), mostRows);
    bool isCapped = false;
    std::deque<std::pair<QModelIndex, int>> waiting;
    for (int i = 0; i < rows; ++i)
        waiting.emplace_back(m_model->index(i, 0), 0);
    while (!waiting.empty()) {
        const auto [index, level] = waiting.front();
        waiting.pop_front();
        const int count = level == levels ? 0 : m_model->rowCount(index);
        if (count == 0)
            continue;
        if (rows + count > mostRows) {
            isCapped = true;
            continue;
        }
        rows += count;
        expand(index);
        const bool isGroup = m_model->rowAt(index).isGroup;
        for (int i = 0; i < count; ++i)
            waiting.emplace_back(m_model->index(i, 0, index), isGroup ? level : level + 1);
    }
    executeDelayedItemsLayout();
    m_fit.start();
    if (isCapped)
        Q_EMIT foldCapped();
}

void JsonTreeView::unfoldBelow(const QModelIndex &index)
{
    scheduleDelayedItemsLayout();
    int rows = 0;
    bool isCapped = false;
    std::deque<QModelIndex> waiting{index};
    while (!waiting.empty()) {
        const QModelIndex next = waiting.front();
        waiting.pop_front();
        const int count = m_model->rowCount(next);
        if (count == 0)
            continue;
        if (rows + count > mostRows) {
            isCapped = true;
            continue;
        }
        rows += count;
        expand(next);
        for (int i = 0; i < count; ++i)
            waiting.push_back(m_model->index(i, 0, next));
    }
    executeDelayedItemsLayout();
    m_fit.start();
    if (isCapped)
        Q_EMIT foldCapped();
}

void JsonTreeView::expandAround(const QModelIndex &index)
{
    scheduleDelayedItemsLayout();
    for (QModelIndex around = index.parent(); around.isValid(); around = around.parent())
        expand(around);
    executeDelayedItemsLayout();
    m_fit.start();
}

void JsonTreeView::reveal(Node node)
{
    const JsonIndexPtr &json = m_model->jsonIndex();
    if (!json || node == JsonIndex::none)
        return;
    QModelIndex place = m_model->indexOf(node);
    if (!place.isValid()) {
        Node root = node;
        Node near = node;
        int depth = 0;
        for (; json->parent(root) != JsonIndex::none && depth <= JsonTreeModel::deepest; ++depth) {
            root = json->parent(root);
            if (depth < levelsAround)
                near = root;
        }
        setRoots({depth > JsonTreeModel::deepest ? near : json->root()});
        place = m_model->indexOf(node);
    }
    expandAround(place);
    setCurrentIndex(place);
    scrollTo(place, EnsureVisible);
}

void JsonTreeView::setNeedle(const QString &needle)
{
    m_delegate->setNeedle(needle);
    viewport()->update();
}

void JsonTreeView::setCurrentHit(Node node)
{
    m_delegate->setCurrentHit(node);
    viewport()->update();
}

Node JsonTreeView::currentNode() const
{
    return m_model->nodeAt(currentIndex());
}

void JsonTreeView::showFromHere(const QModelIndex &index)
{
    const Node node = m_model->nodeAt(index);
    if (node == JsonIndex::none)
        return;
    setRoots({node});
    setCurrentIndex(m_model->index(0, 0));
}

void JsonTreeView::fitColumn()
{
    int width = viewport()->width();
    const int offset = horizontalScrollBar()->value();
    for (QModelIndex row = indexAt(QPoint(0, 0)); row.isValid(); row = indexBelow(row)) {
        const QRect rect = visualRect(row);
        if (rect.top() > viewport()->height())
            break;
        width = qMax(width, rect.left() + offset + qMin(m_delegate->textWidth(row), readableText));
    }
    // It never shrinks below the place that is looked at: the view would jump.
    header()->resizeSection(0, qMax(width, offset > 0 ? offset + viewport()->width() : 0));
}

/// QTreeView looks for the row at the rectangle's place, and finds none where a deep row begins right of the column.
void JsonTreeView::setSelection(const QRect &, QItemSelectionModel::SelectionFlags command)
{
    if (currentIndex().isValid())
        selectionModel()->select(currentIndex(), command);
}

void JsonTreeView::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (!m_model->hasChildren(index))
        return;
    const QPointF middle(rect.right() - indentStep / 2.0, rect.top() + rect.height() / 2.0);
    QPainterPath arrow;
    if (isExpanded(index)) {
        arrow.moveTo(middle + QPointF(-arrowHalf, -arrowHalf / 2));
        arrow.lineTo(middle + QPointF(arrowHalf, -arrowHalf / 2));
        arrow.lineTo(middle + QPointF(0, arrowHalf));
    } else {
        arrow.moveTo(middle + QPointF(-arrowHalf / 2, -arrowHalf));
        arrow.lineTo(middle + QPointF(arrowHalf, 0));
        arrow.lineTo(middle + QPointF(-arrowHalf / 2, arrowHalf));
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillPath(arrow, m_theme.colour(Colour::Text));
    painter->restore();
}

void JsonTreeView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect item = visualRect(index);
    if (selectionModel()->isSelected(index)) {
        painter->fillRect(QRect(0, item.top(), viewport()->width(), item.height()), m_theme.colour(Colour::AccentSoft));
        if (hasFocus()) {
            painter->setPen(m_theme.colour(Colour::Accent));
            painter->drawRect(QRect(0, item.top(), viewport()->width() - 1, item.height() - 1));
        }
    }
    drawBranches(painter, QRect(item.left() - indentStep, item.top(), indentStep, item.height()), index);
    QStyleOptionViewItem row = option;
    row.rect = item;
    m_delegate->paint(painter, row, index);
}

void JsonTreeView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    m_fit.start();
}

void JsonTreeView::scrollContentsBy(int dx, int dy)
{
    QTreeView::scrollContentsBy(dx, dy);
    if (dy != 0)
        m_fit.start();
}

void JsonTreeView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT currentNodeChanged(m_model->nodeAt(current));
}

} // namespace acx
