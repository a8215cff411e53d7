// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_index.h"
#include "app/json/json_pointer.h"
#include "app/json/json_pretty.h"
#include "tests/fuzz/target.h"

#include <memory>

using namespace acx;

namespace {

constexpr int depth = 512;

JsonIndexPtr indexed(const QByteArray &bytes)
{
    JsonIndexOptions options;
    options.maxDepth = depth;
    const auto owner = std::make_shared<const QByteArray>(bytes);
    const Result<JsonIndexed> result = JsonIndex::build(*owner, owner, options);
    promise(result.has_value(), "only cancelling fails");
    return *result ? **result : nullptr;
}

QByteArray compact(const JsonIndex &index)
{
    QByteArray text;
    const Status written = writeCompact(index, index.root(), [&text](QByteArrayView part) -> Status {
        text.append(part);
        return {};
    });
    promise(written.has_value(), "writing into memory succeeds");
    return text;
}

/// JSON Pointer takes the first member of a name, so that others of it, and what is in them, have no pointer of their
/// own.
bool isFirstOfItsName(const JsonIndex &index, JsonIndex::Node node)
{
    for (; index.parent(node) != JsonIndex::none; node = index.parent(node)) {
        if (index.hasKey(node) && index.member(index.parent(node), index.key(node)) != node)
            return false;
    }
    return true;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = inputBytes(data, size);
    const JsonIndexPtr index = indexed(bytes);
    JsonLimits limits;
    limits.maxDepth = depth;
    promise(static_cast<bool>(index) == parseJson(bytes, limits).has_value(), "both readers accept the same texts");
    if (!index)
        return 0;
    const QByteArray text = compact(*index);
    const JsonIndexPtr again = indexed(text);
    promise(again && again->size() == index->size(), "the compact text has the same values");
    promise(compact(*again) == text, "compact writing changes nothing twice");
    for (JsonIndex::Node node = 0; node < qMin(index->size(), 50U); ++node) {
        const Result<JsonIndex::Node> found = findPointer(*index, pointerTo(*index, node));
        if (isFirstOfItsName(*index, node))
            promise(found && *found == node, "a pointer leads to its value");
        else
            promise(!found || *found < node, "the pointer of a repeated name leads to the first of it, or nowhere");
    }
    return 0;
}
