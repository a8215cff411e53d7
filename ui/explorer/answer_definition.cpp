// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/answer_definition.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int firstMembers = 100;        // of the root that are looked at
constexpr qint64 firstBytes = 16LL * 1024; // of a text that are looked at

bool isDefinition(const JsonIndex &index, JsonIndex::Node node)
{
    if (index.type(node) != JsonIndex::Type::Object)
        return false;
    int looked = 0;
    for (JsonIndex::Node member = index.childCount(node) > 0 ? index.child(node, 0) : JsonIndex::none;
         member != JsonIndex::none && looked < firstMembers; member = index.nextSibling(member), ++looked) {
        const QByteArrayView name = index.rawKey(member);
        if ((name == "openapi" || name == "swagger") && index.type(member) == JsonIndex::Type::String)
            return true;
    }
    return false;
}

} // namespace

bool holdsDefinition(const JsonIndex &index)
{
    const JsonIndex::Node root = index.root();
    if (index.type(root) != JsonIndex::Type::Object || index.childCount(root) == 0)
        return false;
    if (isDefinition(index, root))
        return true;
    int looked = 0;
    for (JsonIndex::Node member = index.child(root, 0); member != JsonIndex::none && looked < firstMembers;
         member = index.nextSibling(member), ++looked) {
        if (isDefinition(index, member))
            return true;
    }
    return false;
}

bool looksLikeYamlDefinition(const ResponseBody &body)
{
    const QList<QByteArray> lines = body.head(firstBytes).split('\n');
    return std::any_of(lines.cbegin(), lines.cend(), [](const QByteArray &line) {
        return line.startsWith("openapi:") || line.startsWith("swagger:");
    });
}

} // namespace acx
