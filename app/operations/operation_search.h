// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace acx {

/// What one operation is found by.
struct SearchEntry
{
    QString id;
    QString title;
    QString path;
    QString group;
    QString method;
    QStringList parameters;
};

/// Finds operations by any words of id, title, path, group or parameters. Everything is put into lower case once.
class OperationSearch final
{
public:
    void add(const SearchEntry &entry);

    /// Indices of the entries that hold every word of `words`, in any order; the best first: id or title are exactly
    /// these words, begin with them, have a word that begins with each of them, any text has, hold them somewhere;
    /// equals by shorter title, then by their order. All entries in their order for no words.
    [[nodiscard]] QList<qsizetype> find(const QString &words) const;

private:
    struct Entry
    {
        QString id; ///< without the catalog's name before the dot
        QString fullId;
        QString title;
        QString text; ///< everything, title first
    };
    [[nodiscard]] static int rank(const Entry &entry, const QString &whole, const QStringList &words);

    QList<Entry> m_entries;
};

} // namespace acx
