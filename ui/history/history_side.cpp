// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_side.h"

#include "app/explorer/history.h"
#include "ui/explorer/catalog_search.h"
#include "ui/history/clear_question.h"
#include "ui/history/history_delegate.h"
#include "ui/history/history_model.h"
#include "ui/widgets/inline_notice.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QListView>
#include <QLocale>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QString countText(qint64 found, qint64 total, bool isSearch)
{
    const QLocale locale;
    if (!isSearch)
        return locale.toString(total);
    const QString number = found >= HistoryPage::countLimit ? locale.toString(found) + u'+' : locale.toString(found);
    return HistorySide::tr("%1 of %2", "found of all").arg(number, locale.toString(total));
}

} // namespace

HistorySide::HistorySide(const AppServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new HistoryModel(services.history, services.clock, this))
{
    setObjectName(u"historySide"_s);
    setProperty("panel", u"surface"_s);
    buildSearch();
    buildNotices();
    buildList();
    auto *layout = new QVBoxLayout(this);
    const int margin = Theme::space(Space::M);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(Theme::space(Space::S));
    layout->addWidget(m_search);
    layout->addWidget(m_off);
    layout->addWidget(m_problem);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_none, 1);
    layout->addWidget(m_question);
    layout->addWidget(buildFoot());
    buildShortcuts();
    connect(m_model, &HistoryModel::loaded, this, &HistorySide::takeLoaded);
    connect(m_model, &HistoryModel::failed, this, [this](const Error &error) { m_problem->tell(error); });
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, &HistorySide::remember);
}

void HistorySide::buildNotices()
{
    m_off = new InlineNotice(m_services.theme, u"historyOff"_s, this);
    QPushButton *settings = m_off->addButton(tr("Settings"), ButtonKind::Normal, u"historyOffSettings"_s);
    connect(settings, &QPushButton::clicked, this, &HistorySide::settingsWanted);
    m_off->hide();
    m_problem = new InlineNotice(m_services.theme, u"historyProblem"_s, this);
    m_problem->hide();
    m_question = new ClearQuestion(m_services.theme, this);
    connect(m_question, &ClearQuestion::confirmed, this, &HistorySide::clearWanted);
    m_none = makeParagraph(tr("No request has these words."), LabelKind::Muted, this);
    m_none->setObjectName(u"historyNone"_s);
    m_none->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_none->setContentsMargins(0, Theme::space(Space::Xl), 0, 0);
    m_none->hide();
}

void HistorySide::buildSearch()
{
    m_search = new CatalogSearch(m_services.theme, this);
    m_search->setObjectName(u"historySearch"_s);
    m_search->setAccessibleName(tr("Search the history"));
    m_search->setPlaceholderText(tr("Search requests and answers"));
    connect(m_search, &QLineEdit::textChanged, m_model, &HistoryModel::setWords);
    connect(m_search, &CatalogSearch::leftDownwards, this, &HistorySide::focusList);
}

void HistorySide::buildList()
{
    m_list = new QListView(this);
    m_list->setObjectName(u"historyList"_s);
    m_list->setAccessibleName(tr("Requests that were sent"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setStyleSheet(u"QListView { border: none; background: transparent; }"_s);
    m_list->setItemDelegate(new HistoryDelegate(m_services.theme, m_list));
    m_list->setModel(m_model);
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistorySide::showMarks);
    connect(m_list, &QListView::doubleClicked, this, &HistorySide::openWanted);
    connect(&m_services.theme, &Theme::changed, m_list->viewport(), QOverload<>::of(&QWidget::update));
}

QWidget *HistorySide::buildFoot()
{
    auto *foot = new QWidget(this);
    m_compare = makeButton(tr("Compare"), ButtonKind::Normal, foot);
    m_compare->setObjectName(u"historyCompareButton"_s);
    m_compare->setToolTip(tr("Mark two requests with Ctrl and click, or with Shift and the arrows"));
    m_delete = makeButton(tr("Delete"), ButtonKind::Normal, foot);
    m_delete->setObjectName(u"historyDelete"_s);
    m_clear = makeButton(tr("Clear all…"), ButtonKind::Quiet, foot);
    m_clear->setObjectName(u"historyClear"_s);
    connect(m_compare, &QPushButton::clicked, this, &HistorySide::compareWanted);
    connect(m_delete, &QPushButton::clicked, this, &HistorySide::removeWanted);
    connect(m_clear, &QPushButton::clicked, this, [this] { m_question->ask(m_model->total()); });
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::S));
    layout->addWidget(m_compare);
    layout->addWidget(m_delete);
    layout->addStretch(1);
    layout->addWidget(m_clear);
    return foot;
}

