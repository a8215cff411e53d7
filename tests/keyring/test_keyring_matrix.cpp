// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/keyring/keyring_bench.h"
#include "tests/support/keyring.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

namespace {

constexpr KeychainOptions patient{10s, 20s};
constexpr KeychainOptions impatient{400ms, 2s};
constexpr KeychainOptions lessPatient{3s, 6s}; // of one that is used after it hung, too
constexpr std::chrono::milliseconds stallLimit = 100ms;
constexpr int done = -1;

enum class State {
    Unlocked,
    ItemRemoved,
    ItemChanged,
    Locked,          ///< and the question for the password is dismissed at once
    LockedUnlocked,  ///< found locked once, unlocked since
    Hung,            ///< stopped before the deed
    HungThenBack,    ///< found hung once, running since
    Restarted,       ///< killed; the bus starts it again, locked
    RestartedOpen,   ///< killed, started again and unlocked
    KilledDuringCall ///< stopped, asked, killed
};

const QList<Deed> deeds{Deed::Import, Deed::Use, Deed::Remove, Deed::Replace};

const QByteArray theirs = "put-there-by-another-program"_ba;

struct Words
{
    ErrorKind kind;
    std::array<const char *, 4> sentences; // by deed
};

const Words locked{ErrorKind::KeychainLocked,
                   {"locked, so the key was not saved", "locked, so the stored key cannot be read",
                    "could not be removed while the keychain is locked", "locked, so the key was not saved"}};
const Words hung{ErrorKind::KeychainTimeout,
                 {"does not answer, so the key counts as not saved", "does not answer, so the stored key cannot be",
                  "does not answer, so the stored key may still be there",
                  "does not answer, so the key counts as not saved"}};

} // namespace

/// Keyring states × deeds on a real gnome-keyring: what is said, and what is there afterwards.
class TestKeyringMatrix final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(Keyring::isPrivate(), "run this under tests/support/with_keyring.sh"); }
    void init();
    void cleanup();

    void state_data();
    void state();
    void killedAtAnyTurn_data();
    void killedAtAnyTurn();
    void tooLargeIsRefusedBeforeTheCall_data();
    void tooLargeIsRefusedBeforeTheCall();

private:
    void bring(State state);
    void heal();
    void checkDone(Deed deed, const DeedOutcome &outcome);
    void checkNotDone(State state);
    void checkBystander();
    [[nodiscard]] QByteArray keyBefore(State state) const;

    Keyring m_keyring;
    std::unique_ptr<KeyringBench> m_bench;
    int m_itemsBefore = 0;
};

void TestKeyringMatrix::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_bench = std::make_unique<KeyringBench>(patient);
    QVERIFY(m_bench->fill());
    m_itemsBefore = m_keyring.countItems();
}

void TestKeyringMatrix::cleanup()
{
    heal();
    for (const Profile &profile : m_bench->profiles().profiles()) {
        while (m_keyring.countItems(keyringEntry(profile)) > 0)
            QVERIFY(m_keyring.removeItem(keyringEntry(profile)));
    }
    m_bench.reset();
}

void TestKeyringMatrix::state_data()
{
    QTest::addColumn<int>("stateOf");
    QTest::addColumn<int>("deedOf");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("sentence");
    const auto add = [](const char *row, State state, const Words *words) {
        for (const Deed deed : deeds)
            QTest::addRow("%s / %s", row, nameOf(deed))
                << int(state) << int(deed) << (words ? int(words->kind) : done)
                << (words ? QString::fromLatin1(words->sentences.at(size_t(deed))) : QString());
    };
    add("K1 unlocked, present", State::Unlocked, nullptr);
    const Words lost{ErrorKind::SecretMissing, {"", "no longer has the key of “subject”", "", ""}};
    for (const Deed deed : deeds) {
        const bool uses = deed == Deed::Use;
        QTest::addRow("K3 item removed behind our back / %s", nameOf(deed))
            << int(State::ItemRemoved) << int(deed) << (uses ? int(lost.kind) : done)
            << (uses ? QString::fromUtf8(lost.sentences.at(1)) : QString());
    }
    add("item changed behind our back", State::ItemChanged, nullptr);
    add("K5 locked, dismissed", State::Locked, &locked);
    add("K5 locked, then unlocked", State::LockedUnlocked, nullptr);
    add("K7 hung", State::Hung, &hung);
    add("K7 hung, then back", State::HungThenBack, nullptr);
    add("K8 killed, started again locked", State::Restarted, &locked);
    add("K8 killed, started again and unlocked", State::RestartedOpen, nullptr);
    add("K8 killed during the call", State::KilledDuringCall, &locked);
}

