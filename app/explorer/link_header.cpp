// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/link_header.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qsizetype mostLinks = 100;

class Reader final
{
public:
    explicit Reader(const QByteArray &text)
        : m_text(text)
    {}

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    bool take(char c)
    {
        if (atEnd() || m_text.at(m_at) != c)
            return false;
        ++m_at;
        return true;
    }
    void skipBlanks()
    {
        while (!atEnd() && (m_text.at(m_at) == ' ' || m_text.at(m_at) == '\t'))
            ++m_at;
    }
    /// Up to `end`, which is passed; none where it never comes.
    std::optional<QByteArray> until(char end)
    {
        const qsizetype found = m_text.indexOf(end, m_at);
        if (found < 0)
            return std::nullopt;
        QByteArray part = m_text.mid(m_at, found - m_at);
        m_at = found + 1;
        return part;
    }
    QByteArray untilAny(QByteArrayView ends)
    {
        const qsizetype begin = m_at;
        while (!atEnd() && !ends.contains(m_text.at(m_at)))
            ++m_at;
        return m_text.mid(begin, m_at - begin).trimmed();
    }
    /// After the opening quotation mark.
    QByteArray quoted()
    {
        QByteArray text;
        while (!atEnd()) {
            char c = m_text.at(m_at++);
            if (c == '"')
                break;
            if (c == '\\' && !atEnd())
                c = m_text.at(m_at++);
            text += c;
        }
        return text;
    }

private:
    const QByteArray &m_text;
    qsizetype m_at = 0;
};

/// UTF-8''percent-encoded (RFC 8187, section 3.2).
QString extendedValue(const QByteArray &value)
{
    const QList<QByteArray> parts = value.split('\'');
    if (parts.size() != 3 || parts.at(0).compare("UTF-8", Qt::CaseInsensitive) != 0)
        return {};
    return QString::fromUtf8(QByteArray::fromPercentEncoding(parts.at(2)));
}

void takeParameter(LinkValue &link, const QByteArray &name, const QByteArray &value)
{
    if (name == "rel" && link.relation.isEmpty()) {
        link.relation = QString::fromUtf8(value).simplified();
    } else if (name == "title" && link.title.isEmpty()) {
        link.title = QString::fromUtf8(value).simplified();
    } else if (name == "title*") {
        const QString title = extendedValue(value).simplified();
        link.title = title.isEmpty() ? link.title : title;
    }
}

void readParameters(Reader &reader, LinkValue &link)
{
    for (reader.skipBlanks(); reader.take(';'); reader.skipBlanks()) {
        reader.skipBlanks();
        const QByteArray name = reader.untilAny("=;,").toLower();
        QByteArray value;
        if (reader.take('=')) {
            reader.skipBlanks();
            value = reader.take('"') ? reader.quoted() : reader.untilAny(";,");
        }
        takeParameter(link, name, value);
    }
}

} // namespace

QList<LinkValue> readLinkHeader(const QByteArray &value)
{
    QList<LinkValue> links;
    Reader reader(value);
    while (!reader.atEnd() && links.size() < mostLinks) {
        reader.skipBlanks();
        if (reader.take(','))
            continue;
        if (!reader.take('<'))
            break;
        const std::optional<QByteArray> target = reader.until('>');
        if (!target)
            break;
        LinkValue link;
        link.target = QString::fromUtf8(target->trimmed());
        readParameters(reader, link);
        links.append(link);
    }
    return links;
}

} // namespace acx
