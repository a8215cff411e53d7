// SPDX-License-Identifier: GPL-3.0-or-later
// Reading again, and reading what stands elsewhere.
#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "app/explorer/definition_library_private.h"
#include "app/explorer/foreign_documents.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace acx {

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

void DefinitionLibrary::Private::keep(const Definition &definition, const DefinitionWork::Bytes &bytes,
                                      const OpenOptions &options,
                                      const std::function<void(const Result<DefinitionChanges> &)> &finish)
{
    deliver(read(definition, bytes, options), &q, [this, finish](const Result<DefinitionWork::Kept> &kept) {
        if (!kept)
            return finish(fail(kept.error()));
        catalogs.insert(kept->id, kept->catalog);
        take(kept->contents, {kept->id, {}});
        finish(kept->changes);
    });
}

void DefinitionLibrary::Private::bundle(const Definition &definition, const QByteArray &document,
                                        const OpenOptions &options,
                                        const std::function<void(const Result<Bundled> &)> &finish)
{
    deliver(bundleForeign(parts.http, document, documentUrl(definition), definition.agreed, options), &q,
            [this, definition, options, finish](const Result<ForeignBundle> &whole) {
                if (!whole)
                    return finish(fail(whole.error()));
                const auto bytes = [text = whole->document](const std::function<bool()> &) -> Result<QByteArray> {
                    return text;
                };
                keep(definition, bytes, options,
                     [problem = whole->problem, finish](const Result<DefinitionChanges> &changes) {
                         if (changes)
                             finish(Bundled{*changes, problem});
                         else
                             finish(fail(changes.error()));
                     });
            });
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
        finish(definitionNotThere());
        return promise->future();
    }
    Definition definition = *found;
    definition.readAt = d->parts.clock.now();
    deliver(d->bytesOf(definition, options), this,
            [this, definition, options, finish](const Result<DefinitionWork::Bytes> &bytes) {
                if (!bytes)
                    return finish(fail(bytes.error()));
                if (definition.agreed.isEmpty())
                    return d->keep(definition, *bytes, options, finish);
                deliver(readAll(*bytes, options), this,
                        [this, definition, options, finish](const Result<QByteArray> &all) {
                            if (!all)
                                return finish(fail(all.error()));
                            d->bundle(definition, *all, options, [finish](const Result<Private::Bundled> &bundled) {
                                finish(bundled ? Result<DefinitionChanges>(bundled->changes) : fail(bundled.error()));
                            });
                        });
            });
    return promise->future();
}

QFuture<Status> DefinitionLibrary::readForeign(const QString &id, const OpenOptions &options)
{
    const std::optional<Definition> found = find(id);
    if (!found)
        return ready<void>(definitionNotThere());
    Definition definition = *found;
    definition.readAt = d->parts.clock.now();
    for (const QString &document : found->foreign) {
        const QString place = foreignPlace(document);
        if (!place.isEmpty() && !definition.agreed.contains(place))
            definition.agreed.append(place);
    }
    auto promise = std::make_shared<QPromise<Status>>();
    promise->start();
    const auto finish = [promise](const Status &status) {
        promise->addResult(status);
        promise->finish();
    };
    deliver(readKeptDocument(d->folder, id), this, [this, definition, options, finish](const Result<QByteArray> &kept) {
        if (!kept)
            return finish(fail(kept.error()));
        d->bundle(definition, *kept, options, [finish](const Result<Private::Bundled> &bundled) {
            if (!bundled)
                finish(fail(bundled.error()));
            else
                finish(bundled->problem ? Status(fail(*bundled->problem)) : Status());
        });
    });
    return promise->future();
}

} // namespace acx
