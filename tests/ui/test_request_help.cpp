// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/request_state.h"
#include "app/explorer/snippet.h"
#include "app/tokens/token_broker.h"
#include "tests/support/test_main.h"
#include "tests/ui/request_bench.h"
#include "ui/explorer/code_view.h"
#include "ui/explorer/completion_popup.h"
#include "ui/explorer/parameter_field_line.h"
#include "ui/explorer/request_panel.h"
#include "ui/explorer/request_path.h"
#include "ui/session.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/secret_clipboard.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTabWidget>

#include <algorithm>

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

QStringList offered(const QWidget &window)
{
    QStringList values;
    const auto *list = part<QListWidget>(window, "completionList");
    for (int i = 0; i < list->count(); ++i)
        values += list->item(i)->text();
    return values;
}

void trigger(const RequestPanel &panel, const char *name)
{
    auto *action = part(panel, "requestMore")->findChild<QAction *>(QString::fromLatin1(name));
    if (!action)
        qFatal("There is no %s.", name);
    action->trigger();
}

/// Puts a request into the panel as a person does who has it as a command.
void pasteCurl(RequestPanel &panel, const QString &command)
{
    QGuiApplication::clipboard()->setText(command);
    auto *target = part<QLineEdit>(panel, "target");
    target->setFocus();
    target->selectAll();
    target->paste();
    QGuiApplication::clipboard()->clear(); // what is there later was copied
}

} // namespace

class TestRequestHelp final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void offersLiveValues();
    void offersContexts();
    void offersExamplesOfTheDocument();
    void tellsWhatMustComeFirst();
    void copiesAsCode();
    void hidesTheTokenInCode();
    void takesRealValuesForOneCopyOnly_data();
    void takesRealValuesForOneCopyOnly();
    void saysWhyThereIsNoCode();
    void leavesTypedSecretsOutOfCode_data();
    void leavesTypedSecretsOutOfCode();
    void leavesSecretValuesOutOfCode();
    void takesACurlCommand();
    void clearsTheForm();
    void asksBeforeDestruction();
    void offersAllPages();
};

void TestRequestHelp::offersLiveValues()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    RequestPanel panel(bench.services());
    setUp(panel, "v10.listCatalogProducts");
    auto *org = part<ParameterLine>(panel, "value:path:org");
    auto *catalog = part<ParameterLine>(panel, "value:path:catalog");
    QVERIFY(org->hasOffers());
    org->setFocus();
    QTest::keyClick(org, Qt::Key_Down);
    QTRY_VERIFY(offered(panel).contains(u"meridian-bank"_s));
    QTest::keyClicks(org, u"merid"_s);
    QCOMPARE(offered(panel), QStringList{u"meridian-bank"_s});
    QTest::keyClick(org, Qt::Key_Return);
    QCOMPARE(org->text(), u"meridian-bank"_s);
    QVERIFY(!org->note().isEmpty());
    QCOMPARE(pathOf(panel), u"/api/catalogs/meridian-bank/{catalog}/products"_s);

    QTest::mouseClick(catalog, Qt::LeftButton);
    QTRY_VERIFY(offered(panel).contains(u"sandbox"_s));
    auto *foot = part<ElidedLabel>(panel, "completionFoot");
    QVERIFY2(foot->fullText().contains(u"/api/orgs/meridian-bank/catalogs"_s), qPrintable(foot->fullText()));
    auto *list = part<QListWidget>(panel, "completionList");
    QListWidgetItem *sandbox = list->findItems(u"sandbox"_s, Qt::MatchExactly).value(0);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(sandbox).center());
    QCOMPARE(catalog->text(), u"sandbox"_s);
    QCOMPARE(pathOf(panel), u"/api/catalogs/meridian-bank/sandbox/products"_s);
    QTest::keyClick(catalog, Qt::Key_Down);
    QVERIFY(isShown(panel, "completionPopup"));
    QTRY_VERIFY(offered(panel).contains(u"sandbox"_s));
    click(panel, "completionRefresh");
    QVERIFY(!part<QAbstractButton>(panel, "completionRefresh")->isEnabled());
    QTRY_VERIFY(part<QAbstractButton>(panel, "completionRefresh")->isEnabled());
    QVERIFY(offered(panel).contains(u"sandbox"_s));
    QTest::keyClick(catalog, Qt::Key_Escape);
    QVERIFY(!isShown(panel, "completionPopup"));
}

