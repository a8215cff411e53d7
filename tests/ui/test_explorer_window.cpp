// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/explorer_bench.h"
#include "ui/main_window.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QListWidget>

using namespace Qt::StringLiterals;
using namespace acx;

/// What the window's palette and its history do with the Explorer.
class TestExplorerWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void paletteFindsOperations();
    void paletteOpensATab();
    void paletteReadsACurlCommand();
    void aRequestOfTheHistoryIsOpenedAgain();

private:
    static void run(MainWindow &window, const QString &words, const QString &text)
    {
        click(window, "paletteButton");
        auto *field = part<QLineEdit>(window, "paletteField");
        auto *list = part<QListWidget>(window, "paletteList");
        const auto find = [&] {
            field->clear();
            QTest::keyClicks(field, words);
            for (int row = 0; row < list->count(); ++row) {
                if (list->item(row)->text() == text)
                    return row;
            }
            return -1;
        };
        QTRY_VERIFY(find() >= 0);
        list->setCurrentRow(find());
        QTest::keyClick(field, Qt::Key_Return);
    }
    static ExplorerScreen &explorer(const MainWindow &window)
    {
        return *window.findChild<ExplorerScreen *>(u"explorerScreen"_s);
    }
};

void TestExplorerWindow::paletteFindsOperations()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    MainWindow window(bench.services());
    window.show();
    run(window, u"draft apis list"_s, u"List draft APIs"_s);
    QCOMPARE(window.place(), Place::Explorer);
    QTRY_VERIFY(explorer(window).currentTab().state().operationId.endsWith(u"ListDraftApis"_s, Qt::CaseInsensitive));
}

void TestExplorerWindow::paletteOpensATab()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    MainWindow window(bench.services());
    window.show();
    run(window, u"new tab"_s, u"New tab"_s);
    QCOMPARE(window.place(), Place::Explorer);
    QCOMPARE(explorer(window).tabCount(), 2);
}

void TestExplorerWindow::paletteReadsACurlCommand()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    MainWindow window(bench.services());
    window.show();
    QGuiApplication::clipboard()->setText(
        u"curl -X POST https://api.example.com/v1/orgs -H 'X-Test: one' --data '{\"a\": 1}'"_s);
    run(window, u"curl"_s, u"Paste a curl command"_s);
    const RequestState state = explorer(window).currentTab().state();
    QCOMPARE(state.method, "POST"_ba);
    QCOMPARE(state.target, u"https://api.example.com/v1/orgs"_s);
    QVERIFY(state.headerText.contains(u"X-Test: one"_s));
    QCOMPARE(state.bodyText, u"{\"a\": 1}"_s);

    QGuiApplication::clipboard()->setText(u"no command"_s);
    run(window, u"curl"_s, u"Paste a curl command"_s);
    QVERIFY(isShown(window, "messageText"));
    QCOMPARE(explorer(window).tabCount(), 1);
}

void TestExplorerWindow::aRequestOfTheHistoryIsOpenedAgain()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    MainWindow window(bench.services());
    window.show();
    window.showPlace(Place::Explorer);
    type(explorer(window), "target", u"/v1/me"_s);
    click(explorer(window), "send");
    QTRY_VERIFY(!bodyOf(explorer(window)).isEmpty());
    window.showPlace(Place::History);
    auto *list = part<QAbstractItemView>(window, "historyList");
    QTRY_COMPARE(list->model()->rowCount(), 1);
    list->setCurrentIndex(list->model()->index(0, 0));
    QTRY_VERIFY(isShown(window, "entryOpen"));
    click(window, "entryOpen");
    QTRY_COMPARE(window.place(), Place::Explorer);
    QCOMPARE(explorer(window).tabCount(), 2);
    QTRY_VERIFY(explorer(window).currentTab().state().target.endsWith(u"/v1/me"_s) ||
                explorer(window).currentTab().state().operationId == u"v5.getMe"_s);
    QVERIFY(bodyOf(explorer(window).currentTab()).isNull());
}

ACX_WIDGET_TEST_MAIN(TestExplorerWindow)
#include "test_explorer_window.moc"
