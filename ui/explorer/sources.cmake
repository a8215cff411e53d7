# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND acx_ui_sources
    explorer/explorer_screen.cpp explorer/explorer_screen.h)
