// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/app_info.h"
#include "app/credentials/keychain_store.h"
#include "app/credentials/session_store.h"
#include "app/profiles/profile_service.h"
#include "tests/keyring/keyring_bench.h"
#include "tests/keyring/two_programs_bench.h"
#include "tests/support/keyring.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

namespace {

/// The window's own part: the same file and the same keyring as `acx`.
struct Window
{
    Window()
    {
        if (const Status loaded = profiles.load(); !loaded)
            qFatal("%s", qPrintable(loaded.error().message()));
    }
    [[nodiscard]] Profile named(const QString &name) const { return profiles.findByName(name).value_or(Profile()); }

    ProfileStore file{ProfileStore::defaultPath()};
    KeychainStore keychain;
    SessionStore session;
    ProfileService profiles{file, keychain, session};
};

constexpr char otherList[] = "ACX_TEST_OTHER_LIST"; // set in the other program: the list of profiles

QByteArray keyNamed(int number)
{
    return "key-of-program-" + QByteArray::number(number);
}

QString nameNamed(int number)
{
    return u"program %1"_s.arg(number);
}

QString fingerprintEntry()
{
    return QLatin1StringView(applicationId) + "/installation/fingerprint-key"_L1;
}

} // namespace

/// D8: the window and `acx`, or several `acx`, on one keyring and one list of profiles. Real processes, a real keyring.
class TestTwoPrograms final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(Keyring::isPrivate(), "run this under tests/support/with_keyring.sh"); }
    void init();
    void cleanup();

    void importsAtOnce_data();
    void importsAtOnce();
    void sameKeyAtOnce_data();
    void sameKeyAtOnce();
    void sameNameAtOnce();
    void importAndRemoveAtOnce();
    void theWindowKeepsWhatAcxAdds();
    void theWindowKeepsWhatAcxChanges();
    void whatAcxRemovedStaysRemoved();
    void otherProgram();
    void aKeyReplacedInBothIsOneOfTheTwo();
    void aKilledImportLeavesNoKeyUnlisted();
    void aKilledProgramLosesNothing();

private:
    /// Of keys that are being stored: see KeyMark.
    [[nodiscard]] static QStringList marks()
    {
        return QFileInfo(ProfileStore::defaultPath()).dir().entryList({u"*.adding-*"_s}, QDir::Files | QDir::Hidden);
    }
    [[nodiscard]] AcxRun run(const QStringList &arguments, const QByteArray &input = {}) const;
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] QByteArray keyOnRing(const Profile &profile) const
    {
        return m_keyring.secretOf(keyringEntry(profile)).value_or(QByteArray());
    }
    Keyring m_keyring;
};

void TestTwoPrograms::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    QCOMPARE(names(), QStringList());
}

void TestTwoPrograms::cleanup()
{
    QVERIFY(m_keyring.unlock());
    Window window;
    for (const Profile &profile : window.profiles.profiles())
        QVERIFY(waitFor(window.profiles.remove(profile.id)));
    while (m_keyring.countItems(fingerprintEntry()) > 0)
        QVERIFY(m_keyring.removeItem(fingerprintEntry()));
    QCOMPARE(m_keyring.countItems(), 0); // nothing is left that no list names
}

AcxRun TestTwoPrograms::run(const QStringList &arguments, const QByteArray &input) const
{
    return AcxProcess(arguments, input).ended();
}

QStringList TestTwoPrograms::names() const
{
    QStringList names;
    if (const Result<ProfileStore::Contents> contents = ProfileStore(ProfileStore::defaultPath()).load()) {
        for (const Profile &profile : contents->profiles)
            names << profile.name;
    }
    names.sort();
    return names;
}

void TestTwoPrograms::importsAtOnce_data()
{
    QTest::addColumn<int>("programs");
    QTest::newRow("D8 two programs import different keys") << 2;
    QTest::newRow("D8 six programs import different keys") << 6;
}

void TestTwoPrograms::importsAtOnce()
{
    QFETCH(int, programs);
    std::vector<std::unique_ptr<AcxProcess>> running;
    for (int i = 1; i <= programs; ++i)
        running.push_back(std::make_unique<AcxProcess>(importArguments(nameNamed(i)), keyNamed(i)));
    for (const auto &program : running) {
        const AcxRun ended = program->ended();
        QVERIFY2(ended.exitCode == 0, ended.told().constData());
    }
    Window window;
    QCOMPARE(window.profiles.profiles().size(), programs);
    for (int i = 1; i <= programs; ++i) {
        QCOMPARE(keyOnRing(window.named(nameNamed(i))), keyNamed(i));
        // All have come to one random key of the fingerprints, so that each key is recognised.
        const Result<std::optional<Profile>> same = waitFor(window.profiles.findSameKey(keyOf(keyNamed(i))));
        QVERIFY(same);
        QVERIFY2(*same, ("not recognised: " + window.named(nameNamed(i)).keyFingerprint.left(8)).constData());
        QCOMPARE((*same)->name, nameNamed(i));
    }
}

