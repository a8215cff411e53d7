# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND acx_ui_sources
    welcome/welcome_screen.cpp welcome/welcome_screen.h)
