// SPDX-License-Identifier: GPL-3.0-or-later
// Where a definition is called, and with which client.
#include "app/base/deliver.h"
#include "app/credentials/secret_store.h"
#include "app/explorer/definition_library_private.h"
#include "app/operations/definition_facts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QString secretEntry(const QString &id)
{
    return u"definition/%1/client-secret"_s.arg(id);
}

} // namespace

Status DefinitionLibrary::setBase(const QString &id, const QUrl &base)
{
    const std::optional<Definition> definition = find(id);
    if (!definition)
        return definitionNotThere();
    if (!base.isEmpty() && !isCallableBase(base))
        return fail(ErrorKind::InvalidInput,
                    QCoreApplication::translate("acx", "This is no base URL that can be called."),
                    QCoreApplication::translate("acx", "Write it as https://host/path; plain http is only for this "
                                                       "computer."));
    QUrl own = base.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    if (base.isEmpty()) {
        const auto known = d->catalogs.constFind(id);
        if (known == d->catalogs.cend() || !known->source())
            return fail(ErrorKind::NotFound,
                        QCoreApplication::translate("acx", "The definition has not been read yet."),
                        QCoreApplication::translate("acx", "Try again in a moment."));
        own = readDefinitionFacts(*known->source(),
                                  definition->origin == DefinitionOrigin::Answer ? QUrl() : documentUrl(*definition))
                  .base;
    }
    const bool isOwn = !base.isEmpty();
    const Result<QList<Definition>> list = d->folder.change(id, [&own, isOwn](Definition &line) {
        line.base = own;
        line.ownBase = isOwn;
    });
    if (!list)
        return fail(list.error());
    d->take(*list);
    return {};
}

void DefinitionLibrary::Private::keepFlag(const QString &id, bool hasSecret)
{
    const Result<QList<Definition>> list =
        folder.change(id, [hasSecret](Definition &line) { line.hasClientSecret = hasSecret; });
    if (list)
        take(*list);
}

QFuture<Status> DefinitionLibrary::setClient(const QString &id, const QString &clientId,
                                             const std::optional<Secret> &clientSecret)
{
    const std::optional<Definition> definition = find(id);
    if (!definition)
        return ready<void>(definitionNotThere());
    const bool writes = clientSecret && !clientSecret->isEmpty();
    // The line comes first: a secret that it does not tell of would be left behind.
    const Result<QList<Definition>> list = d->folder.change(id, [&clientId, writes](Definition &line) {
        line.clientId = clientId.trimmed();
        line.hasClientSecret = line.hasClientSecret || writes;
    });
    if (!list)
        return ready<void>(fail(list.error()));
    d->take(*list);
    if (!clientSecret || (!writes && !definition->hasClientSecret))
        return ready<void>(Status());
    auto promise = std::make_shared<QPromise<Status>>();
    promise->start();
    d->secrets.remove(id);
    const QFuture<Status> done =
        writes ? d->parts.keychain.write(secretEntry(id), *clientSecret) : d->parts.keychain.remove(secretEntry(id));
    const bool had = definition->hasClientSecret;
    deliver(done, this, [this, id, writes, had, promise](const Status &status) {
        if ((writes && !status && !had) || (!writes && status))
            d->keepFlag(id, false);
        promise->addResult(status);
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<DefinitionHeaders>> DefinitionLibrary::headersFor(const QString &id)
{
    const std::optional<Definition> definition = find(id);
    if (!definition)
        return ready<DefinitionHeaders>(definitionNotThere());
    DefinitionHeaders headers;
    if (!definition->base.isEmpty())
        headers.origins = {Origin::of(definition->base)};
    if (!definition->clientId.isEmpty())
        headers.headers.append({definition->clientIdHeader, definition->clientId.toUtf8()});
    if (!definition->hasClientSecret)
        return ready<DefinitionHeaders>(headers);
    const QByteArray name = definition->clientSecretHeader;
    if (const auto known = d->secrets.constFind(id); known != d->secrets.cend()) {
        headers.secretHeaders.append({name, *known});
        return ready<DefinitionHeaders>(headers);
    }
    auto promise = std::make_shared<QPromise<Result<DefinitionHeaders>>>();
    promise->start();
    deliver(d->parts.keychain.read(secretEntry(id)), this,
            [this, id, name, headers, promise](const Result<Secret> &secret) mutable {
                if (secret) {
                    d->secrets.insert(id, *secret);
                    headers.secretHeaders.append({name, *secret});
                    promise->addResult(headers);
                } else {
                    promise->addResult(fail(secret.error()));
                }
                promise->finish();
            });
    return promise->future();
}

QFuture<Status> DefinitionLibrary::remove(const QString &id)
{
    const std::optional<Definition> definition = find(id);
    if (!definition)
        return ready<void>(Status());
    const auto drop = [this, id]() -> Status {
        d->secrets.remove(id);
        const Result<QList<Definition>> list = d->folder.remove(id);
        if (!list)
            return fail(list.error());
        d->take(*list);
        return {};
    };
    if (!definition->hasClientSecret)
        return ready<void>(drop());
    auto promise = std::make_shared<QPromise<Status>>();
    promise->start();
    deliver(d->parts.keychain.remove(secretEntry(id)), this, [drop, promise](const Status &removed) {
        promise->addResult(removed ? drop() : removed);
        promise->finish();
    });
    return promise->future();
}

} // namespace acx
