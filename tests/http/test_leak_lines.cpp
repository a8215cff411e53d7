// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/deployments/endpoints.h"
#include "app/http/encoding.h"
#include "app/http/http_client.h"
#include "app/operations/form_body.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

enum class Place {
    Method,
    HeaderName,
    HeaderValue,
    SecretHeaderName,
    SecretHeaderValue,
    Bearer,
    Cookie,
    UserAgent,
    Path,
    QueryName,
    QueryValue,
    Host,
    BaseUrl,
};

enum class Fate {
    Refused,  ///< before anything is sent
    Harmless, ///< sent, and what arrives has no line more than without it
};

struct Breaker
{
    const char *name;
    QByteArray bytes;
    bool isEncoded = false;
};

const QList<Breaker> &breakers()
{
    static const QList<Breaker> all{
        {"CR", "\rX-Evil: 1"},
        {"LF", "\nX-Evil: 1"},
        {"CR LF", "\r\nX-Evil: 1"},
        {"two line ends", "\r\n\r\nGET /evil HTTP/1.1\r\nX-Evil: 1\r\n\r\n"},
        {"NUL", QByteArray("\0X-Evil: 1", 10)},
        {"vertical tab", "\vX-Evil: 1"},
        {"DEL", "\x7fX-Evil: 1"},
        {"encoded CR", "%0dX-Evil:%201", true},
        {"encoded LF", "%0AX-Evil:%201", true},
        {"encoded CR LF", "%0D%0aX-Evil:%201", true},
        {"encoded NUL", "%00X-Evil:%201", true},
        // Their low bytes are CR and LF.
        {"characters that end in CR LF", "\u560d\u560aX-Evil: 1"},
    };
    return all;
}

} // namespace

Q_DECLARE_METATYPE(Place)
Q_DECLARE_METATYPE(Fate)

/// Row L4: no value can begin a line of its own. What is refused never reaches the server; what is not refused arrives
/// without a line more.
class TestLeakLines final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void breakers_data();
    void breakers();
    void forms_data();
    void forms();
    void proxyHost_data();
    void proxyHost();

private:
    [[nodiscard]] Result<HttpRequest> requestWith(Place place, const QByteArray &bytes) const;
    void nothingWasSmuggled() const;

    FakeClock m_clock;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<HttpClient> m_http;
    QTemporaryDir m_folder;
};

void TestLeakLines::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_server = std::make_unique<FaultServer>();
    m_http = std::make_unique<HttpClient>(m_clock);
}

void TestLeakLines::breakers_data()
{
    QTest::addColumn<Place>("place");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Fate>("fate");
    const QList<std::pair<const char *, Place>> places{
        {"method", Place::Method},
        {"header name", Place::HeaderName},
        {"header value", Place::HeaderValue},
        {"secret header name", Place::SecretHeaderName},
        {"secret header value", Place::SecretHeaderValue},
        {"bearer", Place::Bearer},
        {"cookie", Place::Cookie},
        {"user agent", Place::UserAgent},
        {"path", Place::Path},
        {"query name", Place::QueryName},
        {"query value", Place::QueryValue},
        {"host", Place::Host},
        {"profile URL", Place::BaseUrl},
    };
    for (const auto &[name, place] : places) {
        // A percent sign is text in a header, and in a URL other characters are encoded.
        const bool isValue = place == Place::HeaderValue || place == Place::SecretHeaderValue ||
                             place == Place::Bearer || place == Place::Cookie || place == Place::UserAgent;
        const bool isUrl = place == Place::Path || place == Place::QueryName || place == Place::QueryValue;
        for (const Breaker &breaker : ::breakers()) {
            const bool isText = !breaker.isEncoded && static_cast<uchar>(breaker.bytes.at(0)) >= 0x80;
            // QUrl percent-encodes what ends no line, and itself ends a host at NUL.
            const bool isMarked = breaker.bytes.startsWith('\v') || breaker.bytes.startsWith('\x7f');
            const bool isHarmless = (isValue && (breaker.isEncoded || isText)) || (isUrl && (isText || isMarked)) ||
                                    (place == Place::Host && breaker.bytes.startsWith('\0'));
            QTest::addRow("L4 %s in the %s", breaker.name, name)
                << place << breaker.bytes << (isHarmless ? Fate::Harmless : Fate::Refused);
        }
    }
}

