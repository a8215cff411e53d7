# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND acx_ui_sources
    settings/app_settings.cpp settings/app_settings.h
    settings/authority_list.cpp settings/authority_list.h
    settings/client_form.cpp settings/client_form.h
    settings/client_list.cpp settings/client_list.h
    settings/entry_list.cpp settings/entry_list.h
    settings/history_form.cpp settings/history_form.h
    settings/proxy_form.cpp settings/proxy_form.h
    settings/settings_file.cpp settings/settings_file.h
    settings/settings_screen.cpp settings/settings_screen.h
    settings/settings_text.cpp settings/settings_text.h
    settings/trusted_list.cpp settings/trusted_list.h)
