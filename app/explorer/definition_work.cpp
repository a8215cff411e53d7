// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/definition_work.h"

#include "app/base/background.h"
#include "app/base/deliver.h"
#include "app/explorer/definition_index.h"
#include "app/explorer/definition_source.h"
#include "app/http/http_client.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr std::chrono::minutes fetchDeadline(2);

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!QFileInfo::exists(path))
        return fail(ErrorKind::NotFound, QCoreApplication::translate("acx", "There is no file %1.").arg(path),
                    QCoreApplication::translate("acx", "Choose an OpenAPI or Swagger document."));
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Disk, QCoreApplication::translate("acx", "The file %1 cannot be read.").arg(path),
                    QCoreApplication::translate("acx", "Check its permissions."), file.errorString());
    QByteArray bytes = file.read(DefinitionFolder::largestDocument + 1);
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorKind::Disk, QCoreApplication::translate("acx", "The file %1 cannot be read.").arg(path),
                    QCoreApplication::translate("acx", "Check the disk."), file.errorString());
    return bytes;
}

bool isAnswer(const DefinitionWork &work)
{
    return work.definition.origin == DefinitionOrigin::Answer;
}

/// What was kept of this definition before, as far as it can still be read.
OperationCatalog keptBefore(const DefinitionWork &work, const std::function<bool()> &goOn)
{
    if (work.before)
        return *work.before;
    const Result<QByteArray> document = work.folder.document(work.definition.id);
    if (!document)
        return {};
    const Result<DefinitionReading> reading =
        readDefinition(*document, work.documentUrl, work.fallbackTitle, isAnswer(work), goOn);
    return reading ? reading->catalog : OperationCatalog();
}

void describe(Definition &definition, const DefinitionReading &reading)
{
    // A name that cannot be sent would not be read from the index again either, nor the whole line.
    const auto header = [](const QByteArray &named, const QByteArray &usual) {
        return isHeaderName(named) ? named : usual;
    };
    definition.title = reading.catalog.title();
    definition.version = reading.facts.version;
    if (!definition.ownBase)
        definition.base = reading.facts.base;
    definition.clientIdHeader = header(reading.facts.clientIdHeader, "X-IBM-Client-Id"_ba);
    definition.clientSecretHeader = header(reading.facts.clientSecretHeader, "X-IBM-Client-Secret"_ba);
    definition.wantsClientId = !reading.facts.clientIdHeader.isEmpty();
    definition.wantsClientSecret = !reading.facts.clientSecretHeader.isEmpty();
    definition.size = reading.document.size();
    definition.foreign = reading.foreign;
}

Result<DefinitionWork::Kept> carryOut(const DefinitionWork &work, const std::function<bool()> &goOn)
{
    const Result<QByteArray> bytes = work.bytes(goOn);
    if (!bytes)
        return fail(bytes.error());
    Result<DefinitionReading> reading =
        readDefinition(*bytes, work.documentUrl, work.fallbackTitle, isAnswer(work), goOn);
    if (!reading)
        return fail(reading.error());
    const Result<DefinitionChanges> changes = compareDefinitions(keptBefore(work, goOn), reading->catalog, goOn);
    if (!changes)
        return fail(changes.error());
    Definition definition = work.definition;
    describe(definition, *reading);
    if (!goOn())
        return fail(cancelledError());
    Result<DefinitionFolder::Kept> kept = work.folder.keep(definition, reading->document);
    if (!kept)
        return fail(kept.error());
    return DefinitionWork::Kept{kept->id, kept->contents, reading->catalog, *changes};
}

} // namespace

DefinitionWork::Bytes DefinitionWork::ofFile(const QString &path)
{
    return [path](const std::function<bool()> &) { return readFile(path); };
}

DefinitionWork::Bytes DefinitionWork::ofBody(const ResponseBody &body)
{
    return [body](const std::function<bool()> &) -> Result<QByteArray> {
        return body.head(DefinitionFolder::largestDocument + 1);
    };
}

DefinitionWork::Bytes DefinitionWork::ofAnswer(const ResponseBody &body)
{
    return [body](const std::function<bool()> &) -> Result<QByteArray> {
        const Result<QByteArrayView> view = body.view();
        if (!view)
            return fail(view.error());
        return definitionWithin(*view);
    };
}

QFuture<Result<DefinitionWork::Kept>> DefinitionWork::start() const
{
    const PoolStop stop(cancel);
    DefinitionWork work = *this;
    work.cancel = {}; // belongs to the caller's thread
    return inBackground<Kept>([work, stop] { return carryOut(work, [stop] { return stop.goOn(); }); });
}

QFuture<Result<OperationCatalog>> readKeptDefinition(const DefinitionFolder &folder, const Definition &definition,
                                                     const QUrl &documentUrl, const QString &fallbackTitle)
{
    return inBackground<OperationCatalog>([folder, id = definition.id, documentUrl, fallbackTitle] {
        return folder.document(id).and_then([&](const QByteArray &document) -> Result<OperationCatalog> {
            Result<DefinitionReading> reading = readDefinition(document, documentUrl, fallbackTitle, false);
            if (!reading)
                return fail(reading.error());
            return reading->catalog;
        });
    });
}

QFuture<Result<QByteArray>> readKeptDocument(const DefinitionFolder &folder, const QString &id)
{
    return inBackground<QByteArray>([folder, id] { return folder.document(id); });
}

QFuture<Result<QByteArray>> readAll(const DefinitionWork::Bytes &bytes, const OpenOptions &options)
{
    const PoolStop stop(options.cancel);
    return inBackground<QByteArray>([bytes, stop] { return bytes([stop] { return stop.goOn(); }); });
}

HttpRequest definitionRequest(const QUrl &url, const OpenOptions &options)
{
    HttpRequest request;
    request.url = url;
    request.headers.append({"Accept"_ba, "application/json, application/yaml, text/yaml, */*;q=0.5"_ba});
    request.redirects = RedirectPolicy::Report;
    request.deadline = fetchDeadline;
    request.maxBytes = DefinitionFolder::largestDocument;
    request.cancel = options.cancel;
    if (options.progress)
        request.progress = [progress = options.progress](const HttpProgress &now) {
            progress({now.received, now.expected, false});
        };
    return request;
}

QFuture<Result<ResponseBody>> fetchDefinition(HttpClient &http, const QUrl &url, const OpenOptions &options)
{
    HttpRequest request = definitionRequest(url, options);
    request.redirects = RedirectPolicy::FollowSafe;
    return chain<ResponseBody>(http.send(request),
                               [](const HttpResponse &response) { return ready(successfulBody(response)); });
}

} // namespace acx
