// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"

#include <QAbstractScrollArea>
#include <QTimer>

#include <chrono>

namespace acx {

class Theme;

/// Shows a secret as dots, or its text while revealed; hides it again by itself, and whenever it leaves the screen. It
/// has no text cursor, no undo and no plain copying: Ctrl+C, the context menu and a selection by mouse hand the
/// selected part out as a Secret, and only while revealed. Dragging out is not offered. To assistive technology it is a
/// picture with a name, never the text.
class SecretTextView final : public QAbstractScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretTextView)

public:
    explicit SecretTextView(const Theme &theme, QWidget *parent = nullptr);

    /// Another secret hides the text.
    void setSecret(const Secret &secret);
    void setRevealed(bool revealed);
    [[nodiscard]] bool isRevealed() const { return m_revealed; }
    /// How long text stays revealed; 30 s unless told.
    void setRevealTime(std::chrono::milliseconds time) { m_revealTime = time; }
    void selectAll();

Q_SIGNALS:
    void revealedChanged(bool revealed);
    /// Ctrl+C or the context menu.
    void copyWanted(const acx::Secret &part);
    /// A selection by mouse, for the primary selection.
    void selected(const acx::Secret &part);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] int columns() const;
    [[nodiscard]] int rows() const;
    [[nodiscard]] int characterAt(const QPoint &position) const;
    /// The selected part, or everything if nothing is selected.
    [[nodiscard]] Secret part() const;
    void updateScrollBar();
    void paintRow(QPainter &painter, int row, const QByteArray &text, int y);

    const Theme &m_theme;
    Secret m_secret;
    bool m_revealed = false;
    std::chrono::milliseconds m_revealTime{30'000};
    QTimer m_hideAgain;
    QSizeF m_cell; ///< of one character, in pixels
    int m_anchor = 0;
    int m_cursor = 0;
};

} // namespace acx
