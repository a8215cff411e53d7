// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tour/tour_steps.h"

#include <QSize>

#include <functional>

namespace acx {

using TourAct = std::function<QString()>;

/// The smallest window that the design is made for, in pixels.
constexpr QSize smallWindow{1000, 700};

/// Does one thing after the other, up to the first that goes wrong.
[[nodiscard]] TourAct inTurn(const QList<TourAct> &acts);
[[nodiscard]] TourAct doNothing();

/// Makes what the steps of the tour do and wait for.
class TourMaker final
{
public:
    TourMaker(const AppServices &services, const TourHands &hands);

    [[nodiscard]] TourAct click(const QString &name) const;
    [[nodiscard]] TourAct clickRow(const QString &name, const QString &text) const;
    [[nodiscard]] TourAct clickTab(const QString &name, const QString &text) const;
    [[nodiscard]] TourAct type(const QString &name, const QString &text) const;
    [[nodiscard]] TourAct press(int key) const;
    /// Clicks `name` unless `content` is shown already.
    [[nodiscard]] TourAct unfold(const QString &name, const QString &content) const;
    /// Answers the next question for a file.
    [[nodiscard]] TourAct choose(const QString &path) const;
    [[nodiscard]] std::function<bool()> shows(const QString &name) const;
    [[nodiscard]] std::function<bool()> says(const QString &name, const QString &text) const;
    [[nodiscard]] std::function<bool()> lists(const QString &name, const QString &text) const;
    [[nodiscard]] const TourHands &hands() const { return m_hands; }

private:
    const AppServices m_services;
    TourHands m_hands;
};

/// From the operations of the sandbox to an API's own, and what was sent.
[[nodiscard]] QList<TourStep> explorerTourSteps(const TourMaker &make);

} // namespace acx
