// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/deliver.h"
#include "app/cli/commands.h"
#include "app/cli/context.h"
#include "app/cli/input.h"
#include "app/cli/json_text.h"
#include "app/cli/key_input.h"
#include "app/cli/place.h"
#include "app/credentials/api_key_file.h"
#include "app/profiles/profile_service.h"

using namespace Qt::StringLiterals;

namespace acx {

namespace {

/// What one import is about to store.
struct Import
{
    ProfileService *profiles = nullptr;
    Profile draft;
    Endpoints endpoints;
    ApiKey key;
    std::optional<ClientCredentials> client;
    QString file; ///< "-" = standard input
};

void warnAboutPlace(Context &context, const Place &place)
{
    if (place.deployment.isRetired())
        context.out().warning(u"%1 was closed by IBM on %2; only other hosts can answer."_s.arg(
            place.deployment.title, place.deployment.retiredOn.toString(Qt::ISODate)));
    if (place.endpoints.api.isEmpty())
        context.out().warning(u"No API host is known: calls will need a whole URL. --api-host stores one."_s);
}

Result<Profile> readDraft(Context &context)
{
    const CommandLine &line = context.line();
    for (const Option needed : {Option::Name, Option::Deployment}) {
        if (!line.has(needed))
            return fail(ErrorKind::InvalidInput, u"import needs %1."_s.arg(QString::fromLatin1(spelled(needed))),
                        u"See: acx help import"_s);
    }
    Result<QString> name = readProfileName(line.text(Option::Name));
    if (!name)
        return fail(name.error());
    const Result<PlaceOptions> place = PlaceOptions::read(context);
    if (!place)
        return fail(place.error());
    Profile draft;
    draft.name = *std::move(name);
    draft.deployment = place->deployment.value_or(DeploymentKind::Custom);
    draft.region = place->region;
    draft.overrides = place->overrides;
    draft.sessionOnly = line.has(Option::Sandbox);
    draft.readOnly = line.has(Option::ReadOnly);
    return draft;
}

Result<Import> readImport(Context &context)
{
    Import import;
    import.file = context.line().argument(0);
    const Result<Profile> draft = readDraft(context);
    if (!draft)
        return fail(draft.error());
    Result<std::optional<ClientCredentials>> client = readClientOption(context);
    if (!client)
        return fail(client.error());
    import.client = *std::move(client);
    const Result<Place> place = placeOf(context, *draft, import.client);
    if (!place)
        return fail(place.error());
    warnAboutPlace(context, *place);
    import.draft = place->profile;
    import.endpoints = place->endpoints;
    Result<ApiKey> key = readKeyFrom(context, import.file);
    if (!key)
        return fail(key.error());
    import.key = *std::move(key);
    return import;
}

Status chooseProfiles(Context &context, Import &import)
{
    const Result<ProfileService *> profiles = profilesAtHand(context);
    if (!profiles)
        return fail(profiles.error());
    import.profiles = *profiles;
    import.draft.colour = nextProfileColour(import.profiles->profiles());
    for (const Profile &profile : import.profiles->profiles()) {
        if (profile.name.compare(import.draft.name, Qt::CaseInsensitive) == 0)
            return fail(ErrorKind::AlreadyExists, u"There is a profile “%1” already."_s.arg(profile.name),
                        u"Choose another --name, or remove it first with acx remove."_s);
    }
    return {};
}

void warnAboutFile(Context &context, const Import &import)
{
    if (import.client)
        context.out().warning(
            u"API Connect's own keys may be good for one exchange only; this key is not tried now."_s);
    if (import.file == "-"_L1)
        return;
    for (const QString &warning : inspectKeyFile(import.file).warnings())
        context.out().warning(warning);
}

CommandResult deleteFile(Context &context, const Import &import)
{
    const Status deleted = deleteKeyFile(import.file, import.key.value);
    if (!deleted) {
        context.out().note(u"The key is stored, but the file was not deleted."_s);
        return failed(deleted.error());
    }
    context.out().note(u"“%1” is deleted for good."_s.arg(import.file));
    return ready<ExitCode>(ExitCode::Done);
}

/// The keychain's copy has been read back: the file is no longer needed.
CommandResult offerDeletion(Context &context, const Import &import)
{
    if (import.file == "-"_L1 || import.draft.sessionOnly)
        return ready<ExitCode>(ExitCode::Done);
    if (context.line().has(Option::DeleteFile))
        return deleteFile(context, import);
    const QString hint = u"IBM Cloud cannot show this key again."_s;
    if (askOnTerminal(context.out(), u"The keychain holds the key. Delete “%1” for good (not to the trash)? %2"_s.arg(
                                         import.file, hint)))
        return deleteFile(context, import);
    if (!standardInputIsTerminal())
        context.out().note(
            u"“%1” still holds the key. --delete-file deletes it for good once the keychain has the key; %2"_s.arg(
                import.file, hint));
    return ready<ExitCode>(ExitCode::Done);
}

CommandResult report(Context &context, const Import &import, const Profile &profile)
{
    const QString where = profile.sessionOnly ? u"in memory, for this run only"_s : u"in the keychain"_s;
    const Status written =
        context.line().has(Option::Json)
            ? context.out().json(profileJson(profile, import.endpoints))
            : context.out().line(u"Profile “%1” is stored; its key lies %2."_s.arg(profile.name, where));
    return written ? offerDeletion(context, import) : failed(written.error());
}

/// The same key may well serve two deployments, so this is told and not refused.
void tellSameKey(Context &context, const std::optional<Profile> &other)
{
    if (other)
        context.out().warning(u"Profile “%1” holds the same key."_s.arg(other->name));
}

} // namespace

CommandResult importKey(Context &context)
{
    Result<Import> read = readImport(context);
    if (!read)
        return failed(read.error());
    Import import = *std::move(read);
    if (const Status chosen = chooseProfiles(context, import); !chosen)
        return failed(chosen.error());
    warnAboutFile(context, import);

    const auto add = [&context, import](const std::optional<Profile> &other) {
        tellSameKey(context, other);
        return chain<ExitCode>(import.profiles->add(import.draft, import.key, import.client),
                               [&context, import](const Profile &profile) { return report(context, import, profile); });
    };
    return chain<ExitCode>(import.profiles->findSameKey(import.key), add);
}

} // namespace acx
