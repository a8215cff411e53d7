// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/accounts.h"
#include "app/sandbox/company.h"
#include "app/sandbox/gateway_data.h"
#include "app/sandbox/token_office.h"

#include <QHash>

#include <chrono>

namespace acx::sandbox {

/// The next `count` requests whose path begins with `pathPrefix` get this answer instead of the real one.
struct PlannedFailure
{
    int count = 0;
    int status = 503;
    QByteArray body;
    QByteArray contentType;
    QByteArray pathPrefix;
    QByteArray retryAfter;
};

struct Knobs
{
    std::chrono::seconds tokenLifetime{3600};
    std::chrono::seconds platformLifetime{28800};
    std::chrono::milliseconds delay{0};
    std::chrono::seconds clockOffset{0}; ///< the sandbox's clock against the real one
    bool singleUsePlatformKey = false;
    PlannedFailure failNext;
    Secret apiKey;       ///< at the start; empty = made anew
    Secret clientSecret; ///< likewise
};

/// Everything that changes while the sandbox runs. Guarded by the one mutex of Sandbox: routes use it freely.
struct State
{
    explicit State(Knobs initial);

    [[nodiscard]] QDateTime now() const;
    [[nodiscard]] TokenOrder order(const Owner &owner, const QByteArray &origin) const;

    Knobs knobs;
    Accounts accounts;
    TokenOffice office;
    Company company;
    QHash<int, GatewayData> gateway; ///< by the key of the API
    bool platformKeyUsed = false;
    QByteArray passcode;                  ///< one-time code of the sign-on page; empty = none waits
    QHash<QByteArray, int> requestCounts; ///< by "METHOD path"; holds no query
};

} // namespace acx::sandbox
