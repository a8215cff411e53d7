// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/openapi_index.h"

#include "app/json/json_pointer.h"
#include "app/operations/json_split.h"
#include "app/operations/operation_reader.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

// References let a small document stand for a list without end.
constexpr qsizetype maximumEntries = 500'000;
constexpr qint64 maximumReferenced = 512LL * 1024 * 1024; // bytes of what references stand for
constexpr qint64 maximumText = 64LL * 1024 * 1024;        // characters of what the list shows
constexpr qsizetype maximumNotices = 1000;
constexpr qsizetype longestNotice = 500; // characters

constexpr QLatin1StringView methods[] = {"get"_L1,     "put"_L1,  "post"_L1,  "delete"_L1,
                                         "options"_L1, "head"_L1, "patch"_L1, "trace"_L1};

bool isMethod(const QString &name)
{
    return std::find(std::begin(methods), std::end(methods), name) != std::end(methods);
}

const JsonPart *find(const QList<JsonPart> &members, QLatin1StringView name)
{
    const auto found =
        std::find_if(members.cbegin(), members.cend(), [name](const JsonPart &part) { return part.name == name; });
    return found == members.cend() ? nullptr : &*found;
}

QString textOf(const QList<JsonPart> &members, QLatin1StringView name)
{
    const JsonPart *part = find(members, name);
    return part ? jsonText(part->value).value_or(QString()).simplified() : QString();
}

/// The group of an operation without a tag: the first segment of its path that is no parameter.
QString groupOfPath(const QString &path)
{
    const QStringList segments = path.split(u'/', Qt::SkipEmptyParts);
    const auto named = std::find_if(segments.cbegin(), segments.cend(),
                                    [](const QString &segment) { return !segment.contains(u'{'); });
    return named == segments.cend() ? u"/"_s : *named;
}

class Indexer final
{
public:
    Indexer(std::shared_ptr<const OpenApiSource> source, const QStringList &notices, const std::function<bool()> &goOn)
        : m_source(std::move(source))
        , m_goOn(goOn)
    {
        for (const QString &notice : notices)
            tell(notice);
    }

    OperationCatalog run(const QString &fallbackTitle)
    {
        const QList<JsonPart> root = m_source->members().value_or(QList<JsonPart>());
        tellDuplicates(m_source->bytes(), root, QString());
        QString title = fallbackTitle;
        if (const JsonPart *info = find(root, "info"_L1)) {
            const QString own = textOf(objectAt(info->value, u"/info"_s), "title"_L1);
            title = own.isEmpty() ? title : own;
        }
        if (const JsonPart *paths = find(root, "paths"_L1))
            addPaths(paths->value, u"/paths"_s, OperationSection::Paths);
        if (const JsonPart *webhooks = find(root, "webhooks"_L1))
            addPaths(webhooks->value, u"/webhooks"_s, OperationSection::Webhooks);
        if (m_hasMoreNotices)
            m_notices.append(QCoreApplication::translate("acx", "There are more remarks; only the first %1 are listed.")
                                 .arg(maximumNotices));
        if (m_full)
            m_notices.append(
                QCoreApplication::translate("acx", "Only the first %1 operations are listed.").arg(m_entries.size()));
        return {title, m_entries, m_notices, m_source};
    }

private:
    /// Asked wherever a document can make the work grow faster than itself.
    [[nodiscard]] bool isOver() const { return m_goOn && !m_goOn(); }

    /// Members of an object; anything else is told as a notice, as are duplicate keys.
    QList<JsonPart> objectAt(QByteArrayView json, const QString &pointer)
    {
        const std::optional<QList<JsonPart>> members = m_splitter.members(json);
        if (members)
            tellDuplicates(json, *members, pointer);
        else if (isNew(json))
            tell(QCoreApplication::translate("acx", "%1 is not an object.").arg(shortened(pointer)));
        return members.value_or(QList<JsonPart>());
    }

    void tellDuplicates(QByteArrayView json, const QList<JsonPart> &members, const QString &pointer)
    {
        if (m_hasMoreNotices || !isNew(json))
            return;
        QSet<QString> names;
        for (const JsonPart &part : members) {
            if (names.contains(part.name))
                tell(QCoreApplication::translate("acx", "%1: the key “%2” is there twice.")
                         .arg(pointer.isEmpty() ? u"/"_s : shortened(pointer), shortened(part.name)));
            names.insert(part.name);
        }
    }

    /// True the first time: any number of references may lead to the same part.
    bool isNew(QByteArrayView json)
    {
        const qsizetype offset = m_source->rangeOf(json).offset;
        const bool isNew = !m_looked.contains(offset);
        m_looked.insert(offset);
        return isNew;
    }

    void tell(const QString &notice)
    {
        if (m_notices.size() < maximumNotices)
            m_notices.append(shortened(notice));
        else
            m_hasMoreNotices = true;
    }

