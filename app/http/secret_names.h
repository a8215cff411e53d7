// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/text_layers.h"

#include <QByteArrayView>

namespace acx {

/// True for the name of a header, parameter or member whose value is a secret, in any letter case and with any of
/// `_ - .` in it: apikey, access_token, IAM-ApiKey, clientSecret, endpoint_password … but not token_type,
/// token_endpoint or grant_type.
[[nodiscard]] bool isSecretName(QByteArrayView name);

/// The values that stand beside a secret name: header lines, name=value, user[name]=value, "name"=>"value", JSON
/// members and their like in YAML, {"name": name, "value": value}, XML elements and attributes, fields of multipart
/// forms, printed pairs ('name', 'value'). They do not overlap: what stands in a value is not found again. `isDecoded`
/// = some encoding was undone, so that a quotation mark after `=` belongs to the value.
[[nodiscard]] QList<TextRange> namedSecrets(const QByteArray &text, bool isDecoded = false);
/// The same, as offsets in the layer. Here it is known which quotation marks belong to a value.
[[nodiscard]] QList<TextRange> namedSecrets(const TextLayer &layer);

} // namespace acx
