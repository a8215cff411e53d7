#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Fails, naming program and flag, when a program was built without one of the release preset's hardening flags.
#   check_hardening.sh PROGRAM…
set -euo pipefail
export LC_ALL=C
status=0

missing() { # program what
    printf '%s: %s\n' "$1" "$2" >&2
    status=1
}

# The linker marks a program only if all of its parts are marked, and Debian 12's crt1.o is not; there the instructions
# count themselves. Two of them come with the compiler's start files.
check_control_flow() { # program notes
    local start_file landings
    if grep -q 'x86 feature: IBT, SHSTK' <<<"$2"; then
        return
    fi
    start_file=$(cc -print-file-name=crt1.o 2>/dev/null || true)
    if [ -f "$start_file" ] && readelf -nW "$start_file" 2>/dev/null | grep -q 'x86 feature: IBT, SHSTK'; then
        missing "$1" "no mark for control-flow protection (-fcf-protection=full)"
        return
    fi
    landings=$({ grep -aobP '\xf3\x0f\x1e\xfa' "$1" || true; } | wc -l) # endbr64
    [ "$landings" -gt 2 ] || missing "$1" "no control-flow protection (-fcf-protection=full)"
}

# __memcpy_chk, __snprintf_chk … are what _FORTIFY_SOURCE puts in the place of memcpy, snprintf …, where the compiler cannot
# prove that nothing is overrun; those that print it always replaces. A program may have none of either: then the commands
# that compiled it have to say so.
check_fortify() { # program symbols
    local commands
    if grep -E '__[a-z_]+_chk(@|$)' <<<"$2" | grep -vq '__stack_chk'; then
        return
    fi
    commands=$(dirname "$1")/../compile_commands.json
    if ! grep -Eq ' UND (v?(f|d|s|sn|as)?printf|syslog)(@|$)' <<<"$2" && [ -s "$commands" ] &&
        ! grep '"command"' "$commands" | grep -vq -- '-D_FORTIFY_SOURCE='; then
        return
    fi
    missing "$1" "no checked library calls (_FORTIFY_SOURCE)"
}

check() { # program
    local program=$1 head segments dynamic symbols notes
    head=$(readelf -hW "$program")
    segments=$(readelf -lW "$program")
    dynamic=$(readelf -dW "$program")
    symbols=$(readelf -W --dyn-syms "$program")
    notes=$(readelf -nW "$program" 2>/dev/null)

    grep -Eq 'Type: +DYN' <<<"$head" && grep -Eq 'FLAGS_1.*PIE' <<<"$dynamic" ||
        missing "$program" "no position-independent executable (-fPIE -pie)"
    grep -q 'GNU_RELRO' <<<"$segments" || missing "$program" "no RELRO (-z relro)"
    grep -Eq 'BIND_NOW|FLAGS_1.*NOW' <<<"$dynamic" || missing "$program" "symbols are bound late (-z now)"
    grep -q 'GNU_STACK' <<<"$segments" || missing "$program" "does not say that its stack is for data (-z noexecstack)"
    ! grep -Eq 'GNU_STACK.* RWE ' <<<"$segments" || missing "$program" "executable stack (-z noexecstack)"
    ! grep -Eq 'LOAD.* RWE ' <<<"$segments" || missing "$program" "memory that is writable and executable"
    ! grep -q 'TEXTREL' <<<"$dynamic" || missing "$program" "relocations in the code (-fPIE)"
    ! grep -Eq '\((RPATH|RUNPATH)\)' <<<"$dynamic" || missing "$program" "looks for libraries in places of its own (RPATH)"
    grep -Eq '__stack_chk_fail(@|$)' <<<"$symbols" || missing "$program" "no stack protector (-fstack-protector-strong)"
    check_fortify "$program" "$symbols"
    if grep -Eq 'Machine: +Advanced Micro Devices X86-64' <<<"$head"; then
        check_control_flow "$program" "$notes"
    fi
}

[ "$#" -gt 0 ] || { echo "usage: $0 PROGRAM…" >&2; exit 2; }
for program in "$@"; do
    [ -s "$program" ] || { echo "$program: not there" >&2; exit 2; }
    check "$program"
done
exit "$status"
