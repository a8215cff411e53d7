// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/json/json_index.h"

#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace acx {

struct JsonPathQuery;

/// A JSONPath query (RFC 9535, whole: with the functions length, count, match, search and value).
///
/// Where the RFC leaves a choice: members are visited in the document's order; of members with one name every one is
/// visited, and where a comparison needs a single value it takes the first. Numbers are compared by their decimal text,
/// without rounding. Blanks inside the brackets of a singular query are allowed.
class JsonPath final
{
public:
    /// The most levels of brackets, parentheses and functions inside of each other.
    static constexpr int maxNesting = 100;
    /// The most values that find() keeps at a time (4 bytes each), repeated ones counted.
    static constexpr size_t maxFound = 100'000'000;

    /// InvalidInput names the place of the first fault, in characters from 1: in the grammar, in the types of
    /// functions, or an index beyond ±(2^53 - 1).
    [[nodiscard]] static Result<JsonPath> parse(const QString &text);

    [[nodiscard]] QString text() const { return m_text; }
    /// True if names and indexes alone lead to one value at most.
    [[nodiscard]] bool isSingular() const;

    /// The values found, in the RFC's order; one that several selectors find is there several times. `goOn` is called
    /// now and then; false stops. May run in any thread. Errors: Cancelled, TooLarge (more than `maxFound`).
    [[nodiscard]] Result<std::vector<JsonIndex::Node>> find(const JsonIndex &index,
                                                            const std::function<bool()> &goOn = {}) const;

private:
    JsonPath(QString text, std::shared_ptr<const JsonPathQuery> query);

    QString m_text;
    std::shared_ptr<const JsonPathQuery> m_query;
};

/// The Normalized Path of a value (RFC 9535, section 2.7), as in $['store']['book'][0].
[[nodiscard]] QString normalizedPath(const JsonIndex &index, JsonIndex::Node node);

} // namespace acx
