// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/app_services.h"
#include "ui/screen.h"

namespace acx {

class SettingsScreen final : public Screen
{
    Q_OBJECT
public:
    explicit SettingsScreen(const AppServices &services, QWidget *parent = nullptr);

private:
    const AppServices &m_services;
};

} // namespace acx
