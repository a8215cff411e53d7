// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/history.h"
#include "tests/ui/screen_bench.h"
#include "ui/history/history_screen.h"

#include <QListView>

namespace acx {

/// A request, and how it was answered.
struct Sent
{
    QString title;
    QString path;
    QByteArray answer = "{}";
    int status = 200; ///< 0 = no answer
    QByteArray method = "GET";
    QByteArray type = "application/json";
    std::optional<QByteArray> body = {};
};

[[nodiscard]] RecordedExchange exchangeOf(const Sent &sent);
/// Waits until it is kept; the id it got.
qint64 record(ScreenBench &bench, const Sent &sent);
[[nodiscard]] QListView *listOf(const HistoryScreen &screen);
/// Selects these rows and no others.
void mark(const HistoryScreen &screen, const QList<int> &rows);
/// Of the rows.
[[nodiscard]] QStringList titles(const HistoryScreen &screen);

} // namespace acx
