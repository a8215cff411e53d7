// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/history_model.h"

#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "app/base/visible_text.h"
#include "app/explorer/history.h"
#include "ui/history/history_text.h"

#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int pageSize = 100; // rows

} // namespace

HistoryModel::HistoryModel(History &history, const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_history(history)
    , m_clock(clock)
{}

void HistoryModel::setWords(const QString &words)
{
    const QString wanted = words.simplified();
    if (wanted == m_words)
        return;
    m_words = wanted;
    m_isAnew = true;
    ask();
}

void HistoryModel::refresh()
{
    ask();
}

void HistoryModel::ask()
{
    m_asked.cancel();
    m_isFetching = false;
    const quint64 generation = ++m_generation;
    m_asked = m_history.find({m_words, 0, std::max(pageSize, m_isAnew ? 0 : int(m_rows.size()))});
    deliver(m_asked, this, [this, generation](const Result<HistoryPage> &page) {
        if (generation != m_generation)
            return;
        if (page)
            take(*page, std::exchange(m_isAnew, false));
        else
            Q_EMIT failed(page.error());
    });
}

void HistoryModel::take(const HistoryPage &page, bool isAnew)
{
    m_total = page.total;
    m_found = page.found < 0 ? page.total : page.found;
    // Usually something was sent since: the new ones stand before all others.
    const QList<HistoryRow> &rows = page.rows;
    const auto first =
        m_rows.isEmpty() || isAnew ? rows.end() : std::ranges::find(rows, m_rows.constFirst().id, &HistoryRow::id);
    const qsizetype added = first - rows.begin();
    const qsizetype known = std::min(rows.size() - added, m_rows.size());
    const bool isContinued = first != rows.end() && rows.sliced(added, known) == m_rows.first(known) &&
                             (known == m_rows.size() || page.hasMore);
    if (isContinued) {
        if (added > 0) {
            beginInsertRows({}, 0, int(added) - 1);
            m_rows = rows.first(added) + m_rows;
            endInsertRows();
        }
        m_hasMore = m_hasMore || page.hasMore;
    } else {
        beginResetModel();
        m_rows = rows;
        m_hasMore = page.hasMore;
        endResetModel();
    }
    Q_EMIT loaded();
}

void HistoryModel::drop(const QList<qint64> &ids)
{
    for (qsizetype row = m_rows.size() - 1; row >= 0; --row) {
        if (!ids.contains(m_rows.at(row).id))
            continue;
        beginRemoveRows({}, int(row), int(row));
        m_rows.removeAt(row);
        endRemoveRows();
    }
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const HistoryRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return withVisibleControls(titleOf(row));
    case Qt::ToolTipRole:
        return Qt::convertFromPlainText(withVisibleControls(row.url));
    case Qt::AccessibleTextRole:
        return withVisibleControls(u"%1 %2, %3, %4, %5"_s.arg(QString::fromLatin1(row.method), titleOf(row),
                                                              statusOf(row), pathOf(row), factsOf(row, m_clock.now())));
    case IdRole:
        return row.id;
    case MethodRole:
        return withVisibleControls(QString::fromLatin1(row.method));
    case StatusRole:
        return statusOf(row);
    case StatusKindRole:
        return int(statusKind(row));
    case PathRole:
        return withVisibleControls(row.title.isEmpty() ? hostOf(row) : pathOf(row));
    case FactsRole:
        return withVisibleControls(factsOf(row, m_clock.now()));
    default:
        return {};
    }
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !m_isFetching;
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent) || m_rows.isEmpty())
        return;
    m_isFetching = true;
    const quint64 generation = m_generation;
    deliver(m_history.find({m_words, m_rows.constLast().id, pageSize}), this,
            [this, generation](const Result<HistoryPage> &page) {
                if (generation != m_generation)
                    return;
                m_isFetching = false;
                if (page)
                    append(*page);
                else
                    Q_EMIT failed(page.error());
            });
}

void HistoryModel::append(const HistoryPage &page)
{
    m_hasMore = page.hasMore;
    if (page.rows.isEmpty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + page.rows.size()) - 1);
    m_rows += page.rows;
    endInsertRows();
}

} // namespace acx
