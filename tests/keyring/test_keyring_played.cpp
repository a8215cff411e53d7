// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/credentials/stand_in_service.h"
#include "tests/keyring/keyring_bench.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

namespace {

constexpr KeychainOptions patient{5s, 20s};
constexpr KeychainOptions impatient{600ms, 1500ms};
constexpr KeychainOptions answered{2s, 30s}; // of a question that somebody answers
constexpr std::chrono::milliseconds stallLimit = 100ms;

const QList<Deed> deeds{Deed::Import, Deed::Use, Deed::Remove, Deed::Replace};

/// What of the Secret Service a deed needs on an open keyring.
QStringList methodsOf(Deed deed)
{
    QStringList methods{u"Get"_s, u"SearchItems"_s, u"GetSecrets"_s};
    if (deed == Deed::Import || deed == Deed::Replace)
        methods << u"CreateItem"_s;
    if (deed == Deed::Remove)
        methods << u"Delete"_s;
    return methods;
}

bool changesNothing(Deed deed)
{
    return deed == Deed::Use;
}

} // namespace

/// Keyring states × deeds that a real keyring has only with bad luck: questions that stay open, calls that hang or lose
/// their service at a chosen point, a keyring that hands out something else. Played by a Secret Service of our own.
class TestKeyringPlayed final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void question_data();
    void question();
    void hangs_data();
    void hangs();
    void dies_data();
    void dies();
    void readBackDiffers_data();
    void readBackDiffers();
    void keyringIsDeleted_data();
    void keyringIsDeleted();

private:
    /// After a deed that was not done: all is as before, and what was late or half done is taken back.
    void checkAsBefore(Deed deed);
    void checkDone(Deed deed, const DeedOutcome &outcome);
    [[nodiscard]] QByteArray itemOf(const Profile &profile) const
    {
        return m_service->items().value(keyringEntry(profile));
    }

    std::unique_ptr<StandInService> m_service;
    std::unique_ptr<KeyringBench> m_bench;
    QHash<QString, QByteArray> m_before;
};

void TestKeyringPlayed::initTestCase()
{
    m_service = std::make_unique<StandInService>();
    QVERIFY(m_service->start());
}

void TestKeyringPlayed::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_bench = std::make_unique<KeyringBench>(patient);
    QVERIFY(m_bench->fill());
    m_before = m_service->items();
}

void TestKeyringPlayed::cleanup()
{
    m_service->behaveAgain();
    m_service->release();
    m_service->setLocked(false);
    m_bench->startAgain(patient);
    const QList<Profile> left = m_bench->profiles().profiles();
    for (const Profile &profile : left)
        QVERIFY(waitFor(m_bench->profiles().remove(profile.id, true)));
    m_bench.reset();
}

void TestKeyringPlayed::question_data()
{
    QTest::addColumn<int>("deedOf");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<int>("openFor"); // milliseconds; longer than the deadline of a call without a question
    QTest::addColumn<int>("kind");    // -1 = done
    for (const Deed deed : deeds) {
        const char *name = nameOf(deed);
        QTest::addRow("K4 locked, prompt accepted / %s", name) << int(deed) << u"accept"_s << 0 << -1;
        QTest::addRow("K5 locked, prompt dismissed / %s", name)
            << int(deed) << u"dismiss"_s << 0 << int(ErrorKind::KeychainLocked);
        QTest::addRow("K9 slow prompt, accepted / %s", name) << int(deed) << u"accept"_s << 2500 << -1;
        QTest::addRow("K9 slow prompt, dismissed / %s", name)
            << int(deed) << u"dismiss"_s << 2500 << int(ErrorKind::KeychainLocked);
        QTest::addRow("K9 prompt never answered / %s", name)
            << int(deed) << QString() << 0 << int(ErrorKind::KeychainLocked);
        QTest::addRow("K8 killed while its question is open / %s", name)
            << int(deed) << u"die"_s << 0 << int(ErrorKind::KeychainLocked);
    }
}

void TestKeyringPlayed::question()
{
    QFETCH(int, deedOf);
    QFETCH(QString, answer);
    QFETCH(int, openFor);
    QFETCH(int, kind);
    const auto deed = static_cast<Deed>(deedOf);
    // Who waits for a service that is gone would wait for the whole time of a question.
    const KeychainOptions abandoned{600ms, 180s};
    m_bench->startAgain(answer == "die"_L1 ? abandoned : answer.isEmpty() ? impatient : answered);
    m_service->setLocked(true);
    const int before = m_service->prompts();
    const DeedOutcome outcome = m_bench->run(deed, [&] {
        QTRY_VERIFY(m_service->isPromptOpen());
        // Whatever else wants the keychain meanwhile waits behind this question.
        const auto second = m_bench->keychain().read(apiKeyEntry(m_bench->bystander().id));
        if (openFor > 0) {
            QTest::qWait(openFor);
            QVERIFY(!second.isFinished());
            QCOMPARE(waitFor(m_bench->keychain().status())->state, StoreState::Locked);
        }
        if (answer == "die"_L1) {
            m_service->die();
            QVERIFY(m_service->rise());
        } else if (!answer.isEmpty()) {
            m_service->answerPrompt(answer == "accept"_L1);
        }
    });
    QVERIFY2(outcome.longestStall <= stallLimit, outcome.told().constData());
    QCOMPARE(outcome.error ? int(outcome.error->kind) : -1, kind);
    QCOMPARE(m_service->prompts(), before + 1);
    m_service->setLocked(false);
    if (kind == -1) {
        checkDone(deed, outcome);
        return;
    }
    QVERIFY2(outcome.error->sentence.contains(u"locked"_s), outcome.told().constData());
    QVERIFY2(outcome.error->nextStep.contains(u"nlock"_s), outcome.told().constData());
    checkAsBefore(deed);
}

