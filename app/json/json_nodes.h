// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/json_value.h"

#include <QHash>

#include <memory>
#include <vector>

namespace acx {

/// One value of an indexed text. Everything else about it is looked up in the text.
struct JsonRecord
{
    quint64 offset : 40; ///< of the value (not of its name) from the start of the text, in bytes
    quint64 type : 3;    ///< a JsonValue::Type
    quint64 count : 21;  ///< children; JsonNodes::manyChildren = see JsonNodes::wide()
    quint32 parent;      ///< number of the container around it
    quint32 extent;      ///< container: number of the first value after it; else its length in bytes, saturated
};
static_assert(sizeof(JsonRecord) == 16);

/// A container with so many children that going from one to the next would take too long.
struct WideContainer
{
    static constexpr quint32 step = 1024;
    quint32 count = 0;
    std::vector<quint32> every; ///< child 0, step, 2 · step, …
};

/// The records of a text in the text's order. They lie in blocks, so that growing copies nothing.
class JsonNodes final
{
public:
    static constexpr quint32 blockBits = 16;
    static constexpr quint32 blockSize = 1U << blockBits;
    static constexpr quint32 manyChildren = (1U << 21U) - 1;

    [[nodiscard]] quint32 size() const { return m_size; }
    [[nodiscard]] JsonRecord &at(quint32 node) { return m_blocks[node >> blockBits][node & (blockSize - 1)]; }
    [[nodiscard]] const JsonRecord &at(quint32 node) const
    {
        return m_blocks[node >> blockBits][node & (blockSize - 1)];
    }
    /// True if the next append() needs another block, which addBlock() makes.
    [[nodiscard]] bool isFull() const { return m_size == m_blocks.size() * blockSize; }
    void addBlock() { m_blocks.push_back(std::make_unique_for_overwrite<JsonRecord[]>(blockSize)); }
    quint32 append(const JsonRecord &record)
    {
        at(m_size) = record;
        return m_size++;
    }

    [[nodiscard]] bool isContainer(quint32 node) const
    {
        const auto type = static_cast<JsonValue::Type>(at(node).type);
        return type == JsonValue::Type::Array || type == JsonValue::Type::Object;
    }
    /// The first value after `node` and everything in it.
    [[nodiscard]] quint32 after(quint32 node) const { return isContainer(node) ? at(node).extent : node + 1; }
    /// Ends a container whose last child is the last value so far.
    void close(quint32 node, quint32 count);
    /// None for a container of at most WideContainer::step children.
    [[nodiscard]] const WideContainer *wide(quint32 node) const;
    [[nodiscard]] qint64 memory() const;

private:
    std::vector<std::unique_ptr<JsonRecord[]>> m_blocks;
    QHash<quint32, WideContainer> m_wide;
    quint32 m_size = 0;
};

} // namespace acx
