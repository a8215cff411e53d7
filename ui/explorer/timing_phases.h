// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/http_message.h"
#include "ui/theme/theme.h"

#include <QList>
#include <QString>

namespace acx {

/// One part of an exchange's time.
struct TimingPhase
{
    QString name;
    Colour colour = Colour::TextMuted;
    double milliseconds = 0;
};

/// Queue, connect, send, wait and download, in this order; a part that did not happen is left out (no connection is
/// made when an open one is used again), and so is one whose end cannot be told from the answer's first byte: it is
/// part of the wait.
[[nodiscard]] QList<TimingPhase> timingPhases(const HttpTiming &timing);
/// "184 ms", "1.25 s"
[[nodiscard]] QString durationText(double milliseconds);

} // namespace acx
