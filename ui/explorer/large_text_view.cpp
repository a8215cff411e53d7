// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/large_text_view.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int lineSpace = 3;         // pixels between lines
constexpr int largeTextMargin = 8;   // pixels
constexpr int columnsBefore = 10;    // kept in sight before a place that is gone to
constexpr qint64 longestWord = 4096; // bytes that a double click looks at

int held(qint64 value)
{
    return int(qBound(qint64(0), value, qint64(std::numeric_limits<int>::max() / 2)));
}

bool isWordByte(char byte)
{
    const auto value = static_cast<unsigned char>(byte);
    return value >= 0x80 || value == '_' || value == '-' || (value >= '0' && value <= '9') ||
           ((value | 0x20) >= 'a' && (value | 0x20) <= 'z');
}

} // namespace

LargeTextView::LargeTextView(const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    connect(&theme, &Theme::changed, this, [this] { viewport()->update(); });
}

void LargeTextView::setText(const ResponseBody &body, const TextLines &lines)
{
    m_body = body;
    m_text = m_body.view().value_or(QByteArrayView());
    m_lines = lines;
    m_hits.reset();
    m_anchor = 0;
    m_caret = 0;
    updateScrollBars();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    viewport()->update();
}

void LargeTextView::clear()
{
    setText(ResponseBody(), TextLines());
}

LargeTextView::Metrics LargeTextView::metrics() const
{
    const QFontMetrics font(m_theme.font(FontRole::Mono));
    Metrics sizes;
    sizes.height = font.height() + lineSpace;
    sizes.column = qMax(1, font.horizontalAdvance(u'0'));
    const auto digits = QString::number(m_lines.count()).size();
    sizes.gutter = int(digits) * sizes.column + 2 * largeTextMargin;
    sizes.rows = qMax(1, viewport()->height() / sizes.height);
    sizes.columns = qMax(1, (viewport()->width() - sizes.gutter - largeTextMargin) / sizes.column);
    return sizes;
}

void LargeTextView::updateScrollBars()
{
    const Metrics sizes = metrics();
    verticalScrollBar()->setRange(0, held(m_lines.count() - sizes.rows));
    verticalScrollBar()->setPageStep(sizes.rows);
    horizontalScrollBar()->setRange(0, held(m_lines.longest() + 1 - sizes.columns));
    horizontalScrollBar()->setPageStep(int(sizes.columns));
    horizontalScrollBar()->setSingleStep(4);
}

void LargeTextView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
}

void LargeTextView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateScrollBars();
}

ShownLine LargeTextView::lineInSight(qint64 start, const Metrics &sizes) const
{
    const qint64 end = m_lines.end(start);
    const qint64 from = qMin(start + horizontalScrollBar()->value(), end);
    return shownLine(m_text, from, end, sizes.columns + 2);
}

void LargeTextView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.setFont(m_theme.font(FontRole::Mono));
    const Metrics sizes = metrics();
    painter.fillRect(viewport()->rect(), m_theme.colour(Colour::Surface));
    qint64 line = verticalScrollBar()->value();
    qint64 start = m_lines.start(line);
    for (int top = 0; top < viewport()->height() && line < m_lines.count(); top += sizes.height, ++line) {
        painter.setPen(m_theme.colour(Colour::TextMuted));
        painter.drawText(QRect(0, top, sizes.gutter - largeTextMargin, sizes.height), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(line + 1));
        paintLine(painter, start, top, sizes);
        start = m_lines.next(start);
    }
    if (hasFocus()) {
        painter.setPen(m_theme.colour(Colour::Accent));
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void LargeTextView::paintLine(QPainter &painter, qint64 start, int top, const Metrics &sizes) const
{
    const ShownLine line = lineInSight(start, sizes);
    const QRect row(sizes.gutter, top, viewport()->width() - sizes.gutter, sizes.height);
    painter.save();
    painter.setClipRect(row);
    const qint64 from = line.pieces.front().offset;
    const qint64 to = line.pieces.back().offset;
    if (m_hits) {
        auto hit = m_hits->endingBehind(from);
        for (; hit != m_hits->offsets.cend() && *hit < to; ++hit)
            paintRange(painter, line, *hit, *hit + m_hits->length, row, Colour::WarningSoft);
    }
    const qint64 selectedFrom = qMin(m_anchor, m_caret);
    const qint64 selectedTo = qMax(m_anchor, m_caret);
    if (selectedFrom < selectedTo && selectedFrom <= to && selectedTo > from)
        paintRange(painter, line, selectedFrom, selectedTo, row, Colour::AccentSoft);
    if (m_hits && m_hits->current >= from && m_hits->current < to) {
        painter.setPen(m_theme.colour(Colour::Warning));
        const int left = painter.fontMetrics().horizontalAdvance(line.shown, int(line.placeOf(m_hits->current)));
        const int right =
            painter.fontMetrics().horizontalAdvance(line.shown, int(line.placeOf(m_hits->current + m_hits->length)));
        painter.drawRect(QRect(row.left() + left, top, right - left, sizes.height - 1));
    }
    painter.setPen(m_theme.colour(Colour::Text));
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, line.shown);
    painter.restore();
}

