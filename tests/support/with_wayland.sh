#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# with_wayland.sh PROGRAM [ARGUMENT…]
#
# Runs PROGRAM in front of a Wayland compositor of its own (weston, in a window of an X server without a screen, because
# without any it has no keyboard, no focus and so no clipboard), and ends with its status. WAYLAND_DISPLAY and
# XDG_RUNTIME_DIR lead there; with ACX_TEST_KEEP_RUNTIME_DIR a PrivateHome leaves the latter as it is. DISPLAY is the X
# server that weston fills from 0,0 to 1700x1100: what xdotool clicks there arrives as a click of the person.
set -eu

if [ "${1-}" != --inside ]; then
    exec xvfb-run -a -s "-screen 0 1700x1100x24" "$0" --inside "$@"
fi
shift
umask 077
folder=$(mktemp -d /tmp/acx-wayland.XXXXXX) # a socket's path is short
weston=
clean() {
    if [ -n "$weston" ]; then
        kill "$weston" 2>/dev/null || true
        wait "$weston" 2>/dev/null || true
    fi
    rm -rf "$folder"
}
trap clean EXIT
export XDG_RUNTIME_DIR=$folder
HOME=$folder weston --backend=x11-backend.so --use-pixman --width=1700 --height=1100 --socket=wayland-acx \
    --idle-time=0 --no-config > "$folder/log" 2>&1 < /dev/null &
weston=$!
tries=0
until [ -S "$folder/wayland-acx" ] && grep -q 'desktop-shell' "$folder/log"; do
    tries=$((tries + 1))
    if [ "$tries" -ge 200 ] || ! kill -0 "$weston" 2>/dev/null; then
        echo "with_wayland.sh: weston did not start" >&2
        cat "$folder/log" >&2
        exit 2
    fi
    sleep 0.05
done
export WAYLAND_DISPLAY=wayland-acx ACX_TEST_KEEP_RUNTIME_DIR=1
status=0
"$@" || status=$?
exit "$status"
