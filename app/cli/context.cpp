// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "app/credentials/keychain_store.h"
#include "app/explorer/history.h"
#include "app/http/http_client.h"
#include "app/network/network_setup.h"
#include "app/network/trust_store.h"
#include "app/profiles/profile_service.h"
#include "app/profiles/profile_store.h"
#include "app/sandbox/sandbox_server.h"
#include "app/tokens/profile_credentials.h"
#include "app/tokens/token_broker.h"
#include "app/tokens/token_services.h"

namespace acx {

Context::Context(CommandLine line)
    : m_line(std::move(line))
{}

Context::~Context() = default;

Result<const DeploymentCatalog *> Context::deployments()
{
    if (!m_deployments) {
        Result<DeploymentCatalog> loaded = DeploymentCatalog::load();
        if (!loaded)
            return fail(loaded.error());
        m_deployments = *std::move(loaded);
    }
    return &*m_deployments;
}

HttpClient &Context::http()
{
    if (!m_http) {
        m_http = std::make_unique<HttpClient>(m_clock);
        if (!m_line.has(Option::Sandbox))
            setUpNetwork();
    }
    return *m_http;
}

void Context::setUpNetwork()
{
    const Result<const DeploymentCatalog *> catalog = deployments();
    if (!catalog) {
        m_out.warning(catalog.error().message());
        return;
    }
    m_network =
        std::make_unique<NetworkSetup>(NetworkSetup::Services{*m_http, keychain(), trust(), **catalog, m_clock});
    QObject::connect(m_network.get(), &NetworkSetup::failed, m_network.get(),
                     [this](const Error &problem) { m_out.warning(problem.message()); });
    m_network->apply(NetworkOptions::readFile(HistoryOptions::settingsPath()));
}

SecretStore &Context::keychain()
{
    if (!m_keychain)
        m_keychain = std::make_unique<KeychainStore>();
    return *m_keychain;
}

TrustStore &Context::trust()
{
    if (!m_trust) {
        m_trust = std::make_unique<TrustStore>(TrustStore::defaultPath());
        m_trust->load();
        if (m_trust->notice())
            m_out.warning(m_trust->notice()->message());
    }
    return *m_trust;
}

Result<ProfileService *> Context::storedProfiles()
{
    if (!m_storedProfiles) {
        m_profileFile = std::make_unique<ProfileStore>(ProfileStore::defaultPath());
        m_storedProfiles = std::make_unique<ProfileService>(*m_profileFile, keychain(), m_session);
        if (const Status loaded = m_storedProfiles->load(); !loaded)
            return fail(loaded.error());
        if (const std::optional<Error> notice = m_storedProfiles->notice())
            m_out.warning(notice->message());
    }
    return m_storedProfiles.get();
}

ProfileService &Context::runProfiles()
{
    if (!m_runProfiles) {
        // Never loaded and never written: every profile of this service is session-only.
        m_noFile = std::make_unique<ProfileStore>(QString());
        m_runProfiles = std::make_unique<ProfileService>(*m_noFile, m_session, m_session);
    }
    return *m_runProfiles;
}

Result<TokenBroker *> Context::broker(ProfileService &profiles)
{
    if (!m_broker) {
        const Result<const DeploymentCatalog *> catalog = deployments();
        if (!catalog)
            return fail(catalog.error());
        const ProfileCredentials credentials(profiles, **catalog);
        m_broker = std::make_unique<TokenBroker>(credentials.source(), m_clock);
        m_broker->addService(std::make_unique<IamTokenService>(http(), m_clock));
        m_broker->addService(std::make_unique<LoginTokenService>(http(), m_clock));
        m_broker->addService(std::make_unique<PlatformTokenService>(http(), m_clock));
    }
    return m_broker.get();
}

History *Context::recording()
{
    if (m_line.has(Option::Sandbox) || m_line.has(Option::NoHistory))
        return nullptr;
    const HistoryOptions options = HistoryOptions::readFile(HistoryOptions::settingsPath());
    if (!options.enabled)
        return nullptr;
    if (!m_history) {
        m_history = std::make_unique<History>(History::defaultPath(), m_clock);
        m_history->setOptions(options);
        QObject::connect(m_history.get(), &History::failed, m_history.get(),
                         [this](const Error &problem) { m_out.warning(problem.message()); });
    }
    return m_history.get();
}

SandboxServer &Context::sandbox()
{
    if (!m_sandbox)
        m_sandbox = std::make_unique<SandboxServer>();
    return *m_sandbox;
}

} // namespace acx
