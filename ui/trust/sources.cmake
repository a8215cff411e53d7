# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND acx_ui_sources
    trust/certificate_dialog.cpp trust/certificate_dialog.h
    trust/certificate_offer.cpp trust/certificate_offer.h)
