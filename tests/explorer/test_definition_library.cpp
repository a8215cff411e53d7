// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"
#include "app/credentials/session_store.h"
#include "app/explorer/definition_folder.h"
#include "app/explorer/definition_library.h"
#include "app/explorer/definition_request.h"
#include "app/http/http_client.h"
#include "tests/explorer/definition_texts.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

ResponseBody bodyOf(const QByteArray &bytes)
{
    ResponseBody body;
    if (!body.append(bytes))
        qFatal("The body cannot be written.");
    return body;
}

/// A keychain that can be shut.
class ShutStore final : public SecretStore
{
public:
    bool isShut = false;
    [[nodiscard]] bool isPersistent() const override { return true; }
    [[nodiscard]] QFuture<Result<StoreStatus>> status() override { return m_inner.status(); }
    [[nodiscard]] QFuture<Status> write(const QString &key, const Secret &value) override
    {
        return isShut ? ready<void>(refusal()) : m_inner.write(key, value);
    }
    [[nodiscard]] QFuture<Result<Secret>> read(const QString &key) override
    {
        return isShut ? ready<Secret>(refusal()) : m_inner.read(key);
    }
    [[nodiscard]] QFuture<Status> remove(const QString &key) override
    {
        return isShut ? ready<void>(refusal()) : m_inner.remove(key);
    }

private:
    static tl::unexpected<Error> refusal() { return fail(ErrorKind::KeychainLocked, u"locked"_s); }
    SessionStore m_inner;
};

} // namespace

/// Opened API definitions: kept, read again, called and removed.
class TestDefinitionLibrary final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void opensAndRemembers();
    void keepsFilesPrivate();
    void opensFromAUrlWithoutAToken();
    void refusesWhatIsNoDefinition_data();
    void refusesWhatIsNoDefinition();
    void refusesWhatCannotBeFetched_data();
    void refusesWhatCannotBeFetched();
    void findsTheDefinitionInAnAnswer_data();
    void findsTheDefinitionInAnAnswer();
    void readsAgainWithWhatChanged();
    void keepsTheOldOneWhenReadingAgainFails();
    void pastedIsNotReadAgain();
    void readsAnAnswerAgain();
    void cancels();
    void keepsBaseAndClient();
    void refusesBases_data();
    void refusesBases();
    void sendsTheClientToItsBaseOnly();
    void removesTheSecretToo();
    void survivesDamage_data();
    void survivesDamage();
    void twoProgramsLoseNothing();
    void keepsLimits();
    void readsWhatStandsElsewhere();
    void readsFilesBesideAFile();
    void asksAgainForAnotherPlace();
    void readsNothingElsewhereUnasked();

private:
    std::unique_ptr<DefinitionLibrary> library(const QString &folder = {})
    {
        return std::make_unique<DefinitionLibrary>(
            folder.isEmpty() ? m_home->filePath(u"definitions"_s) : folder,
            DefinitionLibrary::Parts{*m_http, m_keychain, m_clock,
                                     [this](const AnswerSource &source, const OpenOptions &) {
                                         m_asked.append(source.url);
                                         return ready(m_answer);
                                     }});
    }
    [[nodiscard]] QString path(const QString &name) const { return m_home->filePath(name); }
    QString openText(const QByteArray &text)
    {
        const Result<QString> id = waitFor(m_library->openText(text));
        if (!id)
            qFatal("%s", qPrintable(id.error().message()));
        return *id;
    }

    SystemClock m_clock;
    ShutStore m_keychain;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<DefinitionLibrary> m_library;
    Result<ResponseBody> m_answer = ResponseBody();
    QList<QUrl> m_asked;
};

void TestDefinitionLibrary::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_http = std::make_unique<HttpClient>(m_clock);
    m_home = std::make_unique<QTemporaryDir>();
    m_keychain.isShut = false;
    m_asked.clear();
    m_library = library();
}

void TestDefinitionLibrary::cleanup()
{
    m_library.reset();
    m_http.reset();
}

