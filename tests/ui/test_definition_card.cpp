// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/definition_request.h"
#include "app/explorer/request_sender.h"
#include "app/json/json_value.h"
#include "app/operations/openapi_reader.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"
#include "tests/ui/catalog_bench.h"
#include "ui/explorer/definition_card.h"
#include "ui/explorer/parameter_field_line.h"
#include "ui/explorer/request_panel.h"
#include "ui/file_chooser.h"

#include <QAbstractButton>
#include <QApplication>
#include <QScrollBar>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <algorithm>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

void writeTo(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// A window with the same opened definitions as `other`, which is that of another program.
struct TwoPrograms
{
    TwoPrograms()
        : path(folder.filePath(u"things.json"_s))
        , mine(library())
        , other(library())
    {
        const AppServices &s = bench.services();
        services.emplace(AppServices{s.clock,   s.deployments, s.settings,     s.trust,     s.network, s.theme,
                                     s.http,    s.keychain,    s.sessionStore, s.profiles,  s.broker,  s.verifier,
                                     s.sender,  s.sandbox,     s.session,      s.clipboard, s.files,   *mine,
                                     s.history, s.drafts,      s.liveValues});
        card = new DefinitionCard(*services, &window);
        card->resize(290, 700);
        window.resize(card->size());
    }
    /// Opens the file in this window, and shows it.
    void open()
    {
        id = waitFor(mine->openFile(path)).value();
        card->setDefinition(id, waitFor(mine->catalog(id)).value());
        window.show();
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window);
        QVERIFY(other->find(id));
    }
    [[nodiscard]] bool says(const QString &words) const
    {
        const QList<QLabel *> labels = card->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [this, &words](const QLabel *label) {
            return label->isVisibleTo(card) && label->text().remove(QChar(0x200B)).contains(words);
        });
    }

    ScreenBench bench;
    QTemporaryDir folder;
    QString path;
    std::unique_ptr<DefinitionLibrary> mine;
    std::unique_ptr<DefinitionLibrary> other;
    QString id;
    std::optional<AppServices> services;
    QWidget window;
    DefinitionCard *card = nullptr;

private:
    [[nodiscard]] std::unique_ptr<DefinitionLibrary> library()
    {
        const AppServices &s = bench.services();
        return std::make_unique<DefinitionLibrary>(
            folder.filePath(u"definitions"_s),
            DefinitionLibrary::Parts{s.http, s.keychain, s.clock, [](const AnswerSource &, const OpenOptions &) {
                                         return ready<ResponseBody>(fail(ErrorKind::Unsupported, u"none"_s));
                                     }});
    }
};

} // namespace

/// What an opened API definition needs to be called, and what becomes of it.
class TestDefinitionCard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void everyControlHasAName();
    void detailsAndBase();
    void clientIdAndSecret();
    void l8_asksAgainWhenTheBaseWasChangedElsewhere();
    void l8_keepsTheClientForTheBaseJustTyped();
    void d6_tellsOfADamagedList();
    void saysThatThereAreMoreRemarks();
    void rereadsAndTellsWhatChanged();
    void asksBeforeReadingElsewhere();
    void offersWhatItsOwnListsTell();
    void removesADefinition();
    void opensAnAnswer();
    void staysWhereItIsWhenADefinitionIsDescribedAnew();
    void remembersDefinitions();
};

