// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/token_time_line.h"

#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

// Pixels, from the top of the widget.
constexpr int wholeHeight = 56;
constexpr int barTop = 22;
constexpr int barHeight = 8;
constexpr int markTop = 16;
constexpr int markHeight = 20;
constexpr int labelTop = 38;
constexpr int labelHeight = 16;
constexpr int labelGap = 12;

} // namespace

QString shortTime(const QDateTime &time, const QDateTime &now)
{
    const QDateTime local = time.toLocalTime();
    const QString clock = QLocale().toString(local.time(), u"HH:mm:ss"_s);
    return local.date() == now.toLocalTime().date()
               ? clock
               : u"%1 %2"_s.arg(QLocale().toString(local.date(), u"d MMM"_s), clock);
}

TokenTimeLine::TokenTimeLine(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedHeight(wholeHeight);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize TokenTimeLine::sizeHint() const
{
    return {400, wholeHeight};
}

void TokenTimeLine::setToken(const Token &token, const QDateTime &now, bool isRenewed)
{
    m_issued = token.issuedAt;
    m_renews = isRenewed ? token.renewAt : QDateTime();
    m_expires = token.expiresAt;
    m_now = now;
    const QString issued = shortTime(m_issued, now);
    setAccessibleName(
        !m_expires.isValid() ? tr("Issued %1, without an end").arg(issued)
        : m_renews.isValid()
            ? tr("Issued %1, renews %2, expires %3").arg(issued, shortTime(m_renews, now), shortTime(m_expires, now))
            : tr("Issued %1, expires %2, is not renewed").arg(issued, shortTime(m_expires, now)));
    update();
}

double TokenTimeLine::share(const QDateTime &time) const
{
    const qint64 whole = m_issued.msecsTo(m_expires);
    if (whole <= 0)
        return 0;
    return std::clamp(static_cast<double>(m_issued.msecsTo(time)) / static_cast<double>(whole), 0.0, 1.0);
}

void TokenTimeLine::paintBar(QPainter &painter) const
{
    const QRectF bar(0, barTop, width(), barHeight);
    QPainterPath rounded;
    rounded.addRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
    painter.setClipPath(rounded);
    painter.fillRect(bar, m_theme.colour(Colour::SurfaceAlt));
    const double now = share(m_now) * width();
    const double renews = m_renews.isValid() ? share(m_renews) * width() : width();
    painter.fillRect(QRectF(0, barTop, now, barHeight), m_theme.colour(Colour::BorderStrong));
    if (now < renews)
        painter.fillRect(QRectF(now, barTop, renews - now, barHeight), m_theme.colour(Colour::Success));
    else
        painter.fillRect(QRectF(now, barTop, width() - now, barHeight), m_theme.colour(Colour::Warning));
    painter.setClipping(false);
    if (m_renews.isValid())
        painter.fillRect(QRectF(renews, markTop, 1, markHeight), m_theme.colour(Colour::TextMuted));
    painter.fillRect(QRectF(std::min(now, width() - 2.0), markTop, 2, markHeight), m_theme.colour(Colour::Text));
}

void TokenTimeLine::paintLabels(QPainter &painter) const
{
    QFont bold = m_theme.font(FontRole::Small);
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(m_theme.colour(Colour::Text));
    const QString nowText = m_now < m_expires ? tr("now") : tr("over");
    const int nowWidth = QFontMetrics(bold).horizontalAdvance(nowText) + 2;
    const double nowLeft =
        std::clamp(share(m_now) * width() - nowWidth / 2.0, 0.0, static_cast<double>(width() - nowWidth));
    painter.drawText(QRectF(nowLeft, 0, nowWidth, labelHeight), Qt::AlignCenter, nowText);

    const QFont small = m_theme.font(FontRole::Small);
    const QFontMetrics metrics(small);
    painter.setFont(small);
    painter.setPen(m_theme.colour(Colour::TextMuted));
    const QString issued = tr("issued %1").arg(shortTime(m_issued, m_now));
    const QString expires = tr("expires %1").arg(shortTime(m_expires, m_now));
    const QRectF line(0, labelTop, width(), labelHeight);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, issued);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, expires);
    if (m_renews.isValid())
        paintRenewal(painter, metrics.horizontalAdvance(issued) + labelGap,
                     width() - metrics.horizontalAdvance(expires) - labelGap);
}

/// Between the other two labels, as far as there is room; in a narrow window the mark stays.
void TokenTimeLine::paintRenewal(QPainter &painter, double left, double right) const
{
    const QString renews = tr("renews %1").arg(shortTime(m_renews, m_now));
    const double wide = painter.fontMetrics().horizontalAdvance(renews) + 2;
    if (right - wide < left)
        return;
    const double start = std::clamp(share(m_renews) * width() - wide / 2, left, right - wide);
    painter.drawText(QRectF(start, labelTop, wide, labelHeight), Qt::AlignCenter, renews);
}

void TokenTimeLine::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_expires.isValid()) {
        paintBar(painter);
        paintLabels(painter);
        return;
    }
    painter.setFont(m_theme.font(FontRole::Small));
    painter.setPen(m_theme.colour(Colour::TextMuted));
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, accessibleName());
}

} // namespace acx
