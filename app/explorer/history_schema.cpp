// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/history_schema.h"

using namespace Qt::StringLiterals;

namespace acx {

QStringList historyTables()
{
    return {
        u"CREATE TABLE entries(id INTEGER PRIMARY KEY AUTOINCREMENT, sent_at INTEGER NOT NULL, profile TEXT, "
        "profile_name TEXT, catalog TEXT, operation TEXT, title TEXT, method TEXT NOT NULL, url TEXT NOT NULL, "
        "status INTEGER NOT NULL, size INTEGER NOT NULL, milliseconds REAL NOT NULL, bytes INTEGER NOT NULL)"_s,
        u"CREATE TABLE details(id INTEGER PRIMARY KEY, token_kind TEXT, request_headers TEXT, request_body BLOB, "
        "request_kept INTEGER, response_headers TEXT, response_body BLOB, response_kept INTEGER, queued REAL, "
        "connected REAL, sent REAL, first_byte REAL, finished REAL, answered_by TEXT, error TEXT, state TEXT)"_s,
        u"CREATE TABLE totals(entries INTEGER NOT NULL, bytes INTEGER NOT NULL)"_s,
        u"INSERT INTO totals VALUES(0, 0)"_s,
        // The beginning of large bodies only: the index would grow with all of them.
        u"CREATE VIEW searched AS SELECT d.id AS id, e.method || ' ' || e.url || ' ' || ifnull(e.title, '') || ' ' || "
        "ifnull(e.operation, '') || ' ' || ifnull(e.profile_name, '') || ' ' || e.status || ' ' || "
        "ifnull(d.error, '') || ' ' || ifnull(d.request_headers, '') || ' ' || ifnull(d.response_headers, '') || ' ' "
        "|| CAST(substr(ifnull(d.request_body, ''), 1, %1) AS TEXT) || ' ' || "
        "CAST(substr(ifnull(d.response_body, ''), 1, %1) AS TEXT) AS text FROM details d JOIN entries e ON e.id = "
        "d.id"_s.arg(historyIndexedBytes),
        // With an index for each length, what somebody types is found without gathering all entries of all words that
        // begin so: 1 ms instead of 20 with 100,000 entries.
        u"CREATE VIRTUAL TABLE words USING fts5(text, content='searched', content_rowid='id', "
        "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6 7 8 9 10 11 12', detail='none', columnsize=0)"_s,
        u"CREATE TRIGGER added AFTER INSERT ON details BEGIN "
        "INSERT INTO words(rowid, text) SELECT id, text FROM searched WHERE id = new.id; END"_s,
        u"CREATE TRIGGER counted AFTER INSERT ON entries BEGIN "
        "UPDATE totals SET entries = entries + 1, bytes = bytes + new.bytes; END"_s,
        u"CREATE TRIGGER removed BEFORE DELETE ON entries BEGIN "
        "INSERT INTO words(words, rowid, text) SELECT 'delete', id, text FROM searched WHERE id = old.id; "
        "DELETE FROM details WHERE id = old.id; "
        "UPDATE totals SET entries = entries - 1, bytes = bytes - old.bytes; END"_s,
    };
}

QStringList historyTableRemoval()
{
    return {u"DROP TABLE IF EXISTS words"_s, u"DROP VIEW IF EXISTS searched"_s, u"DROP TABLE IF EXISTS details"_s,
            u"DROP TABLE IF EXISTS entries"_s, u"DROP TABLE IF EXISTS totals"_s};
}

QString historyMatch(const QString &words)
{
    // The tokenizer takes accents off; decomposed, they stand apart here, too.
    QString plain = words.normalized(QString::NormalizationForm_D);
    plain.removeIf([](QChar c) { return c.isMark(); });
    plain = plain.normalized(QString::NormalizationForm_C);
    QStringList terms;
    QString word;
    const auto finish = [&terms, &word] {
        if (!word.isEmpty())
            terms += u"\"%1\"*"_s.arg(word);
        word.clear();
    };
    for (qsizetype i = 0; i < plain.size(); ++i) {
        const QChar c = plain[i];
        // Characters beyond the first plane come as two surrogates, which belong together. Half of one would swallow
        // the quotation mark behind it on its way to UTF-8.
        const bool isPair = c.isHighSurrogate() && i + 1 < plain.size() && plain[i + 1].isLowSurrogate();
        if (isPair)
            word += QStringView(plain).mid(i++, 2);
        else if (c.isLetterOrNumber())
            word += c;
        else
            finish();
    }
    finish();
    return terms.join(u' ');
}

} // namespace acx
