// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/credentials/api_key.h"

#include <QString>

#include <optional>

namespace acx {

class Context;

/// A key from a file, or from standard input for "-". Warnings go to standard error; a value with braces or quotes
/// around it is refused.
[[nodiscard]] Result<ApiKey> readKeyFrom(Context &context, const QString &file);
/// True if the variable IBMCLOUD_API_KEY is set and not empty.
[[nodiscard]] bool environmentHasKey();
/// The key of that variable: a value, or @file.
[[nodiscard]] Result<ApiKey> readKeyFromEnvironment(Context &context);
/// The client credentials of --client, if it is given.
[[nodiscard]] Result<std::optional<ClientCredentials>> readClientOption(Context &context);

} // namespace acx
