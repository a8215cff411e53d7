// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/json/json_nodes.h"
#include "app/json/json_value.h"

#include <QByteArrayView>
#include <QFuture>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace acx {

class JsonIndex;
using JsonIndexPtr = std::shared_ptr<const JsonIndex>;
/// The index, or why the text is not JSON.
using JsonIndexed = tl::expected<JsonIndexPtr, JsonProblem>;

struct JsonIndexOptions
{
    /// Values nested deeper than this are refused (JsonProblem names the number).
    int maxDepth = 100'000;
    /// Called now and then with the number of bytes done, in the building thread; false stops (ErrorKind::Cancelled).
    std::function<bool(qint64 bytesDone)> goOn;
};

/// The values of a JSON text of any size (up to 1 TB and some 4,294,900,000 values), at 16 bytes a value beside the text.
/// Order, duplicate members and the exact text of every value are kept, because everything is looked up in the text.
/// Values are numbered in the text's order, from 0, the root. All functions are const and may be called from any
/// thread.
class JsonIndex final
{
public:
    using Node = quint32;
    using Type = JsonValue::Type;
    static constexpr Node none = 0xFFFF'FFFF;

    /// Reads `text` by the rules of parseJson(). `owner` keeps the bytes (a mapped file, say) alive as long as the
    /// index. The only Error is Cancelled.
    [[nodiscard]] static Result<JsonIndexed> build(QByteArrayView text, std::shared_ptr<const void> owner,
                                                   const JsonIndexOptions &options = {});
    /// The same in a thread of the global pool. Cancelling the future stops it; its progress is in per mille.
    [[nodiscard]] static QFuture<Result<JsonIndexed>> start(QByteArrayView text, std::shared_ptr<const void> owner,
                                                            int maxDepth = JsonIndexOptions().maxDepth);

    [[nodiscard]] QByteArrayView text() const { return m_text; }
    [[nodiscard]] Node root() const { return 0; }
    /// The number of values, the root and all containers included.
    [[nodiscard]] quint32 size() const { return m_nodes.size(); }
    /// Bytes that the index takes beside the text.
    [[nodiscard]] qint64 memory() const { return m_nodes.memory(); }

    [[nodiscard]] Type type(Node node) const { return static_cast<Type>(m_nodes.at(node).type); }
    [[nodiscard]] bool isContainer(Node node) const { return m_nodes.isContainer(node); }
    /// None for the root.
    [[nodiscard]] Node parent(Node node) const { return m_nodes.at(node).parent; }
    [[nodiscard]] quint32 childCount(Node node) const;
    /// Child number `index`, which must be below childCount(); at most 1,024 steps.
    [[nodiscard]] Node child(Node node, quint32 index) const;
    /// The value after this one in the same container, or none.
    [[nodiscard]] Node nextSibling(Node node) const;
    /// The number of this value among its parent's children (0 for the root); at most 1,024 steps.
    [[nodiscard]] quint32 indexInParent(Node node) const;
    /// The first value after `node` and everything in it: node … after(node) - 1 are the value and its descendants.
    [[nodiscard]] Node after(Node node) const { return m_nodes.after(node); }

    /// The value as written, from its first to its last character.
    [[nodiscard]] QByteArrayView raw(Node node) const;
    /// Where raw() begins.
    [[nodiscard]] qint64 offset(Node node) const { return static_cast<qint64>(m_nodes.at(node).offset); }
    [[nodiscard]] bool hasKey(Node node) const;
    /// The name as written, without its quotation marks; empty for a value that has none.
    [[nodiscard]] QByteArrayView rawKey(Node node) const;
    /// The name with its escapes read.
    [[nodiscard]] QString key(Node node) const;
    /// A string's value with its escapes read; empty for every other type.
    [[nodiscard]] QString string(Node node) const;
    /// The first member of that name, or none.
    [[nodiscard]] Node member(Node object, QStringView name) const;
    /// The smallest value at this byte; a byte of a name, and of what stands between name and value, belongs to the
    /// member's value. None outside of the root.
    [[nodiscard]] Node nodeAt(qint64 offset) const;

private:
    JsonIndex() = default;
    /// The offset of the opening quotation mark of the name.
    [[nodiscard]] qint64 keyStart(Node node) const;
    [[nodiscard]] qint64 scalarEnd(Node node) const;
    [[nodiscard]] qint64 end(Node node) const;
    [[nodiscard]] qint64 afterBracket(qint64 at) const;

    QByteArrayView m_text;
    std::shared_ptr<const void> m_owner;
    JsonNodes m_nodes;
};

} // namespace acx
