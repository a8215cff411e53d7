// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/operations/reading_watch.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QStringList>

#include <functional>

namespace acx {

/// What a YAML document may be made of. Aliases cost nothing in the file and are what bombs are made of.
struct YamlLimits
{
    int maxDepth = 256;                        ///< of collections within each other, aliases followed
    qsizetype maxNodes = 10'000'000;           ///< scalars and collections as written
    qsizetype maxAliasNodes = 1'000'000;       ///< values that come from aliases
    qint64 maxAliasBytes = 64LL * 1024 * 1024; ///< of JSON that comes from aliases
    ReadingTime time;
    std::function<bool()> goOn; ///< asked now and then; Cancelled when it says no
};

struct YamlAsJson
{
    QByteArray json;
    QStringList duplicates; ///< "line 7: “get” …", one for each key that a mapping has already
};

/// A YAML document as JSON: the first document of the stream, scalars by the core schema of YAML 1.2 (yes and no are
/// texts), aliases written out, both of two equal keys kept. InvalidInput names line and column; TooLarge the limit.
[[nodiscard]] Result<YamlAsJson> yamlToJson(QByteArrayView yaml, const YamlLimits &limits = {});

} // namespace acx
