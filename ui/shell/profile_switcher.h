// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/app_services.h"

#include <QAbstractButton>
#include <QMenu>

namespace acx {

/// Shows the current profile (coloured dot, name, place) and lets the person choose another one from its menu. Object
/// name "profileSwitcher", its menu "profileMenu".
class ProfileSwitcher final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ProfileSwitcher(const AppServices &services, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    void openMenu();

Q_SIGNALS:
    void addWanted();
    void manageWanted();
    void lockWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    void fillMenu();

    const AppServices m_services;
    QMenu m_menu;
};

} // namespace acx
