// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/definition_folder.h"
#include "app/explorer/definition_request.h"
#include "tests/explorer/definition_bench.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace acx;

/// Opened API definitions: called with a client, removed, and what their files survive.
class TestDefinitionClient final : public QObject, protected DefinitionBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void keepsBaseAndClient();
    void refusesBases_data();
    void refusesBases();
    void sendsTheClientToItsBaseOnly();
    void headersOutliveTheClient();
    void sendsNothingWhereADocumentMovesTo();
    void l8_keepsNothingForAPlaceThatWasNotShown();
    void k6_clientForThisSessionOnly();
    void removesTheClientToo();
    void d6_removesTheClientOfALostLine_data();
    void d6_removesTheClientOfALostLine();
    void d8_removesWhatAnotherProgramKept();
    void d6_headerNamesNeverLoseTheLine_data();
    void d6_headerNamesNeverLoseTheLine();
    void survivesDamage_data();
    void survivesDamage();
    void d6_tellsOfDamageThatAChangeMet();
    void twoProgramsLoseNothing();
    void keepsLimits();
};

void TestDefinitionClient::keepsBaseAndClient()
{
    const QString file = path(u"things.json"_s);
    writeFile(file, definition("Things", "/a", securedWithClient()));
    const QString id = waitFor(m_library->openFile(file)).value();
    QVERIFY(m_library->find(id)->wantsClientId && m_library->find(id)->wantsClientSecret);
    QVERIFY(waitFor(m_library->setBase(id, QUrl(u"https://gateway.example.com/org/cat/?x=1"_s))));
    QVERIFY(waitFor(setClient(id, u" id-of-a-client "_s, Secret("pss-SECRET-t"))));
    QVERIFY(waitFor(m_library->reread(id)));
    const auto later = library();
    const Definition kept = later->find(id).value();
    QCOMPARE(kept.base, QUrl(u"https://gateway.example.com/org/cat"_s));
    QVERIFY(kept.ownBase && kept.hasClientId && kept.hasClientSecret);
    QCOMPARE(waitFor(later->clientId(id)).value(), u"id-of-a-client"_s);
    const Result<DefinitionHeaders> headers = waitFor(later->headersFor(id));
    QCOMPARE(headers->headers, (HttpHeaders{{"X-Id"_ba, "id-of-a-client"_ba}}));
    QCOMPARE(headers->secretHeaders.value(0).first, "X-The-Secret"_ba);
    QCOMPARE(headers->secretHeaders.value(0).second, Secret("pss-SECRET-t"));
    QCOMPARE(headers->origins, (QList<Origin>{{u"https"_s, u"gateway.example.com"_s, 443}}));
    const QFileInfoList files = QDir(path(u"definitions"_s)).entryInfoList(QDir::Files);
    for (const QFileInfo &info : files) {
        QFile read(info.filePath());
        QVERIFY(read.open(QIODevice::ReadOnly));
        const QByteArray bytes = read.readAll();
        QVERIFY(!bytes.contains("pss-SECRET-t") && !bytes.contains("id-of-a-client"));
    }
    // Back to the document's own base; the secret stays when only the id changes, and goes when it is emptied.
    QVERIFY(waitFor(m_library->setBase(id, {})));
    QCOMPARE(m_library->find(id)->base, QUrl(u"https://api.example.com/v1"_s));
    QVERIFY(waitFor(m_library->headersFor(id))->headers.isEmpty()); // they were given for another place
    QVERIFY(waitFor(setClient(id, u"two"_s, std::nullopt)));
    QCOMPARE(waitFor(m_library->headersFor(id))->secretHeaders.size(), 1);
    QVERIFY(waitFor(setClient(id, QString(), Secret())));
    QVERIFY(waitFor(m_library->headersFor(id))->secretHeaders.isEmpty());
    QVERIFY(waitFor(m_library->headersFor(id))->headers.isEmpty());
    QVERIFY(!m_library->find(id)->hasClientSecret && !m_library->find(id)->hasClientId);
    // A keychain that refuses leaves no mark behind.
    m_keychain.isShut = true;
    QCOMPARE(waitFor(setClient(id, u"two"_s, Secret("x"))).error().kind, ErrorKind::KeychainLocked);
    QVERIFY(!m_library->find(id)->hasClientSecret && !m_library->find(id)->hasClientId);
}

