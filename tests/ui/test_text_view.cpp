// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/answer_bench.h"
#include "ui/explorer/hex_view.h"
#include "ui/explorer/large_text_view.h"
#include "ui/explorer/source_view.h"
#include "ui/explorer/text_page.h"

#include <QClipboard>
#include <QScrollBar>
#include <QStackedWidget>
#include <Qsci/qscilexer.h>

using namespace Qt::StringLiterals;
using namespace acx;

class TestTextView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s)); }
    void choosesTheView_data();
    void choosesTheView();
    void coloursAndFolds_data();
    void coloursAndFolds();
    void opensUrls_data();
    void opensUrls();
    void switchesBetweenPrettyAndReceived();
    void laysOutALargeAnswer();
    void showsWhereJsonIsBroken_data();
    void showsWhereJsonIsBroken();
    void readsOtherEncodings_data();
    void readsOtherEncodings();
    void scrollsALineOfFiftyMegabytes();
    void selectsAndCopies();
    void refusesToCopyTooMuch();
    void showsBytesAsNumbers();
};

namespace {

LargeTextView &large(AnswerBench &bench)
{
    return *part<LargeTextView>(bench.panel(), "answerLargeText");
}

QString shownText(AnswerBench &bench)
{
    return textOf(bench.panel(), "answerBody");
}

void showText(AnswerBench &bench, const QByteArray &type, const QByteArray &bytes)
{
    bench.panel().showExchange(answerOf(type, bytes));
    bench.showTab("answerBody");
    if (!QTest::qWaitFor([&] { return part<TextPage>(bench.panel(), "answerBody")->text().has_value(); }, 60'000))
        qFatal("The text was not made ready.");
}

bool showsSource(AnswerBench &bench)
{
    return isShown(bench.panel(), "answerSource");
}

} // namespace

void TestTextView::choosesTheView_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isSource");
    QTest::newRow("small") << "one\ntwo"_ba << true;
    QTest::newRow("large") << "0123456\n"_ba.repeated(200'000) << false;
    QTest::newRow("a long line") << QByteArray(70'000, 'x') << false;
    QTest::newRow("not UTF-8") << "one\xff\ntwo"_ba << false;
}

void TestTextView::choosesTheView()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isSource);
    AnswerBench bench;
    showText(bench, "text/plain", text);
    QCOMPARE(isShown(bench.panel(), "answerSource"), isSource);
    QCOMPARE(isShown(bench.panel(), "answerLargeText"), !isSource);
    QCOMPARE(shownText(bench).left(3), QString::fromUtf8(text.left(3)));
}

void TestTextView::coloursAndFolds_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("lexer");
    QTest::newRow("JSON") << "application/json"_ba
                          << R"({"a":{"b":[1,2]}})"_ba
                          << "json"_ba;
    QTest::newRow("XML") << "application/xml"_ba
                         << "<a>\n<b>x</b>\n</a>\n"_ba
                         << "xml"_ba;
    QTest::newRow("YAML") << "application/yaml"_ba
                          << "a:\n  b: 1\n  c: 2\n"_ba
                          << "yaml"_ba;
    QTest::newRow("HTML") << "text/html"_ba
                          << "<html>\n<body>\n<b>x</b>\n</body>\n</html>"_ba
                          << "hypertext"_ba;
    QTest::newRow("text") << "text/plain"_ba
                          << "{ plain"_ba << QByteArray();
}

void TestTextView::coloursAndFolds()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, lexer);
    AnswerBench bench;
    showText(bench, type, text);
    auto *source = part<SourceView>(bench.panel(), "answerSource");
    QTRY_VERIFY(showsSource(bench) && source->length() > 0);
    QTRY_COMPARE(source->lexer() ? QByteArray(source->lexer()->lexer()) : QByteArray(), lexer);
    QVERIFY(source->isReadOnly());
    if (lexer.isEmpty())
        return;
    source->recolor();
    bool isHeader = false;
    for (int line = 0; line < source->lines(); ++line) {
        const long level = source->SendScintilla(QsciScintillaBase::SCI_GETFOLDLEVEL, static_cast<unsigned long>(line));
        isHeader = isHeader || (level & QsciScintillaBase::SC_FOLDLEVELHEADERFLAG) != 0;
    }
    QVERIFY(isHeader);
}

