// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme_style.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int indicatorSize = 16; // pixels
constexpr int arrowWidth = 28;    // pixels kept for a combo box's arrow

QRectF crisp(const QRect &rect)
{
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
}

} // namespace

ThemeStyle::ThemeStyle(const Theme &theme)
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
    , m_theme(theme)
{}

void ThemeStyle::drawCheckBox(const QStyleOption &option, QPainter &painter) const
{
    const bool on = option.state.testFlag(State_On) || option.state.testFlag(State_NoChange);
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool focus = option.state.testFlag(State_HasFocus);
    const QRectF box = crisp(option.rect);
    const QColor fill = m_theme.colour(!enabled ? Colour::SurfaceAlt : on ? Colour::Accent : Colour::Surface);
    const QColor edge = m_theme.colour(on && enabled ? Colour::Accent : focus ? Colour::Accent : Colour::BorderStrong);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(edge, 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(box, 4, 4);
    if (!on)
        return;
    QPainterPath tick;
    const QPointF origin = box.topLeft();
    tick.moveTo(origin + QPointF(3.6, 7.8));
    tick.lineTo(origin + QPointF(6.4, 10.6));
    tick.lineTo(origin + QPointF(11.4, 4.8));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.colour(enabled ? Colour::AccentText : Colour::TextMuted), 1.8, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(tick);
}

void ThemeStyle::drawRadioButton(const QStyleOption &option, QPainter &painter) const
{
    const bool on = option.state.testFlag(State_On);
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool focus = option.state.testFlag(State_HasFocus);
    const QRectF box = crisp(option.rect);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(m_theme.colour((on && enabled) || focus ? Colour::Accent : Colour::BorderStrong), on ? 1.5 : 1));
    painter.setBrush(m_theme.colour(enabled ? Colour::Surface : Colour::SurfaceAlt));
    painter.drawEllipse(box);
    if (!on)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(enabled ? Colour::Accent : Colour::TextMuted));
    painter.drawEllipse(box.center(), 3.5, 3.5);
}

void ThemeStyle::drawComboBox(const QStyleOptionComplex &option, QPainter &painter) const
{
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool focus = option.state.testFlag(State_HasFocus) && enabled;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colour(focus ? Colour::Accent : Colour::Border), 1));
    painter.setBrush(m_theme.colour(enabled ? Colour::Surface : Colour::SurfaceAlt));
    const int radius = m_theme.radius(u"control"_s);
    painter.drawRoundedRect(crisp(option.rect), radius, radius);
    const QRect arrow(option.rect.right() - arrowWidth + 1, option.rect.top(), arrowWidth, option.rect.height());
    const QPointF middle = QRectF(arrow).center();
    QPainterPath chevron;
    chevron.moveTo(middle + QPointF(-4, -2));
    chevron.lineTo(middle + QPointF(0, 2));
    chevron.lineTo(middle + QPointF(4, -2));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.colour(Colour::TextMuted), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(chevron);
}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    painter->save();
    switch (element) {
    case PE_IndicatorCheckBox:
        drawCheckBox(*option, *painter);
        break;
    case PE_IndicatorRadioButton:
        drawRadioButton(*option, *painter);
        break;
    case PE_FrameFocusRect: {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(m_theme.colour(Colour::Accent), 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(crisp(option->rect), 4, 4);
        break;
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        break;
    }
    painter->restore();
}

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    if (control != CC_ComboBox) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    painter->save();
    drawComboBox(*option, *painter);
    painter->restore();
}

QRect ThemeStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                 const QWidget *widget) const
{
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return visualRect(option->direction, option->rect, option->rect.adjusted(8, 1, -arrowWidth, -1));
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize ThemeStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ComboBox)
        result = QSize(result.width() + 16, m_theme.size(u"control"_s));
    return result;
}

int ThemeStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return indicatorSize;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return m_theme.size(u"icon"_s);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ThemeStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *data) const
{
    if (hint == SH_ComboBox_Popup)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

} // namespace acx
