// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/http/http_message.h"

#include <QDateTime>
#include <QHash>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace acx {

class Clock;

/// Remembers which service asked to be left alone (429 or 503 with Retry-After), and until when. Copies share what they
/// know.
class RetryPause final
{
public:
    /// No wish is followed for longer than this.
    static constexpr std::chrono::seconds longest{300};

    explicit RetryPause(const Clock &clock);
    /// The reason why nothing is sent to this URL yet.
    [[nodiscard]] std::optional<Error> stillOn(const QUrl &url) const;
    void note(const HttpResponse &response) const;
    /// By the clock that the pauses go by.
    [[nodiscard]] QDateTime now() const;

private:
    struct Wish
    {
        QDateTime until;
        int status = 0;
    };
    const Clock *m_clock;
    std::shared_ptr<QHash<QString, Wish>> m_wishes;
};

/// How long a 429 or 503 asks to be left alone, at most RetryPause::longest; none if it does not ask.
[[nodiscard]] std::optional<std::chrono::seconds> askedPause(const HttpResponse &response);

} // namespace acx
