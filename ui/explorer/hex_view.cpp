// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/hex_view.h"

#include "ui/widgets/clipboard_guard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qint64 bytesInRow = 16;
constexpr int placeDigits = 10;
constexpr int numbersColumn = placeDigits + 2;               // in characters
constexpr int charactersColumn = numbersColumn + 16 * 3 + 2; // a gap in the middle
constexpr int rowLength = charactersColumn + 16;
constexpr int rowSpace = 4;  // pixels
constexpr int hexMargin = 8; // pixels

int numberColumn(qint64 byte)
{
    return numbersColumn + int(byte) * 3 + (byte >= bytesInRow / 2 ? 1 : 0);
}

} // namespace

HexView::HexView(const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    connect(&theme, &Theme::changed, this, [this] { viewport()->update(); });
}

void HexView::setBody(const ResponseBody &body)
{
    m_body = body;
    m_bytes = m_body.view().value_or(QByteArrayView());
    m_hits.reset();
    m_anchor = -1;
    m_row = -1;
    updateScrollBars();
    verticalScrollBar()->setValue(0);
    viewport()->update();
}

qint64 HexView::rowCount() const
{
    return (m_bytes.size() + bytesInRow - 1) / bytesInRow;
}

int HexView::rowHeight() const
{
    return QFontMetrics(m_theme.font(FontRole::Mono)).height() + rowSpace;
}

int HexView::rowsInSight() const
{
    return qMax(1, viewport()->height() / rowHeight());
}

void HexView::updateScrollBars()
{
    const qint64 most = std::numeric_limits<int>::max();
    verticalScrollBar()->setRange(0, int(qBound(qint64(0), rowCount() - rowsInSight(), most)));
    verticalScrollBar()->setPageStep(rowsInSight());
    const int width = QFontMetrics(m_theme.font(FontRole::Mono)).horizontalAdvance(u'0') * rowLength + 2 * hexMargin;
    horizontalScrollBar()->setRange(0, qMax(0, width - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
}

void HexView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
}

QString HexView::rowText(qint64 row) const
{
    const qint64 from = row * bytesInRow;
    const QByteArrayView bytes = m_bytes.sliced(from, qMin(bytesInRow, m_bytes.size() - from));
    QString text = u"%1"_s.arg(from, placeDigits, 16, QLatin1Char('0')).leftJustified(rowLength);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        text.replace(numberColumn(i), 2, u"%1"_s.arg(uint(byte), 2, 16, QLatin1Char('0')));
        text[charactersColumn + i] = byte >= 0x20 && byte < 0x7F ? QChar(char16_t(byte)) : QChar(u'·');
    }
    return text.left(charactersColumn + bytes.size());
}

void HexView::paintMarks(QPainter &painter, qint64 row, int top) const
{
    if (!m_hits)
        return;
    const int column = painter.fontMetrics().horizontalAdvance(u'0');
    const qint64 from = row * bytesInRow;
    auto hit = m_hits->endingBehind(from);
    for (; hit != m_hits->offsets.cend() && *hit < from + bytesInRow; ++hit) {
        const qint64 first = qMax(*hit, from) - from;
        const qint64 last = qMin(*hit + m_hits->length, from + bytesInRow) - from - 1;
        const QRect numbers(numberColumn(first) * column, top, (numberColumn(last) + 2 - numberColumn(first)) * column,
                            rowHeight());
        const QRect characters((charactersColumn + int(first)) * column, top, int(last - first + 1) * column,
                               rowHeight());
        for (const QRect &mark : {numbers, characters}) {
            painter.fillRect(mark, m_theme.colour(Colour::WarningSoft));
            if (*hit == m_hits->current) {
                painter.setPen(m_theme.colour(Colour::Warning));
                painter.drawRect(mark.adjusted(0, 0, -1, -1));
            }
        }
    }
}

