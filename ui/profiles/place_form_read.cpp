// SPDX-License-Identifier: GPL-3.0-or-later
// What was entered, checked: each part marks its own fields.
#include "app/base/deliver.h"
#include "app/profiles/profile_service.h"
#include "ui/profiles/place_form.h"
#include "ui/profiles/place_urls.h"
#include "ui/profiles/region_items.h"
#include "ui/widgets/colour_dot.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/secret_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

#include <algorithm>

namespace acx {

std::optional<Profile> PlaceForm::read()
{
    Profile profile = m_profile;
    bool good = readName(profile);
    profile.colour = m_colour->colour();
    profile.readOnly = m_readOnly->isChecked();
    if (m_profile.deployment == DeploymentKind::Sandbox)
        return good ? std::optional(profile) : std::nullopt;
    profile.deployment = kind();
    profile.overrides = {};
    // Each part marks its own fields; the first wrong one from above gets the focus.
    const bool urls = m_urls->readInto(profile.overrides, profile.iam);
    const bool clientGood = readClient(profile);
    const bool host = readApiHost(profile);
    const bool region = readRegion(profile);
    good = readName(profile) && urls && clientGood && host && region;
    if (!good)
        return std::nullopt;
    if (const Result<Endpoints> all = resolveEndpoints(deployment(), profile.region, profile.overrides); !all) {
        FormField *field = m_apiHostField->isHidden() ? m_regionField : m_apiHostField;
        field->setError(all.error().message());
        return std::nullopt;
    }
    return profile;
}

std::optional<ClientCredentials> PlaceForm::client() const
{
    if (!usesClient() || m_clientSecret->isEmpty())
        return std::nullopt;
    ClientCredentials client;
    client.clientId = m_clientId->text().trimmed();
    client.clientSecret = m_clientSecret->secret();
    return client;
}

bool PlaceForm::readName(Profile &profile)
{
    const Result<QString> name = readProfileName(m_name->text());
    if (!name) {
        showNameError(name.error().message());
        return false;
    }
    profile.name = *name;
    const QList<Profile> others = m_services.profiles.profiles();
    const bool taken = std::any_of(others.begin(), others.end(), [&profile](const Profile &other) {
        return other.id != profile.id && other.name.compare(profile.name, Qt::CaseInsensitive) == 0;
    });
    if (taken)
        showNameError(tr("Another profile has this name."));
    return !taken;
}

bool PlaceForm::readRegion(Profile &profile)
{
    const Deployment &chosen = deployment();
    profile.region = m_region->currentData().toString();
    if (!chosen.needsRegion || !profile.region.isEmpty())
        return true;
    m_regionField->setError(tr("Choose the region of your API Connect."));
    m_region->setFocus();
    return false;
}

bool PlaceForm::readApiHost(Profile &profile)
{
    if (m_apiHostField->isHidden())
        return true;
    const QString typed = m_apiHost->text().trimmed();
    if (typed.isEmpty() && !deployment().needsApiHost)
        return true;
    const Result<QUrl> url = readBaseUrl(typed, EndpointRole::Api);
    if (typed.isEmpty() || !url) {
        m_apiHostField->setError(typed.isEmpty() ? tr("Enter the host of your API Connect's API.")
                                                 : url.error().message());
        if (!typed.isEmpty() || isVisible())
            m_apiHost->setFocus();
        return false;
    }
    m_apiHostField->setError({});
    profile.overrides.api = *url;
    return true;
}

bool PlaceForm::readClient(Profile &profile)
{
    profile.clientId = usesClient() ? m_clientId->text().trimmed() : QString();
    profile.singleUseKey = usesClient() && m_singleUse->isChecked();
    if (!usesClient())
        return true;
    const bool kept = !m_profile.clientId.isEmpty() && profile.clientId == m_profile.clientId;
    const bool onlyPlatform = deployment().tokenKinds.size() == 1;
    if (profile.clientId.isEmpty() && (onlyPlatform || !m_clientSecret->isEmpty())) {
        m_clientIdField->setError(tr("Enter the client id that belongs to the secret."));
        m_clientId->setFocus();
        return false;
    }
    if (!profile.clientId.isEmpty() && m_clientSecret->isEmpty() && !kept) {
        m_clientSecretField->setError(tr("Enter the client secret that belongs to the id."));
        m_clientSecret->setFocus();
        return false;
    }
    return true;
}

QFuture<Status> saveClient(ProfileService &profiles, const Profile &edited, const Profile &base,
                           const std::optional<ClientCredentials> &client)
{
    if (client)
        return profiles.setClient(edited.id, *client);
    const bool isCleared = edited.clientId.isEmpty() && !base.clientId.isEmpty();
    return isCleared ? profiles.removeClient(edited.id) : ready<void>(Status());
}

} // namespace acx
