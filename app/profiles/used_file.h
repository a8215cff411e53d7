// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace acx {

/// A file that this program marks as its own for as long as it works with it: a lock of the system on the file itself
/// (flock()), which ends with the object or the program, however that ends, and leaves nothing beside the file. Whoever
/// replaces the file marks the new one before it gets the name (see replaceFile()). A file system that knows no locks
/// lets everybody mark; isAt() tells even there whether another program has put a file of its own in the place.
class UsedFile final
{
public:
    enum class Found {
        Free,    ///< it is marked now; also what cannot be opened: reading it tells why
        Missing, ///< there is no such file to mark
        InUse,   ///< by another program, or by another object of this one
    };

    UsedFile() = default;
    ~UsedFile() { release(); }
    UsedFile(UsedFile &&other) noexcept;
    UsedFile &operator=(UsedFile &&other) noexcept;
    UsedFile(const UsedFile &) = delete;
    UsedFile &operator=(const UsedFile &) = delete;

    /// Marks the file at `path` in place of the one before; does not wait.
    [[nodiscard]] Found mark(const QString &path);
    /// Keeps the mark that the open file `descriptor` has, beyond its closing there.
    void keep(int descriptor);
    /// Whether the marked file is the one at `path`.
    [[nodiscard]] bool isAt(const QString &path) const;
    void release();

private:
    int m_descriptor = -1;
};

} // namespace acx
