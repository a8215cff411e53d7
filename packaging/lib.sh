# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by packaging/run and packaging/test: says what happens, installs what is missing, builds.
# shellcheck shell=bash

acx_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
die() {
    printf '\n%s: %s\n' "$(basename "$0")" "$1" >&2
    shift
    for line in "$@"; do printf '  %s\n' "$line" >&2; done
    exit 1
}

# --- which packages ---------------------------------------------------------------------------------------------------
# One package a word; a|b means: the first of these names that this system knows.

packages_build_apt="build-essential cmake ninja-build pkg-config
    qt6-base-dev qt6-svg-dev|libqt6svg6-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libgl-dev
    qtkeychain-qt6-dev libexpected-dev rapidjson-dev libssl-dev libcpp-httplib-dev libsimdjson-dev libyaml-dev zlib1g-dev
    libqscintilla2-qt6-dev libsecret-1-0 libqt6svg6 libqt6sql6-sqlite fonts-dejavu-core ca-certificates"
packages_test_apt="dbus-daemon dbus-x11 gnome-keyring libglib2.0-bin curl openssl python3 procps iproute2 tinyproxy-bin
    nginx-light|nginx microsocks xvfb xauth appstream desktop-file-utils httpie lld clang-19|clang-20|clang-18"
packages_full_apt="weston qt6-wayland xdotool clang-tidy-19|clang-tidy-20|clang-tidy-18 clang-tools-19|clang-tools-20|clang-tools-18
    libclang-rt-19-dev|libclang-rt-20-dev|libclang-rt-18-dev llvm-19|llvm-20|llvm-18 clazy"

packages_build_dnf="gcc-c++ cmake ninja-build pkgconf-pkg-config
    qt6-qtbase-devel qt6-qtsvg-devel qt6-qttools-devel qt6-linguist mesa-libGL-devel
    qtkeychain-qt6-devel expected-devel rapidjson-devel openssl-devel cpp-httplib-devel simdjson-devel libyaml-devel zlib-devel
    qscintilla-qt6-devel libsecret dejavu-sans-fonts dejavu-sans-mono-fonts ca-certificates"
packages_test_dnf="dbus-daemon gnome-keyring glib2 curl openssl python3 procps-ng iproute tinyproxy
    nginx microsocks xorg-x11-server-Xvfb xorg-x11-xauth appstream desktop-file-utils httpie lld clang"
packages_full_dnf="weston qt6-qtwayland xdotool clang-tools-extra compiler-rt llvm clazy libasan libubsan"

packages_build_pacman="base-devel cmake ninja pkgconf
    qt6-base qt6-svg qt6-tools
    qtkeychain-qt6 tl-expected rapidjson openssl cpp-httplib simdjson libyaml zlib
    qscintilla-qt6 libsecret sqlite ttf-dejavu ca-certificates"
packages_test_pacman="dbus gnome-keyring glib2 curl openssl python procps-ng iproute2 tinyproxy
    nginx microsocks xorg-server-xvfb xorg-xauth appstream desktop-file-utils httpie lld clang"
packages_full_pacman="weston qt6-wayland xdotool compiler-rt llvm clazy"

package_manager() {
    local name
    for name in apt-get dnf pacman; do
        if command -v "$name" >/dev/null 2>&1; then
            printf '%s\n' "${name%-get}"
            return
        fi
    done
    printf 'none\n'
}

is_installed() { # manager package
    case "$1" in
        apt) [ "$(dpkg-query -W -f='${db:Status-Status}' "$2" 2>/dev/null)" = installed ] ;;
        dnf) rpm -q --whatprovides "$2" >/dev/null 2>&1 ;;
        pacman) pacman -Q "$2" >/dev/null 2>&1 || pacman -Qg "$2" >/dev/null 2>&1 ;;
    esac
}

is_known() { # manager package
    case "$1" in
        apt) [ -n "$(apt-cache search --names-only "^$2\$" 2>/dev/null)" ] ;;
        dnf) dnf -q info "$2" >/dev/null 2>&1 ;;
        pacman) pacman -Si "$2" >/dev/null 2>&1 || pacman -Sg "$2" >/dev/null 2>&1 ;;
    esac
}

# Prints what is not there yet, one entry a line, alternatives kept.
missing_packages() { # manager entries…
    local manager=$1 entry name
    shift
    for entry in "$@"; do
        for name in ${entry//|/ }; do
            if is_installed "$manager" "$name"; then
                continue 2
            fi
        done
        printf '%s\n' "$entry"
    done
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

# --- installing without starting anything -----------------------------------------------------------------------------

# Debian's packages start their services on installation unless a policy-rc.d says no; ours is there only meanwhile.
policy_file=/usr/sbin/policy-rc.d
policy_is_ours=no
service_folders=(/etc/systemd/system /etc/systemd/user /etc/rcS.d /etc/rc2.d /etc/rc3.d /etc/rc4.d /etc/rc5.d)
service_links_before=
install_is_quiet=no

# No distribution has all of the folders, and find calls a missing one a failure.
list_service_links() {
    { find "${service_folders[@]}" -type l \
        \( -path '*.wants/*' -o -path '*.requires/*' -o -name 'S[0-9]*' \) 2>/dev/null || true; } | sort
}

begin_quiet_install() {
    service_links_before=$(list_service_links)
    install_is_quiet=yes
    if [ ! -e "$policy_file" ] && [ "$(package_manager)" = apt ]; then
        policy_is_ours=yes
        printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy_file" >/dev/null
        as_root chmod 755 "$policy_file"
    fi
}

# Does nothing when nothing was begun, or when it was ended already.
end_quiet_install() {
    local link
    if [ "$install_is_quiet" = no ]; then
        return
    fi
    install_is_quiet=no
    if [ "$policy_is_ours" = yes ]; then
        as_root rm -f "$policy_file"
        policy_is_ours=no
    fi
    # What the packages enabled by themselves is switched off again: the program needs no service.
    comm -13 <(printf '%s\n' "$service_links_before") <(list_service_links) | while IFS= read -r link; do
        if [ -n "$link" ]; then
            as_root rm -f "$link"
        fi
    done
}

install_now() { # manager packages…
    local manager=$1
    shift
    case "$manager" in
        apt) as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" ;;
        dnf) as_root dnf install -y --setopt=install_weak_deps=False "$@" ;;
        pacman) as_root pacman -S --needed --noconfirm "$@" ;;
    esac
}

