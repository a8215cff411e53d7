// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/deployments/endpoints.h"
#include "app/http/http_message.h"
#include "app/operations/operation_catalog.h"
#include "app/operations/operation_values.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace acx {

/// A URL in an answer: absolute, http or https.
struct AnswerLink
{
    QUrl url;
    bool onProfile = false; ///< opens as the next request, with the token; otherwise in the browser, without anything
    bool operator==(const AnswerLink &) const = default;
};

/// The URL that a string in an answer stands for: any text that is an absolute http or https URL, and in members named
/// url, href, …_url, …_urls, …Url or …Href also a reference relative to `answerUrl` (RFC 3986, section 4.2). None for
/// everything else: other schemes, user info, a host that cannot be read strictly, blanks, control characters, more
/// than 8,000 characters.
[[nodiscard]] std::optional<QUrl> linkTarget(const QString &memberName, const QString &value, const QUrl &answerUrl);

/// A link in the headers of an answer.
struct HeaderLink
{
    QUrl url;
    QString relation; ///< "next", "prev" …; "location" of a Location or Content-Location header; may be empty
    QString title;    ///< may be empty
    bool operator==(const HeaderLink &) const = default;
};

/// Those of Link (RFC 8288, section 3), Location and Content-Location, by the rules of linkTarget(). What cannot be
/// read is left out.
[[nodiscard]] QList<HeaderLink> headerLinks(const HttpHeaders &headers, const QUrl &answerUrl);

/// True if the URL has exactly scheme, host and port of one of the place's base URLs. A host of the same letters in
/// another script is another host (compared in its ASCII form).
[[nodiscard]] bool isOnProfile(const QUrl &url, const Endpoints &endpoints);

/// Path and query of `url` below `base`, encoded as they are; empty if it does not lie there.
[[nodiscard]] QByteArray targetBelow(const QUrl &base, const QUrl &url);

/// An operation of a catalog and the values that make a target of it.
struct OperationMatch
{
    qsizetype index = 0;      ///< into OperationCatalog::operations()
    QList<NamedValue> values; ///< decoded
};

/// The operation that a target (path and query, encoded) calls. Of several the one with the most literal text from the
/// left. None where no operation has this path and method, or where it does not know a name in the query: then the
/// form could not make the same request. Operations with another base than the API are left out.
[[nodiscard]] std::optional<OperationMatch> matchOperation(const OperationCatalog &catalog, const QByteArray &method,
                                                           const QByteArray &target);

} // namespace acx
