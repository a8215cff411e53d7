// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/operations/yaml_json.h"

#include <vector>

namespace acx {

/// A YAML document as a list of nodes; each collection names its children, an alias the node it stands for.
struct YamlNode
{
    enum class Kind { Plain, Quoted, Sequence, Mapping, Alias };
    Kind kind = Kind::Plain;
    qsizetype line = 1;
    QByteArray text;                 ///< of a scalar, UTF-8
    std::vector<qsizetype> children; ///< of a mapping: key, value, key, value …
    qsizetype target = -1;           ///< of an alias
};

struct YamlTree
{
    std::vector<YamlNode> nodes; ///< the first is the root
    QStringList duplicates;      ///< a sentence for each key that its mapping has already; the first 1,001 of them
};

/// Reads the events of libyaml. An alias within the node it stands for is refused here, so the tree has no circle.
[[nodiscard]] Result<YamlTree> readYamlTree(QByteArrayView yaml, const YamlLimits &limits);

[[nodiscard]] tl::unexpected<Error> yamlProblem(qsizetype line, const QString &reason, ErrorKind kind);

} // namespace acx
