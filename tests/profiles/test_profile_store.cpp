// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/profiles/profile_folder.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

/// What the profile file holds, and what happens to one that cannot be read as it is.
class TestProfileStore final : public QObject, private ProfileFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        makeFolder();
    }
    void cleanup() { removeFolder(); }

    void aMissingFileIsEmpty();
    void keepsEveryMember();
    void replacesByIdAndRefusesTakenNames();
    void removes();
    void remembersTheCurrentOne();
    void namesAreChecked_data();
    void namesAreChecked();
    void keepsADamagedFile_data();
    void keepsADamagedFile();
    void readsWhatIsLeftOfAPartlyDamagedFile_data();
    void readsWhatIsLeftOfAPartlyDamagedFile();
    void neverOverwritesADamagedFile();
    void leavesANewerFileAlone();
};

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
    profile.clientId = u"client"_s;
    profile.singleUseKey = true;
    profile.readOnly = true;
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

void TestProfileStore::keepsADamagedFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("D6 profiles, empty") << QByteArray();
    QTest::newRow("D6 profiles, blanks") << "  \n"_ba;
    QTest::newRow("D6 profiles, random") << QByteArray("\x93\x1f\x00\xfe\x80nonsense", 13);
    QTest::newRow("D6 profiles, zeros") << QByteArray(4096, '\0');
    QTest::newRow("D6 profiles, cut") << R"({"format": 1, "profiles": [{"id": "a)"_ba;
    QTest::newRow("D6 profiles, no format") << R"({"profiles": []})"_ba;
    QTest::newRow("D6 profiles, format of another type") << R"({"format": "1", "profiles": []})"_ba;
    QTest::newRow("D6 profiles, format 0") << R"({"format": 0, "profiles": []})"_ba;
    QTest::newRow("D6 profiles, no list") << R"({"format": 1})"_ba;
    QTest::newRow("D6 profiles, list of another type") << R"({"format": 1, "profiles": {}})"_ba;
    QTest::newRow("D6 profiles, another document") << R"([1, 2, 3])"_ba;
    QTest::newRow("D6 profiles, text after the end") << R"({"format": 1, "profiles": []} x)"_ba;
    QTest::newRow("D6 profiles, INI") << "[General]\nformat=1\n"_ba;
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
    QTest::newRow("D6 profiles, bad id") << "\"id\": \"11111111"_ba
                                         << "\"id\": \"x"_ba;
    QTest::newRow("D6 profiles, no name") << "\"name\": \"broken\""_ba
                                          << "\"name\": \"\""_ba;
    QTest::newRow("D6 profiles, same name") << "\"name\": \"broken\""_ba
                                            << "\"name\": \"good\""_ba;
    QTest::newRow("D6 profiles, unknown deployment") << "\"deployment\": \"custom\""_ba
                                                     << "\"deployment\": \"mars\""_ba;
    QTest::newRow("D6 profiles, plain http") << "https://broken.example.com"_ba
                                             << "http://broken.example.com"_ba;
    QTest::newRow("D6 profiles, password in a URL") << "https://broken.example.com"_ba
                                                    << "https://a:b@broken.example.com"_ba;
    QTest::newRow("D6 profiles, member twice") << "\"name\": \"broken\""_ba
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

ACX_TEST_MAIN(TestProfileStore)
#include "test_profile_store.moc"
