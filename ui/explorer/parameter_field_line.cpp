// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/parameter_field_line.h"

#include "app/base/visible_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tool_tip.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int lineTextMargin = 11; // pixels: border and padding of the style sheet
constexpr int noteGap = 8;         // pixels between value and note
constexpr int buttonRoom = 28;     // pixels

} // namespace

ParameterLine::ParameterLine(const Theme &theme, const QString &name, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
{
    setObjectName(name);
    connect(this, &QLineEdit::textEdited, this, [this] { setNote({}); });
}

void ParameterLine::setNote(const QString &note)
{
    const QString shown = withVisibleControls(note);
    if (shown == m_note)
        return;
    m_note = shown;
    setToolTip(plainToolTip(note));
    update();
}

void ParameterLine::setHasOffers(bool has)
{
    if (has == hasOffers())
        return;
    if (!has) {
        removeAction(m_offers);
        delete m_offers;
        m_offers = nullptr;
        return;
    }
    m_offers = addAction(m_theme.icon(u"chevron-down"_s), QLineEdit::TrailingPosition);
    m_offers->setObjectName(objectName() + "Offers"_L1);
    m_offers->setText(tr("Show what there is"));
    m_offers->setToolTip(tr("Show what there is (Down)"));
    connect(m_offers, &QAction::triggered, this, [this] {
        setFocus(Qt::MouseFocusReason);
        Q_EMIT offersWanted();
    });
}

void ParameterLine::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_note.isEmpty() || text().isEmpty())
        return;
    const int left = lineTextMargin + fontMetrics().horizontalAdvance(text()) + noteGap;
    const int room = width() - left - (m_offers ? buttonRoom : lineTextMargin);
    const QFont small = m_theme.font(FontRole::Small);
    const QString shown = QFontMetrics(small).elidedText(m_note, Qt::ElideRight, room);
    if (room <= 0)
        return;
    QPainter painter(this);
    painter.setFont(small);
    painter.setPen(m_theme.colour(Colour::TextMuted));
    painter.drawText(QRect(left, 0, room, height()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

void ParameterLine::mousePressEvent(QMouseEvent *event)
{
    QLineEdit::mousePressEvent(event);
    if (m_offers && event->button() == Qt::LeftButton)
        Q_EMIT offersWanted();
}

void ParameterLine::keyPressEvent(QKeyEvent *event)
{
    if (m_offers && event->key() == Qt::Key_Down) {
        Q_EMIT offersWanted();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace acx