refresh_package_lists() { # manager
    case "$1" in
        apt) as_root apt-get update -q ;;
        dnf) as_root dnf -q makecache ;;
        pacman) as_root pacman -Sy --noconfirm ;;
    esac
}

# Replaces each entry by the first name that the system knows.
resolve_packages() { # manager entries…
    local manager=$1 entry name
    shift
    for entry in "$@"; do
        case "$entry" in
            *"|"*)
                for name in ${entry//|/ }; do
                    if is_known "$manager" "$name"; then
                        printf '%s\n' "$name"
                        continue 2
                    fi
                done
                printf '%s\n' "${entry%%|*}"
                ;;
            *) printf '%s\n' "$entry" ;;
        esac
    done
}

ensure_packages() { # build|test|full …
    local manager set name missing=() wanted=() log
    manager=$(package_manager)
    if [ "$manager" = none ]; then
        say "No apt, dnf or pacman here: nothing is installed, the build uses what is there."
        return
    fi
    for set in "$@"; do
        name="packages_${set}_${manager}"
        # shellcheck disable=SC2206 # the lists are words on purpose
        wanted+=(${!name})
    done
    mapfile -t missing < <(missing_packages "$manager" "${wanted[@]}")
    if [ "${#missing[@]}" -eq 0 ]; then
        return
    fi
    say "Installing ${#missing[@]} missing packages with $manager …"
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null 2>&1; then
        die "these packages are missing, and installing them needs root or sudo:" "${missing[*]}"
    fi
    log=$(mktemp)
    # However the script ends: a closed terminal sends HUP.
    trap end_quiet_install EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
    begin_quiet_install
    if ! { refresh_package_lists "$manager" &&
        mapfile -t missing < <(resolve_packages "$manager" "${missing[@]}") &&
        install_now "$manager" "${missing[@]}"; } >"$log" 2>&1; then
        end_quiet_install
        tail -n 15 "$log" >&2
        die "the packages could not be installed; the package manager's last words stand above." "Log: $log" \
            "Packages: ${missing[*]}"
    fi
    end_quiet_install
    trap - EXIT HUP INT TERM
    rm -f "$log"
}

# --- building ---------------------------------------------------------------------------------------------------------

# A clang++ that knows the C++20 used here (18 or newer); nothing if there is none.
find_clang() {
    local name
    for name in clang++-19 clang++-20 clang++-18 clang++; do
        if command -v "$name" >/dev/null 2>&1 && [ "$("$name" -dumpversion | cut -d. -f1)" -ge 18 ]; then
            printf '%s\n' "$name"
            return
        fi
    done
}

# Lets the sanitizers name functions: by themselves they look for the program's bare name only, which Debian does not give
# to the one of a certain version.
export_symbolizer() {
    local name
    for name in llvm-symbolizer-19 llvm-symbolizer-20 llvm-symbolizer-18 llvm-symbolizer; do
        if ASAN_SYMBOLIZER_PATH=$(command -v "$name"); then
            export ASAN_SYMBOLIZER_PATH
            return
        fi
    done
    unset ASAN_SYMBOLIZER_PATH
}

# Builds with clang where it is installed: it reads precompiled headers in a fraction of GCC's time, and most of a test
# program's build is just that. A folder that is configured keeps its compiler.
build_tests() { # preset
    local compiler
    compiler=$(find_clang)
    if [ -n "$compiler" ] && [ ! -e "$acx_root/build/$1/CMakeCache.txt" ]; then
        build_preset "$1" -DCMAKE_CXX_COMPILER="$compiler"
    else
        build_preset "$1"
    fi
}

build_preset() { # preset [cmake arguments…]
    local preset=$1 log
    shift
    cd "$acx_root"
    mkdir -p build
    log="build/$preset-configure.log"
    say "Configuring ($preset) …"
    if ! cmake --preset "$preset" "$@" >"$log" 2>&1; then
        tail -n 30 "$log" >&2
        die "configuring failed; CMake's last words stand above." "Log: $acx_root/$log"
    fi
    say "Building ($preset) …"
    if ! NINJA_STATUS='[%f/%t] ' cmake --build --preset "$preset" >&2; then
        die "the build failed; the compiler's words stand above."
    fi
}
