// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/shell_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\r';
}

/// POSIX shell and bash.
class BashReader final
{
public:
    explicit BashReader(const QString &text)
        : m_text(text)
    {}

    /// False if a quotation mark is not closed.
    bool read()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at);
            if (isBlank(c)) {
                endWord();
                ++m_at;
            } else if (c == u'#' && !m_word) {
                m_at = m_text.indexOf(u'\n', m_at) < 0 ? m_text.size() : m_text.indexOf(u'\n', m_at);
            } else if (u"\n|&;<>()"_s.contains(c)) {
                endWord();
                m_words.append({QString(c), true, false});
                ++m_at;
            } else if (!readPart(c)) {
                return false;
            }
        }
        endWord();
        return true;
    }

    QList<ShellWord> words() const { return m_words; }

private:
    ShellWord &word()
    {
        if (!m_word)
            m_word = ShellWord();
        return *m_word;
    }

    void endWord()
    {
        if (m_word)
            m_words.append(*m_word);
        m_word.reset();
    }

    QChar peek(qsizetype ahead) const { return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : QChar(); }

    bool readPart(QChar c)
    {
        if (c == u'\'')
            return readSingle();
        if (c == u'"')
            return readDouble();
        if (c == u'$' && peek(1) == u'\'')
            return readAnsi();
        if (c == u'\\') {
            // A line that goes on, with the line ends of Windows as well.
            const qsizetype length = peek(1) == u'\n' ? 2 : (peek(1) == u'\r' && peek(2) == u'\n' ? 3 : 0);
            if (length == 0 && m_at + 1 < m_text.size())
                word().text += peek(1);
            m_at += length > 0 ? length : 2;
            return true;
        }
        if (c == u'$' && peek(1) == u'(')
            return readCommand();
        word().isExpandable |= c == u'$' || c == u'`';
        word().text += c;
        ++m_at;
        return true;
    }

    bool readSingle()
    {
        const qsizetype end = m_text.indexOf(u'\'', m_at + 1);
        if (end < 0)
            return false;
        word().text += m_text.sliced(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        return true;
    }

    bool readDouble()
    {
        word();
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text.at(m_at);
            if (c == u'"') {
                ++m_at;
                return true;
            }
            if (c == u'\\' && u"$`\"\\\n"_s.contains(peek(1)) && !peek(1).isNull()) {
                ++m_at;
                if (m_text.at(m_at) != u'\n')
                    word().text += m_text.at(m_at);
                continue;
            }
            if (c == u'$' && peek(1) == u'(') {
                if (!readCommand())
                    return false;
                --m_at;
                continue;
            }
            word().isExpandable |=
                c == u'`' || (c == u'$' && (peek(1).isLetter() || peek(1) == u'_' || peek(1) == u'{'));
            word().text += c;
        }
        return false;
    }

    /// $(…), kept as it is.
    bool readCommand()
    {
        int depth = 0;
        const qsizetype start = m_at;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            depth += m_text.at(m_at) == u'(' ? 1 : (m_text.at(m_at) == u')' ? -1 : 0);
            if (depth == 0)
                break;
        }
        if (m_at == m_text.size())
            return false;
        word().text += m_text.sliced(start, ++m_at - start);
        word().isExpandable = true;
        return true;
    }

    /// $'…'
    bool readAnsi()
    {
        word();
        for (m_at += 2; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text.at(m_at);
            if (c == u'\'') {
                flushBytes();
                ++m_at;
                return true;
            }
            if (c == u'\\' && m_at + 1 < m_text.size()) {
                ++m_at;
                readAnsiEscape();
                continue;
            }
            flushBytes();
            word().text += c;
        }
        return false;
    }

    /// Ends at the last character of the escape.
    void readAnsiEscape()
    {
        static const QString letters = u"abeEfnrtv\\'\"?"_s;
        static const QString meanings = u"\a\b\x1b\x1b\f\n\r\t\v\\'\"?"_s;
        const QChar c = m_text.at(m_at);
        if (const qsizetype index = letters.indexOf(c); index >= 0) {
            flushBytes();
            word().text += meanings.at(index);
        } else if (c == u'x') {
            ++m_at;
            m_bytes += static_cast<char>(readNumber(16, 2));
        } else if (c >= u'0' && c <= u'7') {
            m_bytes += static_cast<char>(readNumber(8, 3));
        } else if (c == u'u' || c == u'U') {
            ++m_at;
            flushBytes();
            const auto code = static_cast<char32_t>(readNumber(16, c == u'u' ? 4 : 8));
            word().text += QString::fromUcs4(&code, 1);
        } else {
            flushBytes();
            word().text += QString(u'\\') + c;
        }
    }

    /// Ends at the last digit.
    uint readNumber(int base, qsizetype mostDigits)
    {
        qsizetype length = 0;
        bool isNumber = true;
        uint value = 0;
        while (isNumber && length < mostDigits && m_at + length < m_text.size()) {
            const uint next = QStringView(m_text).sliced(m_at, length + 1).toUInt(&isNumber, base);
            isNumber = isNumber && m_text.at(m_at + length).isLetterOrNumber();
            if (isNumber) {
                value = next;
                ++length;
            }
        }
        m_at += length - 1;
        return value;
    }

    /// Bytes that were written one by one make characters together.
    void flushBytes()
    {
        word().text += QString::fromUtf8(m_bytes);
        m_bytes.clear();
    }

    const QString &m_text;
    qsizetype m_at = 0;
    QList<ShellWord> m_words;
    std::optional<ShellWord> m_word;
    QByteArray m_bytes;
};