void TestDefinitionCard::everyControlHasAName()
{
    ScreenBench bench;
    Shown shown(bench);
    int controls = 0;
    const QList<QWidget *> all = shown.panel.findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        const bool isControl = widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy() &&
                               !widget->objectName().startsWith("qt_"_L1) && !qobject_cast<const QLabel *>(widget);
        if (!isControl)
            continue;
        ++controls;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isNamed = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        QVERIFY2(isNamed && !widget->objectName().isEmpty(),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
    QVERIFY(controls >= 20);
}

void TestDefinitionCard::detailsAndBase()
{
    ScreenBench bench;
    Shown shown(bench);
    QGuiApplication::clipboard()->setText(
        QString::fromUtf8(definition("Things").replace("https://api.example.com/v1", "/v1")));
    trigger(shown.panel, "openClipboard");
    // What is missing is asked for at once.
    QTRY_VERIFY(isShown(shown.panel, "definitionCard"));
    QVERIFY(!part(shown.panel, "definitionBase")->accessibleDescription().isEmpty());
    QCOMPARE(textOf(shown.panel, "definitionTitle"), u"Things"_s);
    QVERIFY(!part(shown.panel, "definitionReread")->isEnabled());
    auto *base = part<QLineEdit>(shown.panel, "definitionBase");
    type(shown.panel, "definitionBase", u"http://example.com/"_s);
    QTest::keyClick(base, Qt::Key_Return);
    QVERIFY(!base->accessibleDescription().isEmpty());
    const QString id = bench.services().definitions.list().first().id;
    QVERIFY(bench.services().definitions.find(id)->base.isEmpty());
    type(shown.panel, "definitionBase", u"https://gateway.example.com/v1/"_s);
    QTest::keyClick(base, Qt::Key_Return);
    QTRY_COMPARE(bench.services().definitions.find(id)->base, QUrl(u"https://gateway.example.com/v1"_s));
    QTRY_VERIFY(base->accessibleDescription().isEmpty());
    click(shown.panel, "definitionBaseOwn");
    QTRY_VERIFY(bench.services().definitions.find(id)->base.isEmpty());
    click(shown.panel, "definitionBack");
    QVERIFY(isShown(shown.panel, "catalogTree"));
    // Back to it from the heading.
    shown.tree.setCurrentIndex(shown.row(u"Things"_s));
    QTest::keyClick(&shown.tree, Qt::Key_Return);
    QVERIFY(isShown(shown.panel, "definitionCard"));
}

void TestDefinitionCard::clientIdAndSecret()
{
    ScreenBench bench;
    Shown shown(bench);
    QGuiApplication::clipboard()->setText(QString::fromUtf8(definition("Things", "/a", securedWithClient())));
    trigger(shown.panel, "openClipboard");
    // What a call needs is asked for without hiding what was opened.
    QTRY_VERIFY(isShown(shown.panel, "catalogHint"));
    QVERIFY(isShown(shown.panel, "catalogTree"));
    click(shown.panel, "catalogHintOpen");
    QVERIFY(!isShown(shown.panel, "catalogHint"));
    QVERIFY(isShown(shown.panel, "definitionCard"));
    type(shown.panel, "definitionClientId", u"not ok"_s);
    click(shown.panel, "definitionSave");
    QVERIFY(!part(shown.panel, "definitionClientId")->accessibleDescription().isEmpty());
    type(shown.panel, "definitionClientId", u"client-1"_s);
    type(shown.panel, "definitionSecret", u"secret-1"_s);
    click(shown.panel, "definitionSave");
    const QString id = bench.services().definitions.list().first().id;
    QTRY_VERIFY(isShown(shown.panel, "definitionNotice"));
    QVERIFY(part<QLineEdit>(shown.panel, "definitionSecret")->text().isEmpty());
    const DefinitionHeaders headers = waitFor(bench.services().definitions.headersFor(id)).value();
    QCOMPARE(headers.headers, (HttpHeaders{{"X-Id"_ba, "client-1"_ba}}));
    QCOMPARE(headers.secretHeaders.value(0).second, Secret("secret-1"));
}

void TestDefinitionCard::l8_asksAgainWhenTheBaseWasChangedElsewhere()
{
    TwoPrograms two;
    writeTo(two.path, definition("Things", "/a", securedWithClient()));
    two.open();
    QVERIFY(two.says(u"Goes to api.example.com only"_s));
    type(*two.card, "definitionSecret", u"secret-1"_s);
    writeTo(two.path, definition("Things", "/a", securedWithClient()).replace("api.example.com", "evil.example.com"));
    QVERIFY(waitFor(two.other->reread(two.id)));
    click(*two.card, "definitionSave");
    QTRY_VERIFY(two.says(u"has changed since it was shown"_s));
    QVERIFY(waitFor(two.mine->headersFor(two.id))->secretHeaders.isEmpty());
    QVERIFY(!two.mine->find(two.id)->hasClientSecret);
    QVERIFY(two.says(u"Goes to evil.example.com only"_s));
    // Seen, it is the person's word.
    click(*two.card, "definitionSave");
    QTRY_VERIFY(part<QLineEdit>(*two.card, "definitionSecret")->text().isEmpty());
    QCOMPARE(waitFor(two.mine->headersFor(two.id))->origins.value(0).host, u"evil.example.com"_s);

    // It is no different when this window learns of the change while the person types.
    type(*two.card, "definitionSecret", u"secret-2"_s);
    writeTo(two.path, definition("Things", "/a", securedWithClient()).replace("api.example.com", "worse.example.com"));
    QVERIFY(waitFor(two.other->reread(two.id)));
    QVERIFY(waitFor(two.mine->openText(definition("Another"))));
    QVERIFY(two.mine->find(two.id)->base.host() == u"worse.example.com"_s);
    click(*two.card, "definitionSave");
    QTRY_VERIFY(two.says(u"has changed since it was shown"_s));
    QVERIFY(waitFor(two.mine->headersFor(two.id))->secretHeaders.isEmpty());
}

void TestDefinitionCard::l8_keepsTheClientForTheBaseJustTyped()
{
    TwoPrograms two;
    writeTo(two.path, definition("Things", "/a", securedWithClient()));
    two.open();
    type(*two.card, "definitionSecret", u"secret-1"_s);
    type(*two.card, "definitionBase", u"https://mine.example.com/v1"_s);
    part(*two.card, "definitionSave")->setFocus(); // as a click does, which leaves the base URL first
    click(*two.card, "definitionSave");
    QTRY_VERIFY(part<QLineEdit>(*two.card, "definitionSecret")->text().isEmpty());
    const DefinitionHeaders headers = waitFor(two.mine->headersFor(two.id)).value();
    QCOMPARE(headers.origins.value(0).host, u"mine.example.com"_s);
    QCOMPARE(headers.secretHeaders.value(0).second, Secret("secret-1"));
}

void TestDefinitionCard::d6_tellsOfADamagedList()
{
    TwoPrograms two;
    writeTo(two.path, definition("Things", "/a", securedWithClient()));
    two.open();
    const QString index = two.folder.filePath(u"definitions/index.json"_s);
    writeTo(index, "{\"version\":1,\"definitions\":[" + indexLine().replace("ID", two.id.toUtf8()) + "},7]}");
    type(*two.card, "definitionBase", u"https://mine.example.com/v1"_s);
    QTest::keyClick(part(*two.card, "definitionBase"), Qt::Key_Return);
    QTRY_VERIFY(isShown(*two.card, "definitionNotice"));
    QVERIFY(textOf(*two.card, "definitionNoticeTitle").contains(u"was damaged"_s));
    QVERIFY(textOf(*two.card, "definitionNoticeText").remove(QChar(0x200B)).contains(u"index.json.damaged-"_s));
    // And beside the list, where something else is opened.
    CatalogPanel panel(*two.services);
    panel.show();
    writeTo(index, "{\"version\":1,\"definitions\":[" + indexLine().replace("ID", two.id.toUtf8()) + "},7]}");
    QVERIFY(waitFor(two.mine->openText(definition("More"))));
    QTRY_VERIFY(isShown(panel, "catalogNotice"));
    QVERIFY(textOf(panel, "catalogNoticeTitle").contains(u"was damaged"_s));
}

void TestDefinitionCard::saysThatThereAreMoreRemarks()
{
    TwoPrograms two;
    const auto remarks = [&two](int equalKeys) {
        const QByteArray document = definition("Things", "/a", "\"x\":1" + ",\"x\":1"_ba.repeated(equalKeys));
        two.card->setDefinition(two.id, readOpenApi(document).value());
        return textOf(*two.card, "definitionRemarks");
    };
    QVERIFY(!remarks(400).contains(u"There are more remarks"_s));
    QVERIFY(remarks(600).contains(u"There are more remarks"_s));
}

void TestDefinitionCard::rereadsAndTellsWhatChanged()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"things.json"_s);
    const auto write = [&path](const QByteArray &bytes) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) > 0);
    };
    write(definition("Things"));
    ScreenBench bench;
    Shown shown(bench);
    bench.services().files.setNextAnswer(path);
    trigger(shown.panel, "openFile");
    QTRY_VERIFY(shown.row(u"Things"_s).isValid());
    QTRY_VERIFY(shown.row(u"listThings"_s).isValid());
    shown.tree.setCurrentIndex(shown.row(u"Things"_s));
    QTest::keyClick(&shown.tree, Qt::Key_Return);
    click(shown.panel, "definitionReread");
    QTRY_COMPARE(textOf(shown.panel, "definitionNoticeTitle"), u"Nothing changed."_s);
    QVERIFY(!isShown(shown.panel, "definitionChanges"));
    write(definition("Things", "/others"));
    click(shown.panel, "definitionReread");
    QTRY_VERIFY(isShown(shown.panel, "definitionChanges"));
    QVERIFY(textOf(shown.panel, "definitionChanges").contains(u"GET /others"_s));
    QVERIFY(textOf(shown.panel, "definitionChanges").contains(u"GET /things"_s));
    QVERIFY(textOf(shown.panel, "definitionReadAt").startsWith(u"1 "_s));
    write(definition("Things", "/others").replace(R"("paths":{)", R"("paths":{"/more":{"get":{}},)"));
    click(shown.panel, "definitionReread");
    QTRY_VERIFY(textOf(shown.panel, "definitionReadAt").startsWith(u"2 "_s));
    write(definition("Things", "/others")
              .replace(R"("paths":{)", R"("paths":{"/more":{"get":{}},)")
              .replace("api.example.com", "b.example.com"));
    click(shown.panel, "definitionReread");
    QTRY_VERIFY(textOf(shown.panel, "definitionChanges").contains(u"https://b.example.com/v1"_s));
    QCOMPARE(textOf(shown.panel, "definitionNoticeTitle"), u"The definition changed."_s);
    QVERIFY(textOf(shown.panel, "definitionChanges").contains(u"servers"_s));
    write("broken");
    click(shown.panel, "definitionReread");
    QTRY_VERIFY(textOf(shown.panel, "definitionNoticeTitle").contains(u"API definition"_s));
    QVERIFY(isShown(shown.panel, "definitionReread"));
}

