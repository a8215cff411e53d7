// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/explorer/naughty_strings.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

using Texts = QStringList;

Texts emptiness()
{
    return {u""_s,       u" "_s,      u"   "_s,    u"\t"_s,     u"\n"_s,  u"\r\n"_s, u"\u00a0"_s, u"\u2003"_s,
            u"\u200b"_s, u"\ufeff"_s, u"\u3000"_s, u"\u2060"_s, u"a\n"_s, u" a"_s,   u"a "_s};
}

Texts words()
{
    return {u"null"_s,   u"NULL"_s, u"nil"_s,  u"None"_s,   u"undefined"_s, u"true"_s, u"false"_s,
            u"yes"_s,    u"no"_s,   u"on"_s,   u"NaN"_s,    u"Infinity"_s,  u"-"_s,    u"--"_s,
            u"--help"_s, u"-o"_s,   u"con"_s,  u"nul"_s,    u"aux"_s,       u"lpt1"_s, u"AND"_s,
            u"OR"_s,     u"NOT"_s,  u"NEAR"_s, u"title:x"_s};
}

Texts numbers()
{
    return {u"0"_s,
            u"-0"_s,
            u"00"_s,
            u"1e400"_s,
            u"1E-400"_s,
            u"0x1F"_s,
            u"1_000"_s,
            u"1,000.5"_s,
            u"1.000,5"_s,
            u".5"_s,
            u"5."_s,
            u"+1"_s,
            u"9007199254740993"_s,
            u"18446744073709551616"_s,
            u"-9223372036854775809"_s,
            u"1/0"_s,
            u"٣"_s,
            u"１２"_s,
            u"½"_s};
}

Texts separators()
{
    return {u".a"_s,  u".é"_s,  u".well-known"_s, u"..a"_s,   u"a.."_s,    u"..."_s,    u"a."_s,  u"/"_s,   u"//"_s,
            u"\\"_s,  u"."_s,   u".."_s,          u"../.."_s, u"..\\.."_s, u"a/b"_s,    u"a?b"_s, u"a#b"_s, u"a&b"_s,
            u"a=b"_s, u"a;b"_s, u"a:b"_s,         u"a@b"_s,   u"a,b"_s,    u"a+b"_s,    u"a|b"_s, u"a%b"_s, u"%"_s,
            u"%2"_s,  u"%2F"_s, u"%2e%2e"_s,      u"%252F"_s, u"%00"_s,    u"%0d%0a"_s, u"%zz"_s, u"%C3"_s, u"~"_s,
            u"*"_s,   u"!"_s,   u"$"_s,           u"("_s,     u")"_s,      u"["_s,      u"]"_s};
}

Texts quotes()
{
    return {u"'"_s,       u"\""_s,    u"''"_s,  u"\"\""_s, u"`"_s,   u"“”"_s,      u"‘’"_s,
            u"«»"_s,      u"'\"`"_s,  u"\\'"_s, u"\\\""_s, u"\\n"_s, u"\\u0000"_s, u"\\"_s + u"x41"_s,
            u"a\"b\"c"_s, u"\"*\""_s, u"\"a"_s, u"a*"_s,   u"^a"_s};
}

Texts code()
{
    return {u"<script>x</script>"_s,
            u"<img src=x onerror=y>"_s,
            u"<b>bold</b>"_s,
            u"</textarea>"_s,
            u"&lt;b&gt;"_s,
            u"&#0;"_s,
            u"<!-- c -->"_s,
            u"]]>"_s,
            u"javascript:x"_s,
            u"data:text/html,x"_s,
            u"file:///etc/hosts"_s,
            u"' OR 1=1 --"_s,
            u"'; DELETE FROM entries; --"_s,
            u"a') UNION SELECT 1 --"_s,
            u"${HOME}"_s,
            u"$HOME"_s,
            u"$(id)"_s,
            u"`id`"_s,
            u"; id"_s,
            u"| id"_s,
            u"&& id"_s,
            u"{{7*7}}"_s,
            u"${7*7}"_s,
            u"#{7*7}"_s,
            u"<%= 7*7 %>"_s,
            u"%s%n"_s,
            u"%1 %2"_s,
            u"%L1"_s,
            u"{0}"_s,
            u"{"_s,
            u"}"_s,
            u"{\"a\":1}"_s,
            u"[1"_s,
            u"!!binary x"_s,
            u"&a *a"_s,
            u"__proto__"_s,
            u"constructor"_s,
            u"*)(uid=*"_s};
}

