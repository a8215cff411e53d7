// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/operation_catalog.h"

#include <QAbstractItemModel>

#include <vector>

namespace acx {

/// A catalog as one part of the tree.
struct CatalogSection
{
    QString catalogId; ///< empty = the operations of the deployment
    QString title;
    QString details; ///< version and origin; may be empty
    QString problem; ///< why it cannot be read; empty = it can
    OperationCatalog catalog;
};

/// The operations of several catalogs as a tree of sections, groups and operations, or, while one searches, of those
/// that were found, the best first. Sections have rows of their own only where there is more than one. Webhooks,
/// callbacks and referenced path items stand in groups of their own behind the others.
class CatalogModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum class Kind { Section, Group, Operation };
    enum Role {
        KindRole = Qt::UserRole,
        KeyRole,        ///< names a section or group beyond changes of the model; to keep it folded or not
        CountRole,      ///< operations below a section or group
        DetailsRole,    ///< of a section; the group of an operation that was found; the path of one of two alike
        TwinRole,       ///< another operation beside it has the same title
        ProblemRole,    ///< what is broken; empty = nothing
        MethodRole,     ///< as its badge shows it: "DEL" for DELETE
        FullMethodRole, ///< "DELETE"
        RiskRole,       ///< OperationRisk as int
        DeprecatedRole,
        CallableRole, ///< false for what stands apart
        CatalogIdRole,
        OperationIdRole
    };

    explicit CatalogModel(QObject *parent = nullptr);

    void setSections(const QList<CatalogSection> &sections);
    [[nodiscard]] const QList<CatalogSection> &sections() const { return m_sections; }
    /// Shows what has all these words; everything for none.
    void search(const QString &words);
    [[nodiscard]] bool isSearching() const { return !m_words.isEmpty(); }
    [[nodiscard]] QString words() const { return m_words; }
    /// Operations that are shown, and all; what stands apart is not counted.
    [[nodiscard]] qsizetype found() const { return m_found; }
    [[nodiscard]] qsizetype total() const { return m_total; }
    /// The row of an operation, if it is shown.
    [[nodiscard]] QModelIndex indexOf(const QString &catalogId, const QString &operationId) const;
    [[nodiscard]] QModelIndex indexOfSection(const QString &catalogId) const;
    /// The first operation that is shown.
    [[nodiscard]] QModelIndex firstOperation() const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Node
    {
        Kind kind = Kind::Section;
        int section = 0;
        qsizetype entry = 0; ///< of an operation: its index, counted on beyond operations() into others()
        int parent = -1;
        int row = 0;
        QString name;        ///< of a group
        bool isTwin = false; ///< another operation beside it has the same title
        std::vector<int> children;
    };

    void build();
    void addTree(int section, int parent);
    void addFound(int section, int parent);
    int addGroup(int section, int parent, const QString &name);
    int append(int parent, Node node);
    void addOperations(int section, int parent, const QList<qsizetype> &entries);
    [[nodiscard]] const Node &node(const QModelIndex &index) const;
    [[nodiscard]] const std::vector<int> &childrenOf(const QModelIndex &parent) const;
    [[nodiscard]] QModelIndex indexOfNode(int number) const;
    [[nodiscard]] const OperationEntry &entryOf(const Node &node) const;
    /// As the document has it.
    [[nodiscard]] QVariant rawData(const Node &here, int role) const;
    [[nodiscard]] QVariant sectionData(const Node &node, int role) const;
    [[nodiscard]] QVariant groupData(const Node &node, int role) const;
    [[nodiscard]] QVariant operationData(const Node &node, int role) const;

    QList<CatalogSection> m_sections;
    QString m_words;
    std::vector<Node> m_nodes;
    std::vector<int> m_top;
    qsizetype m_found = 0;
    qsizetype m_total = 0;
};

/// "read", "write" and "destructive" in the person's language.
[[nodiscard]] QString riskText(OperationRisk risk);

} // namespace acx
