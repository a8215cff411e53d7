// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/profile_store.h"
#include "tests/support/private_home.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/mount.h>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace acx;

class TestProfileStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aMissingFileIsEmpty();
    void keepsEveryMember();
    void replacesByIdAndRefusesTakenNames();
    void removes();
    void remembersTheCurrentOne();
    void namesAreChecked_data();
    void namesAreChecked();
    void filesAndFoldersArePrivate_data();
    void filesAndFoldersArePrivate();
    void tightensAnOpenFile();
    void keepsADamagedFile_data();
    void keepsADamagedFile();
    void readsWhatIsLeftOfAPartlyDamagedFile_data();
    void readsWhatIsLeftOfAPartlyDamagedFile();
    void neverOverwritesADamagedFile();
    void leavesANewerFileAlone();
    void saysWhenTheFileCannotBeRead();
    void saysWhenTheFolderCannotBeWritten();
    void aFullDiskKeepsTheOldFile_data();
    void aFullDiskKeepsTheOldFile();
    void twoProgramsLoseNothing();
    void aKilledProgramLosesNothing();
    void waitsOnlyBrieflyForAnotherProgram();
    void takesOverTheLockOfADeadProgram();
    void sweepsLeftoversButNoCopiesOfThePerson();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"config/profiles.json"_s); }
    [[nodiscard]] ProfileStore store() const { return ProfileStore(path()); }
    [[nodiscard]] QByteArray content() const;
    void setContent(const QByteArray &bytes) const;
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] QStringList kept() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

Profile profileNamed(const QString &name)
{
    Profile profile;
    profile.id = QUuid::createUuid();
    profile.name = name;
    profile.deployment = DeploymentKind::Reserved;
    profile.overrides.api = QUrl(u"https://api.example.com"_s);
    return profile;
}

/// A file of many profiles, larger than any buffer of QFile.
Profile largeProfile()
{
    Profile profile = profileNamed(u"large"_s);
    profile.keyName = QString(300'000, u'x');
    return profile;
}

/// The other program of the tests with two: this test itself with arguments.
int writeProfiles(const QString &path, const QString &prefix, int count)
{
    ProfileStore store(path);
    for (int i = 0; i < count; ++i) {
        if (const Status saved = store.save(profileNamed(u"%1 %2"_s.arg(prefix).arg(i))); !saved) {
            qWarning().noquote() << saved.error().details();
            return 1;
        }
    }
    return 0;
}

mode_t modeOf(const QString &path)
{
    struct stat info = {};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? info.st_mode & 0777 : 0;
}

} // namespace

void TestProfileStore::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestProfileStore::cleanup()
{
    m_folder.reset();
}

