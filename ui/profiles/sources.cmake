# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND acx_ui_sources
    profiles/profiles_screen.cpp profiles/profiles_screen.h)
