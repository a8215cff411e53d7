// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/json_scan.h"

#include <rapidjson/reader.h>

// The strict reader behind parseJson() and findJsonProblem(), on RapidJSON's. Included by the sources of this folder
// only. What RapidJSON 1.1 by itself would get wrong, and who corrects it here:
// - it refuses numbers beyond the range of a double (1e400), although they are JSON: NumberMaskingStream;
// - it takes an unpaired low surrogate (\uDC00) and writes invalid UTF-8: MarkingUtf8 and isUnpaired();
// - it takes a NUL byte for the end of the text and ignores what follows: readJson();
// - it keeps every string while it is checked: MarkingUtf8<false> drops the characters.

namespace acx {

enum class JsonStop { None, TooDeep, UnpairedSurrogate };

/// RapidJSON's input stream over memory. It shows every well-formed number as a single 0 and keeps its text for the
/// handler, so that neither range nor precision of a number matters.
class NumberMaskingStream final
{
public:
    using Ch = char;

    explicit NumberMaskingStream(QByteArrayView text)
        : m_text(text)
    {}

    [[nodiscard]] Ch Peek() const
    {
        if (m_at == m_text.size())
            return '\0';
        const char c = m_text[m_at];
        const bool isNumber = (c == '-' || (c >= '0' && c <= '9')) && !m_inString && !m_malformed;
        return isNumber && jsonNumberLength(m_text.sliced(m_at)) > 0 ? '0' : c;
    }

    Ch Take()
    {
        if (m_at == m_text.size())
            return '\0';
        const char c = m_text[m_at];
        if (m_inString) {
            m_inString = m_escaped || c != '"';
            m_escaped = !m_escaped && c == '\\';
        } else if (c == '"') {
            m_inString = true;
            m_stringAt = m_at;
        } else if ((c == '-' || (c >= '0' && c <= '9')) && !m_malformed) {
            return takeNumber();
        }
        ++m_at;
        return c;
    }

    [[nodiscard]] size_t Tell() const { return static_cast<size_t>(m_at); }

    // RapidJSON wants these of every stream; only its in-place reading calls them.
    Ch *PutBegin() { return nullptr; }
    void Put(Ch) {}
    void Flush() {}
    size_t PutEnd(Ch *) { return 0; }

    [[nodiscard]] QByteArrayView lastNumber() const { return m_number; }
    [[nodiscard]] qsizetype lastStringOffset() const { return m_stringAt; }

private:
    Ch takeNumber()
    {
        const qsizetype length = jsonNumberLength(m_text.sliced(m_at));
        if (length == 0) {
            m_malformed = true; // from here on the reader sees the text itself and finds the problem
            return m_text[m_at++];
        }
        m_number = m_text.sliced(m_at, length);
        m_at += length;
        return '0';
    }

    QByteArrayView m_text;
    QByteArrayView m_number;
    qsizetype m_at = 0;
    qsizetype m_stringAt = 0;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_malformed = false;
};

/// UTF-8 that writes a byte no UTF-8 has in place of an unpaired surrogate, and with `keep` = false nothing else.
template <bool keep>
struct MarkingUtf8 : rapidjson::UTF8<>
{
    static constexpr char mark = '\xff';

    template <class Output>
    static void Encode(Output &output, unsigned codepoint)
    {
        if (codepoint >= 0xD800 && codepoint <= 0xDFFF)
            output.Put(mark);
        else if constexpr (keep)
            rapidjson::UTF8<>::Encode(output, codepoint);
    }
};

/// What the handlers of readJson() have in common. Derived has null(), boolean(bool), number(view), string(view),
/// name(view), open(bool isObject) and close(), each true to go on.
template <class Derived>
class JsonHandler
{
public:
    using Ch = char;
    using Size = rapidjson::SizeType;

    bool Null() { return derived().null(); }
    bool Bool(bool value) { return derived().boolean(value); }
    bool Uint(unsigned) { return derived().number(m_stream.lastNumber()); }
    bool String(const Ch *text, Size length, bool)
    {
        return isPaired(text, length) && derived().string({text, qsizetype(length)});
    }
    bool Key(const Ch *text, Size length, bool)
    {
        return isPaired(text, length) && derived().name({text, qsizetype(length)});
    }
    bool StartObject() { return enter() && derived().open(true); }
    bool StartArray() { return enter() && derived().open(false); }
    bool EndObject(Size) { return leave(); }
    bool EndArray(Size) { return leave(); }

    // A masked number is always 0, so the reader comes by none of these.
    bool Int(int) { return false; }
    bool Int64(int64_t) { return false; }
    bool Uint64(uint64_t) { return false; }
    bool Double(double) { return false; }
    bool RawNumber(const Ch *, Size, bool) { return false; }

    /// Why the handler itself stopped the reader.
    [[nodiscard]] JsonStop stop() const { return m_stop; }
    [[nodiscard]] int maxDepth() const { return m_maxDepth; }

private:
    friend Derived;
    JsonHandler(const NumberMaskingStream &stream, int maxDepth)
        : m_stream(stream)
        , m_maxDepth(maxDepth)
    {}
    Derived &derived() { return static_cast<Derived &>(*this); }
    bool isPaired(const Ch *text, Size length)
    {
        if (QByteArrayView(text, qsizetype(length)).contains(MarkingUtf8<true>::mark))
            m_stop = JsonStop::UnpairedSurrogate;
        return m_stop == JsonStop::None;
    }
    bool enter()
    {
        if (++m_depth > m_maxDepth)
            m_stop = JsonStop::TooDeep;
        return m_stop == JsonStop::None;
    }
    bool leave()
    {
        --m_depth;
        return derived().close();
    }

    const NumberMaskingStream &m_stream;
    int m_maxDepth;
    int m_depth = 0;
    JsonStop m_stop = JsonStop::None;
};

/// Where and why a reader stopped before the end of the text.
struct JsonStopPlace
{
    rapidjson::ParseErrorCode code;
    qsizetype offset;       ///< of the reader, a byte order mark not counted
    qsizetype stringOffset; ///< where the last string began
    JsonStop stop;
    int maxDepth;
};
[[nodiscard]] JsonProblem explainJsonStop(QByteArrayView utf8, qsizetype start, const JsonStopPlace &place);

/// Reads the whole of `utf8` from `stream`, which was made of it without the `start` bytes of a byte order mark.
template <bool keepText, class Handler>
[[nodiscard]] std::optional<JsonProblem> readJson(QByteArrayView utf8, qsizetype start, NumberMaskingStream &stream,
                                                  Handler &handler)
{
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
    rapidjson::GenericReader<rapidjson::UTF8<>, MarkingUtf8<keepText>> reader;
    const rapidjson::ParseResult result = reader.template Parse<flags>(stream, handler);
    const qsizetype end = static_cast<qsizetype>(stream.Tell());
    if (!result.IsError() && start + end == utf8.size())
        return std::nullopt;
    const qsizetype offset = result.IsError() ? static_cast<qsizetype>(result.Offset()) : end;
    return explainJsonStop(utf8, start,
                           {result.Code(), offset, stream.lastStringOffset(), handler.stop(), handler.maxDepth()});
}

/// Length of a UTF-8 byte order mark at the start.
[[nodiscard]] inline qsizetype byteOrderMarkLength(QByteArrayView utf8)
{
    return utf8.startsWith("\xef\xbb\xbf") ? 3 : 0;
}

} // namespace acx
