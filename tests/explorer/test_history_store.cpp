// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/history_schema.h"
#include "app/explorer/history_store.h"
#include "tests/explorer/history_bench.h"
#include "tests/support/run_canary.h"
#include "tests/support/searched_folder.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <algorithm>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace acx;

class TestHistoryStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_folder = std::make_unique<SearchedFolder>();
        m_path = m_folder->filePath(u"data/apiconnect-explorer/history.sqlite"_s);
    }
    void givesBackWhatWasKept();
    void readsPageByPage();
    void findsAnyWord_data();
    void findsAnyWord();
    void findsEveryCharacter();
    void forgetsWhatWasRemoved();
    void clearsForGood();
    void keepsWithinLimits_data();
    void keepsWithinLimits();
    void theAgeLimitPassesEntriesFromAhead();
    void filesArePrivate();
    void twoAtOnceLoseNothing();

private:
    std::unique_ptr<SearchedFolder> m_folder;
    QString m_path;
};

void TestHistoryStore::givesBackWhatWasKept()
{
    HistoryEntry entry = makeEntry(u"Browse wares"_s, "{\"n\":1e400}");
    {
        HistoryStore store(m_path);
        const Result<qint64> id = store.add(entry);
        QVERIFY2(id, qPrintable(id ? QString() : id.error().message() + id.error().technical));
        entry.row.id = *id;
    }
    HistoryStore store(m_path);
    const Result<HistoryEntry> read = store.read(entry.row.id);
    QVERIFY(read);
    QCOMPARE(read->row, entry.row);
    QVERIFY(*read == entry);
    QVERIFY(!store.takeNotice());
    const Result<HistoryEntry> missing = store.read(99);
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::NotFound);
}

void TestHistoryStore::readsPageByPage()
{
    HistoryStore store{QString()};
    for (int i = 0; i < 25; ++i)
        QVERIFY(store.add(makeEntry(u"number %1 %2"_s.arg(i).arg(i % 2 ? u"odd"_s : u"even"_s))));
    HistoryQuery query;
    query.limit = 10;
    QStringList seen;
    for (int round = 0; round < 3; ++round) {
        const Result<HistoryPage> page = store.find(query);
        QVERIFY(page);
        QCOMPARE(page->hasMore, round < 2);
        QCOMPARE(page->total, 25);
        seen += titles(page);
        query.before = page->rows.constLast().id;
    }
    QCOMPARE(seen.size(), 25);
    QCOMPARE(seen.constFirst(), u"number 24 even"_s);
    QCOMPARE(seen.constLast(), u"number 0 even"_s);
    const Result<HistoryPage> odd = store.find({u"odd"_s, 0, 5});
    QVERIFY(odd);
    QCOMPARE(odd->found, 12);
    QVERIFY(odd->hasMore);
    QCOMPARE(odd->rows.constLast().title, u"number 15 odd"_s);
    const Result<HistoryPage> rest = store.find({u"odd"_s, odd->rows.constLast().id, 50});
    QCOMPARE(titles(rest).size(), 7);
    QCOMPARE(rest->found, -1);
}

void TestHistoryStore::findsAnyWord_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("found");
    const QStringList both{u"Second"_s, u"Browse wares"_s};
    QTest::newRow("nothing") << QString() << both;
    QTest::newRow("blanks") << u"   "_s << both;
    QTest::newRow("method") << u"get"_s << both;
    QTest::newRow("title") << u"BROWSE war"_s << QStringList{u"Browse wares"_s};
    QTest::newRow("path") << u"/api/catalogs/acme"_s << both;
    QTest::newRow("operation id") << u"v10.listpro"_s << both;
    QTest::newRow("profile") << u"production"_s << both;
    QTest::newRow("status") << u"404"_s << QStringList{u"Second"_s};
    QTest::newRow("request body") << u"flight-stat"_s << both;
    QTest::newRow("answer") << u"zeppelin"_s << QStringList{u"Browse wares"_s};
    QTest::newRow("answer, prefix of one letter") << u"z"_s << QStringList{u"Browse wares"_s};
    QTest::newRow("header") << u"req-7781"_s << both;
    QTest::newRow("accents") << u"munchen"_s << QStringList{u"Browse wares"_s};
    QTest::newRow("decomposed accents") << u"Mu\u0308nch"_s << QStringList{u"Browse wares"_s};
    QTest::newRow("other letters") << u"東京"_s << QStringList{u"Browse wares"_s};
    QTest::newRow("Hangul") << u"서울"_s << QStringList{u"Browse wares"_s};
    QTest::newRow("all words") << u"second zeppelin"_s << QStringList{};
    QTest::newRow("not within a word") << u"eppelin"_s << QStringList{};
    QTest::newRow("signs only") << u"\"*() -"_s << QStringList{};
    QTest::newRow("operators are words") << u"second OR zeppelin"_s << QStringList{};
    QTest::newRow("signs between") << u"\"browse\"* (wares)"_s << QStringList{u"Browse wares"_s};
    QTest::newRow("emoji") << u"😀"_s << QStringList{};
    QTest::newRow("emoji in a word") << u"wa😀rp"_s << QStringList{};
    QTest::newRow("emoji between words") << u"browse😀wares"_s << QStringList{u"Browse wares"_s};
    QTest::newRow("half a pair") << u"browse"_s + QChar(0xd83d) << QStringList{u"Browse wares"_s};
    QTest::newRow("Cyrillic") << u"Ёлка чай"_s << QStringList{u"Browse wares"_s};
    QTest::newRow("Greek") << u"ΚΑΛΆ"_s << QStringList{u"Browse wares"_s};
    QTest::newRow("Kana") << u"ガラス"_s << QStringList{u"Browse wares"_s};
    QTest::newRow("Devanagari") << u"हिन्दी"_s << QStringList{u"Browse wares"_s};
    QTest::newRow("Arabic with vowels") << u"مُحَمَّد"_s << QStringList{u"Browse wares"_s};
}

