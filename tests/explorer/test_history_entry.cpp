// SPDX-License-Identifier: GPL-3.0-or-later
// What of an exchange is kept, and what never is.
#include "app/explorer/history.h"
#include "tests/explorer/history_bench.h"
#include "tests/support/fake_clock.h"
#include "tests/support/run_canary.h"
#include "tests/support/searched_folder.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QDirIterator>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

class TestHistoryEntry final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_folder = std::make_unique<SearchedFolder>();
        m_path = m_folder->filePath(u"history.sqlite"_s);
    }
    void nothingSecretIsKept_data();
    void nothingSecretIsKept();
    void tokenServicesLeaveNoBodies_data();
    void tokenServicesLeaveNoBodies();
    void bodiesUpToTheLimit();
    void onlyTextIsKept();
    void keepsErrorsToo();

private:
    [[nodiscard]] QByteArray filesOfFolder() const
    {
        QByteArray bytes;
        QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                bytes += file.readAll();
        }
        return bytes;
    }

    std::unique_ptr<SearchedFolder> m_folder;
    QString m_path;
    FakeClock m_clock;
};

void TestHistoryEntry::nothingSecretIsKept_data()
{
    QTest::addColumn<int>("place");
    int place = 0;
    for (const char *name :
         {"request header", "query", "user info", "request body", "form body", "answer header", "answer by name",
          "answer by value", "the other end of a redirect", "error text", "across the limit",
          "token of the profile in free text", "secret header", "as it was filled in", "multipart form",
          "end of what was read", "pairs of names and values", "known value, a part of it beside a name"})
        QTest::newRow(name) << place++;
}

void TestHistoryEntry::nothingSecretIsKept()
{
    QFETCH(int, place);
    const QByteArray canary = runSecret() + "/+x";
    RecordedExchange exchange = makeExchange(u"x"_s);
    HttpResponse &response = exchange.outcome->response;
    response.body = ResponseBody();
    QByteArray answer = "{}";
    switch (place) {
    case 0:
        exchange.request.headers = {{"X-IBM-Client-Secret"_ba, canary}, {"Authorization"_ba, "Bearer " + canary}};
        break;
    case 1:
        exchange.request.url.setQuery(u"apikey="_s + QString::fromLatin1(canary.toPercentEncoding()));
        break;
    case 2:
        exchange.request.url = QUrl(u"https://me:%1@host/"_s.arg(QString::fromLatin1(canary.toPercentEncoding())));
        break;
    case 3:
        exchange.request.body = "{\"client_secret\":\"" + canary + "\"}";
        break;
    case 4:
        exchange.request.body = "grant=x&password=" + canary.toPercentEncoding();
        break;
    case 5:
        response.headers.append({"Set-Cookie"_ba, "session=" + canary});
        break;
    case 6:
        answer = "{\"id\":1,\"client_secret\":\"" + canary + "\",\"nested\":[{\"token\":\"" + canary + "\"}]}";
        break;
    case 7:
        exchange.known = {Secret(canary)};
        answer = "{\"x\":\"" + canary + "\"}";
        break;
    case 8:
        response.url = QUrl(u"https://other.example/?access_token=%1"_s.arg(QString::fromLatin1(canary)));
        break;
    case 9: {
        Error error;
        error.sentence = u"It said apikey=%1"_s.arg(QString::fromLatin1(canary));
        exchange.outcome = fail(error);
        break;
    }
    case 10:
        answer = "{\"a\":\"" + QByteArray(1024 - 30, 'x') + "\",\"client_secret\":\"" + canary + "\"}";
        break;
    case 12:
        exchange.request.secretHeaders = {{"X-Key"_ba, Secret(canary)}};
        answer = "an echo of " + canary;
        break;
    case 13: {
        const QString text = QString::fromLatin1(canary);
        RequestState state;
        state.id = QUuid::createUuid();
        state.target = u"/x?apikey="_s + QString::fromLatin1(canary.toPercentEncoding());
        state.headerText = u"Authorization: Bearer "_s + text;
        state.bodyText = u"{\"password\":\"%1\",\"x\":\"%1\"}"_s.arg(text);
        state.values = {{u"client_secret"_s, text}, {u"x"_s, text}};
        exchange.state = state;
        exchange.known = {Secret(canary)};
        break;
    }
    case 14:
        exchange.request.body =
            "--b\r\nContent-Disposition: form-data; name=\"client_secret\"\r\n\r\n" + canary + "\r\n--b--\r\n";
        break;
    case 15: {
        // So much is removed that all that was read would fit, and that ends within the known value.
        const QByteArray begin = R"({"client_secret":")" + QByteArray(16'800, 'y') + R"(","x":")";
        const qsizetype readBytes = qsizetype(17) * 1024; // the limit and 16 KiB
        exchange.known = {Secret(canary)};
        answer = begin + QByteArray(readBytes - 14 - begin.size(), 'z') + canary + QByteArray(2000, 'z') + R"("})";
        break;
    }
    case 16:
        answer = R"({"headers":[{"name":"X-IBM-Client-Secret","value":")" + canary + R"("},{"value":")" + canary +
                 R"(","name":"client_secret"}]})";
        break;
    case 17: {
        RequestState state;
        state.id = QUuid::createUuid();
        state.bodyText = QString::fromLatin1(canary) + u"&token=1"_s;
        exchange.state = state;
        exchange.known = {Secret(canary + "&token=1")};
        break;
    }
    default:
        exchange.outcome->secrets = {Secret(canary)};
        answer = "plain text with " + canary + " in it";
    }
    if (exchange.outcome)
        QVERIFY(exchange.outcome->response.body.append(answer));
    {
        History history(m_path, m_clock);
        HistoryOptions options;
        options.bodyKilobytes = place == 10 || place == 15 ? 1 : 100;
        history.setOptions(options);
        QVERIFY(waitFor(history.record(exchange)));
        // While the newest is in the file beside it, too.
        QVERIFY(!filesOfFolder().contains(canary.left(12)));
    }
    const QByteArray files = filesOfFolder();
    QVERIFY(!files.isEmpty());
    for (const QByteArray &form : {canary.left(12), canary.toPercentEncoding(), canary.toBase64().left(16)})
        QVERIFY(!files.contains(form));
}