void TestTextView::opensUrls_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("clicked");
    QTest::addColumn<QString>("url");
    QTest::newRow("in prose") << "see https://api.example.com/a, or not"_ba << qint64(10)
                              << u"https://api.example.com/a"_s;
    QTest::newRow("in markup") << "<a href=\"https://api.example.com/b?c=d\">"_ba << qint64(20)
                               << u"https://api.example.com/b?c=d"_s;
    QTest::newRow("beside it") << "see https://api.example.com/a, or not"_ba << qint64(1) << QString();
    QTest::newRow("another scheme") << "see ftp://api.example.com/a"_ba << qint64(10) << QString();
    QTest::newRow("user info") << "see https://api.example.com@evil.example/"_ba << qint64(10) << QString();
}

void TestTextView::opensUrls()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, clicked);
    QFETCH(QString, url);
    AnswerBench bench;
    showText(bench, "text/plain", text);
    auto *source = part<SourceView>(bench.panel(), "answerSource");
    QTRY_VERIFY(source->length() == text.size() && showsSource(bench));
    const auto place = static_cast<long>(clicked);
    const QPoint position(int(source->SendScintilla(QsciScintillaBase::SCI_POINTXFROMPOSITION, 0UL, place)) + 2,
                          int(source->SendScintilla(QsciScintillaBase::SCI_POINTYFROMPOSITION, 0UL, place)) + 4);
    QTest::mouseClick(source->viewport(), Qt::LeftButton, {}, position);
    QTest::mouseClick(source->viewport(), Qt::LeftButton, Qt::ControlModifier, position);
    if (url.isEmpty())
        QVERIFY(bench.inside.isEmpty());
    else
        QCOMPARE(bench.inside, (QList<std::pair<QUrl, bool>>{{QUrl(url), false}, {QUrl(url), true}}));
    QVERIFY(bench.outside.isEmpty());
}

void TestTextView::switchesBetweenPrettyAndReceived()
{
    AnswerBench bench;
    bench.showJson(R"({"b":1e400,"a":[1.0]})");
    bench.showTab("answerBody");
    QTRY_COMPARE(shownText(bench), u"{\n  \"b\": 1e400,\n  \"a\": [\n    1.0\n  ]\n}"_s);
    click(bench.panel(), "textReceived");
    QTRY_COMPARE(shownText(bench), u"{\"b\":1e400,\"a\":[1.0]}"_s);
    click(bench.panel(), "textPretty");
    QTRY_VERIFY(shownText(bench).startsWith(u"{\n  \"b\""_s));
    bench.panel().showExchange(answerOf("text/plain", "plain"));
    QTRY_COMPARE(shownText(bench), u"plain"_s);
    QVERIFY(!isShown(bench.panel(), "textPretty"));
}

