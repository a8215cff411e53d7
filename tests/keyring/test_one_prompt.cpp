// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/app_info.h"
#include "app/profiles/profile_service.h"
#include "tests/credentials/stand_in_service.h"
#include "tests/keyring/keyring_bench.h"
#include "tests/keyring/two_programs_bench.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QDBusConnection>
#include <QDBusPendingReply>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

namespace {

constexpr int keychainExit = 3;
constexpr int networkExit = 4;

/// How many programs have the question, or wait for it.
int programsAtTheQuestion()
{
    QDBusMessage question = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                                           u"org.freedesktop.DBus"_s, u"ListQueuedOwners"_s);
    question << QLatin1StringView(applicationId) + ".Prompt"_L1;
    const QDBusPendingReply<QStringList> reply = QDBusConnection::sessionBus().call(question);
    return reply.isError() ? 0 : static_cast<int>(reply.value().size());
}

} // namespace

/// KF and D8: a locked keyring asks the person once for each start, however many want a key: calls of one program, and
/// programs. The keyring is played, because a real one cannot be answered here.
class TestOnePrompt final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void everyCallOfAStart_data();
    void everyCallOfAStart();
    void whatThePersonAsksForMayAskBack();
    void oneAcxCommand_data();
    void oneAcxCommand();
    void severalPrograms_data();
    void severalPrograms();
    void theWaitingOneGoesOnWhenTheOtherIsKilled();

private:
    [[nodiscard]] int newPrompts() const { return m_service->prompts() - m_before; }
    std::unique_ptr<StandInService> m_service;
    int m_before = 0;
};

void TestOnePrompt::initTestCase()
{
    m_service = std::make_unique<StandInService>();
    QVERIFY(m_service->start());
    QCOMPARE(AcxProcess(importArguments(u"one"_s), "key-one").ended().exitCode, 0);
    QCOMPARE(AcxProcess(importArguments(u"two"_s), "key-two").ended().exitCode, 0);
}

void TestOnePrompt::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_service->setLocked(true);
    m_before = m_service->prompts();
}

void TestOnePrompt::cleanup()
{
    m_service->behaveAgain();
    m_service->release();
    m_service->setLocked(false);
}

void TestOnePrompt::everyCallOfAStart_data()
{
    QTest::addColumn<bool>("accept");
    QTest::newRow("KF accepted") << true;
    QTest::newRow("KF dismissed") << false;
}

void TestOnePrompt::everyCallOfAStart()
{
    QFETCH(bool, accept);
    m_service->setLocked(false);
    KeyringBench bench({5s, 20s});
    QVERIFY(bench.fill());
    m_service->setLocked(true);
    bench.startAgain({5s, 20s});
    // The proxy's password, the keys of two profiles, a client's secret, a look for a known key: all at once.
    const auto proxy = bench.keychain().read(u"settings/proxy-password"_s);
    const auto first = bench.profiles().apiKey(bench.subject().id);
    const auto second = bench.profiles().apiKey(bench.bystander().id);
    const auto client = bench.profiles().clientSecret(bench.subject().id);
    const auto same = bench.profiles().findSameKey(keyOf(KeyringBench::subjectKey()));
    QTRY_VERIFY(m_service->isPromptOpen());
    QVERIFY(!first.isFinished());
    m_service->answerPrompt(accept);
    QCOMPARE(waitFor(first).has_value(), accept);
    QCOMPARE(waitFor(second).has_value(), accept);
    QCOMPARE(waitFor(proxy).error().kind, accept ? ErrorKind::SecretMissing : ErrorKind::KeychainLocked);
    QCOMPARE(waitFor(client).error().kind, accept ? ErrorKind::SecretMissing : ErrorKind::KeychainLocked);
    QVERIFY(waitFor(same));
    // And later, as often as it may be.
    for (int i = 0; i < 3; ++i)
        std::ignore = waitFor(bench.profiles().apiKey(bench.subject().id));
    QCOMPARE(newPrompts(), 1);
    m_service->setLocked(false);
    for (const Profile &profile : bench.profiles().profiles())
        QVERIFY(waitFor(bench.profiles().remove(profile.id)));
}

