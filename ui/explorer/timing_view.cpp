// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/timing_view.h"

#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int rowHeight = 30;    // pixels
constexpr int phaseWidth = 120;  // pixels
constexpr int numberWidth = 80;  // pixels
constexpr int barHeight = 10;    // pixels
constexpr double leastWidth = 2; // pixels

} // namespace

TimingView::TimingView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"answerTiming"_s);
    setAccessibleName(tr("Timing of the exchange"));
    connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

void TimingView::setTiming(const HttpTiming &timing)
{
    m_phases = timingPhases(timing);
    m_total = timing.finishedMs;
    setMinimumHeight(rowHeight * int(m_phases.size() + 2));
    setAccessibleDescription(plainText());
    update();
}

QString TimingView::plainText() const
{
    QString text;
    for (const TimingPhase &phase : m_phases)
        text += phase.name + ": "_L1 + durationText(phase.milliseconds) + u'\n';
    return text + tr("total: %1").arg(durationText(m_total));
}

void TimingView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int margin = Theme::space(Space::L);
    const double room = qMax(1, width() - phaseWidth - numberWidth - 2 * margin);
    double reached = 0;
    int top = Theme::space(Space::S);
    const auto write = [&](const QString &name, const QString &number, FontRole role) {
        painter.setFont(m_theme.font(role));
        painter.setPen(m_theme.colour(Colour::Text));
        painter.drawText(QRect(margin, top, phaseWidth, rowHeight), Qt::AlignLeft | Qt::AlignVCenter, name);
        painter.setFont(m_theme.font(FontRole::Mono));
        painter.drawText(QRect(width() - margin - numberWidth, top, numberWidth, rowHeight),
                         Qt::AlignRight | Qt::AlignVCenter, number);
        top += rowHeight;
    };
    for (const TimingPhase &phase : m_phases) {
        const double left = m_total > 0 ? room * reached / m_total : 0;
        const double wide = m_total > 0 ? room * phase.milliseconds / m_total : 0;
        QPainterPath bar;
        bar.addRoundedRect(QRectF(margin + phaseWidth + qMin(left, room - leastWidth),
                                  top + (rowHeight - barHeight) / 2.0, qMax(leastWidth, wide), barHeight),
                           3, 3);
        painter.fillPath(bar, m_theme.colour(phase.colour));
        write(phase.name, durationText(phase.milliseconds), FontRole::Body);
        reached += phase.milliseconds;
    }
    painter.fillRect(QRect(margin, top, width() - 2 * margin, 1), m_theme.colour(Colour::Border));
    write(tr("total"), durationText(m_total), FontRole::Strong);
}

} // namespace acx