void TestRequestHelp::offersContexts()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    RequestPanel panel(bench.services());
    setUp(panel, "v5.listPortalProducts");
    auto *context = part<ParameterLine>(panel, "value:header:X-IBM-APIManagement-Context");
    QTest::mouseClick(context, Qt::LeftButton);
    QTRY_VERIFY(offered(panel).contains(u"meridian-bank.sandbox"_s));
}

void TestRequestHelp::offersExamplesOfTheDocument()
{
    ScreenBench bench; // no profile, and none is needed
    RequestPanel panel(bench.services());
    ShippedOperation shipped = shippedOperation("v10.listCatalogs");
    OperationParameter state;
    state.name = u"state"_s;
    state.type = u"string"_s;
    state.examples = {{u"on"_s, u"Those that run"_s, "online"_ba}, {u"off"_s, {}, "off line"_ba}};
    shipped.operation.parameters.append(state);
    panel.setOperation(shipped.operation, shipped.source);
    showAt(panel);
    auto *line = part<ParameterLine>(panel, "value:query:state");
    QVERIFY(line->hasOffers());
    line->setFocus();
    QTest::keyClick(line, Qt::Key_Down);
    QCOMPARE(offered(panel), (QStringList{u"online"_s, u"off line"_s}));
    QCOMPARE(part<ElidedLabel>(panel, "completionFoot")->fullText(), u"examples of the document"_s);
    QVERIFY(!isShown(panel, "completionRefresh"));
    QTest::keyClicks(line, u"OFF"_s);
    QCOMPARE(offered(panel), QStringList{u"off line"_s});
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(line->text(), u"off line"_s);
    QCOMPARE(line->note(), u"off"_s);
    // Anything else may be right as well, and typing asks for nothing.
    QTest::keyClick(line, Qt::Key_Down);
    QVERIFY(isShown(panel, "completionPopup"));
    QTest::keyClicks(line, u"?"_s);
    QVERIFY(!isShown(panel, "completionPopup"));
    line->clear();
    QTest::keyClicks(line, u"o"_s);
    QVERIFY(!isShown(panel, "completionPopup"));
}

void TestRequestHelp::tellsWhatMustComeFirst()
{
    ScreenBench bench;
    RequestPanel panel(bench.services());
    setUp(panel, "v10.listCatalogProducts");
    auto *catalog = part<ParameterLine>(panel, "value:path:catalog");
    catalog->setFocus();
    QTest::keyClick(catalog, Qt::Key_Down);
    QTRY_VERIFY(isShown(panel, "completionError")); // no profile
    (void)bench.addProfile(u"Acme"_s);
    QVERIFY(!isShown(panel, "completionPopup"));
    QTest::keyClick(catalog, Qt::Key_Down);
    QTRY_VERIFY2(textOf(panel, "completionError").contains(u"org"_s), qPrintable(textOf(panel, "completionError")));
}

void TestRequestHelp::copiesAsCode()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    RequestPanel panel(bench.services());
    setUp(panel, "v10.listCatalogs");
    type(panel, "value:path:org", u"acme"_s);
    part<QTabWidget>(panel, "requestTabs")->setCurrentWidget(part(panel, "requestCode"));
    const QString url = bench.sandbox().endpoints.api.toString() + u"/api/orgs/acme/catalogs"_s;
    auto *language = part<QComboBox>(panel, "codeLanguage");
    QVERIFY(language->count() >= 7);
    for (int i = 0; i < language->count(); ++i) {
        language->setCurrentIndex(i);
        const QString code = textOf(panel, "codeText");
        QVERIFY2(code.contains(url) || code.contains(u"v10.listCatalogs"_s), qPrintable(code));
        QVERIFY(!isShown(panel, "codeSecret"));
        click(panel, "codeCopy");
        QCOMPARE(QGuiApplication::clipboard()->text(), code);
        QVERIFY(!SecretClipboard::isMarked(*QGuiApplication::clipboard()->mimeData()));
    }
    language->setCurrentIndex(0);
    trigger(panel, "copyAs0");
    QVERIFY(QGuiApplication::clipboard()->text().contains(url));
}

