# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND acx_ui_sources
    widgets/colour_dot.cpp widgets/colour_dot.h
    widgets/form_field.cpp widgets/form_field.h
    widgets/inline_notice.cpp widgets/inline_notice.h
    widgets/page.cpp widgets/page.h
    widgets/secret_field.cpp widgets/secret_field.h
    profiles/choice_card.cpp profiles/choice_card.h
    profiles/key_card.cpp profiles/key_card.h
    profiles/place_form.cpp profiles/place_form.h profiles/place_form_read.cpp
    profiles/place_urls.cpp profiles/place_urls.h
    profiles/profile_detail.cpp profiles/profile_detail.h
    profiles/profile_list.cpp profiles/profile_list.h
    profiles/profile_text.cpp profiles/profile_text.h
    profiles/profiles_screen.cpp profiles/profiles_screen.h
    profiles/region_items.cpp profiles/region_items.h
    profiles/remove_card.cpp profiles/remove_card.h)
