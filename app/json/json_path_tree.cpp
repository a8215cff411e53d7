// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_path_tree.h"

#include <algorithm>

namespace acx {

bool JsonPathQuery::isSingular() const
{
    return std::all_of(segments.cbegin(), segments.cend(), [](const JsonPathSegment &segment) {
        const JsonPathSelector::Kind kind = segment.selectors.front().kind;
        return !segment.isDescendant && segment.selectors.size() == 1 &&
               (kind == JsonPathSelector::Kind::Name || kind == JsonPathSelector::Kind::Index);
    });
}

const std::vector<JsonPathSignature> &jsonPathFunctions()
{
    using Type = JsonPathType;
    static const std::vector<JsonPathSignature> functions{
        {"length", JsonPathFunction::Length, Type::Value, {Type::Value}},
        {"count", JsonPathFunction::Count, Type::Value, {Type::Nodes}},
        {"match", JsonPathFunction::Match, Type::Logical, {Type::Value, Type::Value}},
        {"search", JsonPathFunction::Search, Type::Logical, {Type::Value, Type::Value}},
        {"value", JsonPathFunction::Value, Type::Value, {Type::Nodes}},
    };
    return functions;
}

const JsonPathSignature &signatureOf(JsonPathFunction function)
{
    const std::vector<JsonPathSignature> &all = jsonPathFunctions();
    return *std::find_if(all.cbegin(), all.cend(),
                         [function](const JsonPathSignature &signature) { return signature.function == function; });
}

} // namespace acx
