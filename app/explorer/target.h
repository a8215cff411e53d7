// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace acx {

/// Where a request goes, as a person wrote it, made into a URL.
struct Target
{
    QUrl url;
    QByteArray path;     ///< encoded, relative to the API base where it is below it, with the query
    bool isPath = false; ///< written as a path, so it belongs to the API base
};

/// A path is appended to `api` (its own path kept); a whole URL stays as it is, its host read strictly. What is
/// percent- encoded already stays so, and what has to be is. InvalidInput says what is wrong.
[[nodiscard]] Result<Target> readTarget(const QString &typed, const QUrl &api);

} // namespace acx
