// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/place.h"

#include "app/base/deliver.h"
#include "app/cli/context.h"
#include "app/cli/key_input.h"
#include "app/profiles/profile_service.h"
#include "app/sandbox/sandbox_server.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

struct UrlOption
{
    Option option;
    EndpointRole role;
    QUrl Endpoints::*member;
};

constexpr UrlOption urlOptions[] = {
    {Option::ApiHost, EndpointRole::Api, &Endpoints::api},
    {Option::IamUrl, EndpointRole::Iam, &Endpoints::iam},
    {Option::LoginUrl, EndpointRole::Login, &Endpoints::login},
    {Option::PlatformUrl, EndpointRole::Platform, &Endpoints::platform},
};

/// A profile for this run only, from the options.
Result<Profile> draftFromOptions(Context &context)
{
    Result<PlaceOptions> options = PlaceOptions::read(context);
    if (!options)
        return fail(options.error());
    Profile draft;
    draft.name = u"this run"_s;
    draft.deployment = options->deployment.value_or(DeploymentKind::Custom);
    draft.region = options->region;
    draft.overrides = options->overrides;
    draft.sessionOnly = true;
    return draft;
}

QFuture<Result<Place>> addForThisRun(Context &context, const Place &place, const ApiKey &key,
                                     const std::optional<ClientCredentials> &client)
{
    ProfileService &profiles = context.runProfiles();
    return chain<Place>(profiles.add(place.profile, key, client), [place, &profiles](const Profile &profile) {
        Place added = place;
        added.profiles = &profiles;
        added.profile = profile;
        return ready<Place>(added);
    });
}

QFuture<Result<Place>> openWithKey(Context &context, const std::function<Result<ApiKey>()> &readKey)
{
    const Result<Profile> draft = draftFromOptions(context);
    if (!draft)
        return ready<Place>(fail(draft.error()));
    const Result<std::optional<ClientCredentials>> client = readClientOption(context);
    if (!client)
        return ready<Place>(fail(client.error()));
    const Result<Place> place = placeOf(context, *draft, *client);
    if (!place)
        return ready<Place>(place);
    const Result<ApiKey> key = readKey();
    if (!key)
        return ready<Place>(fail(key.error()));
    return addForThisRun(context, *place, *key, *client);
}

QFuture<Result<Place>> openSandbox(Context &context)
{
    Result<Profile> draft = draftFromOptions(context);
    if (!draft)
        return ready<Place>(fail(draft.error()));
    Result<std::optional<ClientCredentials>> client = readClientOption(context);
    if (!client)
        return ready<Place>(fail(client.error()));
    const Result<SandboxInfo> info = context.sandbox().start();
    if (!info)
        return ready<Place>(fail(info.error()));

    draft->name = u"Sandbox"_s;
    if (!context.line().has(Option::Deployment))
        draft->deployment = DeploymentKind::Sandbox;
    for (const UrlOption &url : urlOptions) {
        if ((draft->overrides.*url.member).isEmpty())
            draft->overrides.*url.member = info->endpoints.*url.member;
    }
    const bool platform = *client || context.line().text(Option::Kind) == toText(TokenKind::Platform);
    if (platform && !*client) {
        client->emplace();
        (*client)->clientId = info->clientId;
        (*client)->clientSecret = info->clientSecret;
    }
    ApiKey key;
    key.value = platform ? info->platformApiKey : info->apiKey;
    const Result<Place> place = placeOf(context, *draft);
    if (!place)
        return ready<Place>(place);
    return addForThisRun(context, *place, key, *client);
}

QString listed(const QList<Profile> &profiles)
{
    QStringList names;
    for (const Profile &profile : profiles)
        names << u"“%1”"_s.arg(profile.name);
    return names.join(u", "_s);
}

Result<Profile> chosenProfile(Context &context, ProfileService &profiles)
{
    const QList<Profile> all = profiles.profiles();
    if (context.line().has(Option::Profile)) {
        const QString name = context.line().text(Option::Profile);
        if (std::optional<Profile> found = profiles.findByName(name))
            return *found;
        return fail(ErrorKind::NotFound, u"There is no profile “%1”."_s.arg(name),
                    all.isEmpty()
                        ? u"There is none at all yet: acx import FILE --name NAME --deployment D stores a key."_s
                        : u"Stored profiles: %1."_s.arg(listed(all)));
    }
    if (all.isEmpty())
        return fail(ErrorKind::NotFound, u"There is no key to use: no profile is stored."_s,
                    u"Store one with acx import FILE --name NAME --deployment D, or give --key-file, --sandbox or "
                    "IBMCLOUD_API_KEY."_s);
    if (all.size() > 1)
        return fail(ErrorKind::InvalidInput, u"Several profiles are stored and none is chosen."_s,
                    u"Choose one with --profile: %1."_s.arg(listed(all)));
    return all.constFirst();
}

Status refusePlaceOptions(Context &context, const Profile &profile)
{
    if (!hasPlaceOption(context))
        return {};
    return fail(
        ErrorKind::InvalidInput,
        u"Deployment, region and URL options are for a key that is not stored; the key of profile “%1” goes only "
        "where the profile says."_s.arg(profile.name),
        u"Leave them out, or give the key with --key-file or IBMCLOUD_API_KEY."_s);
}

Result<Profile> storedProfile(Context &context, ProfileService &profiles)
{
    Result<Profile> profile = chosenProfile(context, profiles);
    if (!profile)
        return profile;
    if (const Status allowed = refusePlaceOptions(context, *profile); !allowed)
        return fail(allowed.error());
    return profile;
}

Result<Place> storedPlace(Context &context, ProfileService &profiles, const Profile &profile)
{
    Result<Place> place = placeOf(context, profile);
    if (place)
        place->profiles = &profiles;
    return place;
}

