// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/sql_connection.h"

#include <QAtomicInt>
#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

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

} // namespace

SqlConnection::SqlConnection(QString path)
    : m_path(std::move(path))
{}

SqlConnection::~SqlConnection()
{
    close();
}

bool SqlConnection::hasDriver()
{
    return QSqlDatabase::isDriverAvailable(u"QSQLITE"_s);
}

Status SqlConnection::open()
{
    m_damaged = false;
    m_name = nextConnection();
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    database.setDatabaseName(m_path.isEmpty() ? u":memory:"_s : m_path);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s); // milliseconds
    return database.open() ? Status() : fail(errorOf(database.lastError()));
}

void SqlConnection::close()
{
    if (m_name.isEmpty())
        return;
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
    m_name.clear();
}

QSqlQuery SqlConnection::query() const
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    return query;
}

Error SqlConnection::errorOf(const QSqlError &error)
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

Status SqlConnection::prepare(QSqlQuery &query, const QString &sql)
{
    return query.prepare(sql) ? Status() : fail(errorOf(query.lastError()));
}

Status SqlConnection::runPrepared(QSqlQuery &query, const QVariantList &values)
{
    int place = 0;
    for (const QVariant &value : values)
        query.bindValue(place++, value);
    return query.exec() ? Status() : fail(errorOf(query.lastError()));
}

Status SqlConnection::run(QSqlQuery &query, const QString &sql, const QVariantList &values)
{
    if (Status prepared = prepare(query, sql); !prepared)
        return prepared;
    return runPrepared(query, values);
}

Status SqlConnection::ended(const QSqlQuery &query)
{
    return query.lastError().isValid() ? Status(fail(errorOf(query.lastError()))) : Status();
}

Status SqlConnection::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery statement = query();
    return run(statement, sql, values);
}

Result<qint64> SqlConnection::number(const QString &sql, const QVariantList &values)
{
    QSqlQuery statement = query();
    if (Status done = run(statement, sql, values); !done)
        return fail(done.error());
    return statement.next() ? statement.value(0).toLongLong() : 0;
}

} // namespace acx
