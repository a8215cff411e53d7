// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/definition_library.h"

#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "app/credentials/secret_store.h"
#include "app/explorer/definition_folder.h"
#include "app/explorer/definition_source.h"
#include "app/explorer/definition_work.h"
#include "app/http/http_client.h"
#include "app/operations/definition_facts.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QString secretEntry(const QString &id)
{
    return u"definition/%1/client-secret"_s.arg(id);
}

tl::unexpected<Error> notThere()
{
    return fail(ErrorKind::NotFound,
                QCoreApplication::translate("acx", "This API definition is no longer among the opened ones."),
                QCoreApplication::translate("acx", "Open it again."));
}

QUrl documentUrl(const Definition &definition)
{
    switch (definition.origin) {
    case DefinitionOrigin::File:
        return QUrl::fromLocalFile(definition.source);
    case DefinitionOrigin::Url:
    case DefinitionOrigin::Answer:
        return QUrl(definition.source);
    case DefinitionOrigin::Pasted:
        break;
    }
    return {};
}

/// What a definition without a title is called.
QString fallbackTitle(const Definition &definition)
{
    if (definition.origin == DefinitionOrigin::File)
        return QFileInfo(definition.source).completeBaseName();
    const QString host = QUrl(definition.source).host();
    return host.isEmpty() ? QCoreApplication::translate("acx", "Pasted definition") : host;
}

} // namespace

class DefinitionLibrary::Private
{
public:
    Private(DefinitionLibrary &library, const QString &path, Parts given)
        : q(library)
        , folder(path)
        , parts(std::move(given))
    {}

    const QList<Definition> &all();
    void take(const QList<Definition> &list);
    [[nodiscard]] Definition *find(const QString &id);
    [[nodiscard]] QFuture<Result<DefinitionWork::Bytes>> bytesOf(const Definition &definition,
                                                                 const OpenOptions &options);
    [[nodiscard]] QFuture<Result<DefinitionWork::Kept>> read(const Definition &definition, DefinitionWork::Bytes bytes,
                                                             const OpenOptions &options);
    [[nodiscard]] QFuture<Result<QString>> open(const Definition &definition, DefinitionWork::Bytes bytes,
                                                const OpenOptions &options);
    void keepFlag(const QString &id, bool hasSecret);

    DefinitionLibrary &q;
    DefinitionFolder folder;
    Parts parts;
    bool isLoaded = false;
    QList<Definition> definitions;
    std::optional<Error> notice;
    QHash<QString, OperationCatalog> catalogs;
    QHash<QString, Secret> secrets;
};

const QList<Definition> &DefinitionLibrary::Private::all()
{
    if (std::exchange(isLoaded, true))
        return definitions;
    const Result<DefinitionFolder::Contents> contents = folder.load();
    if (contents) {
        definitions = contents->definitions;
        notice = contents->notice;
    } else {
        notice = contents.error();
    }
    return definitions;
}

void DefinitionLibrary::Private::take(const QList<Definition> &list)
{
    isLoaded = true;
    definitions = list;
    catalogs.removeIf([this](const auto &known) { return find(known.key()) == nullptr; });
    Q_EMIT q.changed();
}

Definition *DefinitionLibrary::Private::find(const QString &id)
{
    const auto found = std::find_if(definitions.begin(), definitions.end(),
                                    [&id](const Definition &definition) { return definition.id == id; });
    return found == definitions.end() ? nullptr : &*found;
}

QFuture<Result<DefinitionWork::Bytes>> DefinitionLibrary::Private::bytesOf(const Definition &definition,
                                                                           const OpenOptions &options)
{
    using Bytes = DefinitionWork::Bytes;
    switch (definition.origin) {
    case DefinitionOrigin::File:
        return ready<Bytes>(DefinitionWork::ofFile(definition.source));
    case DefinitionOrigin::Url:
        return chain<Bytes>(fetchDefinition(parts.http, QUrl(definition.source), options),
                            [](const ResponseBody &body) { return ready<Bytes>(DefinitionWork::ofBody(body)); });
    case DefinitionOrigin::Answer:
        return chain<Bytes>(parts.askAgain({QUrl(definition.source), definition.profile, definition.accept}, options),
                            [](const ResponseBody &body) { return ready<Bytes>(DefinitionWork::ofAnswer(body)); });
    case DefinitionOrigin::Pasted:
        break;
    }
    return ready<Bytes>(
        fail(ErrorKind::Unsupported, QCoreApplication::translate("acx", "A pasted definition cannot be read again."),
             QCoreApplication::translate("acx", "Paste the new text; it becomes a catalog of its own.")));
}

QFuture<Result<DefinitionWork::Kept>>
DefinitionLibrary::Private::read(const Definition &definition, DefinitionWork::Bytes bytes, const OpenOptions &options)
{
    if (options.progress)
        options.progress({definition.size, -1, true});
    DefinitionWork work{definition, std::move(bytes), documentUrl(definition), fallbackTitle(definition),
                        folder,     options.cancel};
    if (const auto before = catalogs.constFind(definition.id); before != catalogs.cend())
        work.before = *before;
    return work.start();
}

