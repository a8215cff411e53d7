// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/explorer/history_entry.h"
#include "app/explorer/history_file.h"
#include "app/explorer/sql_connection.h"

#include <QList>
#include <QString>

#include <optional>

namespace acx {

struct HistoryQuery
{
    QString words;     ///< each must begin a word of the entry; empty = all
    qint64 before = 0; ///< only entries with a smaller id; 0 = from the latest on
    int limit = 100;
};

/// Entries, the latest first.
struct HistoryPage
{
    QList<HistoryRow> rows;
    bool hasMore = false;
    /// How many entries have the words, counted up to `countLimit` and on the first page only; -1 = not counted.
    qint64 found = -1;
    qint64 total = 0; ///< entries in the whole history
    static constexpr qint64 countLimit = 1000;
};

/// The history in an SQLite file (WAL, full-text index), opened at first use. All calls block and belong to one thread;
/// see History for the rest of the program. Several programs may use the file at once. A damaged file is set aside,
/// wherever the damage shows, and a new one is begun: takeNotice() tells it. A file of a newer version is left alone
/// and every call fails with Unsupported. Other errors: Disk (the sentence says what to do).
class HistoryStore final
{
    Q_DISABLE_COPY_MOVE(HistoryStore)

public:
    /// Empty = in memory.
    explicit HistoryStore(QString path);
    ~HistoryStore();

    /// The id it got.
    [[nodiscard]] Result<qint64> add(const HistoryEntry &entry);
    [[nodiscard]] Result<HistoryPage> find(const HistoryQuery &query);
    /// NotFound if it is gone.
    [[nodiscard]] Result<HistoryEntry> read(qint64 id);
    /// Removing what is not there succeeds.
    [[nodiscard]] Status remove(const QList<qint64> &ids);
    /// Removes all, and overwrites what was there.
    [[nodiscard]] Status clear();
    /// Number of entries.
    [[nodiscard]] Result<qint64> count();
    /// Removes some of the oldest entries that go beyond the limits; true: there are more of them.
    [[nodiscard]] Result<bool> prune(const HistoryOptions &options, const QDateTime &now);
    /// What had to be set aside since the last call.
    [[nodiscard]] std::optional<Error> takeNotice();

private:
    template <class T, class Work>
    [[nodiscard]] Result<T> guarded(const Work &work);
    [[nodiscard]] Status open();
    [[nodiscard]] Status connectTo();
    [[nodiscard]] Status setUp();
    [[nodiscard]] Status makeTables();
    [[nodiscard]] Status recover();
    [[nodiscard]] bool isDamaged() const { return m_damaged || m_sql.isDamaged(); }
    [[nodiscard]] Status insert(const HistoryEntry &entry, qint64 &id);
    [[nodiscard]] Result<HistoryPage> page(const HistoryQuery &query);
    [[nodiscard]] Status readLatest(qint64 before, int limit, HistoryPage &page);
    [[nodiscard]] Status readMatching(const QString &match, qint64 before, int limit, HistoryPage &page);
    [[nodiscard]] Result<HistoryEntry> entry(qint64 id);
    [[nodiscard]] Status makeAnew();
    [[nodiscard]] Status removeEach(const QList<qint64> &ids);
    /// Some of the oldest entries that have to go.
    [[nodiscard]] Result<QList<qint64>> beyondLimits(const HistoryOptions &options, const QDateTime &now);

    QString m_path;
    SqlConnection m_sql;
    FileIdentity m_file;
    bool m_damaged = false;         ///< the file is none of ours
    std::optional<Error> m_refused; ///< a newer file: nothing is tried again
    std::optional<Error> m_notice;
};

} // namespace acx
