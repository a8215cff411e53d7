// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/ui/request_bench.h"
#include "ui/explorer/code_view.h"
#include "ui/explorer/parameter_field_line.h"
#include "ui/explorer/request_heading.h"
#include "ui/explorer/request_panel.h"
#include "ui/explorer/request_path.h"
#include "ui/widgets/controls.h"

#include <QAbstractButton>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

void setUp(RequestPanel &panel, const char *id)
{
    const ShippedOperation shipped = shippedOperation(id);
    panel.setOperation(shipped.operation, shipped.source);
    showAt(panel);
}

QString pathOf(const RequestPanel &panel)
{
    return part<RequestPath>(panel, "requestPath")->text();
}

} // namespace

class TestRequestPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void tellsWhatIsCalled_data();
    void tellsWhatIsCalled();
    void marksWhatIsRetiredOrDeprecated();
    void shortensALongDescription();
    void showsThePathAsItWillBe();
    void putsRequiredParametersFirst();
    void makesTheDraft();
    void marksWhatIsMissing();
    void sendsFromTheKeyboard();
    void keepsItsState_data();
    void keepsItsState();
    void keepsSecretsToItself();
    void keepsAFreeRequest();
    void goesToOtherHosts();
    void readsFilesBeforeSending();
    void namesEveryControl();
};

void TestRequestPanel::tellsWhatIsCalled_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QString>("risk");
    QTest::addColumn<QString>("method");
    QTest::newRow("read") << QByteArray("v10.listCatalogs") << u"read"_s << u"GET"_s;
    QTest::newRow("write") << QByteArray("v10.createCatalog") << u"write"_s << u"POST"_s;
    QTest::newRow("destructive") << QByteArray("v5.clearProducts") << u"destructive"_s << u"DELETE"_s;
}

void TestRequestPanel::tellsWhatIsCalled()
{
    QFETCH(const QByteArray, id);
    QFETCH(const QString, risk);
    QFETCH(const QString, method);
    ScreenBench bench;
    RequestPanel panel(bench.services());
    setUp(panel, id.constData());
    QCOMPARE(part<ElidedLabel>(panel, "operationTitle")->fullText(), panel.operation()->title);
    QCOMPARE(textOf(panel, "operationRisk"), risk);
    QCOMPARE(toText(panel.risk()), risk);
    QCOMPARE(textOf(panel, "operationMethod"), method);
    QVERIFY(!isShown(panel, "target"));
    QVERIFY(!isShown(panel, "operationRetired"));
    panel.setOperation(std::nullopt);
    QVERIFY(isShown(panel, "target"));
    QVERIFY(!isShown(panel, "operationTitle"));
    QCOMPARE(panel.risk(), OperationRisk::Read);
    panel.setTarget("DELETE", u"/v1/x"_s);
    QCOMPARE(panel.risk(), OperationRisk::Destructive);
}

void TestRequestPanel::marksWhatIsRetiredOrDeprecated()
{
    ScreenBench bench;
    RequestHeading heading(bench.services().theme);
    Operation operation = shippedOperation("v5.clearProducts").operation;
    heading.setOperation(operation);
    QVERIFY(!isShown(heading, "operationDeprecated"));
    QVERIFY(!isShown(heading, "operationRetired"));
    operation.deprecated = true;
    heading.setOperation(operation);
    heading.setRetiredOn(QDate(2023, 7, 31));
    QVERIFY(isShown(heading, "operationDeprecated"));
    QVERIFY(isShown(heading, "operationRetired"));
    QVERIFY(part(heading, "operationRetired")->toolTip().contains(u"2023"_s));
}

void TestRequestPanel::shortensALongDescription()
{
    ScreenBench bench;
    RequestPanel panel(bench.services());
    ShippedOperation shipped = shippedOperation("v10.listCatalogs");
    panel.setOperation(shipped.operation, shipped.source);
    showAt(panel);
    QCOMPARE(textOf(panel, "operationDescription"), shipped.operation.description);
    QVERIFY(!isShown(panel, "operationDescriptionMore"));
    shipped.operation.description = u"word "_s.repeated(500) + u"end"_s;
    panel.setOperation(shipped.operation, shipped.source);
    QVERIFY(textOf(panel, "operationDescription").size() < 300);
    click(panel, "operationDescriptionMore");
    QVERIFY(textOf(panel, "operationDescription").endsWith(u"end"_s));
    click(panel, "operationDescriptionMore");
    QVERIFY(textOf(panel, "operationDescription").size() < 300);
}

