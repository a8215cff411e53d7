// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_index_builder.h"

#include "app/json/json_scan.h"

#include <QtEndian>

#include <simdjson.h>

#include <bit>

namespace acx {

namespace {

constexpr quint64 eachByte(unsigned char byte)
{
    return 0x0101'0101'0101'0101U * byte;
}

/// The first byte (in memory order) of `word` that is zero has its highest bit set in the result, and no byte before
/// it.
constexpr quint64 zeroBytes(quint64 word)
{
    return (word - eachByte(1)) & ~word & eachByte(0x80);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

JsonIndexBuilder::JsonIndexBuilder(QByteArrayView text, JsonNodes &nodes, const JsonIndexOptions &options)
    : m_begin(text.data())
    , m_at(text.data())
    , m_end(text.data() + text.size())
    , m_nodes(nodes)
    , m_options(options)
{}

JsonIndexBuilder::Outcome JsonIndexBuilder::run()
{
    constexpr qint64 maxBytes = qint64(1) << 40U; // what a record's offset can hold
    if (m_end - m_begin >= maxBytes)
        return Outcome::TooMany;
    if (!checkEncoding())
        return m_stop;
    m_at = m_begin + (QByteArrayView(m_begin, m_end).startsWith("\xef\xbb\xbf") ? 3 : 0);
    return takeValues() ? Outcome::Done : m_stop;
}

bool JsonIndexBuilder::checkEncoding()
{
    constexpr qint64 slice = qint64(16) * 1024 * 1024;
    for (const char *from = m_begin; from < m_end;) {
        const char *to = m_end - from > slice ? from + slice : m_end;
        // Not in the middle of a character; more than three following bytes are an error that shows itself.
        for (int i = 0; i < 4 && to < m_end && (static_cast<unsigned char>(*to) & 0xC0U) == 0x80; ++i)
            ++to;
        if (!simdjson::validate_utf8(from, static_cast<size_t>(to - from)))
            return false;
        from = to;
        if (m_options.goOn && !m_options.goOn(0)) {
            m_stop = Outcome::Cancelled;
            return false;
        }
    }
    return true;
}

bool JsonIndexBuilder::takeValues()
{
    skipBlanks();
    while (m_at < m_end) {
        const char first = *m_at;
        if (first == '{' || first == '[') {
            if (!open(first))
                return false;
            skipBlanks();
            if (m_at < m_end && *m_at == (first == '{' ? '}' : ']')) {
                ++m_at;
                close();
            } else {
                if (first == '{' && !takeName())
                    return false;
                continue;
            }
        } else if (!takeScalar(first)) {
            return false;
        }
        if (const Next next = takeAfterValue(); next != Next::Value)
            return next == Next::End;
    }
    return false;
}

JsonIndexBuilder::Next JsonIndexBuilder::takeAfterValue()
{
    for (;;) {
        skipBlanks();
        if (m_open == JsonIndex::none)
            return m_at == m_end ? Next::End : Next::Stop;
        if (m_at == m_end)
            return Next::Stop;
        if (*m_at == ',') {
            ++m_at;
            skipBlanks();
            return !m_inObject || takeName() ? Next::Value : Next::Stop;
        }
        if (*m_at != (m_inObject ? '}' : ']'))
            return Next::Stop;
        ++m_at;
        close();
    }
}

bool JsonIndexBuilder::open(char bracket)
{
    const bool isObject = bracket == '{';
    if (++m_depth > m_options.maxDepth || !add(isObject ? JsonValue::Type::Object : JsonValue::Type::Array, m_at, 0))
        return false;
    if (m_open != JsonIndex::none)
        m_nodes.at(m_open).extent = m_count;
    m_open = m_nodes.size() - 1;
    m_count = 0;
    m_inObject = isObject;
    ++m_at;
    return true;
}

void JsonIndexBuilder::close()
{
    m_nodes.close(m_open, m_count);
    m_open = m_nodes.at(m_open).parent;
    --m_depth;
    if (m_open == JsonIndex::none)
        return;
    const JsonRecord &around = m_nodes.at(m_open);
    m_count = around.extent;
    m_inObject = static_cast<JsonValue::Type>(around.type) == JsonValue::Type::Object;
}

bool JsonIndexBuilder::takeName()
{
    if (m_at == m_end || *m_at != '"' || !takeString())
        return false;
    skipBlanks();
    if (m_at == m_end || *m_at != ':')
        return false;
    ++m_at;
    skipBlanks();
    return true;
}

bool JsonIndexBuilder::takeScalar(char first)
{
    const char *from = m_at;
    auto type = JsonValue::Type::Number;
    bool taken = false;
    switch (first) {
    case '"':
        type = JsonValue::Type::String;
        taken = takeString();
        break;
    case 't':
        type = JsonValue::Type::Boolean;
        taken = takeWord("true");
        break;
    case 'f':
        type = JsonValue::Type::Boolean;
        taken = takeWord("false");
        break;
    case 'n':
        type = JsonValue::Type::Null;
        taken = takeWord("null");
        break;
    default:
        taken = takeNumber();
    }
    return taken && add(type, from, static_cast<quint64>(m_at - from));
}

bool JsonIndexBuilder::takeNumber()
{
    const char *end = m_at;
    while (end < m_end && isDigit(*end))
        ++end;
    const bool isPlain = end > m_at && (*m_at != '0' || end == m_at + 1) &&
                         (end == m_end || (*end != '.' && *end != 'e' && *end != 'E'));
    const qsizetype length = isPlain ? end - m_at : jsonNumberLength(QByteArrayView(m_at, m_end));
    m_at += length;
    return length > 0;
}

bool JsonIndexBuilder::takeWord(QByteArrayView word)
{
    if (!QByteArrayView(m_at, m_end).startsWith(word))
        return false;
    m_at += word.size();
    return true;
}

bool JsonIndexBuilder::takeString()
{
    ++m_at;
    for (;;) {
        skipPlainText();
        if (m_at == m_end)
            return false;
        const char c = *m_at;
        if (c == '"') {
            ++m_at;
            return true;
        }
        if (c != '\\' || !takeEscape())
            return false;
    }
}

/// Goes to the next quotation mark, backslash or control character, or to the end.
void JsonIndexBuilder::skipPlainText()
{
    constexpr qsizetype wordSize = sizeof(quint64);
    while (m_end - m_at >= wordSize) {
        const auto word = qFromLittleEndian<quint64>(m_at);
        const quint64 control = (word - eachByte(0x20)) & ~word & eachByte(0x80);
        const quint64 special = zeroBytes(word ^ eachByte('"')) | zeroBytes(word ^ eachByte('\\')) | control;
        if (special != 0) {
            m_at += std::countr_zero(special) / 8;
            return;
        }
        m_at += wordSize;
    }
    while (m_at < m_end && *m_at != '"' && *m_at != '\\' && static_cast<unsigned char>(*m_at) >= 0x20)
        ++m_at;
}

bool JsonIndexBuilder::takeEscape()
{
    ++m_at;
    if (m_at == m_end)
        return false;
    switch (*m_at++) {
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't':
        return true;
    case 'u':
        return takeUnicodeEscape();
    default:
        return false;
    }
}

/// After \u. A half of a surrogate pair must be followed by its other half.
bool JsonIndexBuilder::takeUnicodeEscape()
{
    const std::optional<unsigned> unit = takeHex();
    if (!unit || (*unit >= 0xDC00 && *unit <= 0xDFFF))
        return false;
    if (*unit < 0xD800 || *unit > 0xDBFF)
        return true;
    if (!takeWord("\\u"))
        return false;
    const std::optional<unsigned> low = takeHex();
    return low && *low >= 0xDC00 && *low <= 0xDFFF;
}

std::optional<unsigned> JsonIndexBuilder::takeHex()
{
    unsigned value = 0;
    for (int i = 0; i < 4; ++i, ++m_at) {
        if (m_at == m_end)
            return std::nullopt;
        const char c = *m_at;
        const char lower = static_cast<char>(c | 0x20);
        if (isDigit(c))
            value = value * 16 + static_cast<unsigned>(c - '0');
        else if (lower >= 'a' && lower <= 'f')
            value = value * 16 + static_cast<unsigned>(lower - 'a' + 10);
        else
            return std::nullopt;
    }
    return value;
}

void JsonIndexBuilder::skipBlanks()
{
    constexpr qsizetype wordSize = sizeof(quint64);
    while (m_at < m_end && isJsonBlank(*m_at)) {
        ++m_at;
        // Indents are long.
        while (m_end - m_at >= wordSize && qFromLittleEndian<quint64>(m_at) == eachByte(' '))
            m_at += wordSize;
    }
}

bool JsonIndexBuilder::add(JsonValue::Type type, const char *from, quint64 length)
{
    if (m_nodes.isFull() && !addBlock())
        return false;
    constexpr quint64 saturated = 0xFFFF'FFFF;
    JsonRecord record{};
    record.offset = static_cast<quint64>(from - m_begin) & 0xFF'FFFF'FFFFU;
    record.type = static_cast<quint64>(type) & 7U;
    record.count = 0;
    record.parent = m_open;
    record.extent = static_cast<quint32>(qMin(length, saturated));
    m_nodes.append(record);
    ++m_count;
    return true;
}

bool JsonIndexBuilder::addBlock()
{
    if (m_nodes.size() >= JsonIndex::none - JsonNodes::blockSize)
        m_stop = Outcome::TooMany;
    else if (m_options.goOn && !m_options.goOn(offset()))
        m_stop = Outcome::Cancelled;
    else
        m_nodes.addBlock();
    return !m_nodes.isFull();
}

} // namespace acx
