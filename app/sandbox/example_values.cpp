// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/example_values.h"

#include <QDateTime>
#include <QStringList>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

constexpr int deepest = 6;       // schemas within each other; a schema may hold itself
constexpr int longestChain = 32; // of references
constexpr int itemsWithin = 2;   // of a list inside of a value

/// Texts for a property, by a part of its name.
struct Vocabulary
{
    QLatin1StringView part;
    QStringList texts;
};

const QList<Vocabulary> &vocabulary()
{
    static const QList<Vocabulary> known{
        {"currency"_L1, {u"EUR"_s, u"USD"_s, u"GBP"_s}},
        {"base"_L1, {u"EUR"_s}},
        {"iban"_L1, {u"DE89370400440532013000"_s, u"FR1420041010050500013M02606"_s, u"GB29NWBK60161331926819"_s}},
        {"email"_L1, {u"ada.morgan@example.com"_s, u"ben.carter@example.com"_s, u"chen.li@example.com"_s}},
        {"holder"_L1, {u"Ada Morgan"_s, u"Ben Carter"_s, u"Chen Li"_s}},
        {"city"_L1, {u"Hamburg"_s, u"Lyon"_s, u"Leeds"_s}},
        {"place"_L1, {u"Hamburg"_s, u"Lyon"_s, u"Leeds"_s}},
        {"from"_L1, {u"Hamburg"_s, u"Lyon"_s, u"Leeds"_s}},
        {"country"_L1, {u"DE"_s, u"FR"_s, u"GB"_s}},
        {"street"_L1, {u"Hafenstrasse 12"_s, u"Rue de la Paix 3"_s, u"Mill Lane 40"_s}},
        {"phone"_L1, {u"+49 40 5550100"_s, u"+33 4 55501234"_s, u"+44 113 5550199"_s}},
        {"reference"_L1, {u"Invoice 2041"_s, u"Rent"_s, u"Thank you"_s}},
        {"reason"_L1, {u"Purchase"_s, u"Refund"_s, u"Birthday"_s}},
        {"text"_L1, {u"Grocery store"_s, u"Salary"_s, u"Railway ticket"_s}},
        {"message"_L1, {u"All is well."_s, u"Nothing to report."_s, u"Please wait."_s}},
        {"nickname"_L1, {u"Household"_s, u"Savings"_s, u"Holidays"_s}},
        {"name"_L1, {u"North"_s, u"Harbour"_s, u"Old town"_s}},
        {"title"_L1, {u"North"_s, u"Harbour"_s, u"Old town"_s}},
    };
    return known;
}

QDateTime timeOf(int number)
{
    return QDateTime(QDate(2026, 3, 28), QTime(8, 30), QTimeZone::utc()).addDays(-number).addSecs(qint64(number) * 977);
}

QString makeText(const QJsonObject &schema, int number, const QString &name)
{
    const QString format = schema.value("format"_L1).toString();
    if (format == "date-time"_L1)
        return timeOf(number).toString(Qt::ISODate);
    if (format == "date"_L1)
        return timeOf(number).date().toString(Qt::ISODate);
    if (format == "uri"_L1 || format == "url"_L1)
        return u"https://example.com/%1/%2"_s.arg(name.isEmpty() ? u"item"_s : name).arg(number + 1);
    if (format == "uuid"_L1)
        return u"00000000-0000-4000-8000-%1"_s.arg(number + 1, 12, 16, QChar(u'0'));
    const QString lower = name.toLower();
    if (lower == "id"_L1 || lower.endsWith("number"_L1) || name.endsWith("Id"_L1))
        return QString::number(1001 + number);
    for (const Vocabulary &words : vocabulary()) {
        if (lower.contains(words.part) || (words.part == "from"_L1 && lower == "to"_L1))
            return words.texts.at((number + (lower == "to"_L1 ? 1 : 0)) % words.texts.size());
    }
    return name.isEmpty() ? u"text %1"_s.arg(number + 1) : u"%1 %2"_s.arg(name).arg(number + 1);
}

