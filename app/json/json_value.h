// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArrayView>
#include <QList>

#include <optional>

namespace acx {

/// A parsed JSON value of a small document (a key file, a token's parts, a token service's answer). Unlike QJson it
/// keeps the order of members, duplicate members and the exact text of numbers, and it was read strictly to RFC 8259.
/// For answers of any size see the index of app/json (not this type).
class JsonValue final
{
public:
    enum class Type { Null, Boolean, Number, String, Array, Object };
    struct Member;

    JsonValue() = default;
    [[nodiscard]] static JsonValue boolean(bool value);
    /// A text that is no JSON number gives a null value.
    [[nodiscard]] static JsonValue number(QByteArray text);
    [[nodiscard]] static JsonValue string(QString value);
    [[nodiscard]] static JsonValue array(QList<JsonValue> items);
    [[nodiscard]] static JsonValue object(QList<Member> members);

    [[nodiscard]] Type type() const { return m_type; }
    [[nodiscard]] bool isObject() const { return m_type == Type::Object; }
    [[nodiscard]] bool isArray() const { return m_type == Type::Array; }
    [[nodiscard]] bool isString() const { return m_type == Type::String; }
    [[nodiscard]] bool isNumber() const { return m_type == Type::Number; }
    [[nodiscard]] bool toBool() const { return m_boolean; }
    /// The string's value; empty for every other type.
    [[nodiscard]] QString toString() const { return m_text; }
    /// The number exactly as written; empty for every other type.
    [[nodiscard]] QByteArray numberText() const { return m_number; }
    /// The number if it is whole and fits (1.0 and 1e3 are whole), computed from its decimal text without rounding.
    [[nodiscard]] std::optional<qint64> toInteger() const;
    /// The nearest double; none if it is out of range.
    [[nodiscard]] std::optional<double> toDouble() const;
    [[nodiscard]] const QList<JsonValue> &items() const { return m_items; }
    [[nodiscard]] const QList<Member> &members() const;
    /// The first member of that name, or a null value (see contains()).
    [[nodiscard]] const JsonValue &operator[](QStringView name) const;
    [[nodiscard]] bool contains(QStringView name) const;
    /// Names that occur more than once in this object (not below it).
    [[nodiscard]] QStringList duplicateNames() const;
    /// True if any object in this value, at any depth, names a member twice.
    [[nodiscard]] bool hasDuplicates() const;
    /// Compact JSON, members in their order, numbers as written.
    [[nodiscard]] QByteArray toJson() const;
    /// JSON with an indent of two blanks, for reading.
    [[nodiscard]] QByteArray toPrettyJson() const;

private:
    Type m_type = Type::Null;
    bool m_boolean = false;
    QByteArray m_number;
    QString m_text;
    QList<JsonValue> m_items;
    QList<Member> m_members;
};

struct JsonValue::Member
{
    QString name;
    JsonValue value;
};

/// Why a text is not JSON, and where.
struct JsonProblem
{
    qint64 offset = 0; ///< bytes from the start
    qint64 line = 1;   ///< from 1
    qint64 column = 1; ///< from 1, in characters
    QString reason;    ///< e.g. "a comma or a closing brace is missing"

    bool operator==(const JsonProblem &) const = default;
};

struct JsonLimits
{
    qint64 maxBytes = 16LL * 1024 * 1024;
    int maxDepth = 512;
};

/// Reads a whole document strictly to RFC 8259 (valid UTF-8, one value, no trailing commas or comments). A UTF-8 byte
/// order mark at the start is skipped. A \u escape that is half of a surrogate pair only is refused: no UTF-8 can hold
/// it. Depths beyond 2000 are refused whatever `limits` says.
[[nodiscard]] tl::expected<JsonValue, JsonProblem> parseJson(QByteArrayView utf8, const JsonLimits &limits = {});

/// Checks a document of any size without building anything; none = it is valid JSON.
[[nodiscard]] std::optional<JsonProblem> findJsonProblem(QByteArrayView utf8, int maxDepth = 100'000);

} // namespace acx
