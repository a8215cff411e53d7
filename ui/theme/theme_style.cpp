// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme_style.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
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

void ThemeStyle::drawFieldFrame(const QStyleOption &option, QPainter &painter) const
{
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool focus = option.state.testFlag(State_HasFocus) && enabled;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colour(focus ? Colour::Accent : Colour::Border), 1));
    painter.setBrush(m_theme.colour(enabled ? Colour::Surface : Colour::SurfaceAlt));
    const int radius = m_theme.radius(u"control"_s);
    painter.drawRoundedRect(crisp(option.rect), radius, radius);
}

void ThemeStyle::drawChevron(const QPointF &middle, bool up, QPainter &painter) const
{
    const double rise = up ? -2 : 2;
    QPainterPath chevron;
    chevron.moveTo(middle + QPointF(-4, -rise));
    chevron.lineTo(middle + QPointF(0, rise));
    chevron.lineTo(middle + QPointF(4, -rise));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.colour(Colour::TextMuted), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(chevron);
}

void ThemeStyle::drawComboBox(const QStyleOptionComplex &option, QPainter &painter) const
{
    drawFieldFrame(option, painter);
    const QRect arrow(option.rect.right() - arrowWidth + 1, option.rect.top(), arrowWidth, option.rect.height());
    drawChevron(QRectF(visualRect(option.direction, option.rect, arrow)).center(), false, painter);
}

void ThemeStyle::drawSpinBox(const QStyleOptionComplex &option, QPainter &painter) const
{
    drawFieldFrame(option, painter);
    for (const SubControl part : {SC_SpinBoxUp, SC_SpinBoxDown}) {
        const QRectF arrow = subControlRect(CC_SpinBox, &option, part, nullptr);
        drawChevron(arrow.center(), part == SC_SpinBoxUp, painter);
    }
}

void ThemeStyle::drawFocusRing(const QWidget *widget, const QStyleOption &option, QPainter &painter) const
{
    // Buttons show the focus by their border; on a filled one only a ring inside it is seen.
    const bool button = qobject_cast<const QPushButton *>(widget) != nullptr;
    const bool filled = button && widget->property("kind").toString() == "primary"_L1;
    if (button && !filled)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colour(filled ? Colour::AccentText : Colour::Accent), filled ? 2 : 1.5));
    painter.setBrush(Qt::NoBrush);
    const QRectF ring = filled ? QRectF(widget->rect()).adjusted(3, 3, -3, -3) : crisp(option.rect);
    const double radius = filled ? m_theme.radius(u"control"_s) - 3 : 4; // round the same centres as the border
    painter.drawRoundedRect(ring, radius, radius);
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
    case PE_FrameFocusRect:
        drawFocusRing(widget, *option, *painter);
        break;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        break;
    }
    painter->restore();
}

void ThemeStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    const auto *box = element == CE_ComboBoxLabel ? qstyleoption_cast<const QStyleOptionComboBox *>(option) : nullptr;
    if (!box || box->editable) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    // A text too long for a combo box would be cut within a letter.
    QStyleOptionComboBox shortened = *box;
    const int room = subControlRect(CC_ComboBox, box, SC_ComboBoxEditField, widget).width() - 2;
    shortened.currentText = box->fontMetrics.elidedText(box->currentText, Qt::ElideRight, room);
    QProxyStyle::drawControl(element, &shortened, painter, widget);
}

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    painter->save();
    if (control == CC_ComboBox)
        drawComboBox(*option, *painter);
    else if (control == CC_SpinBox)
        drawSpinBox(*option, *painter);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    painter->restore();
}

QRect ThemeStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                 const QWidget *widget) const
{
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return visualRect(option->direction, option->rect, option->rect.adjusted(8, 1, -arrowWidth, -1));
    if (control == CC_SpinBox) {
        const QRect all = option->rect;
        const int half = all.height() / 2;
        const int left = all.right() - arrowWidth + 1;
        if (part == SC_SpinBoxEditField)
            return visualRect(option->direction, all, all.adjusted(10, 1, -arrowWidth, -1));
        if (part == SC_SpinBoxUp)
            return visualRect(option->direction, all, QRect(left, all.top() + 2, arrowWidth, half - 2));
        if (part == SC_SpinBoxDown)
            return visualRect(option->direction, all, QRect(left, all.top() + half, arrowWidth, half - 2));
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize ThemeStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ComboBox)
        result = QSize(result.width() + 16, m_theme.size(u"control"_s));
    if (type == CT_SpinBox)
        result = QSize(size.width() + arrowWidth + 16, m_theme.size(u"control"_s));
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