void TestRequestHelp::hidesTheTokenInCode()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    const Result<Token> token = waitFor(bench.services().broker.token(bench.services().session.need(TokenKind::Iam)));
    QVERIFY(token);
    const QString secret = QString::fromUtf8(token->value.reveal());
    RequestPanel panel(bench.services());
    setUp(panel, "v10.listCatalogs");
    type(panel, "value:path:org", u"acme"_s);
    choose(panel, "tokenChoice", part<QComboBox>(panel, "tokenChoice")->findData(static_cast<int>(TokenKind::Iam)));
    part<QTabWidget>(panel, "requestTabs")->setCurrentWidget(part(panel, "requestCode"));
    choose(panel, "codeToken", 2);
    QVERIFY(isShown(panel, "codeSecret"));
    QVERIFY(textOf(panel, "codeText").contains(u'•'));
    QVERIFY(!textOf(panel, "codeText").contains(secret));
    click(panel, "codeReveal");
    QTRY_VERIFY(textOf(panel, "codeText").contains(secret));
    QCOMPARE(part<QPlainTextEdit>(panel, "codeText")->textInteractionFlags(), Qt::NoTextInteraction);
    click(panel, "codeReveal");
    QVERIFY(!textOf(panel, "codeText").contains(secret));
    click(panel, "codeCopy");
    QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(secret));
    QVERIFY(bench.services().clipboard.remaining().count() > 0); // it goes again by itself
    choose(panel, "codeToken", 2);
    click(panel, "codeReveal");
    QTRY_VERIFY(textOf(panel, "codeText").contains(secret));
    part<QTabWidget>(panel, "requestTabs")->setCurrentIndex(0);
    QVERIFY(!textOf(panel, "codeText").contains(secret));
}

void TestRequestHelp::takesRealValuesForOneCopyOnly_data()
{
    QTest::addColumn<SnippetLanguage>("language");
    QTest::addColumn<bool>("withToken");
    for (const SnippetLanguage language : snippetLanguages()) {
        // acx finds its token itself, so that only what was typed is real there.
        if (language != SnippetLanguage::Acx)
            QTest::addRow("R7 token itself, %s", qPrintable(displayName(language))) << language << true;
        QTest::addRow("R7 typed values alone, %s", qPrintable(displayName(language))) << language << false;
    }
}

