# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND acx_ui_sources
    settings/app_settings.cpp settings/app_settings.h
    settings/settings_screen.cpp settings/settings_screen.h)
