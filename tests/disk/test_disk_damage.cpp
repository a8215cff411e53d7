// SPDX-License-Identifier: GPL-3.0-or-later
// D6: files that are damaged, older or newer. A start works, says so, and keeps what was there: never a silent reset.
// D7: the same for the history's database, and one that another program holds.
#include "app/explorer/history_store.h"
#include "tests/disk/disk_writers.h"
#include "tests/explorer/history_bench.h"
#include "tests/support/searched_folder.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeAll(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// The files beside `path` (and itself) that hold exactly these bytes.
QStringList holding(const QString &path, const QByteArray &bytes)
{
    QStringList found;
    const QFileInfoList files = QFileInfo(path).dir().entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo &file : files) {
        if (readAll(file.filePath()) == bytes)
            found += file.fileName();
    }
    return found;
}

QByteArray randomBytes(qsizetype size)
{
    QRandomGenerator random(5);
    QByteArray bytes;
    for (qsizetype i = 0; i < size; ++i)
        bytes += char(random.bounded(256));
    return bytes;
}

struct Damage
{
    const char *name;
    std::function<QByteArray(const QByteArray &)> of;
};

const QList<Damage> &damages()
{
    static const QList<Damage> list{
        {"empty", [](const QByteArray &) { return QByteArray(); }},
        {"blanks", [](const QByteArray &) { return QByteArray(" \n \n"); }},
        {"random", [](const QByteArray &) { return randomBytes(700); }},
        {"zeros", [](const QByteArray &bytes) { return QByteArray(bytes.size(), '\0'); }},
        {"cut in the middle", [](const QByteArray &bytes) { return bytes.first(bytes.size() / 2); }},
        {"a hole in the middle",
         [](const QByteArray &bytes) {
             const qsizetype third = bytes.size() / 3;
             return bytes.first(third) + QByteArray(third, '\0') + bytes.sliced(2 * third);
         }},
        {"another text", [](const QByteArray &) { return QByteArray("This is a letter\nto somebody.\n"); }},
    };
    return list;
}

} // namespace

class TestDiskDamage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_home = std::make_unique<SearchedFolder>(workTemplate());
    }
    void damaged_data();
    void damaged();
    void cutAnywhere_data();
    void cutAnywhere();
    void newer_data();
    void newer();
    void lockedByAnother();

private:
    /// Those that keep a text file of their own.
    static QList<int> textWriters();
    /// The file of the writer, with the name of the index where it is a folder.
    [[nodiscard]] QString fileOf(const DiskWriter &writer) const;
    static void addWriterRows(const char *what);

    std::unique_ptr<SearchedFolder> m_home;
};

QList<int> TestDiskDamage::textWriters()
{
    QList<int> list;
    for (int i = 0; i < diskWriters().size(); ++i) {
        const QByteArray name = diskWriters().at(i).name;
        if (name == "profile" || name == "settings" || name == "trust" || name == "drafts" || name == "definition")
            list += i;
    }
    return list;
}

QString TestDiskDamage::fileOf(const DiskWriter &writer) const
{
    const QString path = m_home->path() + writer.file;
    return path.endsWith(u'/') ? path + u"index.json"_s : path;
}

void TestDiskDamage::damaged_data()
{
    QTest::addColumn<int>("writer");
    QTest::addColumn<int>("damage");
    for (const int writer : textWriters()) {
        for (int i = 0; i < damages().size(); ++i)
            QTest::addRow("D6 %s, %s", diskWriters().at(writer).name, damages().at(i).name) << writer << i;
    }
}

void TestDiskDamage::damaged()
{
    QFETCH(int, writer);
    QFETCH(int, damage);
    const DiskWriter &used = diskWriters().at(writer);
    QVERIFY(used.change(m_home->path(), 0, smallPayload));
    QVERIFY(used.change(m_home->path(), 1, smallPayload));
    const QString path = fileOf(used);
    const QByteArray bytes = damages().at(damage).of(readAll(path));
    writeAll(path, bytes);
    const QString found = used.look(m_home->path());
    QVERIFY2(found.startsWith(u'!'), qPrintable(found));
    const QStringList kept = holding(path, bytes).filter(u".damaged-"_s);
    QCOMPARE(kept.size(), 1);
    QVERIFY2(found.contains(kept.constFirst()), qPrintable(found));
    // It is said once, and the next change works.
    QVERIFY2(!used.look(m_home->path()).startsWith(u'!'), qPrintable(used.look(m_home->path())));
    QVERIFY(used.change(m_home->path(), 2, smallPayload));
    QVERIFY(!used.look(m_home->path()).startsWith(u'!'));
    QCOMPARE(holding(path, bytes), kept);
    QCOMPARE(filesBelow(m_home->path()).filter(QRegularExpression(u" 0[0-7]+$"_s)), QStringList());
}