void TestTwoPrograms::sameKeyAtOnce_data()
{
    QTest::addColumn<int>("programs");
    QTest::newRow("D8 two programs import the same key") << 2;
    QTest::newRow("D8 six programs import the same key") << 6;
}

/// One key may serve several places: each name gets a profile with an item of its own.
void TestTwoPrograms::sameKeyAtOnce()
{
    QFETCH(int, programs);
    const QByteArray key = keyNamed(1);
    std::vector<std::unique_ptr<AcxProcess>> running;
    QStringList expected;
    for (int i = 1; i <= programs; ++i) {
        expected << nameNamed(i);
        running.push_back(std::make_unique<AcxProcess>(importArguments(nameNamed(i)), key));
    }
    for (const auto &program : running) {
        const AcxRun ended = program->ended();
        QVERIFY2(ended.exitCode == 0, ended.told().constData());
    }
    QCOMPARE(names(), expected);
    QCOMPARE(m_keyring.countItems() - m_keyring.countItems(fingerprintEntry()), programs);
    Window window;
    QSet<QUuid> ids;
    for (const Profile &profile : window.profiles.profiles()) {
        ids << profile.id;
        QCOMPARE(waitFor(window.profiles.apiKey(profile.id)).value_or(Secret()).reveal(), key);
        QCOMPARE(keyOnRing(profile), key);
        // All have come to one random key of the fingerprints, so that the sameness is seen.
        QCOMPARE(profile.keyFingerprint, window.profiles.profiles().constFirst().keyFingerprint);
    }
    QCOMPARE(ids.size(), programs);
    const Result<std::optional<Profile>> same = waitFor(window.profiles.findSameKey(keyOf(key)));
    QVERIFY(same && *same);
    QVERIFY(expected.contains((*same)->name));
    // Removing one of them leaves the others their key.
    QCOMPARE(run({u"remove"_s, nameNamed(1)}).exitCode, 0);
    Window later;
    QCOMPARE(later.profiles.profiles().size(), programs - 1);
    for (const Profile &profile : later.profiles.profiles())
        QCOMPARE(waitFor(later.profiles.apiKey(profile.id)).value_or(Secret()).reveal(), key);
}

void TestTwoPrograms::sameNameAtOnce()
{
    AcxProcess one(importArguments(u"Acme"_s), "key-one");
    AcxProcess two(importArguments(u"acme"_s), "key-two");
    const AcxRun first = one.ended();
    const AcxRun second = two.ended();
    QVERIFY2((first.exitCode == 0) != (second.exitCode == 0), (first.told() + second.told()).constData());
    const AcxRun &lost = first.exitCode == 0 ? second : first;
    QVERIFY2(lost.exitCode == 2 && lost.err.contains("already"), lost.told().constData());
    Window window;
    QCOMPARE(window.profiles.profiles().size(), 1);
    QCOMPARE(keyOnRing(window.named(u"acme"_s)), first.exitCode == 0 ? "key-one"_ba : "key-two"_ba);
}

void TestTwoPrograms::importAndRemoveAtOnce()
{
    QCOMPARE(run(importArguments(u"old"_s), "key-old").exitCode, 0);
    AcxProcess import(importArguments(u"new"_s), "key-new");
    AcxProcess remove({u"remove"_s, u"old"_s});
    const AcxRun imported = import.ended();
    const AcxRun removed = remove.ended();
    QVERIFY2(imported.exitCode == 0, imported.told().constData());
    QVERIFY2(removed.exitCode == 0, removed.told().constData());
    QCOMPARE(names(), QStringList{u"new"_s});
    Window window;
    QCOMPARE(keyOnRing(window.named(u"new"_s)), "key-new"_ba);
}

