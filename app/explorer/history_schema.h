// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace acx {

/// So much of each body is searched.
constexpr qsizetype historyIndexedBytes = 65'536;

/// Statements that make an empty history, in their order. The full-text index holds what the view `searched` shows and
/// follows every change by triggers, so that it can never say other than the tables.
[[nodiscard]] QStringList historyTables();
/// Statements that remove it.
[[nodiscard]] QStringList historyTableRemoval();

/// The FTS5 expression for words of which each begins a word of the text, whatever their case and accents; empty if
/// `words` holds neither letter nor digit.
[[nodiscard]] QString historyMatch(const QString &words);

} // namespace acx
