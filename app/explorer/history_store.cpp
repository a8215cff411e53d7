// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/history_store.h"

#include "app/explorer/history_columns.h"
#include "app/explorer/history_schema.h"

#include <QAtomicInt>
#include <QCoreApplication>
#include <QLockFile>
#include <QSqlDatabase>
#include <QSqlError>
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

// Primary result codes, https://www.sqlite.org/rescode.html
enum class SqliteCode { Busy = 5, Locked = 6, Corrupt = 11, Full = 13, NoDatabase = 26 };

QString nextConnection()
{
    static QAtomicInt number;
    return u"acx-history-%1"_s.arg(number.fetchAndAddRelaxed(1));
}

QString place(const QString &path)
{
    return path.isEmpty() ? QCoreApplication::translate("acx", "memory") : path;
}

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
{}

HistoryStore::~HistoryStore()
{
    close();
}

std::optional<Error> HistoryStore::takeNotice()
{
    return std::exchange(m_notice, std::nullopt);
}

// --- opening ---------------------------------------------------------------------------------------------------------

QSqlQuery HistoryStore::query() const
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    return query;
}

void HistoryStore::close()
{
    if (m_connection.isEmpty())
        return;
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
    m_connection.clear();
}

Status HistoryStore::open()
{
    if (m_refused)
        return fail(*m_refused);
    if (!m_connection.isEmpty())
        return {};
    m_damaged = false;
    Status status = connectTo();
    if (status || !m_damaged)
        return status;
    if (Status recovered = recover(); !recovered)
        return recovered;
    return connectTo();
}

Status HistoryStore::recover()
{
    m_damaged = false;
    close();
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
    const QString driver = u"QSQLITE"_s;
    if (!QSqlDatabase::isDriverAvailable(driver)) {
        m_refused = missingSqlite(u"SQLite"_s);
        return fail(*m_refused);
    }
    m_connection = nextConnection();
    Status status;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(driver, m_connection);
        database.setDatabaseName(m_path.isEmpty() ? u":memory:"_s : m_path);
        database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
        status = database.open() ? setUp() : Status(fail(errorOf(database.lastError())));
    }
    if (!status)
        close();
    return status;
}

Status HistoryStore::setUp()
{
    Result<qint64> value = number(u"SELECT sqlite_compileoption_used('ENABLE_FTS5')"_s);
    if (!value)
        return fail(value.error());
    if (*value == 0) {
        m_refused = missingSqlite(u"SQLite FTS5"_s);
        return fail(*m_refused);
    }
    value = number(u"PRAGMA user_version"_s);
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
        if (Status set = run(setting); !set)
            return set;
    }
    value = number(u"SELECT count(*) FROM sqlite_master WHERE name IN "
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
    QLockFile lock(m_path + ".lock"_L1);
    if (!m_path.isEmpty() && !lock.tryLock(std::chrono::seconds(5)))
        return fail(ErrorKind::Disk, QCoreApplication::translate("acx", "Another program is making the history."),
                    QCoreApplication::translate("acx", "Try again in a moment."), m_path);
    for (const QString &setting : {u"PRAGMA auto_vacuum=INCREMENTAL"_s, u"PRAGMA journal_mode=WAL"_s}) {
        if (Status set = run(setting); !set)
            return set;
    }
    return transaction([this]() -> Status {
        const Result<qint64> tables = number(u"SELECT count(*) FROM sqlite_master"_s);
        const Result<qint64> version = number(u"PRAGMA user_version"_s);
        if (!tables || !version)
            return fail(tables ? version.error() : tables.error());
        if (*version != 0)
            return {};
        if (*tables > 0) {
            m_damaged = true; // somebody else's
            return fail(damageNotice(m_path));
        }
        for (const QString &statement : historyTables()) {
            if (Status made = run(statement); !made)
                return made;
        }
        return run(u"PRAGMA user_version=%1"_s.arg(historyFormat));
    });
}

// --- statements ------------------------------------------------------------------------------------------------------

