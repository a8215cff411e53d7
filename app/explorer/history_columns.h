// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/history_entry.h"

#include <QString>
#include <QVariantList>

QT_BEGIN_NAMESPACE
class QSqlQuery;
QT_END_NAMESPACE

namespace acx {

// Between the entries and the columns of the tables: each statement with the values it takes or gives.

[[nodiscard]] QString rowInsertion();
[[nodiscard]] QVariantList rowValues(const HistoryEntry &entry);
[[nodiscard]] QString detailInsertion();
[[nodiscard]] QVariantList detailValues(const HistoryEntry &entry, qint64 id);

/// Takes: before which id, how many.
[[nodiscard]] QString latestRows();
/// The ids alone. Takes: the match, before which id, how many.
[[nodiscard]] QString matchingIds();
/// Takes: the id.
[[nodiscard]] QString oneRow();
[[nodiscard]] HistoryRow readRow(const QSqlQuery &query);

/// Takes: the id.
[[nodiscard]] QString wholeEntry();
[[nodiscard]] HistoryEntry readEntry(const QSqlQuery &query);

} // namespace acx