void TestRequestPanel::showsThePathAsItWillBe()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    RequestPanel panel(bench.services());
    setUp(panel, "v10.listCatalogs");
    QCOMPARE(pathOf(panel), u"/api/orgs/{org}/catalogs"_s);
    part<QLineEdit>(panel, "value:path:org")->setText(u"a b/ü"_s);
    QCOMPARE(pathOf(panel), u"/api/orgs/a%20b%2F%C3%BC/catalogs"_s);
    type(panel, "value:query:limit", u"5"_s);
    QCOMPARE(pathOf(panel), u"/api/orgs/a%20b%2F%C3%BC/catalogs?limit=5"_s);
    QCOMPARE(part(panel, "requestPath")->toolTip(),
             bench.sandbox().endpoints.api.toString() + u"/api/orgs/a%20b%2F%C3%BC/catalogs?limit=5"_s);
}

void TestRequestPanel::putsRequiredParametersFirst()
{
    ScreenBench bench;
    RequestPanel panel(bench.services());
    setUp(panel, "v10.listCatalogProducts");
    QVERIFY(part(panel, "parameter:path:org")->y() < part(panel, "parameter:path:catalog")->y());
    QVERIFY(part(panel, "parameter:path:catalog")->y() < part(panel, "parameter:query:limit")->y());
    panel.focusFirst();
    QTRY_VERIFY(part(panel, "value:path:org")->hasFocus());
}

void TestRequestPanel::makesTheDraft()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    RequestPanel panel(bench.services());
    setUp(panel, "v10.createCatalog");
    type(panel, "value:path:org", u"acme"_s);
    part<QPlainTextEdit>(panel, "requestHeaders")->setPlainText(u"X-Test: one"_s);
    part<CodeView>(panel, "requestBody")->setPlainText(u"{\"title\":\"T\",\"name\":\"t\"}"_s);
    QCOMPARE(part<QTabWidget>(panel, "requestTabs")->tabText(1), u"Headers 1"_s);
    const Result<RequestDraft> draft = panel.draft();
    QVERIFY(draft);
    QCOMPARE(draft->method, QByteArray("POST"));
    QCOMPARE(draft->target, u"/api/orgs/acme/catalogs"_s);
    QCOMPARE(draft->body.value(), QByteArray("{\"title\":\"T\",\"name\":\"t\"}"));
    QVERIFY(hasHeader(draft->headers, "X-Test"));
    QVERIFY(hasHeader(draft->headers, "Content-Type"));
    QVERIFY(draft->withToken);
    QVERIFY(!draft->tokenKind);
    choose(panel, "tokenChoice", part<QComboBox>(panel, "tokenChoice")->count() - 1);
    QVERIFY(!panel.draft()->withToken);
}

void TestRequestPanel::marksWhatIsMissing()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    RequestPanel panel(bench.services());
    setUp(panel, "v10.createCatalog");
    part<QTabWidget>(panel, "requestTabs")->setCurrentIndex(1);
    const Result<RequestDraft> noOrg = panel.draft();
    QVERIFY(!noOrg);
    QVERIFY2(noOrg.error().sentence.contains(u"org"_s), qPrintable(noOrg.error().sentence));
    QVERIFY(isShown(panel, "problem:path:org"));
    QTRY_VERIFY(part(panel, "value:path:org")->hasFocus());
    type(panel, "value:path:org", u"acme"_s);
    QVERIFY(!panel.draft()); // there is no body
    QVERIFY(isShown(panel, "requestBody"));
    part<CodeView>(panel, "requestBody")->setPlainText(u"{}"_s);
    part<QPlainTextEdit>(panel, "requestHeaders")->setPlainText(u"no colon"_s);
    QVERIFY(!panel.draft());
    part<QPlainTextEdit>(panel, "requestHeaders")->setPlainText({});
    QVERIFY(panel.draft());
}