void TestHistoryStore::findsAnyWord()
{
    QFETCH(QString, words);
    QFETCH(QStringList, found);
    HistoryStore store{QString()};
    QVERIFY(store.add(makeEntry(u"Browse wares"_s, u"{\"ship\":\"Zeppelin München 東京 서울 ёлка чай "
                                                   "καλάμι ガラス हिन्दी مُحَمَّد\"}"_s.toUtf8())));
    HistoryEntry second = makeEntry(u"Second"_s);
    second.row.status = 404;
    QVERIFY(store.add(second));
    QCOMPARE(titles(store.find({words, 0, 10})), found);
}

// A text is found by itself, whatever stands in it, and by no term that the index refuses.
void TestHistoryStore::findsEveryCharacter()
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"characters"_s);
    const auto close = qScopeGuard([&database] {
        database = {};
        QSqlDatabase::removeDatabase(u"characters"_s);
    });
    database.setDatabaseName(u":memory:"_s);
    QVERIFY(database.open() && database.transaction());
    QSqlQuery query(database);
    const QStringList tables = historyTables();
    const auto index = std::ranges::find_if(tables, [](const QString &table) { return table.contains("fts5"_L1); });
    // The product's own index, with a content of its own.
    QVERIFY(query.exec(QString(*index).remove(u"content='searched', content_rowid='id', "_s)));
    QSqlQuery insertion(database);
    QVERIFY(insertion.prepare(u"INSERT INTO words(rowid, text) VALUES(?, ?)"_s));
    QVERIFY(query.prepare(u"SELECT count(*) FROM words WHERE words MATCH ? AND rowid = ?"_s));
    QStringList missing;
    for (char32_t c = 1; c <= 0x1ffff; ++c) {
        const QChar::Script script = QChar::script(c);
        if (QChar::isSurrogate(c) ||
            (c % 64 != 0 && (script == QChar::Script_Han || script == QChar::Script_Hangul ||
                             script == QChar::Script_Tangut || script == QChar::Script_Unknown)))
            continue;
        const QString number = u"x%1"_s.arg(uint(c), 0, 16);
        const QString letter = QString::fromUcs4(&c, 1);
        const QString text = number + letter + number + u"y "_s + letter + number;
        insertion.bindValue(0, uint(c));
        insertion.bindValue(1, text);
        QVERIFY2(insertion.exec(), qPrintable(insertion.lastError().text()));
        query.bindValue(0, historyMatch(text));
        query.bindValue(1, uint(c));
        QVERIFY2(query.exec() && query.next(), qPrintable(number + u' ' + query.lastError().text()));
        if (query.value(0).toInt() != 1)
            missing += number;
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ')));
}

void TestHistoryStore::forgetsWhatWasRemoved()
{
    HistoryStore store{QString()};
    const Result<qint64> first = store.add(makeEntry(u"one"_s));
    const Result<qint64> second = store.add(makeEntry(u"two"_s));
    QVERIFY(first && second);
    QVERIFY(store.remove({*second, 4711}));
    QCOMPARE(titles(store.find({})), QStringList{u"one"_s});
    QCOMPARE(titles(store.find({u"two"_s, 0, 10})), QStringList());
    QCOMPARE(store.count().value_or(-1), 1);
    const Result<qint64> third = store.add(makeEntry(u"three"_s));
    QVERIFY(third.value_or(0) > *second);
}

void TestHistoryStore::clearsForGood()
{
    const QByteArray canary = runSecret();
    HistoryStore store(m_path);
    qint64 last = 0;
    for (int i = 0; i < 50; ++i)
        last = store.add(makeEntry(u"entry"_s, "{\"word\":\"" + canary + "\"}")).value_or(0);
    QVERIFY(last > 0);
    const auto holding = [&] {
        QStringList files;
        const QDir folder = QFileInfo(m_path).dir();
        for (const QString &name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(canary))
                files += name;
        }
        return files;
    };
    QVERIFY(!holding().isEmpty());
    const Status cleared = store.clear();
    QVERIFY2(cleared, qPrintable(cleared ? QString() : cleared.error().technical));
    QCOMPARE(holding(), QStringList());
    QCOMPARE(titles(store.find({})), QStringList());
    QCOMPARE(store.count().value_or(-1), 0);
    QVERIFY(store.add(makeEntry(u"anew"_s)).value_or(0) > last);
    QCOMPARE(titles(store.find({u"anew"_s, 0, 10})), QStringList{u"anew"_s});
}