void TestDefinitionLibrary::opensAndRemembers()
{
    const QString file = path(u"things.json"_s);
    writeFile(file, definition("Things"));
    QSignalSpy changes(m_library.get(), &DefinitionLibrary::changed);
    QVERIFY(m_library->list().isEmpty());
    const Result<QString> id = waitFor(m_library->openFile(file));
    QVERIFY2(id, qPrintable(id ? QString() : id.error().message()));
    QCOMPARE(changes.size(), 1);
    const Definition kept = m_library->list().value(0);
    QCOMPARE(kept.id, *id);
    QCOMPARE(kept.title, u"Things"_s);
    QCOMPARE(kept.version, u"1.0"_s);
    QCOMPARE(kept.origin, DefinitionOrigin::File);
    QCOMPARE(kept.base, QUrl(u"https://api.example.com/v1"_s));
    QCOMPARE(kept.clientIdHeader, "X-IBM-Client-Id"_ba);
    QVERIFY(!kept.wantsClientId);
    QCOMPARE(waitFor(m_library->catalog(*id))->operations().value(0).id, u"listThings"_s);

    // Another start of the program, with the file gone.
    QVERIFY(QFile::remove(file));
    const auto later = library();
    QCOMPARE(later->list(), m_library->list());
    QCOMPARE(waitFor(later->catalog(*id))->operations().value(0).id, u"listThings"_s);
    QVERIFY(!waitFor(later->catalog(u"nothing"_s)));

    // The same file is the same definition.
    writeFile(file, definition("Other things"));
    QCOMPARE(waitFor(m_library->openFile(file)).value(), *id);
    QCOMPARE(m_library->list().size(), 1);
    QCOMPARE(m_library->list().value(0).title, u"Other things"_s);
    // Pasted texts are not.
    QVERIFY(openText(definition("A")) != openText(definition("A")));
    QCOMPARE(m_library->list().size(), 3);
}

void TestDefinitionLibrary::keepsFilesPrivate()
{
    (void)openText(definition("Things"));
    const QFileInfo folder(path(u"definitions"_s));
    QCOMPARE(int(folder.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                                         QFile::WriteOther | QFile::ExeOther)),
             0);
    const QFileInfoList files = QDir(folder.filePath()).entryInfoList(QDir::Files);
    QCOMPARE(files.size(), 2);
    for (const QFileInfo &file : files)
        QCOMPARE(
            int(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)), 0);
}

void TestDefinitionLibrary::opensFromAUrlWithoutAToken()
{
    FaultServer server(answering(httpAnswer(200,
                                            "openapi: 3.0.0\ninfo: {title: Yaml, version: '2'}\npaths:\n  /a:\n"
                                            "    get: {}\nservers: [{url: ../api}]\n",
                                            {"Content-Type: application/yaml"})));
    QList<DefinitionProgress> seen;
    OpenOptions options;
    options.progress = [&seen](const DefinitionProgress &progress) { seen.append(progress); };
    const Result<QString> id = waitFor(m_library->openUrl(server.url("/specs/a.yaml"), options));
    QVERIFY2(id, qPrintable(id ? QString() : id.error().message()));
    const Definition kept = m_library->find(*id).value();
    QCOMPARE(kept.title, u"Yaml"_s);
    QCOMPARE(kept.base, server.url("/api"));
    QCOMPARE(server.requests().size(), 1);
    QVERIFY(server.requests().first().header("Authorization").isEmpty());
    QVERIFY(!seen.isEmpty() && seen.last().isReading);
}

void TestDefinitionLibrary::refusesWhatIsNoDefinition_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << ""_ba << u"line"_s;
    QTest::newRow("broken JSON") << "{\n \"openapi\": \"3.0.0\",\n}"_ba << u"Line 3, column 1"_s;
    QTest::newRow("broken YAML") << "openapi: 3.0.0\n  paths: [\n"_ba << u"ine 2"_s;
    QTest::newRow("other JSON") << "{\"a\":1}"_ba << u"openapi"_s;
    QTest::newRow("other version") << "{\"openapi\":\"9\"}"_ba << u"9"_s;
    QTest::newRow("an array") << "[]"_ba << u"object"_s;
    QTest::newRow("not UTF-8") << "{\"openapi\":\"\xff\"}"_ba << u"Line 1"_s;
    QByteArray bomb = "openapi: 3.0.0\na0: &a0 [x,x,x,x,x,x,x,x,x]\n";
    for (int i = 1; i < 12; ++i)
        bomb += QString(u"a%1: &a%1 [*a%2,*a%2,*a%2,*a%2,*a%2,*a%2,*a%2,*a%2,*a%2]\n"_s).arg(i).arg(i - 1).toUtf8();
    QTest::newRow("YAML bomb") << bomb << u"alias"_s;
    QTest::newRow("deep") << "{\"openapi\":\"3.0.0\",\"x\":" + QByteArray(5000, '[') << u"Line 1"_s;
}

