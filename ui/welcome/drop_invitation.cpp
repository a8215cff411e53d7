// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/drop_invitation.h"

#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"

#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int iconSize = 36; // pixels

}

DropInvitation::DropInvitation(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(Theme::space(Space::Xl), Theme::space(Space::Xxl), Theme::space(Space::Xl),
                                 Theme::space(Space::Xxl));
    m_layout->setSpacing(Theme::space(Space::Xs));
    auto *icon = new QLabel(this);
    const auto drawIcon = [icon, &theme] {
        icon->setPixmap(theme.icon(u"file"_s, Colour::Accent).pixmap(QSize(iconSize, iconSize)));
    };
    drawIcon();
    connect(&theme, &Theme::changed, icon, drawIcon);
    connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
    QLabel *title = makeLabel(tr("Drop apikey.json anywhere in this window"), LabelKind::Heading, this);
    QLabel *text =
        makeParagraph(tr("the file that IBM Cloud offered once, when the key was created"), LabelKind::Muted, this);
    text->setAlignment(Qt::AlignCenter);
    m_layout->addWidget(icon, 0, Qt::AlignHCenter);
    m_layout->addWidget(title, 0, Qt::AlignHCenter);
    m_layout->addWidget(text);
    m_layout->addSpacing(Theme::space(Space::M));
}

void DropInvitation::addBelow(QWidget *widget)
{
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(widget, 100);
    row->addStretch(1);
    m_layout->addLayout(row);
}

void DropInvitation::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colour(Colour::BorderStrong), 1.2, Qt::DashLine));
    painter.setBrush(m_theme.colour(Colour::Surface));
    const int radius = m_theme.radius(u"card"_s);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
}

} // namespace acx
