// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/step_bar.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int barHeight = 3; // pixels

}

StepBar::StepBar(const Theme &theme, QStringList steps, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_steps(std::move(steps))
{
    setObjectName(u"steps"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
    setCurrent(0);
}

void StepBar::setCurrent(int step)
{
    m_current = step;
    setAccessibleName(tr("Step %1 of %2: %3").arg(step + 1).arg(m_steps.size()).arg(m_steps.value(step)));
    update();
}

QSize StepBar::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(FontRole::Small));
    return {metrics.height() * int(m_steps.size()), barHeight + Theme::space(Space::S) + metrics.height()};
}

void StepBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int gap = Theme::space(Space::S);
    const int count = int(m_steps.size());
    const int each = (width() - gap * (count - 1)) / count;
    QFont font = m_theme.font(FontRole::Small);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    for (int i = 0; i < count; ++i) {
        const QRect column(i * (each + gap), 0, each, height());
        painter.fillRect(column.left(), 0, each, barHeight,
                         m_theme.colour(i <= m_current ? Colour::Accent : Colour::Border));
        painter.setPen(m_theme.colour(i == m_current ? Colour::Text : Colour::TextMuted));
        painter.drawText(column.adjusted(0, barHeight + gap, 0, 0), Qt::AlignLeft | Qt::AlignTop,
                         u"%1 %2"_s.arg(i + 1).arg(m_steps[i]));
    }
}

} // namespace acx