void TestDefinitionCard::asksBeforeReadingElsewhere()
{
    FaultServer server([](QTcpSocket &socket, const RecordedRequest &request) {
        const int status = request.target == "/parts.yaml" ? 200 : 404;
        socket.write(httpAnswer(status, foreignParts(1), {"Content-Type: text/yaml"}));
    });
    ScreenBench bench;
    Shown shown(bench);
    QGuiApplication::clipboard()->setText(QString::fromUtf8(
        foreignMain("http://localhost:1/").replace("parts.yaml", server.url("/parts.yaml").toEncoded())));
    trigger(shown.panel, "openClipboard");
    QTRY_VERIFY(isShown(shown.panel, "definitionForeign"));
    const QString asked = textOf(shown.panel, "definitionForeignText").remove(QChar(0x200B));
    QVERIFY2(asked.contains(u"localhost"_s) && asked.contains(u"127.0.0.1"_s), qPrintable(asked));
    QVERIFY(server.requests().isEmpty());
    click(shown.panel, "foreignLeave");
    QVERIFY(!isShown(shown.panel, "definitionForeign"));
    QVERIFY(server.requests().isEmpty());
    click(shown.panel, "definitionBack");
    shown.tree.setCurrentIndex(shown.row(u"Foreign"_s));
    QTest::keyClick(&shown.tree, Qt::Key_Return);
    click(shown.panel, "foreignRead");
    QTRY_VERIFY(!server.requests().isEmpty());
    QTRY_VERIFY(isShown(shown.panel, "definitionNotice")); // localhost
}