QByteArray TestProfileStore::content() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestProfileStore::setContent(const QByteArray &bytes) const
{
    QVERIFY(QDir().mkpath(QFileInfo(path()).path()));
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

QStringList TestProfileStore::names() const
{
    const Result<ProfileStore::Contents> contents = store().load();
    QStringList names;
    if (contents) {
        for (const Profile &profile : contents->profiles)
            names.append(profile.name);
    }
    return names;
}

QStringList TestProfileStore::kept() const
{
    return QFileInfo(path()).dir().entryList({u"profiles.json.damaged-*"_s}, QDir::Files);
}

void TestProfileStore::aMissingFileIsEmpty()
{
    const Result<ProfileStore::Contents> contents = store().load();
    QVERIFY(contents.has_value());
    QVERIFY(contents->profiles.isEmpty());
    QVERIFY(contents->current.isNull());
    QVERIFY(!contents->notice);
    QVERIFY(!QFileInfo::exists(QFileInfo(path()).path())); // looking makes nothing
    QVERIFY(ProfileStore::defaultPath().startsWith(QDir::homePath()));
}

void TestProfileStore::keepsEveryMember()
{
    Profile profile;
    profile.id = QUuid::createUuid();
    profile.name = u"Ünïcode “name” \\ \" 😀"_s;
    profile.colour = u"#3b6fe0"_s;
    profile.deployment = DeploymentKind::V5;
    profile.region = u"eu-gb/renamed"_s;
    profile.overrides = {QUrl(u"https://a.example.com/p%2Fq"_s), QUrl(u"http://127.0.0.1:8080"_s),
                         QUrl(u"https://i.example.com"_s), QUrl(u"https://p.example.com/x"_s)};
    profile.iam.scopes = {u"one"_s, u"two"_s};
    profile.iam.tenant = u"a,b"_s;
    profile.iam.clientId = u"bx"_s;
    profile.clientId = u"client"_s;
    profile.singleUseKey = true;
    profile.keyName = u"my key"_s;
    profile.keyCreatedAt = QDateTime::fromString(u"2018-03-04T05:06:07.008Z"_s, Qt::ISODateWithMs);
    profile.keyFingerprint = "0123456789abcdef";
    profile.lastUsedAt = QDateTime::fromString(u"2026-01-02T03:04:05.678Z"_s, Qt::ISODateWithMs);
    QVERIFY(store().save(profile).has_value());
    const Profile plain = profileNamed(u"plain"_s);
    QVERIFY(store().save(plain).has_value());

    const Result<ProfileStore::Contents> contents = store().load();
    QVERIFY(contents.has_value());
    QCOMPARE(contents->profiles.size(), 2);
    QVERIFY(contents->profiles.at(0) == profile);
    QVERIFY(contents->profiles.at(1) == plain);
}

void TestProfileStore::replacesByIdAndRefusesTakenNames()
{
    Profile one = profileNamed(u"One"_s);
    const Profile two = profileNamed(u"Two"_s);
    QVERIFY(store().save(one).has_value());
    QVERIFY(store().save(two).has_value());
    const QByteArray before = content();
    const Status taken = store().save(profileNamed(u"oNE"_s));
    QVERIFY(!taken.has_value());
    QCOMPARE(taken.error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(content(), before);
    one.name = u"ONE"_s; // its own name in other letters
    QVERIFY(store().save(one).has_value());
    one.name = u"two"_s;
    QCOMPARE(store().save(one).error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(names(), QStringList({u"ONE"_s, u"Two"_s}));
}

void TestProfileStore::removes()
{
    const Profile one = profileNamed(u"one"_s);
    QVERIFY(store().save(one).has_value());
    QVERIFY(store().save(profileNamed(u"two"_s)).has_value());
    QVERIFY(store().setCurrent(one.id).has_value());
    QVERIFY(store().remove(one.id).has_value());
    QCOMPARE(names(), QStringList{u"two"_s});
    QVERIFY(store().load()->current.isNull());
    QVERIFY(store().remove(one.id).has_value());
}

void TestProfileStore::remembersTheCurrentOne()
{
    const Profile one = profileNamed(u"one"_s);
    const QDateTime used = QDateTime::fromSecsSinceEpoch(1'790'000'000, Qt::UTC);
    QVERIFY(store().save(one).has_value());
    QVERIFY(store().setCurrent(one.id).has_value());
    QVERIFY(!store().load()->profiles.constFirst().lastUsedAt.isValid());
    QVERIFY(store().setCurrent(one.id, used).has_value());
    QCOMPARE(store().load()->current, one.id);
    QCOMPARE(store().load()->profiles.constFirst().lastUsedAt, used);
}

void TestProfileStore::namesAreChecked_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name"); // empty = refused
    QTest::newRow("plain") << u"production"_s << u"production"_s;
    QTest::newRow("blanks around") << u"  a b \n"_s << u"a b"_s;
    QTest::newRow("100") << QString(100, u'a') << QString(100, u'a');
    QTest::newRow("101") << QString(101, u'a') << QString();
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("blanks") << u" \t "_s << QString();
    QTest::newRow("line end") << u"a\nb"_s << QString();
    QTest::newRow("NUL") << QString(u"a"_s + QChar(u'\0') + u'b') << QString();
    QTest::newRow("escape") << u"a\u001b[31m"_s << QString();
    QTest::newRow("right to left override") << u"a\u202eb"_s << QString();
    QTest::newRow("half a character") << QString(QChar(0xd83d)) << QString();
    QTest::newRow("joined emoji") << u"👩\u200d💻"_s << u"👩\u200d💻"_s;
    QTest::newRow("a path") << u"../../etc/passwd"_s << u"../../etc/passwd"_s;
    QTest::newRow("markup") << u"<b>x</b>"_s << u"<b>x</b>"_s;
    QTest::newRow("quote") << u"'; DROP TABLE --"_s << u"'; DROP TABLE --"_s;
}

void TestProfileStore::namesAreChecked()
{
    QFETCH(QString, typed);
    QFETCH(QString, name);
    const Result<QString> read = readProfileName(typed);
    QCOMPARE(read.has_value(), !name.isEmpty());
    if (!read) {
        QCOMPARE(read.error().kind, ErrorKind::InvalidInput);
        return;
    }
    QCOMPARE(*read, name);
    QVERIFY(store().save(profileNamed(name)).has_value());
    QCOMPARE(names(), QStringList{name});
}

void TestProfileStore::filesAndFoldersArePrivate_data()
{
    QTest::addColumn<int>("mask");
    QTest::newRow("000") << 0;
    QTest::newRow("022") << 022;
    QTest::newRow("077") << 077;
}

void TestProfileStore::filesAndFoldersArePrivate()
{
    QFETCH(int, mask);
    const mode_t old = ::umask(static_cast<mode_t>(mask));
    const bool saved = store().save(profileNamed(u"one"_s)).has_value();
    const bool again = store().save(profileNamed(u"two"_s)).has_value();
    ::umask(old);
    QVERIFY(saved && again);
    QCOMPARE(modeOf(path()), mode_t(0600));
    QCOMPARE(modeOf(QFileInfo(path()).path()), mode_t(0700));
    QCOMPARE(QFileInfo(path()).dir().entryList(QDir::Files | QDir::Hidden), QStringList{u"profiles.json"_s});
}

void TestProfileStore::tightensAnOpenFile()
{
    QVERIFY(store().save(profileNamed(u"one"_s)).has_value());
    QCOMPARE(::chmod(QFile::encodeName(path()).constData(), 0666), 0);
    QVERIFY(store().save(profileNamed(u"two"_s)).has_value());
    QCOMPARE(modeOf(path()), mode_t(0600));
}

void TestProfileStore::keepsADamagedFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blanks") << "  \n"_ba;
    QTest::newRow("random") << QByteArray("\x93\x1f\x00\xfe\x80nonsense", 13);
    QTest::newRow("zeros") << QByteArray(4096, '\0');
    QTest::newRow("cut") << R"({"format": 1, "profiles": [{"id": "a)"_ba;
    QTest::newRow("no format") << R"({"profiles": []})"_ba;
    QTest::newRow("format of another type") << R"({"format": "1", "profiles": []})"_ba;
    QTest::newRow("format 0") << R"({"format": 0, "profiles": []})"_ba;
    QTest::newRow("no list") << R"({"format": 1})"_ba;
    QTest::newRow("list of another type") << R"({"format": 1, "profiles": {}})"_ba;
    QTest::newRow("another document") << R"([1, 2, 3])"_ba;
    QTest::newRow("text after the end") << R"({"format": 1, "profiles": []} x)"_ba;
    QTest::newRow("INI") << "[General]\nformat=1\n"_ba;
}

void TestProfileStore::keepsADamagedFile()
{
    QFETCH(QByteArray, bytes);
    setContent(bytes);
    const Result<ProfileStore::Contents> contents = store().load();
    QVERIFY(contents.has_value());
    QVERIFY(contents->profiles.isEmpty());
    QVERIFY(contents->notice.has_value());
    QCOMPARE(contents->notice->kind, ErrorKind::Disk);
    QCOMPARE(kept().size(), 1);
    const QString keptPath = QFileInfo(path()).dir().filePath(kept().constFirst());
    QVERIFY(contents->notice->nextStep.contains(keptPath));
    QCOMPARE(modeOf(keptPath), mode_t(0600));
    QFile keptFile(keptPath);
    QVERIFY(keptFile.open(QIODevice::ReadOnly));
    QCOMPARE(keptFile.readAll(), bytes);
    // It is told once, and life goes on.
    QVERIFY(!store().load()->notice);
    QVERIFY(store().save(profileNamed(u"new"_s)).has_value());
    QCOMPARE(names(), QStringList{u"new"_s});
    QCOMPARE(kept().size(), 1);
}

void TestProfileStore::readsWhatIsLeftOfAPartlyDamagedFile_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("bad id") << "\"id\": \"11111111"_ba
                            << "\"id\": \"x"_ba;
    QTest::newRow("no name") << "\"name\": \"broken\""_ba
                             << "\"name\": \"\""_ba;
    QTest::newRow("same name") << "\"name\": \"broken\""_ba
                               << "\"name\": \"good\""_ba;
    QTest::newRow("unknown deployment") << "\"deployment\": \"custom\""_ba
                                        << "\"deployment\": \"mars\""_ba;
    QTest::newRow("plain http") << "https://broken.example.com"_ba
                                << "http://broken.example.com"_ba;
    QTest::newRow("password in a URL") << "https://broken.example.com"_ba
                                       << "https://a:b@broken.example.com"_ba;
    QTest::newRow("member twice") << "\"name\": \"broken\""_ba
                                  << "\"name\": \"broken\", \"name\": \"x\""_ba;
}

