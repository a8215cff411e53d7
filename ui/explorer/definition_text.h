// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/definition_library.h"

namespace acx {

/// "2.0.0 · accounts.yaml"
[[nodiscard]] QString shortDetails(const Definition &definition);
/// Where it came from, in words: the path, the URL, "pasted", "an answer of host".
[[nodiscard]] QString originText(const Definition &definition);
/// One line for each change: "added  GET /accounts  List accounts".
[[nodiscard]] QString changesText(const DefinitionChanges &changes);
/// Where documents elsewhere can be read: hosts and folders, each once.
[[nodiscard]] QStringList foreignPlaces(const QStringList &documents);

/// Long words may be broken behind slashes and dots, so that they widen nothing.
[[nodiscard]] QString breakable(const QString &text);

} // namespace acx