Error HistoryStore::errorOf(const QSqlError &error)
{
    constexpr int primary = 0xff; // extended codes hold the primary one in their low byte
    Error told;
    told.kind = ErrorKind::Disk;
    told.technical = u"%1 (%2)"_s.arg(error.text(), error.nativeErrorCode());
    told.sentence = QCoreApplication::translate("acx", "The history in %1 cannot be used.").arg(place(m_path));
    told.nextStep = QCoreApplication::translate("acx", "Requests go out as ever; nothing is recorded. Check the free "
                                                       "space and the permissions of its folder.");
    switch (static_cast<SqliteCode>(error.nativeErrorCode().toInt() & primary)) {
    case SqliteCode::Corrupt:
    case SqliteCode::NoDatabase:
        m_damaged = true;
        break;
    case SqliteCode::Full:
        told.sentence =
            QCoreApplication::translate("acx", "There is no room for the history in %1.").arg(place(m_path));
        told.nextStep = QCoreApplication::translate(
            "acx", "Make room on that disk. Until then requests go out as ever and are not recorded.");
        break;
    case SqliteCode::Busy:
    case SqliteCode::Locked:
        told.sentence = QCoreApplication::translate("acx", "Another program is using the history.");
        told.nextStep = QCoreApplication::translate("acx", "Try again in a moment.");
        break;
    }
    return told;
}

Status HistoryStore::run(QSqlQuery &query, const QString &sql, const QVariantList &values)
{
    if (!query.prepare(sql))
        return fail(errorOf(query.lastError()));
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return fail(errorOf(query.lastError()));
    return {};
}

Status HistoryStore::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery statement = query();
    return run(statement, sql, values);
}

Result<qint64> HistoryStore::number(const QString &sql, const QVariantList &values)
{
    QSqlQuery statement = query();
    if (Status done = run(statement, sql, values); !done)
        return fail(done.error());
    return statement.next() ? statement.value(0).toLongLong() : 0;
}

