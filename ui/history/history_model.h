// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/history_store.h"

#include <QAbstractListModel>
#include <QFuture>

namespace acx {

class Clock;
class History;

/// The entries that have the wanted words, the latest first, read page by page as somebody scrolls. A question that a
/// later one has overtaken is dropped.
class HistoryModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, MethodRole, StatusRole, StatusKindRole, PathRole, FactsRole };

    HistoryModel(History &history, const Clock &clock, QObject *parent = nullptr);

    /// Reads anew if they are others than before.
    void setWords(const QString &words);
    [[nodiscard]] const QString &words() const { return m_words; }
    /// Reads the first page again; rows that are still there keep their place and their selection.
    void refresh();
    /// Takes rows off that were removed.
    void drop(const QList<qint64> &ids);
    [[nodiscard]] const HistoryRow &at(int row) const { return m_rows.at(row); }
    /// How many entries have the words, at most HistoryPage::countLimit; without words all there are.
    [[nodiscard]] qint64 found() const { return m_found; }
    [[nodiscard]] qint64 total() const { return m_total; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// The first page is there.
    void loaded();
    void failed(const acx::Error &error);

private:
    void ask();
    void take(const HistoryPage &page, bool isAnew);
    void append(const HistoryPage &page);

    History &m_history;
    const Clock &m_clock;
    QString m_words;
    QList<HistoryRow> m_rows;
    bool m_hasMore = false;
    bool m_isFetching = false;
    bool m_isAnew = true; ///< what is asked for has nothing to do with the rows that are there
    qint64 m_found = 0;
    qint64 m_total = 0;
    quint64 m_generation = 0;
    QFuture<Result<HistoryPage>> m_asked;
};

} // namespace acx