void TestProfileStore::readsWhatIsLeftOfAPartlyDamagedFile()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    Profile broken = profileNamed(u"broken"_s);
    broken.id = QUuid(u"{11111111-1111-4111-8111-111111111111}"_s);
    broken.deployment = DeploymentKind::Custom;
    broken.overrides.iam = QUrl(u"https://broken.example.com"_s);
    QVERIFY(store().save(profileNamed(u"good"_s)).has_value());
    QVERIFY(store().save(broken).has_value());
    QByteArray bytes = content();
    QCOMPARE(bytes.count(from), 1);
    setContent(bytes.replace(from, to));

    const Result<ProfileStore::Contents> contents = store().load();
    QVERIFY(contents.has_value());
    QVERIFY(contents->notice.has_value());
    QCOMPARE(contents->profiles.size(), 1);
    QCOMPARE(kept().size(), 1);
    QVERIFY(!store().load()->notice);
    QCOMPARE(names(), QStringList{u"good"_s});
}

void TestProfileStore::neverOverwritesADamagedFile()
{
    setContent("damaged while the program ran");
    const Status saved = store().save(profileNamed(u"one"_s));
    QVERIFY(!saved.has_value());
    QCOMPARE(saved.error().kind, ErrorKind::Disk);
    QCOMPARE(content(), "damaged while the program ran"_ba);
    QVERIFY(!store().remove(QUuid::createUuid()).has_value());
    QVERIFY(!store().setCurrent(QUuid::createUuid()).has_value());
    QCOMPARE(content(), "damaged while the program ran"_ba);
}

