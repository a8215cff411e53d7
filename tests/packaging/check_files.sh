#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The files that a desktop reads are valid; the man pages name every option that the programs' --help names.
set -euo pipefail
root=$1
linux=$root/packaging/linux
desktop-file-validate "$linux"/*.desktop
appstreamcli validate --no-net --pedantic "$linux"/*.metainfo.xml
for page in acx apiconnect-explorer; do
    test -s "$root/packaging/man/$page.1"
done
bin=${ACX_PROGRAM_DIR:-$root/build/dev/bin}
for program in acx apiconnect-explorer; do
    # mdoc writes --client as "Fl -client", man as "\-\-client".
    page=$(sed -e 's/\\-/-/g' -e 's/Fl -\([a-z]\)/--\1/g' -e 's/ , -\([a-z]\)/ --\1/g' "$root/packaging/man/$program.1")
    for option in $(QT_QPA_PLATFORM=offscreen "$bin/$program" --help 2>&1 | grep -oE -- '--[a-z][a-z-]+' | sort -u); do
        case $page in
            *"$option"*) ;;
            *) echo "man page of $program does not mention $option"; exit 1 ;;
        esac
    done
done
