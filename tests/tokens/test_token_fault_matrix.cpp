// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fault_matrix.h"
#include "tests/support/test_main.h"
#include "tests/tokens/token_bench.h"

#include <QRegularExpression>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

namespace {

constexpr auto shortLimit = 700ms; // for what hangs
constexpr auto longLimit = 25s;    // for what must end by itself
constexpr int leastTicks = 8;      // of 10 ms each; a loop that stood still would tick once

QString everything(const Error &error)
{
    return error.message() + u'\n' + error.details();
}

std::chrono::milliseconds deadlineOf(const FaultRow &row)
{
    if (row.ends == Ends::Anyhow)
        return 1s;
    return row.hangs ? std::chrono::milliseconds(shortLimit) : std::chrono::milliseconds(longLimit);
}

/// None of these answers is a token.
ErrorKind kindOfAnswer(const FaultRow &row)
{
    if (row.status >= 500)
        return ErrorKind::ServiceFault;
    if (row.status >= 400 || row.status == 304)
        return ErrorKind::ServiceRefused;
    return row.status >= 300 ? ErrorKind::Redirect : ErrorKind::Incomplete;
}

} // namespace

/// The rows of the fault matrix against the token services, through the broker: each exchange ends with a sentence that
/// names host and cause, a token that is still valid stays, and the next try works.
class TestTokenFaultMatrix final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void firstExchange_data() { addRows(true); }
    void firstExchange();
    void renewal_data() { addRows(false); }
    void renewal();
    void f1UnknownHost_data() { addKinds("F1 unknown host"); }
    void f1UnknownHost();
    void f3LostSyn_data() { addKinds("F3 lost SYN"); }
    void f3LostSyn();
    void f25DeadProxy_data() { addKinds("F25 dead proxy"); }
    void f25DeadProxy();

private:
    static void addRows(bool withNoise);
    static void addKinds(const char *name);
    static void checkError(const Error &error, const FaultRow &row, TokenKind kind);
    static void checkNextTry(TokenBench &bench);
};

void TestTokenFaultMatrix::addRows(bool withNoise)
{
    QTest::addColumn<FaultRow>("row");
    QTest::addColumn<TokenKind>("kind");
    for (const TokenKind kind : TokenBench::kinds) {
        for (const FaultRow &row : faultMatrix()) {
            const bool fits = row.method == "GET"; // a token is always asked for with POST
            if (fits && (withNoise || row.ends != Ends::Anyhow))
                QTest::newRow((row.name + ", " + TokenBench::nameOf(kind)).constData()) << row << kind;
        }
    }
}

void TestTokenFaultMatrix::addKinds(const char *name)
{
    QTest::addColumn<TokenKind>("kind");
    for (const TokenKind kind : TokenBench::kinds)
        QTest::addRow("%s, %s", name, TokenBench::nameOf(kind).constData()) << kind;
}

void TestTokenFaultMatrix::checkError(const Error &error, const FaultRow &row, TokenKind kind)
{
    const QByteArray tale = everything(error).toUtf8();
    QVERIFY2(error.kind != ErrorKind::Internal && error.kind != ErrorKind::Cancelled, tale.constData());
    QVERIFY2(error.sentence.contains("127.0.0.1"_L1), tale.constData());
    QVERIFY2(!error.nextStep.isEmpty(), tale.constData());
    QVERIFY2(!tale.contains(TokenBench::key) && !tale.contains(TokenBench::clientSecret), tale.constData());
    QVERIFY2(!error.sentence.contains("pars"_L1) && !error.message().contains("Unknown error"_L1), tale.constData());
    if (row.ends == Ends::Anyhow)
        return;
    // A platform key may be good for one exchange: lost is lost, and that is what is told.
    if (kind == TokenKind::Platform && error.kind == ErrorKind::UnknownOutcome) {
        QVERIFY2(row.ends == Ends::NoAnswer || row.ends == Ends::NoSuccess, tale.constData());
        QVERIFY2(error.sentence.contains("may or may not"_L1), tale.constData());
        return;
    }
    if (row.ends == Ends::NoAnswer || row.ends == Ends::LateAnswer)
        QCOMPARE(error.kind, row.kind);
    else if (row.ends != Ends::NoSuccess)
        QCOMPARE(error.kind, kindOfAnswer(row));
    if (row.ends == Ends::Refusal)
        QCOMPARE(error.httpStatus, row.status);
    if (row.hangs)
        QVERIFY2(error.sentence.contains("0.7 s"_L1), tale.constData());
    QStringList words{row.words};
    if (row.ends == Ends::Refusal && row.status < 400)
        words += QUrl(row.words).host().isEmpty() ? u"127.0.0.1"_s : QUrl(row.words).host(); // where it leads
    if (kind == TokenKind::Platform && row.ends == Ends::Incomplete)
        words += u"was lost after"_s; // sent once, and the end came as early as the answer
    QVERIFY2(
        std::any_of(words.cbegin(), words.cend(), [&](const QString &any) { return error.sentence.contains(any); }),
        tale.constData());
}

void TestTokenFaultMatrix::checkNextTry(TokenBench &bench)
{
    bench.answerWithToken("healed");
    const Result<Token> again = waitFor(bench.broker->renew(bench.need));
    QVERIFY2(again, again ? "" : qPrintable(everything(again.error())));
    QCOMPARE(again->value, bench.tokenCalled("healed"));
    QVERIFY(!bench.broker->state(bench.need).lastError);
}

