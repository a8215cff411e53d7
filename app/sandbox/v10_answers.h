// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/scope.h"
#include "app/sandbox/v10_view.h"

namespace acx::sandbox {

using V10Handler = std::function<Response(Scope &)>;

/// Resolves the scope first and answers 404 in V10's shape when that fails.
void addV10(Router &router, State &state, const QByteArray &method, const QByteArray &path, V10Handler handler);

/// An object, with `fields` applied: `fields=name,title` picks, `fields=add(document)` adds `extra` members.
[[nodiscard]] Response v10Object(const Request &request, int status, const QJsonObject &object,
                                 const QJsonObject &extra = {});
/// {total_results, results} with `limit`, `offset` and `fields` applied.
[[nodiscard]] Response v10List(const Request &request, const QList<QJsonObject> &objects);
[[nodiscard]] Response v10Entities(const Scope &scope, const QList<const Entity *> &entities);
[[nodiscard]] Response v10NotFound(const QString &kind);

/// The generic operations on a kind.
[[nodiscard]] V10Handler v10ListOf(const QString &kind);
[[nodiscard]] V10Handler v10Read(const QString &kind, const QByteArray &parameter);
[[nodiscard]] V10Handler v10Create(const QString &kind);
[[nodiscard]] V10Handler v10Update(const QString &kind, const QByteArray &parameter);
[[nodiscard]] V10Handler v10Delete(const QString &kind, const QByteArray &parameter);

/// A new thing of that kind as the request body describes it, or what to answer instead.
[[nodiscard]] tl::expected<Entity *, Response> v10Make(const Scope &scope, const QString &kind);
/// Title, summary and other members of the request body are taken over.
[[nodiscard]] Response v10Change(const Scope &scope, Entity &entity);

/// The thing in the scope's catalog (or organization) that the last segment of the URL names.
[[nodiscard]] Entity *v10FindByUrl(const Scope &scope, const QString &kind, const QString &url);
/// A credential of an app; client_id and client_secret may be brought along.
Entity &v10AddCredential(State &state, const Entity &app, const QJsonObject &wish);

/// The parts of the platform API with rules of their own.
void addV10Products(Router &router, State &state);
void addV10Drafts(Router &router, State &state);
void addV10Cloud(Router &router, State &state);

} // namespace acx::sandbox
