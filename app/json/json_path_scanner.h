// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <string>

namespace acx {

/// Where and why a text is no JSONPath.
struct JsonPathProblem
{
    qsizetype position = 0; ///< in characters from 0
    QString reason;         ///< e.g. "a closing bracket is missing"
};

/// Reads the smallest parts of a JSONPath query: blanks, names, string literals, numbers. The first problem stays.
class JsonPathScanner final
{
public:
    explicit JsonPathScanner(const QString &text);

    [[nodiscard]] qsizetype position() const { return m_at; }
    [[nodiscard]] bool isAtEnd() const { return m_at == static_cast<qsizetype>(m_text.size()); }
    /// The character so many places ahead; 0 behind the end.
    [[nodiscard]] char32_t peek(qsizetype ahead = 0) const;
    [[nodiscard]] bool isName() const;
    [[nodiscard]] bool isInteger() const;

    void skip(qsizetype count) { m_at += count; }
    void skipBlanks();
    /// Takes these characters (ASCII) if they stand here.
    bool take(const char *characters);
    /// The name after a dot, in UTF-8; isName() must hold.
    [[nodiscard]] QByteArray takeName();
    /// The name of a function or one of the words true, false and null; empty if no small letter stands here.
    [[nodiscard]] QByteArray takeWord();
    /// A string literal, in UTF-8.
    [[nodiscard]] std::optional<QByteArray> takeString();
    /// An index within the range of I-JSON.
    [[nodiscard]] std::optional<qint64> takeInteger();
    /// A number literal as written.
    [[nodiscard]] std::optional<QByteArray> takeNumber();

    /// Notes a problem and returns false.
    bool refuse(qsizetype position, const QString &reason);
    [[nodiscard]] const std::optional<JsonPathProblem> &problem() const { return m_problem; }

private:
    [[nodiscard]] bool isDigit(qsizetype ahead = 0) const;
    [[nodiscard]] bool takeEscape(char32_t quote, QString &value);
    [[nodiscard]] bool takeUnicodeEscape(qsizetype start, QString &value);
    [[nodiscard]] std::optional<char16_t> takeHex();
    /// A whole number by the rule `int`, or also -0.
    [[nodiscard]] bool takeWhole(QByteArray &digits, bool mayBeMinusZero);
    [[nodiscard]] qsizetype takeDigits(QByteArray &digits);

    std::u32string m_text;
    qsizetype m_at = 0;
    std::optional<JsonPathProblem> m_problem;
};

} // namespace acx
