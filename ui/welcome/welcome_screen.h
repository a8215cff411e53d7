// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/api_key_file.h"
#include "app/profiles/profile.h"
#include "app/tokens/token.h"
#include "ui/app_services.h"
#include "ui/screen.h"

#include <QUuid>

#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;
QT_END_NAMESPACE

namespace acx {

class KeyStep;
class KeychainLine;
class PlaceStep;
class StepBar;
class TokenStep;
struct SandboxInfo;

/// From the key to the first token in three steps: key, place, token. Also adds a further profile. Touches the keychain
/// only when an import begins. Controls: "welcomeBack" (to Profiles), "steps", "keychainState", "keychainText", and
/// those of KeyStep, PlaceStep and TokenStep.
class WelcomeScreen final : public Screen
{
    Q_OBJECT
public:
    explicit WelcomeScreen(const AppServices &services, QWidget *parent = nullptr);

    /// Whoever comes back after a profile was added wants to add another one.
    void activate() override;
    /// Begins the import of a file, whatever step is shown.
    void importFile(const QString &path);
    /// Begins the import of pasted or dropped text.
    void importText(const QString &text);
    /// The first step is shown, so an import would take the place of nothing.
    [[nodiscard]] bool isAtStart() const;
    /// Starts the sandbox, makes its profile and gets its first token.
    void trySandbox();

Q_SIGNALS:
    /// The profile is made and selected, and the person goes on.
    void done();

private:
    enum class Step { Key, Place, Token };
    /// What a file turned out to hold.
    struct FileRead
    {
        Result<ApiKeyImport> key;
        std::optional<ClientCredentials> client;
        QStringList warnings;
    };
    [[nodiscard]] static FileRead readKeyFile(const QString &path);
    /// A profile that is being stored and has no answer yet.
    struct Adding
    {
        Profile profile;
        std::optional<ClientCredentials> client;
        bool isWanted = true;
        std::optional<bool> again; ///< what was entered meanwhile is to be stored instead; for this session only?
    };

    void build();
    /// The second and the third step, built when they are first needed.
    [[nodiscard]] PlaceStep &placeStep();
    [[nodiscard]] TokenStep &tokenStep();
    void insertStep(QWidget *step);
    void connectKeyStep();
    void connectPlaceStep();
    void connectTokenStep();
    void show(Step step);
    void showHead();
    void focusStep();
    void restart();
    void beginImport();
    void takeRead(const FileRead &read, const QString &path);
    void takeKey();
    void askKeychain();
    void lookForSameKey();
    void save(bool sessionOnly);
    void takeBack(const Result<Profile> &result, std::optional<bool> again);
    void stopSaving();
    void saveChanged(const Profile &profile);
    void takeSaved(const Result<Profile> &result);
    void showSaveError(const Error &error);
    void startToken(const Profile &profile);
    void askToken();
    void copyToken();
    void offerDeletion();
    void addSandbox(const SandboxInfo &info);
    void deleteFile();
    void finish();

    const AppServices &m_services;
    QPushButton *m_back = nullptr;
    QLabel *m_title = nullptr;
    StepBar *m_steps = nullptr;
    KeyStep *m_key = nullptr;
    PlaceStep *m_place = nullptr; ///< see placeStep()
    TokenStep *m_token = nullptr; ///< see tokenStep()
    KeychainLine *m_keychain = nullptr;
    QVBoxLayout *m_column = nullptr;
    QScrollArea *m_scroll = nullptr;

    std::optional<ApiKeyImport> m_import;
    QStringList m_warnings;                         ///< about the file, besides those of the import
    QString m_path;                                 ///< of the file that the key came from; empty for pasted text
    std::optional<ClientCredentials> m_foundClient; ///< in a file; the person has not taken it
    std::optional<ClientCredentials> m_client;
    QUuid m_sameKey;
    std::optional<Profile> m_added;
    std::shared_ptr<Adding> m_adding; ///< of this import
    quint64 m_attempt = 0;            ///< a late result of an import or of a save that was given up is told by it
};

} // namespace acx
