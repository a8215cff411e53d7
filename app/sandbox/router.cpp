// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/router.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

QList<QByteArray> splitPath(const QByteArray &path)
{
    QList<QByteArray> segments = path.split('/');
    segments.removeFirst(); // every path begins with a slash
    if (!segments.isEmpty() && segments.last().isEmpty())
        segments.removeLast(); // a final slash means nothing
    return segments;
}

char rankOf(const QByteArray &segment)
{
    if (!segment.contains('{'))
        return 'a';
    return segment.startsWith('{') && segment.indexOf('}') == segment.size() - 1 ? 'c' : 'b';
}

/// Matches one decoded segment against its template, for example "weather:1.0.0" against "{name}:{version}".
bool matchSegment(QByteArrayView pattern, QByteArrayView value, QHash<QByteArray, QByteArray> &parameters)
{
    while (!pattern.isEmpty()) {
        if (pattern.front() != '{') {
            if (value.isEmpty() || value.front() != pattern.front())
                return false;
            pattern = pattern.sliced(1);
            value = value.sliced(1);
            continue;
        }
        const qsizetype close = pattern.indexOf('}');
        const QByteArray name = pattern.sliced(1, close - 1).toByteArray();
        pattern = pattern.sliced(close + 1);
        const qsizetype end = pattern.isEmpty() ? value.size() : value.indexOf(pattern.front());
        if (end <= 0)
            return false;
        parameters.insert(name, value.first(end).toByteArray());
        value = value.sliced(end);
    }
    return value.isEmpty();
}

} // namespace

void Router::add(const QByteArray &method, const QByteArray &pathTemplate, Handler handler)
{
    Route route{method, pathTemplate, splitPath(pathTemplate), {}, std::move(handler)};
    for (const QByteArray &segment : std::as_const(route.segments))
        route.rank.append(rankOf(segment));
    m_routes[route.segments.size()].append(std::move(route));
}

Router::Found Router::find(const QByteArray &method, const QByteArray &path) const
{
    QList<QByteArray> segments = splitPath(path);
    for (QByteArray &segment : segments)
        segment = QByteArray::fromPercentEncoding(segment);

    Found found;
    QByteArray best;
    const auto candidates = m_routes.constFind(segments.size());
    if (candidates == m_routes.constEnd())
        return found;
    for (const Route &route : *candidates) {
        QHash<QByteArray, QByteArray> parameters;
        bool fits = true;
        for (qsizetype i = 0; fits && i < segments.size(); ++i)
            fits = matchSegment(route.segments.at(i), segments.at(i), parameters);
        if (!fits)
            continue;
        if (!found.methods.contains(route.method))
            found.methods.append(route.method);
        if (route.method != method || (found.handler && route.rank >= best))
            continue;
        best = route.rank;
        found.handler = &route.handler;
        found.parameters = std::move(parameters);
    }
    return found;
}

QList<QByteArray> Router::list() const
{
    QList<QByteArray> names;
    for (const QList<Route> &routes : m_routes) {
        for (const Route &route : routes)
            names.append(route.method + ' ' + route.pathTemplate);
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace acx::sandbox