void TestDiskDamage::addWriterRows(const char *what)
{
    QTest::addColumn<int>("writer");
    for (const int writer : textWriters())
        QTest::addRow("D6 %s, %s", diskWriters().at(writer).name, what) << writer;
}

void TestDiskDamage::cutAnywhere_data()
{
    addWriterRows("cut anywhere");
}

/// Wherever the file ends, what is found is all of it, or something is said and the cut file is kept.
void TestDiskDamage::cutAnywhere()
{
    QFETCH(int, writer);
    const DiskWriter &used = diskWriters().at(writer);
    QVERIFY(used.change(m_home->path(), 0, smallPayload));
    QVERIFY(used.change(m_home->path(), 1, smallPayload));
    const QString path = fileOf(used);
    const QByteArray whole = readAll(path);
    const QString all = used.look(m_home->path());
    const QDir folder = QFileInfo(path).dir();
    const qsizetype stride = qEnvironmentVariableIsSet("ACX_LONG") ? 1 : 7;
    for (qsizetype size = 1; size < whole.size(); size += stride) {
        writeAll(path, whole.first(size));
        const QString found = used.look(m_home->path());
        QVERIFY2(found == all || found.startsWith(u'!'), qPrintable(QString::number(size) + u'\n' + found));
        QVERIFY2(found == all || !holding(path, whole.first(size)).isEmpty(), qPrintable(QString::number(size)));
        const QStringList copies = folder.entryList({u"*.damaged-*"_s}, QDir::Files);
        for (const QString &copy : copies)
            QFile::remove(folder.filePath(copy));
    }
}

void TestDiskDamage::newer_data()
{
    addWriterRows("newer");
}

/// A file of a version to come: as it was it is still there, and it is said.
void TestDiskDamage::newer()
{
    QFETCH(int, writer);
    const DiskWriter &used = diskWriters().at(writer);
    QVERIFY(used.change(m_home->path(), 0, smallPayload));
    const QString path = fileOf(used);
    QByteArray bytes = readAll(path);
    static const QRegularExpression version(u"(\"(format|version)\": ?|\\nversion=)1(?=[,\\n])"_s);
    const QString text = QString::fromUtf8(bytes);
    const QRegularExpressionMatch match = version.match(text);
    QVERIFY2(match.hasMatch(), bytes.constData());
    bytes = (text.first(match.capturedEnd() - 1) + u"99"_s + text.sliced(match.capturedEnd())).toUtf8();
    writeAll(path, bytes);
    const QString found = used.look(m_home->path());
    QVERIFY2(found.startsWith(u'!') && found.contains(u"newer version"_s), qPrintable(found));
    QVERIFY(!holding(path, bytes).isEmpty());
    (void)used.change(m_home->path(), 1, smallPayload);
    QVERIFY(!holding(path, bytes).isEmpty());
}

/// D7: another program holds the history for as long as it likes. The calls end and say so; nothing is lost.
void TestDiskDamage::lockedByAnother()
{
    const QString path = m_home->filePath(u"history.sqlite"_s);
    {
        HistoryStore first(path);
        QVERIFY(first.add(makeEntry(u"before"_s)));
    }
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        other.setDatabaseName(path);
        QVERIFY(other.open());
        QVERIFY(QSqlQuery(other).exec(u"BEGIN IMMEDIATE"_s));
        HistoryStore store(path);
        const Result<qint64> id = store.add(makeEntry(u"meanwhile"_s));
        QVERIFY(!id);
        QCOMPARE(id.error().kind, ErrorKind::Disk);
        QVERIFY2(id.error().sentence.contains(u"Another program"_s), qPrintable(id.error().message()));
        QCOMPARE(titles(store.find({})), QStringList{u"before"_s}); // reading goes on
        QVERIFY(QSqlQuery(other).exec(u"ROLLBACK"_s));
        QVERIFY(store.add(makeEntry(u"after"_s)));
        QCOMPARE(store.count().value_or(-1), 2);
        QVERIFY(!store.takeNotice());
    }
    QSqlDatabase::removeDatabase(u"other"_s);
}

ACX_TEST_MAIN(TestDiskDamage)
#include "test_disk_damage.moc"
