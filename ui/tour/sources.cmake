# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND acx_ui_sources
    tour/tour.cpp tour/tour.h
    tour/tour_explorer.cpp
    tour/tour_hands.cpp tour/tour_hands.h
    tour/tour_maker.cpp tour/tour_maker.h
    tour/tour_steps.cpp tour/tour_steps.h
    tour/tour_walk.cpp tour/tour_walk.h)
