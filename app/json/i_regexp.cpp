// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/i_regexp.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

/// Reads the grammar of RFC 9485, section 4 and writes what section 5.3 says for PCRE. Groups are counted, not
/// recursed into.
class Reader final
{
public:
    explicit Reader(const QString &text)
        : m_text(text)
    {}

    bool read()
    {
        bool mayQuantify = false; // an atom stands before
        int groups = 0;
        while (!isAtEnd()) {
            const QChar c = next();
            if (c == u'|' || c == u'(' || c == u')') {
                groups += c == u'(' ? 1 : (c == u')' ? -1 : 0);
                if (groups < 0)
                    return false;
                mayQuantify = c == u')';
                m_pattern += c == u'(' ? u"(?:"_s : QString(c);
            } else if (c == u'*' || c == u'+' || c == u'?' || c == u'{') {
                if (!mayQuantify || !readQuantifier(c))
                    return false;
                mayQuantify = false;
            } else if (readAtom(c)) {
                mayQuantify = true;
            } else {
                return false;
            }
        }
        return groups == 0;
    }

    const QString &pattern() const { return m_pattern; }

private:
    bool isAtEnd() const { return m_at == m_text.size(); }
    QChar peek() const { return isAtEnd() ? QChar() : m_text.at(m_at); }
    QChar next() { return m_text.at(m_at++); }
    bool take(QChar c)
    {
        const bool isHere = !isAtEnd() && m_text.at(m_at) == c;
        m_at += isHere ? 1 : 0;
        return isHere;
    }

    bool readQuantifier(QChar c)
    {
        m_pattern += c;
        if (c != u'{')
            return true;
        if (!readDigits())
            return false;
        if (take(u',')) {
            m_pattern += u',';
            readDigits();
        }
        m_pattern += u'}';
        return take(u'}');
    }

    bool readDigits()
    {
        const qsizetype start = m_at;
        while (peek() >= u'0' && peek() <= u'9')
            m_pattern += next();
        return m_at > start;
    }

    bool readAtom(QChar c)
    {
        if (c == u'.')
            m_pattern += u"[^\\n\\r]"_s;
        else if (c == u'\\')
            return readEscape() != Escape::None;
        else if (c == u'[')
            return readClass();
        else if (c == u']' || c == u'}')
            return false;
        else
            m_pattern += c == u'^' || c == u'$' ? QString(u'\\') + c : QString(c);
        return true;
    }

    enum class Escape { None, Character, Category };

    /// What follows a backslash.
    Escape readEscape()
    {
        const QChar c = isAtEnd() ? QChar() : next();
        if (c == u'p' || c == u'P')
            return readCategory(c) ? Escape::Category : Escape::None;
        if (!u"()*+-.?[\\]^nrt{|}"_s.contains(c) || c.isNull())
            return Escape::None;
        m_pattern += u'\\';
        m_pattern += c;
        return Escape::Character;
    }

    bool readCategory(QChar p)
    {
        static constexpr std::array<QLatin1StringView, 7> minors = {
            QLatin1StringView("Llmotu"),   QLatin1StringView("Mcen"), QLatin1StringView("Ndlo"),
            QLatin1StringView("Pcdefios"), QLatin1StringView("Zlps"), QLatin1StringView("Sckmo"),
            QLatin1StringView("Ccfno")};
        const qsizetype end = m_text.indexOf(u'}', m_at);
        if (!take(u'{') || end < 0)
            return false;
        const QString name = m_text.sliced(m_at, end - m_at);
        const bool isKnown = std::any_of(minors.cbegin(), minors.cend(), [&name](QLatin1StringView minor) {
            return !name.isEmpty() && name.size() <= 2 && name.at(0) == minor.front() &&
                   (name.size() == 1 || minor.sliced(1).contains(name.at(1)));
        });
        m_at = end + 1;
        m_pattern += u'\\' + QString(p) + u'{' + name + u'}';
        return isKnown;
    }

    /// What follows an opening bracket.
    bool readClass()
    {
        m_pattern += u'[';
        if (take(u'^'))
            m_pattern += u'^';
        bool isFirst = true;
        for (; !isAtEnd() && peek() != u']'; isFirst = false) {
            if (take(u'-')) { // by itself at both ends only
                m_pattern += u"\\-"_s;
                if (!isFirst && peek() != u']')
                    return false;
                continue;
            }
            if (!readRange())
                return false;
        }
        m_pattern += u']';
        return !isFirst && take(u']');
    }

    /// A character, two with a hyphen between them, or a category.
    bool readRange()
    {
        const Escape first = readClassCharacter();
        if (first != Escape::Character || peek() != u'-' || m_text.mid(m_at + 1, 1) == u"]"_s)
            return first != Escape::None;
        next();
        m_pattern += u'-';
        return !isAtEnd() && peek() != u'-' && readClassCharacter() == Escape::Character;
    }

    Escape readClassCharacter()
    {
        const QChar c = next();
        if (c == u'\\')
            return readEscape();
        if (c == u'[' || c == u']')
            return Escape::None;
        if (u"^:=.&~"_s.contains(c)) // [: and its kin would mean something
            m_pattern += u'\\';
        m_pattern += c;
        if (c.isHighSurrogate() && !isAtEnd())
            m_pattern += next();
        return Escape::Character;
    }

    QString m_text;
    QString m_pattern;
    qsizetype m_at = 0;
};

/// An expression that is not valid.
QRegularExpression none()
{
    return QRegularExpression(u"("_s);
}

} // namespace

QRegularExpression readIRegexp(const QString &text, bool isWhole)
{
    Reader reader(text);
    if (!reader.read())
        return none();
    return QRegularExpression(isWhole ? u"\\A(?:"_s + reader.pattern() + u")\\z"_s : reader.pattern());
}

} // namespace acx
