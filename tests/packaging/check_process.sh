#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Starts a program and fails when its process may leave a core file or can be read by other processes of its user, as
# no release build may.
#   check_process.sh PROGRAM [ARGUMENT…]
set -euo pipefail
export LC_ALL=C

[ "$#" -gt 0 ] || { echo "usage: $0 PROGRAM [ARGUMENT…]" >&2; exit 2; }
[ -x "$1" ] || { echo "$1: not there" >&2; exit 2; }
folder=$(mktemp -d)
pid=
clean() {
    if [ -n "$pid" ]; then
        kill -KILL "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    fi
    rm -rf "$folder"
}
trap clean EXIT

# What belongs to root tells nothing: /proc/PID is root's for a process that cannot be dumped, whoever runs it.
user=()
if [ "$(id -u)" = 0 ]; then
    chown 65534:65534 "$folder"
    user=(setpriv --reuid=65534 --regid=65534 --clear-groups)
fi
ulimit -c unlimited 2>/dev/null || true
cd "$folder"
${user[@]+"${user[@]}"} env -i PATH="$PATH" HOME="$folder" XDG_RUNTIME_DIR="$folder" QT_QPA_PLATFORM=offscreen \
    "$@" > /dev/null 2>&1 < /dev/null &
pid=$!

is_private() {
    grep -Eq '^Max core file size +0 +0 ' "/proc/$pid/limits" 2>/dev/null &&
        [ "$(stat -c %u "/proc/$pid/environ" 2>/dev/null)" = 0 ]
}
tries=0
until is_private; do
    tries=$((tries + 1))
    if ! kill -0 "$pid" 2>/dev/null || [ "$tries" -ge 100 ]; then
        printf '%s: may leave a core file, or can be read by other processes of its user\n' "$1" >&2
        grep '^Max core' "/proc/$pid/limits" >&2 2>/dev/null || true
        exit 1
    fi
    sleep 0.05
done
