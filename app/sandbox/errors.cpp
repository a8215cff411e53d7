// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/errors.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

QString errorTime(const QDateTime &time)
{
    return time.toUTC().toString(u"dd.MM.yyyy HH:mm:ss:zzz"_s) + u" UTC"_s;
}

QString requestIdOf(const Request &request)
{
    const QByteArray own = request.header("transaction-id");
    return QString::fromLatin1(own.isEmpty() ? randomHex(16) : own);
}

Response withRequestId(Response response, const QString &id)
{
    const QByteArray value = id.toLatin1();
    return std::move(response)
        .with("transaction-id"_ba, value)
        .with("x-request-id"_ba, value)
        .with("x-correlation-id"_ba, value);
}

} // namespace

Response iamError(const Request &request, int status, const QString &code, const QString &message)
{
    const QString id = requestIdOf(request);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QJsonObject context{
        {u"requestId"_s, id},
        {u"requestType"_s, u"incoming.Identity_Token"_s},
        {u"userAgent"_s, QString::fromUtf8(request.header("user-agent"))},
        {u"url"_s, QString::fromLatin1(request.origin)},
        {u"instanceId"_s, u"iamid-sandbox-1"_s},
        {u"threadId"_s, QString::fromLatin1(randomHex(3))},
        {u"host"_s, u"iamid-sandbox-1"_s},
        {u"startTime"_s, errorTime(now)},
        {u"endTime"_s, errorTime(now.addMSecs(3))},
        {u"elapsedTime"_s, u"3"_s},
        {u"locale"_s, u"en_US"_s},
        {u"clusterName"_s, u"iam-id-sandbox"_s},
    };
    return withRequestId(
        jsonResponse(status,
                     QJsonObject{{u"errorCode"_s, code}, {u"errorMessage"_s, message}, {u"context"_s, context}}),
        id);
}

Response identityError(const Request &request, int status, const QString &messageCode, const QString &message)
{
    const QString id = requestIdOf(request);
    const QString code = status == 404 ? u"not_found"_s : status == 401 ? u"unauthorized"_s : u"invalid_request"_s;
    const QJsonObject error{{u"code"_s, code}, {u"message_code"_s, messageCode}, {u"message"_s, message}};
    const QJsonObject context{
        {u"transaction_id"_s, id},
        {u"operation"_s, QString::fromLatin1(request.method)},
        {u"url"_s, QString::fromLatin1(request.origin + request.path)},
        {u"user_agent"_s, QString::fromUtf8(request.header("user-agent"))},
    };
    return withRequestId(jsonResponse(status, QJsonObject{{u"trace"_s, id},
                                                          {u"status_code"_s, status},
                                                          {u"errors"_s, QJsonArray{error}},
                                                          {u"context"_s, context}}),
                         id);
}

Response loginError(int status, const QString &message)
{
    return jsonResponse(status, QJsonObject{{u"error_message"_s, message}});
}

Response v5Error(int status, const QString &key, const QString &message)
{
    return jsonResponse(status, QJsonObject{{u"id"_s, QString::fromLatin1(randomUuid())},
                                            {u"errors"_s, QJsonArray{QJsonObject{{key, message}}}}});
}

Response v10Error(int status, const QString &message)
{
    const QByteArray id = randomHex(16);
    return jsonResponse(status, QJsonObject{{u"status"_s, status}, {u"message"_s, QJsonArray{message}}})
        .with("x-request-id"_ba, id);
}

Response pathError(const Request &request, int status, const QString &v5Key, const QString &message)
{
    const QByteArray &path = request.path;
    if (path.startsWith("/identity")) {
        const QString code = status == 405 ? u"BXNIM0060E"_s : status == 401 ? u"BXNIM0308E"_s : u"BXNIM0102E"_s;
        return iamError(request, status, code, message);
    }
    if (path.startsWith("/v1/apikeys"))
        return identityError(request, status, status == 405 ? u"BXNIM0060E"_s : u"BXNIM0102E"_s, message);
    if (path.startsWith("/v1/"))
        return v5Error(status, v5Key, message);
    if (path.startsWith("/api/") || path.startsWith("/consumer-api/") || path.startsWith("/analytics/"))
        return v10Error(status, message);
    return loginError(status, message);
}

} // namespace acx::sandbox
