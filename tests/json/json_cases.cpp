// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/json/json_cases.h"

#include <QTest>

#include <utility>

namespace acx {

namespace {

void addTexts(std::initializer_list<std::pair<const char *, QByteArray>> rows)
{
    QTest::addColumn<QByteArray>("text");
    for (const auto &row : rows)
        QTest::newRow(row.first) << row.second;
}

} // namespace

QByteArray bytes(std::initializer_list<int> values)
{
    QByteArray result;
    for (int value : values)
        result.append(static_cast<char>(value));
    return result;
}

void addJsonTexts()
{
    addTexts({
        {"empty array", "[]"},
        {"empty object", "{}"},
        {"blanks around", " \t\r\n[ \n1 , 2 ]\r\n\t "},
        {"null alone", "null"},
        {"true alone", "true"},
        {"false alone", "false"},
        {"number alone", "42"},
        {"negative alone", "-1"},
        {"string alone", "\"x\""},
        {"empty string", "\"\""},
        {"zero", "[0]"},
        {"minus zero", "[-0]"},
        {"fraction", "[1.5]"},
        {"exponents", "[1e5,1E5,1e+5,1e-5,1.5e3,0e0,-0e-0]"},
        {"beyond a double", "[1e400,-1e400,1e-400,1e99999999999999999999]"},
        {"400 digits", "[" + QByteArray(400, '9') + "]"},
        {"400 digits and a fraction", "[" + QByteArray(400, '9') + ".5]"},
        {"400 digits of fraction", "[0." + QByteArray(400, '3') + "]"},
        {"number at the end", "-12.5e3"},
        {"every escape", R"(["\"\\\/\b\f\n\r\t\u0041"])"},
        {"escaped NUL", R"(["\u0000"])"},
        {"surrogate pair", R"(["\ud83d\ude00"])"},
        {"noncharacter", R"(["\uFFFF"])"},
        {"delete character", "[\"\x7f\"]"},
        {"UTF-8 of all lengths", QByteArray(R"(["é€😀"])")},
        {"U+2028 unescaped", bytes({'"', 0xe2, 0x80, 0xa8, '"'})},
        {"U+10FFFF", bytes({'"', 0xf4, 0x8f, 0xbf, 0xbf, '"'})},
        {"byte order mark", bytes({0xef, 0xbb, 0xbf, '{', '}'})},
        {"U+FEFF inside", bytes({'"', 0xef, 0xbb, 0xbf, '"'})},
        {"digits inside a string", R"(["1e400 -01 .5", {"-1.":"2e"}])"},
        {"brackets inside a string", R"(["[{\"]}"])"},
        {"empty name", R"({"":1})"},
        {"duplicate names", R"({"a":1,"a":2})"},
        {"escaped name", R"({"a\u0062":1})"},
        {"nested", R"({"a":[{"b":[[],{}]},1,"x",null,true]})"},
        {"backslashes at the end of a string", R"(["\\","\\\\"])"},
    });
}

void addOtherTexts()
{
    addTexts({
        {"two numbers in one", "[1-2]"},
        {"two numbers in one, decimal", "[100-2.5e3]"},
        {"nothing", ""},
        {"only blanks", " \n\t "},
        {"only a byte order mark", bytes({0xef, 0xbb, 0xbf})},
        {"two byte order marks", bytes({0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, '1'})},
        {"UTF-16", bytes({0xff, 0xfe, '{', 0, '}', 0})},
        {"two values", "1 2"},
        {"two arrays", "[][]"},
        {"text after the end", "{} x"},
        {"closing bracket too many", "[1]]"},
        {"array not closed", "[1"},
        {"object not closed", R"({"a":1)"},
        {"object closed as array", R"({"a":1])"},
        {"array closed as object", "[1}"},
        {"string not closed", R"(["a)"},
        {"string ends with an escape", R"(["a\)"},
        {"string ends within \\u", R"(["\u00)"},
        {"trailing comma in an array", "[1,]"},
        {"trailing comma in an object", R"({"a":1,})"},
        {"leading comma", "[,1]"},
        {"double comma", "[1,,2]"},
        {"only a comma", "[,]"},
        {"missing comma", "[1 2]"},
        {"missing colon", R"({"a" 1})"},
        {"missing value", R"({"a":})"},
        {"missing name", "{:1}"},
        {"name without quotes", "{a:1}"},
        {"name with single quotes", "{'a':1}"},
        {"number as name", "{1:1}"},
        {"colon in an array", R"(["a":1])"},
        {"line comment", "// x\n1"},
        {"block comment", "/* x */1"},
        {"comment inside", "[1 /* x */]"},
        {"hash comment", "# x\n1"},
        {"NaN", "[NaN]"},
        {"-NaN", "[-NaN]"},
        {"Infinity", "[Infinity]"},
        {"-Infinity", "[-Infinity]"},
        {"Inf", "[Inf]"},
        {"plus sign", "[+1]"},
        {"minus alone", "[-]"},
        {"minus and blank", "[- 1]"},
        {"double minus", "[--1]"},
        {"leading zero", "[01]"},
        {"negative leading zero", "[-01]"},
        {"two zeros", "[00]"},
        {"no digit before the point", "[.5]"},
        {"no digit before the point, negative", "[-.5]"},
        {"no digit after the point", "[1.]"},
        {"no digit between point and exponent", "[2.e3]"},
        {"no exponent", "[1e]"},
        {"no exponent after the sign", "[1e+]"},
        {"two exponents", "[1e5e5]"},
        {"two points", "[1.2.3]"},
        {"a comma as point", "{\"a\":1,5}"},
        {"hexadecimal", "[0x1F]"},
        {"long digits, no fraction", "[" + QByteArray(5000, '7') + ".]"},
        {"digits of another script", QByteArray("[１]")},
        {"True", "[True]"},
        {"tru", "[tru]"},
        {"truex", "[truex]"},
        {"nul", "nul"},
        {"word", "hello"},
        {"single quotes", "['a']"},
        {"raw newline in a string", "[\"a\nb\"]"},
        {"raw tab in a string", "[\"a\tb\"]"},
        {"raw control character in a string", "[\"a\x01"
                                              "b\"]"},
        {"raw control character in a name", "{\"a\x1f\":1}"},
        {"unknown escape", R"(["\x41"])"},
        {"escaped quote of another kind", R"(["\'"])"},
        {"escaped line end", "[\"\\\n\"]"},
        {"capital U escape", R"(["\U0041"])"},
        {"three hexadecimal digits", R"(["\u041"])"},
        {"bad hexadecimal digit", R"(["\u00g1"])"},
        {"high surrogate alone", R"(["\ud83d"])"},
        {"high surrogate and text", R"(["\ud83dx"])"},
        {"two high surrogates", R"(["\ud83d\ud83d"])"},
        {"low surrogate alone", R"(["\ude00"])"},
        {"low surrogate in a name", R"({"\udc00":1})"},
        {"pair in wrong order", R"(["\ude00\ud83d"])"},
        {"invalid UTF-8 in a string", bytes({'"', 0xff, '"'})},
        {"invalid UTF-8 in a name", bytes({'{', '"', 0xc3, '"', ':', '1', '}'})},
        {"invalid UTF-8 outside", bytes({'[', 0xe9, ']'})},
        {"UTF-8 cut short", bytes({'"', 0xe2, 0x82, '"'})},
        {"UTF-8 cut by the end", bytes({'"', 0xe2, 0x82})},
        {"overlong UTF-8, 2 bytes", bytes({'"', 0xc0, 0xaf, '"'})},
        {"overlong UTF-8, 3 bytes", bytes({'"', 0xe0, 0x80, 0xaf, '"'})},
        {"overlong UTF-8, 4 bytes", bytes({'"', 0xf0, 0x80, 0x80, 0xaf, '"'})},
        {"surrogate in UTF-8", bytes({'"', 0xed, 0xa0, 0x80, '"'})},
        {"beyond U+10FFFF", bytes({'"', 0xf4, 0x90, 0x80, 0x80, '"'})},
        {"continuation byte alone", bytes({'"', 0x80, '"'})},
        {"NUL after the value", bytes({'[', '1', ']', 0})},
        {"NUL and more after the value", bytes({'[', '1', ']', 0, 'x'})},
        {"NUL in a string", bytes({'"', 'a', 0, 'b', '"'})},
        {"NUL in an array", bytes({'[', 0, ']'})},
        {"NUL alone", bytes({0})},
        {"form feed as blank", "[\f]"},
        {"no-break space as blank", QByteArray("[\u00a01]")},
        {"backtick", "`1`"},
        {"star", "*"},
        {"angle", "<.>"},
    });
}

} // namespace acx
