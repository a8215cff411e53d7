// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/operations/operation_catalog.h"
#include "ui/app_services.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace acx {

enum class DeploymentKind;

/// An operation with what its form needs.
struct KnownOperation
{
    Operation operation;
    std::shared_ptr<const OpenApiSource> source;
    QString catalogId; ///< empty = of the deployment, else a Definition's id
};

/// The operations that can be called: those of the profile's deployment, read in the background, and those of opened
/// API definitions.
class OperationBook final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OperationBook)

public:
    using Handler = std::function<void(const Result<KnownOperation> &)>;
    explicit OperationBook(const AppServices &services, QObject *parent = nullptr);

    /// Of the profile's deployment; empty until they are read.
    [[nodiscard]] const OperationCatalog &shipped() const { return m_shipped; }
    /// Hands an operation to `handler`, at once if it is at hand, never after the end of `context`. NotFound where the
    /// catalog does not have it (any more).
    void find(const QString &catalogId, const QString &operationId, QObject *context, const Handler &handler);
    /// An operation of the deployment.
    [[nodiscard]] Result<KnownOperation> shippedAt(qsizetype index) const;

Q_SIGNALS:
    void shippedChanged();
    void failed(const acx::Error &error);

private:
    void followProfile();
    void take(const Result<OperationCatalog> &catalog);

    const AppServices m_services;
    OperationCatalog m_shipped;
    std::optional<DeploymentKind> m_kind; ///< of m_shipped, or of what is being read
    bool m_isReading = false;
    quint64 m_generation = 0;
};

} // namespace acx
