// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/deployments/deployment.h"
#include "app/explorer/history_store.h"
#include "app/explorer/request_draft.h"
#include "app/http/http_client.h"
#include "app/json/json_search.h"
#include "app/operations/operation_values.h"
#include "app/operations/shipped_catalogs.h"
#include "app/profiles/profile_store.h"
#include "tests/explorer/history_bench.h"
#include "tests/explorer/naughty_strings.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QRegularExpression>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

/// Row I8: a list of naughty strings as path value, query value, header value, body, profile name and search word: the
/// right bytes on the wire, or a refusal in words.
class TestNaughtyStrings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void listIsLongEnough();
    void pathValue_data() { addRows(); }
    void pathValue();
    void queryValue_data() { addRows(); }
    void queryValue();
    void headerValue_data() { addRows(); }
    void headerValue();
    void body_data() { addRows(); }
    void body();
    void profileName_data() { addRows(); }
    void profileName();
    void searchWord_data() { addRows(); }
    void searchWord();

private:
    static void addRows();
    [[nodiscard]] static Operation operation();
    /// Sends it as a person's request; nothing = it was refused, and that in words.
    [[nodiscard]] std::optional<RecordedRequest> arrived(const RequestDraft &draft);

    DeploymentCatalog m_places;
    OperationCatalog m_catalog;
    FakeClock m_clock;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<HistoryStore> m_history;
};

void TestNaughtyStrings::initTestCase()
{
    m_places = DeploymentCatalog::load().value();
    m_catalog = loadShippedCatalog(ShippedCatalog::V10).value();
    m_server = std::make_unique<FaultServer>();
    m_http = std::make_unique<HttpClient>(m_clock);
    m_home = std::make_unique<QTemporaryDir>();
    m_history = std::make_unique<HistoryStore>(m_home->filePath(u"history.sqlite"_s));
}

void TestNaughtyStrings::addRows()
{
    QTest::addColumn<QString>("text");
    for (const NaughtyString &naughty : naughtyStrings())
        QTest::newRow(("I8 " + naughty.name).constData()) << naughty.text;
}

void TestNaughtyStrings::listIsLongEnough()
{
    QVERIFY2(naughtyStrings().size() >= 150, qPrintable(QString::number(naughtyStrings().size())));
    QSet<QString> once;
    for (const NaughtyString &naughty : naughtyStrings())
        once.insert(naughty.text);
    QVERIFY2(once.size() >= 150, qPrintable(QString::number(once.size())));
}

Operation TestNaughtyStrings::operation()
{
    Operation operation;
    operation.method = "GET";
    operation.path = u"/api/orgs/{org}/things"_s;
    OperationParameter org;
    org.name = u"org"_s;
    org.place = ParameterPlace::Path;
    org.required = true;
    OperationParameter filter;
    filter.name = u"filter"_s;
    operation.parameters = {org, filter};
    return operation;
}

std::optional<RecordedRequest> TestNaughtyStrings::arrived(const RequestDraft &draft)
{
    m_server->forget();
    Endpoints places;
    places.api = m_server->url("");
    const Result<PreparedRequest> request = prepare(draft, m_places.get(DeploymentKind::Custom), places, false);
    Result<HttpResponse> response = fail(Error());
    if (request) {
        HttpRequest http;
        http.method = request->method;
        http.url = request->url;
        http.headers = request->headers;
        http.body = request->body;
        response = waitFor(m_http->send(http));
    }
    if (!request || !response) {
        const Error &error = request ? response.error() : request.error();
        [&error] {
            QCOMPARE(error.kind, ErrorKind::InvalidInput);
            QVERIFY(!error.sentence.isEmpty());
        }();
        return std::nullopt;
    }
    return m_server->requests().size() == 1 ? std::optional(m_server->requests().first()) : std::nullopt;
}

void TestNaughtyStrings::pathValue()
{
    QFETCH(const QString, text);
    const Result<FilledOperation> filled = fillOperation(operation(), {{u"org"_s, text}});
    if (!filled) {
        QCOMPARE(filled.error().kind, ErrorKind::InvalidInput);
        QVERIFY2(filled.error().sentence.contains("org"_L1) || !filled.error().sentence.isEmpty(),
                 qPrintable(filled.error().sentence));
        return;
    }
    RequestDraft draft;
    draft.target = filled->target;
    const std::optional<RecordedRequest> request = arrived(draft);
    if (QTest::currentTestFailed() || (!request && m_server->connections() == 0))
        return;
    QVERIFY(request);
    QVERIFY2(request->target.startsWith("/api/orgs/") && request->target.endsWith("/things"),
             request->target.constData());
    const QByteArray segment = request->target.sliced(10, request->target.size() - 17);
    QVERIFY2(!segment.contains('/') && !segment.contains('?') && segment != "." && segment != "..",
             segment.constData());
    QVERIFY2(QByteArray::fromPercentEncoding(segment) == text.toUtf8(),
             (request->target + filled->target.toUtf8()).constData());
}