void TestDefinitionLibrary::refusesWhatIsNoDefinition()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, words);
    const Result<QString> id = waitFor(m_library->openText(text));
    QVERIFY(!id);
    QVERIFY2(id.error().message().contains(words, Qt::CaseInsensitive), qPrintable(id.error().message()));
    QVERIFY(m_library->list().isEmpty());
    QVERIFY(!QFileInfo::exists(path(u"definitions/index.json"_s)));
}

void TestDefinitionLibrary::refusesWhatCannotBeFetched_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("url"); // empty: the server's
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("404") << httpAnswer(404, "no") << QString() << ErrorKind::ServiceRefused;
    QTest::newRow("503") << httpAnswer(503, "no") << QString() << ErrorKind::ServiceFault;
    QTest::newRow("cut short") << "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"openapi\":"_ba << QString()
                               << ErrorKind::Incomplete;
    QTest::newRow("plain http elsewhere") << QByteArray() << u"http://example.com/a.json"_s << ErrorKind::InvalidInput;
    QTest::newRow("a file") << QByteArray() << u"file:///etc/hostname"_s << ErrorKind::InvalidInput;
    QTest::newRow("HTML") << httpAnswer(200, "<html></html>", {"Content-Type: text/html"}) << QString()
                          << ErrorKind::InvalidInput;
}

void TestDefinitionLibrary::refusesWhatCannotBeFetched()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, url);
    QFETCH(ErrorKind, kind);
    FaultServer server(answeringThenClosing(answer));
    const Result<QString> id = waitFor(m_library->openUrl(url.isEmpty() ? server.url("/a.json") : QUrl(url)));
    QVERIFY(!id);
    QCOMPARE(id.error().kind, kind);
    QVERIFY(!id.error().sentence.isEmpty());
    QVERIFY(m_library->list().isEmpty());
}

void TestDefinitionLibrary::findsTheDefinitionInAnAnswer_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("title"); // empty: there is none
    QTest::newRow("the answer itself") << definition("Whole") << u"Whole"_s;
    QTest::newRow("V10, API") << inObject("api", definition("Inner")) << u"Inner"_s;
    QTest::newRow("V10, draft") << inObject("draft_api", definition("Draft")) << u"Draft"_s;
    QTest::newRow("too deep") << inObject("a", inObject("b", inObject("c", definition("Deep")))) << QString();
    QTest::newRow("in a list") << "[" + definition("First") + "," + definition("Second") + "]" << u"First"_s;
    QTest::newRow("YAML") << "swagger: '2.0'\ninfo: {title: Yaml}\npaths: {}\n"_ba << u"Yaml"_s;
    QTest::newRow("a text that names it") << textAboutOpenApi() << QString();
    QTest::newRow("a number") << "{\"openapi\":3}"_ba << QString();
    QTest::newRow("no JSON") << "openapi"_ba << QString();
    QTest::newRow("empty") << ""_ba << QString();
}

void TestDefinitionLibrary::findsTheDefinitionInAnAnswer()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, title);
    QCOMPARE(holdsDefinition(answer), !title.isEmpty());
    const AnswerSource source{QUrl(u"https://manager.example.com/api/x"_s), QUuid::createUuid(), "application/json"};
    const Result<QString> id = waitFor(m_library->openAnswer(bodyOf(answer), source));
    QCOMPARE(id.has_value(), !title.isEmpty());
    if (!id) {
        QCOMPARE(id.error().kind, ErrorKind::InvalidInput);
        return;
    }
    const Definition kept = m_library->find(*id).value();
    QCOMPARE(kept.title, title);
    QCOMPARE(kept.origin, DefinitionOrigin::Answer);
    QCOMPARE(kept.profile, source.profile);
    QCOMPARE(waitFor(m_library->openAnswer(bodyOf(answer), source)).value(), *id);
}