double makeNumber(const QJsonObject &schema, int number, const QString &name)
{
    const QString lower = name.toLower();
    const bool isWhole = schema.value("type"_L1).toString() == "integer"_L1;
    double value = isWhole ? 10.0 * (number + 1) : 12.5 * (number + 1) + 7.45;
    if (lower.contains("latitude"_L1))
        value = 53.55 - 2.1 * number;
    else if (lower.contains("longitude"_L1))
        value = 9.99 - 3.4 * number;
    value = std::max(value, schema.value("minimum"_L1).toDouble(value));
    return std::min(value, schema.value("maximum"_L1).toDouble(value));
}

QString typeOf(const QJsonObject &schema)
{
    const QJsonValue written = schema.value("type"_L1);
    if (written.isString())
        return written.toString();
    const QJsonArray several = written.toArray();
    for (const auto &type : several) {
        if (type.toString() != "null"_L1)
            return type.toString();
    }
    if (schema.contains("items"_L1))
        return u"array"_s;
    const bool isObject =
        schema.contains("properties"_L1) || schema.contains("allOf"_L1) || schema.contains("additionalProperties"_L1);
    return isObject ? u"object"_s : QString();
}

} // namespace

QJsonObject ExampleValues::resolved(QJsonObject schema) const
{
    for (int followed = 0; followed < longestChain && schema.contains("$ref"_L1); ++followed) {
        const QStringList steps = schema.value("$ref"_L1).toString().split(u'/');
        QJsonValue at = steps.value(0) == "#"_L1 ? QJsonValue(m_document) : QJsonValue();
        for (const QString &step : steps.mid(1))
            at = at.toObject().value(QString(step).replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1));
        schema = at.toObject();
    }
    return schema;
}

QJsonValue ExampleValues::value(const QJsonObject &schema, int number, const QString &name) const
{
    return make(schema, number, name, 0);
}

QJsonValue ExampleValues::make(const QJsonObject &given, int number, const QString &name, int depth) const
{
    const QJsonObject schema = resolved(given);
    for (const auto &member : {"example"_L1, "default"_L1, "const"_L1}) {
        if (schema.contains(member))
            return schema.value(member);
    }
    const QJsonArray choices = schema.value("enum"_L1).toArray();
    if (!choices.isEmpty())
        return choices.at(number % choices.size());
    for (const auto &member : {"oneOf"_L1, "anyOf"_L1}) {
        const QJsonArray several = schema.value(member).toArray();
        if (!several.isEmpty() && depth < deepest)
            return make(several.first().toObject(), number, name, depth + 1);
    }
    const QString type = typeOf(schema);
    if (type == "object"_L1)
        return depth < deepest ? makeObject(schema, number, depth) : QJsonObject();
    if (type == "array"_L1) {
        QJsonArray items;
        for (int i = 0; depth < deepest && i < itemsWithin; ++i)
            items.append(make(schema.value("items"_L1).toObject(), number + i, name, depth + 1));
        return items;
    }
    if (type == "boolean"_L1)
        return number % 2 == 0;
    if (type == "integer"_L1 || type == "number"_L1)
        return makeNumber(schema, number, name);
    return type.isEmpty() ? QJsonValue() : QJsonValue(makeText(schema, number, name));
}

void ExampleValues::addProperties(QJsonObject &object, const QJsonObject &schema, int number, int depth) const
{
    const QJsonArray parts = schema.value("allOf"_L1).toArray();
    for (const auto &part : parts) {
        if (depth < deepest)
            addProperties(object, resolved(part.toObject()), number, depth + 1);
    }
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    for (auto property = properties.begin(); property != properties.end(); ++property)
        object.insert(property.key(), make(property->toObject(), number, property.key(), depth + 1));
}

QJsonObject ExampleValues::makeObject(const QJsonObject &schema, int number, int depth) const
{
    QJsonObject object;
    addProperties(object, schema, number, depth);
    const QJsonValue others = schema.value("additionalProperties"_L1);
    if (!object.isEmpty() || !others.isObject())
        return object;
    const QStringList names = vocabulary().constFirst().texts;
    for (int i = 0; i < names.size(); ++i)
        object.insert(names.at(i), make(others.toObject(), number + i, names.at(i), depth + 1));
    return object;
}

} // namespace acx::sandbox