void TestHistoryEntry::tokenServicesLeaveNoBodies_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("IAM") << u"https://iam.cloud.ibm.com/identity/token"_s << "{\"anything\":1}"_ba << false;
    QTest::newRow("platform") << u"https://api.example.com/api/token"_s << "{\"anything\":1}"_ba << false;
    QTest::newRow("login") << u"https://login.example.com/apikey?x=1"_s << "{\"anything\":1}"_ba << false;
    QTest::newRow("elsewhere") << u"https://api.example.com/v1/x"_s << "{\"access_token\":\"opaque\"}"_ba << false;
    QTest::newRow("ordinary") << u"https://api.example.com/v1/tokens"_s << "{\"anything\":1}"_ba << true;
}

void TestHistoryEntry::tokenServicesLeaveNoBodies()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, answer);
    QFETCH(bool, isKept);
    RecordedExchange exchange = makeExchange(u"x"_s, answer);
    exchange.request.url = QUrl(url);
    exchange.request.body = "grant_type=x";
    const HistoryEntry entry = historyEntry(exchange, {});
    QCOMPARE(entry.responseBody, isKept ? answer : QByteArray());
    QCOMPARE(entry.responseBodyKept, isKept ? KeptBody::Whole : KeptBody::TokenService);
    QCOMPARE(entry.requestBody.isEmpty(), !isKept);
    QCOMPARE(entry.row.status, 200);
}

void TestHistoryEntry::bodiesUpToTheLimit()
{
    HistoryOptions options;
    options.bodyKilobytes = 1;
    RecordedExchange exchange = makeExchange(u"x"_s, QByteArray("ä").repeated(1000), "text/plain");
    exchange.request.body = QByteArray(5000, 'r');
    HistoryEntry entry = historyEntry(exchange, options);
    QCOMPARE(entry.responseBody, QByteArray("ä").repeated(512));
    QCOMPARE(entry.responseBodyKept, KeptBody::Cut);
    QCOMPARE(entry.row.size, 2000);
    QCOMPARE(entry.requestBody.size(), 1024);
    QCOMPARE(entry.requestBodyKept, KeptBody::Cut);
    // The limit is one of what was sent, not of what is left of it.
    exchange.request.body = R"({"client_secret":")" + QByteArray(999, 's') + R"(","x":")" + QByteArray(5000, 'r');
    entry = historyEntry(exchange, options);
    QCOMPARE(entry.requestBody, R"({"client_secret":"•••","x":")"_ba);
    QCOMPARE(entry.requestBodyKept, KeptBody::Cut);
    options.bodyKilobytes = 0;
    entry = historyEntry(exchange, options);
    QVERIFY(entry.responseBody.isEmpty() && entry.requestBody.isEmpty());
    QCOMPARE(entry.responseBodyKept, KeptBody::Cut);
}

void TestHistoryEntry::onlyTextIsKept()
{
    QCOMPARE(historyEntry(makeExchange(u"x"_s, "\x89PNG\r\n\x1a\n....", "image/png"), {}).responseBodyKept,
             KeptBody::NotText);
    QCOMPARE(historyEntry(makeExchange(u"x"_s, QByteArray("a\0b", 3), "text/plain"), {}).responseBodyKept,
             KeptBody::NotText);
    QCOMPARE(historyEntry(makeExchange(u"x"_s, ""), {}).responseBodyKept, KeptBody::None);
    RecordedExchange upload = makeExchange(u"x"_s);
    upload.request.body = QByteArray("\0\1\2", 3);
    QCOMPARE(historyEntry(upload, {}).requestBodyKept, KeptBody::NotText);
}

void TestHistoryEntry::keepsErrorsToo()
{
    RecordedExchange exchange = makeExchange(u"x"_s);
    exchange.sentAt = m_clock.now();
    Error error;
    error.sentence = u"The host was not found."_s;
    error.nextStep = u"Check it."_s;
    exchange.outcome = fail(error);
    const HistoryEntry entry = historyEntry(exchange, {});
    QCOMPARE(entry.row.status, 0);
    QCOMPARE(entry.row.size, -1);
    QCOMPARE(entry.row.sentAt, m_clock.now());
    QCOMPARE(entry.errorText, u"The host was not found. Check it."_s);
}

ACX_TEST_MAIN(TestHistoryEntry)
#include "test_history_entry.moc"
