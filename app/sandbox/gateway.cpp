// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway.h"

#include "app/sandbox/gateway_data.h"

#include <QJsonArray>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

/// As the DataPower API gateway tells a caller.
Response refusal(int status, const QString &message, const QString &more)
{
    return jsonResponse(status, QJsonObject{{u"httpCode"_s, QString::number(status)},
                                            {u"httpMessage"_s, message},
                                            {u"moreInformation"_s, more}});
}

/// The path below which an API is called, without a slash at its end.
QString basePathOf(const QJsonObject &document)
{
    const QString server = document.value("servers"_L1).toArray().first().toObject().value("url"_L1).toString();
    QString path = document.contains("openapi"_L1) ? QUrl(server).path() : document.value("basePath"_L1).toString();
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

QJsonObject documentOf(const Entity &api)
{
    return api.data.value("document"_L1).toObject();
}

/// The API that a path belongs to: the one with the longest base path of those that run.
const Entity *apiAt(const Company &company, const Entity &catalog, const QString &path)
{
    QList<const Entity *> candidates = company.list(u"api"_s, catalog.key);
    candidates.removeIf([](const Entity *api) { return api->state != "running"_L1; });
    if (catalog.data.value("auto_deploy"_L1).toBool())
        candidates += company.list(u"draft_api"_s, catalog.parent);
    const Entity *best = nullptr;
    qsizetype length = -1;
    for (const Entity *candidate : candidates) {
        const QString base = basePathOf(documentOf(*candidate));
        if (base.size() > length && (path == base || path.startsWith(base + u'/'))) {
            best = candidate;
            length = base.size();
        }
    }
    return best;
}

/// Headers that a call needs: those of the first alternative of `security`.
QStringList demandedHeaders(const QJsonObject &document, const QJsonObject &operation)
{
    const QJsonObject schemes = document.contains("openapi"_L1)
                                    ? document.value("components"_L1).toObject().value("securitySchemes"_L1).toObject()
                                    : document.value("securityDefinitions"_L1).toObject();
    const QJsonArray alternatives =
        (operation.contains("security"_L1) ? operation : document).value("security"_L1).toArray();
    QStringList headers;
    const QStringList names = alternatives.first().toObject().keys();
    for (const QString &name : names) {
        const QJsonObject scheme = schemes.value(name).toObject();
        if (scheme.value("type"_L1).toString() == "apiKey"_L1 && scheme.value("in"_L1).toString() == "header"_L1)
            headers.append(scheme.value("name"_L1).toString());
    }
    return headers;
}

bool isSecretName(const QString &header)
{
    return header.contains("secret"_L1, Qt::CaseInsensitive);
}

/// The caller's app, as the client id tells; its secret too where it is demanded.
bool isKnownClient(const Company &company, const Entity &catalog, const QByteArray &id,
                   const std::optional<QByteArray> &secret)
{
    const QList<const Entity *> credentials = company.list(u"credential"_s, catalog.key);
    return std::any_of(credentials.cbegin(), credentials.cend(), [&](const Entity *credential) {
        const auto text = [credential](QLatin1StringView name) {
            return credential->data.value(name).toString().toUtf8();
        };
        return !id.isEmpty() && text("client_id"_L1) == id && (!secret || text("client_secret"_L1) == *secret);
    });
}

std::optional<Response> refuseClient(const Request &request, const Company &company, const Entity &catalog,
                                     const QStringList &headers)
{
    if (headers.isEmpty())
        return std::nullopt;
    QByteArray id;
    std::optional<QByteArray> secret;
    for (const QString &header : headers) {
        const QByteArray value = request.header(header.toLower().toLatin1());
        if (isSecretName(header))
            secret = value;
        else
            id = value;
    }
    if (isKnownClient(company, catalog, id, secret))
        return std::nullopt;
    return refusal(401, u"Unauthorized"_s, u"Invalid client id or secret."_s);
}

std::optional<Response> refuseParameters(const Request &request, const GatewayOperation &operation)
{
    for (const auto &item : operation.parameters) {
        const QJsonObject parameter = item.toObject();
        const QByteArray name = parameter.value("name"_L1).toString().toUtf8();
        const QString place = parameter.value("in"_L1).toString();
        const bool isMissing = (place == "query"_L1 && !request.hasQuery(name)) ||
                               (place == "header"_L1 && request.header(name.toLower()).isEmpty()) ||
                               (place == "body"_L1 && !request.json());
        if (parameter.value("required"_L1).toBool() && isMissing)
            return refusal(400, u"Bad Request"_s, u"The parameter %1 is required."_s.arg(QString::fromUtf8(name)));
    }
    const QJsonObject body = operation.operation.value("requestBody"_L1).toObject();
    if (body.value("required"_L1).toBool() && !request.json())
        return refusal(400, u"Bad Request"_s, u"The request needs a body."_s);
    return std::nullopt;
}

Response callApi(const Request &request, State &state, const Entity &catalog, const Entity &api, const QString &path)
{
    const QJsonObject document = documentOf(api);
    const QString below = path.mid(basePathOf(document).size());
    const GatewayMatch match = matchGatewayPath(document, below, request.method);
    if (!match.hasPath)
        return refusal(404, u"Not Found"_s, u"No resources match requested URI"_s);
    if (!match.operation)
        return refusal(405, u"Method Not Allowed"_s, u"The method is not allowed for the requested URL"_s);
    if (auto refused =
            refuseClient(request, state.company, catalog, demandedHeaders(document, match.operation->operation)))
        return *std::move(refused);
    if (auto refused = refuseParameters(request, *match.operation))
        return *std::move(refused);
    return GatewayApi(document, state.gateway[api.key]).answer(request, *match.operation, below);
}

} // namespace

std::optional<Response> gatewayAnswer(const Request &request, State &state)
{
    if (!request.path.startsWith("/gateway/"))
        return std::nullopt;
    const QString path = QUrl::fromPercentEncoding(request.path);
    const QStringList segments = path.split(u'/');
    const Company &company = state.company;
    const QList<const Entity *> orgs = company.list(u"org"_s, 0);
    for (const Entity *org : orgs) {
        const QList<const Entity *> catalogs = company.list(u"catalog"_s, org->key);
        for (const Entity *catalog : catalogs) {
            if (org->name != segments.value(2) || catalog->name != segments.value(3))
                continue;
            const QString below = u'/' + segments.mid(4).join(u'/');
            if (const Entity *api = apiAt(company, *catalog, below))
                return callApi(request, state, *catalog, *api, below);
        }
    }
    return refusal(404, u"Not Found"_s, u"No resources match requested URI"_s);
}

QJsonObject publishedDocument(const Company &company, const Entity &api, const QByteArray &origin)
{
    QJsonObject document = documentOf(api);
    const Entity *catalog = company.above(api, u"catalog"_s);
    const Entity *org = company.above(api, u"org"_s);
    if (!catalog || !org || document.isEmpty())
        return document;
    const QString url = u"%1/gateway/%2/%3"_s.arg(QString::fromLatin1(origin), org->name, catalog->name);
    document.insert(u"x-ibm-endpoints"_s,
                    QJsonArray{QJsonObject{{u"endpointUrl"_s, url}, {u"type"_s, QJsonArray{u"development"_s}}}});
    return document;
}

} // namespace acx::sandbox
