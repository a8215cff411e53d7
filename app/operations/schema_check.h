// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/openapi_source.h"
#include "app/operations/schema_example.h"

#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace acx {

/// One place where a JSON text does not fit its schema.
struct SchemaFinding
{
    QString pointer;   ///< JSON Pointer of the value; empty = the whole text
    QString sentence;  ///< what is wrong with it, for people
    qint64 line = 1;   ///< of the value, from 1
    qint64 column = 1; ///< from 1, in characters
    bool operator==(const SchemaFinding &) const = default;
};

struct SchemaReport
{
    QList<SchemaFinding> findings; ///< in the text's order
    bool isJson = true;            ///< false: the only finding is where the text stops being JSON
    /// What could not be checked, one sentence each: a reference that leads nowhere or out of the document, a pattern
    /// that cannot be read or takes too long, a limit of the options that was reached.
    QStringList notChecked;
    [[nodiscard]] bool fits() const { return findings.isEmpty(); }
    bool operator==(const SchemaReport &) const = default;
};

struct CheckOptions
{
    SchemaUse use = SchemaUse::Request;
    int maxFindings = 100;
    int maxDepth = 200;           ///< of schemas applied within each other
    qint64 maxSteps = 20'000'000; ///< schemas applied and values looked at
    std::function<bool()> goOn;   ///< asked now and then; false ends the check
};

/// Checks a JSON text of any size against a schema of the document, by the vocabulary of JSON Schema 2020-12 that
/// OpenAPI 3.1 uses, with `nullable`, `discriminator` and the boolean exclusiveMinimum of 3.0 and Swagger 2.0. Numbers
/// are compared by their decimal text, without rounding. `schema` is JSON as written in the document. Not looked at:
/// unevaluatedProperties, unevaluatedItems, $dynamicRef, contentSchema. Needs no event loop: run it off the window's
/// thread.
[[nodiscard]] SchemaReport checkAgainst(const OpenApiSource &source, const QByteArray &schema, QByteArrayView json,
                                        const CheckOptions &options = {});

} // namespace acx