void TestProfileStore::leavesANewerFileAlone()
{
    const QByteArray newer = R"({"format": 2, "profiles": {"another": "shape"}})";
    setContent(newer);
    const Result<ProfileStore::Contents> contents = store().load();
    QVERIFY(!contents.has_value());
    QCOMPARE(contents.error().kind, ErrorKind::Unsupported);
    QCOMPARE(store().save(profileNamed(u"one"_s)).error().kind, ErrorKind::Unsupported);
    QCOMPARE(content(), newer);
    QVERIFY(kept().isEmpty());
}

void TestProfileStore::saysWhenTheFileCannotBeRead()
{
    QVERIFY(QDir().mkpath(path())); // a folder in its place
    const Result<ProfileStore::Contents> contents = store().load();
    QVERIFY(!contents.has_value());
    QCOMPARE(contents.error().kind, ErrorKind::Disk);
    QVERIFY(contents.error().sentence.contains(path()));
    QCOMPARE(store().save(profileNamed(u"one"_s)).error().kind, ErrorKind::Disk);
}

void TestProfileStore::saysWhenTheFolderCannotBeWritten()
{
    ProfileStore unwritable(u"/proc/apiconnect-explorer/profiles.json"_s); // not even root can
    QVERIFY(unwritable.load().has_value());
    const Status saved = unwritable.save(profileNamed(u"one"_s));
    QVERIFY(!saved.has_value());
    QCOMPARE(saved.error().kind, ErrorKind::Disk);
    QVERIFY(saved.error().sentence.contains(u"/proc/apiconnect-explorer"_s));
}

void TestProfileStore::aFullDiskKeepsTheOldFile_data()
{
    QTest::addColumn<bool>("smallDisk");
    QTest::newRow("limit of a file's size") << false;
    QTest::newRow("file system of 100 KB") << true;
}

void TestProfileStore::aFullDiskKeepsTheOldFile()
{
    QFETCH(bool, smallDisk);
    const QByteArray mountPoint = QFile::encodeName(m_folder->path());
    if (smallDisk && ::mount("acx-test", mountPoint.constData(), "tmpfs", 0, "size=100k") != 0)
        QSKIP("This user may not mount a file system.");
    const bool first = store().save(profileNamed(u"one"_s)).has_value();
    const QByteArray before = content();
    rlimit old{};
    ::getrlimit(RLIMIT_FSIZE, &old);
    auto *handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{smallDisk ? old.rlim_cur : 98'304, old.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const Status saved = store().save(largeProfile());
    ::setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, handler);
    const QByteArray after = content();
    const QStringList files = QFileInfo(path()).dir().entryList(QDir::Files | QDir::Hidden);
    if (smallDisk)
        ::umount2(mountPoint.constData(), MNT_DETACH);

    QVERIFY(first);
    QVERIFY(!saved.has_value());
    QCOMPARE(saved.error().kind, ErrorKind::Disk);
    QVERIFY(saved.error().sentence.contains(path()));
    QVERIFY(!before.isEmpty());
    QCOMPARE(after, before);
    QCOMPARE(files, QStringList{u"profiles.json"_s});
}

