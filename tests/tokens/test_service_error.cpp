// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/retired_service.h"
#include "app/tokens/service_error.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

class TestServiceError final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void everyKnownCodeHasWords_data();
    void everyKnownCodeHasWords();
    void allShapesAreRead_data();
    void allShapesAreRead();
    void firstLineOfTextAndHtml_data();
    void firstLineOfTextAndHtml();
    void clientCertificatesAreExplained_data();
    void clientCertificatesAreExplained();
    void statusDecidesWithoutACode_data();
    void statusDecidesWithoutACode();
    void requestIdComesFromHeadersFirst();
    void longTextsAreCut();
    void secretsAreRemoved();
    void retryAfterIsRead_data();
    void retryAfterIsRead();
    void thePauseIsToldInRoundNumbers_data();
    void thePauseIsToldInRoundNumbers();
    void retiredHostsAreExplained_data();
    void retiredHostsAreExplained();

private:
    static HttpResponse response(int status, const QByteArray &body, const HttpHeaders &headers = {})
    {
        HttpResponse response;
        response.status = status;
        response.headers = headers;
        response.url = QUrl(u"https://iam.example.com/identity/token"_s);
        response.receivedAt = QDateTime::fromSecsSinceEpoch(784'111'777, Qt::UTC);
        if (!response.body.append(body))
            qFatal("no body");
        return response;
    }
};

void TestServiceError::everyKnownCodeHasWords_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *code, int status, const QString &word) { QTest::newRow(code) << status << word; };
    row("BXNIM0415E", 400, u"does not know"_s);
    row("BXNIM0462E", 400, u"disabled"_s);
    row("BXNIM0410E", 400, u"no longer active"_s);
    row("BXNIM0436E", 401, u"suspended"_s);
    row("BXNIM0109E", 400, u"missing or empty"_s);
    row("BXNIM0106E", 400, u"settings"_s);
    row("BXNIM0060E", 405, u"other than a POST"_s);
    row("BXNIM0308E", 401, u"without a token"_s);
    row("BXNIM0310E", 400, u"client id"_s);
    row("BXNIM0407E", 400, u"refused a refresh token"_s);
    row("BXNIM0408E", 400, u"expired"_s);
    row("BXNIM0439E", 400, u"not used"_s);
    row("BXNIM0400E", 401, u"sign-on system"_s);
    row("BXNIM0421E", 400, u"sign-on has expired"_s);
    row("BXNIM0139E", 400, u"another client"_s);
    row("BXNIM0141E", 400, u"not a member"_s);
    row("BXNIM0602E", 401, u"password"_s);
    row("BXNIM0608E", 400, u"company directory"_s);
    row("BXNIM0501E", 403, u"may not do this"_s);
    row("BXNIM0513E", 403, u"may not do this"_s);
    row("BXNIM0515E", 403, u"may not do this"_s);
    row("BXNIM0113E", 400, u"CRN"_s);
    row("BXNIM0102E", 404, u"no such key"_s);
    row("BXNIM0050E", 500, u"fault at IBM, not a wrong key"_s);
    row("checkPermissions.unauthorisedException", 403, u"may not do this"_s);
    row("deployer.api.not.suspended.in.env", 400, u"already running"_s);
    row("deployer.api.not.running.in.env", 400, u"already stopped"_s);
}

void TestServiceError::everyKnownCodeHasWords()
{
    QFETCH(int, status);
    QFETCH(QString, word);
    const QByteArray code = QTest::currentDataTag();
    const QByteArray body = code.startsWith("BXN") ? R"({"errorCode":")" + code + R"(","errorMessage":"IBM's words."})"
                                                   : R"({"errors":[{")" + code + R"(":"IBM's words."}]})";
    const Error error = tokenServiceError(response(status, body), TokenKind::Iam, {});
    QVERIFY2(error.sentence.contains(word), qPrintable(error.sentence));
    QVERIFY(!error.nextStep.isEmpty());
    QCOMPARE(error.serviceCode.toLatin1(), code);
    QCOMPARE(error.serviceText, u"IBM's words."_s);
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.kind, status >= 500 ? ErrorKind::ServiceFault : ErrorKind::ServiceRefused);
}

void TestServiceError::allShapesAreRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("requestId");
    QTest::newRow("token service") << R"({"context":{"requestId":"r1"},"errorMessage":"text","errorCode":"C1"})"_ba
                                   << u"C1"_s << u"text"_s << u"r1"_s;
    QTest::newRow("identity REST, number as text")
        << R"({"trace":"t1","status_code":"404","errors":[{"code":"c","message_code":"C2","message":"text","details":"d"}]})"_ba
        << u"C2"_s << u"text"_s << u"t1"_s;
    QTest::newRow("identity REST, code only")
        << R"({"errors":[{"code":"not_found","message":"text"}],"context":{"transaction_id":"x1"}})"_ba
        << u"not_found"_s << u"text"_s << u"x1"_s;
    QTest::newRow("login service") << R"({"error_message":"text"})"_ba << QString() << u"text"_s << QString();
    QTest::newRow("V5 API") << R"({"id":"i1","errors":[{"a.b":"one"},{"c.d":"two"}]})"_ba << u"a.b"_s << u"one two"_s
                            << u"i1"_s;
    QTest::newRow("V5 API, plain strings")
        << R"({"errors":["one","two"]})"_ba << QString() << u"one two"_s << QString();
    QTest::newRow("platform API") << R"({"status":401,"message":["one","two"]})"_ba << QString() << u"one two"_s
                                  << QString();
    QTest::newRow("OAuth") << R"({"error":"invalid_client","error_description":"text"})"_ba << u"invalid_client"_s
                           << u"text"_s << QString();
    QTest::newRow("JSON string") << R"("text")"_ba << QString() << u"text"_s << QString();
}

