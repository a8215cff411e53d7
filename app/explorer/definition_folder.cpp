// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/definition_folder.h"

#include "app/explorer/definition_index.h"
#include "app/profiles/file_lock.h"
#include "app/profiles/replaced_file.h"
#include "app/profiles/whole_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSet>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qint64 largestIndex = 16LL * 1024 * 1024; // bytes

tl::unexpected<Error> notRead(const QString &path, const QString &technical)
{
    return fail(
        ErrorKind::Disk,
        QCoreApplication::translate("acx", "The list of opened API definitions in %1 cannot be read.").arg(path),
        QCoreApplication::translate("acx", "Check the permissions of this file, then try again."), technical);
}

Result<DefinitionIndexText> readIndex(const QString &path)
{
    const auto bytes = readWhole(path, largestIndex);
    if (!bytes)
        return notRead(path, bytes.error());
    if (!*bytes)
        return DefinitionIndexText();
    DefinitionIndexText text = readDefinitionIndex(**bytes);
    if (text.isNewer)
        return fail(
            ErrorKind::Unsupported,
            QCoreApplication::translate(
                "acx", "The list of opened API definitions in %1 was written by a newer version of this program.")
                .arg(path),
            QCoreApplication::translate("acx", "Use that version, or move the file away to begin anew."));
    return text;
}

Status lock(FileLock &file, const QString &path)
{
    if (file.lock())
        return {};
    if (file.isBusy())
        return fail(
            ErrorKind::Disk,
            QCoreApplication::translate("acx", "Another program is changing the list of opened API definitions."),
            QCoreApplication::translate("acx", "Try again in a moment."), path);
    return fail(
        ErrorKind::Disk,
        QCoreApplication::translate("acx", "The list of opened API definitions in %1 cannot be changed.").arg(path),
        QCoreApplication::translate("acx", "Check the free space and the permissions of its folder, then try again."),
        file.reason());
}

struct IndexSetAside
{
    Error notice;
    bool isKept = false; ///< under another name; otherwise it stands where it was
};

/// Keeps the damaged index under another name and writes what could be read of it in its place. Under the lock.
IndexSetAside setAside(const QString &path, const DefinitionIndexText &text)
{
    std::optional<QByteArray> salvaged;
    if (!text.definitions.isEmpty())
        salvaged = writeDefinitionIndex(text.definitions);
    const QString kept = setFileAside(path, u"damaged", salvaged);
    Error notice;
    notice.kind = ErrorKind::Disk;
    notice.sentence =
        QCoreApplication::translate("acx", "The list of opened API definitions was damaged; a part of it was lost.");
    notice.technical = text.damage;
    if (kept.isEmpty()) {
        notice.nextStep =
            QCoreApplication::translate("acx", "It is still in %1, because no copy can be made in that folder.")
                .arg(path);
        return {notice, false};
    }
    notice.nextStep =
        QCoreApplication::translate("acx", "It was kept as %1. Open the missing definitions again.").arg(kept);
    return {notice, true};
}

/// The reason why a change failed, and what became of a damaged index before: often the one comes from the other.
tl::unexpected<Error> failTelling(Error error, const std::optional<Error> &notice)
{
    if (notice) {
        error.nextStep = QStringList{error.nextStep, notice->sentence, notice->nextStep}.join(u' ').trimmed();
        error.technical = QStringList{error.technical, notice->technical}.join(u'\n').trimmed();
    }
    return fail(std::move(error));
}

tl::unexpected<Error> tooLarge(const QString &sentence)
{
    return fail(ErrorKind::TooLarge, sentence,
                QCoreApplication::translate("acx", "Remove opened definitions that you no longer need."));
}

