// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/json_value.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QRegularExpression>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace acx {

/// A limit of a number.
struct NumberLimit
{
    QByteArray value; ///< as written
    bool isExclusive = false;
};

/// How many of something there may be.
struct CountLimit
{
    std::optional<qint64> least;
    std::optional<qint64> most;
};

/// The keywords of one schema, read once. Pointers lead into the schema itself, which must outlive this.
struct SchemaKeywords
{
    using Schema = const JsonValue *;
    /// Bits of `types`.
    enum TypeBit : unsigned { Null = 1, Boolean = 2, Integer = 4, Number = 8, String = 16, Array = 32, Object = 64 };

    bool allowsNothing = false; ///< the schema `false`
    QString reference;
    bool referenceOnly = false; ///< nothing beside the reference counts
    unsigned types = 0;         ///< 0 = any
    QStringList typeNames;
    bool nullable = false;
    bool readOnly = false;
    bool writeOnly = false;

    std::optional<QSet<QByteArray>> choices; ///< enum or const, as canonicalJson()
    QStringList choiceTexts;

    QList<NumberLimit> minimums; ///< 3.1 may have both, the inclusive and the exclusive one
    QList<NumberLimit> maximums;
    QByteArray multipleOf;

    CountLimit length; ///< in characters (code points)
    std::optional<QRegularExpression> pattern;
    QString patternText;
    QString format;

    CountLimit itemCount;
    QList<Schema> prefixItems;
    Schema items = nullptr;
    Schema contains = nullptr;
    CountLimit containsCount;
    bool uniqueItems = false;

    CountLimit memberCount;
    QStringList required;
    QHash<QString, Schema> properties;
    QList<std::pair<QRegularExpression, Schema>> patternProperties;
    Schema additionalProperties = nullptr;
    Schema propertyNames = nullptr;
    QHash<QString, QStringList> dependentRequired;
    QHash<QString, Schema> dependentSchemas;

    QList<Schema> allOf;
    QList<Schema> anyOf;
    QList<Schema> oneOf;
    Schema notSchema = nullptr;
    Schema ifSchema = nullptr;
    Schema thenSchema = nullptr;
    Schema elseSchema = nullptr;
    QString kindName; ///< of the discriminator
    QHash<QString, QString> kinds;
};

/// `hasSiblings`: what stands beside a $ref counts (OpenAPI 3.1).
[[nodiscard]] SchemaKeywords readSchemaKeywords(const JsonValue &schema, bool hasSiblings);

} // namespace acx
