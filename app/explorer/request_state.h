// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/deployments/token_kind.h"
#include "app/json/json_value.h"
#include "app/operations/operation_values.h"

#include <QUuid>

#include <optional>

namespace acx {

class Redactor;

/// Which token a request takes, as a person chose it.
inline constexpr int tokenByPath = -1;  ///< decided by the path (tokenKindForPath)
inline constexpr int withoutToken = -2; ///< none
/// Any other choice is a TokenKind.

/// What a person filled in: one tab of the Explorer.
struct RequestState
{
    QUuid id;            ///< of the tab
    QString catalogId;   ///< "" = the shipped catalog of the profile's deployment, else a definition's id
    QString operationId; ///< "" = a free request
    QByteArray method = "GET";
    QString target;           ///< of a free request only
    QList<NamedValue> values; ///< "org", "path:version", "body:file" …; a file part's value is the path of the file
    QString headerText;       ///< "Name: value" lines
    QString bodyText;
    QString bodyType; ///< media type; empty = no body chosen
    QString bodyFile; ///< path of the file that is the body; empty = bodyText or the form's fields are
    int tokenChoice = tokenByPath;
    bool operator==(const RequestState &) const = default;
};

/// The kind of token that was chosen; none for tokenByPath and withoutToken.
[[nodiscard]] std::optional<TokenKind> chosenKind(const RequestState &state);

/// The state without anything secret, as it may be written to disk: header lines that the Redactor calls secret are
/// left out, so are values of secret parameters and members; in target, values and body what the Redactor finds is
/// replaced by its mark.
[[nodiscard]] RequestState withoutSecrets(const RequestState &state);
/// The same with values that the Redactor knows.
[[nodiscard]] RequestState withoutSecrets(const RequestState &state, const Redactor &redactor);

/// As JSON, everything as it is: see withoutSecrets(). Token kinds are written by name.
[[nodiscard]] JsonValue toJson(const RequestState &state);
/// None if it is no such object: no id, a member of another type, a member twice, an unknown kind of token.
[[nodiscard]] std::optional<RequestState> requestStateFromJson(const JsonValue &json);

} // namespace acx