Texts controls()
{
    Texts texts;
    for (const char16_t c : {u'\x01', u'\x07', u'\x08', u'\x0b', u'\x0c', u'\x0e', u'\x1b', u'\x1f', u'\x7f', u'\x85'})
        texts << u"a"_s + QChar(c) + u'b';
    texts << u"a\rb"_s << u"a\nb"_s << u"a\r\nX-Evil: 1"_s << u"a\tb"_s << u"a"_s + QChar(u'\0') + u'b'
          << QString(QChar(u'\0')) << u"\u001b[31mred"_s << u"a\u2028b"_s << u"a\u2029b"_s;
    return texts;
}

Texts directions()
{
    return {u"a\u202eb"_s, u"\u202dabc"_s, u"\u2066a\u2069"_s, u"\u200fa"_s,      u"a\u061cb"_s,
            u"שלום"_s,     u"مرحبا"_s,     u"abc مرحبا 123"_s, u"\u202egpj.exe"_s};
}

Texts scripts()
{
    return {u"é"_s,
            u"e\u0301"_s,
            u"Å"_s,
            u"ß"_s,
            u"ẞ"_s,
            u"İ"_s,
            u"ı"_s,
            u"ﬁ"_s,
            u"漢字"_s,
            u"ひらがな"_s,
            u"한국어"_s,
            u"ไทย"_s,
            u"हिन्दी"_s,
            u"Ελληνικά"_s,
            u"Кириллица"_s,
            u"аpple"_s,
            u"ｆｕｌｌ"_s,
            u"𝒜𝓑"_s,
            u"👍"_s,
            u"👩\u200d💻"_s,
            u"🇩🇪"_s,
            u"👍🏽"_s,
            u"z\u0300\u0301\u0302\u0303"_s,
            u"\ufffd"_s,
            u"\ufffe"_s,
            u"\uffff"_s,
            u"\U0010ffff"_s,
            u"\U000e0041"_s,
            u"\ue000"_s};
}

Texts halves()
{
    return {QString(QChar(0xd800)), QString(QChar(0xdc00)), u"a"_s + QChar(0xd83d),
            QString(QChar(0xdc00)) + QChar(0xd800)};
}

Texts lengths()
{
    return {QString(100, u'a'),  QString(101, u'a'),         QString(255, u'x'),  QString(4096, u'y'),
            QString(1000, u'ä'), QString(500, u'/'),         QString(300, u'\''), QString(300, u'"'),
            QString(1000, u'('), (u"\u0301"_s).repeated(300)};
}

} // namespace

const QList<NaughtyString> &naughtyStrings()
{
    static const QList<NaughtyString> all = [] {
        QList<NaughtyString> list;
        const auto add = [&list](const char *category, const Texts &texts) {
            for (int i = 0; i < texts.size(); ++i)
                list.append({QByteArray(category) + ' ' + QByteArray::number(i + 1), texts.at(i)});
        };
        add("emptiness", emptiness());
        add("word", words());
        add("number", numbers());
        add("separator", separators());
        add("quote", quotes());
        add("code", code());
        add("control", controls());
        add("direction", directions());
        add("script", scripts());
        add("half", halves());
        add("length", lengths());
        return list;
    }();
    return all;
}

} // namespace acx
