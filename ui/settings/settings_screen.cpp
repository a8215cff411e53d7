// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_screen.h"

namespace acx {

SettingsScreen::SettingsScreen(const AppServices &services, QWidget *parent)
    : Screen(parent)
    , m_services(services)
{}

} // namespace acx
