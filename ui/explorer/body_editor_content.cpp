// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/body_editor_content.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

using Built = Result<std::optional<BuiltBody>>;

Built asOptional(Result<BuiltBody> built)
{
    if (!built)
        return fail(built.error());
    return std::optional<BuiltBody>(*std::move(built));
}

Built nothing(const BodyContent &content)
{
    if (!content.required)
        return std::optional<BuiltBody>();
    return fail(ErrorKind::InvalidInput, QCoreApplication::translate("acx", "This operation needs a body."),
                QCoreApplication::translate("acx", "Write one in the Body tab; “Example” makes a start."));
}

} // namespace

bool readsFiles(const BodyContent &content)
{
    return !content.file.isEmpty() ||
           std::any_of(content.parts.cbegin(), content.parts.cend(), [](const FormPart &part) { return part.isFile; });
}

Result<std::optional<BuiltBody>> makeBody(const BodyContent &content)
{
    if (content.broken)
        return fail(*content.broken);
    if (!content.file.isEmpty())
        return asOptional(makeFileBody(content.file, content.mediaType));
    if (!content.text.isEmpty())
        return std::optional<BuiltBody>(makeTextBody(content.text, content.mediaType));
    return content.parts.isEmpty() ? nothing(content) : asOptional(makeFormBody(content.mediaType, content.parts));
}

} // namespace acx
