// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/openapi_reader.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"
#include "tests/ui/catalog_bench.h"
#include "ui/file_chooser.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace acx;

/// The left column of the explorer: what can be called.
class TestCatalogPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void modelIsSound();
    void showsGroupsAndOperations();
    void searchesAsOneTypes();
    void saysWhenNothingIsFound();
    void goesByKeyboard();
    void opensInNewTabs();
    void marksTheCurrentOperation();
    void keepsFoldsThroughASearch();
    void opensAFile();
    void showsWhatStandsApart();
    void showsErrorsWithTheirPlace_data();
    void showsErrorsWithTheirPlace();
    void opensAUrl();
    void refusesABadUrl();
    void cancelsOpening();
    void opensTheClipboard();
    void thousandsOfOperations();
};

void TestCatalogPanel::modelIsSound()
{
    CatalogModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    const OperationCatalog catalog = *readOpenApi(allSorts());
    model.setSections({{{}, u"API Connect"_s, {}, {}, catalog}});
    QCOMPARE(model.rowCount(), catalog.groups().size() + 3);
    model.setSections({{u"a"_s, u"A"_s, u"1"_s, {}, catalog}, {{}, u"API Connect"_s, {}, {}, catalog}});
    QCOMPARE(texts(model), (QStringList{u"A"_s, u"API Connect"_s}));
    model.search(u"thing"_s);
    QCOMPARE(model.total(), 10);
    QVERIFY(model.found() >= 6);
    QCOMPARE(model.indexOf(u"a"_s, u"listThings"_s).data().toString(), u"List things"_s);
    model.search(u"zeppelin"_s);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.firstOperation().isValid());
    model.search({});
    // Two of the same name are told apart by their paths.
    const OperationCatalog twice = *readOpenApi("openapi: 3.0.0\npaths:\n  /a: {get: {summary: A, tags: [T]}}\n"
                                                "  /b: {get: {summary: A, tags: [T]}}\n");
    model.setSections({{{}, {}, {}, {}, twice}});
    QCOMPARE(model.index(1, 0, model.index(0, 0)).data(CatalogModel::DetailsRole).toString(), u"/b"_s);
    model.setSections({{u"a"_s, u"A"_s, u"1"_s, {}, catalog}, {{}, u"API Connect"_s, {}, {}, catalog}});
    QVERIFY(model.indexOf({}, u"listThings"_s).data(CatalogModel::DetailsRole).toString().isEmpty());
    QVERIFY(model.indexOf({}, u"listThings"_s) != model.indexOf(u"a"_s, u"listThings"_s));
    QVERIFY(!model.indexOf({}, u"nothing"_s).isValid());
}

void TestCatalogPanel::showsGroupsAndOperations()
{
    ScreenBench bench;
    Shown shown(bench);
    const OperationCatalog catalog = *loadShippedCatalog(ShippedCatalog::V10);
    QCOMPARE(shown.tree.model()->rowCount(), catalog.groups().size());
    const QModelIndex group = shown.tree.model()->index(0, 0);
    QVERIFY(shown.tree.isExpanded(group));
    QVERIFY(!shown.tree.isExpanded(shown.tree.model()->index(5, 0)));
    QCOMPARE(textOf(shown.panel, "catalogCount"), QString());
    const QList<OperationEntry> &all = catalog.operations();
    const auto deletion =
        std::find_if(all.cbegin(), all.cend(), [](const OperationEntry &entry) { return entry.method == "DELETE"; });
    QVERIFY(deletion != all.cend());
    const QModelIndex row = shown.row(deletion->title);
    QCOMPARE(row.data(CatalogModel::MethodRole).toString(), u"DEL"_s);
    QVERIFY(row.data(Qt::ToolTipRole).toString().contains(u"\nDELETE /api/"_s));
    QVERIFY(row.data(Qt::ToolTipRole).toString().contains(riskText(OperationRisk::Destructive)));
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(u"DELETE"_s));
    // A click on a group folds it.
    shown.clickRow(group.data().toString());
    QVERIFY(!shown.tree.isExpanded(group));
    QVERIFY(shown.chosen.isEmpty());
}