void TestTextView::laysOutALargeAnswer()
{
    QByteArray json = "[0"_ba;
    for (int i = 1; i < 500'000; ++i)
        json += ",{\"n\":" + QByteArray::number(i) + '}';
    json += ']';
    AnswerBench bench;
    bench.showJson(json);
    const Pulse pulse;
    bench.showTab("answerBody");
    QTRY_VERIFY_WITH_TIMEOUT(isShown(bench.panel(), "answerLargeText"), 60'000);
    QVERIFY(pulse.beats > 0);
    QCOMPARE(large(bench).linesInSight().mid(0, 4), QStringList({u"["_s, u"  0,"_s, u"  {"_s, u"    \"n\": 1"_s}));
    QTest::keyClick(&large(bench), Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(large(bench).linesInSight().constLast(), u"]"_s);
    type(bench.panel(), "answerSearch", u"\"n\": 499999"_s);
    QTRY_COMPARE(textOf(bench.panel(), "answerSearchCount"), u"1/1"_s);
    QCOMPARE(large(bench).selectedText(), u"\"n\": 499999"_s);
}

void TestTextView::showsWhereJsonIsBroken_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    QTest::newRow("trailing comma") << "{\n \"a\": 1,\n}"_ba << u"line 3, column 1"_s;
    QTest::newRow("a word") << "[1, no]"_ba << u"line 1, column 5"_s;
    QTest::newRow("cut") << "{\"a\": [1, 2"_ba << u"line 1, column 12"_s;
    QTest::newRow("invalid UTF-8") << "[\"\xff\"]"_ba << u"line 1, column 3"_s;
    QTest::newRow("large") << "[\n" + "1,\n"_ba.repeated(500'000) + "x]" << u"line 500002, column 1"_s;
}

void TestTextView::showsWhereJsonIsBroken()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, place);
    AnswerBench bench;
    bench.panel().showExchange(answerOf("application/json", json));
    QTRY_VERIFY(isShown(bench.panel(), "answerBody") && textOf(bench.panel(), "bodyNote").contains(place));
    QVERIFY(textOf(bench.panel(), "bodyNote").contains(u"Not valid JSON"_s));
    QVERIFY(!bench.panel().jsonIndex());
    QTRY_COMPARE(shownText(bench).left(4).toUtf8(), QString::fromUtf8(json).left(4).toUtf8());
    QVERIFY(!part<QTabWidget>(bench.panel(), "answerTabs")->isTabVisible(0));
    if (!showsSource(bench))
        QVERIFY(large(bench).verticalScrollBar()->value() > 0 || json.size() < 100);
}

void TestTextView::readsOtherEncodings_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("shown");
    QTest::newRow("Latin-1") << "text/plain; charset=iso-8859-1"_ba
                             << "\xe4\xf6"_ba << u"äö"_s;
    QTest::newRow("quoted") << "text/plain; charset=\"ISO-8859-1\"; x=y"_ba
                            << "\xe4"_ba << u"ä"_s;
    QTest::newRow("UTF-16") << "text/plain"_ba
                            << QByteArray("\xff\xfe"
                                          "a\0b\0",
                                          6)
                            << u"ab"_s;
    QTest::newRow("UTF-8") << "text/plain; charset=utf-8"_ba
                           << "ä"_ba << u"ä"_s;
    QTest::newRow("unknown") << "text/plain; charset=x-none"_ba
                             << "ä"_ba << u"ä"_s;
}

void TestTextView::readsOtherEncodings()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, shown);
    AnswerBench bench;
    showText(bench, type, bytes);
    QCOMPARE(shownText(bench), shown);
}

void TestTextView::scrollsALineOfFiftyMegabytes()
{
    QByteArray line(50 * 1024 * 1024, 'x');
    line.replace(line.size() / 2, 6, "needle");
    line.replace(line.size() - 3, 3, "end");
    AnswerBench bench;
    const Pulse pulse;
    showText(bench, "text/plain", line);
    QVERIFY(pulse.beats > 0);
    QVERIFY(isShown(bench.panel(), "answerLargeText"));
    QVERIFY(large(bench).linesInSight().constFirst().size() < 1000);
    QTest::keyClick(&large(bench), Qt::Key_End);
    QVERIFY(large(bench).linesInSight().constFirst().endsWith(u"xend"_s));
    type(bench.panel(), "answerSearch", u"NEEDLE"_s);
    QTRY_COMPARE(textOf(bench.panel(), "answerSearchCount"), u"1/1"_s);
    QCOMPARE(large(bench).selectedText(), u"needle"_s);
    QVERIFY(large(bench).linesInSight().constFirst().contains(u"xneedlex"_s));
    QVERIFY(!large(bench).grab().isNull());
    // The same as one JSON string.
    bench.showJson('"' + line + '"');
    QVERIFY(bench.rows().constFirst().endsWith(u"…"_s));
}

