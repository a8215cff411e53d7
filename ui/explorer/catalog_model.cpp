// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/catalog_model.h"

#include "app/base/visible_text.h"
#include "ui/widgets/tool_tip.h"

#include <QHash>

#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QString sectionName(OperationSection section)
{
    switch (section) {
    case OperationSection::Webhooks:
        return CatalogModel::tr("Webhooks");
    case OperationSection::Callbacks:
        return CatalogModel::tr("Callbacks");
    case OperationSection::ReferencedPath:
        return CatalogModel::tr("Referenced paths");
    case OperationSection::Paths:
        break;
    }
    return {};
}

QString badgeText(const QByteArray &method)
{
    if (method == "DELETE")
        return u"DEL"_s;
    return method == "OPTIONS" ? u"OPT"_s : QString::fromLatin1(method);
}

QString apartText(OperationSection section)
{
    return section == OperationSection::ReferencedPath
               ? CatalogModel::tr("What it refers to is not in this document.")
               : CatalogModel::tr("The service calls this; it cannot be called here.");
}

QString toolTip(const OperationEntry &entry)
{
    QStringList lines{entry.title, QString::fromLatin1(entry.method) + u' ' + entry.path};
    if (entry.section == OperationSection::Paths)
        lines += CatalogModel::tr("Risk: %1").arg(riskText(entry.risk));
    else
        lines += apartText(entry.section);
    if (entry.deprecated)
        lines += CatalogModel::tr("Deprecated");
    if (!entry.problem.isEmpty())
        lines += CatalogModel::tr("Broken: %1").arg(entry.problem);
    return lines.join(u'\n');
}

QString spokenText(const OperationEntry &entry)
{
    QStringList parts{entry.title, QString::fromLatin1(entry.method)};
    if (entry.section == OperationSection::Paths)
        parts += riskText(entry.risk);
    else
        parts += apartText(entry.section);
    if (entry.deprecated)
        parts += CatalogModel::tr("deprecated");
    if (!entry.problem.isEmpty())
        parts += CatalogModel::tr("broken");
    return parts.join(u", "_s);
}

} // namespace

QString riskText(OperationRisk risk)
{
    switch (risk) {
    case OperationRisk::Read:
        return CatalogModel::tr("reads only");
    case OperationRisk::Write:
        return CatalogModel::tr("changes something");
    case OperationRisk::Destructive:
        return CatalogModel::tr("destroys something");
    }
    Q_UNREACHABLE();
    return {};
}

CatalogModel::CatalogModel(QObject *parent)
    : QAbstractItemModel(parent)
{}

void CatalogModel::setSections(const QList<CatalogSection> &sections)
{
    beginResetModel();
    m_sections = sections;
    build();
    endResetModel();
}

void CatalogModel::search(const QString &words)
{
    if (words.simplified() == m_words)
        return;
    beginResetModel();
    m_words = words.simplified();
    build();
    endResetModel();
}

void CatalogModel::build()
{
    m_nodes.clear();
    m_top.clear();
    m_found = 0;
    m_total = 0;
    for (int section = 0; section < m_sections.size(); ++section) {
        int parent = -1;
        m_total += m_sections[section].catalog.operations().size();
        if (m_sections.size() > 1 || !m_sections[section].catalogId.isEmpty())
            parent = append(-1, {Kind::Section, section, 0, -1, 0, {}, false, {}});
        if (isSearching())
            addFound(section, parent);
        else
            addTree(section, parent);
        // A heading over nothing that was found says nothing.
        if (isSearching() && parent >= 0 && m_nodes.back().kind == Kind::Section) {
            m_nodes.pop_back();
            m_top.pop_back();
        }
    }
}

int CatalogModel::append(int parent, Node node)
{
    const int number = static_cast<int>(m_nodes.size());
    std::vector<int> &siblings = parent < 0 ? m_top : m_nodes[static_cast<size_t>(parent)].children;
    node.parent = parent;
    node.row = static_cast<int>(siblings.size());
    siblings.push_back(number);
    m_nodes.push_back(std::move(node));
    return number;
}

int CatalogModel::addGroup(int section, int parent, const QString &name)
{
    return append(parent, {Kind::Group, section, 0, -1, 0, name, false, {}});
}

void CatalogModel::addOperations(int section, int parent, const QList<qsizetype> &entries)
{
    const QList<OperationEntry> &operations = m_sections[section].catalog.operations();
    QHash<QString, int> titles;
    for (const qsizetype index : entries)
        ++titles[operations[index].title];
    for (const qsizetype index : entries)
        append(parent, {Kind::Operation, section, index, -1, 0, {}, titles.value(operations[index].title) > 1, {}});
}

void CatalogModel::addTree(int section, int parent)
{
    const OperationCatalog &catalog = m_sections[section].catalog;
    for (const OperationGroup &group : catalog.groups()) {
        const int number = addGroup(section, parent, group.name);
        addOperations(section, number, group.operations);
        m_found += group.operations.size();
    }
    const QList<OperationEntry> &others = catalog.others();
    for (const OperationSection apart :
         {OperationSection::Webhooks, OperationSection::Callbacks, OperationSection::ReferencedPath}) {
        int number = -1;
        for (qsizetype i = 0; i < others.size(); ++i) {
            if (others[i].section != apart)
                continue;
            if (number < 0)
                number = addGroup(section, parent, sectionName(apart));
            append(number, {Kind::Operation, section, catalog.operations().size() + i, -1, 0, {}, false, {}});
        }
    }
}

void CatalogModel::addFound(int section, int parent)
{
    const QList<qsizetype> found = m_sections[section].catalog.search(m_words);
    addOperations(section, parent, found);
    m_found += found.size();
}

