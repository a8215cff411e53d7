#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# with_keyring.sh [--no-service] PROGRAM [ARGUMENT…]
#
# Runs PROGRAM on a D-Bus session bus of its own with an unlocked gnome-keyring of its own, and ends with its status.
# With --no-service the bus is there and offers no Secret Service. Several runs at the same time do not meet.
#
# Use: acx_add_test(test_x … WRAPPER "${PROJECT_SOURCE_DIR}/tests/support/with_keyring.sh")
#
# PROGRAM finds in its environment
#   DBUS_SESSION_BUS_ADDRESS   the private bus
#   ACX_KEYRING_DIR            the private folder: home/.local/share/keyrings holds the keyring's files
#   HOME, XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_CACHE_HOME, XDG_STATE_HOME, XDG_RUNTIME_DIR   below that folder, mode 0700
# The keyring's password is one line feed. No prompt can ever appear: the bus offers no prompter, so that an attempt to unlock is
# dismissed at once. tests/support/keyring.h locks, unlocks, stops and kills the daemon; the bus starts it again (locked).
#
# At the end, also when this script is killed, every process that was started here (and whatever PROGRAM left behind) is
# killed and the folder is removed. Needs dbus-daemon, dbus-send, gnome-keyring-daemon and setsid; no systemd, no display.
set -eu

# Kills what lives in the session of the bus, or has the private folder in its environment; then removes the folder.
clean() {
    folder=$1
    session=$(cat "$folder/session" 2>/dev/null || true)
    # Two programs look through all processes: one for each would take seconds on a busy machine. In stat, the third
    # field after the name in brackets and the state is the session.
    found=$(
        if [ -n "$session" ]; then
            cat /proc/[0-9]*/stat 2>/dev/null | sed -n "s/^\([0-9]*\) .*) [^ ]* [^ ]* [^ ]* $session .*/\1/p"
        fi
        grep -laF "ACX_KEYRING_DIR=$folder" /proc/[0-9]*/environ 2>/dev/null | sed 's|^/proc/\([0-9]*\)/.*|\1|'
    ) || true
    for pid in $found; do
        # The leader of the session ends by itself once it has collected its children.
        if [ "$pid" = "$$" ] || [ "$pid" = "$session" ]; then continue; fi
        kill -KILL "$pid" 2>/dev/null || true
    done
    rm -rf "$folder" 2>/dev/null || { sleep 1; rm -rf "$folder"; }
    if [ -n "${server-}" ]; then wait "$server" 2>/dev/null || true; fi
}

# Waits until the script that holds the other end of the pipe is gone, killed included.
if [ "${1-}" = --watch ]; then
    read -r _ || true
    if [ -d "$2" ]; then clean "$2"; fi
    exit 0
fi

# The bus and the keyring, in a session of their own.
if [ "${1-}" = --serve ]; then
    folder=$2
    echo "$$" > "$folder/session"
    dbus-daemon --nofork --nopidfile --config-file="$folder/bus.conf" &
    if [ "$3" = keyring ]; then
        tries=0
        until [ -S "$folder/run/bus" ] || [ "$tries" -ge 200 ]; do sleep 0.05; tries=$((tries + 1)); done
        printf '\n' | gnome-keyring-daemon --unlock --foreground --components=secrets &
    fi
    wait
    exit 0
fi

mode=keyring
if [ "${1-}" = --no-service ]; then
    mode=none
    shift
fi
if [ $# -eq 0 ]; then
    echo "usage: with_keyring.sh [--no-service] PROGRAM [ARGUMENT...]" >&2
    exit 2
fi

umask 077
base=${TMPDIR:-/tmp}
# A socket's path is at most 107 characters long.
if [ "${#base}" -gt 60 ]; then base=/tmp; fi
ACX_KEYRING_DIR=$(mktemp -d "$base/acx-keyring.XXXXXX")
folder=$ACX_KEYRING_DIR
self=$(readlink -f "$0")

mkfifo "$folder/alive"
(setsid sh "$self" --watch "$folder" < "$folder/alive" > /dev/null 2>&1 &)
exec 9> "$folder/alive"
trap 'clean "$folder"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

mkdir -p "$folder/run" "$folder/services" "$folder/home/.local/share" "$folder/home/.local/state" \
    "$folder/home/.config" "$folder/home/.cache"
cat > "$folder/bus.conf" << END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=$folder/run/bus</listen>
  <servicedir>$folder/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
  <limit name="max_replies_per_connection">50000</limit>
  <limit name="max_match_rules_per_connection">50000</limit>
</busconfig>
END
if [ "$mode" = keyring ]; then
    daemon=$(command -v gnome-keyring-daemon) || { echo "with_keyring.sh: gnome-keyring-daemon is missing" >&2; exit 2; }
    cat > "$folder/services/org.freedesktop.secrets.service" << END
[D-BUS Service]
Name=org.freedesktop.secrets
Exec=$daemon --start --foreground --components=secrets
END
fi

export ACX_KEYRING_DIR
export HOME="$folder/home" XDG_DATA_HOME="$folder/home/.local/share" XDG_CONFIG_HOME="$folder/home/.config"
export XDG_CACHE_HOME="$folder/home/.cache" XDG_STATE_HOME="$folder/home/.local/state" XDG_RUNTIME_DIR="$folder/run"
export DBUS_SESSION_BUS_ADDRESS="unix:path=$folder/run/bus"
unset GNOME_KEYRING_CONTROL KDE_FULL_SESSION KDE_SESSION_VERSION XDG_CURRENT_DESKTOP DESKTOP_SESSION || true

env -u DISPLAY -u WAYLAND_DISPLAY setsid sh "$self" --serve "$folder" "$mode" 9>&- < /dev/null > "$folder/log" 2>&1 &
server=$!

is_ready() {
    if [ "$mode" = none ]; then
        dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
            org.freedesktop.DBus.GetId > /dev/null 2>&1
    else
        # Asked only once the name is there: the question itself would start a second, locked daemon.
        dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
            org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2> /dev/null | grep -q true \
            && dbus-send --session --print-reply --dest=org.freedesktop.secrets \
                /org/freedesktop/secrets/aliases/default org.freedesktop.DBus.Properties.Get \
                string:org.freedesktop.Secret.Collection string:Locked 2> /dev/null | grep -q false
    fi
}

tries=0
until is_ready; do
    tries=$((tries + 1))
    if [ "$tries" -ge 400 ]; then
        echo "with_keyring.sh: the private bus or keyring did not start" >&2
        cat "$folder/log" >&2
        exit 2
    fi
    sleep 0.05
done

status=0
"$@" 9>&- || status=$?
exit "$status"
