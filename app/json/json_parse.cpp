// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_reader.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <vector>

namespace acx {

namespace {

/// A JsonValue frees its children by recursion, so its depth has a limit of its own.
constexpr int deepestValue = 2000;

/// QString::fromUtf8() would drop a U+FEFF at the start of a text.
QString toText(QByteArrayView utf8)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder(utf8);
}

class Builder final : public JsonHandler<Builder>
{
public:
    Builder(const NumberMaskingStream &stream, int maxDepth)
        : JsonHandler(stream, maxDepth)
    {}

    bool null() { return add(JsonValue()); }
    bool boolean(bool value) { return add(JsonValue::boolean(value)); }
    bool number(QByteArrayView text) { return add(JsonValue::number(text.toByteArray())); }
    bool string(QByteArrayView text) { return add(JsonValue::string(toText(text))); }
    bool name(QByteArrayView text)
    {
        m_levels.back().name = toText(text);
        return true;
    }
    bool open(bool isObject)
    {
        m_levels.push_back({isObject, {}, {}, {}});
        return true;
    }
    bool close()
    {
        Level level = std::move(m_levels.back());
        m_levels.pop_back();
        return add(level.isObject ? JsonValue::object(std::move(level.members))
                                  : JsonValue::array(std::move(level.items)));
    }

    [[nodiscard]] JsonValue take() { return std::move(m_root); }

private:
    struct Level
    {
        bool isObject;
        QString name;
        QList<JsonValue> items;
        QList<JsonValue::Member> members;
    };

    bool add(JsonValue value)
    {
        if (m_levels.empty())
            m_root = std::move(value);
        else if (Level &level = m_levels.back(); level.isObject)
            level.members.append({std::move(level.name), std::move(value)});
        else
            level.items.append(std::move(value));
        return true;
    }

    std::vector<Level> m_levels;
    JsonValue m_root;
};

class Checker final : public JsonHandler<Checker>
{
public:
    Checker(const NumberMaskingStream &stream, int maxDepth)
        : JsonHandler(stream, maxDepth)
    {}

    bool null() { return true; }
    bool boolean(bool) { return true; }
    bool number(QByteArrayView) { return true; }
    bool string(QByteArrayView) { return true; }
    bool name(QByteArrayView) { return true; }
    bool open(bool) { return true; }
    bool close() { return true; }
};

} // namespace

tl::expected<JsonValue, JsonProblem> parseJson(QByteArrayView utf8, const JsonLimits &limits)
{
    if (utf8.size() > limits.maxBytes)
        return tl::unexpected(jsonProblemAt(
            utf8, 0, QCoreApplication::translate("acx", "the text is larger than %1 bytes").arg(limits.maxBytes)));
    const qsizetype start = byteOrderMarkLength(utf8);
    NumberMaskingStream stream(utf8.sliced(start));
    Builder builder(stream, qMin(limits.maxDepth, deepestValue));
    if (std::optional<JsonProblem> problem = readJson<true>(utf8, start, stream, builder))
        return tl::unexpected(*std::move(problem));
    return builder.take();
}

std::optional<JsonProblem> findJsonProblem(QByteArrayView utf8, int maxDepth)
{
    const qsizetype start = byteOrderMarkLength(utf8);
    NumberMaskingStream stream(utf8.sliced(start));
    Checker checker(stream, maxDepth);
    return readJson<false>(utf8, start, stream, checker);
}

} // namespace acx