void TestRequestHelp::takesRealValuesForOneCopyOnly()
{
    QFETCH(SnippetLanguage, language);
    QFETCH(bool, withToken);
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    const Result<Token> token = waitFor(bench.services().broker.token(bench.services().session.need(TokenKind::Iam)));
    QVERIFY(token);
    const QString secret = QString::fromUtf8(token->value.reveal());
    RequestPanel panel(bench.services());
    showAt(panel);
    // No other host than the profile's own gets a token.
    const QString api = bench.sandbox().endpoints.api.toString();
    pasteCurl(panel, u"curl '%1/api/orgs?apikey=typed-4711'"_s.arg(api));
    auto *kinds = part<QComboBox>(panel, "tokenChoice");
    choose(panel, "tokenChoice", kinds->findData(withToken ? static_cast<int>(TokenKind::Iam) : withoutToken));
    part<QTabWidget>(panel, "requestTabs")->setCurrentWidget(part(panel, "requestCode"));
    auto *languages = part<QComboBox>(panel, "codeLanguage");
    languages->setCurrentIndex(languages->findData(static_cast<int>(language)));
    const QString open = textOf(panel, "codeText");
    const QString leftOut = textOf(panel, "codeLeftOut");

    choose(panel, "codeToken", 2);
    QVERIFY(isShown(panel, "codeSecret"));
    QVERIFY(isShown(panel, "codeLeftOut"));
    QVERIFY(textOf(panel, "codeLeftOut") != leftOut); // the warning
    QVERIFY(!textOf(panel, "codeText").contains(u"4711"_s));
    click(panel, "codeCopy");
    QTRY_VERIFY(QGuiApplication::clipboard()->text().contains(u"typed-4711"_s));
    QCOMPARE(QGuiApplication::clipboard()->text().contains(secret), withToken);
    QVERIFY(SecretClipboard::isMarked(*QGuiApplication::clipboard()->mimeData()));
    QVERIFY(bench.services().clipboard.remaining().count() > 0);

    // The choice is gone with that copy; another copy holds no secret again.
    QVERIFY(part<QComboBox>(panel, "codeToken")->currentIndex() != 2);
    QVERIFY(!isShown(panel, "codeSecret"));
    QVERIFY(!part<QLabel>(panel, "codeNote")->text().isEmpty());
    QCOMPARE(textOf(panel, "codeText"), open);
    QCOMPARE(textOf(panel, "codeLeftOut"), leftOut);
    click(panel, "codeCopy");
    QCOMPARE(QGuiApplication::clipboard()->text(), open);
    QVERIFY(!open.contains(u"4711"_s) && !open.contains(secret));

    // Chosen again, it warns again.
    choose(panel, "codeToken", 2);
    QVERIFY(isShown(panel, "codeSecret"));
    QVERIFY(textOf(panel, "codeLeftOut") != leftOut);
}

void TestRequestHelp::saysWhyThereIsNoCode()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    RequestPanel panel(bench.services());
    setUp(panel, "v10.listCatalogs");
    part<QTabWidget>(panel, "requestTabs")->setCurrentWidget(part(panel, "requestCode"));
    QVERIFY(isShown(panel, "codeProblem"));
    QVERIFY(!part<QAbstractButton>(panel, "codeCopy")->isEnabled());
    QVERIFY(textOf(panel, "codeProblem").contains(u"org"_s));
    part<QLineEdit>(panel, "value:path:org")->setText(u"acme"_s);
    QVERIFY(!isShown(panel, "codeProblem"));
    QVERIFY(isShown(panel, "codeText"));
}

void TestRequestHelp::leavesTypedSecretsOutOfCode_data()
{
    QTest::addColumn<SnippetLanguage>("language");
    QTest::addColumn<QString>("command"); // %1 = a living token, %2 = the same in base64
    QTest::addColumn<QStringList>("kept");
    const QString json = u"-H 'Content-Type: application/json' --data-raw "_s;
    const QString form = u"-H 'Content-Type: application/x-www-form-urlencoded' --data-raw "_s;
    for (const SnippetLanguage language : snippetLanguages()) {
        const auto add = [language](const char *row, const QString &command, const QStringList &kept) {
            QTest::addRow("%s, %s", row, qPrintable(displayName(language))) << language << command << kept;
        };
        add("L7 typed query", u"curl 'https://api.example.com/a?b=1&apikey=typed-4711&access_token=typed-4711&c=%20'"_s,
            {u"a?b=1&apikey="_s, u"&c=%20"_s});
        add("L7 typed JSON body",
            u"curl https://api.example.com/a "_s + json +
                u"'{\"user\":\"me\",\"password\":\"typed-4711\",\"x\":{\"client_secret\":\"typed-4711\"}}'"_s,
            {u"password"_s, u"user"_s, u"client_secret"_s});
        add("L7 typed form body",
            u"curl https://api.example.com/a "_s + form + u"'grant_type=x&apikey=typed-4711&user=a%20b'"_s,
            {u"grant_type=x&apikey="_s, u"&user=a%20b"_s});
        add("L7 known value under another name",
            u"curl 'https://api.example.com/a?note=%1' -H 'X-Note: %1' "_s + json +
                u"'{\"home\":\"%2\",\"left\":\"answered-4711\"}'"_s,
            {u"a?note="_s, u"home"_s, u"left"_s});
    }
}

