// SPDX-License-Identifier: GPL-3.0-or-later
// Where a definition is called, and with which client.
#include "app/base/background.h"
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

void DefinitionLibrary::Private::change(const QString &id, const std::function<void(Definition &)> &change,
                                        const std::function<void(const Status &)> &finish)
{
    deliver(inBackground<QList<Definition>>([folder = folder, id, change] { return folder.change(id, change); }), &q,
            [this, finish](const Result<QList<Definition>> &list) {
                if (list)
                    take(*list);
                finish(list ? Status() : fail(list.error()));
            });
}

QFuture<Status> DefinitionLibrary::setBase(const QString &id, const QUrl &base)
{
    const std::optional<Definition> definition = find(id);
    if (!definition)
        return ready<void>(definitionNotThere());
    if (!base.isEmpty() && !isCallableBase(base))
        return ready<void>(fail(ErrorKind::InvalidInput,
                                QCoreApplication::translate("acx", "This is no base URL that can be called."),
                                QCoreApplication::translate("acx", "Write it as https://host/path; plain http is only "
                                                                   "for this computer.")));
    const bool isOwn = !base.isEmpty();
    QUrl url = base.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    const auto known = d->catalogs.constFind(id);
    if (!isOwn && (known == d->catalogs.cend() || !known->source()))
        return ready<void>(fail(ErrorKind::NotFound,
                                QCoreApplication::translate("acx", "The definition has not been read yet."),
                                QCoreApplication::translate("acx", "Try again in a moment.")));
    if (!isOwn)
        url = readDefinitionFacts(*known->source(),
                                  definition->origin == DefinitionOrigin::Answer ? QUrl() : documentUrl(*definition))
                  .base;
    auto promise = std::make_shared<QPromise<Status>>();
    promise->start();
    d->change(
        id,
        [url, isOwn](Definition &line) {
            line.base = url;
            line.ownBase = isOwn;
            if (isOwn && (!line.clientId.isEmpty() || line.hasClientSecret))
                line.clientOrigin = Origin::of(url).toString();
        },
        [promise](const Status &status) {
            promise->addResult(status);
            promise->finish();
        });
    return promise->future();
}

void DefinitionLibrary::Private::keepSecret(const Definition &definition, const Secret &secret,
                                            const std::function<void(const Status &)> &finish)
{
    const QString id = definition.id;
    const bool writes = !secret.isEmpty();
    secrets.remove(id);
    const QFuture<Status> done =
        writes ? parts.keychain.write(secretEntry(id), secret) : parts.keychain.remove(secretEntry(id));
    deliver(done, &q, [this, id, writes, had = definition.hasClientSecret, finish](const Status &status) {
        const bool isGone = writes ? !status && !had : status.has_value();
        if (!isGone)
            return finish(status);
        change(
            id, [](Definition &line) { line.hasClientSecret = false; },
            [status, finish](const Status &noted) { finish(status ? noted : status); });
    });
}

QFuture<Status> DefinitionLibrary::setClient(const QString &id, const QString &clientId,
                                             const std::optional<Secret> &clientSecret)
{
    const std::optional<Definition> definition = find(id);
    if (!definition)
        return ready<void>(definitionNotThere());
    auto promise = std::make_shared<QPromise<Status>>();
    promise->start();
    const auto finish = [this, id, given = clientSecret.has_value(), promise](const Status &status) {
        if (status && given && d->sessionSecrets.remove(id))
            Q_EMIT changed();
        promise->addResult(status);
        promise->finish();
    };
    const bool writes = clientSecret && !clientSecret->isEmpty();
    // The line comes first: a secret that it does not tell of would be left behind.
    d->change(
        id,
        [clientId, writes](Definition &line) {
            line.clientId = clientId.trimmed();
            line.hasClientSecret = line.hasClientSecret || writes;
            line.clientOrigin = line.base.isEmpty() ? QString() : Origin::of(line.base).toString();
        },
        [this, definition, clientSecret, writes, finish](const Status &status) {
            if (!status || !clientSecret || (!writes && !definition->hasClientSecret))
                return finish(status);
            d->keepSecret(*definition, *clientSecret, finish);
        });
    return promise->future();
}

void DefinitionLibrary::useSecretForSession(const QString &id, const Secret &clientSecret)
{
    if (!find(id) || clientSecret.isEmpty())
        return;
    d->sessionSecrets.insert(id, clientSecret);
    Q_EMIT changed();
}

bool DefinitionLibrary::hasSessionSecret(const QString &id) const
{
    return d->sessionSecrets.contains(id);
}

QFuture<Result<DefinitionHeaders>> DefinitionLibrary::headersFor(const QString &id)
{
    const std::optional<Definition> definition = find(id);
    if (!definition)
        return ready<DefinitionHeaders>(definitionNotThere());
    DefinitionHeaders headers;
    if (definition->base.isEmpty() || Origin::of(definition->base).toString() != definition->clientOrigin)
        return ready<DefinitionHeaders>(headers);
    headers.origins = {Origin::of(definition->base)};
    if (!definition->clientId.isEmpty())
        headers.headers.append({definition->clientIdHeader, definition->clientId.toUtf8()});
    const QByteArray name = definition->clientSecretHeader;
    if (const auto session = d->sessionSecrets.constFind(id); session != d->sessionSecrets.cend()) {
        headers.secretHeaders.append({name, *session});
        return ready<DefinitionHeaders>(headers);
    }
    if (!definition->hasClientSecret)
        return ready<DefinitionHeaders>(headers);
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
    auto promise = std::make_shared<QPromise<Status>>();
    promise->start();
    const auto finish = [promise](const Status &status) {
        promise->addResult(status);
        promise->finish();
    };
    const auto drop = [this, id, finish] {
        d->secrets.remove(id);
        d->sessionSecrets.remove(id);
        deliver(inBackground<QList<Definition>>([folder = d->folder, id] { return folder.remove(id); }), this,
                [this, finish](const Result<QList<Definition>> &list) {
                    if (list)
                        d->take(*list);
                    finish(list ? Status() : fail(list.error()));
                });
    };
    if (definition->hasClientSecret)
        deliver(d->parts.keychain.remove(secretEntry(id)), this, [drop, finish](const Status &removed) {
            if (removed)
                drop();
            else
                finish(removed);
        });
    else
        drop();
    return promise->future();
}

} // namespace acx