void TestDefinitionCard::offersWhatItsOwnListsTell()
{
    FaultServer gateway([](QTcpSocket &socket, const RecordedRequest &) {
        socket.write(httpAnswer(200, R"([{"id":"a-1","name":"current"},{"id":"a-2","name":"savings"}])"));
    });
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    DefinitionLibrary &definitions = bench.services().definitions;
    const QString id =
        waitFor(definitions.openText(R"({"openapi":"3.0.3","info":{"title":"Bank","version":"1"},"servers":[{"url":")" +
                                     gateway.url("").toEncoded() +
                                     R"("}],"paths":{"/accounts":{"get":{}},"/statements":{"get":{"operationId":"s",)"
                                     R"("parameters":[{"name":"accountId","in":"query","schema":{"type":"string"}},)"
                                     R"({"name":"note","in":"query","schema":{"type":"string"}}]}}}})"))
            .value();
    const OperationCatalog catalog = waitFor(definitions.catalog(id)).value();
    const OperationEntry entry = catalog.operations().at(*catalog.indexOf(u"s"_s));
    RequestPanel panel(bench.services());
    panel.resize(430, 700);
    panel.show();
    panel.activateWindow();
    panel.setOperation(OperationCatalog::read(entry).value(), entry.source, id);
    auto *account = part<ParameterLine>(panel, "value:query:accountId");
    QTRY_VERIFY(account->hasOffers());
    QVERIFY(!part<ParameterLine>(panel, "value:query:note")->hasOffers());
    // Typing asks nobody's gateway; opening the offers does.
    account->setFocus();
    QTest::keyClicks(account, u"a"_s);
    QTest::qWait(50);
    QVERIFY(gateway.requests().isEmpty());
    account->clear();
    QTest::keyClick(account, Qt::Key_Down);
    QTRY_COMPARE(gateway.requests().size(), 1);
    QCOMPARE(gateway.requests().first().target, "/accounts"_ba);
    QVERIFY(gateway.requests().first().header("Authorization").isEmpty());
    QTRY_VERIFY((QTest::keyClick(account, Qt::Key_Down), QTest::keyClick(account, Qt::Key_Return), true) &&
                account->text().startsWith("a-"_L1));
}

