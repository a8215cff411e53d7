# SPDX-License-Identifier: GPL-3.0-or-later
list(APPEND acx_ui_sources
    explorer/catalog_delegate.cpp explorer/catalog_delegate.h
    explorer/catalog_model.cpp explorer/catalog_model.h
    explorer/catalog_panel.cpp explorer/catalog_panel.h
    explorer/catalog_search.cpp explorer/catalog_search.h
    explorer/catalog_tree.cpp explorer/catalog_tree.h
    explorer/definition_card.cpp explorer/definition_card.h
    explorer/definition_card_actions.cpp
    explorer/definition_opener.cpp explorer/definition_opener.h
    explorer/definition_text.cpp explorer/definition_text.h
    explorer/answer_panel.cpp explorer/answer_panel.h
    explorer/json_excerpt.cpp explorer/json_excerpt.h
    explorer/json_tree_delegate.cpp explorer/json_tree_delegate.h
    explorer/json_tree_hands.cpp
    explorer/json_tree_model.cpp explorer/json_tree_model.h
    explorer/answer_definition.cpp explorer/answer_definition.h
    explorer/answer_head.cpp explorer/answer_head.h
    explorer/answer_words.cpp explorer/answer_words.h
    explorer/file_page.cpp explorer/file_page.h
    explorer/header_table.cpp explorer/header_table.h
    explorer/hex_view.cpp explorer/hex_view.h
    explorer/image_view.cpp explorer/image_view.h
    explorer/json_reading.cpp explorer/json_reading.h
    explorer/timing_view.cpp explorer/timing_view.h
    explorer/json_tree_page.cpp explorer/json_tree_page.h
    explorer/json_tree_view.cpp explorer/json_tree_view.h
    explorer/body_text.cpp explorer/body_text.h
    explorer/large_text_view.cpp explorer/large_text_view.h
    explorer/text_line_layout.cpp explorer/text_line_layout.h
    explorer/text_lines.cpp explorer/text_lines.h
    explorer/prepared_text.cpp explorer/prepared_text.h
    explorer/source_colours.cpp explorer/source_colours.h
    explorer/source_view.cpp explorer/source_view.h
    explorer/answer_search.cpp explorer/answer_search.h
    explorer/answer_secrets.cpp explorer/answer_secrets.h
    explorer/copy_source.cpp explorer/copy_source.h
    explorer/text_finder.cpp explorer/text_finder.h
    explorer/text_hits.h
    explorer/text_page.cpp explorer/text_page.h
    explorer/exchange_run.cpp explorer/exchange_run.h
    explorer/explorer_screen.cpp explorer/explorer_screen.h
    explorer/explorer_screen_drafts.cpp
    explorer/explorer_tab.cpp explorer/explorer_tab.h
    explorer/explorer_tab_send.cpp
    explorer/navigation_bar.cpp explorer/navigation_bar.h
    explorer/operation_book.cpp explorer/operation_book.h
    explorer/visit_list.cpp explorer/visit_list.h
    explorer/code_view.cpp explorer/code_view.h
    explorer/completion_popup.cpp explorer/completion_popup.h
    explorer/completion_popup_row.cpp explorer/completion_popup_row.h
    explorer/parameter_field_editor.cpp explorer/parameter_field_editor.h
    explorer/parameter_field_line.cpp explorer/parameter_field_line.h
    explorer/parameter_field_list.cpp explorer/parameter_field_list.h
    explorer/body_editor.cpp explorer/body_editor.h
    explorer/body_editor_content.cpp explorer/body_editor_content.h
    explorer/body_editor_fields.cpp explorer/body_editor_fields.h
    explorer/body_editor_findings.cpp explorer/body_editor_findings.h
    explorer/body_editor_parts.cpp explorer/body_editor_parts.h
    explorer/parameter_field.cpp explorer/parameter_field.h
    explorer/request_code.cpp explorer/request_code.h
    explorer/request_completion.cpp explorer/request_completion.h
    explorer/request_form.cpp explorer/request_form.h
    explorer/request_confirm.cpp explorer/request_confirm.h
    explorer/request_foot.cpp explorer/request_foot.h
    explorer/request_heading.cpp explorer/request_heading.h
    explorer/request_line.cpp explorer/request_line.h
    explorer/request_panel.cpp explorer/request_panel.h
    explorer/request_panel_draft.cpp
    explorer/request_panel_menu.cpp
    explorer/request_path.cpp explorer/request_path.h
    explorer/request_pause.cpp explorer/request_pause.h
    explorer/timing_phases.cpp explorer/timing_phases.h
    explorer/waterfall_bar.cpp explorer/waterfall_bar.h)
