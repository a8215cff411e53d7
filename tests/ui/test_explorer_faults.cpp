// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certificates.h"
#include "tests/support/fault_matrix.h"
#include "tests/ui/explorer_bench.h"
#include "ui/explorer/exchange_run.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

namespace {

constexpr int leastTicks = 8; // of 10 ms each; a window that stood still would tick once

/// What the answer's side of the window says first.
QString headline(const QWidget &screen)
{
    for (const char *name : {"answerError", "answerProblem"}) {
        if (isShown(screen, name))
            return textOf(screen, (QByteArray(name) + "Title").constData());
    }
    return {};
}

QRegularExpression everyWarning()
{
    return QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s);
}

// Qt warns where a connection fails in the very moment in which its request is cancelled, which these rows do.
QRegularExpression warningsOfNoise()
{
    return QRegularExpression(u"^(?!This plugin does not support propagateSizeHints|"
                              "QNetworkReplyImplPrivate::error: Internal problem)"_s);
}

} // namespace

/// The fault matrix through the window's own controls: what is shown names host and cause, and the next request works.
class TestExplorerFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init()
    {
        const bool isNoise = QByteArrayView(QTest::currentDataTag()).startsWith("F30 random bytes");
        QTest::failOnWarning(isNoise ? warningsOfNoise() : everyWarning());
    }
    void faults_data();
    void faults();
    void f1UnknownHost();
    void pastTheDeadline_data();
    void pastTheDeadline();
    void f14LargeFromSmall_data();
    void f14LargeFromSmall();
    void f18RedirectFromHttpsToHttp();
    void tlsSelfSigned();
    void f12RawBytesOfAWrongCoding();
    void f25DeadProxy();
    void f27AnswerAfterCancel();
    void f27CancelBeforeAnythingIsSent();
    void f28ScreenClosedWhileItRuns();
    void redirectOfAnUnsafeMethodIsTold();

private:
    void send(const QUrl &url, const QString &method = u"GET"_s);
    void checkShown(const FaultRow &row, const QUrl &url) const;
    void checkGood(FaultServer &server);

    std::unique_ptr<ScreenBench> m_bench;
    std::unique_ptr<ExplorerScreen> m_screen;
};

void TestExplorerFaults::initTestCase()
{
    m_bench = std::make_unique<ScreenBench>();
    (void)m_bench->addProfile(u"Acme"_s);
    m_screen = std::make_unique<ExplorerScreen>(m_bench->services());
    m_bench->show(*m_screen);
}

void TestExplorerFaults::cleanupTestCase()
{
    m_screen.reset();
    m_bench.reset();
}

void TestExplorerFaults::send(const QUrl &url, const QString &method)
{
    if (isShown(*m_screen, "cancel"))
        click(*m_screen, "cancel"); // of a row that failed
    part<QComboBox>(*m_screen, "method")->setCurrentText(method);
    type(*m_screen, "target", url.toString());
    click(*m_screen, "send");
    QVERIFY(isShown(*m_screen, "cancel"));
}

