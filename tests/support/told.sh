#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# told.sh NAME PROGRAM [ARGUMENT…]
#
# Becomes PROGRAM, and keeps a copy of all that it tells as told/NAME in the folder of the run (ACX_RUN_DIR), whole,
# where the suite's last test searches it for secrets.
set -eu
file=$ACX_RUN_DIR/told/$1
shift
exec "$@" > >(exec tee -a "$file") 2> >(exec tee -a "$file" >&2)
