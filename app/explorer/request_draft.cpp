// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/request_draft.h"

#include "app/explorer/target.h"
#include "app/http/encoding.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

tl::unexpected<Error> refused(const QString &sentence, const QString &nextStep)
{
    return fail(ErrorKind::InvalidInput, sentence, nextStep);
}

/// A token of RFC 9110, section 5.6.2.
bool isToken(QByteArrayView text)
{
    static constexpr QByteArrayView marks = "!#$%&'*+-.^_`|~";
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || marks.contains(c);
    });
}

bool isNamed(const HttpHeader &header, QByteArrayView name)
{
    return header.name.compare(name, Qt::CaseInsensitive) == 0;
}

Status checkMethod(const QByteArray &method)
{
    if (!isToken(method))
        return refused(QCoreApplication::translate("acx", "The method holds a character that a method cannot have."),
                       QCoreApplication::translate("acx", "Use GET, POST, PUT, PATCH, DELETE, HEAD or OPTIONS."));
    for (const QByteArrayView name : {"CONNECT", "TRACE"}) {
        if (method.compare(name, Qt::CaseInsensitive) == 0)
            return refused(QCoreApplication::translate("acx", "The method %1 is for proxies, not for an API.")
                               .arg(QString::fromLatin1(method)),
                           QCoreApplication::translate("acx", "Use GET, POST, PUT, PATCH, DELETE, HEAD or OPTIONS."));
    }
    return {};
}

Status checkAccess(const QByteArray &method, OperationRisk risk, Access access)
{
    const bool reads = method == "GET" || method == "HEAD" || method == "OPTIONS";
    if (access == Access::Full || (reads && risk == OperationRisk::Read))
        return {};
    return fail(ErrorKind::Unsupported,
                QCoreApplication::translate("acx", "The profile is read-only, and this %1 could change something.")
                    .arg(QString::fromLatin1(method)),
                QCoreApplication::translate("acx", "Use another profile, or allow changes in the profile's settings."));
}

Status checkHeader(const HttpHeader &header)
{
    const QString name = QString::fromUtf8(header.name);
    if (!isToken(header.name))
        return refused(
            QCoreApplication::translate("acx", "The header name “%1” cannot be sent.").arg(name.simplified()),
            QCoreApplication::translate("acx", "A header name has letters, digits and hyphens only."));
    const bool unfit = std::any_of(header.value.cbegin(), header.value.cend(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == '\x7f';
    });
    if (unfit)
        return refused(
            QCoreApplication::translate("acx", "The value of the header %1 holds a control character.").arg(name),
            QCoreApplication::translate("acx", "Write the value on one line."));
    for (const QByteArrayView own : {"Host", "Content-Length", "Transfer-Encoding", "Connection"}) {
        if (isNamed(header, own))
            return refused(QCoreApplication::translate("acx", "The header %1 follows from the request.").arg(name),
                           QCoreApplication::translate("acx", "Leave it out."));
    }
    return {};
}

void addUsualHeaders(PreparedRequest &request)
{
    if (!hasHeader(request.headers, "Accept"))
        request.headers.append({"Accept"_ba, "application/json"_ba});
    const bool takesBody = request.method != "GET" && request.method != "HEAD" && request.method != "OPTIONS" &&
                           request.method != "DELETE";
    // A POST without a body says so: V5 wants Content-Length: 0 there.
    if (!request.body && takesBody)
        request.body = QByteArray();
    if (request.body && !hasHeader(request.headers, "Content-Type"))
        request.headers.append({"Content-Type"_ba, "application/json"_ba});
}

/// Origins that a token of this kind may go to.
QList<Origin> originsFor(TokenKind kind, const Endpoints &endpoints)
{
    QList<Origin> origins;
    for (const QUrl &url : {endpoints.api, endpoints.tokenBase(kind)}) {
        if (!url.host().isEmpty() && !origins.contains(Origin::of(url)))
            origins << Origin::of(url);
    }
    return origins;
}

