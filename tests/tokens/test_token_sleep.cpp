// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>

#include <csignal>
#include <map>
#include <memory>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

constexpr int life = 11;                   ///< seconds: one to be used in, and the ten in which it counts as over
constexpr int sleepMs = life * 1000 + 300; ///< longer than any token made before lives
constexpr int patience = 10'000;           ///< milliseconds

/// One program, and what its servers saw of it.
struct Sleeper
{
    QProcess process;
    QByteArray name;
    bool holdAnswer = false; ///< until it sleeps
    bool tellDate = false;
    std::function<void()> heldAnswer;
    int tokens = 0;
    QList<int> used;  ///< numbers of tokens, as they came
    int deadUses = 0; ///< tokens that came when they were over
    QByteArray said;

    void order(const QByteArray &line) { process.write(line + '\n'); }
    qsizetype answers()
    {
        said += process.readAllStandardOutput();
        return said.count('\n');
    }
    bool isStopped() const
    {
        QFile file(u"/proc/%1/stat"_s.arg(process.processId()));
        if (!file.open(QIODevice::ReadOnly))
            return false;
        const QByteArray text = file.readAll();
        return text.mid(text.lastIndexOf(')') + 2).startsWith('T');
    }
    bool stop()
    {
        ::kill(static_cast<pid_t>(process.processId()), SIGSTOP);
        return QTest::qWaitFor([this] { return isStopped(); }, patience);
    }
    void wake() { ::kill(static_cast<pid_t>(process.processId()), SIGCONT); }
};

} // namespace

/// E5 with programs that really sleep: each is stopped until every token that it had, or was being given, is over.
class TestTokenSleep final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void e5_noDeadTokenIsUsed_data();
    void e5_noDeadTokenIsUsed();

private:
    void serve(QTcpSocket &socket, const RecordedRequest &request);
    void giveToken(QTcpSocket &socket, Sleeper &sleeper);
    Sleeper &add(const QByteArray &name);
    void begin(Sleeper &sleeper);

    FaultServer m_server;
    QElapsedTimer m_time;
    std::map<QByteArray, std::unique_ptr<Sleeper>> m_sleepers;
    QHash<QByteArray, qint64> m_madeAt; ///< by token
};

void TestTokenSleep::giveToken(QTcpSocket &socket, Sleeper &sleeper)
{
    const QByteArray token = sleeper.name + '-' + QByteArray::number(++sleeper.tokens);
    m_madeAt.insert(token, m_time.elapsed());
    QList<QByteArray> headers{"Content-Type: application/json"_ba};
    if (sleeper.tellDate)
        headers << "Date: " + QLocale::c()
                                  .toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s)
                                  .toLatin1();
    socket.write(httpAnswer(200, R"({"access_token":")" + token + R"(","expires_in":)" + QByteArray::number(life) + '}',
                            headers));
}

void TestTokenSleep::serve(QTcpSocket &socket, const RecordedRequest &request)
{
    if (request.target == "/identity/token") {
        const qsizetype at = request.body.indexOf("apikey=") + 7;
        const QByteArray name = request.body.mid(at).split('&').first();
        Sleeper &sleeper = *m_sleepers.at(name);
        if (!std::exchange(sleeper.holdAnswer, false))
            return giveToken(socket, sleeper);
        sleeper.heldAnswer = [this, guard = QPointer<QTcpSocket>(&socket), &sleeper] { giveToken(*guard, sleeper); };
        return;
    }
    const QByteArray token = request.header("Authorization").mid(7);
    const QByteArrayList parts = token.split('-');
    Sleeper &sleeper = *m_sleepers.at(parts.first());
    sleeper.used << parts.last().toInt();
    if (m_time.elapsed() - m_madeAt.value(token) >= life * 1000)
        ++sleeper.deadUses;
    socket.write(httpAnswer(200, "{}"));
}

Sleeper &TestTokenSleep::add(const QByteArray &name)
{
    auto &sleeper = m_sleepers[name];
    sleeper = std::make_unique<Sleeper>();
    sleeper->name = name;
    sleeper->process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    sleeper->process.start(QStringLiteral(ACX_TOKEN_USER), {m_server.url("").toString(), QString::fromLatin1(name)});
    return *sleeper;
}

/// Up to the moment of sleep.
void TestTokenSleep::begin(Sleeper &sleeper)
{
    QVERIFY2(sleeper.process.waitForStarted(), "the program did not start");
    if (sleeper.name == "kept")
        sleeper.order("keep");
    sleeper.order("use");
    if (sleeper.holdAnswer)
        QTRY_VERIFY_WITH_TIMEOUT(sleeper.heldAnswer, patience);
    else
        QTRY_COMPARE_WITH_TIMEOUT(sleeper.answers(), 1, patience);
    QVERIFY(sleeper.stop());
    if (sleeper.heldAnswer)
        sleeper.heldAnswer(); // into the sleeping program's socket
    if (sleeper.name != "kept")
        sleeper.order("use");
}

/// All sleep at the same time, so that the test waits once.
void TestTokenSleep::initTestCase()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_time.start();
    m_server.setHandler([this](QTcpSocket &socket, const RecordedRequest &request) { serve(socket, request); });
    add("live");
    add("kept");
    add("asked").holdAnswer = true;
    Sleeper &dated = add("dated");
    dated.holdAnswer = true;
    dated.tellDate = true;
    for (auto &[name, sleeper] : m_sleepers)
        begin(*sleeper);
    QTest::qWait(sleepMs);
    for (auto &[name, sleeper] : m_sleepers)
        sleeper->wake();
}

void TestTokenSleep::cleanupTestCase()
{
    for (auto &[name, sleeper] : m_sleepers) {
        sleeper->wake();
        sleeper->process.closeWriteChannel();
        QVERIFY(sleeper->process.waitForFinished());
    }
}

void TestTokenSleep::e5_noDeadTokenIsUsed_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("answers"); ///< lines it says before it is asked once more
    QTest::newRow("E5 stopped with a live token, an order waits") << "live"_ba << 2;
    QTest::newRow("E5 stopped with a token that is kept alive") << "kept"_ba << 1;
    QTest::newRow("E5 stopped while the token is being made, no Date") << "asked"_ba << 2;
    QTest::newRow("E5 stopped while the token is being made, with Date") << "dated"_ba << 2;
}

void TestTokenSleep::e5_noDeadTokenIsUsed()
{
    QFETCH(QByteArray, name);
    QFETCH(int, answers);
    Sleeper &sleeper = *m_sleepers.at(name);
    if (name == "kept") // renewed by itself, before anybody asks
        QTRY_COMPARE_WITH_TIMEOUT(sleeper.tokens, 2, patience);
    QTRY_COMPARE_WITH_TIMEOUT(sleeper.answers(), answers, patience);
    sleeper.order("use");
    QTRY_COMPARE_WITH_TIMEOUT(sleeper.answers(), answers + 1, patience);
    QVERIFY2(sleeper.said.endsWith("used\n"), sleeper.said.constData());
    QCOMPARE(sleeper.deadUses, 0);
    QVERIFY(!sleeper.used.isEmpty());
    QVERIFY(sleeper.used.last() >= 2);
}

ACX_TEST_MAIN(TestTokenSleep)
#include "test_token_sleep.moc"
