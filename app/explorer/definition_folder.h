// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/definition_library.h"

namespace acx {

/// The files of opened definitions: index.json with a format version, and a copy of each document beside it, all 0600
/// in a folder of 0700. Written to new files that replace the old ones only when they are complete; the index is
/// changed under a lock and read again before each change, so that two programs lose nothing. A damaged index is set
/// aside first; then Contents tells of it, or the Error does beside its own reason. Each call may wait for the disk;
/// any thread may make it.
class DefinitionFolder final
{
public:
    explicit DefinitionFolder(QString folder);

    struct Contents
    {
        QList<Definition> definitions;
        std::optional<Error> notice; ///< the index was damaged and set aside
    };
    /// A missing index is an empty list. Disk; Unsupported for one of a newer version, which is left alone.
    [[nodiscard]] Result<Contents> load() const;
    /// Stores the document as a copy of its own and then its line, so that the two always belong together. A line of
    /// the same id is replaced; with `source` not empty, so is one of the same origin, source and profile, whose id,
    /// client and own base URL then stay. TooLarge when a document or all of them together take more than is kept.
    /// Gives the new list and the id.
    struct Kept
    {
        QString id;
        Contents contents;
    };
    [[nodiscard]] Result<Kept> keep(const Definition &definition, const QByteArray &document) const;
    /// Changes one line. NotFound when it is not there any more.
    [[nodiscard]] Result<Contents> change(const QString &id, const std::function<void(Definition &)> &change) const;
    /// Removes the line and then the copy. Removing what is not there succeeds.
    [[nodiscard]] Result<Contents> remove(const QString &id) const;
    [[nodiscard]] Result<QByteArray> document(const QString &id) const;

    static constexpr qint64 largestDocument = 128LL * 1024 * 1024; ///< bytes
    static constexpr qint64 largestFolder = 1024LL * 1024 * 1024;  ///< bytes of all documents together
    static constexpr qsizetype mostDefinitions = 500;

private:
    [[nodiscard]] QString indexPath() const;
    [[nodiscard]] QString copyPath(const Definition &definition) const;
    /// Removes copies that no line names, as a killed program leaves them. Under the lock.
    void sweepCopies(const QList<Definition> &definitions) const;
    [[nodiscard]] QString copyOf(const QString &id) const;
    template <class Change>
    [[nodiscard]] Result<Contents> changeIndex(Change &&change) const;

    QString m_folder;
};

} // namespace acx
