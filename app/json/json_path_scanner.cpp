// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_path_scanner.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

bool isNameFirst(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c == U'_' || c >= 0x80;
}

bool isBlank(char32_t c)
{
    return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r';
}

} // namespace

JsonPathScanner::JsonPathScanner(const QString &text)
    : m_text(text.toStdU32String())
{
    if (text.isValidUtf16())
        return;
    qsizetype at = 0;
    for (qsizetype i = 0; i < text.size(); ++i, ++at) {
        const bool isPair = text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (text.at(i).isSurrogate() && !isPair)
            break;
        if (isPair)
            ++i;
    }
    refuse(at, QCoreApplication::translate("acx", "this is half of a character"));
}

char32_t JsonPathScanner::peek(qsizetype ahead) const
{
    const auto at = static_cast<size_t>(m_at + ahead);
    return at < m_text.size() ? m_text[at] : U'\0';
}

bool JsonPathScanner::isDigit(qsizetype ahead) const
{
    return peek(ahead) >= U'0' && peek(ahead) <= U'9';
}

bool JsonPathScanner::isName() const
{
    return isNameFirst(peek());
}

bool JsonPathScanner::isInteger() const
{
    return peek() == U'-' || isDigit();
}

void JsonPathScanner::skipBlanks()
{
    while (isBlank(peek()))
        ++m_at;
}

bool JsonPathScanner::take(const char *characters)
{
    qsizetype length = 0;
    for (; characters[length] != '\0'; ++length) {
        if (peek(length) != static_cast<char32_t>(characters[length]))
            return false;
    }
    m_at += length;
    return true;
}

QByteArray JsonPathScanner::takeName()
{
    const qsizetype start = m_at;
    while (isNameFirst(peek()) || isDigit())
        ++m_at;
    return QString::fromUcs4(m_text.data() + start, m_at - start).toUtf8();
}

QByteArray JsonPathScanner::takeWord()
{
    QByteArray word;
    const auto isSmall = [this] { return peek() >= U'a' && peek() <= U'z'; };
    while (isSmall() || (!word.isEmpty() && (isDigit() || peek() == U'_'))) {
        word += static_cast<char>(peek());
        ++m_at;
    }
    return word;
}

std::optional<QByteArray> JsonPathScanner::takeString()
{
    const qsizetype start = m_at;
    const char32_t quote = peek();
    QString value;
    for (++m_at; peek() != quote; ++m_at) {
        if (isAtEnd()) {
            refuse(start, QCoreApplication::translate("acx", "this text has no closing quotation mark"));
            return std::nullopt;
        }
        if (peek() == U'\\') {
            if (!takeEscape(quote, value))
                return std::nullopt;
            continue;
        }
        if (peek() < 0x20) {
            refuse(m_at, QCoreApplication::translate("acx", "a control character has to be written as \\u00…"));
            return std::nullopt;
        }
        const char32_t c = peek();
        value += QString::fromUcs4(&c, 1);
    }
    ++m_at;
    return value.toUtf8();
}

/// Ends at the last character of the escape.
bool JsonPathScanner::takeEscape(char32_t quote, QString &value)
{
    static constexpr std::u32string_view letters = U"bfnrt/\\";
    static constexpr std::u16string_view meanings = u"\b\f\n\r\t/\\";
    const qsizetype start = m_at++;
    const char32_t c = peek();
    if (c == U'u')
        return takeUnicodeEscape(start, value);
    const size_t letter = isAtEnd() ? std::u32string_view::npos : letters.find(c);
    if (letter == std::u32string_view::npos && (isAtEnd() || c != quote))
        return refuse(start, QCoreApplication::translate(
                                 "acx", "no such escape; \\b \\f \\n \\r \\t \\/ \\\\ \\uXXXX and the quotation mark "
                                        "of the text may be escaped"));
    value += letter == std::u32string_view::npos ? QChar(static_cast<char16_t>(quote)) : QChar(meanings[letter]);
    return true;
}

