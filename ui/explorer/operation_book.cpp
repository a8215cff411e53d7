// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/operation_book.h"

#include "app/base/background.h"
#include "app/base/deliver.h"
#include "app/explorer/definition_library.h"
#include "app/operations/shipped_catalogs.h"
#include "ui/session.h"

using namespace Qt::StringLiterals;

namespace acx {

namespace {

Error unknownOperation(const QString &id)
{
    Error error;
    error.kind = ErrorKind::NotFound;
    error.sentence = OperationBook::tr("There is no operation “%1” here.").arg(id);
    error.nextStep = OperationBook::tr("Choose one in the list on the left.");
    return error;
}

Result<KnownOperation> known(const OperationCatalog &catalog, const QString &catalogId, const QString &operationId)
{
    const std::optional<qsizetype> index = catalog.indexOf(operationId);
    if (!index)
        return fail(unknownOperation(operationId));
    const OperationEntry &entry = catalog.operations().at(*index);
    const Result<Operation> operation = OperationCatalog::read(entry);
    if (!operation)
        return fail(operation.error());
    return KnownOperation{*operation, entry.source, catalogId};
}

} // namespace

OperationBook::OperationBook(const AppServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    connect(&services.session, &Session::profileChanged, this, &OperationBook::followProfile);
    followProfile();
}

void OperationBook::followProfile()
{
    const std::optional<Profile> profile = m_services.session.profile();
    const DeploymentKind kind = profile ? profile->deployment : DeploymentKind::Custom;
    if (m_kind == kind)
        return;
    m_kind = kind;
    m_isReading = true;
    const auto work = [kind] { return loadCatalogFor(kind); };
    deliver(inBackground<OperationCatalog>(work), this,
            [this, generation = ++m_generation](const Result<OperationCatalog> &catalog) {
                if (generation == m_generation)
                    take(catalog);
            });
}

void OperationBook::take(const Result<OperationCatalog> &catalog)
{
    m_isReading = false;
    m_shipped = catalog.value_or(OperationCatalog());
    Q_EMIT shippedChanged();
    if (!catalog)
        Q_EMIT failed(catalog.error());
}

Result<KnownOperation> OperationBook::shippedAt(qsizetype index) const
{
    return known(m_shipped, {}, m_shipped.operations().at(index).id);
}

void OperationBook::find(const QString &catalogId, const QString &operationId, QObject *context, const Handler &handler)
{
    if (catalogId.isEmpty() && !m_isReading)
        return handler(known(m_shipped, {}, operationId));
    if (catalogId.isEmpty()) {
        const auto once = [this, operationId, handler] { handler(known(m_shipped, {}, operationId)); };
        connect(this, &OperationBook::shippedChanged, context, once, Qt::SingleShotConnection);
        return;
    }
    const auto take = [catalogId, operationId, handler](const Result<OperationCatalog> &catalog) {
        handler(catalog ? known(*catalog, catalogId, operationId) : fail(catalog.error()));
    };
    deliver(m_services.definitions.catalog(catalogId), context, take);
}

} // namespace acx
