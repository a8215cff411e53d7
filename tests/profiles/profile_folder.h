// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profiles/profile_store.h"
#include "tests/support/searched_folder.h"

#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <sys/stat.h>

namespace acx {

/// A profile file in a folder of its own, for one test function.
class ProfileFolder
{
protected:
    void makeFolder();
    void removeFolder();
    [[nodiscard]] QString folder() const { return m_folder->path(); }
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("config/profiles.json")); }
    [[nodiscard]] ProfileStore store() const { return ProfileStore(path()); }
    [[nodiscard]] QByteArray content() const;
    void setContent(const QByteArray &bytes) const;
    /// Of the profiles in the file.
    [[nodiscard]] QStringList names() const;
    /// Damaged files that were set aside.
    [[nodiscard]] QStringList kept() const;

private:
    std::unique_ptr<SearchedFolder> m_folder;
};

[[nodiscard]] Profile profileNamed(const QString &name);
[[nodiscard]] mode_t modeOf(const QString &path);

} // namespace acx
