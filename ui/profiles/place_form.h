// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/api_key.h"
#include "app/profiles/profile.h"
#include "ui/app_services.h"

#include <QButtonGroup>
#include <QFuture>
#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
QT_END_NAMESPACE

namespace acx {

class ColourPicker;
class FormField;
class InlineNotice;
class PlaceUrls;
class ProfileService;
class SecretField;

/// What a profile is called and where its API Connect lives: the second step of Welcome and the editor of Profiles.
/// What is wrong with an entry is said beside it. Its controls: "profileName", "profileColour0" …,
/// "deployment-reserved" … (radio buttons), "retiredNotice", "region", "apiHost", "clientId", "clientSecret",
/// "singleUse", "readOnly", and those of PlaceUrls.
class PlaceForm final : public QWidget
{
    Q_OBJECT
public:
    explicit PlaceForm(const AppServices &services, QWidget *parent = nullptr);

    void setProfile(const Profile &profile);
    /// The profile that was set, which the entries are changes of.
    [[nodiscard]] const Profile &base() const { return m_profile; }
    /// The entries stay, and are changes of this from now on, if it is the same profile.
    void setBase(const Profile &profile);
    /// Client id, secret and platform URL from a file that the person gave.
    void setClient(const ClientCredentials &client);
    /// The profile as entered, over the one that was set. Nothing if an entry is wrong: it is marked and has the focus.
    [[nodiscard]] std::optional<Profile> read();
    /// Client id and secret, if a secret was entered for a deployment that uses one.
    [[nodiscard]] std::optional<ClientCredentials> client() const;
    [[nodiscard]] QString name() const;
    void showNameError(const QString &error);
    void focusFirst();

Q_SIGNALS:
    void changed();

private:
    void build();
    [[nodiscard]] QWidget *buildHead();
    [[nodiscard]] QWidget *buildCards();
    [[nodiscard]] QWidget *buildWhere();
    [[nodiscard]] QWidget *buildClient();
    [[nodiscard]] QWidget *buildAccess();
    void connectEntries();
    void showDeployment();
    void fillRegions(const Deployment &deployment);
    void selectRegion(const Deployment &deployment, const QString &label);
    void refreshUrls();
    [[nodiscard]] DeploymentKind kind() const;
    [[nodiscard]] const Deployment &deployment() const;
    [[nodiscard]] bool usesClient() const;
    [[nodiscard]] bool readName(Profile &profile);
    [[nodiscard]] bool readRegion(Profile &profile);
    [[nodiscard]] bool readApiHost(Profile &profile);
    [[nodiscard]] bool readClient(Profile &profile);

    const AppServices &m_services;
    Profile m_profile;
    QLineEdit *m_name = nullptr;
    FormField *m_nameField = nullptr;
    ColourPicker *m_colour = nullptr;
    QWidget *m_place = nullptr;
    QButtonGroup m_cards;
    InlineNotice *m_retired = nullptr;
    QLabel *m_sandbox = nullptr;
    QComboBox *m_region = nullptr;
    FormField *m_regionField = nullptr;
    QLineEdit *m_apiHost = nullptr;
    FormField *m_apiHostField = nullptr;
    QWidget *m_clientPart = nullptr;
    QLineEdit *m_clientId = nullptr;
    FormField *m_clientIdField = nullptr;
    SecretField *m_clientSecret = nullptr;
    FormField *m_clientSecretField = nullptr;
    QCheckBox *m_singleUse = nullptr;
    PlaceUrls *m_urls = nullptr;
    QCheckBox *m_readOnly = nullptr;
};

/// Keeps the client of a profile that was edited from `base`: the one that was entered, or that there is none any more.
[[nodiscard]] QFuture<Status> saveClient(ProfileService &profiles, const Profile &edited, const Profile &base,
                                         const std::optional<ClientCredentials> &client);

} // namespace acx
