# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND acx_ui_sources
    theme/portal_settings.h
    theme/svg_icon_engine.cpp theme/svg_icon_engine.h
    theme/system_scheme.cpp theme/system_scheme.h
    theme/theme.cpp theme/theme.h
    theme/theme_style.cpp theme/theme_style.h
    theme/theme_values.cpp theme/theme_values.h)
