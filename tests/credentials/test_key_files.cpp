// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/api_key_file.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <memory>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

const QByteArray goodKey = "FAKE-KEY_FOR_TESTS-0000000000000000000000000"_ba;

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestKeyFiles final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_folder.reset(); }

    void readsAFileAndLeavesItAlone();
    void refusesLinks_data();
    void refusesLinks();
    void readsWhatIsHeldOpen_data();
    void readsWhatIsHeldOpen();
    void refusesAPipeThatIsHeldOpen();
    void refusesWhatIsNoFile_data();
    void refusesWhatIsNoFile();
    void refusesAHugeFileAtOnce();
    void modes_data();
    void modes();
    void gitWorkTree();
    void syncFolders_data();
    void syncFolders();
    void syncMarks_data();
    void syncMarks();
    void linkTargetIsLookedAt();
    void warningsNameTheFolders();
    void deletesForGood();
    void deletionOverwrites();
    void deletionRefuses_data();
    void deletionRefuses();
    void deletionOfAReadOnlyFile();

private:
    QString write(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] QString at(const QString &name) const { return m_folder->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestKeyFiles::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_folder = std::make_unique<QTemporaryDir>();
}

QString TestKeyFiles::write(const QString &name, const QByteArray &bytes) const
{
    const QString path = at(name);
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("the test cannot write its file");
    return path;
}

void TestKeyFiles::readsAFileAndLeavesItAlone()
{
    const QByteArray bytes = "{\"apikey\": \"" + goodKey + "\"}\n";
    const QString path = write(u"apikey.json"_s, bytes);
    const auto found = ApiKeyFile::readFile(path);
    QVERIFY(found);
    QCOMPARE(found->key.value.reveal(), goodKey);
    QCOMPARE(content(path), bytes);
}

void TestKeyFiles::refusesLinks_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("D9 link to a file") << u"/folder/real.json"_s; // below the test's own
    QTest::newRow("D9 relative link") << u"folder/real.json"_s;
    QTest::newRow("D9 link to a link") << u"folder/link.json"_s;
    QTest::newRow("D9 link to a file that is no key") << u"folder/text.txt"_s;
    QTest::newRow("D9 link to 1 GB") << u"folder/large.json"_s;
}

/// Whatever the file is that it leads to: none of it is read, and the person is told which one it is.
void TestKeyFiles::refusesLinks()
{
    QFETCH(QString, target);
    const QString real = write(u"folder/real.json"_s, R"({"client_id":"a","client_secret":")" + goodKey + "\"}");
    write(u"folder/text.txt"_s, "one line\nand another\n");
    QVERIFY(QFile::resize(write(u"folder/large.json"_s, goodKey), 1024LL * 1024 * 1024));
    QVERIFY(QFile::link(real, at(u"folder/link.json"_s)));
    QVERIFY(QFile::link(target.startsWith(u'/') ? m_folder->path() + target : target, at(u"link.json"_s)));
    const QString link = at(u"link.json"_s);
    const QString file = QFileInfo(link).canonicalFilePath();
    QVERIFY(!file.isEmpty() && !QFileInfo(file).isSymLink());
    const auto key = ApiKeyFile::readFile(link);
    QVERIFY(!key);
    const auto client = ApiKeyFile::readClientFile(link);
    QVERIFY(!client);
    for (const Error &error : {key.error(), client.error()}) {
        QCOMPARE(error.kind, ErrorKind::InvalidInput);
        QCOMPARE(error.sentence, u"%1 is a link to %2."_s.arg(link, file));
        QCOMPARE(error.nextStep, u"Choose that file itself."_s);
    }
    QVERIFY(QFileInfo(link).isSymLink());
}

void TestKeyFiles::readsWhatIsHeldOpen_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("D9 /dev/fd") << u"/dev/fd/%1"_s;
    QTest::newRow("D9 /proc/self/fd") << u"/proc/self/fd/%1"_s;
}

/// As in `acx import /dev/fd/3 3<apikey.json`.
void TestKeyFiles::readsWhatIsHeldOpen()
{
    QFETCH(QString, name);
    QFile file(write(u"apikey.json"_s, goodKey));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto found = ApiKeyFile::readFile(name.arg(file.handle()));
    QVERIFY2(found, found ? "" : qPrintable(found.error().sentence));
    QCOMPARE(found->key.value.reveal(), goodKey);
}

/// As in `acx import <(print-the-key)`.
void TestKeyFiles::refusesAPipeThatIsHeldOpen()
{
    int ends[2] = {-1, -1};
    QCOMPARE(::pipe2(ends, O_CLOEXEC), 0);
    const auto close = qScopeGuard([&ends] {
        ::close(ends[0]);
        ::close(ends[1]);
    });
    const auto found = ApiKeyFile::readFile(u"/dev/fd/%1"_s.arg(ends[0]));
    QVERIFY(!found);
    QCOMPARE(found.error().kind, ErrorKind::InvalidInput);
    QVERIFY2(found.error().sentence.contains(u"pipe"_s), qPrintable(found.error().sentence));
}

