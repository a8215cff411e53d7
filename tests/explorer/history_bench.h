// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/history_store.h"

namespace acx {

/// A GET that was answered with 200.
[[nodiscard]] RecordedExchange makeExchange(const QString &title, const QByteArray &answer = R"({"name":"acme"})",
                                            const QByteArray &type = "application/json");

/// An entry with something in each of its members.
[[nodiscard]] HistoryEntry makeEntry(const QString &title, const QByteArray &answer = "{}");
/// The titles of a page's rows; the sentence of an error.
[[nodiscard]] QStringList titles(const Result<HistoryPage> &page);
/// The permissions of a file or folder; -1 if there is none.
[[nodiscard]] int modeOf(const QString &path);

} // namespace acx