void TestCatalogPanel::searchesAsOneTypes()
{
    ScreenBench bench;
    Shown shown(bench);
    type(shown.panel, "catalogSearch", u"list draft apis"_s);
    const QModelIndex first = shown.tree.model()->index(0, 0);
    QCOMPARE(first.data(CatalogModel::OperationIdRole).toString(), u"v10.listDraftApis"_s);
    QVERIFY(!first.data(CatalogModel::DetailsRole).toString().isEmpty()); // its group
    QVERIFY(textOf(shown.panel, "catalogCount").contains(u"126"_s));
    // The best one opens by Enter.
    QTest::keyClick(part(shown.panel, "catalogSearch"), Qt::Key_Return);
    QCOMPARE(shown.chosen.takeFirst(), (QVariantList{QString(), u"v10.listDraftApis"_s, false}));
    QTest::keyClick(part(shown.panel, "catalogSearch"), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(shown.chosen.takeFirst(), (QVariantList{QString(), u"v10.listDraftApis"_s, true}));
    // Esc empties the field.
    QTest::keyClick(part(shown.panel, "catalogSearch"), Qt::Key_Escape);
    QVERIFY(part<QLineEdit>(shown.panel, "catalogSearch")->text().isEmpty());
    QVERIFY(shown.row(u"Drafts"_s).isValid());
}

void TestCatalogPanel::saysWhenNothingIsFound()
{
    ScreenBench bench;
    Shown shown(bench);
    type(shown.panel, "catalogSearch", u"zeppelin"_s);
    QVERIFY(isShown(shown.panel, "catalogEmpty"));
    QVERIFY(textOf(shown.panel, "catalogEmptyText").contains(u"zeppelin"_s));
    QVERIFY(!isShown(shown.panel, "catalogTree"));
    QTest::keyClick(part(shown.panel, "catalogSearch"), Qt::Key_Return);
    QVERIFY(shown.chosen.isEmpty());
    click(shown.panel, "catalogClear");
    QVERIFY(isShown(shown.panel, "catalogTree"));
    QVERIFY(part(shown.panel, "catalogSearch")->hasFocus());
    shown.panel.setShipped({});
    QVERIFY(isShown(shown.panel, "catalogEmpty"));
    QVERIFY(!isShown(shown.panel, "catalogClear"));
}

void TestCatalogPanel::goesByKeyboard()
{
    ScreenBench bench;
    Shown shown(bench);
    shown.panel.focusSearch();
    QTest::keyClicks(part(shown.panel, "catalogSearch"), u"catalog"_s);
    QTest::keyClick(part(shown.panel, "catalogSearch"), Qt::Key_Down);
    QVERIFY(shown.tree.hasFocus());
    QTest::keyClick(&shown.tree, Qt::Key_Down);
    const QString id = shown.tree.currentIndex().data(CatalogModel::OperationIdRole).toString();
    QTest::keyClick(&shown.tree, Qt::Key_Return);
    QCOMPARE(shown.chosen.takeFirst(), (QVariantList{QString(), id, false}));
    QTest::keyClick(&shown.tree, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(shown.chosen.takeFirst(), (QVariantList{QString(), id, true}));
    QTest::keyClick(&shown.tree, Qt::Key_Up);
    QTest::keyClick(&shown.tree, Qt::Key_Up);
    QVERIFY(part(shown.panel, "catalogSearch")->hasFocus());
    // Without a search, Enter folds and unfolds groups.
    shown.panel.focusSearch();
    QTest::keyClick(part(shown.panel, "catalogSearch"), Qt::Key_Delete);
    QTest::keyClick(part(shown.panel, "catalogSearch"), Qt::Key_Down);
    const bool isOpen = shown.tree.isExpanded(shown.tree.currentIndex());
    QTest::keyClick(&shown.tree, Qt::Key_Return);
    QCOMPARE(shown.tree.isExpanded(shown.tree.currentIndex()), !isOpen);
}

void TestCatalogPanel::opensInNewTabs()
{
    ScreenBench bench;
    Shown shown(bench);
    type(shown.panel, "catalogSearch", u"v10.listDraftApis"_s);
    const QString title = shown.tree.model()->index(0, 0).data().toString();
    shown.clickRow(title);
    shown.clickRow(title, Qt::MiddleButton);
    shown.clickRow(title, Qt::LeftButton, Qt::ControlModifier);
    QCOMPARE(shown.chosen.size(), 3);
    QCOMPARE(shown.chosen.at(0).at(2).toBool(), false);
    QCOMPARE(shown.chosen.at(1).at(2).toBool(), true);
    QCOMPARE(shown.chosen.at(2).at(2).toBool(), true);
    // The same from the context menu, of the row that is current.
    shown.tree.setCurrentIndex(shown.tree.model()->index(0, 0));
    trigger(shown.panel, "openInNewTab");
    QCOMPARE(shown.chosen.takeLast().at(2).toBool(), true);
    trigger(shown.panel, "openHere");
    QCOMPARE(shown.chosen.takeLast().at(2).toBool(), false);
    QVERIFY(!shown.tree.findChild<QAction *>(u"aboutDefinition"_s)->isEnabled());
    type(shown.panel, "catalogSearch", {});
    shown.tree.setCurrentIndex(shown.tree.model()->index(0, 0)); // a group
    QVERIFY(!shown.tree.findChild<QAction *>(u"openHere"_s)->isEnabled());
}

void TestCatalogPanel::marksTheCurrentOperation()
{
    ScreenBench bench;
    Shown shown(bench);
    shown.panel.setCurrent({}, u"v10.listDraftApis"_s);
    QCOMPARE(shown.tree.currentIndex().data(CatalogModel::OperationIdRole).toString(), u"v10.listDraftApis"_s);
    QVERIFY(shown.tree.isExpanded(shown.tree.currentIndex().parent()));
    QVERIFY(shown.chosen.isEmpty());
    shown.panel.setCurrent({}, {});
    QVERIFY(!shown.tree.selectionModel()->hasSelection());
}

void TestCatalogPanel::keepsFoldsThroughASearch()
{
    ScreenBench bench;
    Shown shown(bench);
    const QString first = shown.tree.model()->index(0, 0).data().toString();
    const QString other = shown.tree.model()->index(6, 0).data().toString();
    shown.tree.collapse(shown.row(first));
    shown.tree.expand(shown.row(other));
    type(shown.panel, "catalogSearch", u"list"_s);
    type(shown.panel, "catalogSearch", {});
    QVERIFY(!shown.tree.isExpanded(shown.row(first)));
    QVERIFY(shown.tree.isExpanded(shown.row(other)));
}

void TestCatalogPanel::opensAFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sorts.yaml"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(allSorts()) > 0);
    file.close();
    ScreenBench bench;
    Shown shown(bench);
    bench.services().files.setNextAnswer(path);
    trigger(shown.panel, "openFile");
    QTRY_VERIFY(shown.row(u"List things"_s).isValid());
    QCOMPARE(texts(*shown.tree.model()), (QStringList{u"All sorts"_s, u"API Connect"_s}));
    const QModelIndex section = shown.row(u"All sorts"_s);
    QCOMPARE(section.data(CatalogModel::DetailsRole).toString(), u"3 · sorts.yaml"_s);
    QVERIFY(shown.tree.isExpanded(section));
    const QString id = section.data(CatalogModel::CatalogIdRole).toString();
    shown.clickRow(u"List things"_s);
    QCOMPARE(shown.chosen.takeFirst(), (QVariantList{id, u"listThings"_s, false}));
    // A click on the heading folds it.
    QTest::mouseClick(shown.tree.viewport(), Qt::LeftButton, {},
                      shown.tree.visualRect(shown.row(u"All sorts"_s)).topLeft() + QPoint(40, 10));
    QVERIFY(!shown.tree.isExpanded(shown.row(u"All sorts"_s)));
    // Its operations are found with the others.
    type(shown.panel, "catalogSearch", u"add a thing"_s);
    QCOMPARE(texts(*shown.tree.model()), QStringList{u"All sorts"_s});
    QTest::keyClick(part(shown.panel, "catalogSearch"), Qt::Key_Return);
    QCOMPARE(shown.chosen.takeFirst(), (QVariantList{id, u"addThing"_s, false}));
    QVERIFY(!isShown(shown.panel, "catalogNotice"));
}

void TestCatalogPanel::showsWhatStandsApart()
{
    ScreenBench bench;
    Shown shown(bench);
    QGuiApplication::clipboard()->setText(QString::fromUtf8(allSorts()));
    trigger(shown.panel, "openClipboard");
    QTRY_VERIFY(shown.row(u"Webhooks"_s).isValid());
    QVERIFY(shown.row(u"Callbacks"_s).isValid());
    QVERIFY(shown.row(u"Referenced paths"_s).isValid());
    shown.clickRow(u"A thing was made"_s);
    QVERIFY(shown.chosen.isEmpty()); // the service calls it, not we
    QVERIFY(!shown.row(u"A thing was made"_s).data(CatalogModel::CallableRole).toBool());
    const QModelIndex broken = shown.row(u"GET /broken"_s);
    QVERIFY(!broken.data(CatalogModel::ProblemRole).toString().isEmpty());
    QVERIFY(broken.data(Qt::ToolTipRole).toString().contains(broken.data(CatalogModel::ProblemRole).toString()));
    QVERIFY(shown.row(u"Get a thing"_s).data(CatalogModel::DeprecatedRole).toBool());
    QVERIFY(shown.row(u"Get a thing"_s).data(Qt::ToolTipRole).toString().contains(u"Deprecated"_s));
    // Painted in both themes, whatever is selected.
    for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
        bench.services().theme.setMode(mode);
        shown.tree.setCurrentIndex(broken);
        QVERIFY(!shown.panel.grab().isNull());
    }
}

