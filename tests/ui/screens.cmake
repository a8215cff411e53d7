# SPDX-License-Identifier: GPL-3.0-or-later
# Tests of the screens: welcome, profiles, settings, explorer.

add_library(acx_screen_bench STATIC screen_bench.cpp screen_bench.h)
target_link_libraries(acx_screen_bench PUBLIC acx_options acx_test_support acx_ui acx_sandbox Qt6::Test)
acx_compile_as_test(acx_screen_bench DEPENDS acx_ui)
foreach(name welcome_screen welcome_place)
    acx_add_test(test_${name} SOURCES test_${name}.cpp welcome_bench.h DEPENDS acx_screen_bench)
endforeach()
acx_add_test(test_app_settings SOURCES test_app_settings.cpp DEPENDS acx_ui)
acx_add_test(test_explorer_screen SOURCES test_explorer_screen.cpp DEPENDS acx_screen_bench)
acx_add_test(test_explorer_navigation SOURCES test_explorer_navigation.cpp explorer_bench.h DEPENDS acx_screen_bench)
acx_add_test(test_explorer_journey SOURCES test_explorer_journey.cpp explorer_bench.h DEPENDS acx_screen_bench)
acx_add_test(test_explorer_window SOURCES test_explorer_window.cpp explorer_bench.h DEPENDS acx_screen_bench)
acx_add_test(test_explorer_definitions SOURCES test_explorer_definitions.cpp explorer_bench.h DEPENDS acx_screen_bench)
acx_add_test(test_explorer_keyring SOURCES test_explorer_keyring.cpp explorer_bench.h
    DEPENDS acx_screen_bench acx_test_keyring
    LABELS keychain WRAPPER "${PROJECT_SOURCE_DIR}/tests/support/with_keyring.sh")
acx_add_test(test_explorer_tabs SOURCES test_explorer_tabs.cpp DEPENDS acx_screen_bench)
acx_add_test(test_profiles_screen SOURCES test_profiles_screen.cpp DEPENDS acx_screen_bench)
acx_add_test(test_settings_screen SOURCES test_settings_screen.cpp DEPENDS acx_screen_bench)
acx_add_test(test_screens_keyring SOURCES test_screens_keyring.cpp catalog_bench.h
    "${PROJECT_SOURCE_DIR}/tests/explorer/definition_texts.cpp" DEPENDS acx_screen_bench acx_test_keyring
    LABELS keychain WRAPPER "${PROJECT_SOURCE_DIR}/tests/support/with_keyring.sh")
acx_add_test(test_screens_no_keychain SOURCES test_screens_no_keychain.cpp welcome_bench.h
    DEPENDS acx_screen_bench acx_test_keyring
    LABELS keychain WRAPPER "${PROJECT_SOURCE_DIR}/tests/support/with_keyring.sh" --no-service)
acx_add_test(test_settings_keyring SOURCES test_settings_keyring.cpp
    "${PROJECT_SOURCE_DIR}/tests/http/connect_proxy.cpp" "${PROJECT_SOURCE_DIR}/tests/http/connect_proxy.h"
    DEPENDS acx_screen_bench acx_test_keyring
    LABELS keychain WRAPPER "${PROJECT_SOURCE_DIR}/tests/support/with_keyring.sh")
acx_add_test(test_history_journey SOURCES explorer_bench.h test_history_journey.cpp DEPENDS acx_screen_bench)
foreach(name test_history_screen test_history_compare)
    acx_add_test(${name} SOURCES history_bench.cpp history_bench.h ${name}.cpp DEPENDS acx_screen_bench)
endforeach()
foreach(name answer_panel answer_search json_tree json_tree_hands text_lines text_view)
    acx_add_test(test_${name} SOURCES test_${name}.cpp answer_bench.h DEPENDS acx_screen_bench)
endforeach()
acx_add_test(test_parameter_field SOURCES test_parameter_field.cpp DEPENDS acx_screen_bench)
acx_add_test(test_completion_popup SOURCES test_completion_popup.cpp DEPENDS acx_screen_bench)
acx_add_test(test_body_editor SOURCES test_body_editor.cpp DEPENDS acx_screen_bench)
acx_add_test(test_code_view SOURCES test_code_view.cpp DEPENDS acx_screen_bench)
acx_add_test(test_explorer_faults SOURCES test_explorer_faults.cpp explorer_bench.h DEPENDS acx_screen_bench TIMEOUT 600)
acx_add_test(test_answer_words SOURCES test_answer_words.cpp DEPENDS acx_ui)
acx_add_test(test_request_pause SOURCES test_request_pause.cpp explorer_bench.h DEPENDS acx_screen_bench)
acx_add_test(test_request_panel SOURCES test_request_panel.cpp DEPENDS acx_screen_bench)
acx_add_test(test_request_help SOURCES test_request_help.cpp DEPENDS acx_screen_bench)
foreach(name catalog_panel definition_card)
    acx_add_test(test_${name} SOURCES test_${name}.cpp catalog_bench.h
        "${PROJECT_SOURCE_DIR}/tests/explorer/definition_texts.cpp" DEPENDS acx_screen_bench)
endforeach()
acx_add_test(test_token_signature SOURCES test_token_signature.cpp "${PROJECT_SOURCE_DIR}/tests/tokens/signer.cpp"
    DEPENDS acx_screen_bench OpenSSL::Crypto)
acx_add_test(test_claims_view SOURCES test_claims_view.cpp DEPENDS acx_screen_bench)
acx_add_test(test_certificate_offer SOURCES test_certificate_offer.cpp
    "${PROJECT_SOURCE_DIR}/tests/http/connect_proxy.cpp" "${PROJECT_SOURCE_DIR}/tests/http/tls_rows.cpp"
    DEPENDS acx_screen_bench TIMEOUT 300)
acx_add_test(test_trust_settings SOURCES test_trust_settings.cpp DEPENDS acx_screen_bench)