template <class Work>
Status HistoryStore::transaction(const Work &work)
{
    if (Status begun = run(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    Status done = work();
    if (done)
        done = run(u"COMMIT"_s);
    if (!done)
        (void)run(u"ROLLBACK"_s); // the first failure is the one to tell
    return done;
}

template <class T, class Work>
Result<T> HistoryStore::guarded(const Work &work)
{
    for (int attempt = 0;; ++attempt) {
        if (Status opened = open(); !opened)
            return fail(opened.error());
        Result<T> result = work();
        if (result || !m_damaged || attempt > 0 || m_path.isEmpty())
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
        const Status done = transaction([&] { return insert(entry, id); });
        return done ? Result<qint64>(id) : fail(done.error());
    });
}

Status HistoryStore::insert(const HistoryEntry &entry, qint64 &id)
{
    QSqlQuery statement = query();
    if (Status done = run(statement, rowInsertion(), rowValues(entry)); !done)
        return done;
    id = statement.lastInsertId().toLongLong();
    return run(detailInsertion(), detailValues(entry, id));
}

Result<HistoryPage> HistoryStore::find(const HistoryQuery &query)
{
    return guarded<HistoryPage>([this, &query] { return page(query); });
}

Result<HistoryPage> HistoryStore::page(const HistoryQuery &wanted)
{
    HistoryPage page;
    const Result<qint64> total = number(u"SELECT entries FROM totals"_s);
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
    QSqlQuery statement = query();
    if (Status done = run(statement, latestRows(), {before, limit + 1}); !done)
        return done;
    while (statement.next())
        page.rows.append(readRow(statement));
    if (statement.lastError().isValid())
        return fail(errorOf(statement.lastError()));
    page.hasMore = page.rows.size() > limit;
    if (page.hasMore)
        page.rows.removeLast();
    return {};
}

Status HistoryStore::readMatching(const QString &match, qint64 before, int limit, HistoryPage &page)
{
    // Page and count come from one look into the index, which is what takes the time.
    QSqlQuery matching = query();
    const qint64 most = std::max(qint64(limit) + 1, HistoryPage::countLimit);
    if (Status done = run(matching, matchingIds(), {match, before, most}); !done)
        return done;
    QSqlQuery statement = query();
    if (!statement.prepare(oneRow()))
        return fail(errorOf(statement.lastError()));
    page.found = 0;
    for (; matching.next(); ++page.found) {
        if (page.found >= limit)
            continue;
        statement.bindValue(0, matching.value(0));
        if (!statement.exec())
            return fail(errorOf(statement.lastError()));
        if (statement.next())
            page.rows.append(readRow(statement));
        statement.finish();
    }
    if (matching.lastError().isValid())
        return fail(errorOf(matching.lastError()));
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
    QSqlQuery statement = query();
    if (Status done = run(statement, wholeEntry(), {id}); !done)
        return fail(done.error());
    if (statement.next())
        return readEntry(statement);
    if (statement.lastError().isValid())
        return fail(errorOf(statement.lastError()));
    return fail(ErrorKind::NotFound, QCoreApplication::translate("acx", "This entry is no longer in the history."));
}

Status HistoryStore::remove(const QList<qint64> &ids)
{
    return guarded<void>([this, &ids] { return transaction([this, &ids] { return removeEach(ids); }); });
}

Status HistoryStore::removeEach(const QList<qint64> &ids)
{
    for (const qint64 id : ids) {
        if (Status done = run(u"DELETE FROM entries WHERE id = ?"_s, {id}); !done)
            return done;
    }
    return {};
}

Result<qint64> HistoryStore::count()
{
    return guarded<qint64>([this] { return number(u"SELECT entries FROM totals"_s); });
}

Status HistoryStore::clear()
{
    return guarded<void>([this]() -> Status {
        if (Status done = transaction([this] { return makeAnew(); }); !done)
            return done;
        // Also from the file: what was written beside the tables, and the room they took. Others who are reading may
        // keep that from happening now; it then happens with a later change.
        (void)run(u"VACUUM"_s);
        (void)run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        return {};
    });
}

Status HistoryStore::makeAnew()
{
    const Result<qint64> last = number(u"SELECT max(seq) FROM sqlite_sequence WHERE name = 'entries'"_s);
    if (!last)
        return fail(last.error());
    for (const QString &statement : historyTableRemoval() + historyTables()) {
        if (Status done = run(statement); !done)
            return done;
    }
    return run(u"INSERT INTO sqlite_sequence(name, seq) VALUES('entries', ?)"_s, {*last});
}

Result<bool> HistoryStore::prune(const HistoryOptions &options, const QDateTime &now)
{
    return guarded<bool>([&, this]() -> Result<bool> {
        const Result<QList<qint64>> ids = beyondLimits(options, now);
        if (!ids || ids->isEmpty())
            return ids ? Result<bool>(false) : fail(ids.error());
        Status done = transaction([this, &ids] { return removeEach(*ids); });
        if (done)
            done = run(u"PRAGMA incremental_vacuum(256)"_s);
        return done ? Result<bool>(ids->size() == pruneBatch) : fail(done.error());
    });
}

Result<QList<qint64>> HistoryStore::beyondLimits(const HistoryOptions &options, const QDateTime &now)
{
    const Result<qint64> entries = number(u"SELECT entries FROM totals"_s);
    const Result<qint64> bytes = number(u"SELECT bytes FROM totals"_s);
    if (!entries || !bytes)
        return fail(entries ? bytes.error() : entries.error());
    qint64 tooMany = *entries - options.maxEntries;
    qint64 tooMuch = *bytes - qint64(options.maxMegabytes) * 1024 * 1024;
    const qint64 oldest = options.maxDays > 0 ? now.addDays(-options.maxDays).toMSecsSinceEpoch() : 0;
    QSqlQuery statement = query();
    if (Status done = run(statement, u"SELECT id, bytes, sent_at FROM entries ORDER BY id LIMIT ?"_s, {pruneBatch});
        !done)
        return fail(done.error());
    QList<qint64> ids;
    while (statement.next() && (tooMany > 0 || tooMuch > 0 || statement.value(2).toLongLong() < oldest)) {
        ids += statement.value(0).toLongLong();
        --tooMany;
        tooMuch -= statement.value(1).toLongLong();
    }
    return ids;
}

} // namespace acx