void TestHistoryStore::keepsWithinLimits_data()
{
    QTest::addColumn<int>("entries");
    QTest::addColumn<int>("megabytes");
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("left");
    QTest::newRow("all fit") << 1000 << 100 << 0 << 450;
    QTest::newRow("entries") << 7 << 100 << 0 << 7;
    QTest::newRow("megabytes") << 1000 << 1 << 0 << 51; // of some 20 KB each
    QTest::newRow("days") << 1000 << 100 << 10 << 10;
    QTest::newRow("all too old") << 1000 << 100 << 1 << 1;
}

void TestHistoryStore::keepsWithinLimits()
{
    QFETCH(int, entries);
    QFETCH(int, megabytes);
    QFETCH(int, days);
    QFETCH(int, left);
    HistoryStore store{QString()};
    const QDateTime now(QDate(2026, 9, 14), QTime(8, 0), Qt::UTC);
    for (int i = 449; i >= 0; --i) {
        HistoryEntry entry = makeEntry(QString::number(i), QByteArray(9 * 1024 + 700, 'x'));
        entry.row.sentAt = now.addDays(-i).addSecs(-1).addSecs(i == 0 ? 1 : 0);
        QVERIFY(store.add(entry));
    }
    HistoryOptions options;
    options.maxEntries = entries;
    options.maxMegabytes = megabytes;
    options.maxDays = days;
    Result<bool> more = true;
    for (int round = 0; more && *more; ++round) {
        QVERIFY(round < 5);
        more = store.prune(options, now);
    }
    QVERIFY(more);
    const Result<qint64> count = store.count();
    QVERIFY(count);
    QVERIFY2(qAbs(*count - left) <= (megabytes == 1 ? 5 : 0), qPrintable(QString::number(*count)));
    const Result<HistoryPage> page = store.find({u"get"_s, 0, 1000});
    QVERIFY(page);
    QCOMPARE(page->rows.size(), *count);
    QCOMPARE(page->rows.constFirst().title, u"0"_s); // the latest stay
}

void TestHistoryStore::theAgeLimitPassesEntriesFromAhead()
{
    const QDateTime now(QDate(2026, 9, 14), QTime(8, 0), Qt::UTC);
    HistoryStore store{QString()};
    for (const int days : {-40, 900, 900, -30, -20, 800, -1, 700, 0}) { // the clock was wrong three times
        HistoryEntry entry = makeEntry(QString::number(days));
        entry.row.sentAt = now.addDays(days);
        QVERIFY(store.add(entry));
    }
    HistoryOptions options;
    options.maxDays = 10;
    const Result<bool> more = store.prune(options, now);
    QVERIFY(more && !*more);
    QCOMPARE(titles(store.find({})), QStringList({u"0"_s, u"700"_s, u"-1"_s, u"800"_s}));
}

void TestHistoryStore::filesArePrivate()
{
    ::umask(0);
    {
        HistoryStore store(m_path);
        QVERIFY(store.add(makeEntry(u"one"_s)));
        QCOMPARE(modeOf(m_path), 0600);
        QCOMPARE(modeOf(m_path + "-wal"_L1), 0600);
        QCOMPARE(modeOf(m_path + "-shm"_L1), 0600);
        QCOMPARE(modeOf(QFileInfo(m_path).path()), 0700);
    }
    QVERIFY(::chmod(QFile::encodeName(m_path).constData(), 0644) == 0);
    HistoryStore store(m_path);
    QCOMPARE(store.count().value_or(-1), 1);
    QCOMPARE(modeOf(m_path), 0600);
    ::umask(077);
}

void TestHistoryStore::twoAtOnceLoseNothing()
{
    HistoryStore first(m_path);
    HistoryStore second(m_path);
    for (int i = 0; i < 40; ++i) {
        QVERIFY(first.add(makeEntry(u"first"_s)));
        QVERIFY(second.add(makeEntry(u"second"_s)));
    }
    QCOMPARE(first.count().value_or(-1), 80);
    QCOMPARE(titles(second.find({u"first"_s, 0, 100})).size(), 40);
    QVERIFY(second.clear());
    QCOMPARE(first.count().value_or(-1), 0);
    QVERIFY(first.add(makeEntry(u"again"_s)));
    QCOMPARE(titles(second.find({u"again"_s, 0, 100})), QStringList{u"again"_s});
}

ACX_TEST_MAIN(TestHistoryStore)
#include "test_history_store.moc"