    static QString shortened(const QString &text)
    {
        return text.size() <= longestNotice ? text : text.left(longestNotice) + u'…';
    }

    void addPaths(QByteArrayView json, const QString &pointer, OperationSection section)
    {
        const QList<JsonPart> paths = objectAt(json, pointer);
        for (const JsonPart &path : paths) {
            if (m_full || (m_goOn && !m_goOn()))
                return;
            if (!path.name.startsWith("x-"_L1))
                addPathItem(path.name, path.value, pointer + u'/' + pointerStep(path.name), section);
        }
    }

    void addPathItem(const QString &path, QByteArrayView json, const QString &pointer, OperationSection section)
    {
        const QList<JsonPart> members = objectAt(json, pointer);
        if (const JsonPart *reference = find(members, "$ref"_L1))
            addReferenced(path, jsonText(reference->value).value_or(QString()), pointer, section);
        const JsonPart *shared = find(members, "parameters"_L1);
        for (const JsonPart &member : members) {
            if (isMethod(member.name) && !isOver())
                addOperation({path, pointer + u'/' + member.name, section}, member, shared);
        }
    }

    /// A path item that is a reference; what it refers to is listed in its place, as far as it is in the document.
    void addReferenced(const QString &path, const QString &reference, const QString &pointer, OperationSection section)
    {
        const Result<ByteRange> range = follow(reference);
        if (!range) {
            if (section == OperationSection::Paths)
                section = OperationSection::ReferencedPath;
            OperationEntry entry = newEntry({path, pointer, section});
            entry.title = path;
            entry.id = uniqueId(path);
            entry.problem = range.error().sentence;
            append(entry);
            return;
        }
        const QString target = reference.mid(1);
        const QList<JsonPart> members = objectAt(m_source->bytes(*range), target);
        const JsonPart *shared = find(members, "parameters"_L1);
        for (const JsonPart &member : members) {
            if (isMethod(member.name) && !isOver())
                addOperation({path, target + u'/' + member.name, section}, member, shared);
        }
    }

    /// The target of a reference that is listed in the reference's place.
    Result<ByteRange> follow(const QString &reference)
    {
        Result<ByteRange> range = m_source->locate(reference);
        if (range)
            m_referenced += range->size;
        if (m_referenced > maximumReferenced)
            return fail(ErrorKind::TooLarge,
                        QCoreApplication::translate("acx", "The references stand for more than %1 bytes.")
                            .arg(maximumReferenced));
        return range;
    }

    void append(const OperationEntry &entry)
    {
        m_text += entry.id.size() + entry.path.size() + entry.title.size() + entry.group.size() + entry.pointer.size() +
                  entry.problem.size();
        for (const QString &name : entry.parameterNames)
            m_text += name.size();
        m_full = m_full || m_entries.size() >= maximumEntries || m_text > maximumText;
        if (!m_full)
            m_entries.append(entry);
    }

    struct Place
    {
        QString path;
        QString pointer;
        OperationSection section;
    };

    OperationEntry newEntry(const Place &place) const
    {
        OperationEntry entry;
        entry.path = place.path;
        entry.pointer = place.pointer;
        entry.section = place.section;
        entry.group = groupOfPath(place.path);
        entry.source = m_source;
        return entry;
    }

    void addOperation(const Place &place, const JsonPart &operation, const JsonPart *shared)
    {
        if (m_full)
            return;
        OperationEntry entry = newEntry(place);
        entry.method = operation.name.toUpper().toLatin1();
        entry.range = m_source->rangeOf(operation.value);
        entry.risk = riskOfMethod(entry.method);
        const QString line = QString::fromLatin1(entry.method) + u' ' + place.path;
        const std::optional<QList<JsonPart>> members = m_splitter.members(operation.value);
        if (!members) {
            entry.id = uniqueId(line);
            entry.title = line;
            entry.problem = QCoreApplication::translate("acx", "%1 is not an object.").arg(place.pointer);
            append(entry);
            return;
        }
        tellDuplicates(operation.value, *members, place.pointer);
        readHead(entry, *members, line);
        if (shared) {
            entry.sharedParameters = m_source->rangeOf(shared->value);
            addParameterNames(entry, shared->value);
        }
        if (const JsonPart *own = find(*members, "parameters"_L1))
            addParameterNames(entry, own->value);
        append(entry);
        if (const JsonPart *callbacks = find(*members, "callbacks"_L1); callbacks && m_callbackDepth == 0)
            addCallbacks(callbacks->value, place.pointer + u"/callbacks"_s);
    }

