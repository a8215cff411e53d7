// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explorer/timing_phases.h"

#include <QWidget>

namespace acx {

/// Where the time of an exchange went: one bar in proportion, and below it a legend with the numbers.
class WaterfallBar final : public QWidget
{
    Q_OBJECT
public:
    explicit WaterfallBar(const Theme &theme, QWidget *parent = nullptr);
    void setPhases(const QList<TimingPhase> &phases);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBar(QPainter &painter) const;
    void paintLegend(QPainter &painter) const;

    const Theme &m_theme;
    QList<TimingPhase> m_phases;
};

} // namespace acx
