// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/definition_library.h"

#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "app/explorer/definition_library_private.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

tl::unexpected<Error> definitionNotThere()
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

QString clientOriginOf(const Definition &definition)
{
    return definition.base.isEmpty() ? QString() : Origin::of(definition.base).toString();
}

QString fallbackTitle(const Definition &definition)
{
    if (definition.origin == DefinitionOrigin::File) {
        const QFileInfo file(definition.source);
        return file.completeBaseName().isEmpty() ? file.fileName() : file.completeBaseName(); // .json
    }
    const QString host = QUrl(definition.source).host();
    return host.isEmpty() ? QCoreApplication::translate("acx", "Pasted definition") : host;
}

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

void DefinitionLibrary::Private::take(const DefinitionFolder::Contents &contents, const Own &own)
{
    isLoaded = true;
    const QList<Definition> before = std::exchange(definitions, contents.definitions);
    catalogs.removeIf([this](const auto &known) { return find(known.key()) == nullptr; });
    // What another program read again.
    for (const Definition &old : before) {
        const Definition *now = find(old.id);
        if (now && now->copy != old.copy && old.id != own.read)
            catalogs.remove(old.id);
        // What was kept for one place is not what was kept for another.
        if (now && now->clientOrigin != old.clientOrigin)
            forgetParts(old.id, old.id == own.changed);
    }
    Q_EMIT q.changed();
    tell(contents.notice);
}

void DefinitionLibrary::Private::tell(const std::optional<Error> &aside)
{
    if (!aside)
        return;
    notice = aside;
    Q_EMIT q.noticed(*aside);
}

Definition *DefinitionLibrary::Private::find(const QString &id)
{
    const auto found = std::find_if(definitions.begin(), definitions.end(),
                                    [&id](const Definition &definition) { return definition.id == id; });
    return found == definitions.end() ? nullptr : &*found;
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
            take(kept->contents, {kept->id, {}});
            promise->addResult(kept->id);
        } else {
            promise->addResult(fail(kept.error()));
        }
        promise->finish();
    });
    return promise->future();
}

DefinitionLibrary::DefinitionLibrary(const QString &folder, Parts parts, QObject *parent)
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
        return ready<OperationCatalog>(definitionNotThere());
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

} // namespace acx