Status checkRoom(const QList<Definition> &all, const Definition &definition)
{
    qint64 size = definition.size;
    qsizetype count = 1;
    for (const Definition &other : all) {
        size += other.id == definition.id ? 0 : other.size;
        count += other.id == definition.id ? 0 : 1;
    }
    if (definition.size > DefinitionFolder::largestDocument)
        return fail(ErrorKind::TooLarge,
                    QCoreApplication::translate("acx", "The document has %1 MB; at most %2 MB are kept.")
                        .arg(definition.size / 1024 / 1024)
                        .arg(DefinitionFolder::largestDocument / 1024 / 1024),
                    QCoreApplication::translate("acx", "Take a part of it, or use it with acx operations --openapi."));
    if (size > DefinitionFolder::largestFolder)
        return tooLarge(QCoreApplication::translate("acx", "All opened API definitions together would take %1 MB.")
                            .arg(size / 1024 / 1024));
    if (count > DefinitionFolder::mostDefinitions)
        return tooLarge(QCoreApplication::translate("acx", "More than %1 API definitions are not kept.")
                            .arg(DefinitionFolder::mostDefinitions));
    return {};
}

/// One that is too large would never be read again.
Status checkIndex(qint64 size)
{
    if (size <= largestIndex)
        return {};
    return tooLarge(QCoreApplication::translate("acx", "The list of opened API definitions would take more than %1 MB.")
                        .arg(largestIndex / 1024 / 1024));
}

bool isSameOrigin(const Definition &one, const Definition &other)
{
    return !one.source.isEmpty() && one.origin == other.origin && one.source == other.source &&
           one.profile == other.profile;
}

/// The new reading of what was read before: what the person gave stays.
Definition mergedWith(const Definition &old, Definition now)
{
    now.id = old.id;
    now.hasClientId = old.hasClientId;
    now.hasClientSecret = old.hasClientSecret;
    now.clientOrigin = old.clientOrigin;
    now.ownBase = old.ownBase;
    if (now.agreed.isEmpty())
        now.agreed = old.agreed;
    if (old.ownBase)
        now.base = old.base;
    return now;
}

} // namespace

DefinitionFolder::DefinitionFolder(QString folder)
    : m_folder(std::move(folder))
{}

QString DefinitionFolder::indexPath() const
{
    return m_folder + "/index.json"_L1;
}

QString DefinitionFolder::copyPath(const Definition &definition) const
{
    const QString number = definition.copy > 0 ? u".%1"_s.arg(definition.copy) : QString();
    return m_folder + u'/' + definition.id + number + ".definition"_L1;
}

void DefinitionFolder::sweepCopies(const QList<Definition> &definitions) const
{
    const QDir folder(m_folder);
    // Lines that were set aside may be put back by hand.
    if (!folder.entryList({u"index.json.damaged-*"_s}, QDir::Files).isEmpty())
        return;
    QSet<QString> named;
    for (const Definition &definition : definitions)
        named.insert(copyPath(definition));
    const QStringList copies = folder.entryList({u"*.definition"_s, u"*.definition.*"_s}, QDir::Files | QDir::Hidden);
    for (const QString &name : copies) {
        if (!named.contains(folder.filePath(name)))
            QFile::remove(folder.filePath(name));
    }
}

Result<DefinitionFolder::Contents> DefinitionFolder::load() const
{
    Result<DefinitionIndexText> text = readIndex(indexPath());
    if (!text)
        return fail(text.error());
    Contents contents;
    if (!text->damage.isEmpty()) {
        FileLock file(indexPath());
        if (const Status locked = lock(file, indexPath()); !locked)
            return fail(locked.error());
        // Another program may just have set it aside.
        text = readIndex(indexPath());
        if (!text)
            return fail(text.error());
        if (!text->damage.isEmpty())
            contents.notice = setAside(indexPath(), *text).notice;
    }
    contents.definitions = text->definitions;
    return contents;
}