void TestKeyFiles::refusesWhatIsNoFile_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QString &path, ErrorKind kind, const QString &sentence) {
        QTest::newRow(name) << path << static_cast<int>(kind) << sentence;
    };
    row("D9 missing", u"missing"_s, ErrorKind::NotFound, u"no such file"_s);
    row("D9 empty name", QString(), ErrorKind::NotFound, u"no such file"_s);
    row("D9 dangling link", u"dangling"_s, ErrorKind::NotFound, u"no such file"_s);
    row("D9 circle of links", u"circle"_s, ErrorKind::NotFound, u"link"_s);
    row("D9 link to a folder", u"to folder"_s, ErrorKind::InvalidInput, u"folder"_s);
    row("D9 link to a pipe", u"to pipe"_s, ErrorKind::InvalidInput, u"pipe"_s);
    row("D9 link to a device", u"to device"_s, ErrorKind::InvalidInput, u"device"_s);
    row("D9 folder", u"."_s, ErrorKind::InvalidInput, u"folder"_s);
    row("D9 pipe", u"pipe"_s, ErrorKind::InvalidInput, u"pipe"_s);
    row("D9 socket", u"socket"_s, ErrorKind::InvalidInput, u"socket"_s);
    row("D9 device", u"/dev/zero"_s, ErrorKind::InvalidInput, u"device"_s);
    row("D9 below a file", u"file/apikey.json"_s, ErrorKind::NotFound, u"no such file"_s);
}

void TestKeyFiles::refusesWhatIsNoFile()
{
    QFETCH(QString, path);
    QFETCH(int, kind);
    QFETCH(QString, sentence);
    write(u"file"_s, goodKey);
    QCOMPARE(::mkfifo(QFile::encodeName(at(u"pipe"_s)).constData(), 0600), 0);
    QVERIFY(QFile::link(u"nowhere"_s, at(u"dangling"_s)));
    QVERIFY(QFile::link(u"circle"_s, at(u"circle"_s)));
    QVERIFY(QFile::link(u"."_s, at(u"to folder"_s)));
    QVERIFY(QFile::link(u"pipe"_s, at(u"to pipe"_s)));
    QVERIFY(QFile::link(u"/dev/zero"_s, at(u"to device"_s)));
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, QFile::encodeName(at(u"socket"_s)).constData(), sizeof address.sun_path);
    QCOMPARE(::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);

    const auto found = ApiKeyFile::readFile(path.isEmpty() || path.startsWith(u'/') ? path : at(path));
    ::close(socket);
    QVERIFY(!found);
    QCOMPARE(static_cast<int>(found.error().kind), kind);
    QVERIFY2(found.error().sentence.contains(sentence), qPrintable(found.error().sentence));
}

void TestKeyFiles::refusesAHugeFileAtOnce()
{
    const QString path = write(u"huge"_s, goodKey);
    QVERIFY(QFile::resize(path, 1024LL * 1024 * 1024));
    const auto found = ApiKeyFile::readFile(path);
    QVERIFY(!found);
    QCOMPARE(found.error().kind, ErrorKind::TooLarge);
}

void TestKeyFiles::modes_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("readable");
    QTest::newRow("0600") << 0600 << false;
    QTest::newRow("0640") << 0640 << true;
    QTest::newRow("0604") << 0604 << true;
    QTest::newRow("0644") << 0644 << true;
    QTest::newRow("0622") << 0622 << false;
}

void TestKeyFiles::modes()
{
    QFETCH(int, mode);
    QFETCH(bool, readable);
    const QString path = write(u"apikey.json"_s, goodKey);
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), static_cast<mode_t>(mode)), 0);
    QCOMPARE(inspectKeyFile(path).readableByOthers, readable);
}

void TestKeyFiles::gitWorkTree()
{
    const QString path = write(u"project/deep/folder/apikey.json"_s, goodKey);
    QCOMPARE(inspectKeyFile(path).gitFolder, QString());
    QVERIFY(QDir().mkpath(at(u"project/.git"_s)));
    QCOMPARE(inspectKeyFile(path).gitFolder, at(u"project"_s));
    // A work tree of its own has a file of that name.
    write(u"project/deep/.git"_s, "gitdir: elsewhere\n");
    QCOMPARE(inspectKeyFile(path).gitFolder, at(u"project/deep"_s));
    QCOMPARE(inspectKeyFile(path).warnings().size(), 1);
}

void TestKeyFiles::syncFolders_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<bool>("isSync");
    for (const QString &name : {u"Dropbox"_s, u"Dropbox (Private)"_s, u"OneDrive"_s, u"OneDrive - Company"_s,
                                u"Google Drive"_s, u"Nextcloud"_s, u"ownCloud"_s, u"iCloudDrive"_s, u"pCloudDrive"_s,
                                u"MEGA"_s, u"Box"_s, u"google-drive:host=example"_s})
        QTest::newRow(qPrintable(name)) << name << true;
    for (const QString &name : {u"Boxes"_s, u"Downloads"_s, u"mydropbox"_s, u"OneDriver"_s})
        QTest::newRow(qPrintable(name)) << name << false;
}

