# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND acx_ui_sources
    history/clear_question.cpp history/clear_question.h
    history/difference_model.cpp history/difference_model.h
    history/history_compare.cpp history/history_compare.h
    history/history_delegate.cpp history/history_delegate.h
    history/history_detail.cpp history/history_detail.h
    history/history_model.cpp history/history_model.h
    history/history_screen.cpp history/history_screen.h
    history/history_side.cpp history/history_side.h
    history/history_text.cpp history/history_text.h)