bool JsonPathScanner::takeUnicodeEscape(qsizetype start, QString &value)
{
    const QString reason = QCoreApplication::translate("acx", "\\u needs four hexadecimal digits");
    const std::optional<char16_t> first = takeHex();
    if (!first)
        return refuse(start, reason);
    value += QChar(*first);
    if (!QChar::isSurrogate(*first))
        return true;
    const bool isPair = QChar::isHighSurrogate(*first) && peek(1) == U'\\' && peek(2) == U'u';
    if (isPair) {
        m_at += 2;
        const std::optional<char16_t> second = takeHex();
        if (!second)
            return refuse(start, reason);
        value += QChar(*second);
        if (QChar::isLowSurrogate(*second))
            return true;
    }
    return refuse(start, QCoreApplication::translate("acx", "this is one half of a surrogate pair only"));
}

/// Ends at the last digit.
std::optional<char16_t> JsonPathScanner::takeHex()
{
    unsigned value = 0;
    for (int i = 1; i <= 4; ++i) {
        const char32_t c = peek(i);
        const auto isBetween = [c](char32_t low, char32_t high) { return c >= low && c <= high; };
        if (isBetween(U'0', U'9'))
            value = 16 * value + (c - U'0');
        else if (isBetween(U'a', U'f'))
            value = 16 * value + (c - U'a' + 10);
        else if (isBetween(U'A', U'F'))
            value = 16 * value + (c - U'A' + 10);
        else
            return std::nullopt;
    }
    m_at += 4;
    return static_cast<char16_t>(value);
}

qsizetype JsonPathScanner::takeDigits(QByteArray &digits)
{
    const qsizetype start = m_at;
    for (; isDigit(); ++m_at)
        digits += static_cast<char>(peek());
    return m_at - start;
}

bool JsonPathScanner::takeWhole(QByteArray &digits, bool mayBeMinusZero)
{
    const qsizetype start = m_at;
    if (take("-"))
        digits += '-';
    const bool beginsWithZero = peek() == U'0';
    const qsizetype count = takeDigits(digits);
    if (count == 0)
        return refuse(start, QCoreApplication::translate("acx", "digits are missing"));
    if (beginsWithZero && count > 1)
        return refuse(start, QCoreApplication::translate("acx", "a number has no leading zero"));
    if (digits == "-0" && !mayBeMinusZero)
        return refuse(start, QCoreApplication::translate("acx", "an index is not -0"));
    return true;
}

std::optional<qint64> JsonPathScanner::takeInteger()
{
    constexpr qint64 largest = (qint64(1) << 53) - 1; // RFC 7493, section 2.2
    const qsizetype start = m_at;
    QByteArray digits;
    if (!takeWhole(digits, false))
        return std::nullopt;
    bool fits = false;
    const qint64 value = digits.toLongLong(&fits);
    if (!fits || value > largest || value < -largest) {
        refuse(start, QCoreApplication::translate("acx", "the number is beyond ±9007199254740991"));
        return std::nullopt;
    }
    return value;
}

std::optional<QByteArray> JsonPathScanner::takeNumber()
{
    const qsizetype start = m_at;
    QByteArray text;
    if (!takeWhole(text, true))
        return std::nullopt;
    const bool isFraction = take(".");
    if (isFraction) {
        text += '.';
        if (takeDigits(text) == 0) {
            refuse(start, QCoreApplication::translate("acx", "digits are missing"));
            return std::nullopt;
        }
    }
    if (take("e") || take("E")) {
        text += 'e';
        if (peek() == U'+' || peek() == U'-') {
            text += static_cast<char>(peek());
            ++m_at;
        }
        if (takeDigits(text) == 0) {
            refuse(start, QCoreApplication::translate("acx", "digits are missing"));
            return std::nullopt;
        }
    }
    return text;
}

bool JsonPathScanner::refuse(qsizetype position, const QString &reason)
{
    if (!m_problem)
        m_problem = JsonPathProblem{position, reason};
    return false;
}

} // namespace acx
