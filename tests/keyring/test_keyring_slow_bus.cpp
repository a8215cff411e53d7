// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/program_turn.h"
#include "tests/keyring/keyring_bench.h"
#include "tests/support/keyring.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

namespace {

constexpr KeychainOptions patient{20s, 40s};
constexpr std::chrono::milliseconds pause = 150ms; // a call that waits for the bus waits that long
constexpr std::chrono::milliseconds stallLimit = 100ms;
constexpr char hangs[] = "ACX_TEST_HANGS"; // set in the other program

/// The bus stands still, but for a moment now and then in which it passes on what has come.
class StutteringBus final
{
public:
    explicit StutteringBus(pid_t bus)
        : m_thread([this, bus] {
            while (!m_isOver) {
                ::kill(bus, SIGSTOP);
                std::this_thread::sleep_for(pause);
                ::kill(bus, SIGCONT);
                std::this_thread::sleep_for(1ms);
            }
        })
    {}
    ~StutteringBus()
    {
        m_isOver = true;
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(StutteringBus)

private:
    std::atomic<bool> m_isOver = false;
    std::thread m_thread;
};

} // namespace

/// Held up by others. KA where the bus itself is slow: whatever is asked of it, the window goes on. And another program
/// of ours that hangs while it holds a turn.
class TestKeyringSlowBus final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void windowGoesOn_data();
    void windowGoesOn();
    void hangingProgram();
    void aHangingProgramHoldsTheFingerprint();

private:
    Keyring m_keyring;
    pid_t m_bus = 0;
};

void TestKeyringSlowBus::initTestCase()
{
    QVERIFY2(Keyring::isPrivate(), "run this under tests/support/with_keyring.sh");
    m_bus = pid_t(QDBusConnection::sessionBus().interface()->servicePid(u"org.freedesktop.DBus"_s).value());
    QVERIFY(m_bus > 1);
}

void TestKeyringSlowBus::windowGoesOn_data()
{
    QTest::addColumn<int>("deedOf");
    QTest::addColumn<int>("state");
    QTest::newRow("K1 slow bus / import") << int(Deed::Import) << 0;
    for (const Deed deed : {Deed::Import, Deed::Use}) {
        QTest::addRow("K5 slow bus, locked / %s", nameOf(deed)) << int(deed) << 1;
        QTest::addRow("K8 slow bus, killed / %s", nameOf(deed)) << int(deed) << 2;
    }
}

void TestKeyringSlowBus::windowGoesOn()
{
    QFETCH(int, deedOf);
    QFETCH(int, state);
    QVERIFY(m_keyring.unlock());
    KeyringBench bench(patient);
    QVERIFY(bench.fill());
    if (state == 1)
        QVERIFY(m_keyring.lock());
    if (state == 2)
        QVERIFY(m_keyring.kill());
    DeedOutcome outcome;
    {
        const StutteringBus bus(m_bus);
        outcome = bench.run(Deed(deedOf));
    }
    QVERIFY2(outcome.longestStall <= stallLimit, outcome.told().constData());
    QVERIFY2(outcome.turns >= 20, outcome.told().constData());
    QCOMPARE(outcome.error.has_value(), state != 0);
    if (outcome.error)
        QVERIFY2(outcome.error->kind == ErrorKind::KeychainLocked, outcome.told().constData());
    QVERIFY(m_keyring.unlock());
    QVERIFY(m_keyring.removeAllItems());
}

/// Another program's part in the next test: it takes the turn and hangs.
void TestKeyringSlowBus::hangingProgram()
{
    if (!qEnvironmentVariableIsSet(hangs))
        return;
    ProgramTurn turn(u"Fingerprint"_s);
    bool isTaken = false;
    turn.take(10s, [&isTaken](ProgramTurn::Got got) { isTaken = got == ProgramTurn::Got::AtOnce; });
    if (QTest::qWaitFor([&isTaken] { return isTaken; }, 10'000))
        std::fputs("taken\n", stderr);
    ::raise(SIGSTOP);
    ::_exit(0);
}

void TestKeyringSlowBus::aHangingProgramHoldsTheFingerprint()
{
    QProcess other;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(hangs), u"1"_s);
    other.setProcessEnvironment(environment);
    other.start(QCoreApplication::applicationFilePath(), {u"hangingProgram"_s});
    QByteArray told;
    QTRY_VERIFY_WITH_TIMEOUT((told += other.readAllStandardError()).contains("taken"), 20'000);

    const QTemporaryDir folder;
    ProfileStore file(folder.filePath(u"profiles.json"_s));
    KeychainStore keychain;
    SessionStore session;
    constexpr std::chrono::milliseconds patience = 700ms;
    ProfileService profiles(file, keychain, session, patience);
    QVERIFY(profiles.load());
    QElapsedTimer clock;
    clock.start();
    // It is done, after waiting, and nothing has to be told: the key is there and works.
    const Result<Profile> added = waitFor(profiles.add(profileDraft(u"patient"_s), keyOf("key-patient")));
    QVERIFY2(added, qPrintable(added ? QString() : added.error().message()));
    QVERIFY2(clock.elapsed() >= patience.count(), QByteArray::number(clock.elapsed()).constData());
    QCOMPARE(file.load()->profiles, QList<Profile>{*added});
    QCOMPARE(m_keyring.secretOf(keyringEntry(*added)), "key-patient"_ba);
    QCOMPARE(waitFor(profiles.apiKey(added->id)).value_or(Secret()).reveal(), "key-patient"_ba);
    // No second key of the fingerprints was made while the other program may be at it.
    QCOMPARE(added->keyFingerprint, QByteArray());
    QCOMPARE(m_keyring.countItems(), 1);
    QVERIFY(waitFor(profiles.replaceKey(added->id, keyOf("key-replaced"))));
    QCOMPARE(m_keyring.secretOf(keyringEntry(*added)), "key-replaced"_ba);

    other.kill();
    QVERIFY(other.waitForFinished());
    const Result<Profile> next = waitFor(profiles.add(profileDraft(u"next"_s), keyOf("key-next")));
    QVERIFY(next);
    QCOMPARE(next->keyFingerprint.size(), 64);
    const Result<std::optional<Profile>> same = waitFor(profiles.findSameKey(keyOf("key-next")));
    QVERIFY(same && *same);
    QCOMPARE((*same)->name, u"next"_s);
    QVERIFY(m_keyring.removeAllItems());
}

ACX_TEST_MAIN(TestKeyringSlowBus)
#include "test_keyring_slow_bus.moc"
