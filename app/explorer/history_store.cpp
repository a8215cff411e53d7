// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/history_store.h"

#include "app/explorer/history_columns.h"
#include "app/explorer/history_schema.h"
#include "app/profiles/file_lock.h"

#include <QCoreApplication>
#include <QSqlQuery>

#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int pruneBatch = 200; // entries
constexpr int mostAtOnce = 1000;
constexpr qint64 mostCounted = 1LL << 50; // bytes or entries; a damaged file can claim anything

Error damageNotice(const QString &kept)
{
    Error notice;
    notice.kind = ErrorKind::Disk;
    notice.sentence = QCoreApplication::translate("acx", "The history was damaged and could not be read.");
    notice.nextStep = QCoreApplication::translate("acx", "It was kept as %1, and a new one was begun.").arg(kept);
    return notice;
}

Error newerError(const QString &path)
{
    Error error;
    error.kind = ErrorKind::Unsupported;
    error.sentence =
        QCoreApplication::translate("acx", "The history in %1 was written by a newer version of this program.")
            .arg(path);
    error.nextStep = QCoreApplication::translate(
        "acx", "It is left alone and nothing is recorded. Use that version, or move the file away to begin anew.");
    return error;
}

Error missingSqlite(const QString &what)
{
    Error error;
    error.kind = ErrorKind::Unsupported;
    error.sentence = QCoreApplication::translate("acx", "There is no history: %1 is missing in this system.").arg(what);
    error.nextStep = QCoreApplication::translate(
        "acx", "Install Qt's driver for SQLite (libqt6sql6-sqlite on Debian); everything else works without it.");
    return error;
}

} // namespace

HistoryStore::HistoryStore(QString path)
    : m_path(std::move(path))
    , m_sql(m_path)
{}

HistoryStore::~HistoryStore() = default;

std::optional<Error> HistoryStore::takeNotice()
{
    return std::exchange(m_notice, std::nullopt);
}

// --- opening ---------------------------------------------------------------------------------------------------------

Status HistoryStore::open()
{
    if (m_refused)
        return fail(*m_refused);
    if (m_sql.isOpen())
        return {};
    m_damaged = false;
    Status status = connectTo();
    if (status || !isDamaged())
        return status;
    if (Status recovered = recover(); !recovered)
        return recovered;
    return connectTo();
}

Status HistoryStore::recover()
{
    m_damaged = false;
    m_sql.close();
    const Result<QString> kept = setHistoryAside(m_path, m_file);
    if (!kept)
        return fail(kept.error());
    if (!kept->isEmpty())
        m_notice = damageNotice(*kept);
    return {};
}

Status HistoryStore::connectTo()
{
    if (!m_path.isEmpty()) {
        const Result<HistoryFileState> state = prepareHistoryFile(m_path);
        if (!state)
            return fail(state.error());
        m_file = FileIdentity::of(m_path);
        if (*state == HistoryFileState::Newer) {
            m_refused = newerError(m_path);
            return fail(*m_refused);
        }
        if (*state == HistoryFileState::Damaged) {
            m_damaged = true;
            return fail(damageNotice(m_path));
        }
    }
    if (!SqlConnection::hasDriver()) {
        m_refused = missingSqlite(u"SQLite"_s);
        return fail(*m_refused);
    }
    Status status = m_sql.open();
    if (status)
        status = setUp();
    if (!status)
        m_sql.close();
    return status;
}

Status HistoryStore::setUp()
{
    Result<qint64> value = m_sql.number(u"SELECT sqlite_compileoption_used('ENABLE_FTS5')"_s);
    if (!value)
        return fail(value.error());
    if (*value == 0) {
        m_refused = missingSqlite(u"SQLite FTS5"_s);
        return fail(*m_refused);
    }
    value = m_sql.number(u"PRAGMA user_version"_s);
    if (!value)
        return fail(value.error());
    if (*value > historyFormat) {
        m_refused = newerError(m_path);
        return fail(*m_refused);
    }
    if (*value == 0) {
        if (Status made = makeTables(); !made)
            return made;
    }
    // What is removed is overwritten. A crash loses nothing that was committed; a power cut may lose the latest.
    for (const QString &setting : {u"PRAGMA secure_delete=ON"_s, u"PRAGMA synchronous=NORMAL"_s}) {
        if (Status set = m_sql.run(setting); !set)
            return set;
    }
    value = m_sql.number(u"SELECT count(*) FROM sqlite_master WHERE name IN "
                         "('entries', 'details', 'totals', 'searched', 'words', 'added', 'counted', 'removed')"_s);
    if (!value)
        return fail(value.error());
    constexpr int partsOfSchema = 8;
    if (*value == partsOfSchema)
        return {};
    m_damaged = true;
    return fail(damageNotice(m_path));
}

