// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/text_layers.h"

#include <QByteArray>
#include <QByteArrayView>

namespace acx {

/// Finds the next of some characters. Asked again within what it has looked through, it knows the answer: many values
/// that end at the same place cost no more than one.
class NextOf final
{
public:
    NextOf(const QByteArray &text, QByteArrayView stops)
        : m_text(text)
        , m_stops(stops)
    {}
    /// The end of the text if there is none.
    [[nodiscard]] qsizetype from(qsizetype at);

private:
    const QByteArray &m_text;
    QByteArrayView m_stops;
    qsizetype m_from = 0;
    qsizetype m_found = -1;
};

/// A text in which names and values are looked for, and where in it the things end that hold them. Offsets may be
/// beyond its end.
class ScannedText final
{
    Q_DISABLE_COPY_MOVE(ScannedText)

public:
    explicit ScannedText(const QByteArray &text);
    ~ScannedText() = default;

    [[nodiscard]] static bool isBlank(char c) { return c == ' ' || c == '\t'; }
    [[nodiscard]] static bool isSpace(char c) { return isBlank(c) || c == '\r' || c == '\n'; }
    [[nodiscard]] static bool isQuote(char c) { return c == '"' || c == '\'' || c == '`'; }
    [[nodiscard]] static bool isOfName(char c);

    [[nodiscard]] qsizetype size() const { return m_text.size(); }
    /// '\0' outside.
    [[nodiscard]] char at(qsizetype at) const { return at >= 0 && at < m_text.size() ? m_text.at(at) : '\0'; }
    [[nodiscard]] QByteArrayView part(qsizetype begin, qsizetype end) const;
    [[nodiscard]] bool has(QByteArrayView what, qsizetype at) const { return part(at, at + what.size()) == what; }
    /// -1 = there is none.
    [[nodiscard]] qsizetype indexOf(QByteArrayView what, qsizetype from) const { return m_text.indexOf(what, from); }

    [[nodiscard]] qsizetype skipBlanks(qsizetype at) const;
    [[nodiscard]] qsizetype skipSpaces(qsizetype at) const;
    /// Behind the line end at `at`, of either kind.
    [[nodiscard]] qsizetype skipLineEnd(qsizetype at) const;

    [[nodiscard]] qsizetype lineEnd(qsizetype from) { return m_lineEnd.from(from); }
    [[nodiscard]] qsizetype wordEnd(qsizetype from) { return m_wordEnd.from(from); }
    [[nodiscard]] qsizetype pairEnd(qsizetype from) { return m_pairEnd.from(from); }
    /// The same where an apostrophe is a character like any other.
    [[nodiscard]] qsizetype queryEnd(qsizetype from) { return m_queryEnd.from(from); }
    [[nodiscard]] qsizetype memberEnd(qsizetype from) { return m_memberEnd.from(from); }
    [[nodiscard]] qsizetype tagBegin(qsizetype from) { return m_tagBegin.from(from); }

    /// The empty line behind the lines of a head; -1 if other lines follow.
    [[nodiscard]] qsizetype headEnd(qsizetype from);

    /// The closing quotation mark of a string that begins at `from`; `end` if there is none before it.
    [[nodiscard]] qsizetype closingQuote(qsizetype from, char quote, qsizetype end) const;
    [[nodiscard]] qsizetype closingQuote(qsizetype from, char quote) const { return closingQuote(from, quote, size()); }
    /// The end of the object or array that begins at `from`.
    [[nodiscard]] qsizetype closingBracket(qsizetype from) const;
    /// The quotation mark at `at` as it stands inside a string: \", \\\" or \u0022. Empty = there is none.
    [[nodiscard]] QByteArrayView escapedQuote(qsizetype at) const;

private:
    [[nodiscard]] bool isHeaderLine(qsizetype begin) const;

    const QByteArray &m_text;
    NextOf m_lineEnd;
    NextOf m_wordEnd;
    NextOf m_pairEnd;
    NextOf m_queryEnd;
    NextOf m_memberEnd;
    NextOf m_tagBegin;
    TextRange m_head{0, -1}; ///< from where the end of a head was looked for, and where its lines end
    bool m_isHead = false;   ///< with an empty line
};

} // namespace acx
