// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/operations/operation.h"

#include <QPair>

namespace acx {

/// A value that a person gives for a parameter or for a member of the body.
struct NamedValue
{
    QString name; ///< "org", or with its place where two have the same name: "path:version", "query:…", "body:…"
    QString value;
    bool operator==(const NamedValue &) const = default;
};

/// What the values make of an operation.
struct FilledOperation
{
    QString target; ///< path and query, percent-encoded
    QList<QPair<QByteArray, QByteArray>> headers;
    std::optional<QByteArray> body; ///< JSON
    QString bodyType;               ///< media type of the body; empty = none
    QString accept;                 ///< media type of a successful answer; empty = not told
};

/// Puts values into path, query, headers and the members of a JSON body. A list takes its name several times.
/// InvalidInput names what is missing, unknown, given twice, ambiguous or no value of the parameter. With `hasBody` the
/// body comes from elsewhere.
[[nodiscard]] Result<FilledOperation> fillOperation(const Operation &operation, const QList<NamedValue> &values,
                                                    bool hasBody = false);

} // namespace acx