void TestDefinitionClient::refusesBases_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("plain http") << u"http://example.com/v1"_s;
    QTest::newRow("user info") << u"https://a@example.com/v1"_s;
    QTest::newRow("file") << u"file:///tmp"_s;
    QTest::newRow("no host") << u"/v1"_s;
}

void TestDefinitionClient::refusesBases()
{
    QFETCH(QString, url);
    const QString id = openText(definition("Things"));
    const Status status = waitFor(m_library->setBase(id, QUrl(url)));
    QVERIFY(!status);
    QCOMPARE(status.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(m_library->find(id)->base, QUrl(u"https://api.example.com/v1"_s));
}

void TestDefinitionClient::sendsTheClientToItsBaseOnly()
{
    const QString id = openText(definition("Things", "/a", securedWithClient()));
    QVERIFY(waitFor(setClient(id, u"one"_s, Secret("two"))));
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
    // Given before there was a base, they go to the one that the person gives then.
    const QString pasted = openText(definition("Things").replace("https://api.example.com/v1", "/v1"));
    QVERIFY(waitFor(setClient(pasted, u"one"_s, std::nullopt)));
    QVERIFY(waitFor(m_library->headersFor(pasted))->headers.isEmpty());
    QVERIFY(waitFor(m_library->setBase(pasted, QUrl(u"https://gateway.example.com/v1"_s))));
    QCOMPARE(waitFor(m_library->headersFor(pasted))->headers.size(), 1);
    Definition without = kept;
    without.base = {};
    QVERIFY(!prepareForDefinition({}, without, headers, Deployment(), endpoints, false));
}

void TestDefinitionClient::headersOutliveTheClient()
{
    const QString id = openText(definition("Things", "/a", securedWithClient()));
    QVERIFY(waitFor(setClient(id, u"client-one"_s, Secret("two"))));
    const DefinitionHeaders headers = waitFor(m_library->headersFor(id)).value();
    QVERIFY(waitFor(m_library->remove(id)));
    QCOMPARE(headers.headers, (HttpHeaders{{"X-Id"_ba, "client-one"_ba}}));
    QCOMPARE(headers.secretHeaders.value(0).second, Secret("two"));
}

void TestDefinitionClient::sendsNothingWhereADocumentMovesTo()
{
    const QString file = path(u"things.json"_s);
    writeFile(file, definition("Things", "/a", securedWithClient()));
    const QString id = waitFor(m_library->openFile(file)).value();
    QVERIFY(waitFor(setClient(id, u"one"_s, Secret("two"))));
    QCOMPARE(waitFor(m_library->headersFor(id))->secretHeaders.size(), 1);
    writeFile(file, definition("Things", "/a", securedWithClient()).replace("api.example.com", "evil.example.com"));
    QVERIFY(waitFor(m_library->reread(id)));
    QCOMPARE(m_library->find(id)->base.host(), u"evil.example.com"_s);
    const DefinitionHeaders headers = waitFor(m_library->headersFor(id)).value();
    QVERIFY(headers.headers.isEmpty() && headers.secretHeaders.isEmpty() && headers.origins.isEmpty());
    // On the person's word they do.
    QVERIFY(waitFor(setClient(id, u"one"_s, std::nullopt)));
    QCOMPARE(waitFor(m_library->headersFor(id))->secretHeaders.size(), 1);
    QVERIFY(waitFor(m_library->setBase(id, QUrl(u"https://mine.example.com"_s))));
    QCOMPARE(waitFor(m_library->headersFor(id))->origins.value(0).host, u"mine.example.com"_s);
}

void TestDefinitionClient::l8_keepsNothingForAPlaceThatWasNotShown()
{
    const QString file = path(u"things.json"_s);
    writeFile(file, definition("Things", "/a", securedWithClient()));
    const QString id = waitFor(m_library->openFile(file)).value();
    const QString shown = clientOriginOf(m_library->find(id).value());
    QCOMPARE(shown, u"https://api.example.com"_s);
    // Meanwhile the other window reads it again, and the document names another place.
    const auto other = library();
    QVERIFY(other->find(id));
    writeFile(file, definition("Things", "/b", securedWithClient()).replace("api.example.com", "evil.example.com"));
    QVERIFY(waitFor(other->reread(id)));
    QCOMPARE(clientOriginOf(m_library->find(id).value()), shown); // this window knows nothing of it

    QSignalSpy changes(m_library.get(), &DefinitionLibrary::changed);
    const Status refused = waitFor(m_library->setClient(id, shown, u"one"_s, Secret("two")));
    QVERIFY(!refused);
    QVERIFY2(refused.error().message().contains(u"evil.example.com"_s), qPrintable(refused.error().message()));
    QVERIFY(!isInKeychain(id) && !isInKeychain(id, u"client-id"_s));
    QVERIFY(waitFor(library()->headersFor(id))->origins.isEmpty());
    QVERIFY(library()->find(id)->clientOrigin.isEmpty());
    // What is shown is what is so now.
    QVERIFY(!changes.isEmpty());
    QCOMPARE(m_library->find(id)->base.host(), u"evil.example.com"_s);
    QVERIFY(waitFor(m_library->headersFor(id))->secretHeaders.isEmpty());
    QCOMPARE(waitFor(m_library->catalog(id))->operations().value(0).path, u"/b"_s);
    // On the person's word it goes there after all.
    QVERIFY(waitFor(setClient(id, u"one"_s, Secret("two"))));
    QCOMPARE(waitFor(m_library->headersFor(id))->origins.value(0).host, u"evil.example.com"_s);
    // Nor where there was no place before.
    QVERIFY(!waitFor(m_library->setClient(id, QString(), u"one"_s, Secret("three"))));
    QCOMPARE(waitFor(m_library->headersFor(id))->secretHeaders.value(0).second, Secret("two"));
}

void TestDefinitionClient::k6_clientForThisSessionOnly()
{
    const QString id = waitFor(m_library->openText(definition("Things", "/a", securedWithClient()))).value();
    m_keychain.isShut = true;
    const Status refused = waitFor(setClient(id, u"id-of-a-client"_s, Secret("pss-SECRET-t")));
    QCOMPARE(refused.error().kind, ErrorKind::KeychainLocked);
    QVERIFY(!m_library->isForSession(id, ClientPart::Id) && !m_library->isForSession(id, ClientPart::Secret));
    QVERIFY(waitFor(m_library->headersFor(id))->headers.isEmpty());
    QVERIFY(waitFor(m_library->headersFor(id))->secretHeaders.isEmpty());
    m_library->useClientForSession(id, u"id-of-a-client"_s, Secret("pss-SECRET-t"));
    QVERIFY(m_library->isForSession(id, ClientPart::Id) && m_library->isForSession(id, ClientPart::Secret));
    QVERIFY(!m_library->find(id)->hasClientId && !m_library->find(id)->hasClientSecret);
    QCOMPARE(waitFor(m_library->clientId(id)).value(), u"id-of-a-client"_s);
    // It goes along without the keychain, to the place it was given for and nowhere else.
    const Result<DefinitionHeaders> headers = waitFor(m_library->headersFor(id));
    QVERIFY(headers);
    QCOMPARE(headers->headers, (HttpHeaders{{"X-Id"_ba, "id-of-a-client"_ba}}));
    QCOMPARE(headers->secretHeaders.value(0).first, "X-The-Secret"_ba);
    QCOMPARE(headers->secretHeaders.value(0).second, Secret("pss-SECRET-t"));
    QCOMPARE(headers->origins, (QList<Origin>{Origin::of(m_library->find(id)->base)}));
    QVERIFY(waitFor(m_library->setBase(id, QUrl(u"https://other.example.com"_s))));
    QVERIFY(waitFor(m_library->setBase(id, {}))); // back to what the document names, which is another place
    QVERIFY(waitFor(m_library->headersFor(id))->secretHeaders.isEmpty());
    QVERIFY(waitFor(setClient(id, std::nullopt, std::nullopt)));
    QCOMPARE(waitFor(m_library->headersFor(id))->headers.size(), 1);
    QCOMPARE(waitFor(m_library->headersFor(id))->secretHeaders.size(), 1);
    // Nothing is written, and another start of the program knows nothing of it.
    const QFileInfoList files = QDir(path(u"definitions"_s)).entryInfoList(QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QFileInfo &info : files) {
        QFile read(info.filePath());
        QVERIFY(read.open(QIODevice::ReadOnly));
        const QByteArray bytes = read.readAll();
        QVERIFY(!bytes.contains("pss-SECRET-t") && !bytes.contains("id-of-a-client"));
    }
    const auto later = library();
    QVERIFY(later->find(id) && !later->isForSession(id, ClientPart::Id));
    QVERIFY(!later->isForSession(id, ClientPart::Secret));
    QVERIFY(waitFor(later->headersFor(id))->secretHeaders.isEmpty());
    // One that is kept takes its place.
    m_keychain.isShut = false;
    QVERIFY(waitFor(setClient(id, u"one"_s, Secret("kept-one"))));
    QVERIFY(!m_library->isForSession(id, ClientPart::Id) && !m_library->isForSession(id, ClientPart::Secret));
    QCOMPARE(waitFor(m_library->headersFor(id))->headers, (HttpHeaders{{"X-Id"_ba, "one"_ba}}));
    QCOMPARE(waitFor(m_library->headersFor(id))->secretHeaders.value(0).second, Secret("kept-one"));
    m_library->useClientForSession(id, {}, Secret("pss-SECRET-t"));
    QVERIFY(!m_library->isForSession(id, ClientPart::Id));
    QCOMPARE(waitFor(m_library->headersFor(id))->secretHeaders.value(0).second, Secret("pss-SECRET-t"));
    QVERIFY(waitFor(m_library->remove(id)));
    QVERIFY(!m_library->isForSession(id, ClientPart::Secret));
}

void TestDefinitionClient::removesTheClientToo()
{
    const QString id = openText(definition("Things"));
    QVERIFY(waitFor(setClient(id, u"one"_s, Secret("two"))));
    m_keychain.isShut = true;
    QCOMPARE(waitFor(m_library->remove(id)).error().kind, ErrorKind::KeychainLocked);
    QVERIFY(m_library->find(id));
    m_keychain.isShut = false;
    QVERIFY(waitFor(m_library->remove(id)));
    QVERIFY(m_library->list().isEmpty());
    for (const QString &part : {u"client-id"_s, u"client-secret"_s})
        QCOMPARE(waitFor(m_keychain.read(u"definition/%1/%2"_s.arg(id, part))).error().kind, ErrorKind::SecretMissing);
    QCOMPARE(QDir(path(u"definitions"_s)).entryList({u"*.definition"_s}).size(), 0);
    QVERIFY(waitFor(m_library->remove(id)));
    QVERIFY(!waitFor(m_library->headersFor(id)));
}

void TestDefinitionClient::d6_removesTheClientOfALostLine_data()
{
    QTest::addColumn<bool>("isShown");
    QTest::newRow("D6 definitions, a lost line still in the list") << true;
    QTest::newRow("D6 definitions, a lost line in no list") << false;
}

void TestDefinitionClient::d6_removesTheClientOfALostLine()
{
    QFETCH(bool, isShown);
    const QString id = openText(definition("Things"));
    QVERIFY(waitFor(setClient(id, u"one"_s, Secret("two"))));
    writeFile(path(u"definitions/index.json"_s), R"({"version":1,"definitions":[]})");
    if (!isShown)
        m_library = library();
    QCOMPARE(m_library->list().size(), isShown ? 1 : 0);
    m_keychain.isShut = true;
    QCOMPARE(waitFor(m_library->remove(id)).error().kind, ErrorKind::KeychainLocked);
    QCOMPARE(m_library->list().size(), isShown ? 1 : 0); // to try again
    m_keychain.isShut = false;
    QVERIFY(isInKeychain(id) && isInKeychain(id, u"client-id"_s));
    const Status removed = waitFor(m_library->remove(id));
    QVERIFY2(removed, qPrintable(removed ? QString() : removed.error().message()));
    QVERIFY(!isInKeychain(id) && !isInKeychain(id, u"client-id"_s));
    QVERIFY(m_library->list().isEmpty());
}

void TestDefinitionClient::d8_removesWhatAnotherProgramKept()
{
    const QString id = openText(definition("Things"));
    const auto other = library();
    QVERIFY(other->find(id) && !other->find(id)->hasClientSecret);
    QVERIFY(waitFor(setClient(id, u"one"_s, Secret("two"))));
    QVERIFY(waitFor(other->remove(id)));
    QVERIFY(!isInKeychain(id) && !isInKeychain(id, u"client-id"_s));
    QVERIFY(library()->list().isEmpty());
}

void TestDefinitionClient::d6_headerNamesNeverLoseTheLine_data()
{
    QTest::addColumn<QByteArray>("written"); // in the document
    QTest::addColumn<QByteArray>("kept");
    const QByteArray usual = "X-IBM-Client-Secret";
    QTest::newRow("D6 definitions, dots in a name") << "X.Client.Secret"_ba
                                                    << "X.Client.Secret"_ba;
    QTest::newRow("D6 definitions, every sign in a name") << "secret!#$%&'*+-.^_`|~0"_ba
                                                          << "secret!#$%&'*+-.^_`|~0"_ba;
    QTest::newRow("D6 definitions, a blank in a name") << "X Client Secret"_ba << usual;
    QTest::newRow("D6 definitions, a colon in a name") << "X-Secret:"_ba << usual;
    QTest::newRow("D6 definitions, a letter beyond ASCII in a name") << "X-Secret-\xc3\xa4"_ba << usual;
    QTest::newRow("D6 definitions, a line end in a name") << "X-Secret\\r\\nX-Other"_ba << usual;
}

void TestDefinitionClient::d6_headerNamesNeverLoseTheLine()
{
    QFETCH(QByteArray, written);
    QFETCH(QByteArray, kept);
    const QString id = openText(definition("Things", "/a", securedWithClient().replace("X-The-Secret", written)));
    QVERIFY(m_library->find(id)->wantsClientSecret);
    QVERIFY(waitFor(setClient(id, u"one"_s, Secret("two"))));
    const auto later = library();
    QCOMPARE(later->list().size(), 1);
    QVERIFY(!later->notice());
    QCOMPARE(later->find(id)->clientSecretHeader, kept);
    QCOMPARE(waitFor(later->headersFor(id))->secretHeaders.value(0).first, kept);
    QVERIFY(waitFor(later->remove(id)));
    QVERIFY(!isInKeychain(id) && !isInKeychain(id, u"client-id"_s));
}

void TestDefinitionClient::survivesDamage_data()
{
    QTest::addColumn<QByteArray>("index"); // ID stands for the definition's
    QTest::addColumn<int>("kept");
    QTest::addColumn<bool>("noticed");
    const QByteArray line = indexLine();
    const auto index = [](const QByteArray &lines) { return "{\"version\":1,\"definitions\":[" + lines + "]}"; };
    QTest::newRow("D6 definitions, sound") << index(line + '}') << 1 << false;
    QTest::newRow("D6 definitions, not JSON") << "{"_ba << 0 << true;
    QTest::newRow("D6 definitions, other JSON") << "[]"_ba << 0 << true;
    QTest::newRow("D6 definitions, one line broken") << index(line + "},7") << 1 << true;
    QTest::newRow("D6 definitions, an id twice") << index(line + "}," + line + '}') << 1 << true;
    QTest::newRow("D6 definitions, a path for an id")
        << index(QByteArray(line).replace("ID", "../../etc/passwd") + '}') << 0 << true;
    QTest::newRow("D6 definitions, plain http") << index(line + ",\"base\":\"http://example.com\"}") << 0 << true;
    QTest::newRow("D6 definitions, a header with a line end")
        << index(QByteArray(line).replace(":\"b\"", ":\"b\\r\\nx\"") + '}') << 0 << true;
    QTest::newRow("D6 definitions, a newer version") << "{\"version\":2,\"definitions\":[]}"_ba << 0 << true;
}

void TestDefinitionClient::survivesDamage()
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

void TestDefinitionClient::d6_tellsOfDamageThatAChangeMet()
{
    const QString id = openText(definition("Things"));
    QVERIFY(!m_library->notice());
    QSignalSpy told(m_library.get(), &DefinitionLibrary::noticed);
    const QString file = path(u"definitions/index.json"_s);
    const auto kept = [this] { return QDir(path(u"definitions"_s)).entryList({u"index.json.damaged-*"_s}); };
    writeFile(file, "{\"version\":1,\"definitions\":[" + indexLine().replace("ID", id.toUtf8()) + "},7]}");
    (void)openText(definition("More"));
    QCOMPARE(told.size(), 1);
    QCOMPARE(kept().size(), 1);
    QVERIFY(m_library->notice());
    QVERIFY2(m_library->notice()->nextStep.contains(kept().constFirst()), qPrintable(m_library->notice()->nextStep));
    QCOMPARE(m_library->list().size(), 2);
    // A change that fails because of it says so itself.
    writeFile(file, "{");
    const Status refused = waitFor(m_library->setBase(id, QUrl(u"https://b.example.com"_s)));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::NotFound);
    QVERIFY2(refused.error().message().contains(u"was damaged"_s), qPrintable(refused.error().message()));
    QCOMPARE(kept().size(), 2);
    // And so does a removal.
    writeFile(file, "{");
    QVERIFY(waitFor(m_library->remove(id)));
    QCOMPARE(told.size(), 2);
    QCOMPARE(kept().size(), 3);
}

void TestDefinitionClient::twoProgramsLoseNothing()
{
    const auto other = library();
    QVERIFY(other->list().isEmpty());
    const QString one = openText(definition("One"));
    const QString two = waitFor(other->openText(definition("Two"))).value();
    QCOMPARE(other->list().size(), 2);
    const QString three = openText(definition("Three"));
    QCOMPARE(m_library->list().size(), 3);
    QVERIFY(waitFor(other->remove(one)));
    QVERIFY(!waitFor(setClient(one, u"x"_s, std::nullopt)));
    QCOMPARE(waitFor(m_library->catalog(two))->title(), u"Two"_s);
    QVERIFY(m_library->find(three));
}

void TestDefinitionClient::keepsLimits()
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
    // A list that is too long to be read again is not written.
    const DefinitionFolder other(path(u"titles"_s));
    large.size = 1;
    QVERIFY(other.keep(large, "x"));
    large.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    large.title = QString(17 * 1024 * 1024, u't');
    QCOMPARE(other.keep(large, "x").error().kind, ErrorKind::TooLarge);
    QCOMPARE(other.load()->definitions.size(), 1);
}

ACX_TEST_MAIN(TestDefinitionClient)
#include "test_definition_client.moc"
