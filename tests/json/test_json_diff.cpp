// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_diff.h"
#include "app/json/sequence_match.h"
#include "tests/json/index_of_text.h"
#include "tests/support/test_main.h"

#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

/// One line a difference: "+ /pointer after", "- /pointer before", "~ /pointer before > after".
QStringList told(const JsonDiff &diff)
{
    QStringList lines;
    for (const JsonDifference &difference : diff.differences) {
        const QString before = QString::fromUtf8(difference.before);
        const QString after = QString::fromUtf8(difference.after);
        switch (difference.kind) {
        case JsonDifference::Kind::Added:
            lines += u"+ %1 %2"_s.arg(difference.pointer, after);
            break;
        case JsonDifference::Kind::Removed:
            lines += u"- %1 %2"_s.arg(difference.pointer, before);
            break;
        case JsonDifference::Kind::Changed:
            lines += u"~ %1 %2 > %3"_s.arg(difference.pointer, before, after);
            break;
        }
    }
    return lines;
}

QStringList compared(const QByteArray &before, const QByteArray &after, const JsonDiffOptions &options = {})
{
    const JsonIndexed old = indexed(before);
    const JsonIndexed now = indexed(after);
    if (!old || !now)
        return {u"no JSON"_s};
    const Result<JsonDiff> result = diff(**old, **now, options);
    return result ? told(*result) : QStringList{result.error().message()};
}

/// The length of the longest common subsequence, by the book.
qsizetype commonLength(const QByteArray &a, const QByteArray &b)
{
    QList<QList<qsizetype>> table(a.size() + 1, QList<qsizetype>(b.size() + 1, 0));
    for (qsizetype i = 1; i <= a.size(); ++i) {
        for (qsizetype j = 1; j <= b.size(); ++j)
            table[i][j] =
                a.at(i - 1) == b.at(j - 1) ? table[i - 1][j - 1] + 1 : std::max(table[i - 1][j], table[i][j - 1]);
    }
    return table[a.size()][b.size()];
}

} // namespace

