// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/app_services.h"
#include "ui/screen.h"

#include <QUuid>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace acx {

class ProfileDetail;
class ProfileList;

/// All profiles and the chosen one in detail. Without any it goes to Welcome. Controls: "profileList", "addProfile",
/// and those of ProfileDetail.
class ProfilesScreen final : public Screen
{
    Q_OBJECT
public:
    explicit ProfilesScreen(const AppServices &services, QWidget *parent = nullptr);
    void activate() override;

private:
    [[nodiscard]] QWidget *buildList();
    void refresh();
    void showSelected();

    const AppServices &m_services;
    ProfileList *m_list = nullptr;
    ProfileDetail *m_detail;
    QUuid m_shown;
};

} // namespace acx
