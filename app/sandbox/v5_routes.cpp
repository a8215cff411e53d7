// SPDX-License-Identifier: GPL-3.0-or-later
// The management API of V5.
#include "app/sandbox/errors.h"
#include "app/sandbox/scope.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

Response me(const Call &call, const State &state)
{
    const Owner owner = ownerOf(call.request, state);
    return jsonResponse(200, QJsonObject{
                                 {u"id"_s, owner.iamId},
                                 {u"name"_s, owner.name},
                                 {u"email"_s, owner.email},
                                 {u"firstName"_s, owner.givenName},
                                 {u"lastName"_s, owner.familyName},
                                 {u"status"_s, u"ENABLED"_s},
                                 {u"url"_s, QString::fromLatin1(call.request.origin) + u"/v1/me"_s},
                             });
}

} // namespace

void addV5Routes(Router &router, State &state)
{
    router.add("GET"_ba, "/v1/me"_ba, [&state](const Call &call) { return me(call, state); });
}

} // namespace acx::sandbox
