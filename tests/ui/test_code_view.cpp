// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/ui/request_bench.h"
#include "ui/explorer/code_view.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace acx;

/// The editor by itself: the text is sent as it was given, to the byte.
class TestCodeView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void keepsLineEnds_data();
    void keepsLineEnds();
    void showsNoLineEnds();
};

void TestCodeView::keepsLineEnds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("typed"); // with a line more before the last
    QTest::newRow("line feeds") << u"  a\n  b"_s << u"  a\n  x\n  b"_s;
    QTest::newRow("carriage returns and line feeds") << u"  a\r\n  b"_s << u"  a\r\n  x\r\n  b"_s;
    QTest::newRow("both, a line feed first") << u"a\nb\r\nc"_s << u"a\nb\nx\r\nc"_s;
    QTest::newRow("both, a line feed last") << u"a\r\nb\nc"_s << u"a\r\nb\r\nx\nc"_s;
    QTest::newRow("one line") << u"a"_s << u"\nxa"_s;
}

void TestCodeView::keepsLineEnds()
{
    QFETCH(const QString, text);
    QFETCH(const QString, typed);
    ScreenBench bench;
    CodeView view(bench.services().theme);
    showAt(view);
    for (const QString &before : {u"{}"_s, u"1\n2"_s, u"1\r\n2"_s}) {
        view.setPlainText(before);
        view.replaceText(text);
        QCOMPARE(view.plainText(), text);
        view.undo();
        QCOMPARE(view.plainText(), before);
        view.setPlainText(text);
        QCOMPARE(view.plainText(), text);
        const int line = std::max(0, view.lines() - 2);
        const auto column = int(view.text(line).trimmed().size()) + view.indentation(line);
        view.setFocus();
        view.setCursorPosition(line, view.lines() == 1 ? 0 : column);
        QTest::keyClick(&view, Qt::Key_Return);
        QTest::keyClicks(&view, u"x"_s);
        QCOMPARE(view.plainText(), typed);
    }
}

void TestCodeView::showsNoLineEnds()
{
    ScreenBench bench;
    CodeView view(bench.services().theme);
    view.setPlainText(u"a\nb"_s);
    showAt(view);
    const QImage plain = view.viewport()->grab().toImage();
    view.setPlainText(u"a\r\nb"_s);
    QVERIFY(view.viewport()->grab().toImage() == plain);
    view.setPlainText(u"a\n\rb"_s);
    QVERIFY(view.viewport()->grab().toImage() != plain);
}

ACX_WIDGET_TEST_MAIN(TestCodeView)
#include "test_code_view.moc"
