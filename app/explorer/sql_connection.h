// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QString>
#include <QVariantList>

QT_BEGIN_NAMESPACE
class QSqlError;
class QSqlQuery;
QT_END_NAMESPACE

namespace acx {

/// The connection of one thread to the history's SQLite file, with errors in words. Errors are of kind Disk.
class SqlConnection final
{
    Q_DISABLE_COPY_MOVE(SqlConnection)

public:
    /// Empty = in memory.
    explicit SqlConnection(QString path);
    ~SqlConnection();

    /// Whether Qt has its driver for SQLite, which is a package of its own in some systems.
    [[nodiscard]] static bool hasDriver();
    [[nodiscard]] Status open();
    /// All queries have to be gone.
    void close();
    [[nodiscard]] bool isOpen() const { return !m_name.isEmpty(); }
    /// True once an error said that the file is damaged.
    [[nodiscard]] bool isDamaged() const { return m_damaged; }

    [[nodiscard]] QSqlQuery query() const;
    [[nodiscard]] Status run(const QString &sql, const QVariantList &values = {});
    [[nodiscard]] Status run(QSqlQuery &query, const QString &sql, const QVariantList &values = {});
    [[nodiscard]] Status prepare(QSqlQuery &query, const QString &sql);
    /// Runs what was prepared, with these values.
    [[nodiscard]] Status runPrepared(QSqlQuery &query, const QVariantList &values);
    /// The first value of the first row; 0 if there is none.
    [[nodiscard]] Result<qint64> number(const QString &sql, const QVariantList &values = {});
    /// Why a query ended before its last row; nothing if it did not.
    [[nodiscard]] Status ended(const QSqlQuery &query);
    /// Runs `work` (Status()) as a whole or not at all.
    template <class Work>
    [[nodiscard]] Status transaction(const Work &work)
    {
        if (Status begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
            return begun;
        Status done = work();
        if (done)
            done = run(QStringLiteral("COMMIT"));
        if (!done)
            (void)run(QStringLiteral("ROLLBACK")); // the first failure is the one to tell
        return done;
    }

private:
    [[nodiscard]] Error errorOf(const QSqlError &error);

    QString m_path;
    QString m_name; ///< of the Qt Sql connection; empty = closed
    bool m_damaged = false;
};

} // namespace acx
