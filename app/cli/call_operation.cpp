// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/call_operation.h"

#include "app/cli/context.h"
#include "app/operations/operation_values.h"
#include "app/operations/shipped_catalogs.h"

using namespace Qt::StringLiterals;

namespace acx {

namespace {

/// "name=value" with a name that is neither a path nor a URL.
bool isNamedValue(const QString &argument)
{
    const QString name = argument.section(u'=', 0, 0);
    return argument.contains(u'=') && !name.isEmpty() && !name.contains(u'/') && !name.contains(u'?');
}

Result<Operation> findOperation(const OperationCatalog &catalog, const QString &id)
{
    if (const std::optional<qsizetype> index = catalog.indexOf(id))
        return OperationCatalog::read(catalog.operations().at(*index));
    QList<OperationEntry> found;
    QStringList ids;
    for (const OperationEntry &entry : catalog.operations()) {
        if (entry.id.section(u'.', 1) == id) {
            found.append(entry);
            ids.append(entry.id);
        }
    }
    if (found.size() == 1)
        return OperationCatalog::read(found.constFirst());
    if (found.isEmpty())
        return fail(ErrorKind::NotFound, u"There is no operation “%1”."_s.arg(id),
                    u"acx operations WORDS finds its id; a request without one is acx call METHOD PATH."_s);
    return fail(ErrorKind::InvalidInput, u"Several operations are called “%1”."_s.arg(id),
                u"Give one of these: %1."_s.arg(ids.join(u", "_s)));
}

Result<QList<NamedValue>> readValues(const CommandLine &line)
{
    QList<NamedValue> values;
    for (qsizetype at = 1; at < line.argumentCount(); ++at) {
        const QString argument = line.argument(at);
        if (!isNamedValue(argument))
            return fail(ErrorKind::InvalidInput, u"“%1” is no name=value."_s.arg(argument), u"See: acx help call"_s);
        values.append({argument.section(u'=', 0, 0), argument.section(u'=', 1)});
    }
    return values;
}

void addHeader(HttpHeaders &headers, const QByteArray &name, const QString &value)
{
    if (!value.isEmpty() && !hasHeader(headers, name))
        headers.append({name, value.toUtf8()});
}

} // namespace

bool namesOperation(const CommandLine &line)
{
    return line.argumentCount() != 2 || line.argumentBytes(0).contains('.') || isNamedValue(line.argument(1));
}

Result<CallRequest> readOperationCall(Context &context)
{
    const CommandLine &line = context.line();
    const Result<OperationCatalog> catalog = loadCatalogFor(DeploymentKind::Custom);
    if (!catalog)
        return fail(catalog.error());
    const Result<Operation> operation = findOperation(*catalog, line.argument(0));
    if (!operation)
        return fail(operation.error());
    if (!operation->base.isEmpty())
        return fail(ErrorKind::Unsupported, u"The operation %1 does not go to the API's host."_s.arg(operation->id),
                    u"Call it with its whole URL: acx call %1 URL."_s.arg(QString::fromLatin1(operation->method)));
    const Result<QList<NamedValue>> values = readValues(line);
    if (!values)
        return fail(values.error());
    const Result<FilledOperation> filled = fillOperation(*operation, *values, line.has(Option::Data));
    if (!filled)
        return fail(filled.error());
    Result<CallRequest> request = readCallOptions(context);
    if (!request)
        return request;
    request->operationId = operation->id;
    request->title = operation->title;
    RequestDraft &draft = request->draft;
    draft.method = operation->method;
    draft.risk = operation->risk;
    draft.target = filled->target;
    draft.withToken = draft.withToken && operation->withToken;
    for (const auto &header : filled->headers)
        addHeader(draft.headers, header.first, QString::fromUtf8(header.second));
    addHeader(draft.headers, "Accept"_ba, filled->accept);
    if (filled->body) {
        draft.body = *filled->body;
        addHeader(draft.headers, "Content-Type"_ba, filled->bodyType);
    }
    addUsualHeaders(draft);
    return request;
}

} // namespace acx
