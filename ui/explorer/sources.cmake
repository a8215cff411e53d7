# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND acx_ui_sources
    explorer/answer_panel.cpp explorer/answer_panel.h
    explorer/body_text.cpp explorer/body_text.h
    explorer/exchange_run.cpp explorer/exchange_run.h
    explorer/explorer_screen.cpp explorer/explorer_screen.h
    explorer/explorer_tab.cpp explorer/explorer_tab.h
    explorer/request_panel.cpp explorer/request_panel.h
    explorer/timing_phases.cpp explorer/timing_phases.h
    explorer/waterfall_bar.cpp explorer/waterfall_bar.h)
