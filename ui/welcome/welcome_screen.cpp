// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/welcome_screen.h"

#include "app/base/background.h"
#include "app/base/deliver.h"
#include "app/credentials/secret_store.h"
#include "app/profiles/profile_service.h"
#include "ui/file_chooser.h"
#include "ui/profiles/place_form.h"
#include "ui/session.h"
#include "ui/welcome/key_step.h"
#include "ui/welcome/keychain_line.h"
#include "ui/welcome/place_step.h"
#include "ui/welcome/step_bar.h"
#include "ui/welcome/token_step.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/page.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int columnWidth = 640; // pixels

} // namespace

WelcomeScreen::WelcomeScreen(const AppServices &services, QWidget *parent)
    : Screen(parent)
    , m_services(services)
{
    setObjectName(u"welcomeScreen"_s);
    build();
    connectKeyStep();
    connect(&m_services.profiles, &ProfileService::profileRemoved, this, [this](const QUuid &id) {
        if (m_added && m_added->id == id)
            restart();
    });
    restart();
}

void WelcomeScreen::build()
{
    auto *column = new QWidget;
    column->setMaximumWidth(columnWidth);
    m_back = makeButton(tr("Back to the profiles"), ButtonKind::Quiet, column);
    m_back->setObjectName(u"welcomeBack"_s);
    m_title = makeLabel(tr("Start with your API key"), LabelKind::Title, column);
    m_title->setObjectName(u"welcomeTitle"_s);
    m_steps = new StepBar(m_services.theme, {tr("Key"), tr("Place"), tr("Token")}, column);
    m_key = new KeyStep(m_services.theme, column);
    m_keychain = new KeychainLine(column);

    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::L));
    layout->addWidget(m_back, 0, Qt::AlignLeft);
    auto *head = new QVBoxLayout;
    head->setSpacing(Theme::space(Space::Xs));
    head->addWidget(m_title);
    head->addWidget(makeParagraph(tr("Three steps to a bearer token: your key, where your API Connect lives, done."),
                                  LabelKind::Muted, column));
    layout->addLayout(head);
    layout->addWidget(m_steps);
    layout->addWidget(m_key);
    layout->addWidget(m_keychain);
    m_column = layout;

    m_scroll = makePage(column, columnWidth, PageAlignment::Middle, this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_scroll);
}

PlaceStep &WelcomeScreen::placeStep()
{
    if (!m_place) {
        m_place = new PlaceStep(m_services, m_keychain->parentWidget());
        insertStep(m_place);
        connectPlaceStep();
    }
    return *m_place;
}

TokenStep &WelcomeScreen::tokenStep()
{
    if (!m_token) {
        m_token = new TokenStep(m_services, m_keychain->parentWidget());
        insertStep(m_token);
        connectTokenStep();
    }
    return *m_token;
}

/// Hidden until it is its turn.
void WelcomeScreen::insertStep(QWidget *step)
{
    step->hide();
    m_column->insertWidget(m_column->indexOf(m_keychain), step);
}

void WelcomeScreen::connectKeyStep()
{
    connect(m_back, &QPushButton::clicked, this, [this] {
        restart();
        Q_EMIT goTo(Place::Profiles);
    });
    connect(m_key, &KeyStep::fileWanted, this, [this] {
        m_services.files.chooseExisting(this, tr("Choose the file of the API key"),
                                        tr("API key files (*.json *.txt);;All files (*)"),
                                        [this](const QString &path) { importFile(path); });
    });
    connect(m_key, &KeyStep::keyPasted, this, [this](const Secret &text) {
        beginImport();
        takeRead({ApiKeyFile::readBytes(text.reveal()), std::nullopt, {}}, {});
    });
    connect(m_key, &KeyStep::sandboxWanted, this, &WelcomeScreen::trySandbox);
    connect(m_key, &KeyStep::apiKeysPageWanted, this,
            [this] { QDesktopServices::openUrl(m_services.deployments.apiKeysPage()); });
    connect(m_key, &KeyStep::importAnyway, this, [this] {
        if (!m_import)
            return;
        m_import->stop.reset();
        takeKey();
    });
    connect(m_key, &KeyStep::clientLeft, this, [this] { m_foundClient.reset(); });
    connect(m_key, &KeyStep::clientTaken, this, [this] {
        m_client = std::exchange(m_foundClient, std::nullopt);
        m_key->reset();
        Message note;
        note.text = tr("The client id and secret are kept for the second step.");
        note.nextStep = tr("Now give the API key.");
        Q_EMIT message(note);
    });
}

void WelcomeScreen::connectPlaceStep()
{
    connect(m_place, &PlaceStep::backWanted, this, [this] {
        if (m_added)
            show(Step::Token);
        else
            restart();
    });
    connect(m_place, &PlaceStep::continueWanted, this, [this] { save(false); });
    connect(m_place, &PlaceStep::unlockWanted, this, [this] {
        m_services.keychain.allowPrompt();
        save(false);
    });
    connect(m_place, &PlaceStep::sessionOnlyWanted, this, [this] { save(true); });
    connect(m_place, &PlaceStep::stopWanted, this, [this] {
        stopSaving();
        m_place->setSaving(false);
    });
    connect(m_place, &PlaceStep::sameKeyWanted, this, [this] {
        m_services.session.select(m_sameKey);
        restart();
        Q_EMIT goTo(Place::Profiles);
    });
}