void TestCatalogPanel::showsErrorsWithTheirPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << QString() << u"clipboard"_s;
    QTest::newRow("JSON") << u"{\n\"openapi\": }"_s << u"Line 2"_s;
    QTest::newRow("YAML") << u"openapi: [\n"_s << u"ine 2"_s;
    QTest::newRow("something else") << u"Dear Sir or Madam"_s << u"API definition"_s;
}

void TestCatalogPanel::showsErrorsWithTheirPlace()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    ScreenBench bench;
    Shown shown(bench);
    QGuiApplication::clipboard()->setText(text);
    trigger(shown.panel, "openClipboard");
    QTRY_VERIFY(isShown(shown.panel, "catalogNotice"));
    const QString told = textOf(shown.panel, "catalogNoticeTitle").remove(QChar(0x200B));
    QVERIFY2(told.contains(words, Qt::CaseInsensitive), qPrintable(told));
    QVERIFY(shown.panel.minimumSizeHint().width() <= 290);
    click(shown.panel, "catalogNoticeClose");
    QVERIFY(!isShown(shown.panel, "catalogNotice"));
    QVERIFY(bench.services().definitions.list().isEmpty());
}

void TestCatalogPanel::opensAUrl()
{
    FaultServer server(answering(httpAnswer(200, allSorts(), {"Content-Type: text/yaml"})));
    ScreenBench bench;
    Shown shown(bench);
    QVERIFY(!isShown(shown.panel, "definitionUrl"));
    trigger(shown.panel, "openUrl");
    type(shown.panel, "definitionUrl", server.url("/sorts.yaml").toString());
    QTest::keyClick(part(shown.panel, "definitionUrl"), Qt::Key_Return);
    QTRY_VERIFY(shown.row(u"List things"_s).isValid());
    QVERIFY(!isShown(shown.panel, "definitionUrl"));
    QVERIFY(server.requests().first().header("Authorization").isEmpty());
}

