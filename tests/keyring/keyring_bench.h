// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/keychain_store.h"
#include "app/credentials/session_store.h"
#include "app/profiles/profile_service.h"
#include "tests/support/run_canary.h"
#include "tests/support/searched_folder.h"

#include <QTemporaryDir>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace acx {

/// What a person does with a key.
enum class Deed { Import, Use, Remove, Replace };

[[nodiscard]] const char *nameOf(Deed deed);

/// How a deed ended, and how the window would have felt meanwhile.
struct DeedOutcome
{
    std::optional<Error> error; ///< none = done
    Secret value;               ///< of Use
    std::chrono::milliseconds longestStall{0};
    int turns = 0; ///< of the event loop meanwhile

    /// For messages of failing checks.
    [[nodiscard]] QByteArray told() const;
};

/// The service layer as the window and `acx` put it together, on whatever keyring the bus offers, with a profile file
/// in a folder of its own. Two profiles are there before each row: the one that is dealt with, and one that nobody
/// speaks of and that must come out of everything unchanged.
class KeyringBench
{
public:
    explicit KeyringBench(const KeychainOptions &options = {std::chrono::seconds(10), std::chrono::seconds(20)});

    /// Imports the two profiles. The keyring has to be healthy.
    [[nodiscard]] bool fill();
    /// Puts the two profiles on the list without any key, as where the keychain is gone.
    void fillListOnly();
    /// A program that is started now, on the same files and keyring. The old one is closed.
    void startAgain(const KeychainOptions &options);

    [[nodiscard]] ProfileService &profiles() const { return *m_profiles; }
    [[nodiscard]] KeychainStore &keychain() const { return *m_keychain; }
    [[nodiscard]] const Profile &subject() const { return m_subject; }
    [[nodiscard]] const Profile &bystander() const { return m_bystander; }
    [[nodiscard]] static QByteArray subjectKey() { return runKey(); }
    [[nodiscard]] static QByteArray bystanderKey() { return QByteArrayLiteral("bystander-key-of-the-matrix-2"); }
    [[nodiscard]] static QByteArray freshKey() { return QByteArrayLiteral("fresh-key-of-the-matrix-3"); }
    [[nodiscard]] static QString freshName() { return QStringLiteral("fresh"); }

    /// Carries the deed out while the event loop runs. `meanwhile` is called once the deed has begun; the time that it
    /// takes does not count as a stall.
    [[nodiscard]] DeedOutcome run(Deed deed, const std::function<void()> &meanwhile = {});
    /// The profiles of the file, by name.
    [[nodiscard]] QStringList namesOnDisk() const;
    [[nodiscard]] bool isOnDisk(const Profile &profile) const;
    [[nodiscard]] QString folder() const { return m_folder.path(); }

private:
    [[nodiscard]] QFuture<Status> begin(Deed deed, Secret *value);
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("config/profiles.json")); }

    SearchedFolder m_folder;
    ProfileStore m_file;
    std::unique_ptr<KeychainStore> m_keychain;
    SessionStore m_session;
    std::unique_ptr<ProfileService> m_profiles;
    KeychainOptions m_options;
    Profile m_subject;
    Profile m_bystander;
};

[[nodiscard]] Profile profileDraft(const QString &name);
[[nodiscard]] ApiKey keyOf(const QByteArray &value);
/// As the keyring names it: with the application's prefix.
[[nodiscard]] QString keyringEntry(const Profile &profile);

} // namespace acx