Result<HttpRequest> TestLeakLines::requestWith(Place place, const QByteArray &bytes) const
{
    HttpRequest request;
    request.url = m_server->url("/p");
    const QByteArray base = m_server->url("").toEncoded();
    // As text that somebody typed: QUrl's own way to encode is part of the test.
    const auto typed = [&base](const QByteArray &target) { return QUrl(QString::fromUtf8(base + target)); };
    switch (place) {
    case Place::Method:
        request.method = "GET" + bytes;
        break;
    case Place::HeaderName:
        request.headers = {{"X-A" + bytes, "1"}};
        break;
    case Place::HeaderValue:
        request.headers = {{"X-A", "1" + bytes}};
        break;
    case Place::SecretHeaderName:
        request.secretHeaders = {{"X-A" + bytes, Secret("1"_ba)}};
        break;
    case Place::SecretHeaderValue:
        request.secretHeaders = {{"X-A", Secret("1" + bytes)}};
        break;
    case Place::Bearer:
        request.bearer = Secret("t" + bytes);
        break;
    case Place::Cookie:
        request.headers = {{"Cookie", "a=b" + bytes}};
        break;
    case Place::UserAgent:
        request.headers = {{"User-Agent", "me" + bytes}};
        break;
    case Place::Path:
        request.url = typed("/p" + bytes + "/q");
        break;
    case Place::QueryName:
        request.url = typed("/p?a" + bytes + "=1");
        break;
    case Place::QueryValue:
        request.url = typed("/p?a=1" + bytes + "&b=2");
        break;
    case Place::Host:
        request.url = QUrl(QString::fromUtf8("http://127.0.0.1" + bytes + ":" + QByteArray::number(m_server->port())));
        break;
    case Place::BaseUrl: {
        const Result<QUrl> url = readBaseUrl(QString::fromUtf8(base + "/p" + bytes), EndpointRole::Api);
        if (!url)
            return fail(url.error());
        request.url = *url;
        break;
    }
    }
    return request;
}

void TestLeakLines::nothingWasSmuggled() const
{
    QCOMPARE(m_server->requests().size(), 1);
    const QByteArray head = m_server->requests().first().head;
    for (const QByteArray &line : head.split('\n'))
        QVERIFY2(!line.startsWith("X-Evil"), head.constData());
    QVERIFY(!head.contains('\0'));
    QVERIFY(head.count('\r') == head.count('\n') && head.count("\r\n") == head.count('\n'));
    QCOMPARE(m_server->requests().first().method, "GET"_ba);
}

void TestLeakLines::breakers()
{
    QFETCH(const Place, place);
    QFETCH(const QByteArray, bytes);
    QFETCH(const Fate, fate);
    const Result<HttpRequest> request = requestWith(place, bytes);
    const Result<HttpResponse> result = request ? waitFor(m_http->send(*request)) : fail(request.error());
    if (fate == Fate::Refused) {
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::InvalidInput);
        QVERIFY(!result.error().sentence.isEmpty() && !result.error().nextStep.isEmpty());
        QVERIFY(!result.error().message().contains("X-Evil"_L1));
        QCOMPARE(m_server->connections(), 0);
        return;
    }
    QVERIFY2(result, qPrintable(result ? QString() : result.error().message()));
    nothingWasSmuggled();
}

