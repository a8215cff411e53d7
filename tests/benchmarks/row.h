// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QString>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace acx {

/// One line of the table that packaging/bench prints.
struct BenchRow
{
    QString what;
    double figure = 0;
    QString unit;
    double reference = 0; ///< in the same unit; 0 = the target is not a ratio
    QString against;      ///< what the reference is
    double target = 0;    ///< at most: figure / reference, or the figure itself
    QString note;
};

/// Fields with tabs between them; packaging/bench makes columns of it.
inline void print(const BenchRow &row)
{
    const bool isRatio = row.reference > 0;
    const double value = isRatio ? row.figure / row.reference : row.figure;
    std::printf("%s\t%.4g %s\t%s\t%.2f%s\t%.4g%s\t%s\t%s\n", qPrintable(row.what), row.figure, qPrintable(row.unit),
                isRatio
                    ? qPrintable(QStringLiteral("%1 %2 (%3)").arg(row.reference, 0, 'g', 4).arg(row.unit, row.against))
                    : "-",
                value, isRatio ? " x" : "", row.target, isRatio ? " x" : "", value <= row.target ? "met" : "NOT MET",
                qPrintable(row.note));
    std::fflush(stdout);
}

inline double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values.at(values.size() / 2);
}

inline double millisecondsOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace acx
