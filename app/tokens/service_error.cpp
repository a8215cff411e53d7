// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/service_error.h"

#include "app/base/in_words.h"
#include "app/http/http_date.h"
#include "app/http/tls_check.h"
#include "app/tokens/service_codes.h"
#include "app/tokens/service_error_body.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

constexpr qsizetype longestScope = 100; // characters

/// Status, code, text and request id; the sentence is for the caller.
Error withFacts(const HttpResponse &response, const ServiceErrorBody &body, const Redactor &redactor)
{
    Error error;
    error.kind = response.status >= 500 ? ErrorKind::ServiceFault : ErrorKind::ServiceRefused;
    error.httpStatus = response.status;
    error.serviceCode = redactor.text(body.code);
    error.serviceText = redactor.text(body.text);
    error.requestId = redactor.text(requestIdOf(response));
    if (!body.details.isEmpty())
        error.technical = redactor.text(body.details);
    return error;
}

QString pauseAsStep(const HttpResponse &response)
{
    if (const auto wait = retryAfter(response)) {
        // Rounded up: nobody shall come too early.
        constexpr int longest = 86'400;
        const auto seconds = static_cast<int>(std::min<qint64>(wait->count(), longest));
        constexpr int minute = 60;
        if (seconds <= 2 * minute)
            return QCoreApplication::translate("acx", "Try again in %n s.", nullptr, seconds);
        const int minutes = (seconds + minute - 1) / minute;
        if (minutes <= 2 * minute)
            return QCoreApplication::translate("acx", "Try again in %n minutes.", nullptr, minutes);
        const int hours = (minutes + minute - 1) / minute;
        return QCoreApplication::translate("acx", "Try again in %n hours.", nullptr, hours);
    }
    return inWords(QT_TRANSLATE_NOOP("acx", "Wait a while before trying again."));
}

/// What holds for any service: too many requests, and faults of its own.
bool describeGeneral(Error &error, const HttpResponse &response)
{
    const QString host = response.url.host();
    if (response.status == 429) {
        error.sentence = inWords(QT_TRANSLATE_NOOP("acx", "%1 received too many requests.")).arg(host);
        error.nextStep = pauseAsStep(response);
        return true;
    }
    if (response.status < 500)
        return false;
    error.sentence = inWords(QT_TRANSLATE_NOOP("acx", "%1 answered with a fault of its own (HTTP %2)."))
                         .arg(host)
                         .arg(response.status);
    error.nextStep =
        retryAfter(response)
            ? pauseAsStep(response)
            : inWords(QT_TRANSLATE_NOOP("acx", "Try again later, and keep the request id for the service's support."));
    return true;
}

/// A refusal in the service's own words, if it gave any.
void quote(Error &error, const HttpResponse &response)
{
    const QString host = response.url.host();
    if (error.serviceText.isEmpty())
        error.sentence = inWords(QT_TRANSLATE_NOOP("acx", "%1 refused the request (HTTP %2) and gave no reason."))
                             .arg(host)
                             .arg(response.status);
    else
        error.sentence = inWords(QT_TRANSLATE_NOOP("acx", "%1 refused: “%2”")).arg(host, error.serviceText);
}

QString stepForToken(TokenKind kind, int status)
{
    if (status == 404 || status == 405 || status < 400)
        return inWords(QT_TRANSLATE_NOOP("acx", "Check the URL of the token service."));
    switch (kind) {
    case TokenKind::Iam:
        return inWords(QT_TRANSLATE_NOOP("acx", "Check the API key and the URL of the token service."));
    case TokenKind::ApiConnect:
        return inWords(
            QT_TRANSLATE_NOOP("acx", "Check that the API key is complete and belongs to an IBMid of this region."));
    case TokenKind::Platform:
        return inWords(QT_TRANSLATE_NOOP("acx",
                                         "Check API key, client id and client secret. Such a key may live for minutes "
                                         "only and be good for one exchange: if in doubt, create a new one."));
    }
    Q_UNREACHABLE();
    return {};
}

