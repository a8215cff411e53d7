// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/secret_names.h"

#include <algorithm>
#include <optional>

namespace acx {
namespace {

constexpr qsizetype longestName = 80;

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

bool isSpace(char c)
{
    return isBlank(c) || c == '\r' || c == '\n';
}

bool isQuote(char c)
{
    return c == '"' || c == '\'' || c == '`';
}

bool isNameCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' ||
           c == '.';
}

struct Name
{
    QByteArrayView text;
    qsizetype begin = 0; ///< of the name itself
    bool isQuoted = false;
};

// The name before the separator at `at`: a run of name characters, or whatever stands between quotes.
std::optional<Name> nameBefore(const QByteArray &text, qsizetype at)
{
    qsizetype end = at;
    while (end > 0 && isSpace(text.at(end - 1)))
        --end;
    if (end == 0)
        return std::nullopt;
    Name name;
    name.isQuoted = isQuote(text.at(end - 1));
    const char quote = text.at(end - 1);
    if (name.isQuoted)
        --end;
    qsizetype begin = end;
    const qsizetype stop = std::max<qsizetype>(0, end - longestName);
    while (begin > stop && (name.isQuoted ? text.at(begin - 1) != quote : isNameCharacter(text.at(begin - 1))))
        --begin;
    if (begin == end || (name.isQuoted && (begin == 0 || text.at(begin - 1) != quote)))
        return std::nullopt;
    name.begin = begin;
    name.text = QByteArrayView(text).sliced(begin, end - begin);
    // A whole form or document between quotation marks is no name.
    for (const char c : name.text) {
        if (c == '=' || c == '&' || c == '{' || c == '}')
            return std::nullopt;
    }
    return name;
}

qsizetype skip(const QByteArray &text, qsizetype at, bool (*what)(char))
{
    while (at < text.size() && what(text.at(at)))
        ++at;
    return at;
}

qsizetype findAny(const QByteArray &text, qsizetype from, QByteArrayView stops)
{
    while (from < text.size() && !stops.contains(text.at(from)))
        ++from;
    return from;
}

// The closing quote of a string that begins after `from`; the end of the text if there is none.
qsizetype closingQuote(const QByteArray &text, qsizetype from, char quote)
{
    for (qsizetype i = from; i < text.size(); ++i) {
        if (text.at(i) == '\\')
            ++i;
        else if (text.at(i) == quote)
            return i;
    }
    return text.size();
}

// The end of the object or array that begins at `from`.
qsizetype closingBracket(const QByteArray &text, qsizetype from)
{
    int depth = 0;
    for (qsizetype i = from; i < text.size(); ++i) {
        const char c = text.at(i);
        if (c == '"')
            i = closingQuote(text, i + 1, c);
        else if (c == '{' || c == '[')
            ++depth;
        else if ((c == '}' || c == ']') && --depth == 0)
            return i + 1;
    }
    return text.size();
}

TextRange memberValue(const QByteArray &text, qsizetype from)
{
    const char first = from < text.size() ? text.at(from) : '\0';
    if (first == '{' || first == '[')
        return {from, closingBracket(text, from)};
    const TextRange range{from, findAny(text, from, ",}] \t\r\n")};
    const QByteArrayView word = QByteArrayView(text).sliced(range.begin, range.end - range.begin);
    return word == "true" || word == "false" || word == "null" ? TextRange{} : range;
}

bool beginsLine(const QByteArray &text, qsizetype at)
{
    while (at > 0 &&
           (isBlank(text.at(at - 1)) || text.at(at - 1) == '<' || text.at(at - 1) == '>' || text.at(at - 1) == '*'))
        --at;
    return at == 0 || text.at(at - 1) == '\n' || text.at(at - 1) == '\r';
}

// These are header lines wherever they stand; other names may be words of a sentence.
bool isHeaderOnly(QByteArrayView name)
{
    for (const QByteArrayView known :
         {"Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "IAM-ApiKey", "X-IBM-Client-Secret"}) {
        if (name.compare(known, Qt::CaseInsensitive) == 0)
            return true;
    }
    return name.size() > 7 && name.first(7).compare("X-Auth-", Qt::CaseInsensitive) == 0;
}

TextRange headerValueRange(const QByteArray &text, const Name &name, qsizetype from)
{
    const char before = name.begin > 0 ? text.at(name.begin - 1) : '\0';
    // https://host/identity/token: refused
    if (before == '/')
        return {};
    const qsizetype lineEnd = findAny(text, from, "\r\n");
    if (isQuote(before))
        return {from, std::min(lineEnd, closingQuote(text, from, before))};
    if (isHeaderOnly(name.text) || beginsLine(text, name.begin))
        return {from, lineEnd};
    return {from, findAny(text, from, " \t\r\n")};
}

// \"value\": one of the layers shows this string without its backslashes.
bool isEscapedString(const QByteArray &text, qsizetype from)
{
    const qsizetype quote = skip(text, from, [](char c) { return c == '\\'; });
    return quote > from && quote < text.size() && isQuote(text.at(quote)) && quote - from < 8;
}

TextRange valueAfter(const QByteArray &text, const Name &name, qsizetype separator, bool isDecoded)
{
    const bool isPair = text.at(separator) == '=';
    qsizetype from = skip(text, separator + 1, name.isQuoted ? isSpace : isBlank);
    const bool isHeaderLine = !isPair && !name.isQuoted && isHeaderOnly(name.text);
    const bool isString = from < text.size() && isQuote(text.at(from)) && !isHeaderLine;
    if (isString && !(isPair && isDecoded)) {
        const qsizetype quote = closingQuote(text, from + 1, text.at(from));
        // A header line whose value only begins with a quotation mark.
        const qsizetype next = skip(text, std::min(quote + 1, text.size()), isBlank);
        const bool isWhole = next >= text.size() || QByteArrayView("\r\n,}])").contains(text.at(next));
        if (!isPair && !name.isQuoted && !isWhole && beginsLine(text, name.begin))
            return {from, std::max(findAny(text, from, "\r\n"), quote)};
        return {from + 1, quote};
    }
    if (isPair)
        return {from, findAny(text, from, "& \t\r\n\"'`<>#")};
    if (name.isQuoted)
        return isEscapedString(text, from) ? TextRange{} : memberValue(text, from);
    return headerValueRange(text, name, from);
}

// A run of base64 whose padding looks like the sign of a pair.
bool looksLikeData(const Name &name)
{
    constexpr qsizetype longest = 24; // characters; names of variables have underscores
    if (name.isQuoted || name.text.size() < longest)
        return false;
    bool hasDigit = false;
    bool hasUpper = false;
    bool hasLower = false;
    for (const char c : name.text) {
        hasDigit = hasDigit || (c >= '0' && c <= '9');
        hasUpper = hasUpper || (c >= 'A' && c <= 'Z');
        hasLower = hasLower || (c >= 'a' && c <= 'z');
    }
    return hasDigit && hasUpper && hasLower;
}

// The name of the element that begins with a tag ending at `at`: <name> or <name attribute="…">.
std::optional<Name> elementBefore(const QByteArray &text, qsizetype at)
{
    const qsizetype begin = text.lastIndexOf('<', at) + 1;
    if (begin == 0 || at - begin > longestName || text.at(at - 1) == '/')
        return std::nullopt;
    const qsizetype end = skip(text, begin, isNameCharacter);
    if (end == begin || (end < at && !isSpace(text.at(end))))
        return std::nullopt;
    Name name;
    name.begin = begin;
    name.text = QByteArrayView(text).sliced(begin, end - begin);
    return name;
}

// ('name', 'value'): how pairs are printed.
TextRange tupleValue(const QByteArray &text, qsizetype comma)
{
    const std::optional<Name> name = nameBefore(text, comma);
    if (!name || !name->isQuoted || !isSecretName(name->text))
        return {};
    qsizetype before = name->begin - 2;
    while (before >= 0 && (isSpace(text.at(before)) || text.at(before) == 'b' || text.at(before) == 'u'))
        --before;
    const qsizetype quote = skip(text, comma + 1, isSpace);
    if (before < 0 || text.at(before) != '(' || quote >= text.size() || !isQuote(text.at(quote)))
        return {};
    return {quote + 1, closingQuote(text, quote + 1, text.at(quote))};
}

TextRange elementValue(const QByteArray &text, qsizetype close)
{
    const std::optional<Name> name = elementBefore(text, close);
    if (!name || !isSecretName(name->text))
        return {};
    if (QByteArrayView(text).sliced(close + 1).startsWith("<![CDATA["))
        return {close + 1, std::max(text.indexOf("]]>", close), close + 1)};
    return {close + 1, findAny(text, close + 1, "<")};
}

// An authorization code of OAuth; elsewhere "code" is the code of an error.
bool isCodeParameter(const QByteArray &text, const Name &name, char separator)
{
    const char before = name.begin > 0 ? text.at(name.begin - 1) : '\0';
    return separator == '=' && (before == '?' || before == '&') && name.text.compare("code", Qt::CaseInsensitive) == 0;
}

} // namespace

bool isSecretName(QByteArrayView name)
{
    QByteArray plain;
    for (const char c : name) {
        if (c != '_' && c != '-' && c != '.' && c != ' ' && c != '\\')
            plain += c;
    }
    plain = plain.toLower();
    for (const QByteArrayView readable : {"tokentype", "endpoint", "assertiontype"}) {
        if (plain.contains(readable))
            return false;
    }
    for (const QByteArrayView ending : {"expiration", "expires", "expiresin", "lifetime"}) {
        if (plain.endsWith(ending))
            return false;
    }
    for (const QByteArrayView word : {"apikey", "passcode", "password", "passwd", "token", "jwt", "secret", "assertion",
                                      "authorization", "cookie", "privatekey", "activation"}) {
        if (plain.contains(word))
            return true;
    }
    return plain.startsWith("xauth");
}

QList<TextRange> namedSecrets(const QByteArray &text, bool isDecoded)
{
    QList<TextRange> found;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        if (c == ',' || c == '>') {
            const TextRange range = c == ',' ? tupleValue(text, i) : elementValue(text, i);
            if (range.end > range.begin)
                found.append(range);
        }
        if (c != ':' && c != '=')
            continue;
        const std::optional<Name> name = nameBefore(text, i);
        if (!name || looksLikeData(*name) || (!isSecretName(name->text) && !isCodeParameter(text, *name, c)))
            continue;
        const TextRange range = valueAfter(text, *name, i, isDecoded);
        if (range.end > range.begin)
            found.append(range);
    }
    return found;
}

} // namespace acx