void TestRequestPanel::sendsFromTheKeyboard()
{
    ScreenBench bench;
    RequestPanel panel(bench.services());
    setUp(panel, "v10.createCatalog");
    QSignalSpy send(&panel, &RequestPanel::sendWanted);
    auto *org = part<ParameterLine>(panel, "value:path:org");
    org->setText(u"acme"_s);
    QTest::keyClick(org, Qt::Key_Return);
    QCOMPARE(send.size(), 1);
    QTest::keyClick(part(panel, "requestHeaders"), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(send.size(), 2);
    QTest::keyClick(part(panel, "requestBody"), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(send.size(), 3);
    click(panel, "send");
    QCOMPARE(send.size(), 4);
    panel.setSending(true);
    QVERIFY(!isShown(panel, "send"));
    QSignalSpy cancel(&panel, &RequestPanel::cancelWanted);
    click(panel, "cancel");
    QCOMPARE(cancel.size(), 1);
}

void TestRequestPanel::keepsItsState_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QStringList>("fields");
    QTest::newRow("path and query") << QByteArray("v10.listCatalogProducts")
                                    << QStringList{u"path:org"_s, u"path:catalog"_s, u"query:limit"_s};
    QTest::newRow("body") << QByteArray("v10.createCatalog") << QStringList{u"path:org"_s};
    QTest::newRow("form") << QByteArray("v10.publishProductInCatalog")
                          << QStringList{u"path:org"_s, u"path:catalog"_s, u"body:product"_s};
}

void TestRequestPanel::keepsItsState()
{
    QFETCH(const QByteArray, id);
    QFETCH(const QStringList, fields);
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    RequestPanel panel(bench.services());
    setUp(panel, id.constData());
    QSignalSpy changed(&panel, &RequestPanel::stateChanged);
    for (const QString &field : fields)
        type(panel, qPrintable("value:"_L1 + field), u"7"_s);
    QVERIFY(changed.size() >= fields.size());
    part<QPlainTextEdit>(panel, "requestHeaders")->setPlainText(u"A: 1\nB: 2"_s);
    if (isShown(panel, "requestBody") || id == "v10.createCatalog")
        part<CodeView>(panel, "requestBody")->setPlainText(u"{}"_s);
    choose(panel, "tokenChoice", 1);
    const RequestState state = panel.state();
    QCOMPARE(state.operationId, QString::fromLatin1(id));

    RequestPanel second(bench.services());
    setUp(second, id.constData());
    QSignalSpy quiet(&second, &RequestPanel::stateChanged);
    second.setState(state);
    QVERIFY(quiet.isEmpty());
    QVERIFY(second.state() == state);
    QCOMPARE(second.peek().has_value(), panel.peek().has_value());
}

void TestRequestPanel::keepsSecretsToItself()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    RequestPanel panel(bench.services());
    setUp(panel, "v5.loginWithApiKey");
    QCOMPARE(part<QLineEdit>(panel, "value:query:apikey")->echoMode(), QLineEdit::Password);
    type(panel, "value:query:apikey", u"key-4711"_s);
    QVERIFY(!pathOf(panel).contains(u"4711"_s));
    QVERIFY(!part(panel, "requestPath")->toolTip().contains(u"4711"_s));
    QVERIFY(panel.state().values.isEmpty());
    QVERIFY(panel.draft()->target.endsWith(u"?apikey=key-4711"_s));
}

