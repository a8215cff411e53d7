// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/waterfall_bar.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int waterfallHeight = 8; // pixels
constexpr int squareSize = 8;      // pixels
constexpr int leastPartWidth = 2;  // pixels; so that a short phase can be seen

QString legendText(const TimingPhase &phase)
{
    return u"%1 %2"_s.arg(phase.name, durationText(phase.milliseconds));
}

/// "wait 85": there is little room, and the unit stands in the line above.
QString shortText(const TimingPhase &phase)
{
    if (phase.milliseconds < 1 || phase.milliseconds >= 1000)
        return legendText(phase);
    return u"%1 %2"_s.arg(phase.name, QString::number(qRound(phase.milliseconds)));
}

} // namespace

WaterfallBar::WaterfallBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

void WaterfallBar::setPhases(const QList<TimingPhase> &phases)
{
    m_phases = phases;
    QStringList words;
    for (const TimingPhase &phase : phases)
        words += legendText(phase);
    setAccessibleName(tr("Timing: %1").arg(words.join(u", "_s)));
    setToolTip(words.join(u'\n'));
    update();
}

QSize WaterfallBar::sizeHint() const
{
    return {200, waterfallHeight + Theme::space(Space::S) + QFontMetrics(m_theme.font(FontRole::Small)).height()};
}

QSize WaterfallBar::minimumSizeHint() const
{
    return {100, sizeHint().height()};
}

void WaterfallBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBar(painter);
    paintLegend(painter);
}

void WaterfallBar::paintBar(QPainter &painter) const
{
    double total = 0;
    for (const TimingPhase &phase : m_phases)
        total += phase.milliseconds;
    QPainterPath rounded;
    rounded.addRoundedRect(QRectF(0, 0, width(), waterfallHeight), waterfallHeight / 2.0, waterfallHeight / 2.0);
    painter.save();
    painter.setClipPath(rounded);
    painter.fillRect(0, 0, width(), waterfallHeight, m_theme.colour(Colour::SurfaceAlt));
    const double room = width() - leastPartWidth * double(m_phases.size());
    double left = 0;
    for (const TimingPhase &phase : m_phases) {
        const double wide = leastPartWidth + (total > 0 ? room * phase.milliseconds / total : 0);
        painter.fillRect(QRectF(left, 0, std::max(1.0, wide - 1), waterfallHeight), m_theme.colour(phase.colour));
        left += wide;
    }
    painter.restore();
}

void WaterfallBar::paintLegend(QPainter &painter) const
{
    const QFont font = m_theme.font(FontRole::Small);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    int left = 0;
    const int top = waterfallHeight + Theme::space(Space::S);
    for (const TimingPhase &phase : m_phases) {
        const QString text = shortText(phase);
        const int wide = squareSize + Theme::space(Space::Xs) + metrics.horizontalAdvance(text);
        if (left + wide > width())
            return; // the rest is in the tool tip and under Timing
        painter.fillRect(left, top + (metrics.height() - squareSize) / 2, squareSize, squareSize,
                         m_theme.colour(phase.colour));
        painter.setPen(m_theme.colour(phase.colour));
        painter.drawText(left + squareSize + Theme::space(Space::Xs), top + metrics.ascent(), text);
        left += wide + Theme::space(Space::M);
    }
}

} // namespace acx
