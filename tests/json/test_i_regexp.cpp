// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/i_regexp.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

/// RFC 9485.
class TestIRegexp final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void matchesWholeTexts_data();
    void matchesWholeTexts();
    void searchesWithinTexts();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
};

void TestIRegexp::matchesWholeTexts_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QStringList>("matching");
    QTest::addColumn<QStringList>("others");
    const auto add = [](const char *expression, const QStringList &matching, const QStringList &others) {
        QTest::newRow(*expression == '\0' ? "empty" : expression)
            << QString::fromUtf8(expression) << matching << others;
    };
    add("", {QString()}, {u"a"_s});
    add("ab|c", {u"ab"_s, u"c"_s}, {u"abc"_s, u"a"_s, u"b"_s});
    add("a|", {u"a"_s, QString()}, {u"b"_s});
    add(".", {u"a"_s, u"é"_s, u"😀"_s, u"\u2028"_s}, {u"\n"_s, u"\r"_s, u"ab"_s});
    add("a*b+c?", {u"b"_s, u"aabbc"_s}, {u"a"_s, u"bcc"_s});
    add("a{2}b{1,}c{0,2}", {u"aab"_s, u"aabbcc"_s}, {u"ab"_s, u"aabccc"_s});
    add("(ab)*(c(d|e))?", {QString(), u"abab"_s, u"cd"_s}, {u"abc"_s});
    add("^a$", {u"^a$"_s}, {u"a"_s});
    add(R"(\^\.\*\+\?\(\)\[\]\{\}\|\-\\)", {u"^.*+?()[]{}|-\\"_s}, {u"x"_s});
    add(R"(\n\r\t)", {u"\n\r\t"_s}, {u"nrt"_s});
    add("[a-cx]", {u"a"_s, u"c"_s, u"x"_s}, {u"d"_s, u"-"_s});
    add("[^a-c]", {u"d"_s, u"\n"_s}, {u"b"_s});
    add("[-a]", {u"-"_s, u"a"_s}, {u"b"_s});
    add("[a-]", {u"-"_s, u"a"_s}, {u"b"_s});
    add("[^-]", {u"a"_s}, {u"-"_s});
    add("[a^]", {u"^"_s, u"a"_s}, {u"b"_s});
    add(R"([\]\\\-])", {u"]"_s, u"\\"_s, u"-"_s}, {u"a"_s});
    add("[:alpha:]", {u":"_s, u"a"_s}, {u"b"_s});
    add("[=a=]", {u"="_s, u"a"_s}, {u"b"_s});
    add("[.a.]", {u"."_s, u"a"_s}, {u"b"_s});
    add("[.*$&]", {u"."_s, u"*"_s, u"$"_s, u"&"_s}, {u"a"_s});
    add("[😀-😂]", {u"😁"_s}, {u"a"_s, u"😃"_s});
    add("😀{2}", {u"😀😀"_s}, {u"😀"_s});
    add(R"(\p{Lu}\p{L}+)", {u"Äöü"_s}, {u"äöü"_s});
    add(R"(\P{Nd})", {u"a"_s}, {u"1"_s, u"٣"_s});
    add(R"([\p{Nd}a]*)", {u"1a٣"_s}, {u"b"_s});
    add("a b#c", {u"a b#c"_s}, {u"ab"_s});
    add("a\tb", {u"a\tb"_s}, {u"a b"_s});
    add("x", {u"x"_s}, {u"x\n"_s});
}

void TestIRegexp::matchesWholeTexts()
{
    QFETCH(QString, expression);
    QFETCH(QStringList, matching);
    QFETCH(QStringList, others);
    const QRegularExpression read = readIRegexp(expression, true);
    QVERIFY2(read.isValid(), qPrintable(read.errorString()));
    for (const QString &text : matching)
        QVERIFY2(read.match(text).hasMatch(), qPrintable(text));
    for (const QString &text : others)
        QVERIFY2(!read.match(text).hasMatch(), qPrintable(text));
}

void TestIRegexp::searchesWithinTexts()
{
    QVERIFY(readIRegexp(u"b|c"_s, false).match(u"abd"_s).hasMatch());
    QVERIFY(readIRegexp(QString(), false).match(u"abd"_s).hasMatch());
    QVERIFY(!readIRegexp(u"^a"_s, false).match(u"abd"_s).hasMatch());
}

void TestIRegexp::refusesWhatIsNone_data()
{
    QTest::addColumn<QString>("expression");
    for (const char *expression :
         {"(",       ")",     "a)",         "(a",      "*",       "a**",          "a+?",    "(*a)",     "|*",
          "{1}",     "a{",    "a{}",        "a{,2}",   "a{1",     "a{1,2",        "a{2,1}", "a{70000}", "]",
          "}",       "a}",    "[",          "[]",      "[^]",     "[a",           "[z-a]",  "[a-b-c]",  "[a--]",
          "[a-z-9]", "[[a]",  "[a-\\p{L}]", "\\",      "\\d",     "\\w",          "\\b",    "\\1",      "\\u0041",
          "\\p",     "\\p{}", "\\p{L",      "\\p{Lx}", "\\p{Cs}", "\\p{IsLatin}", "\\p{l}", "(?:a)",    "(?i)a",
          "a\\"})
        QTest::newRow(expression) << QString::fromUtf8(expression);
}

void TestIRegexp::refusesWhatIsNone()
{
    QFETCH(QString, expression);
    QVERIFY(!readIRegexp(expression, true).isValid());
    QVERIFY(!readIRegexp(expression, false).isValid());
}

ACX_TEST_MAIN(TestIRegexp)
#include "test_i_regexp.moc"
