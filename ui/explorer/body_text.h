// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/response/response_body.h"

#include <QByteArray>
#include <QString>

namespace acx {

/// What is shown of a body.
struct BodyText
{
    QString text;
    QString note; ///< what is not shown, and why; empty = all of it is
};

/// JSON of up to 1 MB is laid out anew, its numbers exactly as they came; other text is shown as received, up to a
/// limit; what is not text is only described. May take a while: for a thread of its own.
[[nodiscard]] BodyText bodyText(const QByteArray &contentType, const ResponseBody &body);
/// Control and bidirectional formatting characters as visible signs, so that what is shown is what is there.
[[nodiscard]] QString withVisibleControls(const QString &text);
/// "73.0 MB"
[[nodiscard]] QString sizeText(qint64 bytes);
/// Writes the body to a file of 0600 that replaces an old one only when it is complete.
[[nodiscard]] Status saveBody(const ResponseBody &body, const QString &path);

} // namespace acx
