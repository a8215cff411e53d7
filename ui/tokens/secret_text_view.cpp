// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/secret_text_view.h"

#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int textPadding = 12; // pixels
constexpr int lineSpacing = 18; // pixels

} // namespace

SecretTextView::SecretTextView(const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAutoFillBackground(false);
    const QFontMetricsF metrics(theme.font(FontRole::Mono));
    m_cell = QSizeF(metrics.horizontalAdvance(u'm'), lineSpacing);
    m_hideAgain.setSingleShot(true);
    connect(&m_hideAgain, &QTimer::timeout, this, [this] { setRevealed(false); });
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    setAccessibleName(tr("Token, hidden"));
}

void SecretTextView::setSecret(const Secret &secret)
{
    if (secret == m_secret)
        return;
    setRevealed(false);
    m_secret = secret;
    m_anchor = m_cursor = 0;
    updateScrollBar();
    verticalScrollBar()->setValue(0);
    viewport()->update();
}

void SecretTextView::setRevealed(bool revealed)
{
    if (revealed == m_revealed || (revealed && m_secret.isEmpty()))
        return;
    m_revealed = revealed;
    m_anchor = m_cursor = 0;
    if (revealed)
        m_hideAgain.start(m_revealTime);
    else
        m_hideAgain.stop();
    viewport()->setCursor(revealed ? Qt::IBeamCursor : Qt::ArrowCursor);
    setAccessibleName(revealed ? tr("Token, shown") : tr("Token, hidden"));
    updateScrollBar();
    viewport()->update();
    Q_EMIT revealedChanged(revealed);
}

void SecretTextView::selectAll()
{
    if (!m_revealed)
        return;
    m_anchor = 0;
    m_cursor = static_cast<int>(m_secret.size());
    viewport()->update();
}

Secret SecretTextView::part() const
{
    const int first = std::min(m_anchor, m_cursor);
    const int last = std::max(m_anchor, m_cursor);
    if (first == last)
        return m_secret;
    QByteArray bytes = m_secret.reveal().mid(first, last - first);
    const Secret result(bytes);
    bytes.fill('\0');
    return result;
}

int SecretTextView::columns() const
{
    return std::max(1, static_cast<int>((viewport()->width() - 2 * textPadding) / m_cell.width()));
}

int SecretTextView::rows() const
{
    return static_cast<int>((m_secret.size() + columns() - 1) / columns());
}

void SecretTextView::updateScrollBar()
{
    const int height = rows() * lineSpacing + 2 * textPadding;
    // Dots tell nothing further down, so there is nothing to scroll to while the text is hidden.
    verticalScrollBar()->setRange(0, m_revealed ? std::max(0, height - viewport()->height()) : 0);
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(lineSpacing);
}

int SecretTextView::characterAt(const QPoint &position) const
{
    const int y = position.y() + verticalScrollBar()->value() - textPadding;
    const int row = std::clamp(y / lineSpacing, 0, std::max(0, rows() - 1));
    const int column = std::clamp(qRound((position.x() - textPadding) / m_cell.width()), 0, columns());
    return static_cast<int>(std::min<qsizetype>(static_cast<qsizetype>(row) * columns() + column, m_secret.size()));
}

void SecretTextView::paintRow(QPainter &painter, int row, const QByteArray &text, int y)
{
    const int from = row * columns();
    const int count = std::min(columns(), static_cast<int>(m_secret.size()) - from);
    const int first = std::clamp(std::min(m_anchor, m_cursor) - from, 0, count);
    const int last = std::clamp(std::max(m_anchor, m_cursor) - from, 0, count);
    if (last > first) {
        const QRectF marked(textPadding + first * m_cell.width(), y, (last - first) * m_cell.width(), lineSpacing);
        painter.fillRect(marked, m_theme.colour(Colour::AccentSoft));
    }
    const QString shown = m_revealed ? QString::fromUtf8(text.mid(from, count)) : QString(count, u'•');
    painter.drawText(QRectF(textPadding, y, viewport()->width() - textPadding, lineSpacing),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

void SecretTextView::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(m_theme.colour(Colour::Accent), 1) : QPen(Qt::NoPen));
    painter.setBrush(m_theme.colour(Colour::SurfaceAlt));
    const int radius = m_theme.radius(u"control"_s);
    painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setClipRect(viewport()->rect().adjusted(0, textPadding / 2, 0, -textPadding / 2));
    painter.setFont(m_theme.font(FontRole::Mono));
    painter.setPen(m_theme.colour(m_revealed ? Colour::Text : Colour::TextMuted));
    const QByteArray text = m_secret.reveal();
    const int top = verticalScrollBar()->value();
    const int firstRow = std::max(0, (top - textPadding) / lineSpacing);
    for (int row = firstRow; row < rows(); ++row) {
        const int y = textPadding + row * lineSpacing - top;
        if (y > viewport()->height())
            break;
        paintRow(painter, row, text, y);
    }
}

void SecretTextView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBar();
}

void SecretTextView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        if (m_revealed)
            Q_EMIT copyWanted(part());
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void SecretTextView::mousePressEvent(QMouseEvent *event)
{
    if (!m_revealed || event->button() != Qt::LeftButton)
        return;
    m_anchor = m_cursor = characterAt(event->position().toPoint());
    viewport()->update();
}

void SecretTextView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_revealed || !event->buttons().testFlag(Qt::LeftButton))
        return;
    m_cursor = characterAt(event->position().toPoint());
    viewport()->update();
}

void SecretTextView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_revealed && event->button() == Qt::LeftButton && m_anchor != m_cursor)
        Q_EMIT selected(part());
}

void SecretTextView::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_revealed)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"secretMenu"_s);
    QAction *copy = menu->addAction(tr("Copy"), this, [this] {
        if (m_revealed)
            Q_EMIT copyWanted(part());
    });
    copy->setObjectName(u"secretCopy"_s);
    menu->addAction(tr("Select all"), this, &SecretTextView::selectAll);
    menu->popup(event->globalPos());
}

void SecretTextView::hideEvent(QHideEvent *event)
{
    setRevealed(false);
    QAbstractScrollArea::hideEvent(event);
}

} // namespace acx
