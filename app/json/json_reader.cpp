// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_reader.h"

#include "app/base/in_words.h"

#include <QCoreApplication>

#include <cctype>

namespace acx {

namespace {

QString reasonOf(rapidjson::ParseErrorCode code)
{
    switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
        return inWords(QT_TRANSLATE_NOOP("acx", "a JSON value cannot begin like this"));
    case rapidjson::kParseErrorNone:
    case rapidjson::kParseErrorDocumentRootNotSingular:
        return inWords(QT_TRANSLATE_NOOP("acx", "there is more text after the end of the JSON value"));
    case rapidjson::kParseErrorObjectMissName:
        return inWords(QT_TRANSLATE_NOOP("acx", "a member name in double quotes is missing"));
    case rapidjson::kParseErrorObjectMissColon:
        return inWords(QT_TRANSLATE_NOOP("acx", "a colon is missing after a member name"));
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
        return inWords(QT_TRANSLATE_NOOP("acx", "a comma or a closing brace is missing"));
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
        return inWords(QT_TRANSLATE_NOOP("acx", "a comma or a closing bracket is missing"));
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
        return inWords(QT_TRANSLATE_NOOP("acx", "\\u needs four hexadecimal digits"));
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
        return inWords(QT_TRANSLATE_NOOP("acx", "a \\u escape is only one half of a character"));
    case rapidjson::kParseErrorStringEscapeInvalid:
        return inWords(QT_TRANSLATE_NOOP("acx", "a text holds an unknown escape or an unescaped control character"));
    case rapidjson::kParseErrorStringMissQuotationMark:
        return inWords(QT_TRANSLATE_NOOP("acx", "a closing quotation mark is missing"));
    case rapidjson::kParseErrorStringInvalidEncoding:
        return inWords(QT_TRANSLATE_NOOP("acx", "the text is not valid UTF-8"));
    case rapidjson::kParseErrorNumberTooBig:
    case rapidjson::kParseErrorNumberMissFraction:
    case rapidjson::kParseErrorNumberMissExponent:
        return inWords(QT_TRANSLATE_NOOP("acx", "a number is not complete"));
    case rapidjson::kParseErrorValueInvalid:
    case rapidjson::kParseErrorTermination:
    case rapidjson::kParseErrorUnspecificSyntaxError:
        break;
    }
    return inWords(QT_TRANSLATE_NOOP("acx", "a value is missing or not one that JSON knows"));
}

/// The value of the four hexadecimal digits at `at`; they are known to be there.
unsigned hexValue(QByteArrayView text, qsizetype at)
{
    return text.sliced(at, 4).toByteArray().toUInt(nullptr, 16);
}

/// Offset of the first \u escape in the string at `at` that is a low surrogate without its high one.
qsizetype unpairedEscape(QByteArrayView text, qsizetype at)
{
    bool isAfterHigh = false;
    for (qsizetype i = at + 1; i < text.size() && text[i] != '"';) {
        if (text[i] != '\\') {
            ++i;
            continue;
        }
        if (text[i + 1] != 'u') {
            i += 2;
            continue;
        }
        const unsigned unit = hexValue(text, i + 2);
        if (unit >= 0xDC00 && unit <= 0xDFFF && !isAfterHigh)
            return i;
        isAfterHigh = unit >= 0xD800 && unit <= 0xDBFF;
        i += 6;
    }
    return at;
}

/// The reader reports the place where a word such as nul breaks off; people look for where it begins.
qsizetype wordStart(QByteArrayView text, qsizetype offset)
{
    while (offset > 0 && std::isalpha(static_cast<unsigned char>(text[offset - 1])) != 0)
        --offset;
    return offset;
}

} // namespace

JsonProblem explainJsonStop(QByteArrayView utf8, qsizetype start, const JsonStopPlace &place)
{
    const QByteArrayView text = utf8.sliced(start);
    const auto problem = [&](qsizetype offset, QString reason) {
        return jsonProblemAt(utf8, start + offset, std::move(reason));
    };
    if (place.stop == JsonStop::TooDeep)
        return problem(
            place.offset,
            QCoreApplication::translate("acx", "values are nested deeper than %1 levels").arg(place.maxDepth));
    if (place.stop == JsonStop::UnpairedSurrogate)
        return problem(unpairedEscape(text, place.stringOffset),
                       reasonOf(rapidjson::kParseErrorStringUnicodeSurrogateInvalid));
    if (place.offset >= text.size())
        return problem(text.size(),
                       text.trimmed().isEmpty()
                           ? inWords(QT_TRANSLATE_NOOP("acx", "the text is empty"))
                           : inWords(QT_TRANSLATE_NOOP("acx", "the text ends before its JSON value is complete")));
    if (text[place.offset] == '\0')
        return problem(place.offset, inWords(QT_TRANSLATE_NOOP("acx", "the text holds a NUL byte")));
    const bool isWord = place.code == rapidjson::kParseErrorValueInvalid;
    return problem(isWord ? wordStart(text, place.offset) : place.offset, reasonOf(place.code));
}

} // namespace acx
