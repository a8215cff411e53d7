// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_nodes.h"

namespace acx {

void JsonNodes::close(quint32 node, quint32 count)
{
    JsonRecord &record = at(node);
    record.extent = m_size;
    record.count = qMin(count, manyChildren) & manyChildren;
    if (count <= WideContainer::step)
        return;
    WideContainer wide;
    wide.count = count;
    wide.every.reserve(count / WideContainer::step + 1);
    quint32 child = node + 1;
    for (quint32 i = 0; i < count; ++i, child = after(child)) {
        if (i % WideContainer::step == 0)
            wide.every.push_back(child);
    }
    m_wide.emplace(node, std::move(wide));
}

const WideContainer *JsonNodes::wide(quint32 node) const
{
    const auto found = m_wide.constFind(node);
    return found == m_wide.cend() ? nullptr : &*found;
}

qint64 JsonNodes::memory() const
{
    qint64 bytes = static_cast<qint64>(m_size) * static_cast<qint64>(sizeof(JsonRecord));
    for (const WideContainer &wide : m_wide)
        bytes += static_cast<qint64>(wide.every.size() * sizeof(quint32));
    return bytes;
}

} // namespace acx