void TestKeyFiles::syncFolders()
{
    QFETCH(QString, folder);
    QFETCH(bool, isSync);
    const QString path = write(folder + u"/keys/apikey.json"_s, goodKey);
    QCOMPARE(inspectKeyFile(path).syncFolder, isSync ? at(folder) : QString());
}

void TestKeyFiles::syncMarks_data()
{
    QTest::addColumn<QString>("mark");
    for (const QString &mark : {u".stfolder"_s, u".dropbox"_s, u".sync_0123456789ab.db"_s, u".nextcloudsync.log"_s,
                                u".owncloudsync.log"_s, u".sync"_s})
        QTest::newRow(qPrintable(mark)) << mark;
}

void TestKeyFiles::syncMarks()
{
    QFETCH(QString, mark);
    const QString path = write(u"shared/keys/apikey.json"_s, goodKey);
    QCOMPARE(inspectKeyFile(path).syncFolder, QString());
    write(u"shared/"_s + mark, "x");
    QCOMPARE(inspectKeyFile(path).syncFolder, at(u"shared"_s));
}

void TestKeyFiles::linkTargetIsLookedAt()
{
    write(u"Nextcloud/apikey.json"_s, goodKey);
    QVERIFY(QFile::link(at(u"Nextcloud/apikey.json"_s), at(u"link.json"_s)));
    QCOMPARE(inspectKeyFile(at(u"link.json"_s)).syncFolder, at(u"Nextcloud"_s));
}

void TestKeyFiles::warningsNameTheFolders()
{
    KeyFileSurroundings all;
    QCOMPARE(all.warnings(), QStringList());
    all.readableByOthers = true;
    all.gitFolder = u"/somewhere/project"_s;
    all.syncFolder = u"/somewhere/Dropbox"_s;
    const QStringList warnings = all.warnings();
    QCOMPARE(warnings.size(), 3);
    QVERIFY(warnings.at(1).contains(all.gitFolder));
    QVERIFY(warnings.at(2).contains(all.syncFolder));
}

void TestKeyFiles::deletesForGood()
{
    const QString path = write(u"apikey.json"_s, "{\"apikey\": \"" + goodKey + "\"}");
    const Status deleted = deleteKeyFile(path, Secret(goodKey));
    QVERIFY2(deleted.has_value(), deleted ? "" : qPrintable(deleted.error().message()));
    QVERIFY(!QFileInfo::exists(path));
    // Not moved anywhere either.
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
    QVERIFY(!QDir(QDir::homePath() + u"/.local/share/Trash"_s).exists());
}

void TestKeyFiles::deletionOverwrites()
{
    const QString path = write(u"apikey.json"_s, goodKey);
    // Still open elsewhere, the content stays readable there; it must be zeros by then.
    QFile witness(path);
    QVERIFY(witness.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
    QVERIFY(deleteKeyFile(path, Secret(goodKey)).has_value());
    QCOMPARE(witness.readAll(), QByteArray(goodKey.size(), '\0'));
}

void TestKeyFiles::deletionRefuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("kind");
    QTest::newRow("another key") << u"other.json"_s << static_cast<int>(ErrorKind::InvalidInput);
    QTest::newRow("no key") << u"text.txt"_s << static_cast<int>(ErrorKind::InvalidInput);
    QTest::newRow("link") << u"link.json"_s << static_cast<int>(ErrorKind::InvalidInput);
    QTest::newRow("hard link") << u"second.json"_s << static_cast<int>(ErrorKind::InvalidInput);
    QTest::newRow("folder") << u"folder"_s << static_cast<int>(ErrorKind::InvalidInput);
    QTest::newRow("gone") << u"missing.json"_s << static_cast<int>(ErrorKind::NotFound);
}

void TestKeyFiles::deletionRefuses()
{
    QFETCH(QString, name);
    QFETCH(int, kind);
    write(u"other.json"_s, "another-key");
    write(u"text.txt"_s, "one line\nand another\n");
    const QString real = write(u"real.json"_s, goodKey);
    QVERIFY(QFile::link(real, at(u"link.json"_s)));
    const QString hard = write(u"hard.json"_s, goodKey);
    QCOMPARE(::link(QFile::encodeName(hard).constData(), QFile::encodeName(at(u"second.json"_s)).constData()), 0);
    QVERIFY(QDir().mkpath(at(u"folder"_s)));
    const bool existed = QFileInfo::exists(at(name));

    const Status deleted = deleteKeyFile(at(name), Secret(goodKey));
    QVERIFY(!deleted);
    QCOMPARE(static_cast<int>(deleted.error().kind), kind);
    QCOMPARE(QFileInfo::exists(at(name)), existed);
    QCOMPARE(content(real), goodKey);
    QCOMPARE(content(hard), goodKey);
    QCOMPARE(content(at(u"other.json"_s)), "another-key"_ba);
}

void TestKeyFiles::deletionOfAReadOnlyFile()
{
    const QString path = write(u"apikey.json"_s, goodKey);
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0400), 0);
    QVERIFY(deleteKeyFile(path, Secret(goodKey)).has_value());
    QVERIFY(!QFileInfo::exists(path));
}

ACX_TEST_MAIN(TestKeyFiles)
#include "test_key_files.moc"
