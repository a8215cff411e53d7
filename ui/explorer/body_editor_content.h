// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/form_body.h"

#include <optional>

namespace acx {

/// What the body tab holds.
struct BodyContent
{
    QString mediaType;           ///< empty = there is no body
    QString text;                ///< of a body that is written
    QString file;                ///< path; empty = text or parts
    QList<FormPart> parts;       ///< of a form body
    std::optional<Error> broken; ///< why the parts make no form
    bool required = false;       ///< of the operation
    bool operator==(const BodyContent &) const = default;
};

/// True if the body comes from the disk at least in part.
[[nodiscard]] bool readsFiles(const BodyContent &content);
/// The bytes to be sent; none for an empty text or form that is not required. Reads files: then it belongs off the
/// window's thread. Errors: InvalidInput for a body that is missing; those of makeFormBody() and makeFileBody().
[[nodiscard]] Result<std::optional<BuiltBody>> makeBody(const BodyContent &content);

} // namespace acx
