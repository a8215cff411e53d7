// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/json_index.h"

#include <QByteArrayView>

#include <optional>

namespace acx {

/// Finds a plain text in bytes of any size, not overlapping. It looks at the bytes as they are: a character that the
/// text writes as \u… is found by that spelling only.
class JsonSearch final
{
public:
    /// Case is ignored for the letters A to Z only.
    JsonSearch(QByteArray needle, Qt::CaseSensitivity sensitivity);

    /// The first place at or after `from`, or -1.
    [[nodiscard]] qint64 next(QByteArrayView text, qint64 from) const;
    [[nodiscard]] qint64 length() const { return m_needle.size(); }

private:
    /// Case ignored; the needle must fit.
    [[nodiscard]] bool matchesAt(QByteArrayView text, qint64 at) const;

    QByteArray m_needle; ///< in small letters if case is ignored
    Qt::CaseSensitivity m_sensitivity;
};

/// Where a text occurs in a name or a scalar.
struct JsonHit
{
    JsonIndex::Node node = JsonIndex::none; ///< for a name: the member's value
    qint64 offset = 0;                      ///< bytes from the start of the text
    bool isInName = false;

    bool operator==(const JsonHit &) const = default;
};

/// The hit at a place that JsonSearch::next() gave, if it lies in a name or a scalar.
[[nodiscard]] std::optional<JsonHit> hitAt(const JsonIndex &index, const JsonSearch &search, qint64 at);

/// The first hit at or after `from`; what is found in brackets, commas and blanks does not count.
[[nodiscard]] std::optional<JsonHit> nextHit(const JsonIndex &index, const JsonSearch &search, qint64 from);

} // namespace acx
