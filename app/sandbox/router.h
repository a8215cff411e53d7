// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/exchange.h"

namespace acx::sandbox {

/// A request together with the values of its path parameters (decoded).
struct Call
{
    const Request &request;
    QHash<QByteArray, QByteArray> parameters;
};

using Handler = std::function<Response(const Call &)>;

/// Finds the handler for a path. It works on the percent-encoded path, so `a%2Fb` stays one segment; a segment of a
/// template is a literal, `{name}` or a mixture such as `{name}:{version}`. A literal wins over a mixture, and a
/// mixture over a parameter.
class Router final
{
public:
    struct Found
    {
        const Handler *handler = nullptr; ///< null: no such path, or not with this method
        QHash<QByteArray, QByteArray> parameters;
        QList<QByteArray> methods; ///< what the path can do; empty: no such path
    };

    void add(const QByteArray &method, const QByteArray &pathTemplate, Handler handler);
    [[nodiscard]] Found find(const QByteArray &method, const QByteArray &path) const;
    /// "METHOD template" of every route.
    [[nodiscard]] QList<QByteArray> list() const;

private:
    struct Route
    {
        QByteArray method;
        QByteArray pathTemplate;
        QList<QByteArray> segments;
        QByteArray rank; ///< one byte a segment; the smallest wins
        Handler handler;
    };
    QHash<qsizetype, QList<Route>> m_routes; ///< by number of segments
};

} // namespace acx::sandbox