void TestDefinitionLibrary::readsAgainWithWhatChanged()
{
    const QString file = path(u"things.json"_s);
    writeFile(file, definition("Things"));
    const QString id = waitFor(m_library->openFile(file)).value();
    QVERIFY(waitFor(m_library->reread(id))->isEmpty());
    writeFile(file, definition("Things", "/others").replace("\"1.0\"", "\"2.0\""));
    const auto later = library(); // which has not read the copy yet
    const Result<DefinitionChanges> changes = waitFor(later->reread(id));
    QVERIFY(changes);
    QCOMPARE(changes->added.value(0).path, u"/others"_s);
    QCOMPARE(changes->removed.value(0).path, u"/things"_s);
    QCOMPARE(changes->versionBefore, u"1.0"_s);
    QCOMPARE(changes->versionNow, u"2.0"_s);
    QCOMPARE(later->find(id)->version, u"2.0"_s);
    QCOMPARE(waitFor(later->catalog(id))->operations().value(0).path, u"/others"_s);
}

void TestDefinitionLibrary::keepsTheOldOneWhenReadingAgainFails()
{
    const QString file = path(u"things.json"_s);
    writeFile(file, definition("Things"));
    const QString id = waitFor(m_library->openFile(file)).value();
    writeFile(file, "{ broken");
    QVERIFY(!waitFor(m_library->reread(id)));
    QVERIFY(QFile::remove(file));
    QCOMPARE(waitFor(m_library->reread(id)).error().kind, ErrorKind::NotFound);
    QCOMPARE(m_library->find(id)->title, u"Things"_s);
    QCOMPARE(waitFor(library()->catalog(id))->operations().size(), 1);
    QCOMPARE(waitFor(m_library->reread(u"nothing"_s)).error().kind, ErrorKind::NotFound);
}

void TestDefinitionLibrary::pastedIsNotReadAgain()
{
    const QString id = openText(definition("Things"));
    QCOMPARE(waitFor(m_library->reread(id)).error().kind, ErrorKind::Unsupported);
}

void TestDefinitionLibrary::readsAnAnswerAgain()
{
    const AnswerSource source{QUrl(u"https://manager.example.com/api/x"_s), QUuid::createUuid(), "application/json"};
    const QString id = waitFor(m_library->openAnswer(bodyOf(definition("A")), source)).value();
    m_answer = bodyOf(inObject("api", definition("B", "/more")));
    const Result<DefinitionChanges> changes = waitFor(m_library->reread(id));
    QCOMPARE(changes->titleNow, u"B"_s);
    QCOMPARE(m_asked, QList<QUrl>{source.url});
    m_answer = fail(ErrorKind::ServiceRefused, u"no"_s);
    QCOMPARE(waitFor(m_library->reread(id)).error().kind, ErrorKind::ServiceRefused);
    QCOMPARE(m_library->find(id)->title, u"B"_s);
}