void WelcomeScreen::connectTokenStep()
{
    connect(m_token, &TokenStep::copyWanted, this, &WelcomeScreen::copyToken);
    connect(m_token, &TokenStep::goOnWanted, this, &WelcomeScreen::finish);
    connect(m_token, &TokenStep::firstCallWanted, this, [this] {
        finish();
        Q_EMIT goTo(Place::Explorer);
    });
    connect(m_token, &TokenStep::tokenWanted, this, [this] {
        m_services.keychain.allowPrompt();
        askToken();
    });
    connect(m_token, &TokenStep::placeWanted, this, [this] {
        if (!m_added)
            return;
        placeStep().reset();
        placeStep().form().setProfile(*m_added);
        show(Step::Place);
    });
    connect(m_token, &TokenStep::deletionWanted, this, &WelcomeScreen::deleteFile);
    connect(m_token, &TokenStep::fileKept, this, [this] {
        m_path.clear();
        m_token->endDeletion();
    });
}

void WelcomeScreen::activate()
{
    if (m_added)
        restart();
    showHead();
    focusStep();
}

void WelcomeScreen::showHead()
{
    if (isAtStart()) {
        const bool first = m_services.profiles.profiles().isEmpty();
        m_title->setText(first ? tr("Start with your API key") : tr("Add a profile"));
        m_back->setVisible(!first);
    } else if (m_added) {
        m_back->hide();
    }
}

void WelcomeScreen::focusStep()
{
    if (isAtStart())
        m_key->focusFirst();
    else if (m_place && m_steps->current() == int(Step::Place))
        m_place->form().focusFirst();
}

void WelcomeScreen::show(Step step)
{
    m_steps->setCurrent(int(step));
    m_key->setVisible(step == Step::Key);
    if (m_place || step == Step::Place)
        placeStep().setVisible(step == Step::Place);
    if (m_token || step == Step::Token)
        tokenStep().setVisible(step == Step::Token);
    m_keychain->setVisible(step != Step::Token);
    m_scroll->verticalScrollBar()->setValue(0);
    showHead();
    if (isVisible()) // the focus is not taken from another page
        focusStep();
}

void WelcomeScreen::restart()
{
    stopSaving();
    m_adding.reset();
    m_import.reset();
    m_warnings.clear();
    m_path.clear();
    m_foundClient.reset();
    m_client.reset();
    m_added.reset();
    m_sameKey = {};
    m_key->reset();
    if (m_place)
        m_place->reset();
    if (m_token) {
        m_token->endDeletion();
        m_token->reset();
    }
    m_keychain->reset();
    show(Step::Key);
}

void WelcomeScreen::beginImport()
{
    const std::optional<ClientCredentials> client = m_added ? std::nullopt : m_client;
    restart();
    m_client = client;
    Q_EMIT clearMessage();
}

bool WelcomeScreen::isAtStart() const
{
    return m_steps->current() == int(Step::Key);
}

WelcomeScreen::FileRead WelcomeScreen::readKeyFile(const QString &path)
{
    FileRead read{ApiKeyFile::readFile(path), std::nullopt, {}};
    if (read.key) {
        read.warnings = inspectKeyFile(path).warnings();
    } else if (read.key.error().kind == ErrorKind::InvalidInput) {
        if (const Result<ClientCredentials> client = ApiKeyFile::readClientFile(path))
            read.client = *client;
    }
    return read;
}

void WelcomeScreen::importFile(const QString &path)
{
    beginImport();
    deliver(inBackground<FileRead>([path]() -> Result<FileRead> { return readKeyFile(path); }), this,
            [this, path, attempt = m_attempt](const Result<FileRead> &read) {
                if (read && attempt == m_attempt)
                    takeRead(*read, path);
            });
}

void WelcomeScreen::importText(const QString &text)
{
    beginImport();
    takeRead({ApiKeyFile::readBytes(text.toUtf8()), std::nullopt, {}}, {});
}

void WelcomeScreen::takeRead(const FileRead &read, const QString &path)
{
    if (read.client) {
        m_foundClient = read.client;
        m_key->askAboutClient(read.client->clientId, read.client->endpoint);
        return;
    }
    if (!read.key) {
        Q_EMIT message(Message::fromError(read.key.error()));
        return;
    }
    m_import = *read.key;
    m_warnings = read.warnings;
    m_path = path;
    if (m_import->stop)
        m_key->askAboutStop(*m_import->stop);
    else
        takeKey();
}

void WelcomeScreen::takeKey()
{
    const QList<Profile> profiles = m_services.profiles.profiles();
    Profile draft;
    draft.deployment = m_client ? DeploymentKind::Saas : DeploymentKind::Reserved;
    draft.name = uniqueProfileName(m_import->key.name.isEmpty() ? tr("My API Connect") : m_import->key.name, profiles);
    draft.colour = nextProfileColour(profiles);
    placeStep().reset();
    placeStep().form().setProfile(draft);
    if (m_client)
        placeStep().form().setClient(*m_client);
    placeStep().showKeyFileWarnings(m_import->warnings + m_warnings);
    show(Step::Place);
    askKeychain();
}

void WelcomeScreen::askKeychain()
{
    deliver(m_services.keychain.status(), this, [this, attempt = m_attempt](const Result<StoreStatus> &status) {
        if (attempt != m_attempt)
            return;
        m_keychain->showStatus(status.value_or(StoreStatus{}), m_services.keychain.isPersistent());
        // Asking a locked keychain would open its prompt before the person has decided anything.
        if (status && status->state == StoreState::Ready)
            lookForSameKey();
    });
}

void WelcomeScreen::lookForSameKey()
{
    if (!m_import)
        return;
    deliver(m_services.profiles.findSameKey(m_import->key), this,
            [this, attempt = m_attempt](const Result<std::optional<Profile>> &found) {
                if (attempt != m_attempt || !found || !*found || m_added)
                    return;
                m_sameKey = (*found)->id;
                placeStep().showSameKey(**found);
            });
}

void WelcomeScreen::finish()
{
    restart();
    Q_EMIT done();
}

} // namespace acx