void TestKeyringMatrix::bring(State state)
{
    const QString entry = keyringEntry(m_bench->subject());
    switch (state) {
    case State::Unlocked:
        break;
    case State::ItemRemoved:
        QVERIFY(m_keyring.removeItem(entry));
        break;
    case State::ItemChanged:
        QVERIFY(m_keyring.setSecret(entry, theirs));
        break;
    case State::Locked:
        QVERIFY(m_keyring.lock());
        break;
    case State::LockedUnlocked:
        QVERIFY(m_keyring.lock());
        QVERIFY(m_bench->run(Deed::Use).error.has_value());
        QVERIFY(m_keyring.unlock());
        break;
    case State::Hung:
    case State::HungThenBack:
        m_bench->startAgain(state == State::Hung ? impatient : lessPatient);
        QVERIFY(m_keyring.stop());
        if (state == State::HungThenBack) {
            QVERIFY(m_bench->run(Deed::Use).error.has_value());
            QVERIFY(m_keyring.resume());
        }
        break;
    case State::Restarted:
        QVERIFY(m_keyring.kill());
        break;
    case State::RestartedOpen:
        QVERIFY(m_keyring.kill());
        QVERIFY(m_keyring.unlock());
        break;
    case State::KilledDuringCall:
        QVERIFY(m_keyring.stop());
        break;
    }
}

void TestKeyringMatrix::heal()
{
    m_keyring.resume();
    QVERIFY(m_keyring.unlock());
}

QByteArray TestKeyringMatrix::keyBefore(State state) const
{
    return state == State::ItemChanged ? theirs : KeyringBench::subjectKey();
}

void TestKeyringMatrix::state()
{
    QFETCH(int, stateOf);
    QFETCH(int, deedOf);
    QFETCH(int, kind);
    QFETCH(QString, sentence);
    const auto state = static_cast<State>(stateOf);
    const auto deed = static_cast<Deed>(deedOf);
    bring(state);
    const auto kill = [this] {
        QTest::qWait(20); // the first question is on its way
        QVERIFY(m_keyring.kill());
    };
    const DeedOutcome outcome =
        m_bench->run(deed, state == State::KilledDuringCall ? std::function<void()>(kill) : nullptr);
    heal();

    QVERIFY2(outcome.longestStall <= stallLimit, outcome.told().constData());
    QCOMPARE(outcome.error ? int(outcome.error->kind) : done, kind);
    checkBystander();
    if (kind == done) {
        checkDone(deed, outcome);
        if (deed == Deed::Use)
            QCOMPARE(outcome.value.reveal(), keyBefore(state));
        return;
    }
    QVERIFY2(outcome.error->sentence.contains(sentence), outcome.told().constData());
    QVERIFY2(!outcome.error->nextStep.isEmpty(), outcome.told().constData());
    checkNotDone(state);
}

void TestKeyringMatrix::checkDone(Deed deed, const DeedOutcome &outcome)
{
    QVERIFY2(!outcome.error, outcome.told().constData());
    const QString entry = keyringEntry(m_bench->subject());
    switch (deed) {
    case Deed::Import: {
        const std::optional<Profile> fresh = m_bench->profiles().findByName(KeyringBench::freshName());
        QVERIFY(fresh);
        QVERIFY(m_bench->isOnDisk(*fresh));
        QCOMPARE(m_keyring.secretOf(keyringEntry(*fresh)), KeyringBench::freshKey());
        break;
    }
    case Deed::Use:
        QVERIFY(m_bench->isOnDisk(m_bench->subject()));
        break;
    case Deed::Remove:
        QVERIFY(!m_bench->namesOnDisk().contains(m_bench->subject().name));
        QCOMPARE(m_keyring.countItems(entry), 0);
        break;
    case Deed::Replace:
        QCOMPARE(m_keyring.secretOf(entry), KeyringBench::freshKey());
        QCOMPARE(m_keyring.countItems(entry), 1);
        break;
    }
}

