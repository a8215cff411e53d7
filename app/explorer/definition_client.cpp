// SPDX-License-Identifier: GPL-3.0-or-later
// Where a definition is called, and with which client.
#include "app/base/background.h"
#include "app/base/deliver.h"
#include "app/credentials/secret_store.h"
#include "app/explorer/definition_library_private.h"
#include "app/operations/definition_facts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

/// Of the keychain.
QString entryOf(const QString &id, ClientPart part)
{
    return u"definition/%1/%2"_s.arg(id, part == ClientPart::Id ? u"client-id"_s : u"client-secret"_s);
}

bool has(const Definition &definition, ClientPart part)
{
    return part == ClientPart::Id ? definition.hasClientId : definition.hasClientSecret;
}

void setHas(Definition &definition, ClientPart part, bool has)
{
    (part == ClientPart::Id ? definition.hasClientId : definition.hasClientSecret) = has;
}

/// The person gave id and secret for the origin where the definition is called now.
bool takesClient(const Definition &definition)
{
    return !definition.base.isEmpty() && clientOriginOf(definition) == definition.clientOrigin;
}

tl::unexpected<Error> isElsewhereNow(const QString &origin)
{
    const QString next =
        origin.isEmpty()
            ? QCoreApplication::translate("acx", "It has no base URL now. Look at the definition again.")
            : QCoreApplication::translate("acx", "It is called at %1 now. Look at the definition again before you keep "
                                                 "anything for it.")
                  .arg(origin);
    return fail(ErrorKind::Unsupported,
                QCoreApplication::translate("acx", "Nothing was kept: the base URL of this API definition has changed "
                                                   "since it was shown."),
                next);
}

} // namespace

void DefinitionLibrary::Private::reload(const QString &id, const std::function<void(const Result<bool> &)> &finish)
{
    using Contents = DefinitionFolder::Contents;
    deliver(inBackground<Contents>([folder = folder] { return folder.load(); }), &q,
            [this, id, finish](const Result<Contents> &contents) {
                if (!contents)
                    return finish(fail(contents.error()));
                const bool hasLine = std::any_of(contents->definitions.cbegin(), contents->definitions.cend(),
                                                 [&id](const Definition &definition) { return definition.id == id; });
                // Without its line it stays in the list until its client is gone, so that one can try again.
                if (hasLine && contents->definitions != definitions)
                    take(*contents);
                else
                    tell(contents->notice);
                finish(hasLine);
            });
}

void DefinitionLibrary::Private::change(const QString &id, const std::function<void(Definition &)> &change,
                                        const std::function<void(const Status &)> &finish)
{
    using Contents = DefinitionFolder::Contents;
    deliver(inBackground<Contents>([folder = folder, id, change] { return folder.change(id, change); }), &q,
            [this, id, finish](const Result<Contents> &contents) {
                if (contents)
                    take(*contents, {{}, id});
                finish(contents ? Status() : fail(contents.error()));
            });
}

void DefinitionLibrary::Private::forgetRead(const QString &entry)
{
    clientParts.remove(entry);
    readings.remove(entry);
}

void DefinitionLibrary::Private::forgetParts(const QString &id, bool isOwnChange)
{
    for (const ClientPart part : {ClientPart::Id, ClientPart::Secret}) {
        forgetRead(entryOf(id, part));
        if (!isOwnChange)
            forSession.remove(entryOf(id, part));
    }
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
    const bool goesAlong = isForSession(id, ClientPart::Id) || isForSession(id, ClientPart::Secret);
    auto promise = std::make_shared<QPromise<Status>>();
    promise->start();
    d->change(
        id,
        [url, isOwn, goesAlong](Definition &line) {
            line.base = url;
            line.ownBase = isOwn;
            if (isOwn && (goesAlong || line.hasClientId || line.hasClientSecret))
                line.clientOrigin = Origin::of(url).toString();
        },
        [promise](const Status &status) {
            promise->addResult(status);
            promise->finish();
        });
    return promise->future();
}

void DefinitionLibrary::Private::keepPart(const QString &id, ClientPart part, const std::optional<Secret> &value,
                                          const std::function<void(const Status &)> &finish)
{
    const Definition *definition = find(id);
    if (!definition)
        return finish(definitionNotThere());
    const bool had = has(*definition, part);
    const bool writes = value && !value->isEmpty();
    if (!value || (!writes && !had))
        return finish({});
    const QString entry = entryOf(id, part);
    const auto takeEnd = [this, id, entry, part, had, writes, finish](const Status &status) {
        forgetRead(entry);
        const bool isGone = writes ? !status && !had : status.has_value();
        if (!isGone)
            return finish(status);
        change(
            id, [part](Definition &line) { setHas(line, part, false); },
            [status, finish](const Status &noted) { finish(status ? noted : status); });
    };
    const auto begin = [this, entry, value, writes, takeEnd] {
        deliver(writes ? parts.keychain.write(entry, *value) : parts.keychain.remove(entry), &q, takeEnd);
    };
    if (had)
        return begin();
    // The line comes first: an entry that it does not tell of would be left behind.
    change(
        id, [part](Definition &line) { setHas(line, part, true); },
        [begin, finish](const Status &noted) {
            if (noted)
                begin();
            else
                finish(noted);
        });
}

