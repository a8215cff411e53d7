// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_path.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace acx;

class TestJsonPathErrors final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void namesThePlace_data();
    void namesThePlace();
    void refusesHalfCharacters();
    void acceptsWhatIsWellTyped_data();
    void acceptsWhatIsWellTyped();
    void boundsTheNesting();
};

void TestJsonPathErrors::namesThePlace_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("word");
    const auto add = [](const char *path, int position, const char *word) {
        QTest::newRow(*path == '\0' ? "empty" : path) << QString::fromUtf8(path) << position << QString::fromUtf8(word);
    };
    // Grammar
    add("", 1, "begins with $");
    add("a", 1, "begins with $");
    add(" $", 1, "begins with $");
    add("@.a", 1, "begins with $");
    add("$ ", 2, "can follow");
    add("$.a ", 4, "can follow");
    add("$a", 2, "can follow");
    add("$$", 2, "can follow");
    add("$.", 3, "follows the dot");
    add("$. a", 3, "follows the dot");
    add("$.1", 3, "follows the dot");
    add("$.['a']", 3, "follows the dot");
    add("$.'a'", 3, "follows the dot");
    add("$.-a", 3, "follows the dot");
    add("$.a-b", 4, "can follow");
    add("$..", 4, "follows ..");
    add("$...a", 4, "follows ..");
    add("$.. a", 4, "follows ..");
    add("$[", 3, "expected");
    add("$[]", 3, "expected");
    add("$[0", 2, "not closed");
    add("$[0,", 5, "expected");
    add("$[0,]", 5, "expected");
    add("$[0 1]", 5, "comma");
    add("$[a]", 3, "quotation marks");
    add("$['a", 3, "closing quotation mark");
    add("$['a\"]", 3, "closing quotation mark");
    add("$.é[😀]", 5, "quotation marks");
    // Integers
    add("$[01]", 3, "leading zero");
    add("$[-01]", 3, "leading zero");
    add("$[-0]", 3, "-0");
    add("$[-]", 3, "digits");
    add("$[+1]", 3, "expected");
    add("$[1.0]", 4, "comma");
    add("$[9007199254740992]", 3, "9007199254740991");
    add("$[-9007199254740992]", 3, "9007199254740991");
    add("$[99999999999999999999]", 3, "9007199254740991");
    add("$[0:9007199254740992]", 5, "9007199254740991");
    add("$[::9007199254740992]", 5, "9007199254740991");
    add("$[1:2:3:4]", 8, "comma");
    add("$[1:a]", 5, "comma");
    add("$[:::]", 5, "comma");
    // Strings
    add("$['\t']", 4, "control character");
    add(R"($['\x'])", 4, "no such escape");
    add(R"($['\"'])", 4, "no such escape");
    add(R"($["\'"])", 4, "no such escape");
    add(R"($['\u12'])", 4, "four hexadecimal");
    add(R"($['\u12G4'])", 4, "four hexadecimal");
    add(R"($['\ud800'])", 4, "surrogate");
    add(R"($['\udc00'])", 4, "surrogate");
    add(R"($['\ud800\u0041'])", 4, "surrogate");
    add(R"($['\ud800\n'])", 4, "surrogate");
    add(R"($['a\)", 5, "no such escape");
    // Filters
    add("$[?]", 4, "expected");
    add("$[?@.a", 2, "not closed");
    add("$[?@.a ==]", 10, "expected");
    add("$[?@.a = 1]", 8, "comma");
    add("$[?@.a === 1]", 10, "expected");
    add("$[?(@.a]", 8, "&&, || or )");
    add("$[?(@.a", 4, "not closed");
    add("$[?@.a & @.b]", 8, "&&");
    add("$[?@.a | @.b]", 8, "||");
    add("$[?@.a && ]", 11, "expected");
    add("$[?@.a and @.b]", 8, "comma");
    add("$[?!@.a == 1]", 9, "parentheses");
    add("$[?!1]", 5, "literal");
    add("$[?!!@.a]", 5, "expected");
    add("$[?(@.a) == 1]", 10, "comma");
    add("$[?1]", 4, "literal");
    add("$[?'a']", 4, "literal");
    add("$[?true]", 4, "literal");
    add("$[?True]", 4, "expected");
    add("$[?@.a == nul]", 11, "expected");
    add("$[?@.a == 01]", 11, "leading zero");
    add("$[?@.a == 1.]", 11, "digits");
    add("$[?@.a == .5]", 11, "expected");
    add("$[?@.a == 1e]", 11, "digits");
    add("$[?@.a == +1]", 11, "expected");
    add("$[?@.a == [1]]", 11, "expected");
    add("$[?@.a == 1 == 1]", 13, "comma");
    add("$[?@.* == 1]", 4, "several values");
    add("$[?1 == @..a]", 9, "several values");
    add("$[?@[0,1] == 1]", 4, "several values");
    add("$[?@[0:1] == 1]", 4, "several values");
    add("$[?@.a == @[?@.b]]", 11, "several values");
    add("$[?@.a.]", 8, "follows the dot");
    // Functions and their types (section 2.4.9)
    add("$[?length(@.*) < 3]", 11, "single value");
    add("$[?length(@)]", 4, "no condition");
    add("$[?count(1) == 1]", 10, "takes a path");
    add("$[?count('a') == 1]", 10, "takes a path");
    add("$[?count(length(@)) == 1]", 10, "takes a path");
    add("$[?count(foo(@.*)) == 1]", 10, "no function foo");
    add("$[?match(@.timezone, 'Europe/.*') == true]", 4, "cannot be compared");
    add("$[?true == match(@.a, 'b')]", 12, "cannot be compared");
    add("$[?value(@..color)]", 4, "no condition");
    add("$[?!value(@..color)]", 5, "no condition");
    add("$[?bar(@.a)]", 4, "no function bar");
    add("$[?length(@.a, 1) == 1]", 16, "1 argument");
    add("$[?length() == 1]", 11, "1 argument");
    add("$[?match(@.a)]", 13, "2 argument");
    add("$[?match(@.a, 'b', 'c')]", 20, "2 argument");
    add("$[?match(@.a 'b')]", 14, "comma or )");
    add("$[?match(@.a, @.*)]", 15, "single value");
    add("$[?length(match(@.a, 'b')) == 1]", 11, "single value");
    add("$[?length(@.a == 1) == 1]", 11, "no condition");
    add("$[?length(!@.a) == 1]", 11, "no condition");
    add("$[?length (@.a) == 1]", 4, "expected");
    add("$[?Length(@.a) == 1]", 4, "expected");
    add("$[?length(@.a == 1]", 11, "no condition");
    add("$[?length(@.a", 10, "not closed");
    add("length($)", 1, "begins with $");
}