QFuture<Result<QString>> DefinitionLibrary::Private::open(const Definition &definition, DefinitionWork::Bytes bytes,
                                                          const OpenOptions &options)
{
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    Definition line = definition;
    line.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    line.readAt = parts.clock.now();
    deliver(read(line, std::move(bytes), options), &q, [this, promise](const Result<DefinitionWork::Kept> &kept) {
        if (kept) {
            catalogs.insert(kept->id, kept->catalog);
            take(kept->definitions);
            promise->addResult(kept->id);
        } else {
            promise->addResult(fail(kept.error()));
        }
        promise->finish();
    });
    return promise->future();
}

DefinitionLibrary::DefinitionLibrary(QString folder, Parts parts, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, folder, std::move(parts)))
{}

DefinitionLibrary::~DefinitionLibrary() = default;

QString DefinitionLibrary::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           "/apiconnect-explorer/definitions"_L1;
}

QList<Definition> DefinitionLibrary::list()
{
    return d->all();
}

std::optional<Definition> DefinitionLibrary::find(const QString &id)
{
    d->all();
    const Definition *found = d->find(id);
    return found ? std::optional<Definition>(*found) : std::nullopt;
}

std::optional<Error> DefinitionLibrary::notice()
{
    d->all();
    return d->notice;
}

QFuture<Result<QString>> DefinitionLibrary::openFile(const QString &path, const OpenOptions &options)
{
    Definition definition;
    definition.origin = DefinitionOrigin::File;
    const QString canonical = QFileInfo(path).canonicalFilePath();
    definition.source = canonical.isEmpty() ? QFileInfo(path).absoluteFilePath() : canonical;
    return d->open(definition, DefinitionWork::ofFile(definition.source), options);
}

QFuture<Result<QString>> DefinitionLibrary::openUrl(const QUrl &url, const OpenOptions &options)
{
    Definition definition;
    definition.origin = DefinitionOrigin::Url;
    definition.source = url.toString(QUrl::FullyEncoded);
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    const auto finish = [promise](const Result<QString> &id) {
        promise->addResult(id);
        promise->finish();
    };
    deliver(fetchDefinition(d->parts.http, url, options), this,
            [this, definition, options, finish](const Result<ResponseBody> &body) {
                if (!body)
                    return finish(fail(body.error()));
                deliver(d->open(definition, DefinitionWork::ofBody(*body), options), this, finish);
            });
    return promise->future();
}

QFuture<Result<QString>> DefinitionLibrary::openText(const QByteArray &text, const OpenOptions &options)
{
    return d->open(
        Definition(), [text](const std::function<bool()> &) -> Result<QByteArray> { return text; }, options);
}

QFuture<Result<QString>> DefinitionLibrary::openAnswer(const ResponseBody &body, const AnswerSource &source,
                                                       const OpenOptions &options)
{
    Definition definition;
    definition.origin = DefinitionOrigin::Answer;
    definition.source = source.url.toString(QUrl::FullyEncoded);
    definition.profile = source.profile;
    definition.accept = source.accept;
    return d->open(definition, DefinitionWork::ofAnswer(body), options);
}

QFuture<Result<OperationCatalog>> DefinitionLibrary::catalog(const QString &id)
{
    const std::optional<Definition> definition = find(id);
    if (!definition)
        return ready<OperationCatalog>(notThere());
    if (const auto known = d->catalogs.constFind(id); known != d->catalogs.cend())
        return ready<OperationCatalog>(*known);
    auto promise = std::make_shared<QPromise<Result<OperationCatalog>>>();
    promise->start();
    deliver(readKeptDefinition(d->folder, *definition, documentUrl(*definition), fallbackTitle(*definition)), this,
            [this, id, promise](const Result<OperationCatalog> &catalog) {
                if (catalog && d->find(id))
                    d->catalogs.insert(id, *catalog);
                promise->addResult(catalog);
                promise->finish();
            });
    return promise->future();
}

QFuture<Result<DefinitionChanges>> DefinitionLibrary::reread(const QString &id, const OpenOptions &options)
{
    auto promise = std::make_shared<QPromise<Result<DefinitionChanges>>>();
    promise->start();
    const auto finish = [promise](const Result<DefinitionChanges> &changes) {
        promise->addResult(changes);
        promise->finish();
    };
    const std::optional<Definition> found = find(id);
    if (!found) {
        finish(notThere());
        return promise->future();
    }
    Definition definition = *found;
    definition.readAt = d->parts.clock.now();
    deliver(d->bytesOf(definition, options), this,
            [this, definition, options, finish](const Result<DefinitionWork::Bytes> &bytes) {
                if (!bytes)
                    return finish(fail(bytes.error()));
                deliver(d->read(definition, *bytes, options), this,
                        [this, finish](const Result<DefinitionWork::Kept> &kept) {
                            if (!kept)
                                return finish(fail(kept.error()));
                            d->catalogs.insert(kept->id, kept->catalog);
                            d->take(kept->definitions);
                            finish(kept->changes);
                        });
            });
    return promise->future();
}

Status DefinitionLibrary::setBase(const QString &id, const QUrl &base)
{
    const std::optional<Definition> definition = find(id);
    if (!definition)
        return notThere();
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
        return ready<void>(notThere());
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
        return ready<DefinitionHeaders>(notThere());
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

QFuture<Status> DefinitionLibrary::readForeign(const QString &id, const OpenOptions &options)
{
    Q_UNUSED(options)
    Q_UNUSED(id)
    return ready<void>(Status());
}

} // namespace acx
