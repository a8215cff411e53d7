// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/operations_command.h"

#include "app/base/deliver.h"
#include "app/cli/commands.h"
#include "app/cli/context.h"
#include "app/cli/input.h"
#include "app/http/http_client.h"
#include "app/operations/openapi_reader.h"
#include "app/operations/shipped_catalogs.h"
#include "app/profiles/profile_service.h"

using namespace Qt::StringLiterals;

namespace acx {

namespace {

const qint64 largestOpenApi = OpenApiLimits().maxBytes;

bool isUrl(const QString &place)
{
    return place.startsWith("https://"_L1, Qt::CaseInsensitive) || place.startsWith("http://"_L1, Qt::CaseInsensitive);
}

Result<OperationCatalog> readDocument(Context &context, const QByteArray &document, const QString &name)
{
    Result<OperationCatalog> catalog = readOpenApi(document, name);
    if (!catalog) {
        // A document that is refused for its size is what the person gave, and no answer that stayed out.
        Error error = catalog.error();
        error.kind = ErrorKind::InvalidInput;
        return fail(error);
    }
    for (const QString &notice : catalog->notices())
        context.out().warning(notice);
    return catalog;
}

QFuture<Result<OperationCatalog>> fetchDocument(Context &context, const QString &place)
{
    HttpRequest request;
    request.url = QUrl(place, QUrl::StrictMode);
    request.headers = {{"Accept"_ba, "application/json, application/yaml, */*"_ba}};
    request.redirects = RedirectPolicy::FollowSafe;
    request.maxBytes = largestOpenApi;
    return chain<OperationCatalog>(
        context.http().send(request),
        [&context, place](const HttpResponse &response) -> QFuture<Result<OperationCatalog>> {
            if (response.problem)
                return ready<OperationCatalog>(fail(*response.problem));
            if (!response.isSuccess()) {
                Error error;
                error.kind = ErrorKind::ServiceRefused;
                error.sentence = u"The document could not be fetched: %1 answered %2."_s.arg(response.url.host())
                                     .arg(response.status);
                error.nextStep = u"Download it another way and give the file."_s;
                error.httpStatus = response.status;
                return ready<OperationCatalog>(fail(error));
            }
            return ready<OperationCatalog>(readDocument(context, response.body.head(largestOpenApi), place));
        });
}

Result<OperationCatalog> readFile(Context &context, const QString &place)
{
    const Result<QByteArray> document =
        place == "-"_L1 ? readStandardInput(context.out(), largestOpenApi, u"Paste the document."_s, false)
                        : readWholeFile(place, largestOpenApi);
    if (!document)
        return fail(document.error());
    return readDocument(context, *document, place);
}

/// Which deployment's operations are wanted; custom has all.
Result<DeploymentKind> chosenDeployment(Context &context)
{
    const CommandLine &line = context.line();
    if (line.has(Option::Deployment)) {
        const std::optional<DeploymentKind> kind = deploymentKindFromText(line.text(Option::Deployment));
        if (kind)
            return *kind;
        return fail(ErrorKind::InvalidInput, u"There is no deployment “%1”."_s.arg(line.text(Option::Deployment)),
                    u"See: acx deployments"_s);
    }
    if (!line.has(Option::Profile))
        return DeploymentKind::Custom;
    const Result<ProfileService *> profiles = context.storedProfiles();
    if (!profiles)
        return fail(profiles.error());
    const QString name = line.text(Option::Profile);
    const std::optional<Profile> profile = (*profiles)->findByName(name);
    if (!profile)
        return fail(ErrorKind::NotFound, u"There is no profile “%1”."_s.arg(name), u"See: acx profiles"_s);
    return profile->deployment;
}

QString wordsOf(const CommandLine &line)
{
    QStringList words;
    for (qsizetype at = 0; at < line.argumentCount(); ++at)
        words << line.argument(at);
    return words.join(u' ');
}

JsonValue entryJson(const OperationEntry &entry)
{
    return JsonValue::object({{u"id"_s, JsonValue::string(entry.id)},
                              {u"method"_s, JsonValue::string(QString::fromLatin1(entry.method))},
                              {u"path"_s, JsonValue::string(entry.path)},
                              {u"title"_s, JsonValue::string(entry.title)},
                              {u"group"_s, JsonValue::string(entry.group)}});
}

Status print(Context &context, const OperationCatalog &catalog)
{
    const QList<qsizetype> found = catalog.search(wordsOf(context.line()));
    if (context.line().has(Option::Json)) {
        QList<JsonValue> items;
        for (const qsizetype index : found)
            items.append(entryJson(catalog.operations().at(index)));
        return context.out().json(JsonValue::array(items));
    }
    if (found.isEmpty()) {
        context.out().note(u"No operation has these words."_s);
        return {};
    }
    QList<QStringList> rows{{u"ID"_s, u"METHOD"_s, u"PATH"_s, u"TITLE"_s, u"GROUP"_s}};
    for (const qsizetype index : found) {
        const OperationEntry &entry = catalog.operations().at(index);
        const QString title =
            entry.problem.isEmpty() ? entry.title : u"%1 (broken: %2)"_s.arg(entry.title, entry.problem);
        rows.append({entry.id, QString::fromLatin1(entry.method), entry.path, title, entry.group});
    }
    return context.out().table(rows);
}

} // namespace

QFuture<Result<OperationCatalog>> openCatalog(Context &context)
{
    if (context.line().has(Option::OpenApi)) {
        const QString place = context.line().text(Option::OpenApi);
        return isUrl(place) ? fetchDocument(context, place) : ready<OperationCatalog>(readFile(context, place));
    }
    const Result<DeploymentKind> kind = chosenDeployment(context);
    return ready<OperationCatalog>(kind ? loadCatalogFor(*kind) : Result<OperationCatalog>(fail(kind.error())));
}

CommandResult listOperations(Context &context)
{
    return chain<ExitCode>(openCatalog(context),
                           [&context](const OperationCatalog &catalog) { return finished(print(context, catalog)); });
}

} // namespace acx
