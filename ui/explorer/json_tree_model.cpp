// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/json_tree_model.h"

#include "ui/explorer/json_excerpt.h"

#include <QLocale>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

using Node = JsonIndex::Node;

constexpr quint32 topEntry = 0;        // the entry of the invisible root
constexpr qsizetype tipBytes = 2'000;  // of a value in a tool tip
constexpr qsizetype linkBytes = 8'000; // longer texts are no links
constexpr qsizetype manyLinks = 20'000;
constexpr int shownLevels = 12; // of the place of a value that a filter found

quint64 keyOf(quint32 entry, int row)
{
    return (quint64(entry) << 32U) | quint32(row);
}

int groupsOf(quint32 count)
{
    return int((quint64(count) + JsonTreeModel::groupSize - 1) / JsonTreeModel::groupSize);
}

/// The last levels of a value's place, as in "results/0/name".
QString placeOf(const JsonIndex &index, Node node)
{
    QString place;
    int levels = 0;
    for (; index.parent(node) != JsonIndex::none; node = index.parent(node)) {
        if (++levels > shownLevels)
            return u"…/"_s + place;
        const QString step = index.hasKey(node) ? nameLine(index, node, JsonTreeModel::shownBytes)
                                                : QString::number(index.indexInParent(node));
        place = place.isEmpty() ? step : step + u'/' + place;
    }
    return place;
}

} // namespace

/// The values that are listed below one row.
struct JsonTreeModel::Entry
{
    quint32 parent = topEntry; ///< the entry that lists the row
    int row = 0;               ///< its number there
    JsonTreeRow what;          ///< of the top entry: a group of all roots
    quint32 count = 0;         ///< values, groups left aside
    int depth = 0;             ///< levels of values between here and the top
    bool inGroups = false;
};

JsonTreeModel::JsonTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
{
    clearEntries();
}

JsonTreeModel::~JsonTreeModel() = default;

void JsonTreeModel::clearEntries()
{
    m_entries.clear();
    m_entryOf.clear();
    m_links.clear();
    m_lastNode = JsonIndex::none;
    const auto count = static_cast<quint32>(m_roots.size());
    m_entries.push_back(Entry{topEntry, 0, {JsonIndex::none, true, 0, count}, count, 0, count > groupSize});
}

void JsonTreeModel::setIndex(JsonIndexPtr index)
{
    beginResetModel();
    m_json = std::move(index);
    m_roots.clear();
    if (m_json)
        m_roots.push_back(m_json->root());
    clearEntries();
    endResetModel();
}

void JsonTreeModel::setRoots(std::vector<Node> roots)
{
    beginResetModel();
    m_roots = std::move(roots);
    clearEntries();
    endResetModel();
}

bool JsonTreeModel::showsAll() const
{
    return m_json && m_roots.size() == 1 && m_roots.front() == m_json->root();
}

void JsonTreeModel::setLinkRule(LinkRule rule)
{
    m_linkRule = std::move(rule);
    m_links.clear();
}

/// Value number `number` of what an entry lists. From one to the next is one step, from anywhere up to 1,024.
Node JsonTreeModel::childOf(quint32 entry, quint32 number) const
{
    const JsonTreeRow &what = m_entries[entry].what;
    if (what.node == JsonIndex::none)
        return m_roots[what.first + number];
    if (m_lastNode != JsonIndex::none && m_lastEntry == entry && number == m_lastNumber + 1)
        m_lastNode = m_json->nextSibling(m_lastNode);
    else if (m_lastNode == JsonIndex::none || m_lastEntry != entry || number != m_lastNumber)
        m_lastNode = m_json->child(what.node, what.first + number);
    m_lastEntry = entry;
    m_lastNumber = number;
    return m_lastNode;
}

JsonTreeRow JsonTreeModel::rowOf(quint32 entry, int row) const
{
    const Entry &lists = m_entries[entry];
    const auto number = static_cast<quint32>(row);
    if (!lists.inGroups)
        return {childOf(entry, number), false, 0, 0};
    const quint32 first = number * groupSize;
    return {lists.what.node, true, first, std::min(groupSize, lists.count - first)};
}

JsonTreeRow JsonTreeModel::rowAt(const QModelIndex &index) const
{
    return rowOf(static_cast<quint32>(index.internalId()), index.row());
}

Node JsonTreeModel::nodeAt(const QModelIndex &index) const
{
    if (!index.isValid())
        return JsonIndex::none;
    const JsonTreeRow row = rowAt(index);
    return row.isGroup ? JsonIndex::none : row.node;
}

int JsonTreeModel::rowsOf(const JsonTreeRow &row, int depth) const
{
    if (row.isGroup)
        return int(row.count);
    if (!m_json->isContainer(row.node) || depth >= deepest)
        return 0;
    const quint32 count = m_json->childCount(row.node);
    return count > groupSize ? groupsOf(count) : int(count);
}

