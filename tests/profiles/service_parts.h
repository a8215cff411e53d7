// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profiles/profile_service.h"
#include "tests/profiles/failing_store.h"
#include "tests/support/searched_folder.h"

#include <QTemporaryDir>

#include <memory>

namespace acx {

/// A ProfileService with all that it stands on, for one test function.
class ServiceParts
{
protected:
    void makeParts();
    void removeParts();
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("config/profiles.json")); }
    [[nodiscard]] QStringList namesOnDisk() const;
    /// A damaged file is never overwritten, so every change fails from here on, for root as well.
    void makeFileUnwritable();
    Profile addProfile(const QString &name, const QByteArray &key, bool sessionOnly = false);

    std::unique_ptr<SearchedFolder> m_folder;
    std::unique_ptr<ProfileStore> m_file;
    std::unique_ptr<FailingStore> m_keyring;
    std::unique_ptr<SessionStore> m_session;
    std::unique_ptr<ProfileService> m_service;
};

[[nodiscard]] Profile draft(const QString &name);
[[nodiscard]] ApiKey apiKey(const QByteArray &value, const QString &name = QStringLiteral("my key"));
[[nodiscard]] ClientCredentials client(const QByteArray &secret);
/// Without the key of the fingerprints.
[[nodiscard]] QStringList profileEntries(const FailingStore &store);

} // namespace acx
