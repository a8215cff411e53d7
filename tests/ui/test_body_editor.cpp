// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/ui/request_bench.h"
#include "ui/explorer/body_editor.h"
#include "ui/explorer/code_view.h"
#include "ui/file_chooser.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <Qsci/qscilexer.h>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

const QByteArray jsonContent(R"({"application/json":{"schema":{"type":"object","required":["name"],
    "properties":{"name":{"type":"string"},"size":{"type":"integer","minimum":1}}}}})");

void setUp(BodyEditor &editor, const ShippedOperation &shipped)
{
    editor.setOperationBody(shipped.operation.body, shipped.source);
    showAt(editor);
}

} // namespace

class TestBodyEditor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void insertsAnExampleThatFits_data();
    void insertsAnExampleThatFits();
    void offersTheExamplesOfTheDocument();
    void listsWhatDoesNotFit();
    void tellsThatTextIsNoJson();
    void formatsJsonAndUndoes();
    void fillsTheFieldsOfAForm();
    void takesAFileAsTheBody();
    void makesAFormOfAFreeRequest();
    void leavesAWrittenFormAsItIs();
    void needsABody();
    void saysThatThereIsNone();
    void takesAnyTextForAFreeRequest();
    void coloursByMediaType_data();
    void coloursByMediaType();
    void followsTheTheme();
    void leavesTheKeyboardFree();
};

void TestBodyEditor::insertsAnExampleThatFits_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("with an example") << QByteArray("v10.createCatalog");
    QTest::newRow("V5") << QByteArray("v5.createDraftProduct");
}

void TestBodyEditor::insertsAnExampleThatFits()
{
    QFETCH(const QByteArray, id);
    ScreenBench bench;
    BodyEditor editor(bench.services().theme, bench.services().files);
    setUp(editor, shippedOperation(id.constData()));
    QVERIFY(editor.text().isEmpty());
    QSignalSpy changed(&editor, &BodyEditor::changed);
    click(editor, "bodyExample");
    QTRY_VERIFY(!editor.text().isEmpty());
    QVERIFY(!changed.isEmpty());
    QTRY_VERIFY(isShown(editor, "bodyStatus"));
    QVERIFY2(!isShown(editor, "bodyFindings"), qPrintable(editor.text()));
    const Result<std::optional<BuiltBody>> body = makeBody(editor.content());
    QVERIFY(body && *body);
    QCOMPARE((*body)->contentType, QByteArray("application/json"));
    QCOMPARE(QString::fromUtf8((*body)->bytes), editor.text());
}

void TestBodyEditor::offersTheExamplesOfTheDocument()
{
    ScreenBench bench;
    BodyEditor editor(bench.services().theme, bench.services().files);
    setUp(editor, operationWithBody(R"({"application/json":{"schema":{"type":"object"},"examples":{
        "small":{"summary":"Cats & dogs","value":{"n":1.0}},"large":{"value":[2e400]},"elsewhere":{"externalValue":
        "https://example.com/x"}}},"text/plain":{"example":"only one"}})"));
    const auto *button = part<QPushButton>(editor, "bodyExample");
    QVERIFY(button->menu());
    const QList<QAction *> choices = button->menu()->actions();
    QCOMPARE(choices.size(), 2);
    QCOMPARE(choices.at(0)->text(), u"Cats && dogs"_s);
    QCOMPARE(choices.at(1)->text(), u"large"_s);
    choices.at(1)->trigger();
    QCOMPARE(editor.text().simplified(), u"[ 2e400 ]"_s); // as written
    choices.at(0)->trigger();
    QCOMPARE(editor.text().simplified(), u"{ \"n\": 1.0 }"_s);
    // One is inserted without a question.
    choose(editor, "bodyType", part<QComboBox>(editor, "bodyType")->findText(u"text/plain"_s));
    QVERIFY(!button->menu());
    click(editor, "bodyExample");
    QCOMPARE(editor.text(), u"only one"_s);
}

