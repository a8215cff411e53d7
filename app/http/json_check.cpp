// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/json_check.h"

#include "app/base/deliver.h"
#include "app/json/json_value.h"

#include <QCoreApplication>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

struct JsonText
{
    Q_DECLARE_TR_FUNCTIONS(acx)
};

constexpr qint64 inlineLimit = 256LL * 1024; // bytes; checked in about a millisecond

Result<std::optional<Error>> check(const ResponseBody &body, const QString &host)
{
    const Result<QByteArrayView> bytes = body.view();
    if (!bytes)
        return fail(bytes.error());
    const std::optional<JsonProblem> problem = findJsonProblem(*bytes);
    if (!problem)
        return std::optional<Error>();
    Error error;
    error.kind = ErrorKind::Incomplete;
    error.sentence =
        JsonText::tr("The answer of %1 is incomplete or not JSON: line %2, column %3, after %4 of %5 bytes.")
            .arg(host)
            .arg(problem->line)
            .arg(problem->column)
            .arg(problem->offset)
            .arg(body.size());
    error.nextStep = JsonText::tr("Try again; what came is kept.");
    error.technical = problem->reason;
    return std::optional<Error>(error);
}

} // namespace

bool claimsJson(const HttpResponse &response)
{
    QByteArray type = headerValue(response.headers, "Content-Type").toLower();
    if (const qsizetype parameters = type.indexOf(';'); parameters >= 0)
        type.truncate(parameters);
    type = type.trimmed();
    if (!type.isEmpty())
        return type == "application/json" || type.endsWith("+json");
    const QByteArray start = response.body.head(64).trimmed();
    return start.startsWith('{') || start.startsWith('[');
}

QFuture<Result<std::optional<Error>>> checkJson(const ResponseBody &body, const QString &host)
{
    if (body.size() <= inlineLimit)
        return ready<std::optional<Error>>(check(body, host));
    return QtConcurrent::run([body, host] { return check(body, host); });
}

} // namespace acx
