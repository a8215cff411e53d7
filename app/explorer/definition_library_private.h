// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/definition_library.h"
#include "app/explorer/definition_work.h"

#include <QHash>

namespace acx {

[[nodiscard]] tl::unexpected<Error> definitionNotThere();
/// Where its document is; empty if it was pasted.
[[nodiscard]] QUrl documentUrl(const Definition &definition);
/// What a definition without a title is called.
[[nodiscard]] QString fallbackTitle(const Definition &definition);

/// Included by the sources of DefinitionLibrary only.
class DefinitionLibrary::Private
{
public:
    Private(DefinitionLibrary &library, const QString &path, Parts given)
        : q(library)
        , folder(path)
        , parts(std::move(given))
    {}

    const QList<Definition> &all();
    struct Own
    {
        QString read;    ///< the definition whose catalog is of its newest copy already
        QString changed; ///< the definition whose line was changed here
    };
    /// The index as it is now.
    void take(const DefinitionFolder::Contents &contents, const Own &own = {});
    void tell(const std::optional<Error> &aside);
    [[nodiscard]] Definition *find(const QString &id);
    [[nodiscard]] QFuture<Result<DefinitionWork::Bytes>> bytesOf(const Definition &definition,
                                                                 const OpenOptions &options);
    [[nodiscard]] QFuture<Result<DefinitionWork::Kept>> read(const Definition &definition, DefinitionWork::Bytes bytes,
                                                             const OpenOptions &options);
    [[nodiscard]] QFuture<Result<QString>> open(const Definition &definition, DefinitionWork::Bytes bytes,
                                                const OpenOptions &options);
    /// The index as it is now, unless the line is gone; `finish` learns in the library's thread whether there is one.
    void reload(const QString &id, const std::function<void(const Result<bool> &)> &finish);
    /// Changes its line of the index; `finish` is told in the library's thread.
    void change(const QString &id, const std::function<void(Definition &)> &change,
                const std::function<void(const Status &)> &finish);
    /// Writes the part, or removes it if it is empty, and notes in the line what is so. None leaves all as it is.
    void keepPart(const QString &id, ClientPart part, const std::optional<Secret> &value,
                  const std::function<void(const Status &)> &finish);
    /// Removes what the keychain may hold for a definition whose line is gone, or for one that is removed.
    void dropPart(const QString &id, ClientPart part, bool hasLine, const std::function<void(const Status &)> &finish);
    /// Removes the client, and then line and copy.
    void drop(const QString &id, bool hasLine, const std::function<void(const Status &)> &finish);
    /// What the keychain gave, or is about to give.
    void forgetRead(const QString &entry);
    /// The same, and what is kept for this session unless the change was made here.
    void forgetParts(const QString &id, bool isOwnChange = false);
    /// Empty if there is none. Who asks while the keychain is asked already gets the same answer.
    [[nodiscard]] QFuture<Result<Secret>> readPart(const Definition &definition, ClientPart part);
    using HeadersTaker = std::function<void(const Result<DefinitionHeaders> &)>;
    void readHeaders(const Definition &line, const HeadersTaker &finish);
    /// The same for its line as it is now.
    void readHeadersOf(const QString &id, const HeadersTaker &finish);
    struct Bundled
    {
        DefinitionChanges changes;
        std::optional<Error> problem; ///< of a document elsewhere
    };
    /// Reads what the document refers to at the agreed places, and keeps it all.
    void bundle(const Definition &definition, const QByteArray &document, const OpenOptions &options,
                const std::function<void(const Result<Bundled> &)> &finish);
    void keep(const Definition &definition, const DefinitionWork::Bytes &bytes, const OpenOptions &options,
              const std::function<void(const Result<DefinitionChanges> &)> &finish);

    DefinitionLibrary &q;
    DefinitionFolder folder;
    Parts parts;
    bool isLoaded = false;
    QList<Definition> definitions;
    std::optional<Error> notice;
    QHash<QString, OperationCatalog> catalogs;
    QHash<QString, Secret> clientParts; ///< by keychain entry, as the keychain gave them
    using Reading = QFuture<Result<Secret>>;
    QHash<QString, std::shared_ptr<Reading>> readings; ///< by keychain entry, while the keychain is asked
    QHash<QString, Secret> forSession;                 ///< by keychain entry too, but not there
};

} // namespace acx
