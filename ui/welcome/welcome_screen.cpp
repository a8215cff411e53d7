// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/welcome_screen.h"

namespace acx {

WelcomeScreen::WelcomeScreen(const AppServices &services, QWidget *parent)
    : Screen(parent)
    , m_services(services)
{}

void WelcomeScreen::importFile(const QString &) {}

void WelcomeScreen::importText(const QString &) {}

} // namespace acx
