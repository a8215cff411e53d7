#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The release options hold for a compiler that has the processor's protection of the control flow, and do not stand in
# the way of one that has none of it.
#   check_options.sh SOURCE_FOLDER C++_COMPILER
set -euo pipefail
root=$1
compiler=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cat >"$folder/CMakeLists.txt" <<END
cmake_minimum_required(VERSION 3.22)
project(small CXX)
include("$root/cmake/AcxOptions.cmake")
add_executable(small small.cpp)
target_link_libraries(small PRIVATE acx_options)
END
echo 'int main() {}' >"$folder/small.cpp"
cat >"$folder/other-processor" <<END
#!/bin/sh
for word; do
    case "\$word" in
        -fcf-protection* | -mbranch-protection*) echo "not for this processor: \$word" >&2; exit 1 ;;
    esac
done
exec "$compiler" "\$@"
END
chmod 755 "$folder/other-processor"

build() { # folder compiler
    cmake -G Ninja -S "$folder" -B "$folder/$1" -DCMAKE_CXX_COMPILER="$2" -DACX_HARDENING=ON \
        -DCMAKE_EXPORT_COMPILE_COMMANDS=ON >"$folder/log" 2>&1 && cmake --build "$folder/$1" >>"$folder/log" 2>&1 ||
        { cat "$folder/log" >&2; exit 1; }
}

build other "$folder/other-processor"
build this "$compiler"
grep -q -- -fstack-protector-strong "$folder/other/compile_commands.json"
case "$(uname -m)" in
    x86_64) grep -q -- -fcf-protection=full "$folder/this/compile_commands.json" ;;
    aarch64) grep -q -- -mbranch-protection=standard "$folder/this/compile_commands.json" ;;
esac
