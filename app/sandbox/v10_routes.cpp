// SPDX-License-Identifier: GPL-3.0-or-later
// The platform API of V10 and V12.
#include "app/sandbox/v10_answers.h"

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

Response me(Scope &scope)
{
    const Request &request = scope.call.request;
    const Owner owner = ownerOf(request, scope.state);
    const QString base = QString::fromLatin1(request.origin);
    return v10Object(request, 200,
                     QJsonObject{
                         {u"type"_s, u"user"_s},
                         {u"api_version"_s, u"2.0.0"_s},
                         {u"name"_s, owner.email.isEmpty() ? owner.name : owner.email},
                         {u"title"_s, owner.name},
                         {u"username"_s, owner.email},
                         {u"email"_s, owner.email},
                         {u"first_name"_s, owner.givenName},
                         {u"last_name"_s, owner.familyName},
                         {u"state"_s, u"enabled"_s},
                         {u"url"_s, base + u"/api/me"_s},
                     });
}

} // namespace

void addV10Routes(Router &router, State &state)
{
    const auto add = [&](const QByteArray &method, const QByteArray &path, V10Handler handler) {
        addV10(router, state, method, path, std::move(handler));
    };
    add("GET"_ba, "/api/me"_ba, me);
    add("GET"_ba, "/api/orgs"_ba, v10ListOf(u"org"_s));
    add("GET"_ba, "/api/orgs/{org}"_ba, v10Read(u"org"_s, "org"_ba));
}

} // namespace acx::sandbox