void TestTwoPrograms::theWindowKeepsWhatAcxAdds()
{
    Window window;
    QCOMPARE(run(importArguments(u"of acx"_s), "key-of-acx").exitCode, 0);
    const Result<Profile> added = waitFor(window.profiles.add(profileDraft(u"of window"_s), keyOf("key-of-window")));
    QVERIFY(added);
    window.profiles.setLastUsed(added->id);
    QCOMPARE(names(), QStringList({u"of acx"_s, u"of window"_s}));
    // A name that the window does not know of yet is taken all the same.
    const Result<Profile> same = waitFor(window.profiles.add(profileDraft(u"Of ACX"_s), keyOf("key-3")));
    QVERIFY(!same);
    QCOMPARE(same.error().kind, ErrorKind::AlreadyExists);
    QVERIFY(window.profiles.load());
    QCOMPARE(keyOnRing(window.named(u"of acx"_s)), "key-of-acx"_ba);
    QCOMPARE(waitFor(window.profiles.apiKey(window.named(u"of acx"_s).id)).value_or(Secret()).reveal(),
             "key-of-acx"_ba);
}

void TestTwoPrograms::theWindowKeepsWhatAcxChanges()
{
    QCOMPARE(run(importArguments(u"work"_s), "key-1").exitCode, 0);
    Window window;
    Profile edited = window.named(u"work"_s);
    {
        Window other; // as `acx token --client` does
        const ClientCredentials client{u"client-1"_s, Secret("client-secret-1"), {}};
        QVERIFY(waitFor(other.profiles.setClient(edited.id, client)));
        QVERIFY(waitFor(other.profiles.replaceKey(edited.id, keyOf("key-2"))));
    }
    edited.colour = u"#123456"_s;
    QVERIFY(waitFor(window.profiles.update(edited)).has_value());
    Window later;
    const Profile stored = later.named(u"work"_s);
    QCOMPARE(stored.colour, u"#123456"_s);
    QCOMPARE(stored.clientId, u"client-1"_s);
    QVERIFY(stored.keyFingerprint != edited.keyFingerprint);
    QCOMPARE(keyOnRing(stored), "key-2"_ba);
}

void TestTwoPrograms::whatAcxRemovedStaysRemoved()
{
    for (const QString &name : {u"edited"_s, u"replaced"_s, u"with client"_s, u"used"_s, u"removed"_s})
        QCOMPARE(run(importArguments(name), "key-of-" + name.toUtf8()).exitCode, 0);
    Window window;
    const auto profile = [&window](const QString &name) { return window.named(name); };
    const Profile edited = profile(u"edited"_s);
    const Profile replaced = profile(u"replaced"_s);
    const Profile withClient = profile(u"with client"_s);
    const Profile used = profile(u"used"_s);
    const Profile removed = profile(u"removed"_s);
    for (const Profile &each : window.profiles.profiles())
        QCOMPARE(run({u"remove"_s, each.name}).exitCode, 0);

    const Status update = waitFor(window.profiles.update(edited));
    QVERIFY(!update);
    QCOMPARE(update.error().kind, ErrorKind::NotFound);
    QVERIFY(!window.profiles.find(edited.id));
    QCOMPARE(waitFor(window.profiles.replaceKey(replaced.id, keyOf("another"))).error().kind, ErrorKind::NotFound);
    const ClientCredentials client{u"client-1"_s, Secret("client-secret-1"), {}};
    QCOMPARE(waitFor(window.profiles.setClient(withClient.id, client)).error().kind, ErrorKind::NotFound);
    const Result<Secret> key = waitFor(window.profiles.apiKey(used.id));
    QVERIFY(!key);
    QCOMPARE(key.error().kind, ErrorKind::SecretMissing);
    QVERIFY(waitFor(window.profiles.remove(removed.id)));
    window.profiles.setLastUsed(used.id);
    QCOMPARE(names(), QStringList());
    QCOMPARE(m_keyring.countItems(), 1); // of the fingerprints
}

/// How many of ten replacements of the only profile's key failed.
int replaceTenTimes(const QString &list, const QByteArray &key)
{
    ProfileStore file(list);
    KeychainStore keychain;
    SessionStore session;
    ProfileService profiles(file, keychain, session);
    if (!profiles.load() || profiles.profiles().size() != 1)
        return -1;
    int failed = 0;
    for (int round = 1; round <= 10; ++round) {
        const ApiKey fresh = keyOf(key + QByteArray::number(round));
        if (!waitFor(profiles.replaceKey(profiles.profiles().constFirst().id, fresh)))
            ++failed;
    }
    return failed;
}

/// The other program of the next test; nothing to do in a usual run.
void TestTwoPrograms::otherProgram()
{
    const QString list = qEnvironmentVariable(otherList);
    if (!list.isEmpty())
        ::_exit(replaceTenTimes(list, "of-the-other-"));
}