void TestKeyringMatrix::checkNotDone(State state)
{
    QCOMPARE(m_bench->namesOnDisk(), QStringList({u"subject"_s, u"bystander"_s}));
    QVERIFY(m_bench->isOnDisk(m_bench->subject()));
    if (state == State::ItemRemoved)
        return;
    // And a program that looks now has it, without anything left behind.
    m_bench->startAgain(patient);
    const DeedOutcome later = m_bench->run(Deed::Use);
    QVERIFY2(!later.error, later.told().constData());
    QCOMPARE(later.value.reveal(), keyBefore(state));
    QCOMPARE(m_keyring.countItems(), m_itemsBefore);
}

void TestKeyringMatrix::checkBystander()
{
    QCOMPARE(m_keyring.secretOf(keyringEntry(m_bench->bystander())), KeyringBench::bystanderKey());
    QVERIFY(m_bench->isOnDisk(m_bench->bystander()));
}

void TestKeyringMatrix::killedAtAnyTurn_data()
{
    QTest::addColumn<int>("deedOf");
    QTest::addColumn<int>("turns");
    for (const Deed deed : deeds) {
        for (const int turns : {1, 2, 3, 4, 6, 8, 12, 16, 24})
            QTest::addRow("K8 killed at turn %d / %s", turns, nameOf(deed)) << int(deed) << turns;
    }
}

void TestKeyringMatrix::killedAtAnyTurn()
{
    QFETCH(int, deedOf);
    QFETCH(int, turns);
    const auto deed = static_cast<Deed>(deedOf);
    const DeedOutcome outcome = m_bench->run(deed, [this, turns] {
        for (int turn = 0; turn < turns; ++turn)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QVERIFY(m_keyring.kill());
    });
    heal();
    // Whatever was left in doubt is made good by the next call that finds the keyring open.
    const Result<Secret> bystander = waitFor(m_bench->profiles().apiKey(m_bench->bystander().id));
    QVERIFY(bystander);
    QVERIFY2(outcome.longestStall <= stallLimit, outcome.told().constData());
    checkBystander();
    if (!outcome.error) {
        checkDone(deed, outcome);
        if (deed == Deed::Use)
            QCOMPARE(outcome.value.reveal(), KeyringBench::subjectKey());
        return;
    }
    QVERIFY2(outcome.error->kind != ErrorKind::SecretMissing && outcome.error->kind != ErrorKind::Internal,
             outcome.told().constData());
    QVERIFY2(!outcome.error->nextStep.isEmpty(), outcome.told().constData());
    QVERIFY(m_bench->isOnDisk(m_bench->subject()));
    QVERIFY(!m_bench->namesOnDisk().contains(KeyringBench::freshName()));
    if (deed == Deed::Remove) // removed and not yet proved, or still there: neither was claimed
        return;
    QTRY_COMPARE(m_keyring.secretOf(keyringEntry(m_bench->subject())), KeyringBench::subjectKey());
    QTRY_VERIFY2(m_keyring.countItems() == m_itemsBefore, outcome.told().constData());
}

void TestKeyringMatrix::tooLargeIsRefusedBeforeTheCall_data()
{
    QTest::addColumn<bool>("isReplacement");
    QTest::newRow("K11 too large / import") << false;
    QTest::newRow("K11 too large / replace") << true;
}

void TestKeyringMatrix::tooLargeIsRefusedBeforeTheCall()
{
    QFETCH(bool, isReplacement);
    const ApiKey large = keyOf(QByteArray(2561, 'k'));
    const QFuture<Result<Profile>> future = isReplacement ? m_bench->profiles().replaceKey(m_bench->subject().id, large)
                                                          : m_bench->profiles().add(profileDraft(u"fresh"_s), large);
    if (!isReplacement)
        QVERIFY(future.isFinished());
    const Result<Profile> result = waitFor(future);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::TooLarge);
    QVERIFY(result.error().sentence.contains(u"2560"_s));
    QVERIFY(!result.error().nextStep.isEmpty());
    checkNotDone(State::Unlocked);
}

ACX_TEST_MAIN(TestKeyringMatrix)
#include "test_keyring_matrix.moc"