void HistorySide::buildShortcuts()
{
    const auto shortcut = [](const QKeySequence &keys, QWidget *where, const auto &run) {
        auto *made = new QShortcut(keys, where);
        made->setContext(Qt::WidgetWithChildrenShortcut);
        connect(made, &QShortcut::activated, where, run);
    };
    shortcut(QKeySequence(Qt::Key_Return), m_list, [this] { Q_EMIT openWanted(); });
    shortcut(QKeySequence(Qt::Key_Enter), m_list, [this] { Q_EMIT openWanted(); });
    shortcut(QKeySequence(Qt::Key_Delete), m_list, [this] { Q_EMIT removeWanted(); });
    shortcut(QKeySequence(QKeySequence::Find), window() == this ? this : parentWidget(), [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
}

void HistorySide::refresh()
{
    m_problem->hide();
    if (m_services.history.options().enabled)
        m_off->hide();
    else
        m_off->tell(MessageKind::Info, tr("The history is switched off"),
                    tr("What is sent now is not recorded. What is here stays until you delete it."));
    m_model->refresh();
}

QList<qint64> HistorySide::marked() const
{
    QModelIndexList chosen = m_list->selectionModel()->selectedIndexes();
    std::ranges::sort(chosen, {}, &QModelIndex::row);
    QList<qint64> ids;
    for (const QModelIndex &index : std::as_const(chosen))
        ids += index.data(HistoryModel::IdRole).toLongLong();
    return ids;
}

void HistorySide::drop(const QList<qint64> &ids)
{
    m_model->drop(ids);
}

void HistorySide::search(const QString &words)
{
    m_search->setText(words.simplified());
    m_search->setFocus();
}

void HistorySide::focusList()
{
    m_list->setFocus();
    if (!m_list->currentIndex().isValid() && m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
}

void HistorySide::remember()
{
    m_remembered = marked();
}

void HistorySide::takeLoaded()
{
    const bool isSearch = !m_model->words().isEmpty();
    m_search->setCount(countText(m_model->found(), m_model->total(), isSearch));
    const bool isEmpty = m_model->rowCount() == 0;
    m_list->setVisible(!isEmpty || !isSearch);
    m_none->setVisible(isEmpty && isSearch);
    const QList<qint64> wanted = std::exchange(m_remembered, {});
    QItemSelection selection;
    QModelIndex first;
    for (int row = 0; row < m_model->rowCount() && !wanted.isEmpty(); ++row) {
        if (!wanted.contains(m_model->at(row).id))
            continue;
        selection.select(m_model->index(row), m_model->index(row));
        if (!first.isValid())
            first = m_model->index(row);
    }
    if (first.isValid()) {
        m_list->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        m_list->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    } else if (!m_list->selectionModel()->hasSelection() && !isEmpty) {
        m_list->setCurrentIndex(m_model->index(0));
    }
    showMarks();
    Q_EMIT counted(m_model->total());
}

void HistorySide::showMarks()
{
    const qsizetype count = m_list->selectionModel()->selectedIndexes().size();
    m_compare->setEnabled(count == 2);
    m_delete->setEnabled(count > 0);
    m_clear->setEnabled(m_model->total() > 0);
    Q_EMIT markedChanged();
}

} // namespace acx