void HexView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme.colour(Colour::Surface));
    painter.setFont(m_theme.font(FontRole::Mono));
    painter.translate(hexMargin - horizontalScrollBar()->value(), 0);
    const int placeWidth = painter.fontMetrics().horizontalAdvance(u'0') * placeDigits;
    qint64 row = verticalScrollBar()->value();
    for (int top = 0; top < viewport()->height() && row < rowCount(); top += rowHeight(), ++row) {
        if (m_row >= 0 && row >= qMin(m_anchor, m_row) && row <= qMax(m_anchor, m_row))
            painter.fillRect(QRect(-hexMargin, top, viewport()->width() * 2, rowHeight()),
                             m_theme.colour(Colour::AccentSoft));
        paintMarks(painter, row, top);
        const QString text = rowText(row);
        const int baseline = top + rowSpace / 2 + painter.fontMetrics().ascent();
        painter.setPen(m_theme.colour(Colour::TextMuted));
        painter.drawText(0, baseline, text.left(placeDigits));
        painter.setPen(m_theme.colour(Colour::Text));
        painter.drawText(placeWidth, baseline, text.sliced(placeDigits));
    }
    painter.resetTransform();
    if (hasFocus()) {
        painter.setPen(m_theme.colour(Colour::Accent));
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

qint64 HexView::rowAt(int y) const
{
    return qBound(qint64(0), verticalScrollBar()->value() + qint64(y / rowHeight()), qMax(qint64(0), rowCount() - 1));
}

void HexView::select(qint64 anchor, qint64 row)
{
    if (rowCount() == 0)
        return;
    m_row = qBound(qint64(0), row, rowCount() - 1);
    m_anchor = qBound(qint64(0), anchor, rowCount() - 1);
    const qint64 first = verticalScrollBar()->value();
    if (m_row < first)
        verticalScrollBar()->setValue(int(m_row));
    else if (m_row >= first + rowsInSight())
        verticalScrollBar()->setValue(int(m_row - rowsInSight() + 1));
    viewport()->update();
}

void HexView::goTo(qint64 offset)
{
    select(offset / bytesInRow, offset / bytesInRow);
}

void HexView::setHits(TextHitsPtr hits)
{
    m_hits = std::move(hits);
    viewport()->update();
}

void HexView::copy()
{
    if (m_row < 0)
        return;
    const qint64 first = qMin(m_anchor, m_row);
    const qint64 last = qMax(m_anchor, m_row);
    if ((last - first) * bytesInRow >= largestCopy) {
        Q_EMIT copyRefused();
        return;
    }
    QStringList rows;
    for (qint64 row = first; row <= last; ++row)
        rows += rowText(row);
    auto *content = new QMimeData;
    content->setText(rows.join(u'\n'));
    const qint64 from = first * bytesInRow;
    content->setData(QLatin1StringView(ClipboardGuard::bytesFormat),
                     m_bytes.sliced(from, qMin((last - first + 1) * bytesInRow, m_bytes.size() - from)).toByteArray());
    QGuiApplication::clipboard()->setMimeData(content);
}

void HexView::keyPressEvent(QKeyEvent *event)
{
    const auto step = [event]() -> std::optional<qint64> {
        switch (event->key()) {
        case Qt::Key_Up:
            return -1;
        case Qt::Key_Down:
            return 1;
        default:
            return std::nullopt;
        }
    }();
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::SelectAll)) {
        m_anchor = 0;
        m_row = rowCount() - 1;
        viewport()->update();
    } else if (step) {
        const qint64 row = m_row < 0 ? verticalScrollBar()->value() : m_row + *step;
        select(event->modifiers().testFlag(Qt::ShiftModifier) && m_row >= 0 ? m_anchor : row, row);
    } else if (event->key() == Qt::Key_Home) {
        select(0, 0);
    } else if (event->key() == Qt::Key_End) {
        select(rowCount() - 1, rowCount() - 1);
    } else if (event->key() == Qt::Key_PageUp) {
        verticalScrollBar()->triggerAction(QScrollBar::SliderPageStepSub);
    } else if (event->key() == Qt::Key_PageDown) {
        verticalScrollBar()->triggerAction(QScrollBar::SliderPageStepAdd);
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void HexView::mousePressEvent(QMouseEvent *event)
{
    const qint64 row = rowAt(event->pos().y());
    if (event->button() == Qt::LeftButton)
        select(event->modifiers().testFlag(Qt::ShiftModifier) && m_row >= 0 ? m_anchor : row, row);
}

void HexView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton) && m_anchor >= 0)
        select(m_anchor, rowAt(qBound(0, event->pos().y(), viewport()->height() - 1)));
}

} // namespace acx
