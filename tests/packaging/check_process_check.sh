#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Tries check_process.sh on a process that is private as in a release build, and on one that is not.
#   check_process_check.sh PRIVATE_PROGRAM
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

"$here/check_process.sh" "$1" wait
if "$here/check_process.sh" "$(command -v sleep)" 60 2>/dev/null; then
    echo "check_process.sh finds nothing wrong with a process that can be read" >&2
    exit 1
fi