void TestCatalogPanel::refusesABadUrl()
{
    ScreenBench bench;
    Shown shown(bench);
    trigger(shown.panel, "openUrl");
    type(shown.panel, "definitionUrl", u"ftp://example.com/a"_s);
    click(shown.panel, "definitionUrlOpen");
    QVERIFY(!part(shown.panel, "definitionUrl")->accessibleDescription().isEmpty());
    type(shown.panel, "definitionUrl", u"http://example.com/a"_s); // not without https
    click(shown.panel, "definitionUrlOpen");
    QTRY_VERIFY(isShown(shown.panel, "catalogNotice"));
    click(shown.panel, "definitionUrlCancel");
    QVERIFY(!isShown(shown.panel, "definitionUrl"));
}

void TestCatalogPanel::cancelsOpening()
{
    FaultServer silent([](QTcpSocket &, const RecordedRequest &) {});
    ScreenBench bench;
    Shown shown(bench);
    trigger(shown.panel, "openUrl");
    type(shown.panel, "definitionUrl", silent.url("/a.json").toString());
    click(shown.panel, "definitionUrlOpen");
    QTRY_COMPARE(silent.requests().size(), 1);
    QVERIFY(isShown(shown.panel, "catalogProgress"));
    click(shown.panel, "catalogCancel");
    QVERIFY(!isShown(shown.panel, "catalogProgress"));
    QVERIFY(!isShown(shown.panel, "catalogNotice"));
    // Another one opens as if nothing had been.
    QGuiApplication::clipboard()->setText(QString::fromUtf8(allSorts()));
    trigger(shown.panel, "openClipboard");
    QTRY_VERIFY(shown.row(u"List things"_s).isValid());
    QCOMPARE(bench.services().definitions.list().size(), 1);
}