QFuture<Status> DefinitionLibrary::setClient(const QString &id, const QString &shownOrigin,
                                             const std::optional<QString> &clientId,
                                             const std::optional<Secret> &clientSecret)
{
    if (!find(id))
        return ready<void>(definitionNotThere());
    auto promise = std::make_shared<QPromise<Status>>();
    promise->start();
    const auto finish = [promise](const Status &status) {
        promise->addResult(status);
        promise->finish();
    };
    const auto keep = [this, id](ClientPart part, const std::optional<Secret> &value,
                                 const std::function<void(const Status &)> &next) {
        d->keepPart(id, part, value, [this, id, part, isGiven = value.has_value(), next](const Status &status) {
            if (status && isGiven && d->forSession.remove(entryOf(id, part)))
                Q_EMIT changed();
            next(status);
        });
    };
    const std::optional<Secret> idValue =
        clientId ? std::optional(Secret::fromText(clientId->trimmed())) : std::nullopt;
    // The line may be newer than what the person saw, and a secret goes nowhere unseen.
    const auto origin = std::make_shared<QString>();
    d->change(
        id,
        [shownOrigin, origin](Definition &line) {
            *origin = clientOriginOf(line);
            if (*origin == shownOrigin)
                line.clientOrigin = shownOrigin;
        },
        [keep, idValue, clientSecret, finish, shownOrigin, origin](const Status &noted) {
            if (!noted)
                return finish(noted);
            if (*origin != shownOrigin)
                return finish(isElsewhereNow(*origin));
            keep(ClientPart::Id, idValue, [keep, clientSecret, finish](const Status &status) {
                if (!status)
                    return finish(status);
                keep(ClientPart::Secret, clientSecret, finish);
            });
        });
    return promise->future();
}

void DefinitionLibrary::useClientForSession(const QString &id, const QString &clientId, const Secret &clientSecret)
{
    if (!find(id))
        return;
    if (const QString text = clientId.trimmed(); !text.isEmpty())
        d->forSession.insert(entryOf(id, ClientPart::Id), Secret::fromText(text));
    if (!clientSecret.isEmpty())
        d->forSession.insert(entryOf(id, ClientPart::Secret), clientSecret);
    Q_EMIT changed();
}

bool DefinitionLibrary::isForSession(const QString &id, ClientPart part) const
{
    return d->forSession.contains(entryOf(id, part));
}

