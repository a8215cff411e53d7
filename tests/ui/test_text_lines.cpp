// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "ui/explorer/text_line_layout.h"
#include "ui/explorer/text_lines.h"

#include <QApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace acx;

class TestTextLines final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s)); }
    void findsLines_data();
    void findsLines();
    void stopsFindingLines();
    void showsBytesAsCharacters_data();
    void showsBytesAsCharacters();
    void beginsWithinACharacter();
};

void TestTextLines::findsLines_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<qint64>>("starts");
    QTest::addColumn<qint64>("longest");
    QTest::newRow("nothing") << ""_ba << QList<qint64>{0} << qint64(0);
    QTest::newRow("one line") << "abc"_ba << QList<qint64>{0} << qint64(3);
    QTest::newRow("line end at the end") << "abc\n"_ba << QList<qint64>{0, 4} << qint64(3);
    QTest::newRow("CR LF") << "ab\r\nc"_ba << QList<qint64>{0, 4} << qint64(2);
    QTest::newRow("empty lines") << "\n\na"_ba << QList<qint64>{0, 1, 2} << qint64(1);
    QList<qint64> many;
    for (qint64 i = 0; i < 5'000; ++i)
        many += i * 3;
    QTest::newRow("many") << "ab\n"_ba.repeated(4'999) + "cd" << many << qint64(2);
    const QByteArray wide(3'000'000, 'x');
    QTest::newRow("long ones") << wide + "\n" + wide + "\ny\n" + wide
                               << QList<qint64>{0, 3'000'001, 6'000'002, 6'000'004} << qint64(3'000'000);
}

void TestTextLines::findsLines()
{
    QFETCH(QByteArray, text);
    QFETCH(QList<qint64>, starts);
    QFETCH(qint64, longest);
    const std::optional<TextLines> lines = TextLines::build(text);
    QVERIFY(lines);
    QCOMPARE(lines->count(), qint64(starts.size()));
    QCOMPARE(lines->longest(), longest);
    for (qsizetype i = 0; i < starts.size(); ++i) {
        const qint64 end = i + 1 < starts.size() ? starts.at(i + 1) : text.size();
        QCOMPARE(lines->start(i), starts.at(i));
        QCOMPARE(lines->next(starts.at(i)), end);
        QCOMPARE(lines->lineAt(starts.at(i)), i);
        QVERIFY(lines->end(starts.at(i)) <= end);
        if (end > starts.at(i))
            QCOMPARE(lines->lineAt(end - 1), i);
    }
    QCOMPARE(lines->start(starts.size()), qint64(text.size()));
}

void TestTextLines::stopsFindingLines()
{
    const QByteArray text = "0123456\n"_ba.repeated(2'000'000);
    QVERIFY(!TextLines::build(text, [](qint64 done) { return done < 5'000'000; }));
}

void TestTextLines::showsBytesAsCharacters_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("shown");
    QTest::newRow("letters") << "aä€😀"_ba << u"aä€😀"_s;
    QTest::newRow("lone continuation") << "a\x80z"_ba << u"a\uFFFDz"_s;
    QTest::newRow("cut character") << "a\xe2\x82"_ba << u"a\uFFFD\uFFFD"_s;
    QTest::newRow("overlong") << "\xc0\xaf"_ba << u"\uFFFD\uFFFD"_s;
    QTest::newRow("surrogate") << "\xed\xa0\x80"_ba << u"\uFFFD\uFFFD\uFFFD"_s;
    QTest::newRow("beyond Unicode") << "\xf5\x80\x80\x80"_ba << u"\uFFFD\uFFFD\uFFFD\uFFFD"_s;
    QTest::newRow("controls") << QByteArray("\0\x1b[31m\x7f", 7) << u"␀␛[31m⟨U+007F⟩"_s;
    QTest::newRow("direction") << "\xe2\x80\xaex"_ba << u"⟨U+202E⟩x"_s;
    QTest::newRow("tab") << "a\tb"_ba << u"a    b"_s;
    QTest::newRow("markup") << "<b>x</b>"_ba << u"<b>x</b>"_s;
}

void TestTextLines::showsBytesAsCharacters()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, shown);
    const ShownLine line = shownLine(bytes, 0, bytes.size(), 1000);
    QCOMPARE(line.shown, shown);
    QCOMPARE(line.pieces.back().offset, qint64(bytes.size()));
    for (size_t i = 0; i + 1 < line.pieces.size(); ++i) {
        QCOMPARE(line.placeOf(line.pieces[i].offset), line.pieces[i].from);
        QCOMPARE(line.offsetAt(line.pieces[i].from), line.pieces[i].offset);
    }
}

void TestTextLines::beginsWithinACharacter()
{
    const QByteArray text = "a€b"_ba;
    QCOMPARE(shownLine(text, 1, text.size(), 10).shown, u"€b"_s);
    QCOMPARE(shownLine(text, 2, text.size(), 10).shown, u"b"_s);
    QCOMPARE(shownLine(text, 3, text.size(), 10).shown, u"b"_s);
    QCOMPARE(shownLine("\x80\x80", 1, 2, 10).shown, u"\uFFFD"_s);
    QCOMPARE(shownLine(text, 0, text.size(), 2).shown, u"a€"_s);
}

ACX_WIDGET_TEST_MAIN(TestTextLines)
#include "test_text_lines.moc"
