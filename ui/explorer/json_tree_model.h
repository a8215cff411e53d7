// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/links.h"
#include "app/json/json_index.h"

#include <QAbstractItemModel>
#include <QHash>

#include <functional>
#include <optional>
#include <vector>

namespace acx {

/// Tells what a string of an answer leads to; `memberName` is that of the nearest member around it.
using LinkRule = std::function<std::optional<AnswerLink>(const QString &memberName, const QString &value)>;

/// What one row stands for: a value, or a group of values of a container that has too many for one list.
struct JsonTreeRow
{
    JsonIndex::Node node = JsonIndex::none; ///< of a group: the container, or none for what a filter found
    bool isGroup = false;
    quint32 first = 0; ///< of a group: the number of its first value
    quint32 count = 0; ///< of a group: how many values

    bool operator==(const JsonTreeRow &) const = default;
};

/// The values of an indexed JSON text as a tree: one root, or what a filter found. Nothing is copied from the index but
/// what was unfolded. Containers of more than `groupSize` values show them in groups. At `deepest` levels below the
/// top a container shows no values: the view shows it from there.
class JsonTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JsonTreeModel)

public:
    static constexpr quint32 groupSize = 10'000;
    static constexpr int deepest = 200;
    static constexpr qsizetype shownBytes = 400; ///< of a name or value in a row

    explicit JsonTreeModel(QObject *parent = nullptr);
    ~JsonTreeModel() override;

    /// Shows the whole text; null = nothing.
    void setIndex(JsonIndexPtr index);
    /// Shows these values instead of the root.
    void setRoots(std::vector<JsonIndex::Node> roots);
    [[nodiscard]] const JsonIndexPtr &jsonIndex() const { return m_json; }
    [[nodiscard]] bool showsAll() const;
    void setLinkRule(LinkRule rule);

    [[nodiscard]] JsonTreeRow rowAt(const QModelIndex &index) const;
    /// The row's value; none for a group.
    [[nodiscard]] JsonIndex::Node nodeAt(const QModelIndex &index) const;
    /// Where a value is in the tree: below the first root that holds it. Invalid if there is none, or too deep.
    [[nodiscard]] QModelIndex indexOf(JsonIndex::Node node) const;
    /// True if the row has values that are shown only from itself on.
    [[nodiscard]] bool isTooDeep(const QModelIndex &index) const;
    [[nodiscard]] std::optional<AnswerLink> linkAt(const QModelIndex &index) const;

    /// The parts of a row's text: `name` is "total_results", "0" or, for a root of a filter, its place.
    [[nodiscard]] QString nameText(const QModelIndex &index) const;
    /// `"retired"`, `1.0`, `{ 11 }`, and `[ 1,204 ]`
    [[nodiscard]] QString valueText(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Entry;

    void clearEntries();
    [[nodiscard]] quint32 entryFor(const QModelIndex &index) const;
    [[nodiscard]] JsonTreeRow rowOf(quint32 entry, int row) const;
    [[nodiscard]] JsonIndex::Node childOf(quint32 entry, quint32 number) const;
    [[nodiscard]] int rowsOf(const JsonTreeRow &row, int depth) const;
    [[nodiscard]] QString toolTip(const QModelIndex &index) const;
    [[nodiscard]] QString memberAround(JsonIndex::Node node) const;

    JsonIndexPtr m_json;
    std::vector<JsonIndex::Node> m_roots;
    LinkRule m_linkRule;
    // What was unfolded so far: an index holds the number of its parent's entry. Rows are asked for one after the
    // other.
    mutable std::vector<Entry> m_entries;
    mutable QHash<quint64, quint32> m_entryOf; ///< by entry and row
    mutable quint32 m_lastEntry = 0;
    mutable quint32 m_lastNumber = 0;
    mutable JsonIndex::Node m_lastNode = JsonIndex::none;
    mutable QHash<JsonIndex::Node, std::optional<AnswerLink>> m_links;
};

/// "1,204"
[[nodiscard]] QString countText(quint64 count);

} // namespace acx
