# SPDX-License-Identifier: GPL-3.0-or-later
# One interface target carries what every target of the project is built with.

option(ACX_WARNINGS_AS_ERRORS "Treat compiler warnings as errors (the dev preset)" OFF)
option(ACX_HARDENING "Build with hardening flags (the release preset)" OFF)
option(ACX_PRECOMPILED_HEADERS "Precompile the headers that most files include" ON)
option(ACX_UNITY "Compile the sources of a library in batches: a third of the time, but a missing include stays unseen" OFF)
option(ACX_PLAIN_TESTS "Compile the tests' own sources without optimization, in half of the time (the dev preset)" OFF)
option(ACX_FAST_LINKER "Link with lld or gold where one of them is installed (the dev preset)" OFF)
option(ACX_FUZZ "Build tests/fuzz for libFuzzer (clang, the fuzz preset)" OFF)
set(ACX_SANITIZE "" CACHE STRING "Sanitizers to build with, for example address,undefined")

add_library(acx_options INTERFACE)
target_include_directories(acx_options INTERFACE "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}/generated")
target_compile_features(acx_options INTERFACE cxx_std_20)
target_compile_definitions(acx_options INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_CONTEXTLESS_CONNECT
    QT_STRICT_ITERATORS
    QT_NO_FOREACH
    QT_NO_JAVA_STYLE_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(acx_options INTERFACE
    -Wall -Wextra -Wpedantic $<$<NOT:$<BOOL:${ACX_UNITY}>>:-Wshadow> -Wnon-virtual-dtor -Woverloaded-virtual
    -Wcast-align -Wformat=2 -Wnull-dereference -Wimplicit-fallthrough -Wswitch)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 reports null dereferences and dangling uses inside Qt's own inlined containers.
    target_compile_options(acx_options INTERFACE -Wno-null-dereference)
elseif(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    # libstdc++ 12 marks what its own std::stable_sort uses as deprecated.
    target_compile_options(acx_options INTERFACE -Wno-deprecated-declarations)
endif()
if(ACX_WARNINGS_AS_ERRORS)
    target_compile_options(acx_options INTERFACE -Werror)
endif()
if(ACX_SANITIZE)
    target_compile_options(acx_options INTERFACE -fsanitize=${ACX_SANITIZE} -fno-omit-frame-pointer
        -fno-sanitize-recover=all)
    target_link_options(acx_options INTERFACE -fsanitize=${ACX_SANITIZE})
endif()
if(ACX_FAST_LINKER)
    # More than a hundred test programs are linked statically; lld needs a quarter of the default linker's time.
    include(CheckLinkerFlag)
    foreach(linker IN ITEMS lld gold)
        check_linker_flag(CXX -fuse-ld=${linker} ACX_HAS_${linker})
        if(ACX_HAS_${linker})
            target_link_options(acx_options INTERFACE -fuse-ld=${linker})
            break()
        endif()
    endforeach()
endif()
if(ACX_FUZZ)
    target_compile_options(acx_options INTERFACE -fsanitize=fuzzer-no-link
        "-fsanitize-ignorelist=${PROJECT_SOURCE_DIR}/tests/fuzz/ignored.txt")
endif()
if(ACX_HARDENING)
    target_compile_options(acx_options INTERFACE -fstack-protector-strong)
    # The first two are known for some processors only; the last is what ARM has in the place of the second.
    include(CheckCXXCompilerFlag)
    foreach(flag IN ITEMS -fstack-clash-protection -fcf-protection=full -mbranch-protection=standard)
        string(MAKE_C_IDENTIFIER "ACX_HAS${flag}" has_flag)
        check_cxx_compiler_flag(${flag} ${has_flag})
        if(${has_flag})
            target_compile_options(acx_options INTERFACE ${flag})
        endif()
    endforeach()
    target_compile_definitions(acx_options INTERFACE _FORTIFY_SOURCE=2 _GLIBCXX_ASSERTIONS)
    target_link_options(acx_options INTERFACE -Wl,-z,relro,-z,now -Wl,-z,noexecstack)
    include(CheckPIESupported)
    check_pie_supported()
endif()
target_compile_definitions(acx_options INTERFACE
    $<$<CONFIG:Debug>:QT_FORCE_ASSERTS>)
