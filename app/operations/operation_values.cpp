// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/operation_values.h"

#include "app/json/json_value.h"
#include "app/operations/form_body.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

tl::unexpected<Error> refused(const QString &sentence, const QString &nextStep = {})
{
    return fail(ErrorKind::InvalidInput, sentence, nextStep);
}

/// With allowReserved, reserved characters go out as they are, but for those that would end the value (RFC 3986,
/// section 2.2).
QByteArray encoded(const QString &value, bool reserved = false)
{
    return QUrl::toPercentEncoding(value, reserved ? "!$'()*,/:;=?@"_ba : QByteArray());
}

/// A parameter or a member of the body, with the values that were given for it.
struct Slot
{
    QString name;
    QString place; ///< "path", "query", "header", "cookie", "body"
    QString type;
    QStringList choices;
    bool required = false;
    bool exploded = true;
    bool reserved = false;
    QStringList values;

    [[nodiscard]] QString fullName() const { return place + u':' + name; }
};

/// The body in JSON, if the operation takes one.
const BodyShape *jsonShape(const Operation &operation)
{
    if (!operation.body)
        return nullptr;
    const QList<BodyShape> &shapes = operation.body->shapes;
    const auto found = std::find_if(shapes.cbegin(), shapes.cend(),
                                    [](const BodyShape &shape) { return shape.mediaType.endsWith("json"_L1); });
    return found == shapes.cend() ? nullptr : &*found;
}

QList<Slot> slotsOf(const Operation &operation, const BodyShape *shape)
{
    QList<Slot> all;
    for (const OperationParameter &parameter : operation.parameters)
        all.append({parameter.name,
                    toText(parameter.place),
                    parameter.type,
                    parameter.choices,
                    parameter.required,
                    parameter.exploded,
                    parameter.reserved,
                    {}});
    const JsonValue schema = shape ? parseJson(shape->schema).value_or(JsonValue()) : JsonValue();
    QStringList required;
    for (const JsonValue &name : schema[u"required"].items())
        required.append(name.toString());
    for (const JsonValue::Member &member : schema[u"properties"].members())
        all.append({member.name,
                    u"body"_s,
                    member.value[u"type"].toString(),
                    {},
                    required.contains(member.name),
                    true,
                    false,
                    {}});
    return all;
}

Status store(const Operation &operation, QList<Slot> &all, const NamedValue &given)
{
    QList<Slot *> matches;
    for (Slot &slot : all) {
        if (slot.fullName() == given.name || slot.name == given.name)
            matches.append(&slot);
    }
    if (matches.isEmpty())
        return refused(QCoreApplication::translate("acx", "The operation %1 has no parameter “%2”.")
                           .arg(operation.id, given.name));
    if (matches.size() > 1) {
        QStringList names;
        for (const Slot *slot : std::as_const(matches))
            names.append(slot->fullName());
        return refused(QCoreApplication::translate("acx", "The name “%1” stands for more than one.").arg(given.name),
                       QCoreApplication::translate("acx", "Name one of them: %1.").arg(names.join(u", "_s)));
    }
    Slot &slot = *matches.constFirst();
    if (!slot.values.isEmpty() && slot.type != "array"_L1)
        return refused(QCoreApplication::translate("acx", "The parameter “%1” is given twice.").arg(given.name));
    if (!slot.choices.isEmpty() && slot.type != "array"_L1 && !slot.choices.contains(given.value))
        return refused(
            QCoreApplication::translate("acx", "“%1” is no value of the parameter “%2”.").arg(given.value, given.name),
            QCoreApplication::translate("acx", "Its values: %1.").arg(slot.choices.join(u", "_s)));
    slot.values.append(given.value);
    return {};
}

/// An empty segment, "." and ".." would make another path of it, however they are written.
Result<QString> filledPath(const Operation &operation, const QList<Slot> &all)
{
    QString path = operation.path;
    for (const Slot &slot : all) {
        if (slot.place != "path"_L1)
            continue;
        const QString value = slot.values.join(u',');
        if (value.isEmpty() || value == "."_L1 || value == ".."_L1)
            return refused(QCoreApplication::translate("acx", "“%1” cannot stand in a path as the parameter “%2”.")
                               .arg(value, slot.name));
        path.replace(u'{' + slot.name + u'}', QString::fromLatin1(encoded(value)));
    }
    return path;
}