Status HistoryStore::makeTables()
{
    // Two programs that begin at once: the second finds the tables of the first.
    FileLock lock(m_path);
    if (!m_path.isEmpty() && !lock.lock(std::chrono::seconds(5)))
        return fail(ErrorKind::Disk, QCoreApplication::translate("acx", "Another program is making the history."),
                    QCoreApplication::translate("acx", "Try again in a moment."), m_path);
    for (const QString &setting : {u"PRAGMA auto_vacuum=INCREMENTAL"_s, u"PRAGMA journal_mode=WAL"_s}) {
        if (Status set = m_sql.run(setting); !set)
            return set;
    }
    return m_sql.transaction([this]() -> Status {
        const Result<qint64> tables = m_sql.number(u"SELECT count(*) FROM sqlite_master"_s);
        const Result<qint64> version = m_sql.number(u"PRAGMA user_version"_s);
        if (!tables || !version)
            return fail(tables ? version.error() : tables.error());
        if (*version != 0)
            return {};
        if (*tables > 0) {
            m_damaged = true; // somebody else's
            return fail(damageNotice(m_path));
        }
        for (const QString &statement : historyTables()) {
            if (Status made = m_sql.run(statement); !made)
                return made;
        }
        return m_sql.run(u"PRAGMA user_version=%1"_s.arg(historyFormat));
    });
}

template <class T, class Work>
Result<T> HistoryStore::guarded(const Work &work)
{
    for (int attempt = 0;; ++attempt) {
        if (Status opened = open(); !opened)
            return fail(opened.error());
        Result<T> result = work();
        if (result || !isDamaged() || attempt > 0 || m_path.isEmpty())
            return result;
        if (Status recovered = recover(); !recovered)
            return fail(recovered.error());
    }
}

// --- entries ---------------------------------------------------------------------------------------------------------

Result<qint64> HistoryStore::add(const HistoryEntry &entry)
{
    return guarded<qint64>([this, &entry]() -> Result<qint64> {
        qint64 id = 0;
        const Status done = m_sql.transaction([&] { return insert(entry, id); });
        return done ? Result<qint64>(id) : fail(done.error());
    });
}

Status HistoryStore::insert(const HistoryEntry &entry, qint64 &id)
{
    QSqlQuery statement = m_sql.query();
    if (Status done = m_sql.run(statement, rowInsertion(), rowValues(entry)); !done)
        return done;
    id = statement.lastInsertId().toLongLong();
    return m_sql.run(detailInsertion(), detailValues(entry, id));
}

Result<HistoryPage> HistoryStore::find(const HistoryQuery &query)
{
    return guarded<HistoryPage>([this, &query] { return page(query); });
}

Result<HistoryPage> HistoryStore::page(const HistoryQuery &wanted)
{
    HistoryPage page;
    const Result<qint64> total = m_sql.number(u"SELECT entries FROM totals"_s);
    if (!total)
        return fail(total.error());
    page.total = *total;
    const QString match = historyMatch(wanted.words);
    if (match.isEmpty() && !wanted.words.trimmed().isEmpty()) {
        page.found = 0; // nothing but signs
        return page;
    }
    const qint64 before = wanted.before > 0 ? wanted.before : std::numeric_limits<qint64>::max();
    const int limit = std::clamp(wanted.limit, 1, mostAtOnce);
    const Status done = match.isEmpty() ? readLatest(before, limit, page) : readMatching(match, before, limit, page);
    if (!done)
        return fail(done.error());
    if (wanted.before > 0)
        page.found = -1;
    return page;
}

Status HistoryStore::readLatest(qint64 before, int limit, HistoryPage &page)
{
    QSqlQuery statement = m_sql.query();
    if (Status done = m_sql.run(statement, latestRows(), {before, limit + 1}); !done)
        return done;
    while (statement.next())
        page.rows.append(readRow(statement));
    if (Status ended = m_sql.ended(statement); !ended)
        return ended;
    page.hasMore = page.rows.size() > limit;
    if (page.hasMore)
        page.rows.removeLast();
    return {};
}

Status HistoryStore::readMatching(const QString &match, qint64 before, int limit, HistoryPage &page)
{
    // Page and count come from one look into the index, which is what takes the time.
    QSqlQuery matching = m_sql.query();
    const qint64 most = std::max(qint64(limit) + 1, HistoryPage::countLimit);
    if (Status done = m_sql.run(matching, matchingIds(), {match, before, most}); !done)
        return done;
    QSqlQuery statement = m_sql.query();
    if (Status prepared = m_sql.prepare(statement, oneRow()); !prepared)
        return prepared;
    page.found = 0;
    for (; matching.next(); ++page.found) {
        if (page.found >= limit)
            continue;
        if (Status done = m_sql.runPrepared(statement, {matching.value(0)}); !done)
            return done;
        if (statement.next())
            page.rows.append(readRow(statement));
        statement.finish();
    }
    if (Status ended = m_sql.ended(matching); !ended)
        return ended;
    page.hasMore = page.found > limit;
    page.found = std::min(page.found, HistoryPage::countLimit);
    return {};
}

