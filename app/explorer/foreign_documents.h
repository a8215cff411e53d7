// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/definition_library.h"

namespace acx {

/// A document together with what it refers to elsewhere.
struct ForeignBundle
{
    QByteArray document;
    std::optional<Error> problem; ///< the first document that could not be read
};

/// Where a document lies, as far as a person's word for it goes: the host of a URL, or the folder of a file; empty for
/// what is never read.
[[nodiscard]] QString foreignPlace(const QString &document);

/// Reads the documents that `document` refers to, and those that they refer to, as long as they lie at `places`: at
/// most 200 documents and 64 MB, https only or loopback, without any token; files only for a document that is a file
/// itself. A redirect is followed within `places` only; anywhere else it is a problem of kind Redirect that names the
/// host.
[[nodiscard]] QFuture<Result<ForeignBundle>> bundleForeign(HttpClient &http, const QByteArray &document,
                                                           const QUrl &documentUrl, const QStringList &places,
                                                           const OpenOptions &options);

} // namespace acx
