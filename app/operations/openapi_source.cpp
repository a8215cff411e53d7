// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/openapi_source.h"

#include "app/json/json_pointer.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int maximumReferences = 64;
constexpr qsizetype longestPointer = 512; // characters; a longer one is not kept, or many would make more of the text

tl::unexpected<Error> danglingReference(const QString &reference)
{
    return fail(
        ErrorKind::InvalidInput,
        QCoreApplication::translate("acx", "The reference %1 points to nothing in the document.").arg(reference),
        QCoreApplication::translate("acx", "Correct the reference, or ask whoever wrote the document."));
}

tl::unexpected<Error> foreignReference(const QString &reference)
{
    return fail(ErrorKind::Unsupported,
                QCoreApplication::translate("acx", "The reference %1 points out of the document and was not followed.")
                    .arg(reference),
                QCoreApplication::translate("acx", "Put what it refers to into the document."));
}

/// One step of a JSON Pointer, as the name that it stands for.
QString unescapedStep(QString step)
{
    return step.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
}

/// One step of a JSON Pointer from `whole` inwards.
std::optional<QByteArrayView> stepInto(JsonSplitter &splitter, QByteArrayView whole, const QString &step)
{
    if (whole.startsWith('[')) {
        bool isNumber = false;
        const qsizetype number = step.toLongLong(&isNumber);
        const auto items = splitter.items(whole);
        if (!isNumber || !items || number < 0 || number >= items->size())
            return std::nullopt;
        return items->at(number).value;
    }
    const QString name = unescapedStep(step);
    const QList<JsonPart> members = splitter.members(whole).value_or(QList<JsonPart>());
    const auto found =
        std::find_if(members.cbegin(), members.cend(), [&name](const JsonPart &part) { return part.name == name; });
    return found == members.cend() ? std::nullopt : std::optional<QByteArrayView>(found->value);
}

std::optional<QString> referenceIn(const std::optional<QList<JsonPart>> &members)
{
    const QList<JsonPart> parts = members.value_or(QList<JsonPart>());
    for (const JsonPart &part : parts) {
        if (part.name == "$ref"_L1)
            return jsonText(part.value);
    }
    return std::nullopt;
}

bool isContainer(const QString &name)
{
    return name == "components"_L1 || name == "definitions"_L1 || name == "parameters"_L1 || name == "responses"_L1;
}

} // namespace

OpenApiSource::OpenApiSource(QByteArray json, qsizetype size)
    : m_json(std::move(json))
    , m_size(size)
{
    if (m_json.size() < size + JsonSplitter::padding)
        m_json.append(size + JsonSplitter::padding - m_json.size(), ' ');
    JsonSplitter splitter;
    m_members = splitter.members(bytes());
    const auto remember = [this](const QString &pointer, QByteArrayView part) {
        if (pointer.size() <= longestPointer && !m_parts.contains(pointer))
            m_parts.insert(pointer, rangeOf(part));
    };
    const QList<JsonPart> members = m_members.value_or(QList<JsonPart>());
    for (const JsonPart &member : members) {
        const QString pointer = u'/' + pointerStep(member.name);
        remember(pointer, member.value);
        if (!isContainer(member.name))
            continue;
        const QList<JsonPart> inner = splitter.members(member.value).value_or(QList<JsonPart>());
        for (const JsonPart &part : inner) {
            const QString innerPointer = pointer + u'/' + pointerStep(part.name);
            remember(innerPointer, part.value);
            if (member.name != "components"_L1 || innerPointer.size() > longestPointer)
                continue;
            const QList<JsonPart> named = splitter.members(part.value).value_or(QList<JsonPart>());
            for (const JsonPart &component : named)
                remember(innerPointer + u'/' + pointerStep(component.name), component.value);
        }
    }
}

QByteArrayView OpenApiSource::bytes(ByteRange range) const
{
    return QByteArrayView(m_json).sliced(range.offset, range.size);
}

JsonValue OpenApiSource::value(ByteRange range) const
{
    if (range.isEmpty())
        return {};
    JsonLimits limits;
    limits.maxBytes = range.size;
    return parseJson(bytes(range), limits).value_or(JsonValue());
}

Result<ByteRange> OpenApiSource::lookUp(const QString &reference) const
{
    if (!reference.startsWith(u'#'))
        return foreignReference(reference);
    const QString pointer = QUrl::fromPercentEncoding(reference.mid(1).toUtf8());
    // No known pointer has more than three steps.
    qsizetype end = 0;
    for (int step = 0; step < 4 && end >= 0; ++step)
        end = pointer.indexOf(u'/', step == 0 ? 0 : end + 1);
    QString known = pointer.left(end < 0 ? pointer.size() : end);
    while (!known.isEmpty() && !m_parts.contains(known))
        known.truncate(qMax<qsizetype>(known.lastIndexOf(u'/'), 0));
    if (known.isEmpty())
        return danglingReference(reference);
    QByteArrayView part = bytes(m_parts.value(known));
    JsonSplitter splitter;
    const QStringList steps = pointer.mid(known.size()).split(u'/').mid(1);
    for (const QString &step : steps) {
        const std::optional<QByteArrayView> inner = stepInto(splitter, part, step);
        if (!inner)
            return danglingReference(reference);
        part = *inner;
    }
    return rangeOf(part);
}

Result<ByteRange> OpenApiSource::locate(const QString &reference) const
{
    JsonSplitter splitter;
    QString next = reference;
    for (int followed = 0; followed < maximumReferences; ++followed) {
        const Result<ByteRange> range = lookUp(next);
        if (!range)
            return range;
        const std::optional<QString> further = referenceIn(splitter.members(bytes(*range)));
        if (!further)
            return range;
        next = *further;
    }
    return fail(ErrorKind::InvalidInput,
                QCoreApplication::translate("acx", "The reference %1 leads in a circle.").arg(reference),
                QCoreApplication::translate("acx", "Correct the reference, or ask whoever wrote the document."));
}

Result<JsonValue> OpenApiSource::resolve(const QString &reference) const
{
    const Result<ByteRange> range = locate(reference);
    if (!range)
        return fail(range.error());
    return value(*range);
}

Result<JsonValue> OpenApiSource::referenced(const QString &reference) const
{
    const Result<ByteRange> range = lookUp(reference);
    if (!range)
        return fail(range.error());
    return value(*range);
}

Result<JsonValue> OpenApiSource::resolved(const JsonValue &value) const
{
    if (!value.isObject() || !value[u"$ref"].isString())
        return value;
    return resolve(value[u"$ref"].toString());
}

} // namespace acx