void TestTwoPrograms::aKeyReplacedInBothIsOneOfTheTwo()
{
    QCOMPARE(run(importArguments(u"work"_s), "key-0").exitCode, 0);
    QProcess other;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(otherList), ProfileStore::defaultPath());
    other.setProcessEnvironment(environment);
    other.start(QCoreApplication::applicationFilePath(), {u"otherProgram"_s});
    QCOMPARE(replaceTenTimes(ProfileStore::defaultPath(), "of-this-one-"), 0);
    QTRY_COMPARE_WITH_TIMEOUT(other.state(), QProcess::NotRunning, 30'000);
    QCOMPARE(other.exitCode(), 0);
    // Whoever came last: each was told "stored" ten times, and no key that was replaced has come back.
    Window window;
    const QByteArray stored = keyOnRing(window.named(u"work"_s));
    QVERIFY2(stored == "of-this-one-10" || stored == "of-the-other-10", stored.constData());
}

/// Killed before each single step on the disk, so also between the key and the list.
void TestTwoPrograms::aKilledImportLeavesNoKeyUnlisted()
{
    QCOMPARE(run(importArguments(u"kept"_s), "key-kept").exitCode, 0);
    const QString folder = QFileInfo(ProfileStore::defaultPath()).path();
    const QString report = folder + u"-report"_s;
    int unlisted = 0;
    for (int at = 1;; ++at) {
        QFile::remove(report);
        qputenv("LD_PRELOAD", ACX_DISK_FAULTS_PRELOAD);
        qputenv("ACX_DISK_FAULT", "kill " + QByteArray::number(at) + ' ' + QFile::encodeName(folder));
        qputenv("ACX_DISK_FAULT_REPORT", QFile::encodeName(report));
        AcxProcess program(importArguments(u"cut %1"_s.arg(at)), keyNamed(at));
        for (const char *name : {"LD_PRELOAD", "ACX_DISK_FAULT", "ACX_DISK_FAULT_REPORT"})
            qunsetenv(name);
        const AcxRun cut = program.ended();
        if (cut.exitCode == 0)
            break;
        QVERIFY2(cut.exitCode == -1, cut.told().constData());
        // Two always: the key of "kept" and that of the fingerprints.
        const int left = m_keyring.countItems() - 2;
        Window window;
        QVERIFY(!window.profiles.notice());
        const int listed = int(window.profiles.profiles().size()) - 1;
        QVERIFY2(left == listed || !marks().isEmpty(), QByteArray::number(at).constData());
        unlisted += left > listed ? 1 : 0;
        QVERIFY(waitFor(window.profiles.apiKey(window.named(u"kept"_s).id)));
        QTRY_COMPARE(m_keyring.countItems(), 2 + listed);
        QTRY_COMPARE(marks(), QStringList());
        for (const Profile &profile : window.profiles.profiles()) {
            QVERIFY2(!keyOnRing(profile).isEmpty(), qPrintable(profile.name));
            if (profile.name != "kept"_L1)
                QVERIFY(waitFor(window.profiles.remove(profile.id)));
        }
    }
    QFile::remove(report);
    QCOMPARE_GE(unlisted, 3); // or nothing was shown
}

void TestTwoPrograms::aKilledProgramLosesNothing()
{
    QCOMPARE(run(importArguments(u"kept"_s), "key-kept").exitCode, 0);
    const int items = m_keyring.countItems();
    for (int round = 0; round < 12; ++round) {
        AcxProcess program(importArguments(u"cut %1"_s.arg(round)), "key-cut");
        QTest::qWait(15 * round);
        program.kill();
        std::ignore = program.ended();
        QVERIFY(names().contains(u"kept"_s));
    }
    Window window;
    QVERIFY(!window.profiles.notice());
    QCOMPARE(keyOnRing(window.named(u"kept"_s)), "key-kept"_ba);
    // A key that was left unlisted is gone as soon as the keychain is used again.
    QVERIFY(waitFor(window.profiles.apiKey(window.named(u"kept"_s).id)));
    QTRY_COMPARE(marks(), QStringList());
    QTRY_COMPARE(m_keyring.countItems(), int(window.profiles.profiles().size()) + 1); // of the fingerprints
    // Who is on the list has a key.
    for (const Profile &profile : window.profiles.profiles()) {
        QVERIFY2(!keyOnRing(profile).isEmpty(), qPrintable(profile.name));
        QVERIFY(waitFor(window.profiles.remove(profile.id)));
    }
    QVERIFY(m_keyring.countItems() >= items - 1);
}

ACX_TEST_MAIN(TestTwoPrograms)
#include "test_two_programs.moc"
