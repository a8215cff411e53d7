// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_value.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

namespace acx {

namespace {

template <class Writer>
void writeText(Writer &writer, const QString &text, bool isName)
{
    const QByteArray utf8 = text.toUtf8();
    const auto length = static_cast<rapidjson::SizeType>(utf8.size());
    if (isName)
        writer.Key(utf8.constData(), length);
    else
        writer.String(utf8.constData(), length);
}

template <class Writer>
void write(Writer &writer, const JsonValue &value)
{
    switch (value.type()) {
    case JsonValue::Type::Null:
        writer.Null();
        return;
    case JsonValue::Type::Boolean:
        writer.Bool(value.toBool());
        return;
    case JsonValue::Type::Number: {
        const QByteArray text = value.numberText();
        writer.RawValue(text.constData(), static_cast<size_t>(text.size()), rapidjson::kNumberType);
        return;
    }
    case JsonValue::Type::String:
        writeText(writer, value.toString(), false);
        return;
    case JsonValue::Type::Array:
        writer.StartArray();
        for (const JsonValue &item : value.items())
            write(writer, item);
        writer.EndArray();
        return;
    case JsonValue::Type::Object:
        writer.StartObject();
        for (const JsonValue::Member &member : value.members()) {
            writeText(writer, member.name, true);
            write(writer, member.value);
        }
        writer.EndObject();
        return;
    }
}

QByteArray taken(const rapidjson::StringBuffer &buffer)
{
    return QByteArray(buffer.GetString(), static_cast<qsizetype>(buffer.GetSize()));
}

} // namespace

QByteArray JsonValue::toJson() const
{
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    write(writer, *this);
    return taken(buffer);
}

QByteArray JsonValue::toPrettyJson() const
{
    rapidjson::StringBuffer buffer;
    rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(buffer);
    writer.SetIndent(' ', 2);
    write(writer, *this);
    return taken(buffer);
}

} // namespace acx
