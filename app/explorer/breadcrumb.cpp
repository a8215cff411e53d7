// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/breadcrumb.h"

#include "app/explorer/links.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QStringList crumbNames(const QString &path)
{
    static const QRegularExpression parameter(u"\\{([^}]*)\\}"_s);
    QStringList names;
    for (auto match = parameter.globalMatch(path); match.hasNext();)
        names.append(match.next().captured(1));
    return names;
}

/// The operation's path with its values, if it needs no other ones.
std::optional<QByteArray> filledPath(const OperationEntry &entry, const QHash<QString, QByteArray> &values)
{
    QString path = entry.path;
    for (const QString &name : crumbNames(entry.path)) {
        if (!values.contains(name))
            return std::nullopt;
        path.replace(u'{' + name + u'}', QString::fromLatin1(values.value(name)));
    }
    return path.toLatin1();
}

/// The shortest GET of the same API ("/api/") whose path ends with the parameter.
QByteArray placeOf(const OperationCatalog &catalog, const QByteArray &api, const QString &parameter,
                   const QHash<QString, QByteArray> &values)
{
    QByteArray best;
    for (const OperationEntry &entry : catalog.operations()) {
        if (entry.method != "GET" || !entry.path.endsWith(u"/{"_s + parameter + u'}'))
            continue;
        const std::optional<QByteArray> path = filledPath(entry, values);
        if (path && path->startsWith(api) && (best.isEmpty() || path->size() < best.size()) &&
            matchOperation(catalog, "GET", *path))
            best = *path;
    }
    return best;
}

/// Which parameter each segment of the target is, by the GET operation it belongs to; empty where it is a literal.
QStringList parametersOf(const OperationCatalog &catalog, const QByteArray &path, qsizetype count)
{
    QStringList names(count);
    // The longest beginning that is an operation says what its segments mean.
    for (qsizetype end = path.size(); end > 0; end = path.lastIndexOf('/', end - 1)) {
        const std::optional<OperationMatch> match = matchOperation(catalog, "GET", path.left(end));
        if (!match)
            continue;
        const QStringList segments = catalog.operations().at(match->index).path.split(u'/', Qt::SkipEmptyParts);
        for (qsizetype i = 0; i < std::min(count, segments.size()); ++i) {
            const QString &segment = segments.at(i);
            if (segment.startsWith(u'{') && segment.indexOf(u'}') == segment.size() - 1)
                names[i] = segment.sliced(1, segment.size() - 2);
        }
        break;
    }
    return names;
}

} // namespace

QList<Crumb> breadcrumb(const OperationCatalog &catalog, const QByteArray &target)
{
    const qsizetype mark = target.indexOf('?');
    const QByteArray path = mark < 0 ? target : target.left(mark);
    QByteArrayList segments = path.split('/');
    segments.removeAll(QByteArray());
    const QStringList parameters = parametersOf(catalog, path, segments.size());
    QHash<QString, QByteArray> values;
    QList<Crumb> crumbs;
    QByteArray beginning;
    for (qsizetype i = 0; i < segments.size(); ++i) {
        beginning += '/' + segments.at(i);
        if (i == 0 && (segments.at(i) == "api" || segments.at(i) == "v1"))
            continue;
        Crumb crumb;
        crumb.text = QString::fromUtf8(QByteArray::fromPercentEncoding(segments.at(i)));
        if (!parameters.at(i).isEmpty())
            values.insert(parameters.at(i), segments.at(i));
        if (matchOperation(catalog, "GET", beginning))
            crumb.target = beginning;
        else if (!parameters.at(i).isEmpty())
            crumb.target = placeOf(catalog, '/' + segments.constFirst() + '/', parameters.at(i), values);
        crumbs.append(crumb);
    }
    return crumbs;
}

QHash<QString, QString> namesOfIds(const JsonIndex &answer)
{
    constexpr int most = 1000;
    constexpr quint32 mostMembers = 200; // of an object that has a name
    QHash<QString, QString> names;
    const auto take = [&](JsonIndex::Node node) {
        if (answer.type(node) != JsonIndex::Type::Object || answer.childCount(node) > mostMembers)
            return;
        const JsonIndex::Node id = answer.member(node, u"id");
        const JsonIndex::Node name = answer.member(node, u"name");
        if (id != JsonIndex::none && name != JsonIndex::none && !answer.string(id).isEmpty() &&
            !answer.string(name).isEmpty())
            names.insert(answer.string(id), answer.string(name));
    };
    take(answer.root());
    JsonIndex::Node list = answer.root();
    if (answer.type(list) == JsonIndex::Type::Object)
        list = answer.member(list, u"results");
    if (list == JsonIndex::none || answer.type(list) != JsonIndex::Type::Array || answer.childCount(list) == 0)
        return names;
    JsonIndex::Node item = answer.child(list, 0);
    for (int i = 0; i < most && item != JsonIndex::none; ++i, item = answer.nextSibling(item))
        take(item);
    return names;
}

} // namespace acx
