// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are damaged, newer, somebody else's, or no files at all.
#include "app/explorer/history_store.h"
#include "tests/explorer/history_bench.h"
#include "tests/support/searched_folder.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

} // namespace

class TestHistoryDamage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_folder = std::make_unique<SearchedFolder>();
        m_path = m_folder->filePath(u"data/apiconnect-explorer/history.sqlite"_s);
    }
    void setsDamageAside_data();
    void setsDamageAside();
    void setsAsideWhatBreaksWhileInUse();
    void leavesANewerFileAlone();
    void saysWhatCannotBeUsed_data();
    void saysWhatCannotBeUsed();
    void damageIsSetAsideOnce();

private:
    QStringList asideFiles() const { return QFileInfo(m_path).dir().entryList({u"*.damaged-*"_s}, QDir::Files); }

    std::unique_ptr<SearchedFolder> m_folder;
    QString m_path;
};

void TestHistoryDamage::setsDamageAside_data()
{
    QTest::addColumn<int>("what");
    QTest::newRow("D7 random bytes") << 0;
    QTest::newRow("D7 the beginning overwritten") << 1;
    QTest::newRow("D7 cut after the first page") << 2;
    QTest::newRow("D7 a hole in the middle") << 3;
    QTest::newRow("D7 a database of somebody else") << 4;
    QTest::newRow("D7 a few bytes") << 5;
    QTest::newRow("D7 tables missing") << 6;
}

void TestHistoryDamage::setsDamageAside()
{
    QFETCH(int, what);
    {
        HistoryStore store(m_path);
        for (int i = 0; i < 60; ++i)
            QVERIFY(store.add(makeEntry(u"old"_s, QByteArray(4000, 'o'))));
    }
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    file.close();
    QVERIFY(bytes.size() > 100'000);
    if (what == 0)
        bytes = QByteArray(50'000, '\x5a');
    else if (what == 1)
        bytes.replace(0, 200, QByteArray(200, '\0'));
    else if (what == 2)
        bytes.truncate(4096);
    else if (what == 3)
        bytes.replace(4096, bytes.size() - 8192, QByteArray(bytes.size() - 8192, '\x7f'));
    else if (what == 5)
        bytes = "SQLite";
    if (what == 4)
        QVERIFY(QFile::remove(m_path));
    if (what == 4 || what == 6) {
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
            other.setDatabaseName(m_path);
            QVERIFY(other.open());
            QSqlQuery query(other);
            QVERIFY(query.exec(what == 4 ? u"CREATE TABLE mine(x)"_s : u"DROP TABLE totals"_s));
        }
        QSqlDatabase::removeDatabase(u"other"_s);
    } else {
        writeBytes(m_path, bytes);
    }
    HistoryStore store(m_path);
    const Result<qint64> id = store.add(makeEntry(u"fresh"_s));
    QVERIFY2(id, qPrintable(id ? QString() : id.error().message() + id.error().technical));
    const std::optional<Error> notice = store.takeNotice();
    QVERIFY(notice);
    QVERIFY(notice->nextStep.contains(asideFiles().value(0)));
    QVERIFY(!store.takeNotice());
    QCOMPARE(titles(store.find({u"fresh"_s, 0, 10})), QStringList{u"fresh"_s});
    QCOMPARE(store.count().value_or(-1), 1);
    for (const QString &name : asideFiles())
        QCOMPARE(modeOf(QFileInfo(m_path).dir().filePath(name)), 0600);
}

void TestHistoryDamage::setsAsideWhatBreaksWhileInUse()
{
    {
        HistoryStore store(m_path);
        for (int i = 0; i < 60; ++i)
            QVERIFY(store.add(makeEntry(u"old"_s, QByteArray(4000, 'o'))));
    }
    HistoryStore store(m_path);
    QCOMPARE(store.count().value_or(-1), 60);
    // Underneath the open connection, as a failing disk does.
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(8192));
    QVERIFY(file.write(QByteArray(qsizetype(file.size()) - 8192, '\x33')) > 0);
    file.close();
    QCOMPARE(titles(store.find({u"old"_s, 0, 1000})), QStringList());
    QVERIFY(store.takeNotice());
    QVERIFY(store.add(makeEntry(u"after"_s)));
    QCOMPARE(titles(store.find({u"after"_s, 0, 10})), QStringList{u"after"_s});
    QVERIFY(!asideFiles().isEmpty());
}

void TestHistoryDamage::leavesANewerFileAlone()
{
    {
        HistoryStore store(m_path);
        QVERIFY(store.add(makeEntry(u"newer"_s)));
    }
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
        other.setDatabaseName(m_path);
        QVERIFY(other.open());
        QVERIFY(QSqlQuery(other).exec(u"PRAGMA user_version=2"_s));
    }
    QSqlDatabase::removeDatabase(u"newer"_s);
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    {
        HistoryStore store(m_path);
        const Result<qint64> id = store.add(makeEntry(u"older"_s));
        QVERIFY(!id);
        QCOMPARE(id.error().kind, ErrorKind::Unsupported);
        QVERIFY(id.error().sentence.contains(u"newer version"_s));
        QCOMPARE(store.find({}).error().kind, ErrorKind::Unsupported);
        QCOMPARE(store.clear().error().kind, ErrorKind::Unsupported);
    }
    file.seek(0);
    QCOMPARE(file.readAll(), before);
    QCOMPARE(asideFiles(), QStringList());
}

void TestHistoryDamage::saysWhatCannotBeUsed_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("D7 a folder in its place") << u"/"_s;
    QTest::newRow("D7 a device") << u"/dev/null"_s;
    QTest::newRow("D7 no folder can be made") << u"/proc/acx/history.sqlite"_s;
}

void TestHistoryDamage::saysWhatCannotBeUsed()
{
    QFETCH(QString, path);
    HistoryStore store(path);
    const Result<qint64> id = store.add(makeEntry(u"x"_s));
    QVERIFY(!id);
    QCOMPARE(id.error().kind, ErrorKind::Disk);
    QVERIFY(!id.error().sentence.isEmpty() && !id.error().nextStep.isEmpty());
}

void TestHistoryDamage::damageIsSetAsideOnce()
{
    QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
    writeBytes(m_path, "nonsense");
    const FileIdentity damaged = FileIdentity::of(m_path);
    const Result<QString> kept = setHistoryAside(m_path, damaged);
    QVERIFY(kept && !kept->isEmpty());
    HistoryStore store(m_path);
    QVERIFY(store.add(makeEntry(u"fresh"_s)));
    // Who saw the same damage later finds another file there and leaves it.
    const Result<QString> again = setHistoryAside(m_path, damaged);
    QVERIFY(again && again->isEmpty());
    QCOMPARE(store.count().value_or(-1), 1);
    QCOMPARE(asideFiles().size(), 1);
}

ACX_TEST_MAIN(TestHistoryDamage)
#include "test_history_damage.moc"
