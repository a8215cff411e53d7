# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND acx_ui_sources
    settings/app_settings.cpp settings/app_settings.h
    settings/authority_list.cpp settings/authority_list.h
    settings/authority_file.cpp settings/authority_file.h
    settings/history_form.cpp settings/history_form.h
    settings/network_setup.cpp settings/network_setup.h
    settings/proxy_form.cpp settings/proxy_form.h
    settings/settings_screen.cpp settings/settings_screen.h
    settings/settings_text.cpp settings/settings_text.h)
