# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND acx_ui_sources
    welcome/drop_invitation.cpp welcome/drop_invitation.h
    welcome/key_step.cpp welcome/key_step.h
    welcome/keychain_line.cpp welcome/keychain_line.h
    welcome/place_step.cpp welcome/place_step.h
    welcome/step_bar.cpp welcome/step_bar.h
    welcome/token_step.cpp welcome/token_step.h
    welcome/welcome_screen.cpp welcome/welcome_screen.h welcome/welcome_screen_profile.cpp)
