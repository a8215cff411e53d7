// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/history_entry.h"

#include "app/http/redactor.h"
#include "app/json/json_value.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

/// Read beyond the limit for secrets that reach across it, so that no half of one stands at the end.
constexpr qint64 beyondLimit = 16LL * 1024; // bytes

struct Kept
{
    QByteArray bytes;
    KeptBody how = KeptBody::None;
};

/// Cuts between two characters of UTF-8.
QByteArray cutText(const QByteArray &bytes, qsizetype limit)
{
    if (bytes.size() <= limit)
        return bytes;
    qsizetype end = limit;
    while (end > 0 && (static_cast<uchar>(bytes.at(end)) & 0xC0U) == 0x80U)
        --end;
    return bytes.first(end);
}

/// What is kept comes from before the limit, however much shorter it has become: in what was read beyond it, the last
/// secret is not whole.
Kept keep(const QByteArray &head, qint64 size, const Redactor &redactor, qint64 limit)
{
    if (head.contains('\0'))
        return {{}, KeptBody::NotText};
    const QByteArray clean = redactor.beginning(head, cutText(head, limit).size());
    return {cutText(clean, limit), size > limit ? KeptBody::Cut : KeptBody::Whole};
}

Kept keepAnswer(const HttpResponse &response, const Redactor &redactor, qint64 limit)
{
    switch (bodyKind(headerValue(response.headers, "Content-Type"), response.body)) {
    case BodyKind::Empty:
        return {};
    case BodyKind::Image:
    case BodyKind::Pdf:
    case BodyKind::Zip:
    case BodyKind::Binary:
        return {{}, KeptBody::NotText};
    case BodyKind::Json:
    case BodyKind::Xml:
    case BodyKind::Yaml:
    case BodyKind::Html:
    case BodyKind::Text:
        break;
    }
    return keep(response.body.head(limit + beyondLimit), response.body.size(), redactor, limit);
}

/// IAM's and the platform's /…/token, and the login service's /…/apikey, whose answer is a token. Other paths that
/// speak of tokens lose them by name.
bool isTokenPath(const QUrl &url)
{
    const QString last = url.path().section(u'/', -1, -1, QString::SectionSkipEmpty);
    static const QStringList names{u"token"_s, u"apikey"_s, u"introspect"_s, u"passcode"_s};
    return names.contains(last, Qt::CaseInsensitive);
}

/// An object that hands out a token, whatever its address.
bool isTokenAnswer(const HttpResponse &response)
{
    constexpr qint64 longest = 64LL * 1024; // bytes
    if (response.body.size() > longest)
        return false;
    const auto value = parseJson(response.body.head(longest));
    return value && value->isObject() &&
           ((*value)[u"access_token"].isString() || (*value)[u"refresh_token"].isString() ||
            (*value)[u"id_token"].isString());
}

void addAnswer(HistoryEntry &entry, const HttpResponse &response, const Redactor &redactor)
{
    entry.row.status = response.status;
    entry.row.size = response.body.size();
    entry.row.milliseconds = response.timing.finishedMs;
    entry.timing = response.timing;
    entry.responseHeaders = redactor.headers(response.headers);
    if (response.problem)
        entry.errorText = redactor.text(response.problem->message());
}

RequestState keptState(const RequestState &given, const Redactor &redactor, qint64 limit)
{
    RequestState state = withoutSecrets(given, redactor);
    if (given.bodyText.toUtf8().size() > limit)
        state.bodyText.clear();
    return state;
}

} // namespace

HistoryEntry historyEntry(const RecordedExchange &recorded, const HistoryOptions &options)
{
    Redactor redactor(recorded.known);
    const HttpResponse *response = recorded.outcome ? &recorded.outcome->response : nullptr;
    if (recorded.outcome) {
        for (const Secret &secret : recorded.outcome->secrets)
            redactor.addKnown(secret);
    }
    for (const auto &header : recorded.request.secretHeaders)
        redactor.addKnown(header.second);
    HistoryEntry entry;
    HistoryRow &row = entry.row;
    row.sentAt = recorded.outcome && recorded.outcome->sentAt.isValid() ? recorded.outcome->sentAt : recorded.sentAt;
    row.profile = recorded.profile;
    row.profileName = recorded.profileName;
    row.catalogId = recorded.catalogId;
    row.operationId = recorded.operationId;
    row.title = recorded.title;
    row.method = recorded.request.method;
    row.url = redactor.url(recorded.request.url);
    entry.tokenKind = recorded.request.tokenKind;
    entry.requestHeaders = redactor.headers(recorded.request.headers);
    for (const auto &header : recorded.request.secretHeaders)
        entry.requestHeaders.append({header.first, Redactor::placeholder().toUtf8()});
    if (response) {
        addAnswer(entry, *response, redactor);
        if (response->url.isValid() && response->url != recorded.request.url)
            entry.answeredBy = redactor.url(response->url);
    } else {
        entry.errorText = redactor.text(recorded.outcome.error().message());
    }

    const bool ofTokens = isTokenPath(recorded.request.url) || (response && isTokenAnswer(*response));
    const qint64 limit = qint64(options.bodyKilobytes) * 1024;
    const QByteArray sent = recorded.request.body.value_or(QByteArray());
    Kept request;
    if (!sent.isEmpty())
        request = ofTokens ? Kept{{}, KeptBody::TokenService}
                           : keep(sent.first(std::min(sent.size(), limit + beyondLimit)), sent.size(), redactor, limit);
    Kept answer;
    if (response && !response->body.isEmpty())
        answer = ofTokens ? Kept{{}, KeptBody::TokenService} : keepAnswer(*response, redactor, limit);
    if (recorded.state && !ofTokens)
        entry.state = keptState(*recorded.state, redactor, limit);
    entry.requestBody = request.bytes;
    entry.requestBodyKept = request.how;
    entry.responseBody = answer.bytes;
    entry.responseBodyKept = answer.how;
    return entry;
}

} // namespace acx
