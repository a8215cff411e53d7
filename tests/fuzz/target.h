// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCoreApplication>

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

/// What futures and SQL drivers need: libFuzzer's main() has no application.
inline void ensureApplication()
{
    static char name[] = "fuzz";
    static char *names[] = {name, nullptr};
    static int one = 1;
    static const QCoreApplication *app = QCoreApplication::instance() ? nullptr : new QCoreApplication(one, names);
    (void)app;
}

/// Ends the program where a promise is broken.
inline void promise(bool kept, const char *what)
{
    if (!kept)
        qFatal("Broken promise: %s", what);
}

} // namespace acx
