// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "ui/explorer/answer_words.h"

#include <QApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

constexpr const char *token = "Token-that-an-answer-mirrors-0123456789";

Exchange answered(int status, const QByteArray &body, const HttpHeaders &headers = {})
{
    Exchange exchange;
    exchange.method = "GET";
    exchange.url = QUrl(u"https://api.example.com/api/orgs"_s);
    exchange.tokenKind = TokenKind::Iam;
    exchange.secrets = {Secret(QByteArray(token))};
    exchange.response.status = status;
    exchange.response.url = exchange.url;
    exchange.response.headers = headers;
    if (!exchange.response.body.append(body))
        qFatal("The body cannot be kept.");
    return exchange;
}

Error incomplete()
{
    Error error;
    error.kind = ErrorKind::Incomplete;
    error.sentence = u"The answer is cut."_s;
    error.nextStep = u"Try again."_s;
    return error;
}

} // namespace

/// What the window says first about an answer: rows F9, F17, F20, F22 and F23.
class TestAnswerWords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void headlines_data();
    void headlines();
    void secretsDoNotComeBack();
};

void TestAnswerWords::headlines_data()
{
    QTest::addColumn<Exchange>("exchange");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    QTest::newRow("F23 200") << answered(200, "{}") << QString() << QString();
    QTest::newRow("F23 204") << answered(204, "") << QString() << QString();
    QTest::newRow("F23 304") << answered(304, "") << QString() << QString();

    Exchange open = answered(200, "text");
    open.response.endConfirmed = false;
    QTest::newRow("F9 end not confirmed") << open << u"End not confirmed"_s << u"may be cut"_s;

    Exchange cut = answered(200, "{\"a\":");
    cut.response.problem = incomplete();
    cut.response.endConfirmed = false;
    QTest::newRow("F7 incomplete") << cut << u"The answer is cut."_s << u"Try again."_s;

    QTest::newRow("F22 500 with HTML") << answered(500, "<html><title>Sorry page</title></html>",
                                                   {{"Content-Type", "application/json"}})
                                       << u"api.example.com answered with a fault of its own (HTTP 500)"_s << QString();
    QTest::newRow("F22 400 with text") << answered(400, "No such thing.\nmore") << u"HTTP 400"_s << QString();
    QTest::newRow("F22 its first line") << answered(400, "No such thing.\nmore") << u"No such thing."_s << QString();
    QTest::newRow("F22 empty") << answered(502, "") << u"HTTP 502"_s << QString();
    Exchange both = answered(500, "<html>");
    both.response.problem = incomplete();
    QTest::newRow("F22 a cut answer is first of all a fault") << both << u"HTTP 500"_s << u"The answer is cut."_s;

    Exchange again = answered(401, "{}");
    again.tokenRenewed = true;
    QTest::newRow("F20 401 again") << again << u"HTTP 401"_s << u"A new token was refused as well"_s;
    QTest::newRow("F20 403 names the scope")
        << answered(403, R"({"message":"no"})",
                    {{"WWW-Authenticate", R"(Bearer realm="x", error="insufficient_scope", scope="product:view")"}})
        << u"HTTP 403"_s << u"lacks the scope “product:view”"_s;
    QTest::newRow("F20 403 in the service's words")
        << answered(403, R"({"status":403,"message":["Role administrator is missing."]})")
        << u"Role administrator is missing."_s << u"lacks the right"_s;
    QTest::newRow("F20 another scheme's scope is nobody's")
        << answered(403, "{}", {{"WWW-Authenticate", R"(Digest scope="x")"}}) << u"HTTP 403"_s << u"lacks the right"_s;
    Exchange without = answered(401, "{}");
    without.tokenKind.reset();
    QTest::newRow("F20 401 without a token") << without << u"HTTP 401"_s << u"No token of this profile went along"_s;

    QTest::newRow("F17 redirect of a POST")
        << answered(307, "", {{"Location", "/moved"}}) << u"https://api.example.com/moved"_s << u"Only GET"_s;
}

void TestAnswerWords::headlines()
{
    QFETCH(const Exchange, exchange);
    QFETCH(const QString, title);
    QFETCH(const QString, text);
    const std::optional<AnswerHeadline> told = answerHeadline(exchange);
    QCOMPARE(told.has_value(), !title.isEmpty());
    if (!told)
        return;
    QVERIFY2(told->title.contains(title), qPrintable(told->title));
    QVERIFY2(told->text.contains(text), qPrintable(told->text));
    QVERIFY(!told->title.contains("pars"_L1));
    QCOMPARE(told->kind == MessageKind::Error, exchange.response.status >= 400 || exchange.response.problem);
}

void TestAnswerWords::secretsDoNotComeBack()
{
    const QByteArray mirror = QByteArray("You sent ") + token;
    for (const int status : {400, 401, 403, 500}) {
        const std::optional<AnswerHeadline> told = answerHeadline(
            answered(status, mirror,
                     {{"WWW-Authenticate", QByteArray("Bearer scope=\"") + token + '"'}, {"X-Request-Id", token}}));
        QVERIFY(told);
        for (const QString &part : {told->title, told->text, told->details})
            QVERIFY2(!part.contains(QLatin1StringView(token)), qPrintable(part));
    }
}

ACX_WIDGET_TEST_MAIN(TestAnswerWords)
#include "test_answer_words.moc"