void TestJsonPathErrors::namesThePlace()
{
    QFETCH(QString, path);
    QFETCH(int, position);
    QFETCH(QString, word);
    const Result<JsonPath> parsed = JsonPath::parse(path);
    QVERIFY(!parsed.has_value());
    QCOMPARE(parsed.error().kind, ErrorKind::InvalidInput);
    const QString sentence = parsed.error().sentence;
    QVERIFY2(sentence.contains(u"at character %1:"_s.arg(position)), qPrintable(sentence));
    QVERIFY2(sentence.contains(word), qPrintable(sentence));
}

void TestJsonPathErrors::refusesHalfCharacters()
{
    const Result<JsonPath> parsed = JsonPath::parse(u"$['😀"_s + QChar(0xD800) + u"']"_s);
    QVERIFY(!parsed.has_value());
    QVERIFY2(parsed.error().sentence.contains(u"at character 5:"_s), qPrintable(parsed.error().sentence));
}

void TestJsonPathErrors::acceptsWhatIsWellTyped_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path : {"$[?length(@) < 3]",
                             "$[?count(@.*) == 1]",
                             "$[?match(@.timezone, 'Europe/.*')]",
                             R"($[?value(@..color) == "red"])",
                             "$[?length('a') == 1]",
                             "$[?length(value(@.*)) == 1]",
                             "$[?count( @ ) == 1]",
                             "$[?!match(@.a, @.b)]",
                             "$[?search($.x, @['y'][0])]",
                             "$[?@.a==-0]",
                             "$[?@==-0.5e-3]",
                             "$[?@.a>1E+5]",
                             "$[?length(@.a)==count(@.*)]",
                             "$[?@]",
                             "$[?$]",
                             "$[?@..*]",
                             "$[?@[?@[?@]]]",
                             "$[?@ == @ && $ == $]",
                             "$[?(((@.a)))]",
                             "$[?1==1]",
                             "$[?'a'<\"b\"]",
                             "$[?match('a','[')]",
                             "$[9007199254740991,-9007199254740991]"})
        QTest::newRow(path) << QString::fromUtf8(path);
}

void TestJsonPathErrors::acceptsWhatIsWellTyped()
{
    QFETCH(QString, path);
    const Result<JsonPath> parsed = JsonPath::parse(path);
    QVERIFY2(parsed.has_value(), qPrintable(parsed ? QString() : parsed.error().sentence));
    QCOMPARE(parsed->text(), path);
}

void TestJsonPathErrors::boundsTheNesting()
{
    const auto nested = [](const QString &before, const QString &middle, const QString &after, int depth) {
        return JsonPath::parse(u"$[?"_s + before.repeated(depth) + middle + after.repeated(depth) + u']');
    };
    for (const auto &[before, middle, after] :
         {std::array{u"("_s, u"@"_s, u")"_s}, std::array{u"@[?"_s, u"@"_s, u"]"_s},
          std::array{u"!("_s, u"@"_s, u")"_s}}) {
        QVERIFY(nested(before, middle, after, JsonPath::maxNesting - 1).has_value());
        for (const int depth : {JsonPath::maxNesting, 1'000'000}) {
            const Result<JsonPath> refused = nested(before, middle, after, depth);
            QVERIFY(!refused.has_value());
            QVERIFY2(refused.error().sentence.contains(u"nested deeper"_s), qPrintable(refused.error().sentence));
        }
    }
    // Many parts beside each other are no nesting.
    QVERIFY(JsonPath::parse(u"$[?@.a"_s + u" && @.a || @.a"_s.repeated(100'000) + u']').has_value());
}

ACX_TEST_MAIN(TestJsonPathErrors)
#include "test_json_path_errors.moc"
