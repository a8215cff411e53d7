// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace acx {

class Theme;

/// The dashed surface that invites to drop the key file. Dropping itself is the window's: it works everywhere.
class DropInvitation final : public QWidget
{
    Q_OBJECT
public:
    explicit DropInvitation(const Theme &theme, QWidget *parent = nullptr);
    void addBelow(QWidget *widget);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QVBoxLayout *m_layout;
};

} // namespace acx
