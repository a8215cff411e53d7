#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# cmake --install puts programs, data, desktop entry, icon and man pages where they belong.
set -euo pipefail
build=$1
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
cmake --install "$build" --prefix "$prefix" >/dev/null
id=io.github.apiconnect_explorer.ApiConnectExplorer
for file in bin/acx bin/apiconnect-explorer "share/applications/$id.desktop" "share/metainfo/$id.metainfo.xml" \
    "share/icons/hicolor/scalable/apps/$id.svg" share/man/man1/acx.1 share/man/man1/apiconnect-explorer.1; do
    test -s "$prefix/$file" || { echo "not installed: $file"; find "$prefix" -type f; exit 1; }
done
"$prefix/bin/acx" --version
"$prefix/bin/acx" deployments --json | python3 -c 'import json,sys; assert len(json.load(sys.stdin)) == 5'
QT_QPA_PLATFORM=offscreen "$prefix/bin/apiconnect-explorer" --version