/// What cmd.exe hands to a program: a caret takes the meaning from what follows, but not between quotation marks.
QString withoutCarets(const QString &text)
{
    QString plain;
    bool isQuoted = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text.at(at);
        if (c == u'"')
            isQuoted = !isQuoted;
        if (c != u'^' || isQuoted) {
            plain += c;
            continue;
        }
        qsizetype next = at + 1;
        if (text.mid(next, 2) == "\r\n"_L1)
            next += 2;
        else if (next < text.size() && text.at(next) == u'\n')
            ++next;
        const bool isContinued = next > at + 1;
        if (isContinued && text.mid(next, 2) == "\r\n"_L1)
            ++next;
        // What follows a continued line is taken as it is: a second line end is one of the data.
        const bool isPlain = isContinued && (next >= text.size() || isBlank(text.at(next)));
        at = isPlain ? next - 1 : next;
        if (!isPlain && next < text.size())
            plain += text.at(next);
    }
    return plain;
}

/// The rules by which programs on Windows take their command line apart.
std::optional<QList<ShellWord>> splitForProgram(const QString &line)
{
    QList<ShellWord> words;
    std::optional<ShellWord> word;
    bool isQuoted = false;
    for (qsizetype at = 0; at < line.size(); ++at) {
        const QChar c = line.at(at);
        qsizetype backslashes = 0;
        while (at + backslashes < line.size() && line.at(at + backslashes) == u'\\')
            ++backslashes;
        const bool isBlankHere = (isBlank(c) || c == u'\n') && !isQuoted;
        if (isBlankHere) {
            if (word)
                words.append(*word);
            word.reset();
            continue;
        }
        if (!word)
            word = ShellWord();
        if (backslashes > 0) {
            const bool isBeforeQuote = at + backslashes < line.size() && line.at(at + backslashes) == u'"';
            word->text += QString(isBeforeQuote ? backslashes / 2 : backslashes, u'\\');
            at += backslashes - 1;
            if (isBeforeQuote && backslashes % 2 == 1)
                word->text += line.at(++at);
        } else if (c == u'"' && isQuoted && at + 1 < line.size() && line.at(at + 1) == u'"') {
            word->text += line.at(++at);
        } else if (c == u'"') {
            isQuoted = !isQuoted;
        } else {
            word->text += c;
        }
    }
    if (word)
        words.append(*word);
    return isQuoted ? std::nullopt : std::optional(words);
}

} // namespace

bool isForCmd(const QString &text)
{
    static const QRegularExpression signs(uR"(\^\r?\n|\^")"_s);
    return text.contains(signs);
}

Result<QList<ShellWord>> splitCommandLine(const QString &text)
{
    if (isForCmd(text)) {
        if (const auto words = splitForProgram(withoutCarets(text)))
            return *words;
    } else if (BashReader reader(text); reader.read()) {
        return reader.words();
    }
    return fail(ErrorKind::InvalidInput,
                QCoreApplication::translate("acx", "A quotation mark in the command is not closed."),
                QCoreApplication::translate("acx", "Paste the whole command."));
}

} // namespace acx
