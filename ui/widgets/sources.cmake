# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND acx_ui_sources
    widgets/clipboard_guard.cpp widgets/clipboard_guard.h
    widgets/controls.cpp widgets/controls.h
    widgets/message_bar.cpp widgets/message_bar.h
    widgets/no_drags.cpp widgets/no_drags.h
    widgets/secret_clipboard.cpp widgets/secret_clipboard.h
    widgets/tool_tip.h)