void TestLeakLines::forms_data()
{
    QTest::addColumn<QString>("mediaType");
    QTest::addColumn<FormPart>("part");
    const QString multipart = u"multipart/form-data"_s;
    const QString encoded = u"application/x-www-form-urlencoded"_s;
    for (const Breaker &breaker : ::breakers()) {
        const QString bad = QString::fromUtf8(breaker.bytes);
        QTest::addRow("L4 %s in a field name", breaker.name) << encoded << FormPart{u"a"_s + bad, u"1"_s, false, {}};
        QTest::addRow("L4 %s in a field value", breaker.name) << encoded << FormPart{u"a"_s, bad, false, {}};
        QTest::addRow("L4 %s in a part's name", breaker.name) << multipart << FormPart{u"a"_s + bad, u"1"_s, false, {}};
        QTest::addRow("L4 %s in a part's type", breaker.name)
            << multipart << FormPart{u"a"_s, u"1"_s, false, u"text/plain"_s + bad};
        const QString path = m_folder.filePath(u"f"_s + QString(bad).remove(u'/'));
        // No file name of the system holds NUL.
        if (bad.contains(QChar(u'\0')))
            continue;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
        QTest::addRow("L4 %s in a file name", breaker.name) << multipart << FormPart{u"a"_s, path, true, {}};
    }
}

void TestLeakLines::forms()
{
    QFETCH(const QString, mediaType);
    QFETCH(const FormPart, part);
    const Result<BuiltBody> body = makeFormBody(mediaType, {part});
    QVERIFY2(body, qPrintable(body ? QString() : body.error().message()));
    HttpRequest request;
    request.method = "POST";
    request.url = m_server->url("/p");
    request.headers = {{"Content-Type", body->contentType}};
    request.body = body->bytes;
    QVERIFY(waitFor(m_http->send(request)));
    QCOMPARE(m_server->requests().size(), 1);
    const QByteArray sent = m_server->requests().first().body;
    QCOMPARE(sent, body->bytes);
    if (mediaType != "multipart/form-data"_L1) {
        QVERIFY(!hasControlCharacters(sent) && sent.count('=') == 1 && sent.count('&') == 0);
        return;
    }
    // The head of the only part: its disposition, and its type if it has one.
    const QByteArray head = sent.first(sent.indexOf("\r\n\r\n"));
    const QList<QByteArray> lines = head.split('\n');
    QVERIFY2(lines.size() <= 3, head.constData());
    for (const QByteArray &line : lines)
        QVERIFY2(line.startsWith("--") || line.startsWith("Content-"), head.constData());
    for (const QByteArray &line : lines)
        QVERIFY2(!hasControlCharacters(line.endsWith('\r') ? line.chopped(1) : line),
                 head.toPercentEncoding().constData());
}

void TestLeakLines::proxyHost_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("inUser");
    for (const Breaker &breaker : ::breakers()) {
        QTest::addRow("L4 %s in the proxy's host", breaker.name) << breaker.bytes << false;
        QTest::addRow("L4 %s in the proxy's user", breaker.name) << breaker.bytes << true;
    }
}

void TestLeakLines::proxyHost()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, inUser);
    ProxySettings proxy;
    proxy.mode = ProxySettings::Mode::Http;
    proxy.host = u"127.0.0.1"_s + (inUser ? QString() : QString::fromUtf8(bytes));
    proxy.port = m_server->port();
    proxy.user = u"me"_s + (inUser ? QString::fromUtf8(bytes) : QString());
    proxy.password = Secret("pw" + (inUser ? bytes : QByteArray()));
    m_server->setHandler(answeringThenClosing(httpAnswer(502)));
    m_http->setProxy(proxy);
    HttpRequest request;
    request.url = QUrl(u"https://api.acme.test/p"_s);
    const Result<HttpResponse> result = waitFor(m_http->send(request));
    QVERIFY(!result);
    QVERIFY(!result.error().sentence.isEmpty());
    if (!inUser) {
        QCOMPARE(m_server->connections(), 0);
        return;
    }
    for (const RecordedRequest &asked : m_server->requests()) {
        for (const QByteArray &line : asked.head.split('\n'))
            QVERIFY2(!line.startsWith("X-Evil") && !line.startsWith("GET"), asked.head.constData());
    }
}

ACX_TEST_MAIN(TestLeakLines)
#include "test_leak_lines.moc"
