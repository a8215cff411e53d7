// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/choice_card.h"

#include "ui/theme/theme.h"

#include <QEnterEvent>
#include <QFontMetrics>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int usualWidth = 260; // pixels
constexpr int markSize = 14;    // pixels

int padding()
{
    return Theme::space(Space::M);
}

} // namespace

ChoiceCard::ChoiceCard(const Theme &theme, const QString &title, const QString &description, const QString &tag,
                       QWidget *parent)
    : QRadioButton(parent)
    , m_theme(theme)
    , m_title(title)
    , m_description(description)
    , m_tag(tag)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tag.isEmpty() ? title : tr("%1, %2").arg(title, tag));
    setAccessibleDescription(description);
    connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

QSize ChoiceCard::sizeHint() const
{
    return {usualWidth, heightForWidth(usualWidth)};
}

QSize ChoiceCard::minimumSizeHint() const
{
    return {usualWidth / 2, 0};
}

int ChoiceCard::heightForWidth(int width) const
{
    const QFontMetrics title(m_theme.font(FontRole::Strong));
    const QFontMetrics small(m_theme.font(FontRole::Small));
    const QRect room(0, 0, width - 2 * padding(), QWIDGETSIZE_MAX);
    return 2 * padding() + title.height() + Theme::space(Space::Xs) +
           small.boundingRect(room, Qt::TextWordWrap, m_description).height();
}

bool ChoiceCard::hitButton(const QPoint &position) const
{
    return rect().contains(position);
}

void ChoiceCard::enterEvent(QEnterEvent *event)
{
    update();
    QRadioButton::enterEvent(event);
}

void ChoiceCard::leaveEvent(QEvent *event)
{
    update();
    QRadioButton::leaveEvent(event);
}

void ChoiceCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(painter);

    const QRect inner = rect().adjusted(padding(), padding(), -padding(), -padding());
    const QFont strong = m_theme.font(FontRole::Strong);
    const QRect line(inner.left(), inner.top(), inner.width(), QFontMetrics(strong).height());
    paintMark(painter, line);
    const int tagWidth = paintTag(painter, line);

    painter.setFont(strong);
    painter.setPen(m_theme.colour(Colour::Text));
    const QRect title = line.adjusted(markSize + Theme::space(Space::S), 0, -tagWidth, 0);
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(strong).elidedText(m_title, Qt::ElideRight, title.width()));

    painter.setFont(m_theme.font(FontRole::Small));
    painter.setPen(m_theme.colour(Colour::TextMuted));
    const QRect rest = inner.adjusted(0, line.height() + Theme::space(Space::Xs), 0, 0);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_description);
}

void ChoiceCard::paintFrame(QPainter &painter) const
{
    const Colour border = isChecked() || hasFocus() ? Colour::Accent
                          : underMouse()            ? Colour::BorderStrong
                                                    : Colour::Border;
    const qreal width = hasFocus() ? 2 : 1;
    painter.setPen(QPen(m_theme.colour(border), width));
    painter.setBrush(m_theme.colour(isChecked() ? Colour::AccentSoft : Colour::Surface));
    const int radius = m_theme.radius(u"card"_s);
    const qreal half = width / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), radius, radius);
}

void ChoiceCard::paintMark(QPainter &painter, const QRect &line) const
{
    const QRectF mark(line.left() + 0.5, line.center().y() - markSize / 2.0 + 1, markSize, markSize);
    painter.setPen(QPen(m_theme.colour(isChecked() ? Colour::Accent : Colour::BorderStrong), 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(mark.adjusted(1, 1, -1, -1));
    if (!isChecked())
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(Colour::Accent));
    painter.drawEllipse(mark.adjusted(4, 4, -4, -4));
}

int ChoiceCard::paintTag(QPainter &painter, const QRect &line) const
{
    if (m_tag.isEmpty())
        return 0;
    const QFont font = m_theme.font(FontRole::Small);
    const int width = QFontMetrics(font).horizontalAdvance(m_tag) + 2 * Theme::space(Space::S);
    const QRectF tag(line.right() - width, line.top() - 1, width, line.height() + 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(Colour::WarningSoft));
    painter.drawRoundedRect(tag, tag.height() / 2, tag.height() / 2);
    painter.setFont(font);
    painter.setPen(m_theme.colour(Colour::Warning));
    painter.drawText(tag, Qt::AlignCenter, m_tag);
    return width + Theme::space(Space::Xs);
}

} // namespace acx