void TestKeyringPlayed::hangs_data()
{
    QTest::addColumn<int>("deedOf");
    QTest::addColumn<QString>("method");
    for (const Deed deed : deeds) {
        for (const QString &method : methodsOf(deed))
            QTest::addRow("K7 hung at %s / %s", qPrintable(method), nameOf(deed)) << int(deed) << method;
        for (const QString &method : {u"Unlock"_s, u"Prompt"_s})
            QTest::addRow("K7 locked and hung at %s / %s", qPrintable(method), nameOf(deed)) << int(deed) << method;
    }
}

void TestKeyringPlayed::hangs()
{
    QFETCH(int, deedOf);
    QFETCH(QString, method);
    const auto deed = static_cast<Deed>(deedOf);
    const bool isLocked = method == "Unlock"_L1 || method == "Prompt"_L1;
    m_service->setLocked(isLocked);
    m_service->hold(method);
    DeedOutcome outcome;
    // Short as long as that lets the call come to where the service hangs: a busy computer, or a sanitizer, needs more.
    for (int times = 1; m_service->held() == 0 && times <= 16; times *= 4) {
        m_bench->startAgain({impatient.deadline * times, impatient.promptDeadline * times});
        outcome = m_bench->run(deed);
    }
    QVERIFY2(m_service->held() > 0, outcome.told().constData());
    QVERIFY2(outcome.error, "hung, and done all the same");
    QVERIFY2(outcome.longestStall <= stallLimit, outcome.told().constData());
    const bool isQuestion = method == "Prompt"_L1; // which has come, as far as anybody can tell
    QCOMPARE(outcome.error->kind, isQuestion ? ErrorKind::KeychainLocked : ErrorKind::KeychainTimeout);
    QVERIFY2(isQuestion || outcome.error->sentence.contains(u"does not answer"_s), outcome.told().constData());
    QVERIFY2(!outcome.error->nextStep.isEmpty(), outcome.told().constData());
    QVERIFY(m_bench->isOnDisk(m_bench->subject()));
    // What comes late is made good; a late removal was not claimed, and did what the person wanted.
    m_service->release();
    m_service->setLocked(false);
    if (method != "Delete"_L1)
        checkAsBefore(deed);
}

void TestKeyringPlayed::dies_data()
{
    QTest::addColumn<int>("deedOf");
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("back"); // as what it comes back; empty = not before the deed has ended
    for (const Deed deed : deeds) {
        for (const QString &method : methodsOf(deed)) {
            const auto row = [&](const char *end, const QString &back) {
                QTest::addRow("K8 killed at %s, %s / %s", qPrintable(method), end, nameOf(deed))
                    << int(deed) << method << back;
            };
            row("stays away", QString());
            row("back locked", u"locked"_s);
            row("back open", u"open"_s);
        }
    }
}

void TestKeyringPlayed::dies()
{
    QFETCH(int, deedOf);
    QFETCH(QString, method);
    QFETCH(QString, back);
    const auto deed = static_cast<Deed>(deedOf);
    m_bench->startAgain({5s, 500ms}); // nobody is there to answer a question
    m_service->hold(method);
    const DeedOutcome outcome = m_bench->run(deed, [&] {
        QTRY_VERIFY(m_service->held() > 0);
        m_service->die();
        m_service->behaveAgain();
        m_service->setLocked(back == "locked"_L1);
        if (!back.isEmpty())
            QVERIFY(m_service->rise());
    });
    if (back.isEmpty())
        QVERIFY(m_service->rise());
    m_service->setLocked(false);
    QVERIFY2(outcome.longestStall <= stallLimit, outcome.told().constData());
    if (!outcome.error) {
        QCOMPARE(back, u"open"_s);
        checkDone(deed, outcome);
        return;
    }
    const QList<ErrorKind> honest{ErrorKind::KeychainLocked, ErrorKind::KeychainUnavailable, ErrorKind::KeychainFailed,
                                  ErrorKind::KeychainTimeout};
    QVERIFY2(honest.contains(outcome.error->kind), outcome.told().constData());
    if (back == "locked"_L1)
        QCOMPARE(outcome.error->kind, ErrorKind::KeychainLocked);
    QVERIFY2(!outcome.error->nextStep.isEmpty(), outcome.told().constData());
    checkAsBefore(deed);
}

