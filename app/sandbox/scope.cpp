// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/scope.h"

using namespace Qt::StringLiterals;

namespace acx::sandbox {

int Scope::within() const
{
    for (const Entity *entity : {app, consumerOrg, catalog, org}) {
        if (entity)
            return entity->key;
    }
    return 0;
}

QString Scope::parameter(const QByteArray &name) const
{
    return QString::fromUtf8(call.parameters.value(name));
}

Entity *Scope::target(const QString &kind, const QByteArray &parameterName) const
{
    Entity *found = state.company.find(kind, within(), parameter(parameterName));
    return found && (!space || found->space == 0 || found->space == space->key) ? found : nullptr;
}

QList<const Entity *> Scope::list(const QString &kind) const
{
    const bool filtered = kind == "product"_L1 || kind == "api"_L1 || kind == "subscription"_L1;
    return state.company.list(kind, within(), filtered ? spaceKey() : 0);
}

tl::expected<Scope, Missing> resolveScope(State &state, const Call &call)
{
    Scope scope{state, call};
    const auto resolve = [&](Entity *&place, const QString &kind, const QByteArray &name, int within) {
        if (!call.parameters.contains(name))
            return true;
        place = state.company.find(kind, within, scope.parameter(name));
        return place != nullptr;
    };
    if (!resolve(scope.org, u"org"_s, "org"_ba, 0))
        return tl::unexpected(u"org"_s);
    if (!resolve(scope.catalog, u"catalog"_s, "catalog"_ba, scope.within()))
        return tl::unexpected(u"catalog"_s);
    const int inCatalog = scope.within();
    if (!resolve(scope.space, u"space"_s, "space"_ba, inCatalog))
        return tl::unexpected(u"space"_s);
    if (!resolve(scope.consumerOrg, u"consumer_org"_s, "consumerOrg"_ba, inCatalog))
        return tl::unexpected(u"consumer_org"_s);
    if (!resolve(scope.app, u"app"_s, "app"_ba, scope.within()))
        return tl::unexpected(u"app"_s);
    return scope;
}

} // namespace acx::sandbox
