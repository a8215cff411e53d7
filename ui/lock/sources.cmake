# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND acx_ui_sources
    lock/app_lock.cpp lock/app_lock.h
    lock/lock_page.cpp lock/lock_page.h
    lock/lock_signals.h
    lock/screen_lock.cpp lock/screen_lock.h)
