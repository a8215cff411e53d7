// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_value.h"

#include "app/json/json_scan.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace acx {

namespace {

/// A decimal number taken apart: digits without leading zeros, and the power of ten they are multiplied by.
struct Decimal
{
    bool isNegative = false;
    QByteArray digits;
    qint64 exponent = 0;
};

std::optional<Decimal> takeApart(const QByteArray &number)
{
    Decimal decimal;
    decimal.isNegative = number.startsWith('-');
    qsizetype mantissaEnd = number.indexOf('e');
    if (mantissaEnd < 0)
        mantissaEnd = number.indexOf('E');
    if (mantissaEnd >= 0) {
        bool fits = false;
        decimal.exponent = number.sliced(mantissaEnd + 1).toInt(&fits);
        if (!fits)
            return std::nullopt;
    }
    QByteArray mantissa = mantissaEnd < 0 ? number : number.first(mantissaEnd);
    if (decimal.isNegative)
        mantissa.remove(0, 1);
    if (const qsizetype point = mantissa.indexOf('.'); point >= 0) {
        decimal.exponent -= mantissa.size() - point - 1;
        mantissa.remove(point, 1);
    }
    const auto firstDigit = std::find_if(mantissa.cbegin(), mantissa.cend(), [](char c) { return c != '0'; });
    decimal.digits = mantissa.sliced(firstDigit - mantissa.cbegin());
    return decimal;
}

} // namespace

JsonValue JsonValue::boolean(bool value)
{
    JsonValue result;
    result.m_type = Type::Boolean;
    result.m_boolean = value;
    return result;
}

JsonValue JsonValue::number(QByteArray text)
{
    JsonValue result;
    if (text.isEmpty() || jsonNumberLength(text) != text.size())
        return result;
    result.m_type = Type::Number;
    result.m_number = std::move(text);
    return result;
}

JsonValue JsonValue::string(QString value)
{
    JsonValue result;
    result.m_type = Type::String;
    result.m_text = std::move(value);
    return result;
}

JsonValue JsonValue::array(QList<JsonValue> items)
{
    JsonValue result;
    result.m_type = Type::Array;
    result.m_items = std::move(items);
    return result;
}

JsonValue JsonValue::object(QList<Member> members)
{
    JsonValue result;
    result.m_type = Type::Object;
    result.m_members = std::move(members);
    return result;
}

std::optional<qint64> JsonValue::toInteger() const
{
    if (m_type != Type::Number)
        return std::nullopt;
    bool fits = false;
    if (const qint64 plain = m_number.toLongLong(&fits); fits)
        return plain;
    std::optional<Decimal> decimal = takeApart(m_number);
    if (!decimal)
        return std::nullopt;
    if (decimal->digits.isEmpty())
        return 0;
    while (decimal->exponent < 0 && decimal->digits.endsWith('0')) {
        decimal->digits.chop(1);
        ++decimal->exponent;
    }
    constexpr qint64 mostDigits = 19; // of a qint64
    if (decimal->exponent < 0 || decimal->digits.size() + decimal->exponent > mostDigits)
        return std::nullopt;
    const QByteArray whole =
        (decimal->isNegative ? QByteArray("-") : QByteArray()) + decimal->digits + QByteArray(decimal->exponent, '0');
    const qint64 value = whole.toLongLong(&fits);
    return fits ? std::optional(value) : std::nullopt;
}

std::optional<double> JsonValue::toDouble() const
{
    bool fits = false;
    const double value = m_number.toDouble(&fits);
    return m_type == Type::Number && fits ? std::optional(value) : std::nullopt;
}

const QList<JsonValue::Member> &JsonValue::members() const
{
    return m_members;
}

const JsonValue &JsonValue::operator[](QStringView name) const
{
    const auto found = std::find_if(m_members.cbegin(), m_members.cend(),
                                    [name](const Member &member) { return member.name == name; });
    static const JsonValue nothing;
    return found == m_members.cend() ? nothing : found->value;
}

bool JsonValue::contains(QStringView name) const
{
    return std::any_of(m_members.cbegin(), m_members.cend(),
                       [name](const Member &member) { return member.name == name; });
}

QStringList JsonValue::duplicateNames() const
{
    QSet<QString> seen;
    QStringList duplicates;
    for (const Member &member : m_members) {
        if (seen.contains(member.name) && !duplicates.contains(member.name))
            duplicates.append(member.name);
        seen.insert(member.name);
    }
    return duplicates;
}

bool JsonValue::hasDuplicates() const
{
    return !duplicateNames().isEmpty() ||
           std::any_of(m_items.cbegin(), m_items.cend(), [](const JsonValue &item) { return item.hasDuplicates(); }) ||
           std::any_of(m_members.cbegin(), m_members.cend(),
                       [](const Member &member) { return member.value.hasDuplicates(); });
}

} // namespace acx