void TestNaughtyStrings::queryValue()
{
    QFETCH(const QString, text);
    const Result<FilledOperation> filled = fillOperation(operation(), {{u"org"_s, u"acme"_s}, {u"filter"_s, text}});
    if (!filled) {
        QCOMPARE(filled.error().kind, ErrorKind::InvalidInput);
        return;
    }
    RequestDraft draft;
    draft.target = filled->target;
    const std::optional<RecordedRequest> request = arrived(draft);
    if (QTest::currentTestFailed() || (!request && m_server->connections() == 0))
        return;
    QVERIFY(request);
    const QByteArray start = "/api/orgs/acme/things";
    QVERIFY(request->target.startsWith(start));
    const QByteArray query = request->target.sliced(start.size());
    if (text.isEmpty() && query.isEmpty())
        return; // what is not filled in is not sent
    QVERIFY2(query.startsWith("?filter=") && query.count('&') == 0 && query.count('#') == 0 && !query.contains('+'),
             query.constData());
    QCOMPARE(QByteArray::fromPercentEncoding(query.sliced(8)), text.toUtf8());
}

void TestNaughtyStrings::headerValue()
{
    QFETCH(const QString, text);
    RequestDraft draft;
    draft.target = u"/api/orgs"_s;
    draft.headers = {{"X-Naughty", text.toUtf8()}, {"X-After", "here"}};
    const std::optional<RecordedRequest> request = arrived(draft);
    if (QTest::currentTestFailed() || (!request && m_server->requests().isEmpty()))
        return;
    QVERIFY(request);
    QCOMPARE(request->header("X-Naughty"), text.toUtf8().trimmed());
    QCOMPARE(request->header("X-After"), "here"_ba);
    QVERIFY(request->header("X-Evil").isEmpty());
}

void TestNaughtyStrings::body()
{
    QFETCH(const QString, text);
    RequestDraft draft;
    draft.method = "POST";
    draft.target = u"/api/orgs"_s;
    draft.body = text.toUtf8();
    const std::optional<RecordedRequest> request = arrived(draft);
    QVERIFY(request);
    QCOMPARE(request->body, text.toUtf8());
}

void TestNaughtyStrings::profileName()
{
    QFETCH(const QString, text);
    const Result<QString> name = readProfileName(text);
    if (!name) {
        QCOMPARE(name.error().kind, ErrorKind::InvalidInput);
        QVERIFY(!name.error().sentence.isEmpty());
        return;
    }
    QCOMPARE(*name, text.trimmed());
    const QTemporaryDir folder;
    ProfileStore store(folder.filePath(u"profiles.json"_s));
    Profile profile;
    profile.id = QUuid::createUuid();
    profile.name = *name;
    profile.deployment = DeploymentKind::Custom;
    profile.overrides.api = QUrl(u"https://api.example.com"_s);
    QVERIFY(store.save(profile));
    profile.id = QUuid::createUuid();
    profile.name = u"beside it"_s;
    QVERIFY(store.save(profile));
    const Result<ProfileStore::Contents> contents = store.load();
    QVERIFY(contents && !contents->notice);
    QCOMPARE(contents->profiles.size(), 2);
    QCOMPARE(contents->profiles.first().name, *name);
}

void TestNaughtyStrings::searchWord()
{
    QFETCH(const QString, text);
    for (const qsizetype at : m_catalog.search(text))
        QVERIFY(at >= 0 && at < m_catalog.operations().size());
    // As a word of the history's index, and as the title of what stands there.
    const HistoryEntry entry = makeEntry(u"beginning "_s + text + u" end"_s);
    const Result<qint64> id = m_history->add(entry);
    QVERIFY2(id, id ? "" : qPrintable(id.error().message()));
    QVERIFY(m_history->read(*id));
    HistoryQuery query;
    query.words = text;
    const Result<HistoryPage> page = m_history->find(query);
    QVERIFY2(page, page ? "" : qPrintable(page.error().message() + page.error().technical));
    query.words = u"beginning "_s + text;
    QVERIFY(m_history->find(query));
    // And in an answer's bytes.
    const QByteArray needle = text.toUtf8();
    if (!needle.isEmpty()) {
        const JsonSearch search(needle, Qt::CaseSensitive);
        const QByteArray around = "before " + needle + " after";
        QCOMPARE(search.next(around, 0), around.indexOf(needle));
    }
}

ACX_TEST_MAIN(TestNaughtyStrings)
#include "test_naughty_strings.moc"
