// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/profiles_screen.h"

namespace acx {

ProfilesScreen::ProfilesScreen(const AppServices &services, QWidget *parent)
    : Screen(parent)
    , m_services(services)
{}

} // namespace acx
