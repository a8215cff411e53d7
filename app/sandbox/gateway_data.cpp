// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/gateway_data.h"

#include "app/sandbox/example_values.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

constexpr int itemsAtFirst = 3;

bool isParameter(const QString &segment)
{
    return segment.startsWith(u'{') && segment.endsWith(u'}');
}

QString parameterName(const QString &segment)
{
    return segment.sliced(1, segment.size() - 2);
}

/// The number of literal segments, or -1 if the path does not fit.
int fit(const QStringList &wanted, const QStringList &path, QMap<QString, QString> &values)
{
    if (wanted.size() != path.size())
        return -1;
    int literals = 0;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (isParameter(wanted[i]) && !path[i].isEmpty())
            values.insert(parameterName(wanted[i]), path[i]);
        else if (wanted[i] == path[i])
            ++literals;
        else
            return -1;
    }
    return literals;
}

QJsonArray resolvedParameters(const QJsonObject &document, const QJsonArray &shared, const QJsonArray &own)
{
    const ExampleValues values(document);
    QJsonArray all;
    for (const QJsonArray &list : {shared, own}) {
        for (const auto &item : list)
            all.append(values.resolved(item.toObject()));
    }
    return all;
}

QString parentOf(const QString &path)
{
    return path.left(path.lastIndexOf(u'/'));
}

/// The property that names an item: "id", or else the first that is required or there at all.
QString keyName(const QJsonObject &item, const QString &parameter)
{
    if (item.contains(parameter))
        return parameter;
    if (item.contains("id"_L1))
        return u"id"_s;
    return item.isEmpty() ? QString() : item.keys().constFirst();
}

QString textOf(const QJsonValue &value)
{
    return value.isString() ? value.toString() : value.toVariant().toString();
}

qsizetype find(const QList<QJsonObject> &items, const QString &parameter, const QString &wanted)
{
    const auto found = std::find_if(items.cbegin(), items.cend(), [&](const QJsonObject &item) {
        return textOf(item.value(keyName(item, parameter))) == wanted;
    });
    return found == items.cend() ? -1 : found - items.cbegin();
}

/// Gives a further item a key that none has yet: one that fits the schema or, where that knows too few, one with a
/// number.
void makeUnique(QJsonObject &item, const QString &key, const QJsonObject &schema, const ExampleValues &values,
                const QList<QJsonObject> &items)
{
    if (key.isEmpty())
        return;
    QSet<QString> taken;
    for (const QJsonObject &other : items)
        taken.insert(textOf(other.value(key)));
    const auto isTaken = [&] { return taken.contains(textOf(item.value(key))); };
    const int count = static_cast<int>(items.size());
    for (int number = 0; number <= count && isTaken(); ++number)
        item.insert(key, values.value(schema, number).toObject().value(key));
    const QJsonValue last = item.value(key);
    for (int number = count; number <= 2 * count && isTaken(); ++number)
        item.insert(key, last.isDouble() ? QJsonValue(last.toDouble() + number)
                                         : QJsonValue(textOf(last) + u'-' + QString::number(number)));
}

QJsonObject merged(QJsonObject object, const QJsonObject &changes)
{
    for (auto change = changes.begin(); change != changes.end(); ++change)
        object.insert(change.key(), *change);
    return object;
}

Response notThere()
{
    return jsonResponse(404, QJsonObject{{u"code"_s, u"not_found"_s}, {u"message"_s, u"There is no such thing."_s}});
}

} // namespace

GatewayMatch matchGatewayPath(const QJsonObject &document, const QString &path, const QByteArray &method)
{
    GatewayMatch match;
    int best = -1;
    const QJsonObject paths = document.value("paths"_L1).toObject();
    for (auto item = paths.begin(); item != paths.end(); ++item) {
        QMap<QString, QString> values;
        const int literals = fit(item.key().split(u'/'), path.split(u'/'), values);
        if (literals <= best)
            continue;
        best = literals;
        match.hasPath = true;
        match.operation.reset();
        const QJsonObject methods = item->toObject();
        const QString name = QString::fromLatin1(method.toLower());
        if (!methods.value(name).isObject())
            continue;
        const QJsonObject operation = methods.value(name).toObject();
        match.operation = GatewayOperation{item.key(), operation,
                                           resolvedParameters(document, methods.value("parameters"_L1).toArray(),
                                                              operation.value("parameters"_L1).toArray()),
                                           values};
    }
    return match;
}

GatewayApi::Result GatewayApi::resultOf(const QJsonObject &operation) const
{
    const ExampleValues values(m_document);
    const QJsonObject responses = operation.value("responses"_L1).toObject();
    for (auto response = responses.begin(); response != responses.end(); ++response) {
        if (!response.key().startsWith(u'2'))
            continue;
        const QJsonObject described = values.resolved(response->toObject());
        Result result;
        result.status = response.key().toInt() > 0 ? response.key().toInt() : 200;
        const QJsonObject content = described.value("content"_L1).toObject();
        const QJsonObject media = content.isEmpty() ? QJsonObject() : content.begin()->toObject();
        result.schema = (media.isEmpty() ? described : media).value("schema"_L1).toObject();
        const QJsonObject examples = described.value("examples"_L1).toObject();
        result.example = media.contains("example"_L1) ? media.value("example"_L1)
                         : examples.isEmpty()         ? QJsonValue(QJsonValue::Undefined)
                                                      : *examples.begin();
        return result;
    }
    return {};
}