Result<HistoryEntry> HistoryStore::read(qint64 id)
{
    return guarded<HistoryEntry>([this, id] { return entry(id); });
}

Result<HistoryEntry> HistoryStore::entry(qint64 id)
{
    QSqlQuery statement = m_sql.query();
    if (Status done = m_sql.run(statement, wholeEntry(), {id}); !done)
        return fail(done.error());
    if (statement.next())
        return readEntry(statement);
    if (Status ended = m_sql.ended(statement); !ended)
        return fail(ended.error());
    return fail(ErrorKind::NotFound, QCoreApplication::translate("acx", "This entry is no longer in the history."));
}

Status HistoryStore::remove(const QList<qint64> &ids)
{
    return guarded<void>([this, &ids] { return m_sql.transaction([this, &ids] { return removeEach(ids); }); });
}

Status HistoryStore::removeEach(const QList<qint64> &ids)
{
    for (const qint64 id : ids) {
        if (Status done = m_sql.run(u"DELETE FROM entries WHERE id = ?"_s, {id}); !done)
            return done;
    }
    return {};
}

Result<qint64> HistoryStore::count()
{
    return guarded<qint64>([this] { return m_sql.number(u"SELECT entries FROM totals"_s); });
}

Status HistoryStore::clear()
{
    return guarded<void>([this]() -> Status {
        if (Status done = m_sql.transaction([this] { return makeAnew(); }); !done)
            return done;
        // Also from the file: what was written beside the tables, and the room they took. Others who are reading may
        // keep that from happening now; it then happens with a later change.
        (void)m_sql.run(u"VACUUM"_s);
        (void)m_sql.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        return {};
    });
}

Status HistoryStore::makeAnew()
{
    const Result<qint64> last = m_sql.number(u"SELECT max(seq) FROM sqlite_sequence WHERE name = 'entries'"_s);
    if (!last)
        return fail(last.error());
    for (const QString &statement : historyTableRemoval() + historyTables()) {
        if (Status done = m_sql.run(statement); !done)
            return done;
    }
    return m_sql.run(u"INSERT INTO sqlite_sequence(name, seq) VALUES('entries', ?)"_s, {*last});
}

Result<bool> HistoryStore::prune(const HistoryOptions &options, const QDateTime &now)
{
    return guarded<bool>([&, this]() -> Result<bool> {
        const Result<QList<qint64>> ids = beyondLimits(options, now);
        if (!ids || ids->isEmpty())
            return ids ? Result<bool>(false) : fail(ids.error());
        Status done = m_sql.transaction([this, &ids] { return removeEach(*ids); });
        if (done)
            done = m_sql.run(u"PRAGMA incremental_vacuum(256)"_s);
        return done ? Result<bool>(ids->size() >= pruneBatch) : fail(done.error());
    });
}

Result<QList<qint64>> HistoryStore::beyondLimits(const HistoryOptions &options, const QDateTime &now)
{
    const Result<qint64> entries = m_sql.number(u"SELECT entries FROM totals"_s);
    const Result<qint64> bytes = m_sql.number(u"SELECT bytes FROM totals"_s);
    if (!entries || !bytes)
        return fail(entries ? bytes.error() : entries.error());
    const auto believed = [](qint64 number) { return std::clamp<qint64>(number, 0, mostCounted); };
    qint64 tooMany = believed(*entries) - options.maxEntries;
    qint64 tooMuch = believed(*bytes) - qint64(options.maxMegabytes) * 1024 * 1024;
    const qint64 oldest = options.maxDays > 0 ? now.addDays(-options.maxDays).toMSecsSinceEpoch() : 0;
    QSqlQuery statement = m_sql.query();
    if (Status done = m_sql.run(statement, u"SELECT id, bytes, sent_at FROM entries ORDER BY id"_s); !done)
        return fail(done.error());
    QList<qint64> ids;
    QList<qint64> passed; // also those of a clock that was ahead: they are as old as what came after them
    while (ids.size() < pruneBatch && statement.next()) {
        const bool isBeyond = tooMany > 0 || tooMuch > 0 || statement.value(2).toLongLong() < oldest;
        if (!isBeyond && statement.value(2).toLongLong() <= now.toMSecsSinceEpoch())
            break;
        passed += statement.value(0).toLongLong();
        if (!isBeyond)
            continue;
        ids += std::exchange(passed, {});
        --tooMany;
        tooMuch -= believed(statement.value(1).toLongLong());
    }
    return ids;
}

} // namespace acx