void TestBodyEditor::listsWhatDoesNotFit()
{
    ScreenBench bench;
    BodyEditor editor(bench.services().theme, bench.services().files);
    setUp(editor, operationWithBody(jsonContent));
    auto *code = part<CodeView>(editor, "requestBody");
    code->setPlainText(u"{\n  \"size\":\n    \"big\"\n}"_s);
    auto *list = part<QListWidget>(editor, "bodyFindings");
    QTRY_COMPARE(list->count(), 2); // "name" is missing, "size" is a text
    QTRY_VERIFY(isShown(editor, "bodyFindings"));
    const QList<QListWidgetItem *> third = list->findItems(u"Line 3"_s, Qt::MatchStartsWith);
    QCOMPARE(third.size(), 1);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(third.first()).center());
    int line = -1;
    int column = -1;
    code->getCursorPosition(&line, &column);
    QCOMPARE(line, 2);
    QVERIFY(code->hasFocus());
    code->setPlainText(u"{\"name\": \"x\", \"size\": 3}"_s);
    QTRY_VERIFY(!isShown(editor, "bodyFindings"));
    QTRY_COMPARE(textOf(editor, "bodyStatus"), u"Fits the schema."_s);
}

void TestBodyEditor::tellsThatTextIsNoJson()
{
    ScreenBench bench;
    BodyEditor editor(bench.services().theme, bench.services().files);
    editor.setFree();
    showAt(editor);
    part<CodeView>(editor, "requestBody")->setPlainText(u"{\n\"a\": 1,\n}"_s);
    QTRY_VERIFY(isShown(editor, "bodyFindings"));
    QVERIFY(part<QListWidget>(editor, "bodyFindings")->item(0)->text().startsWith(u"Line 3"_s));
    part<CodeView>(editor, "requestBody")->setPlainText(u"{}"_s);
    QTRY_COMPARE(textOf(editor, "bodyStatus"), u"Valid JSON."_s);
    part<CodeView>(editor, "requestBody")->setPlainText({});
    QTRY_VERIFY(!isShown(editor, "bodyStatus"));
}

void TestBodyEditor::formatsJsonAndUndoes()
{
    ScreenBench bench;
    BodyEditor editor(bench.services().theme, bench.services().files);
    editor.setFree();
    showAt(editor);
    auto *code = part<CodeView>(editor, "requestBody");
    code->setPlainText(u"{\"b\":1.10,\"a\":[1e400]}"_s);
    click(editor, "bodyFormat");
    QTRY_COMPARE(editor.text(), u"{\n  \"b\": 1.10,\n  \"a\": [\n    1e400\n  ]\n}"_s);
    code->undo();
    QCOMPARE(editor.text(), u"{\"b\":1.10,\"a\":[1e400]}"_s);
    code->setPlainText(u"{\"b\":"_s);
    click(editor, "bodyFormat");
    QTRY_VERIFY(isShown(editor, "bodyFindings"));
    QCOMPARE(editor.text(), u"{\"b\":"_s);
}

void TestBodyEditor::fillsTheFieldsOfAForm()
{
    const QTemporaryDir folder;
    ScreenBench bench;
    BodyEditor editor(bench.services().theme, bench.services().files);
    setUp(editor, operationWithBody(R"({"multipart/form-data":{"schema":{"type":"object","required":["product"],
        "properties":{"product":{"type":"string","format":"binary"},"note":{"type":"string"}}}}})"));
    QVERIFY(isShown(editor, "bodyFields"));
    QVERIFY(!editor.check());
    QVERIFY(isShown(editor, "problem:body:product"));
    const Result<std::optional<BuiltBody>> missing = makeBody(editor.content());
    QVERIFY(!missing);
    QCOMPARE(missing.error().kind, ErrorKind::InvalidInput);
    const QString path = writeInto(folder, u"product.yaml"_s, "product: 1.0.0\n");
    bench.services().files.setNextAnswer(path);
    click(editor, "choose:body:product");
    type(editor, "value:body:note", u"first"_s);
    QVERIFY(editor.check());
    QVERIFY(readsFiles(editor.content()));
    const Result<std::optional<BuiltBody>> body = makeBody(editor.content());
    QVERIFY(body && *body);
    QVERIFY((*body)->contentType.startsWith("multipart/form-data; boundary="));
    QVERIFY((*body)->bytes.contains("product: 1.0.0\n"));
    QVERIFY((*body)->bytes.contains("filename=\"product.yaml\""));
    QVERIFY((*body)->bytes.contains("first"));
    QCOMPARE(editor.values().size(), 2);

    BodyEditor second(bench.services().theme, bench.services().files);
    setUp(second, operationWithBody(R"({"multipart/form-data":{"schema":{"type":"object",
        "properties":{"product":{"type":"string","format":"binary"},"note":{"type":"string"}}}}})"));
    second.setContent(editor.mediaType(), {}, {}, editor.values());
    QCOMPARE(second.values(), editor.values());
}

