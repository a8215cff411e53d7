// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "ui/app_services.h"

#include <QString>

#include <memory>

QT_BEGIN_NAMESPACE
class QApplication;
QT_END_NAMESPACE

namespace acx {

class Clock;

struct CompositionOptions
{
    /// False: nothing of the person is read or written, and neither keychain nor D-Bus is touched. Secrets, profiles
    /// and settings then live in memory, and `profilePath` names a file in a folder that goes away.
    bool persistent = true;
    QString profilePath;          ///< empty = the usual one
    QString settingsPath;         ///< empty = the usual one
    const Clock *clock = nullptr; ///< null = the system's
    QString trustPath = {};       ///< of the certificates trusted by hand; empty = the usual one
};

/// Everything below the window, built once and handed down by reference. main.cpp, the tour and tests use the same.
class Composition final
{
public:
    /// Internal when a file of the program itself is damaged; Disk or Unsupported when the profiles cannot be read.
    [[nodiscard]] static Result<std::unique_ptr<Composition>> make(QApplication &application,
                                                                   const CompositionOptions &options);
    ~Composition();
    Composition(const Composition &) = delete;
    Composition &operator=(const Composition &) = delete;

    [[nodiscard]] AppServices services();

private:
    struct Parts;
    explicit Composition(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> d;
};

} // namespace acx