class TestJsonDiff final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void differences_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QStringList>("lines");
        const auto row = [](const char *name, const char *before, const char *after, const QStringList &lines) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after) << lines;
        };
        row("equal", "{\"a\":[1,2]}", "{\"a\":[1,2]}", {});
        row("blanks and order of members", "{\"a\":1,\"b\":{\"c\":[],\"d\":null}}",
            " { \"b\" : {\"d\":null, \"c\" : [ ]},\n\"a\":1}", {});
        row("scalar", "1", "2", {u"~  1 > 2"_s});
        row("other type", "{\"a\":1}", "{\"a\":\"1\"}", {u"~ /a 1 > \"1\""_s});
        row("empty containers", "{\"a\":[]}", "{\"a\":{}}", {u"~ /a [] > {}"_s});
        row("numbers as written", "[1.0,1e400,12345678901234567890]", "[1.00,1e400,12345678901234567891]",
            {u"~ /0 1.0 > 1.00"_s, u"~ /2 12345678901234567890 > 12345678901234567891"_s});
        row("texts by what they mean", R"({"a":"\u0041\/","\u0062":1})", R"({"a":"A/","b":1})", {});
        row("a text and its name", R"({"a":"\u0041"})", R"({"a":"B"})", {uR"(~ /a "\u0041" > "B")"_s});
        row("added and removed members", "{\"a\":1,\"b\":2}", "{\"b\":2,\"c\":{\"d\":3}}",
            {u"- /a 1"_s, u"+ /c {\"d\":3}"_s});
        row("names that need escaping", "{\"a/b\":1}", "{\"a/b\":2,\"~\":0}", {u"~ /a~1b 1 > 2"_s, u"+ /~0 0"_s});
        row("a member named twice", "{\"a\":1,\"a\":2}", "{\"a\":1,\"a\":3}", {u"~ /a 2 > 3"_s});
        row("one of two gone", "{\"a\":1,\"a\":2}", "{\"a\":1}", {u"- /a 2"_s});
        row("elements by id", R"([{"id":1,"n":"x"},{"id":2,"n":"y"}])", R"([{"id":2,"n":"z"},{"id":1,"n":"x"}])",
            {uR"(~ /0/n "y" > "z")"_s});
        row("elements by id, added and removed", R"([{"id":"a"},{"id":"b"}])", R"([{"id":"c"},{"id":"b"}])",
            {uR"(- /0 {"id":"a"})"_s, uR"(+ /0 {"id":"c"})"_s});
        row("elements by name", R"([{"name":"x","v":1},{"name":"y","v":1}])",
            R"([{"name":"y","v":2},{"name":"x","v":1}])", {u"~ /0/v 1 > 2"_s});
        row("elements by url", R"([{"url":"u1","v":1},{"url":"u2","v":1}])",
            R"([{"url":"u2","v":1},{"url":"u1","v":2}])", {u"~ /1/v 1 > 2"_s});
        row("ids that are no identities", R"([{"id":1,"v":1},{"id":1,"v":2}])", R"([{"id":1,"v":2}])",
            {uR"(- /0 {"id":1,"v":1})"_s});
        row("inserted at the beginning", "[1,2,3]", "[0,1,2,3]", {u"+ /0 0"_s});
        row("removed in the middle", "[1,2,3,4]", "[1,4]", {u"- /1 2"_s, u"- /2 3"_s});
        row("changed in the middle", "[[1],[2],[3]]", "[[1],[5],[3]]", {u"~ /1/0 2 > 5"_s});
        row("changed and longer", "[\"a\",\"b\",\"z\"]", "[\"a\",\"c\",\"d\",\"z\"]",
            {uR"(~ /1 "b" > "c")"_s, uR"(+ /2 "d")"_s});
        row("emptied", "{\"a\":[1,2]}", "{\"a\":[]}", {u"- /a/0 1"_s, u"- /a/1 2"_s});
        row("order counts where nothing tells elements apart", "[true,false]", "[false,true]",
            {u"- /0 true"_s, u"+ /1 true"_s});
    }
    void differences()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QStringList, lines);
        QCOMPARE(compared(before, after), lines);
        QCOMPARE(compared(after, before).size(), lines.size());
        QCOMPARE(compared(before, before), QStringList());
    }

    void stopsAtTheWantedNumber()
    {
        QByteArray before = "[";
        QByteArray after = "[";
        for (int i = 0; i < 5000; ++i) {
            before += "[" + QByteArray::number(i) + "],";
            after += "[" + QByteArray::number(-1 - i) + "],";
        }
        before.back() = ']';
        after.back() = ']';
        JsonDiffOptions options;
        options.maxDifferences = 100;
        const JsonIndexed old = indexed(before);
        const JsonIndexed now = indexed(after);
        const Result<JsonDiff> some = diff(**old, **now, options);
        QVERIFY(some);
        QVERIFY(!some->isWhole);
        QCOMPARE(some->differences.size(), 100);
        // More than 1,000 steps apart: by position.
        QCOMPARE(some->differences.at(7), (JsonDifference{u"/7/0"_s, JsonDifference::Kind::Changed, "7", "-8"}));
        options.maxDifferences = 5000;
        const Result<JsonDiff> all = diff(**old, **now, options);
        QVERIFY(all && all->isWhole);
        QCOMPARE(all->differences.size(), 5000);
    }

    void cutsLongValues()
    {
        const QByteArray umlauts = "\"" + QByteArray("ä").repeated(5000) + "\"";
        const JsonIndexed old = indexed(umlauts);
        const JsonIndexed now = indexed("1");
        const Result<JsonDiff> result = diff(**old, **now);
        QVERIFY(result);
        const QByteArray told = result->differences.constFirst().before;
        QVERIFY(told.size() <= JsonDifference::longestValue + 3);
        QVERIFY(told.endsWith("…"));
        QVERIFY(!QString::fromUtf8(told).contains(QChar::ReplacementCharacter));
    }

    void survivesDepth()
    {
        constexpr int levels = 100'000;
        const QByteArray open(levels, '[');
        const QByteArray close(levels, ']');
        const QStringList lines = compared(open + "1" + close, open + "2" + close);
        QCOMPARE(lines.size(), 1);
        QVERIFY(lines.constFirst().endsWith(u"/0 1 > 2"_s));
    }

    void canBeCancelled()
    {
        const QByteArray wide = "[" + QByteArray("1,").repeated(200'000) + "1]";
        const JsonIndexed old = indexed(wide);
        JsonDiffOptions options;
        int asked = 0;
        options.goOn = [&asked] { return ++asked < 3; };
        const Result<JsonDiff> result = diff(**old, **old, options);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
        QCOMPARE(asked, 3);
    }

    void findsLongestCommonSequences()
    {
        QRandomGenerator random(7); // the same each time
        for (int round = 0; round < 400; ++round) {
            const auto word = [&random] {
                QByteArray text(random.bounded(14), ' ');
                for (char &c : text)
                    c = "abc"[random.bounded(3)];
                return text;
            };
            const QByteArray a = word();
            const QByteArray b = word();
            const auto pairs =
                matchSequences(a.size(), b.size(), [&](qsizetype x, qsizetype y) { return a.at(x) == b.at(y); });
            QVERIFY(pairs);
            QVERIFY2(pairs->size() == commonLength(a, b), QByteArray(a + " " + b).constData());
            for (qsizetype i = 0; i < pairs->size(); ++i) {
                QCOMPARE(a.at(pairs->at(i).first), b.at(pairs->at(i).second));
                QVERIFY(i == 0 ||
                        (pairs->at(i - 1).first < pairs->at(i).first && pairs->at(i - 1).second < pairs->at(i).second));
            }
        }
        const auto never = [](qsizetype, qsizetype) { return false; };
        QVERIFY(!matchSequences(3, 3, never, 5));
        QVERIFY(matchSequences(3, 3, never, 6));
        QVERIFY(matchSequences(0, 0, never, 0));
    }
};

ACX_TEST_MAIN(TestJsonDiff)
#include "test_json_diff.moc"