quint32 JsonTreeModel::entryFor(const QModelIndex &index) const
{
    const auto parent = static_cast<quint32>(index.internalId());
    const quint64 key = keyOf(parent, index.row());
    if (const auto known = m_entryOf.constFind(key); known != m_entryOf.constEnd())
        return *known;
    Entry entry;
    entry.parent = parent;
    entry.row = index.row();
    entry.what = rowOf(parent, index.row());
    entry.count = entry.what.isGroup ? entry.what.count : m_json->childCount(entry.what.node);
    entry.depth = m_entries[parent].depth + (entry.what.isGroup ? 0 : 1);
    entry.inGroups = !entry.what.isGroup && entry.count > groupSize;
    const auto number = static_cast<quint32>(m_entries.size());
    m_entries.push_back(entry);
    m_entryOf.insert(key, number);
    return number;
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column != 0 || row >= rowCount(parent))
        return {};
    return createIndex(row, 0, quintptr(parent.isValid() ? entryFor(parent) : topEntry));
}

QModelIndex JsonTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == topEntry)
        return {};
    const Entry &entry = m_entries[child.internalId()];
    return createIndex(entry.row, 0, quintptr(entry.parent));
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_entries[topEntry].inGroups ? groupsOf(m_entries[topEntry].count) : int(m_entries[topEntry].count);
    return rowsOf(rowAt(parent), m_entries[parent.internalId()].depth);
}

int JsonTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

bool JsonTreeModel::isTooDeep(const QModelIndex &index) const
{
    const Node node = nodeAt(index);
    return node != JsonIndex::none && m_json->isContainer(node) && m_json->childCount(node) > 0 && !hasChildren(index);
}

QModelIndex JsonTreeModel::indexOf(Node node) const
{
    if (!m_json || node == JsonIndex::none)
        return {};
    const auto root = std::find_if(m_roots.cbegin(), m_roots.cend(), [&](Node candidate) {
        return candidate <= node && node < m_json->after(candidate);
    });
    if (root == m_roots.cend())
        return {};
    std::vector<quint32> steps; // numbers among the siblings, from the value upwards
    for (; node != *root; node = m_json->parent(node)) {
        steps.push_back(m_json->indexInParent(node));
        if (steps.size() > size_t(deepest))
            return {};
    }
    steps.push_back(static_cast<quint32>(root - m_roots.cbegin()));
    QModelIndex place;
    for (auto step = steps.crbegin(); step != steps.crend(); ++step) {
        const bool inGroups = m_entries[place.isValid() ? entryFor(place) : topEntry].inGroups;
        if (inGroups)
            place = index(int(*step / groupSize), 0, place);
        place = index(int(inGroups ? *step % groupSize : *step), 0, place);
    }
    return place;
}

QString JsonTreeModel::nameText(const QModelIndex &index) const
{
    const JsonTreeRow row = rowAt(index);
    if (row.isGroup)
        return u"[%1 … %2]"_s.arg(countText(row.first), countText(row.first + row.count - 1));
    const Entry &around = m_entries[index.internalId()];
    if (around.what.node == JsonIndex::none)
        return placeOf(*m_json, row.node);
    if (m_json->hasKey(row.node))
        return nameLine(*m_json, row.node, shownBytes);
    return QString::number(around.what.first + static_cast<quint32>(index.row()));
}

QString JsonTreeModel::valueText(const QModelIndex &index) const
{
    const JsonTreeRow row = rowAt(index);
    if (row.isGroup)
        return {};
    if (!m_json->isContainer(row.node))
        return scalarLine(*m_json, row.node, shownBytes).text;
    const bool isObject = m_json->type(row.node) == JsonIndex::Type::Object;
    return (isObject ? u"{ %1 }"_s : u"[ %1 ]"_s).arg(countText(m_json->childCount(row.node)));
}

QString JsonTreeModel::memberAround(Node node) const
{
    // Items of an array are called after it; arrays within arrays are searched no further than a person would.
    for (int level = 0; level < 3 && m_json->parent(node) != JsonIndex::none; ++level, node = m_json->parent(node)) {
        if (m_json->hasKey(node))
            return stringExcerpt(m_json->rawKey(node), shownBytes).text;
    }
    return {};
}

std::optional<AnswerLink> JsonTreeModel::linkAt(const QModelIndex &index) const
{
    const Node node = nodeAt(index);
    if (!m_linkRule || node == JsonIndex::none || m_json->type(node) != JsonIndex::Type::String ||
        m_json->raw(node).size() > linkBytes)
        return std::nullopt;
    if (const auto known = m_links.constFind(node); known != m_links.constEnd())
        return *known;
    if (m_links.size() > manyLinks)
        m_links.clear();
    const std::optional<AnswerLink> link = m_linkRule(memberAround(node), m_json->string(node));
    m_links.insert(node, link);
    return link;
}

QString JsonTreeModel::toolTip(const QModelIndex &index) const
{
    const Node node = nodeAt(index);
    if (node == JsonIndex::none || m_json->isContainer(node))
        return {};
    const Excerpt whole = scalarLine(*m_json, node, tipBytes);
    // A tool tip takes what looks like markup for markup.
    return u"<span>%1</span>"_s.arg(whole.text.toHtmlEscaped());
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole) {
        const QString name = nameText(index);
        const QString value = valueText(index);
        if (name.isEmpty() || value.isEmpty())
            return name + value;
        return m_json->isContainer(rowAt(index).node) ? name + u' ' + value : name + ": "_L1 + value;
    }
    return role == Qt::ToolTipRole ? QVariant(toolTip(index)) : QVariant();
}

QString countText(quint64 count)
{
    return QLocale().toString(count);
}

} // namespace acx