void TestRequestPanel::keepsAFreeRequest()
{
    ScreenBench bench;
    RequestPanel panel(bench.services());
    showAt(panel);
    type(panel, "target", u"/api/orgs?limit=1"_s);
    choose(panel, "method", 1);
    part<CodeView>(panel, "requestBody")->setPlainText(u"{\"a\":1}"_s);
    const RequestState state = panel.state();
    QVERIFY(state.operationId.isEmpty());
    QCOMPARE(state.target, u"/api/orgs?limit=1"_s);
    QCOMPARE(state.method, QByteArray("POST"));
    RequestPanel second(bench.services());
    second.setState(state);
    QVERIFY(second.state() == state);
    QVERIFY(!part<QTabWidget>(second, "requestTabs")->isTabVisible(0));
    const Result<RequestDraft> draft = second.draft();
    QVERIFY(draft);
    QCOMPARE(draft->target, u"/api/orgs?limit=1"_s);
    QCOMPARE(draft->body.value(), QByteArray("{\"a\":1}"));
}

void TestRequestPanel::goesToOtherHosts()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    RequestPanel panel(bench.services());
    setUp(panel, "v5.getSigningCertificate");
    QCOMPARE(panel.draft()->target, bench.sandbox().endpoints.login.toString() + u"/cert"_s);

    setUp(panel, "v10.listConsumerApps");
    type(panel, "value:path:org", u"mobile"_s);
    type(panel, "value:header:X-IBM-Consumer-Context", u"acme.sandbox"_s);
    QVERIFY(!panel.draft());
    type(panel, "value:base:url", u"https://portal.example.com/"_s);
    const Result<RequestDraft> consumer = panel.draft();
    QVERIFY2(consumer, qPrintable(consumer ? QString() : consumer.error().message()));
    QCOMPARE(consumer->target, u"https://portal.example.com/consumer-api/orgs/mobile/apps"_s);
    QVERIFY(hasHeader(consumer->headers, "X-IBM-Consumer-Context"));

    const ShippedOperation shipped = shippedOperation("v10.listCatalogs");
    panel.setOperation(shipped.operation, shipped.source, u"definition"_s);
    type(panel, "value:path:org", u"acme"_s);
    QCOMPARE(panel.draft()->target, u"/api/orgs/acme/catalogs"_s);
    QCOMPARE(panel.state().catalogId, u"definition"_s);
    QVERIFY(!part<ParameterLine>(panel, "value:path:org")->hasOffers());
}

void TestRequestPanel::readsFilesBeforeSending()
{
    const QTemporaryDir folder;
    const QString file = writeInto(folder, u"product.yaml"_s, "product: 1.0.0\n");
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    RequestPanel panel(bench.services());
    setUp(panel, "v10.publishProductInCatalog");
    type(panel, "value:path:org", u"acme"_s);
    type(panel, "value:path:catalog", u"sandbox"_s);
    type(panel, "value:body:product", folder.filePath(u"missing.yaml"_s));
    QSignalSpy send(&panel, &RequestPanel::sendWanted);
    click(panel, "send");
    QTRY_VERIFY(isShown(panel, "requestNotice"));
    QVERIFY(send.isEmpty());
    type(panel, "value:body:product", file);
    QVERIFY(!isShown(panel, "requestNotice"));
    click(panel, "send");
    QTRY_COMPARE(send.size(), 1);
    QVERIFY(QFile::remove(file));
    const Result<RequestDraft> draft = panel.draft(); // of what was read, not of what is there now
    QVERIFY2(draft, qPrintable(draft ? QString() : draft.error().message()));
    QVERIFY(draft->body.value().contains("product: 1.0.0"));
}

void TestRequestPanel::namesEveryControl()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    RequestPanel panel(bench.services());
    setUp(panel, "v10.publishProductInCatalog");
    const QList<QWidget *> all = panel.findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        const bool control = qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget) ||
                             qobject_cast<const QPlainTextEdit *>(widget) ||
                             qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const CodeView *>(widget);
        if (!control || !widget->isVisibleTo(&panel) || widget->objectName().startsWith(u"qt_"_s))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const QString name = widget->accessibleName().isEmpty() && button ? button->text() : widget->accessibleName();
        const bool inner = qobject_cast<const QLineEdit *>(widget->parentWidget()) != nullptr; // a field's own button
        QVERIFY2(inner || (!widget->objectName().isEmpty() && !name.isEmpty()), widget->metaObject()->className());
    }
}

ACX_WIDGET_TEST_MAIN(TestRequestPanel)
#include "test_request_panel.moc"
