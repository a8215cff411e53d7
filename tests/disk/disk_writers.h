// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QList>
#include <QString>

#include <functional>

namespace acx {

/// One of the program's writers, as the rows of the disk matrix use it. Everything stands below one folder.
struct DiskWriter
{
    const char *name = nullptr;
    /// The step-th change (from 0) with some bytes of payload; the same arguments always write the same.
    std::function<Status(const QString &folder, int step, qsizetype payload)> change;
    /// What a program finds that starts now, as one text; begins with '!' when it has something to tell.
    std::function<QString(const QString &folder)> look;
    /// The file that a failure must name.
    QString file;
};

[[nodiscard]] const QList<DiskWriter> &diskWriters();

constexpr qsizetype smallPayload = 20;      ///< bytes, less than any buffer
constexpr qsizetype largePayload = 100'000; ///< bytes, more than any buffer

/// For QTemporaryDir: in memory where that is possible, because thousands of fsync() take their time elsewhere.
[[nodiscard]] QString workTemplate();
/// Paths below the folder, with the modes of those that others may read or write.
[[nodiscard]] QStringList filesBelow(const QString &folder);
/// Copies a folder's files and folders (0700 and 0600) below a new folder.
void copyFolder(const QString &from, const QString &to);

} // namespace acx
