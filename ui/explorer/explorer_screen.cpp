// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/explorer_screen.h"

namespace acx {

ExplorerScreen::ExplorerScreen(const AppServices &services, QWidget *parent)
    : Screen(parent)
    , m_services(services)
{}

} // namespace acx
