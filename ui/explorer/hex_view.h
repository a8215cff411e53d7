// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/response/response_body.h"
#include "ui/explorer/text_hits.h"
#include "ui/theme/theme.h"

#include <QAbstractScrollArea>

namespace acx {

/// Bytes of any size as numbers and characters, 16 in a row. Only the rows in sight are read. Rows are selected by
/// mouse, Shift and arrows or Ctrl+A, and copied as text, up to `largestCopy` bytes.
class HexView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    static constexpr qint64 largestCopy = 1024LL * 1024;

    explicit HexView(const Theme &theme, QWidget *parent = nullptr);

    void setBody(const ResponseBody &body);
    void goTo(qint64 offset);
    void setHits(TextHitsPtr hits);
    /// The row's text, as in "0000000010  41 42 …  AB".
    [[nodiscard]] QString rowText(qint64 row) const;
    [[nodiscard]] qint64 rowCount() const;
    void copy();

Q_SIGNALS:
    void copyRefused();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int rowsInSight() const;
    void updateScrollBars();
    void select(qint64 anchor, qint64 row);
    void paintMarks(QPainter &painter, qint64 row, int top) const;
    [[nodiscard]] qint64 rowAt(int y) const;

    const Theme &m_theme;
    ResponseBody m_body;
    QByteArrayView m_bytes;
    TextHitsPtr m_hits;
    qint64 m_anchor = -1; ///< selected rows; -1 = none
    qint64 m_row = -1;
};

} // namespace acx
