// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/definition_changes.h"

#include "app/base/deliver.h"
#include "app/operations/definition_facts.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

/// A part of a document without the blanks between its parts, as a digest, and what it refers to.
struct Part
{
    QByteArray digest;
    QStringList references;
};

/// JSON without blanks outside of strings.
QByteArray withoutBlanks(QByteArrayView json)
{
    QByteArray result;
    result.reserve(json.size());
    bool inText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (!inText && (c == ' ' || c == '\n' || c == '\r' || c == '\t'))
            continue;
        result.append(c);
        if (inText && c == '\\' && i + 1 < json.size())
            result.append(json[++i]);
        else if (c == '"')
            inText = !inText;
    }
    return result;
}

/// Every "$ref":"#…" in JSON without blanks.
QStringList referencesIn(const QByteArray &compact)
{
    static constexpr QByteArrayView name = "\"$ref\":\"#";
    QStringList references;
    for (qsizetype at = compact.indexOf(name); at >= 0; at = compact.indexOf(name, at + 1)) {
        const qsizetype begin = at + name.size() - 2; // the opening quotation mark
        qsizetype end = begin + 1;
        while (end < compact.size() && compact[end] != '"')
            end += compact[end] == '\\' ? 2 : 1;
        if (end < compact.size())
            references.append(jsonText(QByteArrayView(compact).sliced(begin, end - begin + 1)).value_or(QString()));
    }
    return references;
}

Part partOf(QByteArrayView json)
{
    const QByteArray compact = withoutBlanks(json);
    return {QCryptographicHash::hash(compact, QCryptographicHash::Sha256), referencesIn(compact)};
}

/// Tells whether operations of one document are what they were, by a digest of all that belongs to them.
class Digester final
{
public:
    explicit Digester(std::shared_ptr<const OpenApiSource> source)
        : m_source(std::move(source))
    {}

    QByteArray digest(const OperationEntry &entry)
    {
        QStringList open;
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (const ByteRange range : {entry.range, entry.sharedParameters}) {
            const Part part = range.isEmpty() ? Part() : partOf(m_source->bytes(range));
            hash.addData(part.digest + '.');
            open += part.references;
        }
        QSet<QString> seen;
        while (!open.isEmpty()) {
            const QString reference = open.takeLast();
            if (seen.contains(reference))
                continue;
            seen.insert(reference);
            const Part &part = referred(reference);
            open += part.references;
        }
        QStringList names(seen.cbegin(), seen.cend());
        names.sort();
        for (const QString &name : names)
            hash.addData(name.toUtf8() + referred(name).digest);
        return hash.result();
    }

private:
    const Part &referred(const QString &reference)
    {
        const auto known = m_parts.constFind(reference);
        if (known != m_parts.cend())
            return *known;
        const Result<ByteRange> range = m_source->locate(reference);
        return *m_parts.insert(reference, range ? partOf(m_source->bytes(*range)) : Part());
    }

    std::shared_ptr<const OpenApiSource> m_source;
    QHash<QString, Part> m_parts;
};

ChangedOperation lineOf(const OperationEntry &entry)
{
    return {entry.method, entry.path, entry.title};
}

QString keyOf(const OperationEntry &entry)
{
    return QString::fromLatin1(entry.method) + u' ' + entry.path;
}

QHash<QString, QByteArray> digestsOfMembers(const OpenApiSource &source)
{
    QHash<QString, QByteArray> digests;
    for (const JsonPart &member : source.members().value_or(QList<JsonPart>()))
        digests[member.name] += partOf(member.value).digest;
    return digests;
}

/// Which members of the document are others. Where operations, title or version tell of a change already, those that
/// these stand in are left out, unless the headers that take client id and secret are others too.
QStringList otherPartsOf(const DefinitionChanges &told, const OpenApiSource &before, const OpenApiSource &now,
                         bool otherHeaders)
{
    static const QStringList operations{u"paths"_s, u"definitions"_s, u"parameters"_s, u"responses"_s, u"info"_s};
    const QHash<QString, QByteArray> old = digestsOfMembers(before);
    const QHash<QString, QByteArray> present = digestsOfMembers(now);
    QStringList names = present.keys();
    for (auto member = old.keyBegin(); member != old.keyEnd(); ++member) {
        if (!present.contains(*member))
            names.append(*member);
    }
    names.removeIf([&](const QString &name) {
        const bool isTold = operations.contains(name) || (name == "components"_L1 && !otherHeaders);
        return old.value(name) == present.value(name) || (isTold && !told.isEmpty());
    });
    names.sort();
    return names;
}

} // namespace

Result<DefinitionChanges> compareDefinitions(const OperationCatalog &before, const OperationCatalog &now,
                                             const std::function<bool()> &goOn)
{
    DefinitionChanges changes;
    changes.titleBefore = before.title();
    changes.titleNow = now.title();
    if (!before.source() || !now.source())
        return changes;
    const DefinitionFacts was = readDefinitionFacts(*before.source(), {});
    const DefinitionFacts is = readDefinitionFacts(*now.source(), {});
    changes.versionBefore = was.version;
    changes.versionNow = is.version;
    changes.baseBefore = was.base;
    changes.baseNow = is.base;
    QHash<QString, const OperationEntry *> old;
    for (const OperationEntry &entry : before.operations())
        old.insert(keyOf(entry), &entry);
    Digester oldDigests(before.source());
    Digester newDigests(now.source());
    QSet<QString> kept;
    for (const OperationEntry &entry : now.operations()) {
        if (goOn && !goOn())
            return fail(cancelledError());
        const QString key = keyOf(entry);
        const OperationEntry *known = old.value(key);
        kept.insert(key);
        if (!known)
            changes.added.append(lineOf(entry));
        else if (oldDigests.digest(*known) != newDigests.digest(entry))
            changes.changed.append(lineOf(entry));
    }
    for (const OperationEntry &entry : before.operations()) {
        if (!kept.contains(keyOf(entry)))
            changes.removed.append(lineOf(entry));
    }
    const bool otherHeaders =
        was.clientIdHeader != is.clientIdHeader || was.clientSecretHeader != is.clientSecretHeader;
    changes.otherParts = otherPartsOf(changes, *before.source(), *now.source(), otherHeaders);
    return changes;
}

} // namespace acx