    void readHead(OperationEntry &entry, const QList<JsonPart> &members, const QString &line)
    {
        const QString id = textOf(members, "operationId"_L1);
        entry.id = uniqueId(id.isEmpty() ? line : id);
        if (!id.isEmpty() && entry.id != id)
            entry.problem =
                QCoreApplication::translate("acx", "The operationId “%1” belongs to another operation too.").arg(id);
        const QString summary = textOf(members, "summary"_L1);
        entry.title = !summary.isEmpty() ? summary : id.isEmpty() ? line : id;
        if (const JsonPart *tags = find(members, "tags"_L1)) {
            const auto items = m_splitter.items(tags->value);
            if (items && !items->isEmpty()) {
                const QString tag = jsonText(items->constFirst().value).value_or(QString()).simplified();
                entry.group = tag.isEmpty() ? entry.group : tag;
            }
        }
        const JsonPart *deprecated = find(members, "deprecated"_L1);
        entry.deprecated = deprecated && deprecated->value == "true";
        entry.risk = riskFromText(textOf(members, "x-risk"_L1)).value_or(entry.risk);
    }

    /// Callbacks within callbacks are not followed: a document could go on for ever.
    void addCallbacks(QByteArrayView json, const QString &pointer)
    {
        ++m_callbackDepth;
        const QList<JsonPart> callbacks = objectAt(json, pointer);
        for (const JsonPart &callback : callbacks) {
            if (isOver())
                break;
            if (m_full)
                break;
            const QString own = pointer + u'/' + pointerStep(callback.name);
            const QList<JsonPart> items = objectAt(callback.value, own);
            const JsonPart *reference = find(items, "$ref"_L1);
            if (!reference) {
                addPaths(callback.value, own, OperationSection::Callbacks);
                continue;
            }
            const QString target = jsonText(reference->value).value_or(QString());
            if (const Result<ByteRange> range = follow(target))
                addPaths(m_source->bytes(*range), target.mid(1), OperationSection::Callbacks);
            else
                tell(shortened(own) + u": "_s + range.error().sentence);
        }
        --m_callbackDepth;
    }

    void addParameterNames(OperationEntry &entry, QByteArrayView json)
    {
        const std::optional<QList<JsonPart>> items = m_splitter.items(json);
        if (!items) {
            entry.problem =
                QCoreApplication::translate("acx", "The parameters of %1 are not a list.").arg(entry.pointer);
            return;
        }
        for (const JsonPart &item : *items) {
            if (isOver())
                return;
            const Result<QString> name = parameterName(item.value);
            if (!name)
                entry.problem = name.error().sentence;
            else if (name->isEmpty())
                entry.problem = QCoreApplication::translate("acx", "A parameter of %1 has no name.").arg(entry.pointer);
            else if (!entry.parameterNames.contains(*name))
                entry.parameterNames.append(*name);
        }
    }

    Result<QString> parameterName(QByteArrayView json)
    {
        const QList<JsonPart> members = m_splitter.members(json).value_or(QList<JsonPart>());
        const JsonPart *reference = find(members, "$ref"_L1);
        if (!reference)
            return textOf(members, "name"_L1);
        const QString target = jsonText(reference->value).value_or(QString());
        if (const auto known = m_names.constFind(target); known != m_names.cend())
            return *known;
        const Result<ByteRange> range = m_source->locate(target);
        if (!range)
            return fail(range.error());
        QString name = textOf(m_splitter.members(m_source->bytes(*range)).value_or(QList<JsonPart>()), "name"_L1);
        m_names.insert(target, name);
        return name;
    }

    QString uniqueId(const QString &wanted)
    {
        QString id = wanted;
        for (int number = m_ids.value(wanted) + 1; m_ids.contains(id); ++number) {
            id = u"%1 (%2)"_s.arg(wanted).arg(number);
            m_ids.insert(wanted, number);
        }
        m_ids.insert(id, 1);
        return id;
    }

    static std::optional<OperationRisk> riskFromText(const QString &text)
    {
        for (const OperationRisk risk : {OperationRisk::Read, OperationRisk::Write, OperationRisk::Destructive}) {
            if (text == toText(risk))
                return risk;
        }
        return std::nullopt;
    }

    std::shared_ptr<const OpenApiSource> m_source;
    const std::function<bool()> &m_goOn;
    JsonSplitter m_splitter;
    QList<OperationEntry> m_entries;
    QStringList m_notices;
    QHash<QString, int> m_ids;       ///< each id with the last number that made it unique
    QHash<QString, QString> m_names; ///< of parameters, by reference
    QSet<qsizetype> m_looked;        ///< where the parts begin whose keys were compared
    int m_callbackDepth = 0;
    qint64 m_referenced = 0;
    qint64 m_text = 0;
    bool m_full = false;
    bool m_hasMoreNotices = false;
};

} // namespace

OperationCatalog indexOpenApi(const std::shared_ptr<const OpenApiSource> &source, const QString &fallbackTitle,
                              const QStringList &notices, const std::function<bool()> &goOn)
{
    return Indexer(source, notices, goOn).run(fallbackTitle);
}

} // namespace acx
