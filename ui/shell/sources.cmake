# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND acx_ui_sources
    composition.cpp composition.h
    main_window.cpp main_window.h main_window_commands.cpp main_window_lock.cpp
    start_failure.cpp start_failure.h
    start_notices.cpp start_notices.h
    sandbox_profile.cpp sandbox_profile.h
    shell/command_palette.cpp shell/command_palette.h
    shell/window_drops.cpp shell/window_drops.h
    shell/profile_switcher.cpp shell/profile_switcher.h
    shell/rail.cpp shell/rail.h
    shell/status_bar.cpp shell/status_bar.h
    shell/token_pill.cpp shell/token_pill.h
    shell/top_bar.cpp shell/top_bar.h)
