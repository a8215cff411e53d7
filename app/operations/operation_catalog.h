// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/openapi_source.h"
#include "app/operations/operation.h"
#include "app/operations/operation_search.h"

#include <QHash>
#include <QStringList>

#include <memory>
#include <optional>

namespace acx {

/// Where in its document an operation stands.
enum class OperationSection {
    Paths,         ///< can be called
    Webhooks,      ///< called by the service
    Callbacks,     ///< called by the service
    ReferencedPath ///< a path item that refers to what is not in the document
};

/// An operation as a list shows it. The rest is read from the document when it is wanted (OperationCatalog::read).
struct OperationEntry
{
    QString id; ///< unique within the catalog
    QByteArray method;
    QString path;
    QString title; ///< never empty
    QString group; ///< never empty
    OperationRisk risk = OperationRisk::Read;
    bool deprecated = false;
    OperationSection section = OperationSection::Paths;
    QStringList parameterNames;
    QString pointer; ///< JSON Pointer in its document
    QString problem; ///< what is broken about it; empty = it is sound

    std::shared_ptr<const OpenApiSource> source;
    ByteRange range;            ///< of the operation
    ByteRange sharedParameters; ///< of the path item
};

struct OperationGroup
{
    QString name;
    QList<qsizetype> operations; ///< indices, in the document's order
};

/// The operations of one or more documents. Immutable and cheap to copy; any thread may read it.
class OperationCatalog final
{
public:
    OperationCatalog() = default;
    /// Entries outside of OperationSection::Paths are shown apart: they are neither grouped nor found.
    OperationCatalog(QString title, const QList<OperationEntry> &entries, QStringList notices,
                     std::shared_ptr<const OpenApiSource> source = {});
    /// One catalog with the operations of all, in their order.
    [[nodiscard]] static OperationCatalog joined(const QString &title, const QList<OperationCatalog> &catalogs);

    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] const QList<OperationEntry> &operations() const { return m_operations; }
    /// Webhooks, callbacks and referenced path items.
    [[nodiscard]] const QList<OperationEntry> &others() const { return m_others; }
    /// In the order in which the groups first appear.
    [[nodiscard]] const QList<OperationGroup> &groups() const { return m_groups; }
    /// What is wrong with the documents without making them unusable, e.g. duplicate keys.
    [[nodiscard]] const QStringList &notices() const { return m_notices; }
    /// The document; null if the operations are of several.
    [[nodiscard]] const std::shared_ptr<const OpenApiSource> &source() const { return m_source; }

    /// Index of the operation of that id.
    [[nodiscard]] std::optional<qsizetype> indexOf(const QString &id) const;
    /// Indices into operations(), the best first (see OperationSearch).
    [[nodiscard]] QList<qsizetype> search(const QString &words) const { return m_search.find(words); }
    /// Everything about the operation. A broken one is read as far as it goes; InvalidInput if that is nowhere.
    [[nodiscard]] static Result<Operation> read(const OperationEntry &entry);

private:
    QString m_title;
    QList<OperationEntry> m_operations;
    QList<OperationEntry> m_others;
    QList<OperationGroup> m_groups;
    QStringList m_notices;
    std::shared_ptr<const OpenApiSource> m_source;
    QHash<QString, qsizetype> m_byId;
    OperationSearch m_search;
};

} // namespace acx
