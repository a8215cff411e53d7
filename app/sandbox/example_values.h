// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>

namespace acx::sandbox {

/// Makes values that fit the schemas of an API definition: its examples, defaults and choices first, and otherwise what
/// name, type and format suggest. The same schema and number always give the same value.
class ExampleValues final
{
public:
    explicit ExampleValues(QJsonObject document)
        : m_document(std::move(document))
    {}

    /// `number` tells the items of a list apart.
    [[nodiscard]] QJsonValue value(const QJsonObject &schema, int number, const QString &name = {}) const;
    /// The schema itself, or what it refers to inside the document.
    [[nodiscard]] QJsonObject resolved(QJsonObject schema) const;

private:
    [[nodiscard]] QJsonValue make(const QJsonObject &schema, int number, const QString &name, int depth) const;
    [[nodiscard]] QJsonObject makeObject(const QJsonObject &schema, int number, int depth) const;
    void addProperties(QJsonObject &object, const QJsonObject &schema, int number, int depth) const;

    QJsonObject m_document;
};

} // namespace acx::sandbox
