# SPDX-License-Identifier: GPL-3.0-or-later
# Tests of the window's ground and frame: theme, clipboard, tokens, main window, tour.

acx_add_test(test_theme SOURCES test_theme.cpp DEPENDS acx_ui)
target_compile_definitions(test_theme PRIVATE ACX_TEST_SOURCES="${PROJECT_SOURCE_DIR}")
acx_add_test(test_system_scheme SOURCES test_system_scheme.cpp DEPENDS acx_ui Qt6::DBus
    WRAPPER "${PROJECT_SOURCE_DIR}/tests/support/with_keyring.sh" --no-service)
acx_add_test(test_secret_clipboard SOURCES test_secret_clipboard.cpp DEPENDS acx_ui)
acx_add_test(test_shared_widgets SOURCES test_shared_widgets.cpp DEPENDS acx_ui)
acx_add_test(test_drags SOURCES test_drags.cpp copy_bench.h explorer_bench.h DEPENDS acx_screen_bench)
acx_add_test(test_clipboard_words SOURCES test_clipboard_words.cpp DEPENDS acx_screen_bench)
acx_add_test(test_copy_paths SOURCES test_copy_paths.cpp copy_bench.h explorer_bench.h DEPENDS acx_screen_bench)
acx_add_test(test_lock SOURCES test_lock.cpp explorer_bench.h DEPENDS acx_screen_bench)
acx_add_test(test_screen_lock SOURCES test_screen_lock.cpp DEPENDS acx_screen_bench acx_test_keyring Qt6::DBus
    LABELS keychain WRAPPER "${PROJECT_SOURCE_DIR}/tests/support/with_keyring.sh")
acx_add_test(test_tokens_screen SOURCES test_tokens_screen.cpp DEPENDS acx_screen_bench)
acx_add_test(test_focus_order SOURCES test_focus_order.cpp DEPENDS acx_screen_bench)
foreach(name main_window single_use_key window_drops)
    acx_add_test(test_${name} SOURCES test_${name}.cpp window_bench.h DEPENDS acx_screen_bench)
endforeach()
acx_add_test(test_tour SOURCES test_tour.cpp DEPENDS acx_base Qt6::Gui TIMEOUT 240)
add_dependencies(test_tour apiconnect-explorer acx)

# Off screen there is no primary selection; a real X server has one.
find_program(acx_xvfb_run xvfb-run)
if(acx_xvfb_run)
    foreach(name test_secret_clipboard test_copy_paths)
        add_test(NAME ${name}_x11 COMMAND "${acx_told}" ${name}_x11 ${acx_xvfb_run} -a $<TARGET_FILE:${name}>)
    endforeach()
    set_tests_properties(test_secret_clipboard_x11 test_copy_paths_x11 PROPERTIES TIMEOUT 240
        ENVIRONMENT "QT_QPA_PLATFORM=xcb;QT_FORCE_ASSERTS=1;ACX_SOURCE_DIR=${PROJECT_SOURCE_DIR}"
        # libxkbcommon-x11 copies names out of a block of text with strndup, which this check takes for an overflow.
        ENVIRONMENT_MODIFICATION "ASAN_OPTIONS=string_append::strict_string_checks=0")
    acx_join_run(test_secret_clipboard_x11)
    acx_join_run(test_copy_paths_x11)
endif()

# A compositor with focus and a clipboard, for Qt's own client of it.
find_program(acx_weston weston)
find_program(acx_xdotool xdotool)
find_file(acx_qt_wayland libqwayland-generic.so PATHS "${QT6_INSTALL_PREFIX}/${QT6_INSTALL_PLUGINS}/platforms" NO_DEFAULT_PATH)
if(acx_xvfb_run AND acx_weston AND acx_xdotool AND acx_qt_wayland)
    acx_add_test(test_wayland_clipboard SOURCES test_wayland_clipboard.cpp copy_bench.h explorer_bench.h
        DEPENDS acx_screen_bench WRAPPER "${PROJECT_SOURCE_DIR}/tests/support/with_wayland.sh")
    # Qt's Wayland plugin frees nothing of what is on the clipboard when a program ends; the same code is checked for
    # leaks in test_copy_paths.
    set_property(TEST test_wayland_clipboard APPEND PROPERTY ENVIRONMENT "QT_QPA_PLATFORM=wayland"
        "LSAN_OPTIONS=detect_leaks=0")
endif()
