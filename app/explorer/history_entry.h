// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/history_options.h"
#include "app/explorer/request_draft.h"
#include "app/explorer/request_sender.h"
#include "app/explorer/request_state.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QUuid>

#include <optional>

namespace acx {

/// An exchange as it happened, with nothing taken out yet: what is given to History::record(). Never kept as it is.
struct RecordedExchange
{
    QUuid profile; ///< null = none
    QString profileName;
    QString catalogId;   ///< "" = shipped, else a definition's id
    QString operationId; ///< "" = a free request
    QString title;       ///< of the operation; "" = none
    PreparedRequest request;
    Result<Exchange> outcome;
    QDateTime sentAt;    ///< UTC; an answer brings its own
    QList<Secret> known; ///< values that must not survive, beside those of the answer
    /// As it was filled in, so that it can be opened again; none = only method, URL, headers and body are known.
    std::optional<RequestState> state = {};
};

/// What is kept of a body.
enum class KeptBody {
    None,         ///< there was none
    Whole,        ///< secrets in it are replaced
    Cut,          ///< the beginning, up to the limit; secrets in it are replaced
    NotText,      ///< nothing: images, archives and other binary content
    TokenService, ///< nothing: what went to or came from a token service
};

/// One line of the history.
struct HistoryRow
{
    qint64 id = 0;    ///< grows with time, is never used twice
    QDateTime sentAt; ///< UTC
    QUuid profile;
    QString profileName;
    QString catalogId;
    QString operationId;
    QString title;
    QByteArray method;
    QString url;              ///< redacted
    int status = 0;           ///< 0 = no answer
    qint64 size = -1;         ///< of the answer's body in bytes; -1 = no answer
    double milliseconds = -1; ///< until the last byte; -1 = unknown

    bool operator==(const HistoryRow &) const = default;
};

/// One kept exchange, with every secret replaced.
struct HistoryEntry
{
    HistoryRow row;
    std::optional<TokenKind> tokenKind; ///< none = went out without a token
    HttpHeaders requestHeaders;
    QByteArray requestBody;
    KeptBody requestBodyKept = KeptBody::None;
    HttpHeaders responseHeaders;
    QByteArray responseBody;
    KeptBody responseBodyKept = KeptBody::None;
    HttpTiming timing;
    QString answeredBy; ///< the URL that answered, where redirects led elsewhere
    QString errorText;  ///< why there was no answer, or what is wrong with it
    /// As it was filled in, its secrets replaced; without the body's text if that is beyond the limit.
    std::optional<RequestState> state;

    bool operator==(const HistoryEntry &) const = default;
};

/// What of an exchange may be kept: URLs, headers and bodies through the Redactor, bodies up to
/// HistoryOptions::bodyKilobytes, nothing of what token services were told and said. May take a while for large bodies.
[[nodiscard]] HistoryEntry historyEntry(const RecordedExchange &recorded, const HistoryOptions &options);

} // namespace acx
