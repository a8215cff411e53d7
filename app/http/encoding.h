// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <utility>

namespace acx {

/// name=value pairs for a query or a form body; every byte outside the unreserved set is percent-encoded, so that any
/// API key arrives as it is (QUrlQuery would change + and %41).
[[nodiscard]] QByteArray formEncoded(const QList<std::pair<QByteArray, QByteArray>> &pairs);
/// One path segment, percent-encoded ("/" included).
[[nodiscard]] QByteArray pathSegment(const QString &segment);
/// `base` with `encodedPath` (already percent-encoded, with or without a leading slash, may carry a query) appended to
/// its own path: http://h/p + /v1/me = http://h/p/v1/me. Dot segments in `encodedPath` are kept as they are.
[[nodiscard]] QUrl withPath(const QUrl &base, const QByteArray &encodedPath);
/// True if the text holds CR, LF, NUL or another control character that must not reach a header or a URL.
[[nodiscard]] bool hasControlCharacters(QByteArrayView text);

} // namespace acx
