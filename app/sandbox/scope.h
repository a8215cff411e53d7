// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/routes.h"

#include <tl/expected.hpp>

namespace acx::sandbox {

/// Where a path leads: the parameters {org}, {catalog}, {space}, {consumerOrg} and {app} resolved by id or name.
struct Scope
{
    State &state;
    const Call &call;
    Entity *org = nullptr;
    Entity *catalog = nullptr;
    Entity *space = nullptr;
    Entity *consumerOrg = nullptr;
    Entity *app = nullptr;

    /// The innermost container besides the space, which only filters.
    [[nodiscard]] int within() const;
    [[nodiscard]] int spaceKey() const { return space ? space->key : 0; }
    [[nodiscard]] QString parameter(const QByteArray &name) const;
    /// The thing of that kind that the parameter names, below the scope; null if there is none.
    [[nodiscard]] Entity *target(const QString &kind, const QByteArray &parameterName) const;
    [[nodiscard]] QList<const Entity *> list(const QString &kind) const;
};

/// The kind of the first parameter that names nothing.
using Missing = QString;

[[nodiscard]] tl::expected<Scope, Missing> resolveScope(State &state, const Call &call);

} // namespace acx::sandbox
