// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/catalog_tree.h"

#include "ui/explorer/catalog_delegate.h"
#include "ui/explorer/catalog_model.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int unfoldedGroups = 2; // of the first section, before the person folds anything

bool isEnter(const QKeyEvent &event)
{
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

CatalogModel::Kind kindOf(const QModelIndex &index)
{
    return static_cast<CatalogModel::Kind>(index.data(CatalogModel::KindRole).toInt());
}

} // namespace

CatalogTree::CatalogTree(const Theme &theme, CatalogModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    setObjectName(u"catalogTree"_s);
    setAccessibleName(tr("Operations"));
    setFrameShape(QFrame::NoFrame);
    setStyleSheet(u"QTreeView { border: none; background: transparent; }"_s);
    setModel(&model);
    setItemDelegate(new CatalogDelegate(theme, this));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setExpandsOnDoubleClick(false);
    setMouseTracking(true);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setUniformRowHeights(true); // so that a row costs nothing until it is seen
    setTabKeyNavigation(false);
    header()->setSectionResizeMode(QHeaderView::Stretch);
    buildActions();
    connect(&theme, &Theme::changed, viewport(), QOverload<>::of(&QWidget::update));
    connect(&model, &QAbstractItemModel::modelReset, this, &CatalogTree::unfoldAsBefore);
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (m_restoring)
            return;
        m_open.insert(index.data(CatalogModel::KeyRole).toString());
        m_folded.remove(index.data(CatalogModel::KeyRole).toString());
    });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        m_folded.insert(index.data(CatalogModel::KeyRole).toString());
        m_open.remove(index.data(CatalogModel::KeyRole).toString());
    });
}

void CatalogTree::drawBranches(QPainter *, const QRect &, const QModelIndex &) const
{
    // The delegate paints the arrows.
}

void CatalogTree::unfold(const QModelIndex &index)
{
    const QString key = index.data(CatalogModel::KeyRole).toString();
    const bool isSection = kindOf(index) == CatalogModel::Kind::Section;
    const bool isUsual =
        isSection || m_model.isSearching() || (index.row() < unfoldedGroups && !index.parent().isValid());
    if (m_open.contains(key) || (isUsual && !m_folded.contains(key)))
        expand(index);
}

void CatalogTree::unfoldAsBefore()
{
    m_restoring = true;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex top = m_model.index(row, 0);
        if (kindOf(top) == CatalogModel::Kind::Operation)
            continue;
        unfold(top);
        for (int inner = 0; kindOf(top) == CatalogModel::Kind::Section && inner < m_model.rowCount(top); ++inner) {
            const QModelIndex group = m_model.index(inner, 0, top);
            if (kindOf(group) == CatalogModel::Kind::Group)
                unfold(group);
        }
    }
    m_restoring = false;
}

void CatalogTree::mark(const QModelIndex &index)
{
    if (!index.isValid()) {
        selectionModel()->clear();
        return;
    }
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        expand(above);
    setCurrentIndex(index);
    scrollTo(index);
}

void CatalogTree::reveal(const QModelIndex &section)
{
    if (!section.isValid())
        return;
    expand(section);
    for (int row = 0; row < m_model.rowCount(section); ++row)
        expand(m_model.index(row, 0, section));
    setCurrentIndex(section);
    scrollTo(section, PositionAtTop);
}

void CatalogTree::choose(const QModelIndex &index, bool newTab)
{
    if (!index.isValid())
        return;
    switch (kindOf(index)) {
    case CatalogModel::Kind::Section:
        if (!index.data(CatalogModel::CatalogIdRole).toString().isEmpty())
            Q_EMIT sectionChosen(index.data(CatalogModel::CatalogIdRole).toString());
        else
            setExpanded(index, !isExpanded(index));
        break;
    case CatalogModel::Kind::Group:
        setExpanded(index, !isExpanded(index));
        break;
    case CatalogModel::Kind::Operation:
        if (index.data(CatalogModel::CallableRole).toBool())
            Q_EMIT operationChosen(index.data(CatalogModel::CatalogIdRole).toString(),
                                   index.data(CatalogModel::OperationIdRole).toString(), newTab);
        break;
    }
}

bool CatalogTree::event(QEvent *event)
{
    // Ctrl+Enter sends a request elsewhere on the screen; here it opens a tab.
    if (event->type() == QEvent::ShortcutOverride && isEnter(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QTreeView::event(event);
}

void CatalogTree::keyPressEvent(QKeyEvent *event)
{
    if (isEnter(*event)) {
        choose(currentIndex(), event->modifiers().testFlag(Qt::ControlModifier));
        return;
    }
    const bool isFirst = !currentIndex().isValid() || !indexAbove(currentIndex()).isValid();
    if (event->key() == Qt::Key_Up && isFirst) {
        Q_EMIT leftUpwards();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void CatalogTree::mouseReleaseEvent(QMouseEvent *event)
{
    QTreeView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (!index.isValid())
        return;
    if (event->button() == Qt::MiddleButton && kindOf(index) == CatalogModel::Kind::Operation)
        choose(index, true);
    if (event->button() != Qt::LeftButton)
        return;
    const bool isDetails = CatalogDelegate::moreRect(visualRect(index)).contains(event->pos());
    if (kindOf(index) == CatalogModel::Kind::Section && !isDetails)
        setExpanded(index, !isExpanded(index));
    else
        choose(index, event->modifiers().testFlag(Qt::ControlModifier));
}

void CatalogTree::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid() && kindOf(index) == CatalogModel::Kind::Section)
        choose(index, false);
}

void CatalogTree::buildActions()
{
    const auto add = [this](const QString &text, const QString &name, bool newTab) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, [this, newTab] { choose(currentIndex(), newTab); });
        addAction(action);
        return action;
    };
    QAction *here = add(tr("Open"), u"openHere"_s, false);
    QAction *newTab = add(tr("Open in a new tab"), u"openInNewTab"_s, true);
    QAction *about = add(tr("About this definition…"), u"aboutDefinition"_s, false);
    const auto follow = [here, newTab, about](const QModelIndex &index) {
        const bool isOperation = index.isValid() && index.data(CatalogModel::CallableRole).toBool();
        const bool isSection = index.isValid() && kindOf(index) == CatalogModel::Kind::Section;
        here->setEnabled(isOperation);
        newTab->setEnabled(isOperation);
        about->setEnabled(isSection && !index.data(CatalogModel::CatalogIdRole).toString().isEmpty());
    };
    follow({});
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, follow);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [follow] { follow({}); });
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

} // namespace acx