void TestKeyringPlayed::readBackDiffers_data()
{
    QTest::addColumn<int>("deedOf");
    QTest::newRow("K10 read-back differs / import") << int(Deed::Import);
    QTest::newRow("K10 read-back differs / replace") << int(Deed::Replace);
}

void TestKeyringPlayed::readBackDiffers()
{
    QFETCH(int, deedOf);
    const auto deed = static_cast<Deed>(deedOf);
    m_service->alterSecrets(
        [](const QByteArray &value) { return value == KeyringBench::freshKey() ? value.first(5) : value; });
    const DeedOutcome outcome = m_bench->run(deed);
    QVERIFY2(outcome.error, "something else came back, and it was called saved");
    QCOMPARE(outcome.error->kind, ErrorKind::KeychainMismatch);
    QVERIFY2(outcome.error->sentence.contains(u"not saved"_s), outcome.told().constData());
    QVERIFY2(outcome.error->nextStep.contains(u"Try again."_s), outcome.told().constData());
    QVERIFY2(outcome.longestStall <= stallLimit, outcome.told().constData());
    checkAsBefore(deed);
}

void TestKeyringPlayed::keyringIsDeleted_data()
{
    QTest::addColumn<int>("deedOf");
    for (const Deed deed : deeds)
        QTest::addRow("K3 default keyring deleted / %s", nameOf(deed)) << int(deed);
}

/// What is not there can neither be unlocked nor hold a key: a write makes another keyring, and the profile can go.
void TestKeyringPlayed::keyringIsDeleted()
{
    QFETCH(int, deedOf);
    const auto deed = static_cast<Deed>(deedOf);
    m_service->loseKeyring();
    const int prompts = m_service->prompts();
    const DeedOutcome outcome = m_bench->run(deed);
    QCOMPARE(m_service->prompts(), prompts);
    if (deed == Deed::Replace) {
        QVERIFY2(!outcome.error, outcome.told().constData());
        QCOMPARE(itemOf(m_bench->subject()), KeyringBench::freshKey());
        return;
    }
    if (deed == Deed::Import) {
        const std::optional<Profile> fresh = m_bench->profiles().findByName(KeyringBench::freshName());
        QVERIFY2(!outcome.error && fresh, outcome.told().constData());
        QCOMPARE(itemOf(*fresh), KeyringBench::freshKey());
        return;
    }
    QVERIFY(outcome.error);
    QCOMPARE(outcome.error->kind, ErrorKind::KeychainUnavailable);
    QVERIFY2(outcome.error->sentence.contains(u"no default keyring"_s), outcome.told().constData());
    QVERIFY2(!outcome.error->nextStep.isEmpty(), outcome.told().constData());
    QVERIFY(m_bench->isOnDisk(m_bench->subject()));
    if (deed != Deed::Remove)
        return;
    QVERIFY(waitFor(m_bench->profiles().remove(m_bench->subject().id, true)));
    QCOMPARE(m_bench->namesOnDisk(), QStringList{u"bystander"_s});
}

void TestKeyringPlayed::checkAsBefore(Deed deed)
{
    QCOMPARE(m_bench->namesOnDisk(), QStringList({u"subject"_s, u"bystander"_s}));
    QVERIFY(m_bench->isOnDisk(m_bench->subject()));
    QVERIFY(m_bench->isOnDisk(m_bench->bystander()));
    if (changesNothing(deed)) {
        QCOMPARE(m_service->items(), m_before);
        return;
    }
    // The next call that finds the keyring open makes good whatever is in doubt.
    m_bench->keychain().allowPrompt();
    QTRY_COMPARE(waitFor(m_bench->profiles().apiKey(m_bench->bystander().id)).value_or(Secret()).reveal(),
                 KeyringBench::bystanderKey());
    QTRY_COMPARE(m_service->items(), m_before);
}

void TestKeyringPlayed::checkDone(Deed deed, const DeedOutcome &outcome)
{
    QCOMPARE(itemOf(m_bench->bystander()), KeyringBench::bystanderKey());
    switch (deed) {
    case Deed::Import: {
        const std::optional<Profile> fresh = m_bench->profiles().findByName(KeyringBench::freshName());
        QVERIFY(fresh && m_bench->isOnDisk(*fresh));
        QCOMPARE(itemOf(*fresh), KeyringBench::freshKey());
        break;
    }
    case Deed::Use:
        QCOMPARE(outcome.value.reveal(), KeyringBench::subjectKey());
        break;
    case Deed::Remove:
        QVERIFY(!m_service->items().contains(keyringEntry(m_bench->subject())));
        QCOMPARE(m_bench->namesOnDisk(), QStringList{u"bystander"_s});
        break;
    case Deed::Replace:
        QCOMPARE(itemOf(m_bench->subject()), KeyringBench::freshKey());
        break;
    }
}

ACX_TEST_MAIN(TestKeyringPlayed)
#include "test_keyring_played.moc"