void TestDefinitionLibrary::cancels()
{
    FaultServer silent([](QTcpSocket &, const RecordedRequest &) {});
    CancelSource source;
    OpenOptions options;
    options.cancel = source.token();
    const QFuture<Result<QString>> waiting = m_library->openUrl(silent.url("/a.json"), options);
    QTRY_COMPARE(silent.requests().size(), 1);
    source.cancel();
    QCOMPARE(waitFor(waiting).error().kind, ErrorKind::Cancelled);
    // Before anything began, and while a large document is read.
    QCOMPARE(waitFor(m_library->openText(definition("A"), options)).error().kind, ErrorKind::Cancelled);
    QByteArray large = "openapi: 3.0.0\ninfo: {title: Large}\npaths:\n";
    for (int i = 0; i < 200'000; ++i)
        large += "  /p" + QByteArray::number(i) + ":\n    get: {}\n";
    CancelSource second;
    options.cancel = second.token();
    const QFuture<Result<QString>> reading = m_library->openText(large, options);
    second.cancel();
    QCOMPARE(waitFor(reading).error().kind, ErrorKind::Cancelled);
    QVERIFY(m_library->list().isEmpty());
    // A library that goes away tells nobody.
    (void)m_library->openText(large, {});
    m_library.reset();
}

void TestDefinitionLibrary::keepsBaseAndClient()
{
    const QString file = path(u"things.json"_s);
    writeFile(file, definition("Things", "/a", securedWithClient()));
    const QString id = waitFor(m_library->openFile(file)).value();
    QVERIFY(m_library->find(id)->wantsClientId && m_library->find(id)->wantsClientSecret);
    QVERIFY(m_library->setBase(id, QUrl(u"https://gateway.example.com/org/cat/?x=1"_s)));
    QVERIFY(waitFor(m_library->setClient(id, u" one "_s, Secret("pss-SECRET-t"))));
    QVERIFY(waitFor(m_library->reread(id)));
    const auto later = library();
    const Definition kept = later->find(id).value();
    QCOMPARE(kept.base, QUrl(u"https://gateway.example.com/org/cat"_s));
    QVERIFY(kept.ownBase && kept.hasClientSecret);
    QCOMPARE(kept.clientId, u"one"_s);
    const Result<DefinitionHeaders> headers = waitFor(later->headersFor(id));
    QCOMPARE(headers->headers, (HttpHeaders{{"X-Id"_ba, "one"_ba}}));
    QCOMPARE(headers->secretHeaders.value(0).first, "X-The-Secret"_ba);
    QCOMPARE(headers->secretHeaders.value(0).second, Secret("pss-SECRET-t"));
    QCOMPARE(headers->origins, (QList<Origin>{{u"https"_s, u"gateway.example.com"_s, 443}}));
    const QFileInfoList files = QDir(path(u"definitions"_s)).entryInfoList(QDir::Files);
    for (const QFileInfo &info : files) {
        QFile read(info.filePath());
        QVERIFY(read.open(QIODevice::ReadOnly));
        QVERIFY(!read.readAll().contains("pss-SECRET-t"));
    }
    // Back to the document's own base; the secret stays when only the id changes, and goes when it is emptied.
    QVERIFY(m_library->setBase(id, {}));
    QCOMPARE(m_library->find(id)->base, QUrl(u"https://api.example.com/v1"_s));
    QVERIFY(waitFor(m_library->setClient(id, u"two"_s, std::nullopt)));
    QCOMPARE(waitFor(m_library->headersFor(id))->secretHeaders.size(), 1);
    QVERIFY(waitFor(m_library->setClient(id, {}, Secret())));
    QVERIFY(waitFor(m_library->headersFor(id))->secretHeaders.isEmpty());
    QVERIFY(waitFor(m_library->headersFor(id))->headers.isEmpty());
    QVERIFY(!m_library->find(id)->hasClientSecret);
    // A keychain that refuses leaves no mark behind.
    m_keychain.isShut = true;
    QCOMPARE(waitFor(m_library->setClient(id, u"two"_s, Secret("x"))).error().kind, ErrorKind::KeychainLocked);
    QVERIFY(!m_library->find(id)->hasClientSecret);
}

void TestDefinitionLibrary::refusesBases_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("plain http") << u"http://example.com/v1"_s;
    QTest::newRow("user info") << u"https://a@example.com/v1"_s;
    QTest::newRow("file") << u"file:///tmp"_s;
    QTest::newRow("no host") << u"/v1"_s;
}