/// What WWW-Authenticate says that the token does not have (RFC 6750, section 3); empty if it does not say.
QString missingScope(const HttpResponse &response)
{
    static const QRegularExpression form(u"^Bearer\\b.*\\bscope=\"([^\"]*)\""_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return form.match(QString::fromUtf8(headerValue(response.headers, "WWW-Authenticate")))
        .captured(1)
        .trimmed()
        .left(longestScope);
}

QString stepForApi(const HttpResponse &response)
{
    const QString scope = missingScope(response);
    if (!scope.isEmpty() && (response.status == 401 || response.status == 403))
        return inWords(QT_TRANSLATE_NOOP("acx", "The token lacks the scope “%1”: ask an administrator for it."))
            .arg(scope);
    switch (response.status) {
    case 401:
        return inWords(
            QT_TRANSLATE_NOOP("acx", "Renew the token, and check that this host takes tokens of this kind."));
    case 403:
        return inWords(
            QT_TRANSLATE_NOOP("acx", "The token is accepted, but its owner lacks the right: ask an administrator."));
    case 404:
        return inWords(QT_TRANSLATE_NOOP("acx", "Check the path, and the names or ids in it."));
    default:
        return inWords(QT_TRANSLATE_NOOP("acx", "Check the request."));
    }
}

/// A web server in front of the service tells by a page of its own what is wrong with the client certificate.
std::optional<Error> aboutClientCertificate(const HttpResponse &response)
{
    constexpr qint64 pageSize = 1024; // bytes
    if (response.status != 400)
        return std::nullopt;
    return clientCertificateError(response.url, QString::fromUtf8(response.body.head(pageSize)));
}

Error describe(const HttpResponse &response, const Redactor &redactor, const QString &nextStep, const QString &service)
{
    const ServiceErrorBody body = readServiceErrorBody(response);
    Error error = withFacts(response, body, redactor);
    if (const std::optional<Error> certificate = aboutClientCertificate(response)) {
        error.sentence = certificate->sentence;
        error.nextStep = certificate->nextStep;
        return error;
    }
    if (const auto meaning = meaningOfCode(body.code)) {
        error.sentence = meaning->sentence;
        error.nextStep = meaning->nextStep;
        return error;
    }
    if (describeGeneral(error, response)) {
        if (response.status >= 500 && !service.isEmpty())
            error.sentence = service.arg(response.url.host()).arg(response.status);
        return error;
    }
    quote(error, response);
    error.nextStep = nextStep;
    return error;
}

} // namespace

Error tokenServiceError(const HttpResponse &response, TokenKind kind, const Redactor &redactor)
{
    return describe(
        response, redactor, stepForToken(kind, response.status),
        inWords(QT_TRANSLATE_NOOP("acx", "%1 answered with a fault of its own (HTTP %2). This does not mean that "
                                         "the API key is wrong.")));
}

Error apiError(const HttpResponse &response, const Redactor &redactor)
{
    return describe(response, redactor, redactor.text(stepForApi(response)), {});
}

QString requestIdOf(const HttpResponse &response)
{
    for (const QByteArrayView name : {"transaction-id", "x-request-id", "x-correlation-id"}) {
        if (const QByteArray value = headerValue(response.headers, name); !value.isEmpty())
            return QString::fromUtf8(value);
    }
    return response.status >= 400 ? readServiceErrorBody(response).requestId : QString();
}

std::optional<std::chrono::seconds> retryAfter(const HttpResponse &response)
{
    const QString text = QString::fromLatin1(headerValue(response.headers, "Retry-After").trimmed());
    if (text.isEmpty())
        return std::nullopt;
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (std::all_of(text.cbegin(), text.cend(), isDigit)) {
        bool fits = false;
        const qint64 seconds = text.toLongLong(&fits);
        return std::chrono::seconds(fits ? seconds : std::numeric_limits<qint32>::max());
    }
    const QDateTime until = parseHttpDate(headerValue(response.headers, "Retry-After").trimmed());
    if (!until.isValid())
        return std::nullopt;
    const QDateTime from = response.date.isValid() ? response.date : response.receivedAt;
    return std::chrono::seconds(std::max<qint64>(0, from.secsTo(until)));
}

} // namespace acx
