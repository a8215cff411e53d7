// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/definition_folder.h"

namespace acx {

class HttpClient;

/// Reading a document and keeping it, in a thread of the pool. Owns all it uses.
struct DefinitionWork
{
    /// Gives the document, in the working thread; Cancelled when the function it gets says no.
    using Bytes = std::function<Result<QByteArray>(const std::function<bool()> &goOn)>;
    [[nodiscard]] static Bytes ofFile(const QString &path);
    [[nodiscard]] static Bytes ofBody(const ResponseBody &body);
    /// The definition within an answer (definitionWithin).
    [[nodiscard]] static Bytes ofAnswer(const ResponseBody &body);

    struct Kept
    {
        QString id;
        DefinitionFolder::Contents contents;
        OperationCatalog catalog;
        DefinitionChanges changes; ///< against what was kept before
    };
    /// Cancelling ends it before anything was written, or not at all.
    [[nodiscard]] QFuture<Result<Kept>> start() const;

    Definition definition; ///< origin, source, id and time are given; the rest is filled in
    Bytes bytes;
    QUrl documentUrl;
    QString fallbackTitle;
    DefinitionFolder folder;
    CancelToken cancel;
    std::optional<OperationCatalog> before = {}; ///< saves reading the copy for the comparison
};

/// The operations of the copy.
[[nodiscard]] QFuture<Result<OperationCatalog>> readKeptDefinition(const DefinitionFolder &folder,
                                                                   const Definition &definition,
                                                                   const QUrl &documentUrl,
                                                                   const QString &fallbackTitle);

/// The copy itself.
[[nodiscard]] QFuture<Result<QByteArray>> readKeptDocument(const DefinitionFolder &folder, const QString &id);
/// All bytes at once.
[[nodiscard]] QFuture<Result<QByteArray>> readAll(const DefinitionWork::Bytes &bytes, const OpenOptions &options);

/// GET of a document without any token or key. Of a redirect the caller decides.
[[nodiscard]] HttpRequest definitionRequest(const QUrl &url, const OpenOptions &options);
/// What is at a URL that the person gave; redirects to other hosts are followed, for nothing secret goes along.
/// InvalidInput for what is neither https nor this machine.
[[nodiscard]] QFuture<Result<ResponseBody>> fetchDefinition(HttpClient &http, const QUrl &url,
                                                            const OpenOptions &options);

} // namespace acx
