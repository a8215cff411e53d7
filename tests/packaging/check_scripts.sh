#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The scripts parse, and a quiet install leaves neither its policy nor a newly enabled service behind.
set -euo pipefail
root=$1
for script in run test analyse bench fuzz lib.sh; do
    bash -n "$root/packaging/$script"
done
# shellcheck source=packaging/lib.sh
. "$root/packaging/lib.sh"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
policy_file=$folder/policy-rc.d
mkdir -p "$folder/links"
ln -s /nowhere "$folder/links/S01old"
# As on distributions that have only some of the folders.
service_folders=("$folder/missing" "$folder/links")
as_root() { "$@"; }
package_manager() { echo apt; }

# Nothing was begun: nothing is new.
end_quiet_install
test -L "$folder/links/S01old"

begin_quiet_install
test -x "$policy_file"
status=0
"$policy_file" || status=$?
test "$status" -eq 101
ln -s /nowhere "$folder/links/S01new"
end_quiet_install
test ! -e "$policy_file"
test -L "$folder/links/S01old"
test ! -L "$folder/links/S01new"

# A policy that was there before stays as it was.
printf 'mine\n' >"$policy_file"
begin_quiet_install
end_quiet_install
test "$(cat "$policy_file")" = mine

# Alternatives: the first installed one counts, and nothing is asked for twice.
is_installed() { [ "$2" = there ]; }
test -z "$(missing_packages apt 'absent|there' there)"
test "$(missing_packages apt 'absent|also-absent' there)" = 'absent|also-absent'

# However an installation ends, it leaves nothing behind.
cat >"$folder/install" <<'END'
set -euo pipefail
. "$1/packaging/lib.sh"
policy_file=$2/policy-rc.d
service_folders=("$2/links")
as_root() { "$@"; }
package_manager() { echo apt; }
missing_packages() { echo some-package; }
refresh_package_lists() { :; }
resolve_packages() { echo some-package; }
install_now() {
    touch "$folder/installing"
    ln -s /nowhere "$folder/links/S01new"
    test -x "$policy_file"
    case "$ending" in
        fail) return 1 ;;
        exit) exit 3 ;;
        *) kill -s "$ending" $$ ;;
    esac
}
folder=$2
ending=$3
ensure_packages build
END
rm "$policy_file"
for ending in HUP INT TERM fail exit; do
    rm -f "$folder/installing"
    TMPDIR=$folder bash "$folder/install" "$root" "$folder" "$ending" >/dev/null 2>&1 || true
    test -e "$folder/installing"
    test ! -e "$policy_file"
    test -L "$folder/links/S01old"
    test ! -L "$folder/links/S01new"
done
