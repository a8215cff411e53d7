// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/retry_pause.h"

#include "app/base/clock.h"
#include "app/tokens/service_error.h"

#include <QCoreApplication>

#include <algorithm>

namespace acx {

RetryPause::RetryPause(const Clock &clock)
    : m_clock(&clock)
    , m_wishes(std::make_shared<QHash<QString, Wish>>())
{}

std::optional<Error> RetryPause::stillOn(const QUrl &url) const
{
    const auto wish = m_wishes->constFind(Origin::of(url).toString());
    if (wish == m_wishes->cend())
        return std::nullopt;
    const qint64 left = m_clock->now().msecsTo(wish->until);
    // A clock that was set back must not make the pause longer than it was.
    if (left <= 0 || left > std::chrono::milliseconds(longest).count())
        return std::nullopt;
    Error error;
    error.kind = ErrorKind::ServiceRefused; // clearly, for nothing was sent
    error.httpStatus = wish->status;
    error.sentence =
        QCoreApplication::translate("acx", "%1 asked for a pause before the next request.").arg(url.host());
    const auto seconds = static_cast<int>((left + 999) / 1000);
    error.nextStep = QCoreApplication::translate("acx", "Try again in %n s.", nullptr, seconds);
    return error;
}

QDateTime RetryPause::now() const
{
    return m_clock->now();
}

void RetryPause::note(const HttpResponse &response) const
{
    const QString origin = Origin::of(response.url).toString();
    m_wishes->remove(origin);
    if (const auto wait = askedPause(response))
        m_wishes->insert(origin, {m_clock->now().addSecs(wait->count()), response.status});
}

std::optional<std::chrono::seconds> askedPause(const HttpResponse &response)
{
    if (response.status != 429 && response.status != 503)
        return std::nullopt;
    const std::optional<std::chrono::seconds> wait = retryAfter(response);
    if (!wait || *wait <= std::chrono::seconds(0))
        return std::nullopt;
    return std::min(*wait, RetryPause::longest);
}

} // namespace acx
