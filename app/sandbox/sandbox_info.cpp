// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sandbox_info.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QString text(const QUrl &url)
{
    return url.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash);
}

QString text(const Secret &secret)
{
    return QString::fromUtf8(secret.reveal());
}

QUrl baseUrl(const QJsonObject &object, QLatin1StringView name)
{
    return QUrl(object.value(name).toString(), QUrl::StrictMode);
}

Secret secretValue(const QJsonObject &object, QLatin1StringView name)
{
    return Secret::fromText(object.value(name).toString());
}

} // namespace

QByteArray SandboxInfo::toJson() const
{
    QJsonObject object{
        {u"api_url"_s, text(endpoints.api)},
        {u"login_url"_s, text(endpoints.login)},
        {u"iam_url"_s, text(endpoints.iam)},
        {u"platform_url"_s, text(endpoints.platform)},
        {u"api_key"_s, text(apiKey)},
        {u"service_id_api_key"_s, text(serviceIdApiKey)},
        {u"platform_api_key"_s, text(platformApiKey)},
        {u"client_id"_s, clientId},
        {u"client_secret"_s, text(clientSecret)},
    };
    if (!caCertificate.isEmpty())
        object.insert(u"ca_certificate"_s, caCertificate);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<SandboxInfo> SandboxInfo::fromJson(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    SandboxInfo info;
    info.endpoints = {baseUrl(object, "api_url"_L1), baseUrl(object, "login_url"_L1), baseUrl(object, "iam_url"_L1),
                      baseUrl(object, "platform_url"_L1)};
    info.apiKey = secretValue(object, "api_key"_L1);
    info.serviceIdApiKey = secretValue(object, "service_id_api_key"_L1);
    info.platformApiKey = secretValue(object, "platform_api_key"_L1);
    info.clientId = object.value("client_id"_L1).toString();
    info.clientSecret = secretValue(object, "client_secret"_L1);
    info.caCertificate = object.value("ca_certificate"_L1).toString();

    const Endpoints &places = info.endpoints;
    const bool complete = places.api.isValid() && places.login.isValid() && places.iam.isValid() &&
                          places.platform.isValid() && !info.apiKey.isEmpty();
    if (!complete)
        return fail(ErrorKind::Incomplete,
                    QCoreApplication::translate("acx", "The sandbox did not say where it listens."),
                    QCoreApplication::translate("acx", "Start the sandbox again."));
    return info;
}

} // namespace acx
