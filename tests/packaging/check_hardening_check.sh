#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# check_hardening.sh accepts a small program with every flag, and refuses it once for each flag that is left out.
#   check_hardening_check.sh C++_COMPILER
set -euo pipefail
compiler=$1
check=$(dirname "${BASH_SOURCE[0]}")/check_hardening.sh
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cat >"$folder/small.cpp" <<'END'
#include <cstdio>
#include <cstring>
int main(int count, char **words)
{
    char text[16];
    std::strncpy(text, words[0], static_cast<std::size_t>(count) * 4);
    return std::puts(text) < 0;
}
END
flags=(-O2 -w -fPIE -fstack-protector-strong -D_FORTIFY_SOURCE=2 -pie -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)
[ "$(uname -m)" != x86_64 ] || flags+=(-fcf-protection=full)

# build FLAG INSTEAD… : the program, with other flags in the place of one
build() {
    local left_out=$1 flag used=()
    shift
    for flag in "${flags[@]}"; do
        [ "$flag" = "$left_out" ] || used+=("$flag")
    done
    "$compiler" "${used[@]}" "$@" "$folder/small.cpp" -o "$folder/small"
}

must_fail() { # words
    local said
    if said=$("$check" "$folder/small" 2>&1); then
        echo "accepted without: $1" >&2
        exit 1
    fi
    grep -qF -- "$1" <<<"$said" || { printf 'expected “%s”, got:\n%s\n' "$1" "$said" >&2; exit 1; }
}

build none
"$check" "$folder/small"
build -pie -no-pie && must_fail "-fPIE -pie"
build -Wl,-z,relro -Wl,-z,norelro && must_fail "-z relro"
build -Wl,-z,now -Wl,-z,lazy && must_fail "-z now"
build -Wl,-z,noexecstack -Wl,-z,execstack && must_fail "-z noexecstack"
build -fstack-protector-strong -fno-stack-protector && must_fail "-fstack-protector-strong"
build -D_FORTIFY_SOURCE=2 -U_FORTIFY_SOURCE && must_fail "_FORTIFY_SOURCE"
build none -Wl,-rpath,/somewhere && must_fail "RPATH"

# A program in which there is nothing to check is taken at the word of the commands that compiled it.
mkdir "$folder/bin"
quiet=("$compiler" "${flags[@]}" -x c++ - -o "$folder/bin/quiet")
"${quiet[@]}" <<<'int main(int count, char **words) { char text[16] = {}; text[count & 7] = words[0][0]; return text[3]; }'
commands=$folder/compile_commands.json
check_quiet() { "$check" "$folder/bin/quiet" >/dev/null 2>&1; }
! check_quiet || { echo "accepted without _FORTIFY_SOURCE and without commands" >&2; exit 1; }
echo '"command": "c++ -D_FORTIFY_SOURCE=2 -c a.cpp",' >"$commands"
check_quiet || { echo "refused although the commands say it" >&2; exit 1; }
echo '"command": "c++ -c b.cpp",' >>"$commands"
! check_quiet || { echo "accepted with a source compiled without _FORTIFY_SOURCE" >&2; exit 1; }
if [ "$(uname -m)" = x86_64 ]; then
    build -fcf-protection=full -fcf-protection=none && must_fail "-fcf-protection=full"
fi
