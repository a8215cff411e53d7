// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/schema_pattern.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

/// What a pattern may try on one text before it is given up: a few milliseconds.
constexpr int matchLimit = 100'000;
constexpr qsizetype longestPattern = 5000; // characters

/// Writes what PCRE reads for what ECMA-262 means.
class Translator final
{
public:
    explicit Translator(const QString &pattern)
        : m_pattern(pattern)
    {}

    QString translate()
    {
        while (m_at < m_pattern.size()) {
            const QChar c = m_pattern.at(m_at++);
            if (c == u'\\')
                translateEscape();
            else if (c == u'[' && !m_inClass)
                openClass();
            else if (c == u'$' && !m_inClass)
                m_out += "\\z"_L1;
            else
                copy(c);
        }
        return m_out;
    }

private:
    void copy(QChar c)
    {
        if (c == u']')
            m_inClass = false;
        // Inside a class, PCRE alone would read [: as the beginning of a POSIX class.
        m_out += m_inClass && c == u'[' ? u"\\["_s : QString(c);
    }

    void openClass()
    {
        if (m_pattern.sliced(m_at).startsWith("^]"_L1)) {
            m_out += "[\\s\\S]"_L1;
            m_at += 2;
        } else if (m_pattern.sliced(m_at).startsWith(u']')) {
            m_out += "(?!)"_L1;
            m_at += 1;
        } else {
            m_inClass = true;
            m_out += u'[';
        }
    }

    void translateEscape()
    {
        const QString rest = m_pattern.sliced(m_at);
        static const QRegularExpression unicode(u"^u(?:([0-9a-fA-F]{4})|\\{([0-9a-fA-F]{1,6})\\})"_s);
        const QRegularExpressionMatch match = unicode.match(rest);
        if (match.hasMatch()) {
            m_out += u"\\x{%1%2}"_s.arg(match.captured(1), match.captured(2));
            m_at += match.capturedLength();
            return;
        }
        m_out += u'\\';
        if (m_at < m_pattern.size())
            m_out += m_pattern.at(m_at++);
    }

    const QString &m_pattern;
    QString m_out;
    qsizetype m_at = 0;
    bool m_inClass = false;
};

/// Makes a text by walking along a pattern and taking the first way everywhere.
class Sampler final
{
public:
    explicit Sampler(const QString &pattern)
        : m_pattern(pattern)
    {}

    std::optional<QString> sample()
    {
        const QString text = alternatives(0);
        return m_failed || m_at != m_pattern.size() ? std::nullopt : std::optional(text);
    }

private:
    static constexpr int deepest = 20;
    static constexpr int mostRepetitions = 200;

    [[nodiscard]] bool isAtEnd() const { return m_at >= m_pattern.size(); }
    [[nodiscard]] QChar peek() const { return isAtEnd() ? QChar() : m_pattern.at(m_at); }

    /// Reads all alternatives up to the group's end; the first one counts.
    QString alternatives(int depth)
    {
        QString first;
        bool isFirst = true;
        m_failed = m_failed || depth > deepest;
        while (!m_failed) {
            const QString text = sequence(depth);
            if (isFirst)
                first = text;
            isFirst = false;
            if (peek() != u'|')
                break;
            ++m_at;
        }
        return first;
    }

    QString sequence(int depth)
    {
        QString text;
        while (!m_failed && !isAtEnd() && peek() != u'|' && peek() != u')') {
            const QString piece = atom(depth);
            for (int i = repetitions(); i > 0 && text.size() < longestPattern; --i)
                text += piece;
        }
        return text;
    }

    QString atom(int depth)
    {
        const QChar c = m_pattern.at(m_at++);
        if (c == u'^' || c == u'$')
            return {};
        if (c == u'(')
            return group(depth);
        if (c == u'[')
            return characterOfClass();
        if (c == u'\\')
            return escaped();
        return c == u'.' ? u"a"_s : QString(c);
    }

    QString group(int depth)
    {
        if (m_pattern.sliced(m_at).startsWith("?:"_L1))
            m_at += 2;
        else if (peek() == u'?')
            m_failed = true;
        const QString text = alternatives(depth + 1);
        if (peek() != u')')
            m_failed = true;
        ++m_at;
        return text;
    }

    QString escaped()
    {
        if (isAtEnd()) {
            m_failed = true;
            return {};
        }
        const QChar c = m_pattern.at(m_at++);
        if (c == u'd')
            return u"1"_s;
        if (c == u'w' || c == u'D' || c == u'S')
            return u"a"_s;
        if (c == u's' || c == u'W')
            return u" "_s;
        m_failed = m_failed || c.isLetterOrNumber(); // others have a meaning of their own
        return c;
    }

    /// The first character of the class; of one that excludes, one that is not in it.
    QString characterOfClass()
    {
        const bool excludes = peek() == u'^';
        if (excludes)
            ++m_at;
        QString members;
        while (!isAtEnd() && peek() != u']') {
            const QChar c = m_pattern.at(m_at++);
            members += c == u'\\' ? escaped() : QString(c);
        }
        if (isAtEnd() || members.isEmpty())
            m_failed = true;
        ++m_at;
        if (!excludes)
            return members.first(members.isEmpty() ? 0 : 1);
        static const QString offers = u"aA1 -_.x"_s;
        const auto other =
            std::find_if(offers.cbegin(), offers.cend(), [&members](QChar c) { return !members.contains(c); });
        return other == offers.cend() ? QString() : QString(*other);
    }

    int repetitions()
    {
        static const QRegularExpression quantifier(u"\\G(?:([*+?])|\\{(\\d{1,4})(?:,\\d*)?\\})\\??"_s);
        const QRegularExpressionMatch match = quantifier.match(m_pattern, m_at);
        if (!match.hasMatch())
            return 1;
        m_at = match.capturedEnd();
        if (!match.captured(2).isEmpty())
            return std::min(match.captured(2).toInt(), mostRepetitions);
        return match.captured(1) == "+"_L1 ? 1 : 0;
    }

    const QString &m_pattern;
    qsizetype m_at = 0;
    bool m_failed = false;
};

} // namespace

QRegularExpression readSchemaPattern(const QString &pattern)
{
    // An expression that is no expression.
    if (pattern.size() > longestPattern)
        return QRegularExpression(u"("_s);
    return QRegularExpression(u"(*LIMIT_MATCH=%1)"_s.arg(matchLimit) + Translator(pattern).translate(),
                              QRegularExpression::DontCaptureOption);
}

std::optional<bool> matchesPattern(const QRegularExpression &pattern, const QString &text)
{
    if (!pattern.isValid())
        return std::nullopt;
    const QRegularExpressionMatch match = pattern.match(text);
    return match.isValid() ? std::optional(match.hasMatch()) : std::nullopt;
}

std::optional<QString> textForPattern(const QString &pattern)
{
    if (pattern.size() > longestPattern)
        return std::nullopt;
    const std::optional<QString> text = Sampler(pattern).sample();
    const bool fits = text && matchesPattern(readSchemaPattern(pattern), *text).value_or(false);
    return fits ? text : std::nullopt;
}

} // namespace acx