void TestTokenFaultMatrix::firstExchange()
{
    QFETCH(const FaultRow, row);
    QFETCH(const TokenKind, kind);
    TokenBench bench(kind);
    bench.credentials.deadline = deadlineOf(row);
    row.fault(bench.server);
    int ticks = 0;
    QTimer ticking;
    connect(&ticking, &QTimer::timeout, this, [&ticks] { ++ticks; });
    ticking.start(10ms);
    const Result<Token> token = waitFor(bench.broker->token(bench.need));
    QVERIFY(!token);
    checkError(token.error(), row, kind);
    if (QTest::currentTestFailed())
        return;
    if (row.hangs)
        QVERIFY2(ticks >= leastTicks, qPrintable(QString::number(ticks)));
    QVERIFY(!bench.broker->state(bench.need).token);
    QVERIFY(bench.server.requests().size() <= 1 || kind != TokenKind::Platform);
    checkNextTry(bench);
}

void TestTokenFaultMatrix::renewal()
{
    QFETCH(const FaultRow, row);
    QFETCH(const TokenKind, kind);
    TokenBench bench(kind);
    bench.answerWithToken("old");
    const Result<Token> first = waitFor(bench.broker->token(bench.need));
    QVERIFY(first);
    bench.server.forget();
    bench.credentials.deadline = deadlineOf(row);
    row.fault(bench.server);
    bench.clock.advance(TokenBench::life * 81 / 100);
    // The old one is handed out at once, and a renewal begins behind it.
    const QFuture<Result<Token>> during = bench.broker->token(bench.need);
    QVERIFY(during.isFinished());
    QCOMPARE(during.result()->value, bench.tokenCalled("old"));
    QVERIFY(bench.broker->state(bench.need).exchanging);
    QTRY_VERIFY_WITH_TIMEOUT(!bench.broker->state(bench.need).exchanging, 30'000);
    const TokenState state = bench.broker->state(bench.need);
    QVERIFY(state.lastError);
    checkError(*state.lastError, row, kind);
    if (QTest::currentTestFailed())
        return;
    QVERIFY(state.token);
    QCOMPARE(state.token->value, bench.tokenCalled("old"));
    QCOMPARE(waitFor(bench.broker->token(bench.need))->value, bench.tokenCalled("old"));
    checkNextTry(bench);
}

void TestTokenFaultMatrix::f1UnknownHost()
{
    QFETCH(const TokenKind, kind);
    TokenBench bench(kind);
    const QUrl good = bench.credentials.base;
    bench.credentials.base = QUrl(u"https://no-such-host.invalid"_s);
    const Result<Token> token = waitFor(bench.broker->token(bench.need));
    QVERIFY(!token);
    QCOMPARE(token.error().kind, ErrorKind::Network);
    QVERIFY2(token.error().sentence.contains("no-such-host.invalid was not found"_L1),
             qPrintable(token.error().sentence));
    QVERIFY(!everything(token.error()).contains(QLatin1StringView(TokenBench::key)));
    bench.credentials.base = good;
    checkNextTry(bench);
}

void TestTokenFaultMatrix::f3LostSyn()
{
    QFETCH(const TokenKind, kind);
    const LostSyn lost;
    TokenBench bench(kind);
    const QUrl good = bench.credentials.base;
    bench.credentials.base = QUrl(u"http://127.0.0.1:%1"_s.arg(lost.port()));
    bench.credentials.deadline = shortLimit;
    const Result<Token> token = waitFor(bench.broker->token(bench.need));
    QVERIFY(!token);
    QCOMPARE(token.error().kind, ErrorKind::Timeout);
    QVERIFY2(token.error().sentence.contains(u"127.0.0.1:%1 did not answer within 0.7 s"_s.arg(lost.port())),
             qPrintable(token.error().sentence));
    QVERIFY(!everything(token.error()).contains(QLatin1StringView(TokenBench::key)));
    bench.credentials.base = good;
    checkNextTry(bench);
}

void TestTokenFaultMatrix::f25DeadProxy()
{
    QFETCH(const TokenKind, kind);
    quint16 deadPort = 0;
    {
        const FaultServer dead;
        deadPort = dead.port();
    }
    TokenBench bench(kind);
    const QUrl good = bench.credentials.base;
    bench.http.setProxy({ProxySettings::Mode::Http, u"127.0.0.1"_s, deadPort, {}, {}});
    bench.credentials.base = QUrl(u"https://tokens.example.invalid"_s);
    const Result<Token> token = waitFor(bench.broker->token(bench.need));
    QVERIFY(!token);
    QCOMPARE(token.error().kind, ErrorKind::Proxy);
    QVERIFY2(token.error().sentence.startsWith(u"The proxy 127.0.0.1:%1"_s.arg(deadPort)),
             qPrintable(token.error().sentence));
    QVERIFY(!everything(token.error()).contains(QLatin1StringView(TokenBench::key)));
    bench.credentials.base = good;
    checkNextTry(bench);
}

ACX_TEST_MAIN(TestTokenFaultMatrix)
#include "test_token_fault_matrix.moc"
