// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/definition_facts.h"

#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qsizetype mostSteps = 100; // of an assembly

JsonValue at(const OpenApiSource &source, QLatin1StringView pointer)
{
    return source.resolve(u'#' + QString(pointer)).value_or(JsonValue());
}

/// {name} in a server's URL stands for the variable's default.
QString withDefaults(QString url, const JsonValue &variables)
{
    for (const JsonValue::Member &variable : variables.members())
        url.replace(u'{' + variable.name + u'}', variable.value[u"default"].toString());
    return url;
}

/// Paths of both one after the other, whatever slashes stand between them.
QUrl joined(QUrl base, const QString &path)
{
    QString whole = base.path(QUrl::FullyEncoded);
    while (whole.endsWith(u'/'))
        whole.chop(1);
    QString rest = path;
    while (rest.endsWith(u'/'))
        rest.chop(1);
    if (!rest.isEmpty() && !rest.startsWith(u'/'))
        rest.prepend(u'/');
    base.setPath(whole + rest, QUrl::TolerantMode);
    base.setQuery(QString());
    base.setFragment(QString());
    return base;
}

QUrl endpointOf(const OpenApiSource &source)
{
    const JsonValue endpoints = at(source, "/x-ibm-endpoints"_L1);
    for (const JsonValue &endpoint : endpoints.items()) {
        const QUrl url(endpoint[u"endpointUrl"].toString(), QUrl::StrictMode);
        if (isCallableBase(url))
            return url;
    }
    return {};
}

QUrl swaggerBase(const OpenApiSource &source, const QUrl &documentUrl)
{
    const QString path = at(source, "/basePath"_L1).toString();
    const QUrl endpoint = endpointOf(source);
    if (!endpoint.isEmpty())
        return joined(endpoint, path);
    QStringList schemes;
    const JsonValue written = at(source, "/schemes"_L1);
    for (const JsonValue &scheme : written.items())
        schemes.append(scheme.toString());
    const bool prefersHttps = schemes.isEmpty() || schemes.contains("https"_L1);
    const QString host = at(source, "/host"_L1).toString();
    if (host.isEmpty())
        return joined(documentUrl.adjusted(QUrl::RemovePath), path);
    const QString usual = documentUrl.scheme().isEmpty() ? u"https"_s : documentUrl.scheme();
    const QString scheme = schemes.isEmpty() ? usual : prefersHttps ? u"https"_s : schemes.constFirst();
    return joined(QUrl(scheme + "://"_L1 + host, QUrl::StrictMode), path);
}

QUrl serverBase(const OpenApiSource &source, const QUrl &documentUrl)
{
    const QUrl endpoint = endpointOf(source);
    const JsonValue servers = at(source, "/servers"_L1);
    QList<QUrl> bases;
    for (const JsonValue &server : servers.items()) {
        const QUrl url(withDefaults(server[u"url"].toString(), server[u"variables"]), QUrl::StrictMode);
        if (!url.isValid())
            continue;
        if (!url.isRelative())
            bases.append(joined(url, {}));
        else if (!endpoint.isEmpty() && url.host().isEmpty())
            bases.append(joined(endpoint, url.path(QUrl::FullyEncoded)));
        else
            bases.append(joined(documentUrl.resolved(url), {}));
    }
    if (bases.isEmpty()) // the default of the specification is the server "/"
        return endpoint.isEmpty() ? documentUrl.resolved(QUrl(u"/"_s)) : endpoint;
    const auto callable = std::find_if(bases.cbegin(), bases.cend(), isCallableBase);
    return callable == bases.cend() ? bases.constFirst() : *callable;
}

/// Headers that take client id and secret: by IBM's x-key-type, or else by their names; any other key in a header
/// stands for the client id, because it is what the gateway knows the caller by.
void readSecurity(const JsonValue &schemes, DefinitionFacts &facts)
{
    QByteArray other;
    for (const JsonValue::Member &member : schemes.members()) {
        const JsonValue &scheme = member.value;
        const QByteArray header = scheme[u"name"].toString().toUtf8();
        if (scheme[u"type"].toString() != "apiKey"_L1 || scheme[u"in"].toString() != "header"_L1 || header.isEmpty())
            continue;
        const QString type = scheme[u"x-key-type"].toString();
        if (type == "client_secret"_L1 || (type.isEmpty() && header.toLower().contains("secret")))
            facts.clientSecretHeader = header;
        else if (type == "client_id"_L1 || header.toLower().contains("client-id"))
            facts.clientIdHeader = header;
        else if (other.isEmpty() && header.compare("authorization", Qt::CaseInsensitive) != 0)
            other = header;
    }
    if (facts.clientIdHeader.isEmpty())
        facts.clientIdHeader = other;
}

QStringList readAssembly(const JsonValue &configuration)
{
    QStringList steps;
    for (const JsonValue &step : configuration[u"assembly"][u"execute"].items()) {
        for (const JsonValue::Member &policy : step.members()) {
            const QString target = policy.value[u"target-url"].toString().simplified();
            if (steps.size() < mostSteps)
                steps.append(target.isEmpty() ? policy.name : policy.name + u' ' + target);
        }
    }
    return steps;
}

} // namespace

bool isCallableBase(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    if (url.scheme() == "https"_L1)
        return true;
    const QHostAddress address(url.host());
    const bool isHere = url.host() == "localhost"_L1 || (!address.isNull() && address.isLoopback());
    return url.scheme() == "http"_L1 && isHere;
}

DefinitionFacts readDefinitionFacts(const OpenApiSource &source, const QUrl &documentUrl)
{
    DefinitionFacts facts;
    facts.title = at(source, "/info/title"_L1).toString().simplified();
    facts.version = at(source, "/info/version"_L1).toString().simplified();
    const bool isSwagger = source.version() == OpenApiVersion::Swagger2;
    const bool isOnline = documentUrl.scheme() == "https"_L1 || documentUrl.scheme() == "http"_L1;
    const QUrl place = isOnline ? documentUrl : QUrl();
    const QUrl base = isSwagger ? swaggerBase(source, place) : serverBase(source, place);
    if (isCallableBase(base))
        facts.base = base;
    facts.basePath = isSwagger ? at(source, "/basePath"_L1).toString()
                               : QUrl(at(source, "/servers/0/url"_L1).toString()).path(QUrl::FullyEncoded);
    readSecurity(at(source, isSwagger ? "/securityDefinitions"_L1 : "/components/securitySchemes"_L1), facts);
    facts.assembly = readAssembly(at(source, "/x-ibm-configuration"_L1));
    return facts;
}

} // namespace acx