/// The kind that a URL takes which is not below the API host: that of the token service it belongs to.
std::optional<TokenKind> kindOfService(const QUrl &url, const Endpoints &endpoints)
{
    for (const TokenKind kind : {TokenKind::Iam, TokenKind::Platform, TokenKind::ApiConnect}) {
        const QUrl base = endpoints.tokenBase(kind);
        if (!base.host().isEmpty() && Origin::of(base) == Origin::of(url))
            return kind;
    }
    return std::nullopt;
}

void chooseToken(PreparedRequest &request, const RequestDraft &draft, const Target &target,
                 const Deployment &deployment, const Endpoints &endpoints, bool hasClient)
{
    if (!draft.withToken)
        return;
    if (hasHeader(request.headers, "Authorization")) {
        request.notice = QCoreApplication::translate(
            "acx", "The request carries your own Authorization header instead of the profile's token.");
        return;
    }
    const Origin origin = Origin::of(request.url);
    const bool isApi = !endpoints.api.host().isEmpty() && origin == Origin::of(endpoints.api);
    std::optional<TokenKind> kind = draft.tokenKind;
    if (!kind)
        kind = isApi ? tokenKindForPath(deployment, endpoints, hasClient, QString::fromLatin1(target.path))
                     : kindOfService(request.url, endpoints);
    if (kind && originsFor(*kind, endpoints).contains(origin)) {
        request.tokenKind = kind;
        request.tokenOrigins = originsFor(*kind, endpoints);
        return;
    }
    request.notice = kindOfService(request.url, endpoints)
                         ? QCoreApplication::translate(
                               "acx", "%1 does not take a token of this kind, so the request went without one.")
                               .arg(origin.host)
                         : QCoreApplication::translate(
                               "acx", "%1 does not belong to this profile, so the request went without a token.")
                               .arg(origin.host);
}

} // namespace

bool isDestructive(const RequestDraft &draft)
{
    return draft.risk == OperationRisk::Destructive ||
           draft.method.trimmed().compare("DELETE", Qt::CaseInsensitive) == 0;
}

Result<PreparedRequest> prepare(const RequestDraft &draft, const Deployment &deployment, const Endpoints &endpoints,
                                bool hasClient, Access access)
{
    PreparedRequest request;
    request.method = draft.method.trimmed();
    if (const Status method = checkMethod(request.method); !method)
        return fail(method.error());
    if (const Status allowed = checkAccess(request.method, draft.risk, access); !allowed)
        return fail(allowed.error());
    for (const HttpHeader &header : draft.headers) {
        if (const Status checked = checkHeader(header); !checked)
            return fail(checked.error());
    }
    const Result<Target> target = readTarget(draft.target, endpoints.api);
    if (!target)
        return fail(target.error());
    request.url = target->url;
    request.headers = draft.headers;
    request.body = draft.body;
    addUsualHeaders(request);
    chooseToken(request, draft, *target, deployment, endpoints, hasClient);
    return request;
}

Result<HttpHeaders> readHeaderLines(const QString &text)
{
    HttpHeaders headers;
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines[i].trimmed();
        if (line.isEmpty())
            continue;
        const qsizetype colon = line.indexOf(u':');
        if (colon < 0)
            return refused(QCoreApplication::translate("acx", "Line %1 of the headers has no colon.").arg(i + 1),
                           QCoreApplication::translate("acx", "Write headers as Name: value, one a line."));
        const HttpHeader header{line.left(colon).toUtf8(), line.mid(colon + 1).trimmed().toUtf8()};
        if (const Status checked = checkHeader(header); !checked) {
            Error error = checked.error();
            error.technical = QCoreApplication::translate("acx", "Line %1 of the headers.").arg(i + 1);
            return fail(error);
        }
        headers << header;
    }
    return headers;
}

} // namespace acx
