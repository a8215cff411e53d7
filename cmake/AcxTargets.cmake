# SPDX-License-Identifier: GPL-3.0-or-later

# acx_add_library(NAME SOURCES … [DEPENDS …] [PRIVATE_DEPENDS …])
# A folder of app/ or ui/ as a static library. DEPENDS names the folders it stands on, so the link line
# follows the floors of the house.
function(acx_add_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "PCH_FROM" "SOURCES;DEPENDS;PRIVATE_DEPENDS")
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC acx_options Qt6::Core ${arg_DEPENDS} PRIVATE ${arg_PRIVATE_DEPENDS})
    if(ACX_PRECOMPILED_HEADERS AND arg_PCH_FROM)
        target_precompile_headers(${name} REUSE_FROM ${arg_PCH_FROM})
    endif()
    if(ACX_UNITY)
        acx_batch_sources(${name} ${arg_SOURCES})
    endif()
endfunction()

# acx_batch_sources(NAME SOURCES …): at most twelve sources of one folder are compiled together. Names without linkage are
# unique within a folder, so that it does not matter which twelve.
function(acx_batch_sources name)
    set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
    foreach(source IN LISTS ARGN)
        if(NOT source MATCHES "\\.cpp$")
            continue()
        endif()
        cmake_path(GET source PARENT_PATH folder)
        string(MAKE_C_IDENTIFIER "in_${folder}" key)
        list(APPEND counted_${key} "${source}")
        list(LENGTH counted_${key} count)
        math(EXPR batch "(${count} - 1) / 12")
        set_source_files_properties("${source}" PROPERTIES UNITY_GROUP "${key}_${batch}")
    endforeach()
endfunction()

# The folder in which the tests of one run meet: secrets that are unique to the run, the temporary folder of all tests,
# and what they told. Short, because the paths of sockets are.
execute_process(COMMAND id -u OUTPUT_VARIABLE acx_user OUTPUT_STRIP_TRAILING_WHITESPACE)
string(SHA256 acx_run_name "${PROJECT_BINARY_DIR}")
string(SUBSTRING "${acx_run_name}" 0 12 acx_run_name)
set(acx_run_folder "/tmp/acx-run-${acx_user}-${acx_run_name}")
set(acx_told "${PROJECT_SOURCE_DIR}/tests/support/told.sh")

# acx_join_run(NAME): the test, whose command begins with acx_told and the test's name, takes part in the run.
function(acx_join_run name)
    set_property(TEST ${name} APPEND PROPERTY FIXTURES_REQUIRED acx_run)
    set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT "ACX_RUN_DIR=${acx_run_folder}" "TMPDIR=${acx_run_folder}/tmp")
endfunction()

# acx_moc_sources(NAME SOURCES …): what moc makes of the sources that include it, as "NAME.moc", and of headers with a
# Q_OBJECT. In the place of AUTOMOC, which starts a program and compiles an empty file for each test: a quarter of the
# time that the tests take to build. A header that gets its first Q_OBJECT wants CMake to run again.
function(acx_moc_sources name)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
    set(folder "${CMAKE_CURRENT_BINARY_DIR}/${name}.moc.d")
    target_include_directories(${name} BEFORE PRIVATE "${folder}") # a folder of AUTOMOC may be left over
    foreach(source IN LISTS ARGN)
        cmake_path(ABSOLUTE_PATH source OUTPUT_VARIABLE path)
        cmake_path(GET path STEM stem)
        file(STRINGS "${path}" wants_moc REGEX "^ *Q_OBJECT|^#include \"${stem}\\.moc\"" LIMIT_COUNT 1)
        if(NOT wants_moc)
            continue()
        endif()
        if(path MATCHES "\\.h$")
            set(made "${folder}/moc_${stem}.cpp")
        else()
            set(made "${folder}/${stem}.moc")
        endif()
        qt_generate_moc("${path}" "${made}") # without TARGET, moc reads no header: it would parse all of them for nothing
        target_sources(${name} PRIVATE "${made}")
    endforeach()
endfunction()

# acx_compile_as_test(NAME [DEPENDS …]): a program or library of tests is compiled with their precompiled headers, and
# without optimization where the preset wants that.
function(acx_compile_as_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "DEPENDS")
    if(ACX_PLAIN_TESTS)
        target_compile_options(${name} PRIVATE -O0)
    endif()
    if(ACX_PRECOMPILED_HEADERS)
        if(arg_DEPENDS MATCHES "acx_(ui|screen_bench|disk_writers)(;|$)|Qt6::Widgets")
            target_precompile_headers(${name} REUSE_FROM acx_screen_test_headers)
        else()
            target_precompile_headers(${name} REUSE_FROM acx_test_headers)
        endif()
    endif()
endfunction()

# acx_add_test(NAME SOURCES … [DEPENDS …] [LABELS …] [TIMEOUT seconds] [WRAPPER command …])
# One Qt Test program. It runs off screen, in a private home, and fails on a warning of its own accord.
# WRAPPER is put before the program (for example a private bus with a real keyring).
function(acx_add_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "SOURCES;DEPENDS;LABELS;WRAPPER")
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE acx_options acx_test_support Qt6::Test ${arg_DEPENDS})
    acx_moc_sources(${name} ${arg_SOURCES})
    acx_compile_as_test(${name} DEPENDS ${arg_DEPENDS})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 240)
    endif()
    add_test(NAME ${name} COMMAND "${acx_told}" ${name} ${arg_WRAPPER} $<TARGET_FILE:${name}>)
    math(EXPR function_timeout "1000 * ${arg_TIMEOUT}") # Qt's own would be 5 minutes
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${arg_TIMEOUT}
        LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_FORCE_ASSERTS=1;QTEST_FUNCTION_TIMEOUT=${function_timeout};ACX_PROGRAM_DIR=${PROJECT_BINARY_DIR}/bin;ACX_SOURCE_DIR=${PROJECT_SOURCE_DIR}")
    acx_join_run(${name})
endfunction()
