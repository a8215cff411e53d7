// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace acx {

class Theme;

/// The numbered steps of a task, with a bar over those that are reached.
class StepBar final : public QWidget
{
    Q_OBJECT
public:
    StepBar(const Theme &theme, QStringList steps, QWidget *parent = nullptr);
    /// From 0.
    void setCurrent(int step);
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QStringList m_steps;
    int m_current = 0;
};

} // namespace acx
