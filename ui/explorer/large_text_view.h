// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/response/response_body.h"
#include "ui/explorer/text_hits.h"
#include "ui/explorer/text_line_layout.h"
#include "ui/explorer/text_lines.h"
#include "ui/theme/theme.h"

#include <QAbstractScrollArea>

#include <optional>

namespace acx {

/// Text of any size, with lines of any length: what is seen is read from the bytes each time it is painted. Nothing is
/// wrapped; sideways it scrolls by bytes of a line. Read-only; text is selected by mouse or Shift and arrows and copied
/// up to `largestCopy` bytes.
class LargeTextView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    static constexpr qint64 largestCopy = 16LL * 1024 * 1024;

    explicit LargeTextView(const Theme &theme, QWidget *parent = nullptr);

    /// `lines` are those of all bytes of `body`, which is complete.
    void setText(const ResponseBody &body, const TextLines &lines);
    void clear();
    /// Selects these bytes and brings them into sight.
    void goTo(qint64 offset, qint64 length);
    void setHits(TextHitsPtr hits);
    [[nodiscard]] QString selectedText() const;
    void copy();
    void selectAll();
    /// The lines in sight, as painted.
    [[nodiscard]] QStringList linesInSight() const;

Q_SIGNALS:
    void copyRefused();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Metrics
    {
        int height = 1; ///< of a line, in pixels
        int column = 1; ///< width of a digit
        int gutter = 0; ///< room for the line numbers
        int rows = 1;   ///< whole lines in sight
        qsizetype columns = 1;
    };

    [[nodiscard]] Metrics metrics() const;
    void updateScrollBars();
    [[nodiscard]] ShownLine lineInSight(qint64 start, const Metrics &sizes) const;
    void paintLine(QPainter &painter, qint64 start, int top, const Metrics &sizes) const;
    void paintRange(QPainter &painter, const ShownLine &line, qint64 from, qint64 to, QRect row, Colour colour) const;
    [[nodiscard]] qint64 offsetAt(const QPoint &position) const;
    [[nodiscard]] bool scrollByKey(int key, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] bool selectByKey(int key);
    void select(qint64 anchor, qint64 caret);

    const Theme &m_theme;
    ResponseBody m_body;
    QByteArrayView m_text;
    TextLines m_lines;
    TextHitsPtr m_hits;
    qint64 m_anchor = 0; ///< bytes; the selection lies between the two
    qint64 m_caret = 0;
};

} // namespace acx
