// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/deliver.h"
#include "tests/keyring/keyring_bench.h"
#include "tests/support/keyring.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

namespace {

constexpr KeychainOptions options{3s, 1s};
constexpr int sequencesOfPart = 20;
constexpr int mostAtOnce = 6; // they wait much more than they compute

/// Each part in a program of its own, with its own bus and keyring.
class Part final
{
public:
    explicit Part(const QString &row)
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral(ACX_WITH_KEYRING),
                        {QCoreApplication::applicationFilePath(), u"anyOrder:"_s + row});
    }
    ~Part()
    {
        m_process.terminate(); // the script cleans up
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Part)
    [[nodiscard]] bool hasEnded() const { return m_process.state() == QProcess::NotRunning; }
    [[nodiscard]] bool isGood() const
    {
        return m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    }
    [[nodiscard]] QByteArray told() { return m_process.readAll(); }

private:
    QProcess m_process;
};

/// On a loaded machine the keychain may answer late, which is told as that: then it is asked again.
template <class T>
Result<T> inTheEnd(const std::function<QFuture<Result<T>>()> &ask)
{
    Result<T> result = waitFor(ask());
    for (int again = 0; again < 5 && !result && result.error().kind == ErrorKind::KeychainTimeout; ++again)
        result = waitFor(ask());
    return result;
}

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
    void init()
    {
        // Qt may hear of a bus' first name before the answer in which it asked for it.
        QTest::failOnWarning(QRegularExpression(u"^(?!QDBusConnection: name )"_s));
    }
    void anyOrder_data();
    void anyOrder();
    void cleanupTestCase() { m_parts.clear(); }

private:
    void startParts();
    void runPart(int seed);
    void act(KeyringBench &bench, QRandomGenerator &random, std::vector<std::unique_ptr<Receiver>> &receivers);
    void turn(QRandomGenerator &random) const;
    void checkAfterwards(KeyringBench &bench);
    QStringList m_rows;                               ///< in the order in which they are started
    std::map<QString, std::unique_ptr<Part>> m_parts; ///< in the program that starts the others
    std::optional<Keyring> m_private;                 ///< in each of those
    int m_added = 0;
    QSet<QUuid> m_removing; ///< asked for once: cut short, it may leave a profile whose key is gone
    QString m_story;
};

void TestKeyringSequences::anyOrder_data()
{
    QTest::addColumn<int>("seed");
    const int parts = qEnvironmentVariableIsSet("ACX_LONG") ? 50 : 5;
    for (int part = 1; part <= parts; ++part) {
        const int last = part * sequencesOfPart;
        m_rows += u"KE sequences %1 to %2"_s.arg(last - sequencesOfPart + 1).arg(last);
        QTest::newRow(m_rows.constLast().toUtf8().constData()) << 20260100 + part;
    }
}

void TestKeyringSequences::startParts()
{
    const auto running =
        std::count_if(m_parts.cbegin(), m_parts.cend(), [](const auto &part) { return !part.second->hasEnded(); });
    for (auto left = mostAtOnce - running; left > 0 && qsizetype(m_parts.size()) < m_rows.size(); --left) {
        const QString row = m_rows.at(qsizetype(m_parts.size()));
        m_parts.emplace(row, std::make_unique<Part>(row));
    }
}

void TestKeyringSequences::anyOrder()
{
    QFETCH(int, seed);
    if (Keyring::isPrivate()) {
        runPart(seed);
        return;
    }
    const QString row = QString::fromUtf8(QTest::currentDataTag());
    const auto hasEnded = [this, &row] {
        startParts();
        return m_parts.contains(row) && m_parts.at(row)->hasEnded();
    };
    constexpr int limit = 600'000; // milliseconds, for all that are before it in the queue
    QVERIFY(QTest::qWaitFor(hasEnded, limit));
    Part &part = *m_parts.at(row);
    const QByteArray told = part.told();
    QVERIFY2(part.isGood() && told.contains("Totals: 3 passed"), told.constData());
}

void TestKeyringSequences::runPart(int seed)
{
    m_private.emplace();
    QRandomGenerator random(static_cast<quint32>(seed));
    KeyringBench bench(options);
    QVERIFY(bench.fill());
    for (int round = 0; round < sequencesOfPart; ++round) {
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
        QVERIFY(m_private->unlock());
        // Who still waits gets an answer, also from a program that is closed.
        for (const auto &receiver : receivers)
            QTRY_VERIFY2_WITH_TIMEOUT(receiver->out() == 0, qPrintable(m_story), 20'000);
        checkAfterwards(bench);
        if (QTest::currentTestFailed())
            return;
    }
    const QList<Profile> left = bench.profiles().profiles();
    for (const Profile &profile : left) {
        const Status removed = inTheEnd<void>([&bench, &profile] { return bench.profiles().remove(profile.id); });
        // A removal that nobody waits for any more may have been quicker.
        const bool isGone = !removed && removed.error().kind == ErrorKind::NotFound && m_removing.contains(profile.id);
        QVERIFY2(removed.has_value() || isGone, removed ? "" : removed.error().message().toUtf8().constData());
    }
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
        QVERIFY(m_private->lock());
        break;
    case 9:
        m_story += u" unlock"_s;
        QVERIFY(m_private->unlock());
        break;
    default:
        if (random.bounded(3) != 0 || !m_private->isRunning())
            break;
        m_story += u" kill"_s;
        QVERIFY(m_private->kill());
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
    QVERIFY2(m_private->secretOf(keyringEntry(bench.bystander())) == KeyringBench::bystanderKey(), story.constData());
    // What nobody waits for any more may still be under way: on the disk first, then on the list.
    const auto isListOnDisk = [&bench] {
        const QStringList names = bench.namesOnDisk();
        const QList<Profile> listed = bench.profiles().profiles();
        return std::all_of(listed.cbegin(), listed.cend(),
                           [&names](const Profile &profile) { return names.contains(profile.name); });
    };
    // Asked once more, it might find the next of these.
    QVERIFY2(QTest::qWaitFor(isListOnDisk, 20'000), story.constData());
    // A profile is kept only after its key, so that none that was added is on the list without one.
    const QList<Profile> all = bench.profiles().profiles();
    for (const Profile &profile : all) {
        if (!m_removing.contains(profile.id))
            QVERIFY2(m_private->countItems(keyringEntry(profile)) == 1,
                     (story + ": " + profile.name.toUtf8()).constData());
    }
    // And everything works.
    const Result<Secret> key = inTheEnd<Secret>([&bench] { return bench.profiles().apiKey(bench.bystander().id); });
    const QByteArray reason = key ? QByteArray() : key.error().message().toUtf8();
    QVERIFY2(key.has_value(), (reason + " After" + story).constData());
}

ACX_TEST_MAIN(TestKeyringSequences)
#include "test_keyring_sequences.moc"
