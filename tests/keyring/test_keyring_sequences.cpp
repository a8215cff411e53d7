// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/deliver.h"
#include "tests/keyring/keyring_bench.h"
#include "tests/support/keyring.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

namespace {

constexpr KeychainOptions options{3s, 1s};

/// Waits for what a screen waits for, until it is closed.
class Receiver final : public QObject
{
public:
    template <class T>
    void wait(const QFuture<Result<T>> &future)
    {
        ++m_out;
        deliver(future, this, [this](const Result<T> &) { --m_out; });
    }
    [[nodiscard]] int out() const { return m_out; }

private:
    int m_out = 0;
};

} // namespace

/// KE: a person who starts, gives up and closes in any order, on a real gnome-keyring that is locked, killed and opened
/// meanwhile. 100 sequences in the suite, 1,000 with ACX_LONG; the asan preset runs the same.
class TestKeyringSequences final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(Keyring::isPrivate(), "run this under tests/support/with_keyring.sh"); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void anyOrder_data();
    void anyOrder();

private:
    void act(KeyringBench &bench, QRandomGenerator &random, std::vector<std::unique_ptr<Receiver>> &receivers);
    void turn(QRandomGenerator &random) const;
    void checkAfterwards(KeyringBench &bench);
    Keyring m_keyring;
    int m_added = 0;
    QSet<QUuid> m_removing; ///< asked for once: cut short, it may leave a profile whose key is gone
    QString m_story;
};

void TestKeyringSequences::anyOrder_data()
{
    QTest::addColumn<int>("seed");
    QTest::addColumn<int>("rounds");
    const int parts = qEnvironmentVariableIsSet("ACX_LONG") ? 50 : 5;
    for (int part = 1; part <= parts; ++part)
        QTest::addRow("KE sequences %d to %d", part * 20 - 19, part * 20) << 20260100 + part << 20;
}

void TestKeyringSequences::anyOrder()
{
    QFETCH(int, seed);
    QFETCH(int, rounds);
    QRandomGenerator random(static_cast<quint32>(seed));
    KeyringBench bench(options);
    QVERIFY(bench.fill());
    for (int round = 0; round < rounds; ++round) {
        m_story = u"seed %1, sequence %2:"_s.arg(seed).arg(round);
        std::vector<std::unique_ptr<Receiver>> receivers;
        receivers.push_back(std::make_unique<Receiver>());
        const int steps = 3 + static_cast<int>(random.bounded(6));
        for (int step = 0; step < steps; ++step)
            act(bench, random, receivers);
        if (random.bounded(2) == 0) {
            m_story += u" close"_s;
            bench.startAgain(options);
        }
        QVERIFY(m_keyring.unlock());
        // Who still waits gets an answer, also from a program that is closed.
        for (const auto &receiver : receivers)
            QTRY_VERIFY2_WITH_TIMEOUT(receiver->out() == 0, qPrintable(m_story), 20'000);
        checkAfterwards(bench);
        if (QTest::currentTestFailed())
            return;
    }
    for (const Profile &profile : bench.profiles().profiles())
        QVERIFY(waitFor(bench.profiles().remove(profile.id)));
}

void TestKeyringSequences::act(KeyringBench &bench, QRandomGenerator &random,
                               std::vector<std::unique_ptr<Receiver>> &receivers)
{
    Receiver &receiver = *receivers.back();
    ProfileService &profiles = bench.profiles();
    const QList<Profile> all = profiles.profiles();
    const Profile &any = all.at(static_cast<qsizetype>(random.bounded(static_cast<quint32>(all.size()))));
    switch (random.bounded(11)) {
    case 0:
    case 1:
        m_story += u" import"_s;
        ++m_added;
        receiver.wait(
            profiles.add(profileDraft(u"added %1"_s.arg(m_added)), keyOf("key-" + QByteArray::number(m_added))));
        break;
    case 2:
        m_story += u" use"_s;
        receiver.wait(profiles.apiKey(any.id));
        break;
    case 3:
        if (any.id == bench.bystander().id)
            break;
        m_story += u" remove"_s;
        m_removing.insert(any.id);
        receiver.wait(profiles.remove(any.id));
        break;
    case 4:
        if (any.id == bench.bystander().id)
            break;
        m_story += u" replace"_s;
        receiver.wait(profiles.replaceKey(any.id, keyOf("another-key")));
        break;
    case 5:
        m_story += u" status"_s;
        receiver.wait(bench.keychain().status());
        break;
    case 6:
        m_story += u" same"_s;
        receiver.wait(profiles.findSameKey(keyOf("another-key")));
        break;
    case 7:
        m_story += u" leave"_s;
        receivers.back() = std::make_unique<Receiver>();
        break;
    case 8:
        m_story += u" lock"_s;
        QVERIFY(m_keyring.lock());
        break;
    case 9:
        m_story += u" unlock"_s;
        QVERIFY(m_keyring.unlock());
        break;
    default:
        if (random.bounded(3) != 0 || !m_keyring.isRunning())
            break;
        m_story += u" kill"_s;
        QVERIFY(m_keyring.kill());
        break;
    }
    turn(random);
}

void TestKeyringSequences::turn(QRandomGenerator &random) const
{
    for (quint32 left = random.bounded(30); left > 0; --left)
        QCoreApplication::processEvents();
}

void TestKeyringSequences::checkAfterwards(KeyringBench &bench)
{
    const QByteArray story = m_story.toUtf8();
    QVERIFY2(bench.isOnDisk(bench.bystander()), story.constData());
    QVERIFY2(m_keyring.secretOf(keyringEntry(bench.bystander())) == KeyringBench::bystanderKey(), story.constData());
    // A profile is kept only after its key, so that none that was added is on the list without one.
    const QList<Profile> all = bench.profiles().profiles();
    for (const Profile &profile : all) {
        QVERIFY2(bench.namesOnDisk().contains(profile.name), story.constData());
        if (!m_removing.contains(profile.id))
            QVERIFY2(m_keyring.countItems(keyringEntry(profile)) == 1,
                     (story + ": " + profile.name.toUtf8()).constData());
    }
    // And everything works.
    const Result<Secret> key = waitFor(bench.profiles().apiKey(bench.bystander().id));
    const QByteArray reason = key ? QByteArray() : key.error().message().toUtf8();
    QVERIFY2(key.has_value(), (story + ": " + reason).constData());
}

ACX_TEST_MAIN(TestKeyringSequences)
#include "test_keyring_sequences.moc"