void TestBodyEditor::takesAFileAsTheBody()
{
    const QTemporaryDir folder;
    ScreenBench bench;
    BodyEditor editor(bench.services().theme, bench.services().files);
    setUp(editor, operationWithBody(jsonContent));
    choose(editor, "bodyType", part<QComboBox>(editor, "bodyType")->count() - 1);
    const QByteArray bytes("{\"name\":\r\n\"x\"}\0end", 18);
    bench.services().files.setNextAnswer(writeInto(folder, u"body.json"_s, bytes));
    click(editor, "bodyFileChoose");
    QVERIFY(readsFiles(editor.content()));
    const Result<std::optional<BuiltBody>> body = makeBody(editor.content());
    QVERIFY(body && *body);
    QCOMPARE((*body)->bytes, bytes);
    QCOMPARE((*body)->contentType, QByteArray("application/json"));
    type(editor, "bodyFile", folder.filePath(u"missing.json"_s));
    QVERIFY(!makeBody(editor.content()));

    BodyEditor second(bench.services().theme, bench.services().files);
    setUp(second, operationWithBody(jsonContent));
    second.setContent(editor.mediaType(), {}, editor.file(), {});
    QCOMPARE(second.content(), editor.content());
}

void TestBodyEditor::makesAFormOfAFreeRequest()
{
    const QTemporaryDir folder;
    ScreenBench bench;
    BodyEditor editor(bench.services().theme, bench.services().files);
    editor.setFree();
    showAt(editor);
    part<QComboBox>(editor, "bodyType")->setCurrentText(u"multipart/form-data"_s);
    QVERIFY(isShown(editor, "bodyParts"));
    type(editor, "partName0", u"note"_s);
    type(editor, "partValue0", u"a=b&c"_s);
    click(editor, "partAdd");
    type(editor, "partName1", u"upload"_s);
    bench.services().files.setNextAnswer(writeInto(folder, u"x.txt"_s, "content of x"));
    click(editor, "partFile1");
    click(editor, "partAdd");
    type(editor, "partName2", u"gone"_s);
    click(editor, "partRemove2");
    const Result<std::optional<BuiltBody>> body = makeBody(editor.content());
    QVERIFY(body && *body);
    QVERIFY((*body)->bytes.contains("content of x"));
    QVERIFY((*body)->bytes.contains("a=b&c"));
    QVERIFY(!(*body)->bytes.contains("gone"));

    BodyEditor second(bench.services().theme, bench.services().files);
    second.setFree();
    second.setContent(editor.mediaType(), editor.text(), editor.file(), editor.values());
    QCOMPARE(second.content(), editor.content());
    click(editor, "partFile1"); // a text again
    QVERIFY(!readsFiles(editor.content()));
    part<QComboBox>(editor, "bodyType")->setCurrentText(u"application/x-www-form-urlencoded"_s);
    const Result<std::optional<BuiltBody>> pairs = makeBody(editor.content());
    QVERIFY(pairs && *pairs);
    QVERIFY2((*pairs)->bytes.startsWith("note=a%3Db%26c&upload="), (*pairs)->bytes.constData());
}

void TestBodyEditor::leavesAWrittenFormAsItIs()
{
    ScreenBench bench;
    BodyEditor editor(bench.services().theme, bench.services().files);
    editor.setFree();
    showAt(editor);
    editor.setContent(u"application/x-www-form-urlencoded"_s, u"a=1&b=%20"_s, {}, {});
    QCOMPARE(editor.text(), u"a=1&b=%20"_s);
    const Result<std::optional<BuiltBody>> body = makeBody(editor.content());
    QVERIFY(body && *body);
    QCOMPARE((*body)->bytes, QByteArray("a=1&b=%20"));
    QCOMPARE((*body)->contentType, QByteArray("application/x-www-form-urlencoded"));
}

void TestBodyEditor::needsABody()
{
    ScreenBench bench;
    BodyEditor editor(bench.services().theme, bench.services().files);
    setUp(editor, operationWithBody(jsonContent));
    QVERIFY(!makeBody(editor.content()));
    setUp(editor, operationWithBody(jsonContent, false));
    const Result<std::optional<BuiltBody>> none = makeBody(editor.content());
    QVERIFY(none && !*none);
}