void TestDefinitionCard::removesADefinition()
{
    ScreenBench bench;
    Shown shown(bench);
    QGuiApplication::clipboard()->setText(QString::fromUtf8(definition("Things")));
    trigger(shown.panel, "openClipboard");
    QTRY_VERIFY(shown.row(u"Things"_s).isValid());
    shown.tree.setCurrentIndex(shown.row(u"Things"_s));
    QTest::keyClick(&shown.tree, Qt::Key_Return);
    click(shown.panel, "definitionRemove");
    click(shown.panel, "removeKeep");
    QVERIFY(!isShown(shown.panel, "definitionRemoveNotice"));
    click(shown.panel, "definitionRemove");
    click(shown.panel, "removeConfirm");
    QTRY_VERIFY(bench.services().definitions.list().isEmpty());
    QTRY_VERIFY(isShown(shown.panel, "catalogTree"));
    QVERIFY(!shown.row(u"Things"_s).isValid());
}

void TestDefinitionCard::opensAnAnswer()
{
    ScreenBench bench;
    const Profile profile = bench.addProfile(u"Acme"_s);
    Shown shown(bench);
    QSignalSpy opened(&shown.panel, &CatalogPanel::definitionOpened);
    // What API Connect says about an API, asked for as the explorer does.
    RequestDraft draft;
    draft.target = u"/api/catalogs/meridian-bank/sandbox/apis/accounts/2.0.0?fields=add(api)"_s;
    AppServices &services = bench.services();
    const Result<PreparedRequest> request =
        prepare(draft, services.deployments.get(profile.deployment), bench.sandbox().endpoints, false);
    const Result<Exchange> exchange = waitFor(services.sender.send(*request, profile.id, {}));
    QVERIFY(exchange);
    shown.panel.openAnswer(exchange->response.body, {exchange->url, profile.id, "application/json"});
    QTRY_COMPARE(opened.size(), 1);
    const QString id = opened.first().first().toString();
    const Definition kept = services.definitions.find(id).value();
    QCOMPARE(kept.base,
             QUrl(bench.sandbox().endpoints.api.toString() + u"/gateway/meridian-bank/sandbox/accounts/v2"_s));
    QVERIFY(kept.wantsClientId);
    QVERIFY(shown.row(u"The accounts of the signed-in customer"_s).isValid());

    // The gateway answers one of its operations, once it knows the caller.
    const auto call = [&] {
        RequestDraft one;
        one.target = u"/accounts"_s;
        const Result<PreparedRequest> made = prepareForDefinition(
            one, *services.definitions.find(id), waitFor(services.definitions.headersFor(id)).value(),
            services.deployments.get(profile.deployment), bench.sandbox().endpoints, false);
        return waitFor(services.sender.send(*made, profile.id, {})).value();
    };
    QCOMPARE(call().response.status, 401);
    draft.target = u"/api/apps/meridian-bank/sandbox/developers/try-out/credentials"_s;
    const Result<Exchange> credentials = waitFor(services.sender.send(
        *prepare(draft, services.deployments.get(profile.deployment), bench.sandbox().endpoints, false), profile.id,
        {}));
    const JsonValue client = parseJson(*credentials->response.body.view()).value();
    const QString clientId = client[u"results"].items().value(0)[u"client_id"].toString();
    QVERIFY(waitFor(services.definitions.setClient(id, clientOriginOf(kept), clientId, std::nullopt)));
    const Exchange answered = call();
    QCOMPARE(answered.response.status, 200);
    QVERIFY(!answered.tokenKind);

    // It is read again with the profile's token.
    const Result<DefinitionChanges> changes = waitFor(services.definitions.reread(id));
    QVERIFY2(changes, qPrintable(changes ? QString() : changes.error().message()));
    QVERIFY(changes->isEmpty());
    // An answer without one is told.
    ResponseBody other;
    QVERIFY(other.append("{}"));
    shown.panel.openAnswer(other, {exchange->url, profile.id, {}});
    QTRY_VERIFY(isShown(shown.panel, "catalogNotice"));
    QCOMPARE(opened.size(), 1);
}