void LargeTextView::paintRange(QPainter &painter, const ShownLine &line, qint64 from, qint64 to, QRect row,
                               Colour colour) const
{
    const QFontMetrics font = painter.fontMetrics();
    const int left = font.horizontalAdvance(line.shown, int(line.placeOf(from)));
    int right = font.horizontalAdvance(line.shown, int(line.placeOf(to)));
    if (to > line.pieces.back().offset)
        right += font.averageCharWidth(); // the line end belongs to it
    painter.fillRect(QRect(row.left() + left, row.top(), right - left, row.height()), m_theme.colour(colour));
}

qint64 LargeTextView::offsetAt(const QPoint &position) const
{
    const Metrics sizes = metrics();
    const qint64 line =
        qBound(qint64(0), verticalScrollBar()->value() + qint64(position.y() / sizes.height), m_lines.count() - 1);
    const ShownLine shown = lineInSight(m_lines.start(line), sizes);
    const QFontMetrics font(m_theme.font(FontRole::Mono));
    qsizetype low = 0;
    qsizetype high = shown.shown.size();
    while (low < high) { // the first place whose middle lies right of the position
        const qsizetype middle = (low + high) / 2;
        const int left = font.horizontalAdvance(shown.shown, int(middle));
        const int right = font.horizontalAdvance(shown.shown, int(middle + 1));
        if (sizes.gutter + (left + right) / 2 < position.x())
            low = middle + 1;
        else
            high = middle;
    }
    return low >= shown.shown.size() ? shown.pieces.back().offset : shown.offsetAt(low);
}

void LargeTextView::select(qint64 anchor, qint64 caret)
{
    const qint64 size = m_text.size();
    m_anchor = qBound(qint64(0), anchor, size);
    m_caret = qBound(qint64(0), caret, size);
    viewport()->update();
}

void LargeTextView::goTo(qint64 offset, qint64 length)
{
    select(offset, offset + length);
    const Metrics sizes = metrics();
    const qint64 line = m_lines.lineAt(m_anchor);
    const qint64 first = verticalScrollBar()->value();
    if (line < first || line >= first + sizes.rows)
        verticalScrollBar()->setValue(held(line - sizes.rows / 3));
    const qint64 column = m_anchor - m_lines.start(line);
    const qint64 left = horizontalScrollBar()->value();
    if (column < left || column + qMin(length, qint64(sizes.columns)) > left + sizes.columns)
        horizontalScrollBar()->setValue(column < sizes.columns / 2 ? 0 : held(column - columnsBefore));
}

void LargeTextView::setHits(TextHitsPtr hits)
{
    m_hits = std::move(hits);
    viewport()->update();
}

QString LargeTextView::selectedText() const
{
    const qint64 from = qMin(m_anchor, m_caret);
    const qint64 size = qAbs(m_caret - m_anchor);
    return size > largestCopy ? QString() : QString::fromUtf8(m_text.sliced(from, size));
}

void LargeTextView::copy()
{
    if (qAbs(m_caret - m_anchor) > largestCopy)
        Q_EMIT copyRefused();
    else if (m_caret != m_anchor)
        QGuiApplication::clipboard()->setText(selectedText());
}

void LargeTextView::selectAll()
{
    select(0, m_text.size());
}

QStringList LargeTextView::linesInSight() const
{
    QStringList shown;
    const Metrics sizes = metrics();
    qint64 start = m_lines.start(verticalScrollBar()->value());
    for (int row = 0; row < sizes.rows && verticalScrollBar()->value() + row < m_lines.count(); ++row) {
        shown += lineInSight(start, sizes).shown;
        start = m_lines.next(start);
    }
    return shown;
}

