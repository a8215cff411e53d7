// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/text_layers.h"

#include <QChar>
#include <QString>

#include <algorithm>
#include <iterator>
#include <optional>

namespace acx {
namespace {

constexpr int deepest = 3;

// Builds the next layer byte by byte and keeps the way back.
class Unwrapper
{
public:
    explicit Unwrapper(const TextLayer &from)
        : m_from(from)
    {
        m_to.bytes.reserve(from.bytes.size());
        m_to.origin.reserve(from.bytes.size() + 1);
    }
    void put(char byte, qsizetype from)
    {
        m_to.bytes += byte;
        m_to.origin += m_from.inText({from, from}).begin;
    }
    /// Bytes that stand for the whole layer, one for one.
    void put(const QByteArray &bytes)
    {
        for (qsizetype i = 0; i < bytes.size(); ++i)
            put(bytes.at(i), i);
    }
    void put(const QByteArray &bytes, qsizetype from)
    {
        for (const char byte : bytes)
            put(byte, from);
    }
    [[nodiscard]] TextLayer take()
    {
        m_to.origin += m_from.inText({m_from.bytes.size(), m_from.bytes.size()}).end;
        return std::move(m_to);
    }

private:
    const TextLayer &m_from;
    TextLayer m_to;
};

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::optional<uint> hexNumber(const QByteArray &bytes, qsizetype at, int digits)
{
    if (at + digits > bytes.size())
        return std::nullopt;
    uint number = 0;
    for (int i = 0; i < digits; ++i) {
        const int digit = hexDigit(bytes.at(at + i));
        if (digit < 0)
            return std::nullopt;
        number = number * 16 + static_cast<uint>(digit);
    }
    return number;
}

TextLayer withoutPercents(const TextLayer &layer)
{
    Unwrapper out(layer);
    const QByteArray &in = layer.bytes;
    for (qsizetype i = 0; i < in.size(); ++i) {
        const std::optional<uint> number = in.at(i) == '%' ? hexNumber(in, i + 1, 2) : std::nullopt;
        out.put(number ? static_cast<char>(*number) : in.at(i), i);
        if (number)
            i += 2;
    }
    return out.take();
}

TextLayer withoutPluses(const TextLayer &layer)
{
    Unwrapper out(layer);
    out.put(QByteArray(layer.bytes).replace('+', ' '));
    return out.take();
}

std::optional<char> shortEscape(char letter)
{
    switch (letter) {
    case '"':
    case '\'':
    case '\\':
    case '/':
        return letter;
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return std::nullopt;
    }
}

// The character of \uXXXX at `at`, with its second half if it needs one; `length` is what it takes in the text.
QByteArray unicodeEscape(const QByteArray &in, qsizetype at, qsizetype &length)
{
    const std::optional<uint> first = hexNumber(in, at + 2, 4);
    if (!first)
        return {};
    length = 6;
    QString character(QChar(static_cast<char16_t>(*first)));
    if (QChar::isHighSurrogate(*first) && in.mid(at + 6, 2) == "\\u") {
        if (const std::optional<uint> second = hexNumber(in, at + 8, 4)) {
            character += QChar(static_cast<char16_t>(*second));
            length = 12;
        }
    }
    return character.toUtf8();
}

TextLayer withoutBackslashes(const TextLayer &layer)
{
    Unwrapper out(layer);
    const QByteArray &in = layer.bytes;
    for (qsizetype i = 0; i < in.size(); ++i) {
        if (in.at(i) != '\\' || i + 1 == in.size()) {
            out.put(in.at(i), i);
            continue;
        }
        qsizetype length = 0;
        if (in.at(i + 1) == 'u') {
            out.put(unicodeEscape(in, i, length), i);
        } else if (const std::optional<char> meant = shortEscape(in.at(i + 1))) {
            out.put(*meant, i);
            length = 2;
        }
        if (length == 0)
            out.put('\\', i);
        else
            i += length - 1;
    }
    return out.take();
}

// The characters that HTML and XML write as names and numbers wherever a text may hold them.
TextLayer withoutEntities(const TextLayer &layer)
{
    struct Entity
    {
        QByteArrayView written;
        char meant = 0;
    };
    static constexpr Entity known[] = {{"&quot;", '"'}, {"&#34;", '"'},   {"&#x22;", '"'}, {"&apos;", '\''},
                                       {"&#39;", '\''}, {"&#x27;", '\''}, {"&amp;", '&'},  {"&#38;", '&'},
                                       {"&lt;", '<'},   {"&gt;", '>'},    {"&#61;", '='},  {"&#x3D;", '='}};
    Unwrapper out(layer);
    const QByteArrayView in = layer.bytes;
    for (qsizetype i = 0; i < in.size();) {
        const Entity *entity = nullptr;
        if (in.at(i) == '&') {
            const auto found = std::ranges::find_if(
                known, [text = in.sliced(i)](const Entity &one) { return text.startsWith(one.written); });
            entity = found == std::end(known) ? nullptr : found;
        }
        out.put(entity ? entity->meant : in.at(i), i);
        i += entity ? entity->written.size() : 1;
    }
    return out.take();
}

// What one step more of decoding makes of a layer.
void unwrap(const TextLayer &layer, QList<TextLayer> &found)
{
    const auto add = [&](const TextLayer &next) {
        if (next.bytes != layer.bytes)
            found.append(next);
    };
    if (layer.bytes.contains('%'))
        add(withoutPercents(layer));
    if (layer.bytes.contains('\\'))
        add(withoutBackslashes(layer));
    if (!layer.origin.isEmpty())
        return; // the others are not undone within others, of which there would be too many
    if (layer.bytes.contains('+'))
        add(withoutPluses(layer));
    if (layer.bytes.contains('&'))
        add(withoutEntities(layer));
}

} // namespace

TextRange TextLayer::inText(TextRange range) const
{
    if (origin.isEmpty())
        return range;
    return {origin.at(range.begin), origin.at(range.end)};
}

QList<TextLayer> textLayers(const QByteArray &text)
{
    QList<TextLayer> layers{{text, {}}};
    qsizetype done = 0;
    for (int depth = 0; depth < deepest; ++depth) {
        for (const qsizetype end = layers.size(); done < end; ++done)
            unwrap(TextLayer(layers.at(done)), layers);
    }
    return layers;
}

} // namespace acx