void TestOnePrompt::whatThePersonAsksForMayAskBack()
{
    m_service->setLocked(false);
    KeyringBench bench({5s, 20s});
    QVERIFY(bench.fill());
    m_service->setLocked(true);
    const auto answered = [this](const auto &future, bool accept) {
        QVERIFY(QTest::qWaitFor([this] { return m_service->isPromptOpen(); }));
        m_service->answerPrompt(accept);
        QCOMPARE(waitFor(future).has_value(), accept);
    };
    answered(bench.profiles().apiKey(bench.subject().id), false);
    QVERIFY(!waitFor(bench.profiles().apiKey(bench.subject().id)));
    QCOMPARE(newPrompts(), 1);
    // Each of these is a click; none may be left without a way to unlock.
    answered(bench.profiles().replaceKey(bench.subject().id, keyOf("new-key")), false);
    answered(bench.profiles().setClient(bench.subject().id, {u"id"_s, Secret("s3cret"), {}}), false);
    answered(bench.profiles().add(profileDraft(u"fresh"_s), keyOf("fresh")), false);
    answered(bench.profiles().remove(bench.subject().id), false);
    QCOMPARE(newPrompts(), 5);
    answered(bench.profiles().replaceKey(bench.subject().id, keyOf("new-key")), true);
    for (const Profile &profile : bench.profiles().profiles())
        QVERIFY(waitFor(bench.profiles().remove(profile.id)));
    QCOMPARE(newPrompts(), 6);
}

void TestOnePrompt::oneAcxCommand_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("accept");
    QTest::addColumn<int>("exitCode");
    const QStringList token{u"token"_s, u"--profile"_s, u"one"_s};
    QTest::newRow("KF acx token, accepted") << token << true << networkExit;
    QTest::newRow("KF acx token, dismissed") << token << false << keychainExit;
    QTest::newRow("KF acx import, accepted") << importArguments(u"three"_s) << true << 0;
    QTest::newRow("KF acx import, dismissed") << importArguments(u"four"_s) << false << keychainExit;
    QTest::newRow("KF acx remove, dismissed") << QStringList{u"remove"_s, u"two"_s} << false << keychainExit;
    QTest::newRow("KF acx remove, accepted") << QStringList{u"remove"_s, u"three"_s} << true << 0;
    QTest::newRow("KF acx remove --force, dismissed") << QStringList{u"remove"_s, u"two"_s, u"--force"_s} << false << 0;
}

void TestOnePrompt::oneAcxCommand()
{
    QFETCH(QStringList, arguments);
    QFETCH(bool, accept);
    QFETCH(int, exitCode);
    AcxProcess program(arguments, "a-key-of-this-command");
    QTRY_VERIFY(m_service->isPromptOpen());
    m_service->answerPrompt(accept);
    // A second question would wait for its answer, and the program with it.
    QTRY_VERIFY(!program.isRunning() || m_service->isPromptOpen());
    QCOMPARE(newPrompts(), 1);
    const AcxRun ended = program.ended();
    QVERIFY2(ended.exitCode == exitCode, ended.told().constData());
}

void TestOnePrompt::severalPrograms_data()
{
    QTest::addColumn<bool>("accept");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("D8 one prompt, accepted") << true << networkExit;
    QTest::newRow("D8 one prompt, dismissed") << false << keychainExit;
}

void TestOnePrompt::severalPrograms()
{
    QFETCH(bool, accept);
    QFETCH(int, exitCode);
    const QStringList token{u"token"_s, u"--profile"_s, u"one"_s};
    AcxProcess one(token);
    AcxProcess two(token);
    AcxProcess three(token);
    QTRY_VERIFY_WITH_TIMEOUT(programsAtTheQuestion() == 3 && m_service->isPromptOpen(), 20'000);
    QCOMPARE(newPrompts(), 1);
    m_service->answerPrompt(accept);
    for (AcxProcess *program : {&one, &two, &three}) {
        const AcxRun ended = program->ended();
        QVERIFY2(ended.exitCode == exitCode, ended.told().constData());
    }
    QCOMPARE(newPrompts(), 1);
}

void TestOnePrompt::theWaitingOneGoesOnWhenTheOtherIsKilled()
{
    const QStringList token{u"token"_s, u"--profile"_s, u"one"_s};
    AcxProcess one(token);
    QTRY_VERIFY(m_service->isPromptOpen());
    AcxProcess two(token);
    QTRY_COMPARE(programsAtTheQuestion(), 2);
    one.kill();
    const AcxRun ended = two.ended();
    QVERIFY2(ended.exitCode == keychainExit, ended.told().constData());
}

ACX_TEST_MAIN(TestOnePrompt)
#include "test_one_prompt.moc"