bool LargeTextView::scrollByKey(int key, Qt::KeyboardModifiers modifiers)
{
    const bool withControl = modifiers.testFlag(Qt::ControlModifier);
    QScrollBar *down = verticalScrollBar();
    QScrollBar *right = horizontalScrollBar();
    switch (key) {
    case Qt::Key_Up:
        down->triggerAction(QScrollBar::SliderSingleStepSub);
        return true;
    case Qt::Key_Down:
        down->triggerAction(QScrollBar::SliderSingleStepAdd);
        return true;
    case Qt::Key_PageUp:
        down->triggerAction(QScrollBar::SliderPageStepSub);
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        down->triggerAction(QScrollBar::SliderPageStepAdd);
        return true;
    case Qt::Key_Left:
        right->triggerAction(withControl ? QScrollBar::SliderPageStepSub : QScrollBar::SliderSingleStepSub);
        return true;
    case Qt::Key_Right:
        right->triggerAction(withControl ? QScrollBar::SliderPageStepAdd : QScrollBar::SliderSingleStepAdd);
        return true;
    case Qt::Key_Home:
        (withControl ? down : right)->triggerAction(QScrollBar::SliderToMinimum);
        return true;
    case Qt::Key_End:
        (withControl ? down : right)->triggerAction(QScrollBar::SliderToMaximum);
        return true;
    default:
        return false;
    }
}

/// With Shift: moves the end of the selection.
bool LargeTextView::selectByKey(int key)
{
    const qint64 line = m_lines.lineAt(m_caret);
    const qint64 start = m_lines.start(line);
    const qint64 column = m_caret - start;
    qint64 caret = 0;
    switch (key) {
    case Qt::Key_Left:
        caret = m_caret - 1;
        while (caret > 0 && (static_cast<unsigned char>(m_text[caret]) & 0xC0U) == 0x80U)
            --caret;
        break;
    case Qt::Key_Right:
        caret = m_caret < m_text.size() ? shownLine(m_text, m_caret, m_text.size(), 1).pieces.back().offset : m_caret;
        break;
    case Qt::Key_Up:
    case Qt::Key_Down: {
        const qint64 other =
            m_lines.start(qBound(qint64(0), key == Qt::Key_Up ? line - 1 : line + 1, m_lines.count() - 1));
        caret = qMin(other + column, m_lines.end(other));
        break;
    }
    case Qt::Key_Home:
        caret = start;
        break;
    case Qt::Key_End:
        caret = m_lines.end(start);
        break;
    default:
        return false;
    }
    const qint64 anchor = m_anchor;
    goTo(caret, 0);
    select(anchor, caret);
    return true;
}

void LargeTextView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (event->modifiers().testFlag(Qt::ShiftModifier) ? !selectByKey(event->key())
                                                            : !scrollByKey(event->key(), event->modifiers()))
        QAbstractScrollArea::keyPressEvent(event);
}

void LargeTextView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const qint64 offset = offsetAt(event->pos());
    select(event->modifiers().testFlag(Qt::ShiftModifier) ? m_anchor : offset, offset);
}

void LargeTextView::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton))
        return;
    if (event->pos().y() < 0)
        verticalScrollBar()->triggerAction(QScrollBar::SliderSingleStepSub);
    else if (event->pos().y() > viewport()->height())
        verticalScrollBar()->triggerAction(QScrollBar::SliderSingleStepAdd);
    select(m_anchor, offsetAt(QPoint(event->pos().x(), qBound(0, event->pos().y(), viewport()->height() - 1))));
}

void LargeTextView::mouseDoubleClickEvent(QMouseEvent *event)
{
    qint64 from = offsetAt(event->pos());
    qint64 to = from;
    while (from > 0 && to - from < longestWord && isWordByte(m_text[from - 1]))
        --from;
    while (to < m_text.size() && to - from < 2 * longestWord && isWordByte(m_text[to]))
        ++to;
    select(from, to);
}

void LargeTextView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copyAction = menu->addAction(tr("Copy"));
    copyAction->setEnabled(m_caret != m_anchor);
    connect(copyAction, &QAction::triggered, this, &LargeTextView::copy);
    connect(menu->addAction(tr("Select all")), &QAction::triggered, this, &LargeTextView::selectAll);
    menu->popup(event->globalPos());
}

} // namespace acx
