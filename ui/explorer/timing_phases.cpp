// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/timing_phases.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace acx {

QList<TimingPhase> timingPhases(const HttpTiming &timing)
{
    QList<TimingPhase> phases;
    double reached = 0;
    const auto add = [&](const QString &name, Colour colour, double until) {
        if (until < 0)
            return;
        phases += TimingPhase{name, colour, std::max(0.0, until - reached)};
        reached = std::max(reached, until);
    };
    add(QCoreApplication::translate("acx", "queue"), Colour::TextMuted, timing.queuedMs);
    add(QCoreApplication::translate("acx", "connect, TLS"), Colour::Patch, timing.connectedMs);
    add(QCoreApplication::translate("acx", "send"), Colour::Warning, timing.sentMs);
    add(QCoreApplication::translate("acx", "wait"), Colour::Success, timing.firstByteMs);
    add(QCoreApplication::translate("acx", "download"), Colour::Accent, timing.finishedMs);
    return phases;
}

QString durationText(double milliseconds)
{
    const QLocale locale;
    if (milliseconds < 0)
        return {};
    if (milliseconds < 10)
        return QCoreApplication::translate("acx", "%1 ms").arg(locale.toString(milliseconds, 'f', 1));
    if (milliseconds < 1000)
        return QCoreApplication::translate("acx", "%1 ms").arg(locale.toString(qRound64(milliseconds)));
    return QCoreApplication::translate("acx", "%1 s").arg(locale.toString(milliseconds / 1000, 'f', 2));
}

} // namespace acx