QFuture<Result<Place>> openStored(Context &context)
{
    const Result<ProfileService *> service = context.storedProfiles();
    if (!service)
        return ready<Place>(fail(service.error()));
    ProfileService *profiles = *service;
    const Result<Profile> profile = storedProfile(context, *profiles);
    if (!profile)
        return ready<Place>(fail(profile.error()));
    const Result<std::optional<ClientCredentials>> client = readClientOption(context);
    if (!client)
        return ready<Place>(fail(client.error()));
    if (!*client)
        return ready<Place>(storedPlace(context, *profiles, *profile));
    const QUuid id = profile->id;
    return chain<Place>(profiles->setClient(id, **client), [&context, profiles, id]() {
        const std::optional<Profile> changed = profiles->find(id);
        if (!changed)
            return ready<Place>(fail(ErrorKind::NotFound, u"The profile is gone."_s));
        return ready<Place>(storedPlace(context, *profiles, *changed));
    });
}

/// A credentials.json names its platform API, which is also the API host where no other is known.
Status takeEndpointOf(const ClientCredentials &client, const Result<Endpoints> &resolved, Endpoints &overrides)
{
    if (client.endpoint.isEmpty() || (resolved && !resolved->platform.isEmpty()))
        return {};
    Result<QUrl> url = readBaseUrl(client.endpoint, EndpointRole::Platform);
    if (!url)
        return fail(url.error());
    overrides.platform = *url;
    if (!resolved || resolved->api.isEmpty())
        overrides.api = *std::move(url);
    return {};
}

} // namespace

Result<Place> placeOf(Context &context, const Profile &profile, const std::optional<ClientCredentials> &client)
{
    const Result<const DeploymentCatalog *> catalog = context.deployments();
    if (!catalog)
        return fail(catalog.error());
    Place place;
    place.profile = profile;
    place.deployment = (*catalog)->get(profile.deployment);
    Endpoints &overrides = place.profile.overrides;
    Result<Endpoints> endpoints = resolveEndpoints(place.deployment, profile.region, overrides);
    if (client) {
        if (place.deployment.usualTokenKind() == TokenKind::Platform)
            place.profile.singleUseKey = true;
        if (const Status taken = takeEndpointOf(*client, endpoints, overrides); !taken)
            return fail(taken.error());
        endpoints = resolveEndpoints(place.deployment, profile.region, overrides);
    }
    if (!endpoints)
        return fail(endpoints.error());
    place.endpoints = *std::move(endpoints);
    return place;
}

Result<ProfileService *> profilesAtHand(Context &context)
{
    return context.line().has(Option::Sandbox) ? &context.runProfiles() : context.storedProfiles();
}

Result<Profile> profileOfExactName(const ProfileService &profiles, const QString &name)
{
    const QList<Profile> all = profiles.profiles();
    const auto found = std::ranges::find_if(
        all, [&name](const Profile &profile) { return profile.name == name || profile.id == QUuid::fromString(name); });
    if (found == all.end())
        return fail(ErrorKind::NotFound, u"There is no profile “%1”."_s.arg(name), u"acx profiles lists them."_s);
    return *found;
}

bool hasPlaceOption(Context &context)
{
    const CommandLine &line = context.line();
    return line.has(Option::Deployment) || line.has(Option::Region) ||
           std::ranges::any_of(urlOptions, [&line](const UrlOption &url) { return line.has(url.option); });
}

Result<PlaceOptions> PlaceOptions::read(Context &context)
{
    const CommandLine &line = context.line();
    PlaceOptions options;
    if (line.has(Option::Deployment)) {
        options.deployment = deploymentKindFromText(line.text(Option::Deployment));
        if (!options.deployment)
            return fail(ErrorKind::InvalidInput, u"There is no deployment “%1”."_s.arg(line.text(Option::Deployment)),
                        u"Deployments are v5, reserved, saas, custom and sandbox; acx deployments lists them."_s);
    }
    options.region = line.text(Option::Region);
    for (const UrlOption &url : urlOptions) {
        if (!line.has(url.option))
            continue;
        Result<QUrl> read = readBaseUrl(line.text(url.option), url.role);
        if (!read) {
            Error error = read.error();
            error.technical = u"Option: %1"_s.arg(QString::fromLatin1(spelled(url.option)));
            return fail(error);
        }
        options.overrides.*url.member = *std::move(read);
    }
    return options;
}

QFuture<Result<Place>> openPlaceWithKey(Context &context)
{
    if (context.line().has(Option::Sandbox))
        return openSandbox(context);
    if (context.line().has(Option::KeyFile))
        return openWithKey(context, [&context] { return readKeyFrom(context, context.line().text(Option::KeyFile)); });
    if (!context.line().has(Option::Profile) && environmentHasKey())
        return openWithKey(context, [&context] { return readKeyFromEnvironment(context); });
    return openStored(context);
}

QFuture<Result<Place>> openPlaceWithoutKey(Context &context)
{
    const CommandLine &line = context.line();
    if (line.has(Option::Sandbox))
        return openSandbox(context);
    const bool notStored = line.has(Option::KeyFile) || hasPlaceOption(context) || environmentHasKey();
    if (!line.has(Option::Profile) && notStored) {
        const Result<Profile> draft = draftFromOptions(context);
        return ready<Place>(draft ? placeOf(context, *draft) : Result<Place>(fail(draft.error())));
    }
    const Result<ProfileService *> profiles = context.storedProfiles();
    if (!profiles)
        return ready<Place>(fail(profiles.error()));
    const Result<Profile> profile = storedProfile(context, **profiles);
    return ready<Place>(profile ? placeOf(context, *profile) : Result<Place>(fail(profile.error())));
}

} // namespace acx
