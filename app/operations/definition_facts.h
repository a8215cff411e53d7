// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/openapi_source.h"

#include <QStringList>
#include <QUrl>

namespace acx {

/// What an API definition says about itself as a whole, as far as calling it needs it.
struct DefinitionFacts
{
    QString title;   ///< info.title; may be empty
    QString version; ///< info.version; may be empty
    /// Where its operations are called; empty if the document does not tell, or tells no https URL.
    QUrl base;
    QString basePath;              ///< the path that a base URL ends in, where the document tells no more; may be empty
    QByteArray clientIdHeader;     ///< name of the header that takes a client id; empty = it names none
    QByteArray clientSecretHeader; ///< likewise
    /// What the gateway does with a call, in the order of the assembly of x-ibm-configuration: "invoke
    /// https://backend.example.com/accounts", "map".
    QStringList assembly;
    bool operator==(const DefinitionFacts &) const = default;
};

/// `documentUrl` is where the document was read; a base URL that the document gives in part only is completed by it.
/// x-ibm-endpoints, which API Connect puts into the documents of published APIs, comes before `host` and the host of
/// `documentUrl`.
[[nodiscard]] DefinitionFacts readDefinitionFacts(const OpenApiSource &source, const QUrl &documentUrl);

/// True for https, and for http to this machine.
[[nodiscard]] bool isCallableBase(const QUrl &url);

} // namespace acx