void TestProfileStore::twoProgramsLoseNothing()
{
    constexpr int each = 15;
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {u"--write"_s, path(), u"theirs"_s, QString::number(each)});
    QVERIFY(other.waitForStarted());
    QCOMPARE(writeProfiles(path(), u"ours"_s, each), 0);
    QVERIFY(other.waitForFinished(60'000));
    QVERIFY2(other.exitCode() == 0, other.readAllStandardError().constData());
    const QStringList all = names();
    QCOMPARE(all.size(), 2 * each);
    QCOMPARE(all.filter(u"theirs"_s).size(), each);
}

void TestProfileStore::aKilledProgramLosesNothing()
{
    QVERIFY(store().save(profileNamed(u"first"_s)).has_value());
    qsizetype before = 1;
    for (int round = 0; round < 12; ++round) {
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(),
                    {u"--write"_s, path(), u"round %1"_s.arg(round), u"10000"_s});
        QVERIFY(other.waitForStarted());
        // Let it write a while, each time to another point.
        QTRY_VERIFY(names().size() > before + round % 4);
        other.kill();
        QVERIFY(other.waitForFinished());
        const Result<ProfileStore::Contents> contents = store().load();
        QVERIFY(contents.has_value());
        QVERIFY(!contents->notice);
        QCOMPARE_GT(contents->profiles.size(), before);
        QCOMPARE(contents->profiles.constFirst().name, u"first"_s);
        before = contents->profiles.size();
    }
    // Its lock is no obstacle, and nothing stays beside the file.
    QVERIFY(store().save(profileNamed(u"last"_s)).has_value());
    QCOMPARE(names().size(), before + 1);
    QCOMPARE(QFileInfo(path()).dir().entryList(QDir::Files | QDir::Hidden), QStringList{u"profiles.json"_s});
}

void TestProfileStore::waitsOnlyBrieflyForAnotherProgram()
{
    QVERIFY(store().save(profileNamed(u"one"_s)).has_value());
    QLockFile other(path() + u".lock"_s);
    QVERIFY(other.lock());
    const Status saved = store().save(profileNamed(u"two"_s));
    QVERIFY(!saved.has_value());
    QCOMPARE(saved.error().kind, ErrorKind::Disk);
    QVERIFY(saved.error().sentence.contains(u"Another program"_s));
    QCOMPARE(names(), QStringList{u"one"_s}); // reading needs no lock
    other.unlock();
    QVERIFY(store().save(profileNamed(u"two"_s)).has_value());
}

void TestProfileStore::takesOverTheLockOfADeadProgram()
{
    QProcess dead;
    dead.start(u"true"_s, QStringList());
    QVERIFY(dead.waitForStarted());
    const qint64 id = dead.processId();
    QVERIFY(dead.waitForFinished());
    QVERIFY(QDir().mkpath(QFileInfo(path()).path()));
    QFile lock(path() + u".lock"_s);
    QVERIFY(lock.open(QIODevice::WriteOnly));
    const QByteArray text = QByteArray::number(id) + "\nacx\n" + QSysInfo::machineHostName().toUtf8() + '\n' +
                            QSysInfo::machineUniqueId() + '\n' + QSysInfo::bootUniqueId() + '\n';
    QCOMPARE(lock.write(text), text.size());
    lock.close();
    QVERIFY(store().save(profileNamed(u"one"_s)).has_value());
    QCOMPARE(names(), QStringList{u"one"_s});
}

void TestProfileStore::sweepsLeftoversButNoCopiesOfThePerson()
{
    QVERIFY(store().save(profileNamed(u"one"_s)).has_value());
    const QString mine = path() + u".backup"_s;
    const QString leftover = path() + u".AbcdEf"_s;
    QVERIFY(QFile::copy(path(), mine));
    QVERIFY(QFile::copy(path(), leftover));
    QVERIFY(store().save(profileNamed(u"two"_s)).has_value());
    QVERIFY(QFile::exists(mine));
    QVERIFY(!QFile::exists(leftover));
}

int main(int argc, char *argv[])
{
    ::umask(077);
    if (argc == 5 && QByteArrayView(argv[1]) == QByteArrayView("--write")) {
        const QCoreApplication app(argc, argv);
        return writeProfiles(QFile::decodeName(argv[2]), QString::fromUtf8(argv[3]), QByteArray(argv[4]).toInt());
    }
    const acx::PrivateHome home;
    QCoreApplication app(argc, argv);
    TestProfileStore test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_profile_store.moc"
