// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_number.h"

#include <QByteArray>

#include <algorithm>

namespace acx {

namespace {

/// 0.digits × 10^exponent; zero has no digits.
struct Magnitude
{
    bool isNegative = false;
    QByteArray digits; ///< without zeros at both ends
    qint64 exponent = 0;

    int sign() const { return digits.isEmpty() ? 0 : (isNegative ? -1 : 1); }
};

constexpr qsizetype longestExponent = 17; // digits; fits a qint64 with room to spare

qint64 readExponent(QByteArrayView text)
{
    const bool isNegative = text.startsWith('-');
    if (isNegative || text.startsWith('+'))
        text = text.sliced(1);
    while (text.size() > 1 && text.startsWith('0'))
        text = text.sliced(1);
    qint64 value = 0;
    for (const char c : text.first(std::min(text.size(), longestExponent)))
        value = 10 * value + (c - '0');
    if (text.size() > longestExponent)
        value = 1'000'000'000'000'000'000;
    return isNegative ? -value : value;
}

Magnitude readNumber(QByteArrayView text)
{
    Magnitude number;
    number.isNegative = text.startsWith('-');
    if (number.isNegative)
        text = text.sliced(1);
    const auto mark = std::find_if(text.begin(), text.end(), [](char c) { return c == 'e' || c == 'E'; });
    const qsizetype mantissa = mark - text.begin();
    if (mantissa < text.size())
        number.exponent = readExponent(text.sliced(mantissa + 1));
    bool isFraction = false;
    for (const char c : text.first(mantissa)) {
        if (c == '.') {
            isFraction = true;
            continue;
        }
        const bool isLeadingZero = c == '0' && number.digits.isEmpty();
        if (!isLeadingZero)
            number.digits += c;
        if (isFraction && isLeadingZero)
            --number.exponent;
        if (!isFraction && !isLeadingZero)
            ++number.exponent;
    }
    while (number.digits.endsWith('0'))
        number.digits.chop(1);
    return number;
}

/// The number if it is written as a whole one of few digits.
bool readShort(QByteArrayView text, qint64 &value)
{
    constexpr qsizetype fewDigits = 18;
    const qsizetype start = text.startsWith('-') ? 1 : 0;
    if (text.size() - start > fewDigits)
        return false;
    value = 0;
    for (const char c : text.sliced(start)) {
        if (c < '0' || c > '9')
            return false;
        value = 10 * value + (c - '0');
    }
    if (start == 1)
        value = -value;
    return true;
}

std::strong_ordering compareSizes(const Magnitude &a, const Magnitude &b)
{
    if (a.exponent != b.exponent)
        return a.exponent <=> b.exponent;
    return a.digits.compare(b.digits) <=> 0;
}

__extension__ using Wide = unsigned __int128;

quint64 multiplied(quint64 a, quint64 b, quint64 modulus)
{
    return static_cast<quint64>(static_cast<Wide>(a) * b % modulus);
}

/// 10^exponent modulo `modulus`.
quint64 powerOfTen(qint64 exponent, quint64 modulus)
{
    quint64 result = 1 % modulus;
    quint64 base = 10 % modulus;
    for (; exponent > 0; exponent /= 2) {
        if (exponent % 2 == 1)
            result = multiplied(result, base, modulus);
        base = multiplied(base, base, modulus);
    }
    return result;
}

} // namespace

std::strong_ordering compareJsonNumbers(QByteArrayView a, QByteArrayView b)
{
    qint64 left = 0;
    qint64 right = 0;
    if (readShort(a, left) && readShort(b, right))
        return left <=> right;
    const Magnitude first = readNumber(a);
    const Magnitude second = readNumber(b);
    if (first.sign() != second.sign() || first.sign() == 0)
        return first.sign() <=> second.sign();
    return first.isNegative ? compareSizes(second, first) : compareSizes(first, second);
}

QByteArray canonicalJsonNumber(QByteArrayView number)
{
    const Magnitude read = readNumber(number);
    if (read.sign() == 0)
        return "0e0";
    return (read.isNegative ? "-" : "") + read.digits + 'e' + QByteArray::number(read.exponent - read.digits.size());
}

bool isWholeJsonNumber(QByteArrayView number)
{
    const Magnitude read = readNumber(number);
    return read.sign() == 0 || read.exponent >= read.digits.size();
}

std::optional<bool> isJsonMultiple(QByteArrayView number, QByteArrayView of)
{
    constexpr qsizetype mostDigits = 18; // of a divisor that fits a quint64
    const Magnitude value = readNumber(number);
    const Magnitude divisor = readNumber(of);
    if (divisor.sign() == 0 || divisor.digits.size() > mostDigits)
        return std::nullopt;
    if (value.sign() == 0)
        return true;
    // value = a · 10^p, divisor = b · 10^q, neither a nor b ends with a zero.
    const qint64 power = (value.exponent - value.digits.size()) - (divisor.exponent - divisor.digits.size());
    if (power < 0)
        return false;
    const quint64 b = divisor.digits.toULongLong();
    quint64 rest = 0;
    for (const char c : value.digits)
        rest = (multiplied(rest, 10, b) + static_cast<quint64>(c - '0')) % b;
    return multiplied(rest, powerOfTen(power, b), b) == 0;
}

} // namespace acx
