// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition.h"

#include "app/base/clock.h"
#include "app/credentials/keychain_store.h"
#include "app/credentials/session_store.h"
#include "app/deployments/deployment.h"
#include "app/explorer/completion.h"
#include "app/explorer/definition_library.h"
#include "app/explorer/definition_source.h"
#include "app/explorer/draft_store.h"
#include "app/explorer/history.h"
#include "app/explorer/request_sender.h"
#include "app/network/network_setup.h"
#include "app/network/trust_store.h"
#include "app/profiles/profile_service.h"
#include "app/sandbox/sandbox_process.h"
#include "app/tokens/jwt_verifier.h"
#include "app/tokens/profile_credentials.h"
#include "app/tokens/token_services.h"
#include "ui/explorer/copy_source.h"
#include "ui/file_chooser.h"
#include "ui/session.h"
#include "ui/settings/app_settings.h"
#include "ui/theme/system_scheme.h"
#include "ui/widgets/clipboard_guard.h"
#include "ui/widgets/secret_clipboard.h"

#include <QApplication>
#include <QClipboard>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

std::unique_ptr<SecretStore> makeStore(bool persistent)
{
    if (persistent)
        return std::make_unique<KeychainStore>();
    return std::make_unique<SessionStore>();
}

QString settingsPath(const CompositionOptions &options)
{
    return options.persistent && options.settingsPath.isEmpty() ? AppSettings::defaultPath() : options.settingsPath;
}

} // namespace

// Built from top to bottom, taken down from bottom to top: each member may use those above it.
struct Composition::Parts
{
    Parts(QApplication &application, const CompositionOptions &options, DeploymentCatalog catalog)
        : clock(options.clock ? *options.clock : systemClock)
        , deployments(std::move(catalog))
        , settings(settingsPath(options))
        , theme(application)
        , http(clock)
        , keychain(makeStore(options.persistent))
        , trust(options.persistent && options.trustPath.isEmpty() ? TrustStore::defaultPath() : options.trustPath)
        , network({http, *keychain, trust, deployments, clock})
        , profileFile(pathOfProfiles(options))
        , profiles(profileFile, *keychain, sessionStore)
        , credentials(profiles, deployments)
        , broker(credentials.source(), clock)
        , verifier(http, clock)
        , sender(http, broker, clock)
        , session(profiles, deployments, broker)
        , clipboard(*QGuiApplication::clipboard(), clock)
        , clipboardGuard(
              *QGuiApplication::clipboard(), clipboard, [this] { return liveTokens(); },
              [] { return copySource(QApplication::focusWidget()); })
        , definitions(options.persistent ? DefinitionLibrary::defaultFolder() : temporaryPath(u"definitions"_s),
                      {http, *keychain, clock, askThroughProfiles(sender, profiles, deployments)})
        , history(options.persistent ? History::defaultPath() : QString(), clock)
        , drafts(options.persistent ? DraftStore::defaultFolder() : temporaryPath(u"drafts"_s), profiles)
        , liveValues(profiles, deployments, sender, clock)
    {
        broker.addService(std::make_unique<IamTokenService>(http, clock));
        broker.addService(std::make_unique<LoginTokenService>(http, clock));
        broker.addService(std::make_unique<PlatformTokenService>(http, clock));
        followSettings();
        if (options.persistent)
            followSystem();
    }

    [[nodiscard]] QString pathOfProfiles(const CompositionOptions &options)
    {
        if (!options.profilePath.isEmpty())
            return options.profilePath;
        if (options.persistent)
            return ProfileStore::defaultPath();
        return temporaryPath(u"profiles.json"_s);
    }
    /// In a folder that goes away.
    [[nodiscard]] QString temporaryPath(const QString &name)
    {
        if (!temporary)
            temporary = std::make_unique<QTemporaryDir>();
        return temporary->filePath(name);
    }
    /// Of the profile that the window works with.
    [[nodiscard]] QList<Secret> liveTokens() const;
    void followSettings();
    void followSystem();

    std::unique_ptr<QTemporaryDir> temporary;
    SystemClock systemClock;
    const Clock &clock;
    DeploymentCatalog deployments;
    AppSettings settings;
    Theme theme;
    std::unique_ptr<SystemScheme> systemScheme; ///< none where D-Bus stays untouched
    HttpClient http;
    std::unique_ptr<SecretStore> keychain;
    SessionStore sessionStore;
    TrustStore trust;
    NetworkSetup network;
    ProfileStore profileFile;
    ProfileService profiles;
    ProfileCredentials credentials;
    TokenBroker broker;
    JwtVerifier verifier;
    RequestSender sender;
    SandboxProcess sandbox;
    Session session;
    SecretClipboard clipboard;
    ClipboardGuard clipboardGuard;
    FileChooser files;
    DefinitionLibrary definitions;
    History history;
    DraftStore drafts;
    LiveValues liveValues;
    QObject context; ///< goes first, and with it every connection and delivery made here
};

QList<Secret> Composition::Parts::liveTokens() const
{
    QList<Secret> tokens;
    for (const TokenKind kind : {TokenKind::Iam, TokenKind::ApiConnect, TokenKind::Platform}) {
        if (const std::optional<Token> token = broker.state(session.need(kind)).token)
            tokens.append(token->value);
    }
    return tokens;
}

void Composition::Parts::followSystem()
{
    systemScheme = std::make_unique<SystemScheme>();
    QObject::connect(systemScheme.get(), &SystemScheme::changed, &context,
                     [this] { theme.setSystemDark(systemScheme->isDark()); });
}

void Composition::Parts::followSettings()
{
    theme.setMode(settings.themeMode());
    clipboard.setClearAfter(settings.clipboardTime());
    history.setOptions(settings.historyOptions());
    trust.load(); // what is wrong with it is told by its notice
    trust.follow();
    QObject::connect(&trust, &TrustStore::changed, &verifier, &JwtVerifier::forgetKeys);
    network.apply(settings.networkOptions());
    QObject::connect(&settings, &AppSettings::networkChanged, &context, [this] {
        network.apply(settings.networkOptions());
        verifier.forgetKeys(); // an authority may be trusted no longer
    });
    QObject::connect(&settings, &AppSettings::themeChanged, &context, [this] { theme.setMode(settings.themeMode()); });
    QObject::connect(&settings, &AppSettings::clipboardTimeChanged, &context,
                     [this] { clipboard.setClearAfter(settings.clipboardTime()); });
    QObject::connect(&settings, &AppSettings::historyChanged, &context,
                     [this] { history.setOptions(settings.historyOptions()); });
    settings.follow();
}

Composition::Composition(std::unique_ptr<Parts> parts)
    : d(std::move(parts))
{}

Composition::~Composition() = default;

Result<std::unique_ptr<Composition>> Composition::make(QApplication &application, const CompositionOptions &options)
{
    Result<DeploymentCatalog> catalog = DeploymentCatalog::load();
    if (!catalog)
        return fail(catalog.error());
    auto parts = std::make_unique<Parts>(application, options, *std::move(catalog));
    if (const Status loaded = parts->profiles.load(); !loaded)
        return fail(loaded.error());
    parts->profiles.follow();
    return std::unique_ptr<Composition>(new Composition(std::move(parts)));
}

AppServices Composition::services()
{
    return {d->clock,     d->deployments,  d->settings, d->trust,       d->network,  d->theme,  d->http,
            *d->keychain, d->sessionStore, d->profiles, d->broker,      d->verifier, d->sender, d->sandbox,
            d->session,   d->clipboard,    d->files,    d->definitions, d->history,  d->drafts, d->liveValues};
}

} // namespace acx
