// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/scope.h"
#include "app/sandbox/v5_view.h"

namespace acx::sandbox {

using V5Handler = std::function<Response(Scope &)>;

/// Resolves the scope first and answers 404 in V5's shape when that fails.
void addV5(Router &router, State &state, const QByteArray &method, const QByteArray &path, V5Handler handler);
/// The same path in a catalog and in each of its spaces; `tail` begins with a slash.
void addV5Twice(Router &router, State &state, const QByteArray &method, const QByteArray &tail,
                const V5Handler &handler);

[[nodiscard]] V5View v5ViewOf(const Scope &scope);
[[nodiscard]] Response v5NotFound(const QString &kind);
[[nodiscard]] Response v5Object(const Scope &scope, const Entity &entity, int status = 200);
/// A created thing: 201 unless the operation says otherwise, with Content-Location.
[[nodiscard]] Response v5Created(const Scope &scope, const Entity &entity, int status = 201);
[[nodiscard]] V5Handler v5ListOf(const QString &kind);
[[nodiscard]] V5Handler v5Read(const QString &kind, const QByteArray &parameter);
[[nodiscard]] V5Handler v5Delete(const QString &kind, const QByteArray &parameter, int status);
/// A body that is not a JSON object.
[[nodiscard]] Response v5BadBody();
/// "Some Name" becomes "some-name".
[[nodiscard]] QString v5ShortName(const QString &title);

/// The parts of the management API.
void addV5Catalogs(Router &router, State &state);
void addV5Products(Router &router, State &state);
void addV5Apis(Router &router, State &state);
void addV5Drafts(Router &router, State &state);
void addV5Consumers(Router &router, State &state);
void addV5Portal(Router &router, State &state);

} // namespace acx::sandbox