void TestCatalogPanel::opensTheClipboard()
{
    ScreenBench bench;
    Shown shown(bench);
    QGuiApplication::clipboard()->setText(QString::fromUtf8(definition("Pasted")));
    trigger(shown.panel, "openClipboard");
    QTRY_VERIFY(shown.row(u"listThings"_s).isValid());
    QVERIFY(shown.row(u"Pasted"_s).data(CatalogModel::DetailsRole).toString().contains(u"1.0"_s));
}

void TestCatalogPanel::thousandsOfOperations()
{
    QByteArray large = "openapi: 3.0.0\ninfo: {title: Large}\nservers: [{url: 'https://a.example.com'}]\npaths:\n";
    constexpr int count = 20'000;
    for (int i = 0; i < count; ++i)
        large += "  /g" + QByteArray::number(i % 100) + "/p" + QByteArray::number(i) + ":\n    get: {}\n";
    ScreenBench bench;
    const QString id = waitFor(bench.services().definitions.openText(large)).value();
    Shown shown(bench);
    QTRY_VERIFY(shown.tree.model()->rowCount(shown.row(u"Large"_s)) == 100);
    type(shown.panel, "catalogSearch", u"p19999"_s);
    QCOMPARE(shown.tree.model()->rowCount(shown.row(u"Large"_s)), 1);
    type(shown.panel, "catalogSearch", u"get"_s);
    QVERIFY(shown.tree.model()->rowCount(shown.row(u"Large"_s)) == count);
    QVERIFY(!shown.panel.grab().isNull());
    shown.panel.setCurrent(id, u"GET /g99/p19999"_s);
    QCOMPARE(shown.tree.currentIndex().data(CatalogModel::OperationIdRole).toString(), u"GET /g99/p19999"_s);
}

ACX_WIDGET_TEST_MAIN(TestCatalogPanel)
#include "test_catalog_panel.moc"
