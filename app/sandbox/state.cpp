// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/state.h"

using namespace Qt::StringLiterals;

namespace acx::sandbox {

State::State(Knobs initial)
    : knobs(std::move(initial))
    , accounts(now(), knobs.apiKey, knobs.clientSecret)
    , office(now())
    , company(now(), accounts.user())
{}

QDateTime State::now() const
{
    return QDateTime::currentDateTimeUtc().addSecs(knobs.clockOffset.count());
}

TokenOrder State::order(const Owner &owner, const QByteArray &origin) const
{
    TokenOrder order;
    order.owner = owner;
    order.accountId = accounts.accountId();
    order.issuer = QString::fromLatin1(origin) + u"/identity"_s;
    order.scope = u"ibm openid"_s;
    order.clientId = u"default"_s;
    order.grantType = u"urn:ibm:params:oauth:grant-type:apikey"_s;
    order.now = now();
    order.lifetime = knobs.tokenLifetime;
    return order;
}

} // namespace acx::sandbox