void TestDefinitionLibrary::refusesBases()
{
    QFETCH(QString, url);
    const QString id = openText(definition("Things"));
    const Status status = m_library->setBase(id, QUrl(url));
    QVERIFY(!status);
    QCOMPARE(status.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(m_library->find(id)->base, QUrl(u"https://api.example.com/v1"_s));
}

void TestDefinitionLibrary::sendsTheClientToItsBaseOnly()
{
    const QString id = openText(definition("Things", "/a", securedWithClient()));
    QVERIFY(waitFor(m_library->setClient(id, u"one"_s, Secret("two"))));
    const Definition kept = m_library->find(id).value();
    const DefinitionHeaders headers = waitFor(m_library->headersFor(id)).value();
    Endpoints endpoints;
    endpoints.api = QUrl(u"https://manager.example.com"_s);
    const auto made = [&](const QString &target, const HttpHeaders &own = {}) {
        RequestDraft draft;
        draft.target = target;
        draft.headers = own;
        return prepareForDefinition(draft, kept, headers, Deployment(), endpoints, false);
    };
    const Result<PreparedRequest> request = made(u"/things?x=1"_s);
    QVERIFY(request);
    QCOMPARE(request->url, QUrl(u"https://api.example.com/v1/things?x=1"_s));
    QCOMPARE(headerValue(request->headers, "X-Id"), "one"_ba);
    QCOMPARE(request->secretHeaders.size(), 1);
    QVERIFY(!request->tokenKind);
    QVERIFY(request->notice.isEmpty());
    QCOMPARE(headerValue(made(u"/things"_s, {{"x-id"_ba, "mine"_ba}})->headers, "X-Id"), "mine"_ba);
    QVERIFY(made(u"/things"_s, {{"x-the-secret"_ba, "mine"_ba}})->secretHeaders.isEmpty());
    for (const QString &elsewhere : {u"https://other.example.com/things"_s, u"https://api.example.com:444/v1"_s}) {
        const Result<PreparedRequest> abroad = made(elsewhere);
        QVERIFY(abroad);
        QVERIFY(!hasHeader(abroad->headers, "X-Id"));
        QVERIFY(abroad->secretHeaders.isEmpty());
    }
    Definition without = kept;
    without.base = {};
    QVERIFY(!prepareForDefinition({}, without, headers, Deployment(), endpoints, false));
}

void TestDefinitionLibrary::removesTheSecretToo()
{
    const QString id = openText(definition("Things"));
    QVERIFY(waitFor(m_library->setClient(id, u"one"_s, Secret("two"))));
    m_keychain.isShut = true;
    QCOMPARE(waitFor(m_library->remove(id)).error().kind, ErrorKind::KeychainLocked);
    QVERIFY(m_library->find(id));
    m_keychain.isShut = false;
    QVERIFY(waitFor(m_library->remove(id)));
    QVERIFY(m_library->list().isEmpty());
    QCOMPARE(waitFor(m_keychain.read(u"definition/%1/client-secret"_s.arg(id))).error().kind, ErrorKind::SecretMissing);
    QCOMPARE(QDir(path(u"definitions"_s)).entryList({u"*.definition"_s}).size(), 0);
    QVERIFY(waitFor(m_library->remove(id)));
    QVERIFY(!waitFor(m_library->headersFor(id)));
}

void TestDefinitionLibrary::survivesDamage_data()
{
    QTest::addColumn<QByteArray>("index"); // ID stands for the definition's
    QTest::addColumn<int>("kept");
    QTest::addColumn<bool>("noticed");
    const QByteArray line = indexLine();
    const auto index = [](const QByteArray &lines) { return "{\"version\":1,\"definitions\":[" + lines + "]}"; };
    QTest::newRow("sound") << index(line + '}') << 1 << false;
    QTest::newRow("not JSON") << "{"_ba << 0 << true;
    QTest::newRow("other JSON") << "[]"_ba << 0 << true;
    QTest::newRow("one line broken") << index(line + "},7") << 1 << true;
    QTest::newRow("an id twice") << index(line + "}," + line + '}') << 1 << true;
    QTest::newRow("a path for an id") << index(QByteArray(line).replace("ID", "../../etc/passwd") + '}') << 0 << true;
    QTest::newRow("plain http") << index(line + ",\"base\":\"http://example.com\"}") << 0 << true;
    QTest::newRow("a header with a line end")
        << index(QByteArray(line).replace(":\"b\"", ":\"b\\r\\nx\"") + '}') << 0 << true;
    QTest::newRow("a newer version") << "{\"version\":2,\"definitions\":[]}"_ba << 0 << true;
}

void TestDefinitionLibrary::survivesDamage()
{
    QFETCH(QByteArray, index);
    QFETCH(int, kept);
    QFETCH(bool, noticed);
    const QString id = openText(definition("Things"));
    const QString file = path(u"definitions/index.json"_s);
    writeFile(file, index.replace("ID", id.toUtf8()));
    const auto later = library();
    QCOMPARE(later->list().size(), kept);
    QCOMPARE(later->notice().has_value(), noticed);
    const bool isNewer = index.contains("\"version\":2");
    QCOMPARE(QDir(path(u"definitions"_s)).entryList({u"index.json.damaged-*"_s}).size(), noticed && !isNewer ? 1 : 0);
    const Result<QString> more = waitFor(later->openText(definition("More")));
    QCOMPARE(more.has_value(), !isNewer);
    if (kept == 1)
        QCOMPARE(waitFor(later->catalog(id))->operations().size(), 1);
}

void TestDefinitionLibrary::twoProgramsLoseNothing()
{
    const auto other = library();
    QVERIFY(other->list().isEmpty());
    const QString one = openText(definition("One"));
    const QString two = waitFor(other->openText(definition("Two"))).value();
    QCOMPARE(other->list().size(), 2);
    const QString three = openText(definition("Three"));
    QCOMPARE(m_library->list().size(), 3);
    QVERIFY(waitFor(other->remove(one)));
    QVERIFY(!waitFor(m_library->setClient(one, u"x"_s, std::nullopt)));
    QCOMPARE(waitFor(m_library->catalog(two))->title(), u"Two"_s);
    QVERIFY(m_library->find(three));
}

void TestDefinitionLibrary::keepsLimits()
{
    const DefinitionFolder folder(path(u"limits"_s));
    Definition large;
    large.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    large.title = u"T"_s;
    large.clientIdHeader = "a";
    large.clientSecretHeader = "b";
    large.size = DefinitionFolder::largestDocument + 1;
    QCOMPARE(folder.keep(large, "x").error().kind, ErrorKind::TooLarge);
    large.size = DefinitionFolder::largestDocument;
    for (qint64 size = 0; size < DefinitionFolder::largestFolder; size += large.size) {
        large.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        QVERIFY(folder.keep(large, "x"));
    }
    large.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QCOMPARE(folder.keep(large, "x").error().kind, ErrorKind::TooLarge);
    QVERIFY(!QFileInfo::exists(path(u"limits/"_s + large.id + u".definition"_s)));
}

void TestDefinitionLibrary::readsWhatStandsElsewhere()
{
    FaultServer server;
    int served = 1;
    server.setHandler([&](QTcpSocket &socket, const RecordedRequest &request) {
        const QByteArray body = request.target == "/specs/api.json"         ? foreignMain(server.url("/").toEncoded())
                                : request.target == "/specs/parts.yaml"     ? foreignParts(served)
                                : request.target == "/specs/deep/more.json" ? foreignMore()
                                                                            : QByteArray();
        const QByteArray type = request.target.endsWith(".yaml") ? "Content-Type: text/yaml" : "Content-Type: text/x";
        socket.write(httpAnswer(body.isEmpty() ? 404 : 200, body, {type}));
    });
    const QString id = waitFor(m_library->openUrl(server.url("/specs/api.json"))).value();
    QCOMPARE(server.requests().size(), 1); // nothing else without a word
    QCOMPARE(m_library->find(id)->foreign.size(), 3);
    QVERIFY(waitFor(m_library->catalog(id))->operations().value(0).parameterNames.isEmpty());

    // Two of the three are not there: that is told, the rest is used.
    const Status read = waitFor(m_library->readForeign(id));
    QVERIFY(!read);
    QCOMPARE(read.error().httpStatus, 404);
    const OperationCatalog catalog = waitFor(m_library->catalog(id)).value();
    QCOMPARE(catalog.operations().value(0).parameterNames, QStringList{u"limit"_s});
    const Result<Operation> operation = OperationCatalog::read(catalog.operations().value(0));
    QCOMPARE(operation->parameters.value(0).type, u"integer"_s); // from the third document
    QCOMPARE(m_library->find(id)->foreign.size(), 2);
    for (const RecordedRequest &request : server.requests())
        QVERIFY(request.header("Authorization").isEmpty());

    // A later re-read goes there again, and finds what changed there.
    QVERIFY(waitFor(m_library->reread(id))->isEmpty());
    served = 2;
    QCOMPARE(waitFor(m_library->reread(id))->changed.size(), 1);
    QCOMPARE(waitFor(m_library->catalog(id))->operations().value(0).parameterNames, QStringList{u"count"_s});
}

void TestDefinitionLibrary::readsFilesBesideAFile()
{
    QVERIFY(QDir(m_home->path()).mkpath(u"specs/deep"_s));
    writeFile(path(u"specs/api.json"_s), foreignMain("http://localhost:1/"));
    writeFile(path(u"specs/parts.yaml"_s), foreignParts(1));
    writeFile(path(u"specs/deep/more.json"_s), foreignMore());
    const QString id = waitFor(m_library->openFile(path(u"specs/api.json"_s))).value();
    Definition kept = m_library->find(id).value();
    QCOMPARE(kept.foreign.size(), 3);
    (void)waitFor(m_library->readForeign(id)); // the host that is not there is told
    const OperationCatalog catalog = waitFor(m_library->catalog(id)).value();
    QCOMPARE(catalog.operations().value(0).parameterNames, QStringList{u"limit"_s});
    QCOMPARE(OperationCatalog::read(catalog.operations().value(0))->parameters.value(0).type, u"integer"_s);
}

void TestDefinitionLibrary::asksAgainForAnotherPlace()
{
    FaultServer server;
    server.setHandler([&server](QTcpSocket &socket, const RecordedRequest &request) {
        QByteArray body = request.target == "/specs/parts.yaml" ? foreignParts(1) : foreignMore();
        body.replace("deep/more.json", server.url("/more.json", u"localhost"_s).toEncoded());
        const bool isThere = request.target.endsWith("parts.yaml") || request.target == "/more.json";
        socket.write(httpAnswer(isThere ? 200 : 404, body, {"Content-Type: text/x"}));
    });
    const QByteArray main = foreignMain("x-other:").replace("parts.yaml", server.url("/specs/parts.yaml").toEncoded());
    const QString id = openText(main);
    (void)waitFor(m_library->readForeign(id));
    const auto asked = [&server](const QByteArray &target) {
        return std::any_of(server.requests().cbegin(), server.requests().cend(),
                           [&target](const RecordedRequest &request) { return request.target == target; });
    };
    QVERIFY(asked("/specs/parts.yaml"));
    QVERIFY(!asked("/more.json")); // its host was not in the question
    QVERIFY(m_library->find(id)->foreign.join(u' ').contains(u"localhost"_s));
    (void)waitFor(m_library->readForeign(id));
    QVERIFY(asked("/more.json"));
    QVERIFY(!m_library->find(id)->foreign.join(u' ').contains(u"localhost"_s));
}

void TestDefinitionLibrary::readsNothingElsewhereUnasked()
{
    // A document from the network reads no file, whatever is agreed to.
    FaultServer server(answering(httpAnswer(200, foreignMain("file:///etc/"), {"Content-Type: text/x"})));
    const QString id = waitFor(m_library->openUrl(server.url("/specs/api.json"))).value();
    const qsizetype size = m_library->find(id)->foreign.size();
    (void)waitFor(m_library->readForeign(id));
    QCOMPARE(waitFor(m_library->readForeign(u"nothing"_s)).error().kind, ErrorKind::NotFound);
    QVERIFY(m_library->find(id)->foreign.join(u' ').contains(u"file:///etc/"_s));
    QVERIFY(size > 0);
    QFile copy(path(u"definitions/"_s + id + u".definition"_s));
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QVERIFY(copy.readAll().contains("file:///etc/other.json"));
    CancelSource source;
    source.cancel();
    OpenOptions options;
    options.cancel = source.token();
    QCOMPARE(waitFor(m_library->readForeign(id, options)).error().kind, ErrorKind::Cancelled);
}

ACX_TEST_MAIN(TestDefinitionLibrary)
#include "test_definition_library.moc"