const CatalogModel::Node &CatalogModel::node(const QModelIndex &index) const
{
    return m_nodes[index.internalId()];
}

const std::vector<int> &CatalogModel::childrenOf(const QModelIndex &parent) const
{
    return parent.isValid() ? node(parent).children : m_top;
}

QModelIndex CatalogModel::indexOfNode(int number) const
{
    return number < 0 ? QModelIndex()
                      : createIndex(m_nodes[static_cast<size_t>(number)].row, 0, static_cast<quintptr>(number));
}

QModelIndex CatalogModel::index(int row, int column, const QModelIndex &parent) const
{
    const std::vector<int> &children = childrenOf(parent);
    if (row < 0 || column != 0 || static_cast<size_t>(row) >= children.size())
        return {};
    return indexOfNode(children[static_cast<size_t>(row)]);
}

QModelIndex CatalogModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOfNode(node(child).parent) : QModelIndex();
}

int CatalogModel::rowCount(const QModelIndex &parent) const
{
    return static_cast<int>(childrenOf(parent).size());
}

int CatalogModel::columnCount(const QModelIndex &) const
{
    return 1;
}

const OperationEntry &CatalogModel::entryOf(const Node &node) const
{
    const OperationCatalog &catalog = m_sections[node.section].catalog;
    const qsizetype own = catalog.operations().size();
    return node.entry < own ? catalog.operations()[node.entry] : catalog.others()[node.entry - own];
}

QModelIndex CatalogModel::indexOf(const QString &catalogId, const QString &operationId) const
{
    for (size_t number = 0; number < m_nodes.size(); ++number) {
        const Node &candidate = m_nodes[number];
        if (candidate.kind == Kind::Operation && m_sections[candidate.section].catalogId == catalogId &&
            entryOf(candidate).section == OperationSection::Paths && entryOf(candidate).id == operationId)
            return indexOfNode(static_cast<int>(number));
    }
    return {};
}

QModelIndex CatalogModel::indexOfSection(const QString &catalogId) const
{
    for (const int number : m_top) {
        const Node &candidate = m_nodes[static_cast<size_t>(number)];
        if (candidate.kind == Kind::Section && m_sections[candidate.section].catalogId == catalogId)
            return indexOfNode(number);
    }
    return {};
}

QModelIndex CatalogModel::firstOperation() const
{
    for (size_t number = 0; number < m_nodes.size(); ++number) {
        if (m_nodes[number].kind == Kind::Operation)
            return indexOfNode(static_cast<int>(number));
    }
    return {};
}

QVariant CatalogModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &here = node(index);
    if (role == KindRole)
        return static_cast<int>(here.kind);
    if (role == CatalogIdRole)
        return m_sections[here.section].catalogId;
    if (role == KeyRole)
        return rawData(here, role);
    QVariant value = rawData(here, role);
    if (value.typeId() != QMetaType::QString)
        return value;
    return role == Qt::ToolTipRole ? plainToolTip(value.toString()) : withVisibleControls(value.toString());
}

QVariant CatalogModel::rawData(const Node &here, int role) const
{
    switch (here.kind) {
    case Kind::Section:
        return sectionData(here, role);
    case Kind::Group:
        return groupData(here, role);
    case Kind::Operation:
        return operationData(here, role);
    }
    Q_UNREACHABLE();
    return {};
}

QVariant CatalogModel::sectionData(const Node &node, int role) const
{
    const CatalogSection &section = m_sections[node.section];
    switch (role) {
    case Qt::DisplayRole:
        return section.title;
    case Qt::ToolTipRole:
        return section.problem.isEmpty() ? section.title + u'\n' + section.details
                                         : section.title + u'\n' + section.problem;
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %n operation(s)", nullptr, static_cast<int>(section.catalog.operations().size()))
            .arg(section.title, section.problem.isEmpty() ? section.details : section.problem);
    case KeyRole:
        return u"s/"_s + section.catalogId;
    case CountRole:
        return section.catalog.operations().size();
    case DetailsRole:
        return section.details;
    case ProblemRole:
        return section.problem;
    default:
        return {};
    }
}

QVariant CatalogModel::groupData(const Node &node, int role) const
{
    const auto count = static_cast<int>(node.children.size());
    switch (role) {
    case Qt::DisplayRole:
        return node.name;
    case Qt::ToolTipRole:
        return tr("%1: %n operation(s)", nullptr, count).arg(node.name);
    case Qt::AccessibleTextRole:
        return tr("%1, %n operation(s)", nullptr, count).arg(node.name);
    case KeyRole:
        return u"g/"_s + m_sections[node.section].catalogId + u'/' + node.name;
    case CountRole:
        return count;
    default:
        return {};
    }
}

QVariant CatalogModel::operationData(const Node &node, int role) const
{
    const OperationEntry &entry = entryOf(node);
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::ToolTipRole:
        return toolTip(entry);
    case Qt::AccessibleTextRole:
        return spokenText(entry);
    case DetailsRole:
        if (node.isTwin)
            return entry.path;
        return isSearching() ? entry.group : QString();
    case TwinRole:
        return node.isTwin;
    case ProblemRole:
        return entry.problem;
    case MethodRole:
        return badgeText(entry.method);
    case FullMethodRole:
        return QString::fromLatin1(entry.method);
    case RiskRole:
        return static_cast<int>(entry.risk);
    case DeprecatedRole:
        return entry.deprecated;
    case CallableRole:
        return entry.section == OperationSection::Paths;
    case OperationIdRole:
        return entry.id;
    default:
        return {};
    }
}

Qt::ItemFlags CatalogModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace acx
