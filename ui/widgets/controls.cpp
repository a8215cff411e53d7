// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/controls.h"

#include "app/base/visible_text.h"
#include "ui/widgets/tool_tip.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QString propertyOf(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Primary:
        return u"primary"_s;
    case ButtonKind::Normal:
        return u"normal"_s;
    case ButtonKind::Quiet:
        return u"quiet"_s;
    case ButtonKind::Danger:
        return u"danger"_s;
    case ButtonKind::Link:
        return u"link"_s;
    case ButtonKind::Switch:
        return u"switch"_s;
    }
    Q_UNREACHABLE();
    return {};
}

QString propertyOf(LabelKind kind)
{
    switch (kind) {
    case LabelKind::Title:
        return u"title"_s;
    case LabelKind::Heading:
        return u"heading"_s;
    case LabelKind::Body:
        return u"body"_s;
    case LabelKind::Strong:
        return u"strong"_s;
    case LabelKind::Muted:
        return u"muted"_s;
    case LabelKind::Small:
        return u"small"_s;
    case LabelKind::SmallMuted:
        return u"smallMuted"_s;
    case LabelKind::Mono:
        return u"mono"_s;
    }
    Q_UNREACHABLE();
    return {};
}

QString propertyOf(TagKind kind)
{
    switch (kind) {
    case TagKind::Neutral:
        return u"neutral"_s;
    case TagKind::Success:
        return u"success"_s;
    case TagKind::Warning:
        return u"warning"_s;
    case TagKind::Danger:
        return u"danger"_s;
    case TagKind::Accent:
        return u"accent"_s;
    }
    Q_UNREACHABLE();
    return {};
}

/// Bold while it is on. A style sheet counts the room for the text as it is when off, and would cut it off on both
/// sides.
class SwitchButton final : public QPushButton
{
public:
    using QPushButton::QPushButton;
    [[nodiscard]] QSize sizeHint() const override
    {
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        const int more = QFontMetrics(bold).horizontalAdvance(text()) - fontMetrics().horizontalAdvance(text());
        return QPushButton::sizeHint() + QSize(std::max(0, more) + 2, 0); // 2 for rounded widths
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
};

} // namespace

void setStyleProperty(QWidget *widget, const char *name, const QVariant &value)
{
    if (widget->property(name) == value)
        return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

QPushButton *makeButton(const QString &text, ButtonKind kind, QWidget *parent)
{
    QPushButton *button = kind == ButtonKind::Switch ? new SwitchButton(text, parent) : new QPushButton(text, parent);
    button->setProperty("kind", propertyOf(kind));
    button->setAutoDefault(false);
    button->setCursor(Qt::PointingHandCursor);
    // Focus by keyboard only: the ring then tells where the keyboard is, and a click leaves the focus at the work.
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QToolButton *makeIconButton(const Theme &theme, const QString &icon, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(theme.icon(icon));
    button->setIconSize(QSize(theme.size(u"icon"_s), theme.size(u"icon"_s)));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setAutoRaise(true);
    button->setCursor(Qt::PointingHandCursor);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QLabel *makeLabel(const QString &text, LabelKind kind, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(withVisibleControls(text));
    label->setProperty("role", propertyOf(kind));
    return label;
}

QLabel *makeParagraph(const QString &text, LabelKind kind, QWidget *parent)
{
    QLabel *label = makeLabel(text, kind, parent);
    label->setWordWrap(true);
    return label;
}

QLabel *makeTag(const QString &text, TagKind kind, QWidget *parent)
{
    auto *tag = new QLabel(parent);
    tag->setTextFormat(Qt::PlainText);
    tag->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setTag(tag, text, kind);
    return tag;
}

void setTag(QLabel *tag, const QString &text, TagKind kind)
{
    tag->setText(withVisibleControls(text));
    setStyleProperty(tag, "tag", propertyOf(kind));
}

QFrame *makeCard(QWidget *parent)
{
    auto *card = new QFrame(parent);
    card->setProperty("panel", u"card"_s);
    return card;
}

QFrame *makeLine(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("panel", u"line"_s);
    return line;
}

ElidedLabel::ElidedLabel(QWidget *parent, Qt::TextElideMode mode)
    : QLabel(parent)
    , m_mode(mode)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setFullText(const QString &text)
{
    const QString shown = withVisibleControls(text);
    if (m_text == shown)
        return;
    m_text = shown;
    setAccessibleName(shown);
    updateGeometry();
    update();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(u"…"_s) * 3, fontMetrics().height()};
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + 2, fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QStyleOption option;
    option.initFrom(this);
    QPainter painter(this);
    style()->drawPrimitive(QStyle::PE_Widget, &option, &painter, this);
    const QString shown = fontMetrics().elidedText(m_text, m_mode, width());
    setToolTip(shown == m_text ? QString() : plainToolTip(m_text));
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

} // namespace acx
