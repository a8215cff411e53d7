// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/json_split.h"

#include "app/json/json_value.h"

#include <simdjson.h>

namespace acx {

namespace {

namespace od = simdjson::ondemand;

QByteArrayView viewOf(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

QByteArrayView trimmed(std::string_view text)
{
    QByteArrayView view = viewOf(text);
    return view.trimmed();
}

} // namespace

const qsizetype JsonSplitter::padding = simdjson::SIMDJSON_PADDING;

class JsonSplitter::Private
{
public:
    /// Starts on `json`; false if the structure cannot be read.
    bool open(QByteArrayView json)
    {
        const auto size = static_cast<size_t>(json.size());
        return parser.iterate(json.data(), size, size + simdjson::SIMDJSON_PADDING).get(document) == simdjson::SUCCESS;
    }

    static bool take(simdjson::simdjson_result<od::value> result, QByteArrayView &part)
    {
        od::value value;
        std::string_view text;
        if (std::move(result).get(value) != simdjson::SUCCESS ||
            simdjson::to_json_string(value).get(text) != simdjson::SUCCESS)
            return false;
        part = trimmed(text);
        return true;
    }

    od::parser parser;
    od::document document;
};

JsonSplitter::JsonSplitter()
    : d(std::make_unique<Private>())
{}

JsonSplitter::~JsonSplitter() = default;

std::optional<QList<JsonPart>> JsonSplitter::members(QByteArrayView json)
{
    od::object object;
    if (!json.startsWith('{') || !d->open(json) || d->document.get_object().get(object) != simdjson::SUCCESS)
        return std::nullopt;
    QList<JsonPart> parts;
    for (auto result : object) {
        od::field field;
        std::string_view name;
        JsonPart part;
        if (std::move(result).get(field) != simdjson::SUCCESS || field.unescaped_key().get(name) != simdjson::SUCCESS)
            return std::nullopt;
        part.name = QString::fromUtf8(viewOf(name));
        if (!Private::take(std::move(field).value(), part.value))
            return std::nullopt;
        parts.append(std::move(part));
    }
    return parts;
}

std::optional<QList<JsonPart>> JsonSplitter::items(QByteArrayView json)
{
    od::array array;
    if (!json.startsWith('[') || !d->open(json) || d->document.get_array().get(array) != simdjson::SUCCESS)
        return std::nullopt;
    QList<JsonPart> parts;
    for (auto result : array) {
        JsonPart part;
        if (!Private::take(result, part.value))
            return std::nullopt;
        parts.append(std::move(part));
    }
    return parts;
}

std::optional<QString> jsonText(QByteArrayView json)
{
    if (!json.startsWith('"'))
        return std::nullopt;
    if (!json.contains('\\') && json.size() >= 2)
        return QString::fromUtf8(json.sliced(1, json.size() - 2));
    const auto value = parseJson(json);
    if (!value)
        return std::nullopt;
    return value->toString();
}

bool isPlainlyValidJson(QByteArrayView json)
{
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    return parser.parse(json.data(), static_cast<size_t>(json.size()), false).get(root) == simdjson::SUCCESS;
}

} // namespace acx
