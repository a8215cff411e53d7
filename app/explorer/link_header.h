// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace acx {

/// One link of a Link header, as it stands there.
struct LinkValue
{
    QString target;   ///< a URI reference
    QString relation; ///< the first rel parameter; may be empty
    QString title;    ///< title or, where given, title* (RFC 8187); may be empty
    bool operator==(const LinkValue &) const = default;
};

/// Reads the value of a Link header field (RFC 8288, appendix B.2): <reference>; name=value; name="value", <…> …
/// Reading ends where the text is no such list any more; what came before is kept.
[[nodiscard]] QList<LinkValue> readLinkHeader(const QByteArray &value);

} // namespace acx
