// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstddef>
#include <cstdint>

/// What each program here examines: libFuzzer calls it with inputs of its own making, run_seeds.cpp with the seeds and
/// with changed copies of them. A broken promise ends the program.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace acx {

inline QByteArray inputBytes(const std::uint8_t *data, std::size_t size)
{
    return {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
}

/// Ends the program where a promise is broken.
inline void promise(bool kept, const char *what)
{
    if (!kept)
        qFatal("Broken promise: %s", what);
}

} // namespace acx
