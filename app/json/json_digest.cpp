// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_digest.h"

#include "app/base/deliver.h"

#include <QHashFunctions>

namespace acx {

namespace {

using Type = JsonValue::Type;

constexpr quint32 breath = 1U << 16U; // values between two questions whether to go on

/// Spreads every bit over all (the finalizer of MurmurHash3).
quint64 mixed(quint64 value)
{
    value = (value ^ (value >> 33U)) * 0xff51afd7ed558ccdULL;
    value = (value ^ (value >> 33U)) * 0xc4ceb9fe1a85ec53ULL;
    return value ^ (value >> 33U);
}

quint64 ofBytes(QByteArrayView bytes, quint64 seed)
{
    return mixed(qHashBits(bytes.data(), static_cast<std::size_t>(bytes.size()), static_cast<std::size_t>(seed)));
}

/// A text by what it means: with a backslash in it, its escapes are read first.
quint64 ofText(QByteArrayView written, const std::function<QString()> &read, quint64 seed)
{
    return written.contains('\\') ? ofBytes(read().toUtf8(), seed) : ofBytes(written, seed);
}

quint64 ofScalar(const JsonIndex &index, JsonIndex::Node node, quint64 seed)
{
    const QByteArrayView raw = index.raw(node);
    if (index.type(node) != Type::String)
        return ofBytes(raw, ~seed);
    return ofText(
        raw.sliced(1, raw.size() - 2), [&] { return index.string(node); }, seed);
}

} // namespace

Result<std::vector<quint64>> jsonDigests(const JsonIndex &index, quint64 seed, const std::function<bool()> &goOn)
{
    std::vector<quint64> digests(index.size(), 0);
    // Backwards, so that whatever is in a container is done before the container itself: its own entry gathers them.
    for (JsonIndex::Node node = index.size(); node-- > 0;) {
        if (node % breath == 0 && goOn && !goOn())
            return fail(cancelledError());
        quint64 &digest = digests[node];
        digest = index.isContainer(node) ? mixed(digest ^ seed ^ static_cast<quint64>(index.type(node)))
                                         : ofScalar(index, node, seed);
        const JsonIndex::Node around = index.parent(node);
        if (around == JsonIndex::none)
            continue;
        if (index.type(around) == Type::Array) // in their order
            digests[around] = mixed(digests[around] + digest);
        else // in any order
            digests[around] += mixed(digest ^ ofText(
                                                  index.rawKey(node), [&] { return index.key(node); }, seed));
    }
    return digests;
}

} // namespace acx
