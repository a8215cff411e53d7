// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/example_maker.h"
#include "app/operations/schema_pattern.h"

#include <QHash>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

QString textOfFormat(const QString &format)
{
    static const QHash<QString, QString> texts{
        {u"date-time"_s, u"2026-01-31T12:00:00Z"_s},
        {u"date"_s, u"2026-01-31"_s},
        {u"time"_s, u"12:00:00Z"_s},
        {u"duration"_s, u"P1D"_s},
        {u"email"_s, u"someone@example.com"_s},
        {u"idn-email"_s, u"someone@example.com"_s},
        {u"hostname"_s, u"api.example.com"_s},
        {u"idn-hostname"_s, u"api.example.com"_s},
        {u"ipv4"_s, u"192.0.2.1"_s},
        {u"ipv6"_s, u"2001:db8::1"_s},
        {u"uri"_s, u"https://example.com/"_s},
        {u"url"_s, u"https://example.com/"_s},
        {u"iri"_s, u"https://example.com/"_s},
        {u"uri-reference"_s, u"/path"_s},
        {u"uri-template"_s, u"/path/{id}"_s},
        {u"uuid"_s, u"3fa85f64-5717-4562-b3fc-2c963f66afa6"_s},
        {u"json-pointer"_s, u"/member"_s},
        {u"regex"_s, u"^[a-z]+$"_s},
        {u"byte"_s, u"dGV4dA=="_s},
        {u"password"_s, u"password"_s},
    };
    return texts.value(format);
}

JsonValue exampleText(const JsonValue &schema)
{
    QString text = textOfFormat(schema[u"format"].toString());
    if (text.isEmpty() && schema[u"pattern"].isString()) {
        if (const std::optional<QString> made = textForPattern(schema[u"pattern"].toString()))
            return JsonValue::string(*made);
    }
    if (text.isEmpty())
        text = u"string"_s;
    constexpr qint64 longest = 1000;
    const qint64 least = std::clamp<qint64>(schema[u"minLength"].toInteger().value_or(0), 0, longest);
    const qint64 most = std::max<qint64>(schema[u"maxLength"].toInteger().value_or(longest), 0);
    if (text.size() < least)
        text = text.repeated(least / text.size() + 1).first(least);
    return JsonValue::string(text.first(std::min<qint64>(text.size(), most)));
}

/// A limit as 3.1 writes it (two numbers) or as 3.0 does (a flag beside the plain limit).
struct Limit
{
    std::optional<double> value;
    bool isExclusive = false;
};

Limit limitOf(const JsonValue &schema, QStringView plain, QStringView exclusive, bool isLow)
{
    const Limit inclusive{schema[plain].toDouble(), schema[exclusive].toBool()};
    const std::optional<double> other = schema[exclusive].toDouble();
    const bool isStricter =
        other && (!inclusive.value || (isLow ? *other >= *inclusive.value : *other <= *inclusive.value));
    return isStricter ? Limit{other, true} : inclusive;
}

JsonValue exampleNumber(const JsonValue &schema, bool isWhole)
{
    const Limit low = limitOf(schema, u"minimum", u"exclusiveMinimum", true);
    const Limit high = limitOf(schema, u"maximum", u"exclusiveMaximum", false);
    const double step = schema[u"multipleOf"].toDouble().value_or(isWhole ? 1.0 : 0.0);
    double value = 0;
    if (low.value && (*low.value > 0 || (low.isExclusive && *low.value >= 0)))
        value = *low.value;
    else if (high.value && (*high.value < 0 || (high.isExclusive && *high.value <= 0)))
        value = *high.value;
    const bool isDown = value < 0 || (value == 0 && high.value && *high.value <= 0 && high.isExclusive);
    if (step > 0)
        value = isDown ? std::floor(value / step) * step : std::ceil(value / step) * step;
    const double small = step > 0 ? step : 0.5;
    if (low.isExclusive && low.value && value <= *low.value)
        value += small;
    if (high.isExclusive && high.value && value >= *high.value)
        value -= small;
    constexpr int digits = 15;
    return JsonValue::number(isWhole && std::abs(value) < 1e15 ? QByteArray::number(static_cast<qint64>(value))
                                                               : QByteArray::number(value, 'g', digits));
}

} // namespace

JsonValue exampleScalar(const JsonValue &schema, const QString &type)
{
    if (type == "boolean"_L1)
        return JsonValue::boolean(true);
    if (type == "integer"_L1 || type == "number"_L1)
        return exampleNumber(schema, type == "integer"_L1);
    // A member about which nothing is told takes any value; a text is what most of them want.
    if (type == "string"_L1 || type.isEmpty())
        return exampleText(schema);
    return {};
}

} // namespace acx
