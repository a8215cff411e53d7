// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_pretty.h"

namespace acx {

namespace {

using Node = JsonIndex::Node;

class Writer final
{
public:
    Writer(const JsonIndex &index, bool isPretty, const std::function<Status(QByteArrayView)> &write)
        : m_index(index)
        , m_isPretty(isPretty)
        , m_write(write)
    {}

    Status run(Node root)
    {
        const Node end = m_index.after(root);
        Node open = JsonIndex::none; // the innermost open container below or at the root
        for (Node node = root; node < end; ++node) {
            if (node != root) {
                for (; open != m_index.parent(node); open = m_index.parent(open))
                    close(open);
                between(node != open + 1);
                name(node);
            }
            if (begin(node))
                open = node;
            if (const Status flushed = flush(enough); !flushed)
                return flushed;
        }
        for (; open != JsonIndex::none; open = open == root ? JsonIndex::none : m_index.parent(open))
            close(open);
        return flush(0);
    }

private:
    static constexpr qsizetype enough = qsizetype{64} * 1024;
    static constexpr int deepestIndent = 50;

    bool isObject(Node node) const { return m_index.type(node) == JsonIndex::Type::Object; }

    /// True if `node` is a container with values, which then is open.
    bool begin(Node node)
    {
        if (!m_index.isContainer(node)) {
            m_text += m_index.raw(node);
            return false;
        }
        m_text += isObject(node) ? '{' : '[';
        if (m_index.childCount(node) > 0) {
            ++m_depth;
            return true;
        }
        m_text += isObject(node) ? '}' : ']';
        return false;
    }

    void close(Node node)
    {
        --m_depth;
        newLine();
        m_text += isObject(node) ? '}' : ']';
    }

    void between(bool hasPrevious)
    {
        if (hasPrevious)
            m_text += ',';
        newLine();
    }

    void name(Node node)
    {
        if (!m_index.hasKey(node))
            return;
        m_text += '"';
        m_text += m_index.rawKey(node);
        m_text += m_isPretty ? QByteArrayView("\": ") : QByteArrayView("\":");
    }

    void newLine()
    {
        if (!m_isPretty)
            return;
        m_text += '\n';
        m_text.append(2 * qsizetype(qMin(m_depth, deepestIndent)), ' ');
    }

    Status flush(qsizetype limit)
    {
        if (m_text.size() <= limit)
            return {};
        Status written = m_write(m_text);
        m_text.truncate(0);
        return written;
    }

    const JsonIndex &m_index;
    bool m_isPretty;
    const std::function<Status(QByteArrayView)> &m_write;
    QByteArray m_text;
    int m_depth = 0;
};

} // namespace

Status writePretty(const JsonIndex &index, Node node, const std::function<Status(QByteArrayView)> &write)
{
    return Writer(index, true, write).run(node);
}

Status writeCompact(const JsonIndex &index, Node node, const std::function<Status(QByteArrayView)> &write)
{
    return Writer(index, false, write).run(node);
}

} // namespace acx
