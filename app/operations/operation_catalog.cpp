// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/operation_catalog.h"

#include "app/operations/operation_reader.h"

using namespace Qt::StringLiterals;

namespace acx {

OperationCatalog::OperationCatalog(QString title, const QList<OperationEntry> &entries, QStringList notices,
                                   std::shared_ptr<const OpenApiSource> source)
    : m_title(std::move(title))
    , m_notices(std::move(notices))
    , m_source(std::move(source))
{
    QHash<QString, qsizetype> groups;
    for (const OperationEntry &entry : entries) {
        if (entry.section != OperationSection::Paths) {
            m_others.append(entry);
            continue;
        }
        const qsizetype index = m_operations.size();
        if (!groups.contains(entry.group)) {
            groups.insert(entry.group, m_groups.size());
            m_groups.append({entry.group, {}});
        }
        m_groups[groups.value(entry.group)].operations.append(index);
        m_byId.insert(entry.id, index);
        m_search.add(
            {entry.id, entry.title, entry.path, entry.group, QString::fromLatin1(entry.method), entry.parameterNames});
        m_operations.append(entry);
    }
}

OperationCatalog OperationCatalog::joined(const QString &title, const QList<OperationCatalog> &catalogs)
{
    QList<OperationEntry> entries;
    QStringList notices;
    for (const OperationCatalog &catalog : catalogs) {
        entries += catalog.m_operations;
        entries += catalog.m_others;
        notices += catalog.m_notices;
    }
    return {title, entries, notices};
}

std::optional<qsizetype> OperationCatalog::indexOf(const QString &id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.cend() ? std::nullopt : std::optional<qsizetype>(*found);
}

Result<Operation> OperationCatalog::read(const OperationEntry &entry)
{
    return readOperation(entry);
}

} // namespace acx