void TestDefinitionCard::remembersDefinitions()
{
    ScreenBench bench;
    QVERIFY(waitFor(bench.services().definitions.openText(definition("Things"))));
    Shown shown(bench);
    QTRY_VERIFY(shown.row(u"listThings"_s).isValid());
}

void TestDefinitionCard::staysWhereItIsWhenADefinitionIsDescribedAnew()
{
    ScreenBench bench;
    const QString id = waitFor(bench.services().definitions.openText(definition("Things"))).value();
    Shown shown(bench);
    QTRY_VERIFY(shown.row(u"listThings"_s).isValid());
    QSignalSpy resets(shown.tree.model(), &QAbstractItemModel::modelReset);
    shown.tree.expandAll();
    shown.tree.setCurrentIndex(shown.row(u"Drafts"_s));
    const QString origin = clientOriginOf(bench.services().definitions.find(id).value());
    QVERIFY(waitFor(bench.services().definitions.setClient(id, origin, u"one"_s, std::nullopt)));
    QVERIFY(waitFor(bench.services().definitions.setBase(id, QUrl(u"https://b.example.com"_s))));
    QCOMPARE(resets.size(), 0);
    // Another definition moves nothing out of sight.
    auto *bar = shown.tree.verticalScrollBar();
    bar->setValue(bar->maximum() / 2);
    const int at = bar->value();
    QVERIFY(at > 0);
    QVERIFY(waitFor(bench.services().definitions.openText(definition("More"))));
    QTRY_VERIFY(shown.row(u"More"_s).isValid());
    QCOMPARE(bar->value(), at);
}

ACX_WIDGET_TEST_MAIN(TestDefinitionCard)
#include "test_definition_card.moc"
