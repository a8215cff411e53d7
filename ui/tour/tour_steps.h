// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/sandbox_info.h"
#include "ui/app_services.h"
#include "ui/tour/tour_hands.h"

#include <QList>
#include <QSize>
#include <QString>

#include <functional>

namespace acx {

/// One step: something is done, then the window must come to show something, then a picture is taken.
struct TourStep
{
    QString name;                  ///< of the picture and of the line printed
    std::function<QString()> act;  ///< what went wrong, or an empty text
    std::function<bool()> reached; ///< asked again and again until it is true
    QSize size{1280, 800};         ///< of the window, in pixels
};

/// From the welcome screen to the first calls. `keyFile` is an apikey.json with the sandbox's key.
[[nodiscard]] QList<TourStep> tourSteps(const AppServices &services, const TourHands &hands, const SandboxInfo &sandbox,
                                        const QString &keyFile);

} // namespace acx
