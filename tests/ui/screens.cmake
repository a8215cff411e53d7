# SPDX-License-Identifier: GPL-3.0-or-later
# Tests of the screens: welcome, profiles, settings, explorer.

add_library(acx_screen_bench STATIC screen_bench.cpp screen_bench.h)
target_link_libraries(acx_screen_bench PUBLIC acx_options acx_test_support acx_ui acx_sandbox Qt6::Test)
acx_add_test(test_welcome_screen SOURCES test_welcome_screen.cpp DEPENDS acx_screen_bench)
acx_add_test(test_app_settings SOURCES test_app_settings.cpp DEPENDS acx_ui)
acx_add_test(test_explorer_screen SOURCES test_explorer_screen.cpp DEPENDS acx_screen_bench)
acx_add_test(test_explorer_navigation SOURCES test_explorer_navigation.cpp explorer_bench.h DEPENDS acx_screen_bench)
acx_add_test(test_explorer_tabs SOURCES test_explorer_tabs.cpp DEPENDS acx_screen_bench)
acx_add_test(test_profiles_screen SOURCES test_profiles_screen.cpp DEPENDS acx_screen_bench)
acx_add_test(test_settings_screen SOURCES test_settings_screen.cpp DEPENDS acx_screen_bench)
acx_add_test(test_screens_keyring SOURCES test_screens_keyring.cpp DEPENDS acx_screen_bench acx_test_keyring
    LABELS keychain WRAPPER "${PROJECT_SOURCE_DIR}/tests/support/with_keyring.sh")
acx_add_test(test_history_screen SOURCES test_history_screen.cpp DEPENDS acx_screen_bench)
foreach(name answer_panel json_tree text_view)
    acx_add_test(test_${name} SOURCES test_${name}.cpp answer_bench.h DEPENDS acx_screen_bench)
endforeach()
acx_add_test(test_parameter_field SOURCES test_parameter_field.cpp DEPENDS acx_screen_bench)
acx_add_test(test_completion_popup SOURCES test_completion_popup.cpp DEPENDS acx_screen_bench)
acx_add_test(test_body_editor SOURCES test_body_editor.cpp DEPENDS acx_screen_bench)
acx_add_test(test_request_panel SOURCES test_request_panel.cpp DEPENDS acx_screen_bench)
acx_add_test(test_request_help SOURCES test_request_help.cpp DEPENDS acx_screen_bench)
foreach(name catalog_panel definition_card)
    acx_add_test(test_${name} SOURCES test_${name}.cpp catalog_bench.h
        "${PROJECT_SOURCE_DIR}/tests/explorer/definition_texts.cpp" DEPENDS acx_screen_bench)
endforeach()