void TestBodyEditor::saysThatThereIsNone()
{
    ScreenBench bench;
    BodyEditor editor(bench.services().theme, bench.services().files);
    setUp(editor, shippedOperation("v10.listCatalogs"));
    QVERIFY(isShown(editor, "bodyNone"));
    QVERIFY(!isShown(editor, "bodyType"));
    QVERIFY(!isShown(editor, "bodyFormat"));
    const Result<std::optional<BuiltBody>> none = makeBody(editor.content());
    QVERIFY(none && !*none);
}

void TestBodyEditor::takesAnyTextForAFreeRequest()
{
    ScreenBench bench;
    BodyEditor editor(bench.services().theme, bench.services().files);
    editor.setFree();
    showAt(editor);
    editor.setContent(u"application/vnd.acme+xml"_s, u"<a>\r\n</a>"_s, {}, {});
    QCOMPARE(editor.mediaType(), u"application/vnd.acme+xml"_s);
    QCOMPARE(editor.text(), u"<a>\r\n</a>"_s);
    QVERIFY(!isShown(editor, "bodyFormat"));
    QVERIFY(!isShown(editor, "bodyExample"));
    const Result<std::optional<BuiltBody>> body = makeBody(editor.content());
    QVERIFY(body && *body);
    QCOMPARE((*body)->contentType, QByteArray("application/vnd.acme+xml"));
}

void TestBodyEditor::coloursByMediaType_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<SourceLanguage>("language");
    QTest::newRow("json") << u"application/json; charset=utf-8"_s << SourceLanguage::Json;
    QTest::newRow("suffix") << u"application/problem+JSON"_s << SourceLanguage::Json;
    QTest::newRow("xml") << u"text/xml"_s << SourceLanguage::Xml;
    QTest::newRow("yaml") << u"application/vnd.ibm-apim.swagger2+yaml"_s << SourceLanguage::Yaml;
    QTest::newRow("text") << u"text/plain"_s << SourceLanguage::Plain;
    QTest::newRow("none") << QString() << SourceLanguage::Plain;
}

void TestBodyEditor::coloursByMediaType()
{
    QFETCH(const QString, type);
    QFETCH(const SourceLanguage, language);
    QCOMPARE(sourceLanguageOf(type), language);
    ScreenBench bench;
    CodeView view(bench.services().theme);
    view.setLanguage(language);
    view.setPlainText(u"{\"a\": [1]}"_s);
    showAt(view);
    QCOMPARE(view.lexer() != nullptr, language != SourceLanguage::Plain);
    QCOMPARE(view.plainText(), u"{\"a\": [1]}"_s);
    view.setPlainText(language == SourceLanguage::Xml ? u"<a>\n  <b>1</b>\n</a>"_s : u"{\"a\":\n  [1]\n}"_s);
    if (language == SourceLanguage::Yaml)
        view.setPlainText(u"a:\n  b: 1\n"_s);
    view.recolor();
    QVERIFY(view.contractedFolds().isEmpty());
    view.foldLine(0);
    QCOMPARE(view.contractedFolds().isEmpty(), language == SourceLanguage::Plain);
}

void TestBodyEditor::followsTheTheme()
{
    ScreenBench bench;
    Theme &theme = bench.services().theme;
    theme.setMode(ThemeMode::Light);
    CodeView view(theme);
    view.setLanguage(SourceLanguage::Json);
    const QColor light = view.lexer()->paper(0);
    QCOMPARE(light, theme.colour(Colour::Surface));
    theme.setMode(ThemeMode::Dark);
    QCOMPARE(view.lexer()->paper(0), theme.colour(Colour::Surface));
    QVERIFY(view.lexer()->paper(0) != light);
    theme.setMode(ThemeMode::Light);
}

void TestBodyEditor::leavesTheKeyboardFree()
{
    ScreenBench bench;
    BodyEditor editor(bench.services().theme, bench.services().files);
    editor.setFree();
    showAt(editor);
    auto *code = part<CodeView>(editor, "requestBody");
    code->setFocus();
    QTRY_VERIFY(code->hasFocus());
    QTest::keyClicks(code, u"{}"_s);
    QCOMPARE(editor.text(), u"{}"_s);
    QSignalSpy submitted(&editor, &BodyEditor::submitted);
    QTest::keyClick(code, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(submitted.size(), 1);
    QCOMPARE(editor.text(), u"{}"_s);
    QTest::keyClick(code, Qt::Key_Tab);
    QVERIFY(!code->hasFocus());
    QCOMPARE(editor.text(), u"{}"_s);
}

ACX_WIDGET_TEST_MAIN(TestBodyEditor)
#include "test_body_editor.moc"