void TestRequestHelp::leavesTypedSecretsOutOfCode()
{
    QFETCH(SnippetLanguage, language);
    QFETCH(QString, command);
    QFETCH(QStringList, kept);
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    const Result<Token> token = waitFor(bench.services().broker.token(bench.services().session.need(TokenKind::Iam)));
    QVERIFY(token);
    bench.services().clipboard.know({Secret("answered-4711")}); // as the value of a secret in an answer
    const QString secret = QString::fromUtf8(token->value.reveal());
    const QString encoded = QString::fromLatin1(token->value.reveal().toBase64());
    // A part of it would be one, too; the first one is the same for many tokens.
    const QStringList hidden{u"4711"_s, secret.last(secret.size() / 2), encoded.sliced(encoded.size() / 2, 40)};
    const auto holdsHidden = [&hidden](const QString &text) {
        return std::ranges::any_of(hidden, [&text](const QString &part) { return text.contains(part); });
    };
    RequestPanel panel(bench.services());
    showAt(panel);
    pasteCurl(panel, command.contains(u"%1"_s) ? command.arg(secret, encoded) : command);
    part<QTabWidget>(panel, "requestTabs")->setCurrentWidget(part(panel, "requestCode"));
    auto *languages = part<QComboBox>(panel, "codeLanguage");
    languages->setCurrentIndex(languages->findData(static_cast<int>(language)));
    for (const int source : {0, 1}) {
        choose(panel, "codeToken", source);
        QVERIFY(isShown(panel, "codeLeftOut"));
        QVERIFY(!textOf(panel, "codeLeftOut").isEmpty());
        const QString code = textOf(panel, "codeText");
        click(panel, "codeCopy");
        const QString copied = QGuiApplication::clipboard()->text();
        QCOMPARE(copied, code);
        QVERIFY2(!holdsHidden(copied), qPrintable(copied));
        for (const QString &part : kept)
            QVERIFY2(copied.contains(part), qPrintable(copied));
        QVERIFY(!SecretClipboard::isMarked(*QGuiApplication::clipboard()->mimeData()));
    }
    const QByteArray action = "copyAs" + QByteArray::number(static_cast<int>(language));
    trigger(panel, action.constData());
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.contains(u"api.example.com"_s), qPrintable(copied));
    QVERIFY2(!holdsHidden(copied), qPrintable(copied));
}

void TestRequestHelp::leavesSecretValuesOutOfCode()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    RequestPanel panel(bench.services());
    setUp(panel, "v5.loginWithApiKey");
    type(panel, "value:query:apikey", u"key-4711"_s);
    part<QTabWidget>(panel, "requestTabs")->setCurrentWidget(part(panel, "requestCode"));
    auto *language = part<QComboBox>(panel, "codeLanguage");
    for (int i = 0; i < language->count(); ++i) {
        language->setCurrentIndex(i);
        const QString code = textOf(panel, "codeText");
        QVERIFY2(code.contains(u"apikey"_s) && !code.contains(u"4711"_s), qPrintable(code));
    }
}

