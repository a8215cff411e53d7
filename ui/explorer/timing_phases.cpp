// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/timing_phases.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace acx {

namespace {

constexpr double together = 0.5; // milliseconds; Qt tells moments that lie closer in one turn of its event loop

/// The end of a phase before the answer's first byte. One that was told together with the first byte says nothing: it
/// may have come any time before, so its time counts as waiting.
double knownEnd(double end, const HttpTiming &timing)
{
    const bool late = timing.firstByteMs >= 0 && timing.firstByteMs - end < together;
    return late ? -1 : end;
}

} // namespace

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
    add(QCoreApplication::translate("acx", "queue"), Colour::TextMuted, knownEnd(timing.queuedMs, timing));
    add(QCoreApplication::translate("acx", "connect, TLS"), Colour::Patch, knownEnd(timing.connectedMs, timing));
    add(QCoreApplication::translate("acx", "send"), Colour::Warning, knownEnd(timing.sentMs, timing));
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