void TestServiceError::allShapesAreRead()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    QFETCH(QString, text);
    QFETCH(QString, requestId);
    for (const Error &error :
         {tokenServiceError(response(400, body), TokenKind::Iam, {}), apiError(response(400, body), {})}) {
        QCOMPARE(error.serviceCode, code);
        QCOMPARE(error.serviceText, text);
        QCOMPARE(error.requestId, requestId);
        QVERIFY2(error.sentence.contains(text), qPrintable(error.sentence));
    }
}

void TestServiceError::firstLineOfTextAndHtml_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    QTest::newRow("text") << "\r\n  first line \r\nsecond"_ba << u"first line"_s;
    QTest::newRow("title") << "<html><head><title> 502 Bad\n Gateway </title></head><body>nginx</body>"_ba
                           << u"502 Bad Gateway"_s;
    QTest::newRow("heading") << "<html><style>h1{}</style><script>x<1</script><h1>Oops</h1><p>more</p></html>"_ba
                             << u"Oops"_s;
    QTest::newRow("cut JSON") << R"({"errorCode":"BXN)"_ba << uR"({"errorCode":"BXN)"_s;
    QTest::newRow("nothing") << "   \n"_ba << QString();
}

void TestServiceError::firstLineOfTextAndHtml()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, text);
    QCOMPARE(tokenServiceError(response(502, body), TokenKind::Iam, {}).serviceText, text);
}

void TestServiceError::clientCertificatesAreExplained_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("title");
    QTest::addColumn<QString>("says");
    const QByteArray none = "400 No required SSL certificate was sent";
    QTest::newRow("none shown") << 400 << none << u"wants a client certificate"_s;
    QTest::newRow("not accepted") << 400 << "400 The SSL certificate error"_ba << u"does not accept the client"_s;
    QTest::newRow("another fault") << 400 << "400 Bad Request"_ba << u"refused: “400 Bad Request”"_s;
    QTest::newRow("another status") << 403 << none << u"refused: “"_s;
}

void TestServiceError::clientCertificatesAreExplained()
{
    // As nginx 1.22 says it.
    QFETCH(int, status);
    QFETCH(QByteArray, title);
    QFETCH(QString, says);
    const QByteArray page = "<html>\r\n<head><title>" + title +
                            "</title></head>\r\n<body>\r\n<center><h1>400 Bad Request</h1></center>\r\n</body></html>";
    const Error error = tokenServiceError(response(status, page, {{"Content-Type", "text/html"}}), TokenKind::Iam,
                                          Redactor(QList<Secret>()));
    QVERIFY2(error.sentence.contains(says), qPrintable(error.sentence));
    QCOMPARE(error.httpStatus, status);
    QVERIFY(!error.nextStep.isEmpty());
}

void TestServiceError::statusDecidesWithoutACode_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("word");
    QTest::newRow("400") << 400 << ErrorKind::ServiceRefused << u"gave no reason"_s;
    QTest::newRow("404") << 404 << ErrorKind::ServiceRefused << u"Check the URL"_s;
    QTest::newRow("429") << 429 << ErrorKind::ServiceRefused << u"too many requests"_s;
    QTest::newRow("500") << 500 << ErrorKind::ServiceFault << u"does not mean that the API key is wrong"_s;
    QTest::newRow("503") << 503 << ErrorKind::ServiceFault << u"Try again later"_s;
    QTest::newRow("304") << 304 << ErrorKind::ServiceRefused << u"Check the URL"_s;
}

void TestServiceError::statusDecidesWithoutACode()
{
    QFETCH(int, status);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, word);
    const Error error = tokenServiceError(response(status, {}), TokenKind::Iam, {});
    QCOMPARE(error.kind, kind);
    QVERIFY2(error.message().contains(word), qPrintable(error.message()));
    QVERIFY(error.message().contains(u"iam.example.com"_s));
}

void TestServiceError::requestIdComesFromHeadersFirst()
{
    const QByteArray body = R"({"context":{"requestId":"body"}})";
    QCOMPARE(requestIdOf(response(400, body, {{"X-Correlation-ID"_ba, "c"_ba}, {"Transaction-Id"_ba, "t"_ba}})),
             u"t"_s);
    QCOMPARE(requestIdOf(response(400, body, {{"X-Request-Id"_ba, "x"_ba}})), u"x"_s);
    QCOMPARE(requestIdOf(response(400, body)), u"body"_s);
    QCOMPARE(requestIdOf(response(400, "<html>")), QString());
}

