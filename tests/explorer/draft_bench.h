// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/session_store.h"
#include "app/explorer/draft_store.h"
#include "app/profiles/profile_service.h"
#include "tests/support/searched_folder.h"
#include "tests/support/wait.h"

#include <QTemporaryDir>

#include <memory>

namespace acx {

/// Profiles on disk and the store of their drafts.
struct DraftBench
{
    explicit DraftBench(const QString &folder);
    Profile addProfile(const QString &name, bool sessionOnly = false);

    SessionStore session;
    ProfileStore file;
    ProfileService profiles;
    DraftStore drafts;
};

/// A bench in a folder of its own, for one test function.
class DraftFolder
{
protected:
    void makeFolder();
    void removeFolder();
    [[nodiscard]] QString folder() const { return m_folder->path(); }
    [[nodiscard]] QString drafts() const { return m_folder->filePath(QStringLiteral("state/drafts")); }
    /// Of the first window that has the profile open, or of the second, …
    [[nodiscard]] QString pathOf(const Profile &profile, int window = 1) const;
    [[nodiscard]] QByteArray contentOf(const Profile &profile) const;
    void write(const Profile &profile, const QByteArray &bytes) const { writeTo(pathOf(profile), bytes); }
    void writeTo(const QString &path, const QByteArray &bytes) const;
    /// As the next start of the program would.
    [[nodiscard]] Result<DraftSet> loadAnew(const QUuid &profile);

    std::unique_ptr<DraftBench> m_bench;

private:
    std::unique_ptr<SearchedFolder> m_folder;
};

[[nodiscard]] RequestState stateNamed(const QString &operation);
/// With something in every member.
[[nodiscard]] RequestState fullState();

} // namespace acx
