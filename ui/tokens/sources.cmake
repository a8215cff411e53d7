# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND acx_ui_sources
    tokens/card_question.cpp tokens/card_question.h
    tokens/claims_view.cpp tokens/claims_view.h
    tokens/secret_text_view.cpp tokens/secret_text_view.h
    tokens/spend_question.h
    tokens/token_card.cpp tokens/token_card.h
    tokens/token_copier.cpp tokens/token_copier.h
    tokens/token_phase.cpp tokens/token_phase.h
    tokens/token_time_line.cpp tokens/token_time_line.h
    tokens/tokens_screen.cpp tokens/tokens_screen.h
    tokens/unused_token_card.cpp tokens/unused_token_card.h)
