// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace acx {

class Theme;

/// The field above the operations, with how many were found at its right end ("catalogCount"). Object name
/// "catalogSearch". Esc empties it.
class CatalogSearch final : public QLineEdit
{
    Q_OBJECT
public:
    explicit CatalogSearch(const Theme &theme, QWidget *parent = nullptr);

    void setCount(const QString &text);

Q_SIGNALS:
    /// The Down key: into the list.
    void leftDownwards();
    /// Enter, or Ctrl+Enter.
    void submitted(bool newTab);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();

    const Theme &m_theme;
    QLabel *m_count;
};

} // namespace acx
