// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/canonical_json.h"

#include "app/json/json_number.h"

#include <QPair>

#include <algorithm>

namespace acx {
namespace {

constexpr int deepestValue = 200;
constexpr quint32 mostValues = 1'000'000;

using Members = QList<QPair<QByteArray, QByteArray>>;

QByteArray quoted(const QString &text)
{
    return JsonValue::string(text).toJson();
}

QByteArray arrayOf(const QByteArrayList &items)
{
    return '[' + items.join(',') + ']';
}

QByteArray objectOf(Members members)
{
    std::stable_sort(members.begin(), members.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QByteArrayList texts;
    for (const auto &member : std::as_const(members))
        texts.append(member.first + ':' + member.second);
    return '{' + texts.join(',') + '}';
}

QByteArray canonical(const JsonIndex &index, JsonIndex::Node node, int depth, bool &tooDeep)
{
    switch (index.type(node)) {
    case JsonValue::Type::Number:
        return canonicalJsonNumber(index.raw(node));
    case JsonValue::Type::String:
        return quoted(index.string(node));
    case JsonValue::Type::Null:
    case JsonValue::Type::Boolean:
        return index.raw(node).toByteArray();
    case JsonValue::Type::Array:
    case JsonValue::Type::Object:
        break;
    }
    tooDeep = tooDeep || depth >= deepestValue;
    if (tooDeep)
        return {};
    const bool isObject = index.type(node) == JsonValue::Type::Object;
    QByteArrayList items;
    Members members;
    const quint32 count = index.childCount(node);
    JsonIndex::Node child = count > 0 ? index.child(node, 0) : JsonIndex::none;
    for (; child != JsonIndex::none; child = index.nextSibling(child)) {
        const QByteArray text = canonical(index, child, depth + 1, tooDeep);
        if (isObject)
            members.append({quoted(index.key(child)), text});
        else
            items.append(text);
    }
    return isObject ? objectOf(members) : arrayOf(items);
}

} // namespace

QByteArray canonicalJson(const JsonValue &value)
{
    switch (value.type()) {
    case JsonValue::Type::Number:
        return canonicalJsonNumber(value.numberText());
    case JsonValue::Type::Null:
    case JsonValue::Type::Boolean:
    case JsonValue::Type::String:
        return value.toJson();
    case JsonValue::Type::Array: {
        QByteArrayList items;
        for (const JsonValue &item : value.items())
            items.append(canonicalJson(item));
        return arrayOf(items);
    }
    case JsonValue::Type::Object:
        break;
    }
    Members members;
    for (const JsonValue::Member &member : value.members())
        members.append({quoted(member.name), canonicalJson(member.value)});
    return objectOf(members);
}

std::optional<QByteArray> canonicalJson(const JsonIndex &index, JsonIndex::Node node)
{
    if (index.after(node) - node > mostValues)
        return std::nullopt;
    bool tooDeep = false;
    const QByteArray text = canonical(index, node, 0, tooDeep);
    return tooDeep ? std::nullopt : std::optional(text);
}

} // namespace acx