QFuture<Result<Secret>> DefinitionLibrary::Private::readPart(const Definition &definition, ClientPart part)
{
    const QString entry = entryOf(definition.id, part);
    if (const auto session = forSession.constFind(entry); session != forSession.cend())
        return ready<Secret>(*session);
    if (!has(definition, part))
        return ready<Secret>(Secret());
    if (const auto read = clientParts.constFind(entry); read != clientParts.cend())
        return ready<Secret>(*read);
    if (!readings.contains(entry))
        readings.insert(entry, std::make_shared<Reading>(parts.keychain.read(entry)));
    const std::shared_ptr<Reading> reading = readings.value(entry);
    auto promise = std::make_shared<QPromise<Result<Secret>>>();
    promise->start();
    deliver(*reading, &q, [this, entry, promise, reading](const Result<Secret> &secret) {
        const bool isNewest = readings.value(entry) == reading;
        if (isNewest)
            readings.remove(entry);
        if (secret && isNewest)
            clientParts.insert(entry, *secret);
        promise->addResult(secret);
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<QString>> DefinitionLibrary::clientId(const QString &id)
{
    const std::optional<Definition> definition = find(id);
    if (!definition)
        return ready<QString>(definitionNotThere());
    return chain<QString>(d->readPart(*definition, ClientPart::Id),
                          [](const Secret &value) { return ready<QString>(QString::fromUtf8(value.reveal())); });
}

void DefinitionLibrary::Private::readHeaders(const Definition &line, const HeadersTaker &finish)
{
    DefinitionHeaders headers;
    if (!takesClient(line))
        return finish(headers);
    headers.origins = {Origin::of(line.base)};
    const auto takeSecret = [line, finish](DefinitionHeaders all, const Result<Secret> &secret) {
        if (!secret)
            return finish(fail(secret.error()));
        if (!secret->isEmpty())
            all.secretHeaders.append({line.clientSecretHeader, *secret});
        finish(all);
    };
    deliver(readPart(line, ClientPart::Id), &q,
            [this, line, headers, finish, takeSecret](const Result<Secret> &value) mutable {
                if (!value)
                    return finish(fail(value.error()));
                // A copy of its own: what reveal() gives lives no longer than the Secret.
                const QByteArray shared = value->reveal();
                if (!shared.isEmpty())
                    headers.headers.append({line.clientIdHeader, QByteArray(shared.constData(), shared.size())});
                deliver(readPart(line, ClientPart::Secret), &q,
                        [headers, takeSecret](const Result<Secret> &secret) { takeSecret(headers, secret); });
            });
}

void DefinitionLibrary::Private::readHeadersOf(const QString &id, const HeadersTaker &finish)
{
    const Definition *known = find(id);
    if (!known)
        return finish(definitionNotThere());
    readHeaders(*known, [this, id, line = *known, finish](const Result<DefinitionHeaders> &headers) {
        if (!headers)
            return finish(headers);
        // Another program notes the place in the line before it keeps a client for it: as long as the line is still
        // the same, what was read was given for this place.
        reload(id, [this, id, line, headers, finish](const Result<bool> &hasLine) {
            if (!hasLine)
                return finish(fail(hasLine.error()));
            const Definition *now = *hasLine ? find(id) : nullptr;
            if (now && *now != line)
                return readHeadersOf(id, finish);
            finish(now ? headers : definitionNotThere());
        });
    });
}

QFuture<Result<DefinitionHeaders>> DefinitionLibrary::headersFor(const QString &id)
{
    d->all();
    auto promise = std::make_shared<QPromise<Result<DefinitionHeaders>>>();
    promise->start();
    d->readHeadersOf(id, [promise](const Result<DefinitionHeaders> &headers) {
        promise->addResult(headers);
        promise->finish();
    });
    return promise->future();
}

DefinitionHeaders DefinitionLibrary::headerNamesFor(const QString &id)
{
    DefinitionHeaders headers;
    const std::optional<Definition> definition = find(id);
    if (!definition || !takesClient(*definition))
        return headers;
    headers.origins = {Origin::of(definition->base)};
    for (const ClientPart part : {ClientPart::Id, ClientPart::Secret}) {
        if (has(*definition, part) || isForSession(id, part))
            headers.secretHeaders.append(
                {part == ClientPart::Id ? definition->clientIdHeader : definition->clientSecretHeader, Secret()});
    }
    return headers;
}

void DefinitionLibrary::Private::dropPart(const QString &id, ClientPart part, bool hasLine,
                                          const std::function<void(const Status &)> &finish)
{
    if (hasLine)
        return keepPart(id, part, Secret(), finish);
    // Nothing tells whether there is one.
    forgetRead(entryOf(id, part));
    deliver(parts.keychain.remove(entryOf(id, part)), &q, finish);
}

void DefinitionLibrary::Private::drop(const QString &id, bool hasLine,
                                      const std::function<void(const Status &)> &finish)
{
    const auto dropLine = [this, id, finish] {
        forgetParts(id);
        using Contents = DefinitionFolder::Contents;
        deliver(inBackground<Contents>([folder = folder, id] { return folder.remove(id); }), &q,
                [this, finish](const Result<Contents> &contents) {
                    if (contents)
                        take(*contents);
                    finish(contents ? Status() : fail(contents.error()));
                });
    };
    dropPart(id, ClientPart::Secret, hasLine, [this, id, hasLine, dropLine, finish](const Status &secret) {
        if (!secret)
            return finish(secret);
        dropPart(id, ClientPart::Id, hasLine, [dropLine, finish](const Status &clientId) {
            if (clientId)
                dropLine();
            else
                finish(clientId);
        });
    });
}

QFuture<Status> DefinitionLibrary::remove(const QString &id)
{
    d->all();
    auto promise = std::make_shared<QPromise<Status>>();
    promise->start();
    const auto finish = [promise](const Status &status) {
        promise->addResult(status);
        promise->finish();
    };
    // As it is now: another program may have kept a client for it since, or have lost its line.
    d->reload(id, [this, id, finish](const Result<bool> &hasLine) {
        if (!hasLine)
            return finish(fail(hasLine.error()));
        d->drop(id, *hasLine, finish);
    });
    return promise->future();
}

} // namespace acx
