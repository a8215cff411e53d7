// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/http_message.h"
#include "ui/explorer/timing_phases.h"

#include <QWidget>

namespace acx {

/// Where the time of an exchange went, a phase a row: name, bar at its place on the time line, duration; then the
/// total.
class TimingView final : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString plainText READ plainText) // clazy:exclude=qproperty-without-notify

public:
    explicit TimingView(const Theme &theme, QWidget *parent = nullptr);
    void setTiming(const HttpTiming &timing);
    [[nodiscard]] QString plainText() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QList<TimingPhase> m_phases;
    double m_total = 0; ///< milliseconds
};

} // namespace acx