QString filledQuery(const QList<Slot> &all)
{
    QByteArrayList pairs;
    for (const Slot &slot : all) {
        if (slot.place != "query"_L1 || slot.values.isEmpty())
            continue;
        QByteArrayList texts;
        for (const QString &value : slot.values)
            texts.append(encoded(value, slot.reserved));
        const QByteArray name = encoded(slot.name) + '=';
        pairs.append(slot.exploded ? name + texts.join('&' + name) : name + texts.join(','));
    }
    return pairs.isEmpty() ? QString() : u'?' + QString::fromLatin1(pairs.join('&'));
}

Result<JsonValue> bodyValue(const Slot &slot)
{
    const QString &text = slot.values.constFirst();
    if (slot.type == "string"_L1)
        return JsonValue::string(text);
    const auto value = parseJson(text.toUtf8());
    if (value)
        return *value;
    if (slot.type.isEmpty())
        return JsonValue::string(text);
    return refused(QCoreApplication::translate("acx", "“%1” is no value of type %2 for “%3” in the body.")
                       .arg(text, slot.type, slot.name),
                   QCoreApplication::translate("acx", "Write it as JSON."));
}

Result<QByteArray> filledBody(const QList<Slot> &all)
{
    QList<JsonValue::Member> members;
    for (const Slot &slot : all) {
        if (slot.place != "body"_L1 || slot.values.isEmpty())
            continue;
        // A list is given as JSON, or as one value after the other.
        QList<JsonValue> items;
        for (const QString &text : slot.values) {
            Slot single = slot;
            single.values = {text};
            single.type = slot.values.size() > 1 ? QString() : slot.type;
            const Result<JsonValue> value = bodyValue(single);
            if (!value)
                return fail(value.error());
            items.append(*value);
        }
        members.append({slot.name, items.size() > 1 ? JsonValue::array(items) : items.constFirst()});
    }
    return JsonValue::object(members).toJson();
}

QString acceptOf(const Operation &operation)
{
    for (const OperationResponse &response : operation.responses) {
        if (response.status.startsWith(u'2') && !response.mediaTypes.isEmpty())
            return response.mediaTypes.constFirst();
    }
    return {};
}

} // namespace

Result<FilledOperation> fillOperation(const Operation &operation, const QList<NamedValue> &values, bool hasBody)
{
    const BodyShape *shape = hasBody ? nullptr : jsonShape(operation);
    if (!hasBody && !shape && operation.body && operation.body->required)
        return refused(
            QCoreApplication::translate("acx", "The body of %1 cannot be made from values.").arg(operation.id),
            QCoreApplication::translate("acx", "Give the whole body and its Content-Type."));
    QList<Slot> all = slotsOf(operation, shape);
    for (const NamedValue &given : values) {
        if (const Status stored = store(operation, all, given); !stored)
            return fail(stored.error());
    }
    for (const Slot &slot : std::as_const(all)) {
        if (slot.required && slot.values.isEmpty())
            return refused(
                QCoreApplication::translate("acx", "The operation %1 needs “%2”.").arg(operation.id, slot.name));
    }
    const Result<QString> path = filledPath(operation, all);
    if (!path)
        return fail(path.error());
    FilledOperation filled;
    filled.target = *path + filledQuery(all);
    if (!filled.target.startsWith(u'/'))
        filled.target.prepend(u'/'); // a path that looks like a URL names no other host
    for (const Slot &slot : std::as_const(all)) {
        if (slot.place == "header"_L1 && !slot.values.isEmpty())
            filled.headers.append({slot.name.toUtf8(), slot.values.join(u',').toUtf8()});
    }
    filled.accept = acceptOf(operation);
    if (!shape)
        return filled;
    const Result<QByteArray> body = filledBody(all);
    if (!body)
        return fail(body.error());
    filled.body = *body;
    filled.bodyType = isMediaRange(shape->mediaType) ? u"application/json"_s : shape->mediaType;
    return filled;
}

} // namespace acx
