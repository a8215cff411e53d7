// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/whole_file.h"
#include "tests/support/test_main.h"

#include <QByteArrayList>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cstdio>
#include <memory>
#include <sys/stat.h>
#include <thread>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Replaces a file by one of two contents again and again, as another program does that saves.
class Replacing final
{
public:
    Replacing(const QString &path, const QByteArray &first, const QByteArray &second)
        : m_thread([this, path, contents = QByteArrayList{first, second}] {
            const QString part = path + ".part"_L1;
            for (qsizetype i = 0; !m_ends; ++i) {
                QFile file(part);
                if (!file.open(QIODevice::WriteOnly) || file.write(contents[i % 2]) != contents[i % 2].size() ||
                    !file.flush() ||
                    ::rename(QFile::encodeName(part).constData(), QFile::encodeName(path).constData()) != 0)
                    m_failed = true;
            }
        })
    {}
    ~Replacing() { end(); }
    Q_DISABLE_COPY_MOVE(Replacing)

    /// False if it could not do its work.
    bool end()
    {
        m_ends = true;
        if (m_thread.joinable())
            m_thread.join();
        return !m_failed;
    }

private:
    std::atomic<bool> m_ends = false;
    std::atomic<bool> m_failed = false;
    std::thread m_thread;
};

} // namespace

class TestWholeFile : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_folder.reset(); }
    void readsWhatIsThere_data();
    void readsWhatIsThere();
    void tellsNothingFromNotReadable_data();
    void tellsNothingFromNotReadable();
    void readsOneByteMoreThanTheLargest();
    void doesNotWaitForAPipe();
    void readsAFileThatTellsNoSize();
    void isNeverMissingWhileItIsReplaced();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestWholeFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestWholeFile::readsWhatIsThere_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("one byte") << "x"_ba;
    QTest::newRow("zero bytes") << QByteArray(300, '\0');
    QTest::newRow("up to the largest") << QByteArray(1000, 'y');
}

void TestWholeFile::readsWhatIsThere()
{
    QFETCH(QByteArray, content);
    writeBytes(path(u"file"_s), content);
    QVERIFY(QFile::link(path(u"file"_s), path(u"link"_s)));
    for (const QString &name : {u"file"_s, u"link"_s}) {
        const auto bytes = readWhole(path(name), 1000);
        QVERIFY2(bytes, qPrintable(bytes ? QString() : bytes.error()));
        QVERIFY(bytes->has_value());
        QCOMPARE(**bytes, content);
    }
}

void TestWholeFile::tellsNothingFromNotReadable_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isError");
    QTest::newRow("no such name") << u"none"_s << false;
    QTest::newRow("no such folder") << u"none/file"_s << false;
    QTest::newRow("a link to nowhere") << u"nowhere"_s << true;
    QTest::newRow("a link to itself") << u"itself"_s << true;
    QTest::newRow("a file for a folder") << u"file/file"_s << true;
    QTest::newRow("a folder") << u"folder"_s << true;
    QTest::newRow("a name too long") << QString(300, u'n') << true;
}

void TestWholeFile::tellsNothingFromNotReadable()
{
    QFETCH(QString, name);
    QFETCH(bool, isError);
    writeBytes(path(u"file"_s), "content"_ba);
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
    QVERIFY(QFile::link(path(u"target"_s), path(u"nowhere"_s)));
    QVERIFY(QFile::link(path(u"itself"_s), path(u"itself"_s)));
    const auto bytes = readWhole(path(name), 1000);
    QCOMPARE(!bytes.has_value(), isError);
    if (isError)
        QVERIFY(!bytes.error().isEmpty());
    else
        QVERIFY(!bytes->has_value());
}

void TestWholeFile::readsOneByteMoreThanTheLargest()
{
    writeBytes(path(u"file"_s), QByteArray(5000, 'x'));
    const auto bytes = readWhole(path(u"file"_s), 1000);
    QVERIFY(bytes && *bytes);
    QCOMPARE((*bytes)->size(), 1001);
}

void TestWholeFile::doesNotWaitForAPipe()
{
    QCOMPARE(::mkfifo(QFile::encodeName(path(u"pipe"_s)).constData(), 0600), 0);
    QVERIFY(!readWhole(path(u"pipe"_s), 1000));
}

void TestWholeFile::readsAFileThatTellsNoSize()
{
    // What grows after its size was asked for looks the same.
    QFile status(u"/proc/self/smaps"_s);
    QVERIFY(status.open(QIODevice::ReadOnly));
    QCOMPARE(status.size(), 0);
    const auto bytes = readWhole(status.fileName(), 16LL * 1024 * 1024);
    QVERIFY(bytes && *bytes);
    QCOMPARE_GT((*bytes)->size(), 4096);
    QVERIFY((*bytes)->endsWith('\n'));
}

void TestWholeFile::isNeverMissingWhileItIsReplaced()
{
    const QByteArray first(400, 'a');
    const QByteArray second(9000, 'b');
    writeBytes(path(u"file"_s), first);
    Replacing other(path(u"file"_s), first, second);
    // Until Qt has missed it, to be sure of having looked in the moment in question.
    constexpr int enough = 400'000;
    int missed = 0;
    int looks = 0;
    for (; looks < enough && missed < 3; ++looks) {
        if (!QFile(path(u"file"_s)).exists())
            ++missed;
        const auto bytes = readWhole(path(u"file"_s), 100'000);
        QVERIFY2(bytes, qPrintable(bytes ? QString() : bytes.error()));
        QVERIFY2(bytes->has_value(), "told as missing");
        QVERIFY(**bytes == first || **bytes == second);
    }
    QVERIFY(other.end());
    qInfo("%d looks; QFile::exists() missed the file %d times", looks, missed);
}

ACX_TEST_MAIN(TestWholeFile)
#include "test_whole_file.moc"