void TestTextView::selectsAndCopies()
{
    AnswerBench bench;
    showText(bench, "text/plain", "\xff first word\nsecond\nthird\n" + "line\n"_ba.repeated(2'000));
    LargeTextView &view = large(bench);
    view.setFocus();
    view.goTo(0, 0);
    QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(view.selectedText(), u"\uFFFD "_s);
    QTest::keyClick(&view, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(view.selectedText(), u"\uFFFD"_s);
    QTest::keyClick(&view, Qt::Key_End, Qt::ShiftModifier);
    QCOMPARE(view.selectedText(), u"\uFFFD first word"_s);
    QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(view.selectedText(), u"\uFFFD first word\nsecond"_s);
    QTest::keyClick(&view, Qt::Key_Up, Qt::ShiftModifier);
    QTest::keyClick(&view, Qt::Key_Home, Qt::ShiftModifier);
    QVERIFY(view.selectedText().isEmpty());
    // By mouse, from the first line to the next.
    const QFontMetrics metrics(bench.theme().font(FontRole::Mono));
    const int height = metrics.height() + 3;
    const int left = view.viewport()->width() / 8;
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {},
                       QPoint(left + 10 * metrics.horizontalAdvance(u'0'), height / 2));
    QVERIFY(u"first word"_s.contains(view.selectedText()));
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, QPoint(left, height / 2));
    QTest::mouseMove(view.viewport(), QPoint(left, height + height / 2));
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, QPoint(left, height + height / 2));
    QVERIFY(view.selectedText().contains(u'\n'));
    QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"\uFFFD first word\nsecond\nthird\n"_s));
    QTest::keyClick(&view, Qt::Key_PageDown);
    QVERIFY(view.verticalScrollBar()->value() > 0);
    QTest::keyClick(&view, Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(view.verticalScrollBar()->value(), 0);
}

void TestTextView::refusesToCopyTooMuch()
{
    AnswerBench bench;
    showText(bench, "text/plain", "0123456\n"_ba.repeated(3'000'000));
    QGuiApplication::clipboard()->setText(u"before"_s);
    QTest::keyClick(&large(bench), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&large(bench), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    QVERIFY(isShown(bench.panel(), "answerNotice"));
}

void TestTextView::showsBytesAsNumbers()
{
    AnswerBench bench;
    QByteArray bytes;
    for (int i = 0; i < 20; ++i)
        bytes += char(i);
    bytes += "needle"_ba.rightJustified(1'000'000, '\0');
    bench.panel().showExchange(answerOf("application/octet-stream", bytes));
    bench.showTab("answerHex");
    auto *hex = part<HexView>(bench.panel(), "answerHex");
    QCOMPARE(hex->rowCount(), qint64(bytes.size() + 15) / 16);
    QCOMPARE(hex->rowText(0), u"0000000000  00 01 02 03 04 05 06 07  08 09 0a 0b 0c 0d 0e 0f  ················"_s);
    QCOMPARE(hex->rowText(hex->rowCount() - 1).right(4), u"dle"_s.rightJustified(4, u'e'));
    type(bench.panel(), "answerSearch", u"needle"_s);
    QTRY_COMPARE(textOf(bench.panel(), "answerSearchCount"), u"1/1"_s);
    QVERIFY(hex->verticalScrollBar()->value() > 0);
    QVERIFY(!hex->grab().isNull());
    QTest::keyClick(hex, Qt::Key_Home);
    QTest::keyClick(hex, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(hex, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), hex->rowText(0) + u'\n' + hex->rowText(1));
    QTest::mouseClick(hex->viewport(), Qt::LeftButton, {}, QPoint(30, 5));
    QTest::keyClick(hex, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), hex->rowText(0));
}

ACX_WIDGET_TEST_MAIN(TestTextView)
#include "test_text_view.moc"
