// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/cli/command_line.h"
#include "app/cli/output.h"
#include "app/credentials/session_store.h"
#include "app/deployments/deployment.h"

#include <QObject>

#include <memory>
#include <optional>

namespace acx {

class History;
class HttpClient;
class KeychainStore;
class NetworkSetup;
class ProfileService;
class ProfileStore;
class SandboxServer;
class TokenBroker;
class TrustStore;

/// What the commands stand on. Each service is built when it is first asked for, so that a command which needs no
/// stored key touches neither keychain nor D-Bus nor profile file.
class Context final
{
public:
    explicit Context(CommandLine line);
    ~Context();
    Q_DISABLE_COPY_MOVE(Context)

    [[nodiscard]] const CommandLine &line() const { return m_line; }
    [[nodiscard]] Output &out() { return m_out; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] Result<const DeploymentCatalog *> deployments();
    /// With the proxy, authorities and certificates of the person's settings; what cannot be used of them is told as a
    /// warning. Under --sandbox none of them is read.
    [[nodiscard]] HttpClient &http();
    /// What the person trusts by hand; its file is read at the first call.
    [[nodiscard]] TrustStore &trust();

    /// The person's profiles over the keychain. The profile file is read at the first call; what load() had to put
    /// aside is told as a warning.
    [[nodiscard]] Result<ProfileService *> storedProfiles();
    /// Profiles that live as long as this run: keys that are not stored, and everything under --sandbox.
    [[nodiscard]] ProfileService &runProfiles();
    /// Tokens of the profiles of `profiles`, which must be one of the two above.
    [[nodiscard]] Result<TokenBroker *> broker(ProfileService &profiles);
    /// The embedded sandbox; it ends with the context.
    [[nodiscard]] SandboxServer &sandbox();
    /// Where calls of this run are recorded; none if the person does not want it or it is the sandbox's. What cannot be
    /// recorded, and a damaged file that was set aside, is told as a warning.
    [[nodiscard]] History *recording();
    /// Keeps an object that lives in time until the run ends.
    void keep(std::unique_ptr<QObject> object) { m_kept = std::move(object); }

private:
    void setUpNetwork();
    [[nodiscard]] SecretStore &keychain();

    CommandLine m_line;
    Output m_out;
    SystemClock m_clock;
    SessionStore m_session;
    std::optional<DeploymentCatalog> m_deployments;
    std::unique_ptr<SandboxServer> m_sandbox;
    std::unique_ptr<KeychainStore> m_keychain;
    std::unique_ptr<ProfileStore> m_profileFile;
    std::unique_ptr<ProfileService> m_storedProfiles;
    std::unique_ptr<ProfileStore> m_noFile;
    std::unique_ptr<ProfileService> m_runProfiles;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<TrustStore> m_trust;
    std::unique_ptr<NetworkSetup> m_network;
    std::unique_ptr<TokenBroker> m_broker;
    std::unique_ptr<History> m_history;
    std::unique_ptr<QObject> m_kept;
};

} // namespace acx