void TestRequestHelp::takesACurlCommand()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    RequestPanel panel(bench.services());
    showAt(panel);
    const QString command = u"curl -X PUT 'https://api.example.com/a?b=1' \\\n -H 'X-One: 1' -H 'Content-Type: "
                            u"application/json' --data '{\"a\":1}'"_s;
    QGuiApplication::clipboard()->setText(command);
    auto *target = part<QLineEdit>(panel, "target");
    target->setFocus();
    target->paste();
    QCOMPARE(target->text(), u"https://api.example.com/a?b=1"_s);
    QCOMPARE(part<QComboBox>(panel, "method")->currentText(), u"PUT"_s);
    QVERIFY(textOf(panel, "requestHeaders").contains(u"X-One: 1"_s));
    QCOMPARE(part<CodeView>(panel, "requestBody")->plainText(), u"{\"a\":1}"_s);
    QCOMPARE(part<QComboBox>(panel, "bodyType")->currentText(), u"application/json"_s);

    // Parts are separated by lines that end with a carriage return, too.
    QGuiApplication::clipboard()->setText(u"curl https://api.example.com/a -F name=a"_s);
    trigger(panel, "pasteCurl");
    const QString parts = panel.state().bodyText;
    QVERIFY2(parts.contains(u"name=\"name\"\r\n\r\na\r\n--"_s), qPrintable(parts));
    QCOMPARE(parts.count(u'\n'), parts.count(u"\r\n"_s));

    QGuiApplication::clipboard()->setText(u"curl --no-such-option-at-all"_s);
    trigger(panel, "pasteCurl");
    QVERIFY(isShown(panel, "requestNotice"));

    setUp(panel, "v10.listCatalogs");
    QSignalSpy pasted(&panel, &RequestPanel::draftPasted);
    QGuiApplication::clipboard()->setText(command);
    trigger(panel, "pasteCurl");
    QCOMPARE(pasted.size(), 1);
    QCOMPARE(pasted.first().first().value<RequestDraft>().method, QByteArray("PUT"));
    QVERIFY(panel.operation()); // the form stays as it is
}

void TestRequestHelp::clearsTheForm()
{
    ScreenBench bench;
    RequestPanel panel(bench.services());
    setUp(panel, "v10.createCatalog");
    type(panel, "value:path:org", u"acme"_s);
    part<CodeView>(panel, "requestBody")->setPlainText(u"{}"_s);
    part<QPlainTextEdit>(panel, "requestHeaders")->setPlainText(u"A: 1"_s);
    trigger(panel, "clearForm");
    QVERIFY(panel.state().values.isEmpty());
    QVERIFY(panel.state().bodyText.isEmpty());
    QVERIFY(panel.state().headerText.isEmpty());
    QCOMPARE(panel.state().operationId, u"v10.createCatalog"_s);
}

void TestRequestHelp::asksBeforeDestruction()
{
    ScreenBench bench;
    RequestPanel panel(bench.services());
    setUp(panel, "v5.clearProducts");
    QSignalSpy confirmed(&panel, &RequestPanel::destructionConfirmed);
    panel.askBeforeDestruction(u"sandbox"_s);
    QVERIFY(isShown(panel, "deleteNotice"));
    QTRY_VERIFY(part(panel, "deleteName")->hasFocus());
    QVERIFY(!part<QAbstractButton>(panel, "deleteConfirm")->isEnabled());
    type(panel, "deleteName", u"sandb"_s);
    QTest::keyClick(part(panel, "deleteName"), Qt::Key_Return);
    QVERIFY(confirmed.isEmpty());
    click(panel, "deleteKeep");
    QVERIFY(!isShown(panel, "deleteNotice"));
    panel.askBeforeDestruction(u"sandbox"_s);
    type(panel, "deleteName", u"sandbox"_s);
    click(panel, "deleteConfirm");
    QCOMPARE(confirmed.size(), 1);
    QVERIFY(!isShown(panel, "deleteNotice"));
}

void TestRequestHelp::offersAllPages()
{
    ScreenBench bench;
    RequestPanel panel(bench.services());
    setUp(panel, "v10.listCatalogs");
    QVERIFY(!isShown(panel, "allPages"));
    panel.setPaged(true);
    QSignalSpy wanted(&panel, &RequestPanel::allPagesWanted);
    click(panel, "allPages");
    QCOMPARE(wanted.size(), 1);
    panel.setSending(true);
    QVERIFY(!isShown(panel, "allPages"));
    panel.setSending(false);
    QVERIFY(isShown(panel, "allPages"));
    setUp(panel, "v10.createCatalog");
    QVERIFY(!isShown(panel, "allPages"));
}

ACX_WIDGET_TEST_MAIN(TestRequestHelp)
#include "test_request_help.moc"