QString GatewayApi::keyOf(const QString &path, const QJsonObject &item) const
{
    for (const QByteArray &method : {"GET"_ba, "PUT"_ba, "PATCH"_ba, "DELETE"_ba}) {
        const GatewayMatch match = matchGatewayPath(m_document, path + u"/-"_s, method);
        const QString last = match.operation ? match.operation->pathTemplate.section(u'/', -1) : QString();
        if (isParameter(last) && item.contains(parameterName(last)))
            return parameterName(last);
    }
    return item.contains("id"_L1) ? u"id"_s : QString();
}

QList<QJsonObject> *GatewayApi::listAt(const QString &path)
{
    if (const auto known = m_data.find(path); known != m_data.end())
        return &*known;
    const GatewayMatch match = matchGatewayPath(m_document, path, "GET"_ba);
    if (!match.operation)
        return nullptr;
    const ExampleValues values(m_document);
    const QJsonObject schema = values.resolved(resultOf(match.operation->operation).schema);
    const QJsonObject item = values.resolved(schema.value("items"_L1).toObject());
    if (schema.value("type"_L1).toString() != "array"_L1 || !item.contains("properties"_L1))
        return nullptr;
    QList<QJsonObject> items;
    for (int number = 0; number < itemsAtFirst; ++number) {
        QJsonObject next = values.value(item, number).toObject();
        makeUnique(next, keyOf(path, next), item, values, items);
        items.append(next);
    }
    return &*m_data.insert(path, items);
}

Response GatewayApi::answer(const Request &request, const GatewayOperation &call, const QString &path)
{
    const Result result = resultOf(call.operation);
    const QString last = call.pathTemplate.section(u'/', -1);
    // What lies below an item is there only as long as the item is.
    const QStringList steps = path.split(u'/');
    const QStringList templates = call.pathTemplate.split(u'/');
    for (qsizetype i = 2; i + 1 < steps.size(); ++i) {
        const QList<QJsonObject> *items = isParameter(templates[i]) ? listAt(steps.first(i).join(u'/')) : nullptr;
        if (items && find(*items, parameterName(templates[i]), steps[i]) < 0)
            return notThere();
    }
    if (QList<QJsonObject> *items = isParameter(last) ? listAt(parentOf(path)) : nullptr) {
        const qsizetype at = find(*items, parameterName(last), steps.constLast());
        return at < 0 ? notThere() : answerItem(request, call, *items, at, result);
    }
    if (QList<QJsonObject> *items = listAt(path)) {
        if (request.method == "GET")
            return answerList(request, *items);
        if (request.method == "POST")
            return create(request, path, *items, result);
    }
    return answerAlone(request, call, result);
}

Response GatewayApi::answerList(const Request &request, const QList<QJsonObject> &items) const
{
    QJsonArray shown;
    const QByteArray limit = request.queryValue("limit");
    for (const QJsonObject &item : items) {
        const bool fits = std::all_of(request.query.cbegin(), request.query.cend(), [&item](const NamedValue &wish) {
            const QString name = QString::fromUtf8(wish.first);
            return !item.contains(name) || textOf(item.value(name)) == QString::fromUtf8(wish.second);
        });
        if (fits && (limit.isEmpty() || shown.size() < limit.toInt()))
            shown.append(item);
    }
    return jsonResponse(200, shown);
}

Response GatewayApi::answerItem(const Request &request, const GatewayOperation &call, QList<QJsonObject> &items,
                                qsizetype at, const Result &result) const
{
    if (request.method == "DELETE") {
        const QJsonObject removed = items.takeAt(at);
        return result.schema.isEmpty() ? emptyResponse(result.status) : jsonResponse(result.status, removed);
    }
    if (request.method == "PUT" || request.method == "PATCH") {
        const QString key = keyName(items[at], call.values.isEmpty() ? QString() : call.values.lastKey());
        const QJsonValue name = items[at].value(key);
        items[at] = merged(items[at], request.json().value_or(QJsonObject()));
        items[at].insert(key, name);
    }
    if (result.status == 204)
        return emptyResponse();
    return jsonResponse(result.status, items[at]);
}

Response GatewayApi::create(const Request &request, const QString &path, QList<QJsonObject> &items,
                            const Result &result) const
{
    const ExampleValues values(m_document);
    const GatewayMatch list = matchGatewayPath(m_document, path, "GET"_ba);
    const QJsonObject schema =
        list.operation ? values.resolved(resultOf(list.operation->operation).schema).value("items"_L1).toObject()
                       : result.schema;
    QJsonObject item = values.value(schema, static_cast<int>(items.size()) + itemsAtFirst).toObject();
    const QString key = keyOf(path, item);
    makeUnique(item, key, schema, values, items);
    const QJsonValue id = item.value(key);
    item = merged(item, request.json().value_or(QJsonObject()));
    if (!key.isEmpty())
        item.insert(key, id);
    items.append(item);
    return result.schema.isEmpty() ? emptyResponse(result.status) : jsonResponse(result.status, item);
}

Response GatewayApi::answerAlone(const Request &request, const GatewayOperation &call, const Result &result) const
{
    if (!result.example.isUndefined())
        return jsonResponse(result.status, result.example);
    if (result.schema.isEmpty() || result.status == 204)
        return emptyResponse(result.status);
    QJsonValue body = ExampleValues(m_document).value(result.schema, 0);
    if (body.isObject()) {
        QJsonObject object = body.toObject();
        for (auto value = call.values.begin(); value != call.values.end(); ++value) {
            if (object.value(value.key()).isString())
                object.insert(value.key(), *value);
        }
        if (request.method != "GET")
            object = merged(object, request.json().value_or(QJsonObject()));
        body = object;
    }
    return jsonResponse(result.status, body);
}

} // namespace acx::sandbox