void TestServiceError::longTextsAreCut()
{
    const Error error = tokenServiceError(response(500, QByteArray(100'000, 'x')), TokenKind::Iam, {});
    QCOMPARE(error.serviceText.size(), 301);
}

void TestServiceError::secretsAreRemoved()
{
    const Redactor redactor({Secret("the-secret-key-value"_ba)});
    const QByteArray body = R"({"errorCode":"the-secret-key-value","errorMessage":"the-secret-key-value",)"
                            R"("errorDetails":"apikey the-secret-key-value","trace":"the-secret-key-value"})";
    for (const Error &error :
         {tokenServiceError(response(400, body), TokenKind::Iam, redactor), apiError(response(400, body), redactor)})
        QVERIFY(!(error.message() + error.details()).contains(u"the-secret-key-value"_s));
}

void TestServiceError::retryAfterIsRead_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("seconds") << "120"_ba << qint64(120);
    QTest::newRow("zero") << "0"_ba << qint64(0);
    QTest::newRow("date") << "Sun, 06 Nov 1994 08:50:37 GMT"_ba << qint64(60);
    QTest::newRow("date that has passed") << "Sun, 06 Nov 1994 08:00:00 GMT"_ba << qint64(0);
    QTest::newRow("absurd") << "99999999999999999999999"_ba << qint64(std::numeric_limits<qint32>::max());
    QTest::newRow("negative") << "-5"_ba << qint64(-1);
    QTest::newRow("words") << "soon"_ba << qint64(-1);
    QTest::newRow("absent") << QByteArray() << qint64(-1);
}

void TestServiceError::retryAfterIsRead()
{
    QFETCH(QByteArray, value);
    QFETCH(qint64, seconds);
    const auto wait = retryAfter(response(429, {}, {{"retry-after"_ba, value}}));
    QCOMPARE(wait ? wait->count() : -1, seconds);
}

void TestServiceError::thePauseIsToldInRoundNumbers_data()
{
    QTest::addColumn<QByteArray>("seconds");
    QTest::addColumn<QString>("step");
    QTest::newRow("seconds") << "7"_ba << u"Try again in 7 s."_s;
    QTest::newRow("two minutes") << "120"_ba << u"Try again in 120 s."_s;
    QTest::newRow("a second more") << "121"_ba << u"Try again in 3 minutes."_s;
    QTest::newRow("two hours") << "7200"_ba << u"Try again in 120 minutes."_s;
    QTest::newRow("two hours and a second") << "7201"_ba << u"Try again in 3 hours."_s;
    QTest::newRow("a year") << "31536000"_ba << u"Try again in 24 hours."_s;
}

void TestServiceError::thePauseIsToldInRoundNumbers()
{
    QFETCH(QByteArray, seconds);
    QFETCH(QString, step);
    for (const int status : {429, 503}) {
        const Error error = tokenServiceError(response(status, {}, {{"Retry-After"_ba, seconds}}), TokenKind::Iam, {});
        QCOMPARE(error.nextStep, step);
    }
}

void TestServiceError::retiredHostsAreExplained_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("retired");
    QTest::newRow("login, original") << u"login.service.us.apiconnect.ibmcloud.com"_s << true;
    QTest::newRow("management, original") << u"EU.apiconnect.ibmcloud.com."_s << true;
    QTest::newRow("login, renamed") << u"login.service.eu-gb.apiconnect.cloud.ibm.com"_s << true;
    QTest::newRow("management, renamed") << u"apimanager.us-south.apiconnect.cloud.ibm.com"_s << true;
    QTest::newRow("Reserved") << u"admin.a1b2.us-south.apiconnect.cloud.ibm.com"_s << false;
    QTest::newRow("look-alike") << u"us.apiconnect.ibmcloud.com.evil.example"_s << false;
    QTest::newRow("own") << u"login.acme.example"_s << false;
}

void TestServiceError::retiredHostsAreExplained()
{
    QFETCH(QString, host);
    QFETCH(bool, retired);
    QUrl url(u"https://x"_s);
    url.setHost(host);
    for (const ErrorKind kind : {ErrorKind::Network, ErrorKind::Tls, ErrorKind::ServiceRefused}) {
        Error error;
        error.kind = kind;
        error.sentence = u"The original words."_s;
        const Error explained = explainedIfRetired(error, url);
        const bool expected = retired && kind != ErrorKind::ServiceRefused;
        QCOMPARE(explained.sentence.contains(u"31 July 2023"_s), expected);
        QCOMPARE(explained.kind, kind);
        QVERIFY((explained.message() + explained.details()).contains(u"The original words."_s));
    }
}

ACX_TEST_MAIN(TestServiceError)
#include "test_service_error.moc"