template <class Change>
Result<DefinitionFolder::Contents> DefinitionFolder::changeIndex(Change &&change) const
{
    if (const Status made = makeFolderFor(indexPath()); !made)
        return fail(made.error());
    FileLock file(indexPath());
    if (const Status locked = lock(file, indexPath()); !locked)
        return fail(locked.error());
    sweepLeftovers(indexPath());
    Result<DefinitionIndexText> text = readIndex(indexPath());
    if (!text)
        return fail(text.error());
    Contents contents;
    if (!text->damage.isEmpty()) {
        const IndexSetAside aside = setAside(indexPath(), *text);
        if (!aside.isKept) // or the change would write over what can still be put right by hand
            return fail(aside.notice);
        contents.notice = aside.notice;
    }
    sweepCopies(text->definitions);
    contents.definitions = text->definitions;
    if (const Status changed = change(contents.definitions); !changed)
        return failTelling(changed.error(), contents.notice);
    const QByteArray bytes = writeDefinitionIndex(contents.definitions);
    if (const Status room = checkIndex(bytes.size()); !room)
        return failTelling(room.error(), contents.notice);
    if (const Status written = replaceFile(indexPath(), bytes); !written)
        return failTelling(written.error(), contents.notice);
    return contents;
}

Result<DefinitionFolder::Kept> DefinitionFolder::keep(const Definition &definition, const QByteArray &document) const
{
    Kept kept;
    QString copy;
    QString before;
    const Result<Contents> list = changeIndex([&](QList<Definition> &all) -> Status {
        const auto old = std::find_if(all.begin(), all.end(), [&definition](const Definition &other) {
            return other.id == definition.id || isSameOrigin(other, definition);
        });
        Definition merged = old == all.end() ? definition : mergedWith(*old, definition);
        merged.copy = old == all.end() ? 0 : old->copy + 1;
        if (const Status room = checkRoom(all, merged); !room)
            return room;
        copy = copyPath(merged);
        before = old == all.end() ? QString() : copyPath(*old);
        if (const Status written = replaceFile(copy, document); !written)
            return written;
        kept.id = merged.id;
        if (old == all.end())
            all.append(merged);
        else
            *old = merged;
        return {};
    });
    // The one that no line names any more.
    if (const QString &unused = list ? before : copy; !unused.isEmpty())
        QFile::remove(unused);
    if (!list)
        return fail(list.error());
    kept.contents = *list;
    return kept;
}

Result<DefinitionFolder::Contents> DefinitionFolder::change(const QString &id,
                                                            const std::function<void(Definition &)> &change) const
{
    return changeIndex([&](QList<Definition> &all) -> Status {
        const auto found =
            std::find_if(all.begin(), all.end(), [&id](const Definition &definition) { return definition.id == id; });
        if (found == all.end())
            return fail(ErrorKind::NotFound,
                        QCoreApplication::translate("acx", "This API definition is no longer among the opened ones."),
                        QCoreApplication::translate("acx", "Open it again."));
        change(*found);
        return {};
    });
}

Result<DefinitionFolder::Contents> DefinitionFolder::remove(const QString &id) const
{
    QString copy;
    const Result<Contents> list = changeIndex([&](QList<Definition> &all) -> Status {
        all.removeIf([&](const Definition &definition) {
            if (definition.id == id)
                copy = copyPath(definition);
            return definition.id == id;
        });
        return {};
    });
    if (list && !copy.isEmpty())
        QFile::remove(copy);
    return list;
}

QString DefinitionFolder::copyOf(const QString &id) const
{
    Definition definition;
    definition.id = id;
    if (const Result<DefinitionIndexText> text = readIndex(indexPath())) {
        for (const Definition &known : text->definitions) {
            if (known.id == id)
                definition.copy = known.copy;
        }
    }
    return copyPath(definition);
}

Result<QByteArray> DefinitionFolder::document(const QString &id) const
{
    QString path = copyOf(id);
    auto bytes = readWhole(path, largestDocument);
    // Another window may just have read the definition again.
    if (bytes && !*bytes) {
        path = copyOf(id);
        bytes = readWhole(path, largestDocument);
    }
    if (!bytes || !*bytes)
        return fail(ErrorKind::Disk,
                    QCoreApplication::translate("acx", "The copy of this API definition cannot be read."),
                    QCoreApplication::translate("acx", "Read it again from where it came from, or open it again."),
                    path + ": "_L1 + (bytes ? qt_error_string(ENOENT) : bytes.error()));
    if ((*bytes)->size() > largestDocument)
        return tooLarge(QCoreApplication::translate("acx", "The copy of this API definition is too large."));
    return **bytes;
}

} // namespace acx