void TestExplorerFaults::checkGood(FaultServer &server)
{
    heal(server);
    send(server.url("/good"));
    QTRY_VERIFY_WITH_TIMEOUT(isShown(*m_screen, "send"), 20'000);
    QVERIFY2(textOf(*m_screen, "answerStatus").startsWith("200"_L1), qPrintable(headline(*m_screen)));
    QCOMPARE(bodyOf(*m_screen), goodBody());
    QCOMPARE(headline(*m_screen), QString());
}

void TestExplorerFaults::checkShown(const FaultRow &row, const QUrl &url) const
{
    const QString told = headline(*m_screen);
    const bool isRefusal = row.ends == Ends::Refusal && row.status != 304;
    if (row.ends == Ends::NoSuccess) {
        QVERIFY2(!told.isEmpty(), qPrintable(textOf(*m_screen, "answerStatus")));
        return;
    }
    QCOMPARE(isShown(*m_screen, "answerError"), row.ends == Ends::NoAnswer);
    if (row.ends != Ends::NoAnswer)
        QVERIFY2(textOf(*m_screen, "answerStatus").startsWith(QString::number(row.status)),
                 qPrintable(textOf(*m_screen, "answerStatus")));
    if (row.ends != Ends::Anyhow && row.ends != Ends::NoAnswer)
        QCOMPARE(isShown(*m_screen, "answerNotice") &&
                     textOf(*m_screen, "answerNoticeText").contains(u"No header of the answer could be read"_s),
                 row.headersLost);
    if (row.ends == Ends::Unconfirmed)
        QCOMPARE(told, u"End not confirmed"_s);
    if (row.ends == Ends::Whole || row.status == 304)
        QCOMPARE(told, QString());
    // What came is at hand, and what did not come is said.
    if (row.ends == Ends::Whole || !row.kept.isEmpty())
        QCOMPARE(bodyOf(*m_screen), row.kept);
    if (row.name.startsWith("F23") && row.ends != Ends::Anyhow && row.kept.isEmpty()) {
        QVERIFY(isShown(*m_screen, "fileText"));
        QCOMPARE(textOf(*m_screen, "fileText"), u"The answer has no body."_s);
    }
    if (row.ends != Ends::NoAnswer && row.ends != Ends::Incomplete && !isRefusal)
        return;
    QVERIFY2(told.contains("127.0.0.1"_L1), qPrintable(told));
    QVERIFY2(told.contains(row.words), qPrintable(told));
    QVERIFY2(!told.contains("pars"_L1) && !told.contains("Unknown error"_L1), qPrintable(told));
    if (row.status < 400)
        QVERIFY2(told.contains(u":%1"_s.arg(url.port())), qPrintable(told));
    else
        QVERIFY2(told.contains(QString::number(row.status)), qPrintable(told));
}

void TestExplorerFaults::faults_data()
{
    addFaultRows([](const FaultRow &) { return true; });
}

void TestExplorerFaults::faults()
{
    QFETCH(const FaultRow, row);
    FaultServer server;
    row.fault(server);
    const QUrl url = server.url("/x");
    int ticks = 0;
    QTimer ticking;
    connect(&ticking, &QTimer::timeout, this, [&ticks] { ++ticks; });
    ticking.start(10ms);
    send(url, QString::fromLatin1(row.method));
    if (row.hangs || row.ends == Ends::Anyhow) {
        // The window's deadline is two minutes; nobody has to wait for it.
        (void)QTest::qWaitFor([this] { return isShown(*m_screen, "send"); }, 300);
        if (row.hangs) {
            QVERIFY(isShown(*m_screen, "cancel"));
            QVERIFY2(ticks >= leastTicks, qPrintable(QString::number(ticks)));
        }
        QTest::keyClick(part(*m_screen, "target"), Qt::Key_Escape);
        QVERIFY(isShown(*m_screen, "send"));
        if (row.hangs)
            QVERIFY(textOf(*m_screen, "answerEmpty").contains("Cancelled"_L1));
    } else {
        QTRY_VERIFY_WITH_TIMEOUT(isShown(*m_screen, "send"), 30'000);
        checkShown(row, url);
        if (QTest::currentTestFailed())
            return;
    }
    checkGood(server);
}

void TestExplorerFaults::f1UnknownHost()
{
    send(QUrl(u"https://no-such-host.invalid/x"_s));
    QTRY_VERIFY_WITH_TIMEOUT(isShown(*m_screen, "send"), 30'000);
    QVERIFY2(headline(*m_screen).contains("no-such-host.invalid was not found"_L1), qPrintable(headline(*m_screen)));
    FaultServer server;
    checkGood(server);
}

void TestExplorerFaults::pastTheDeadline_data()
{
    addFaultRows([](const FaultRow &row) { return row.hangs; });
}

/// What hangs ends by itself: two minutes in the window, less here.
void TestExplorerFaults::pastTheDeadline()
{
    QFETCH(const FaultRow, row);
    FaultServer server;
    row.fault(server);
    const QUrl url = server.url("/x");
    auto *run = m_screen->findChild<ExchangeRun *>();
    QVERIFY(run);
    const auto usual = qScopeGuard([run] { run->setDeadline(SendOptions().deadline); });
    run->setDeadline(700ms);
    send(url, QString::fromLatin1(row.method));
    QTRY_VERIFY_WITH_TIMEOUT(isShown(*m_screen, "send"), 20'000);
    const QString told = headline(*m_screen);
    QVERIFY2(told.contains("127.0.0.1"_L1) && told.contains("0.7 s"_L1), qPrintable(told));
}

void TestExplorerFaults::f14LargeFromSmall_data()
{
    QTest::addColumn<qint64>("size");
    QTest::newRow("F14 200 MB from 200 KB") << qint64(200'000'000);
    if (qEnvironmentVariableIsSet("ACX_LONG"))
        QTest::newRow("F14 1 GB from 1 MB") << qint64(1'000'000'000);
}

void TestExplorerFaults::f14LargeFromSmall()
{
    // A little that becomes a lot goes to the disk while the window lives.
    QFETCH(qint64, size);
    const QByteArray packed = gzipBomb(size);
    FaultServer server;
    sending(head({textType, gzipCoding, lengthLine(packed.size())}) + packed)(server);
    int ticks = 0;
    QTimer ticking;
    connect(&ticking, &QTimer::timeout, this, [&ticks] { ++ticks; });
    ticking.start(1ms);
    send(server.url("/bomb"));
    QTRY_VERIFY_WITH_TIMEOUT(isShown(*m_screen, "send"), 60'000);
    QVERIFY2(textOf(*m_screen, "answerStatus").startsWith("200"_L1), qPrintable(headline(*m_screen)));
    QCOMPARE(m_screen->findChild<AnswerPanel *>()->exchange()->response.body.size(), size);
    QVERIFY2(ticks >= leastTicks, qPrintable(QString::number(ticks)));
    checkGood(server);
}

void TestExplorerFaults::f18RedirectFromHttpsToHttp()
{
    FaultServer plain;
    const TestCertificate authority = TestCertificate::authority();
    FaultServer server({}, authority.issue().serverTls());
    sending(head({"Location: " + plain.url("/x").toEncoded(), lengthLine(0)}, "302 Found"))(server);
    m_bench->services().http.setTrust({{authority.certificate()}});
    send(server.url("/secure"));
    QTRY_VERIFY_WITH_TIMEOUT(isShown(*m_screen, "send"), 30'000);
    const QString told = headline(*m_screen);
    QVERIFY2(told.contains(plain.url("/x").toString()), qPrintable(told));
    QVERIFY(textOf(*m_screen, "answerProblemDetailsText").contains("plain http"_L1));
    // As text: what the server chose is nothing to click.
    QCOMPARE(part<QLabel>(*m_screen, "answerProblemTitle")->textFormat(), Qt::PlainText);
    QCOMPARE(plain.connections(), 0);
    checkGood(server);
    m_bench->services().http.setTrust({});
}

void TestExplorerFaults::tlsSelfSigned()
{
    FaultServer server({}, TestCertificate::authority().serverTls());
    send(server.url("/secure"));
    QTRY_VERIFY_WITH_TIMEOUT(isShown(*m_screen, "send"), 30'000);
    QVERIFY(isShown(*m_screen, "answerError"));
    const QString told = headline(*m_screen);
    QVERIFY2(told.contains(u"127.0.0.1:%1"_s.arg(server.port())) && told.contains("certificate"_L1), qPrintable(told));
    QVERIFY(!textOf(*m_screen, "answerErrorText").isEmpty());
    QVERIFY(server.requests().isEmpty());
    FaultServer other;
    checkGood(other);
}

void TestExplorerFaults::f12RawBytesOfAWrongCoding()
{
    // Bytes that are neither gzip nor text: each of them is there to be looked at and saved.
    const QByteArray raw("\x07\x00\xff not gzip", 12);
    FaultServer server;
    sending(head({"Content-Type: application/octet-stream", gzipCoding, lengthLine(raw.size())}) + raw)(server);
    send(server.url("/x"));
    QTRY_VERIFY_WITH_TIMEOUT(isShown(*m_screen, "send"), 30'000);
    QVERIFY2(headline(*m_screen).contains("could not be decompressed"_L1), qPrintable(headline(*m_screen)));
    QCOMPARE(bodyOf(*m_screen), raw);
    QVERIFY(isShown(*m_screen, "fileSave"));
    QVERIFY(part<QAbstractButton>(*m_screen, "saveBody")->isEnabled());
    checkGood(server);
}

void TestExplorerFaults::f25DeadProxy()
{
    quint16 deadPort = 0;
    {
        const FaultServer dead;
        deadPort = dead.port();
    }
    m_bench->services().http.setProxy({ProxySettings::Mode::Http, u"127.0.0.1"_s, deadPort, {}, {}});
    send(QUrl(u"https://api.example.invalid/x"_s));
    QTRY_VERIFY_WITH_TIMEOUT(isShown(*m_screen, "send"), 30'000);
    QVERIFY2(headline(*m_screen).startsWith(u"The proxy 127.0.0.1:%1"_s.arg(deadPort)),
             qPrintable(headline(*m_screen)));
    m_bench->services().http.setProxy({});
    FaultServer server;
    checkGood(server);
}

void TestExplorerFaults::f27AnswerAfterCancel()
{
    FaultServer server;
    bool answered = false;
    server.setHandler([&answered](QTcpSocket &socket, const RecordedRequest &) {
        QTimer::singleShot(100ms, &socket, [&socket, &answered] {
            answered = true;
            socket.write(httpAnswer(200, "{\"late\":true}"));
        });
    });
    send(server.url("/late"));
    QTRY_COMPARE(server.requests().size(), 1);
    QTest::keyClick(part(*m_screen, "target"), Qt::Key_Escape);
    QVERIFY(isShown(*m_screen, "send"));
    QTest::qWait(200);
    QVERIFY(textOf(*m_screen, "answerEmpty").contains("Cancelled"_L1));
    QVERIFY(bodyOf(*m_screen).isNull());
    checkGood(server);
    QCOMPARE(server.requests().size(), 2);
    Q_UNUSED(answered) // the connection may have been closed first
}

void TestExplorerFaults::f27CancelBeforeAnythingIsSent()
{
    FaultServer server;
    for (int i = 0; i < 5; ++i) {
        send(server.url("/at-once"));
        QTest::keyClick(part(*m_screen, "target"), Qt::Key_Escape);
        QVERIFY(isShown(*m_screen, "send"));
    }
    checkGood(server);
}

void TestExplorerFaults::f28ScreenClosedWhileItRuns()
{
    FaultServer server;
    server.setHandler([](QTcpSocket &socket, const RecordedRequest &) {
        QTimer::singleShot(100ms, &socket, [&socket] { socket.write(httpAnswer(200, "{}")); });
    });
    for (const bool allPages : {false, true}) {
        auto other = std::make_unique<ExplorerScreen>(m_bench->services());
        m_bench->show(*other);
        type(*other, "target", server.url("/slow").toString());
        if (allPages)
            Q_EMIT other->findChild<QAbstractButton *>(u"allPages"_s)->clicked();
        else
            click(*other, "send");
        QTRY_VERIFY(!server.requests().isEmpty());
        server.forget();
        other.reset();
        QTest::qWait(200);
    }
    // The profile goes while its request runs: its answer is not shown for another one.
    m_screen->activateWindow();
    send(server.url("/slow"));
    QTRY_VERIFY(!server.requests().isEmpty());
    QVERIFY(isShown(*m_screen, "cancel"));
    (void)m_bench->addProfile(u"Next"_s);
    QTRY_VERIFY(isShown(*m_screen, "send"));
    QTest::qWait(200);
    QVERIFY(bodyOf(*m_screen).isNull());
    checkGood(server);
}

void TestExplorerFaults::redirectOfAnUnsafeMethodIsTold()
{
    FaultServer server;
    sending(head({"Location: /moved", lengthLine(0)}, "307 Moved"))(server);
    send(server.url("/post"), u"POST"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isShown(*m_screen, "send"), 30'000);
    QVERIFY2(headline(*m_screen).contains(server.url("/moved").toString()), qPrintable(headline(*m_screen)));
    QCOMPARE(server.requests().size(), 1);
    checkGood(server);
}

ACX_WIDGET_TEST_MAIN(TestExplorerFaults)
#include "test_explorer_faults.moc"
