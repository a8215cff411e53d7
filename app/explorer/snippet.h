// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"
#include "app/deployments/token_kind.h"
#include "app/http/http_message.h"
#include "app/operations/operation.h"
#include "app/operations/operation_values.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace acx {

enum class SnippetLanguage { Curl, Httpie, Python, JavaScript, Go, Java, Acx };

/// Where a snippet takes the token from.
enum class SnippetToken {
    Command,     ///< acx token, run by the snippet; the token is never part of a command line
    Environment, ///< the variable APIC_TOKEN
    Literal,     ///< the text itself, which then is a secret
};

/// What stands for secret values that were typed into the address, the body or headers without a secret name.
enum class SnippetTyped {
    Variables, ///< the snippet reads them from variables
    Dots,      ///< dots, for a look at it
    AsTyped,   ///< the values themselves: the snippet is a secret
};

/// A request as it goes out, and what acx has to know to make it again.
struct SnippetRequest
{
    QByteArray method = "GET";
    QUrl url;
    HttpHeaders headers; ///< without the token's
    /// Names of headers whose values lie in the keychain: always read from variables.
    QList<QByteArray> keptHeaders;
    std::optional<QByteArray> body;
    bool withToken = true;
    std::optional<TokenKind> kind; ///< none = the deployment's usual token
    QString profile;               ///< its name; empty = the only one
    /// Of the shipped catalogs only: acx call then names its id and the values.
    std::optional<Operation> operation;
    QList<NamedValue> values; ///< of that operation
    QList<Secret> known;      ///< values that are secret whatever the name beside them
};

struct Snippet
{
    QString text;
    bool hidesTyped = false; ///< variables or dots stand in it for what was typed
};

[[nodiscard]] const QList<SnippetLanguage> &snippetLanguages();
/// "curl", "HTTPie", "Python (requests)", "JavaScript (fetch)", …
[[nodiscard]] QString displayName(SnippetLanguage language);

/// A program or command that sends the request. Values of the person's own secret headers (Authorization, Cookie,
/// X-IBM-Client-Secret …) are never in it, nor is with `Variables` what the Redactor finds in the URL, the body and
/// other headers: it reads them from variables, whose names a comment tells. All else is as given. A body that is no
/// text, or too long for the language, is read from a file that a comment tells. With `Literal` the result holds
/// `token` and has to be treated as a secret; acx finds its token itself.
[[nodiscard]] Snippet writeSnippet(SnippetLanguage language, SnippetToken source, const SnippetRequest &request,
                                   const Secret &token = {}, SnippetTyped typed = SnippetTyped::Variables);
/// Its text, without what was typed.
[[nodiscard]] QString makeSnippet(SnippetLanguage language, SnippetToken source, const SnippetRequest &request,
                                  const Secret &token = {});

} // namespace acx
