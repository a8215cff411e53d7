// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of the way: the profile is stored, its first token fetched, the key's file deleted if wanted.
#include "app/base/background.h"
#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "app/credentials/keychain_errors.h"
#include "app/explorer/token_text.h"
#include "app/profiles/profile_service.h"
#include "app/sandbox/sandbox_process.h"
#include "ui/profiles/place_form.h"
#include "ui/sandbox_profile.h"
#include "ui/session.h"
#include "ui/welcome/key_step.h"
#include "ui/welcome/keychain_line.h"
#include "ui/welcome/place_step.h"
#include "ui/welcome/token_step.h"
#include "ui/welcome/welcome_screen.h"
#include "ui/widgets/secret_clipboard.h"

#include <QFileInfo>

namespace acx {

void WelcomeScreen::save(bool sessionOnly)
{
    std::optional<Profile> profile = placeStep().form().read();
    if (!profile || (!m_import && !m_added))
        return;
    Q_EMIT clearMessage();
    if (m_added) {
        saveChanged(*profile);
        return;
    }
    profile->sessionOnly = sessionOnly;
    placeStep().setSaving(true);
    const std::optional<ClientCredentials> client = placeStep().form().client();
    // What has no answer yet is waited for again: a second one beside it would ask the keychain a second time.
    if (m_adding) {
        m_adding->isWanted = m_adding->profile == *profile && m_adding->client == client;
        m_adding->again = m_adding->isWanted ? std::nullopt : std::optional(sessionOnly);
        return;
    }
    ++m_attempt; // a look for the same key that is still under way would find this one
    m_adding = std::make_shared<Adding>(Adding{*profile, client, true, {}});
    deliver(m_services.profiles.add(*profile, m_import->key, client), this,
            [this, adding = m_adding](const Result<Profile> &result) {
                const bool isOfThisImport = adding == m_adding;
                if (isOfThisImport)
                    m_adding.reset();
                if (adding->isWanted)
                    takeSaved(result);
                else
                    takeBack(result, isOfThisImport ? adding->again : std::nullopt);
            });
}

/// Given up meanwhile: what was stored all the same is removed.
void WelcomeScreen::takeBack(const Result<Profile> &result, std::optional<bool> again)
{
    const QFuture<Status> removed = result ? m_services.profiles.remove(result->id) : ready<void>(Status());
    deliver(removed, this, [this, again, attempt = m_attempt](const Status &status) {
        if (!status)
            Q_EMIT message(Message::fromError(status.error()));
        if (!again || attempt != m_attempt)
            return;
        placeStep().setSaving(false);
        save(*again);
    });
}

void WelcomeScreen::stopSaving()
{
    ++m_attempt;
    if (!m_adding)
        return;
    m_adding->isWanted = false;
    m_adding->again.reset();
}

void WelcomeScreen::saveChanged(const Profile &profile)
{
    const auto saveItsClient = [&profiles = m_services.profiles, profile, base = *m_added,
                                client = placeStep().form().client()] {
        return saveClient(profiles, profile, base, client);
    };
    const QFuture<Status> saved = chain<void>(m_services.profiles.update(profile), saveItsClient);
    placeStep().setSaving(true);
    const quint64 attempt = ++m_attempt;
    deliver(saved, this, [this, attempt, profile](const Status &status) {
        if (attempt != m_attempt)
            return;
        placeStep().setSaving(false);
        if (!status) {
            showSaveError(status.error());
            return;
        }
        m_added = profile;
        startToken(profile);
    });
}

void WelcomeScreen::takeSaved(const Result<Profile> &result)
{
    if (m_place)
        m_place->setSaving(false);
    if (!result) {
        showSaveError(result.error());
        return;
    }
    m_added = *result;
    startToken(*result);
}

/// As long as the person has not answered.
void WelcomeScreen::offerDeletion()
{
    if (m_added && !m_path.isEmpty() && !m_added->sessionOnly && m_services.keychain.isPersistent())
        tokenStep().offerDeletion(QFileInfo(m_path).fileName(), m_keychain->storeName());
}

void WelcomeScreen::showSaveError(const Error &error)
{
    // A new key can do without the keychain and the disk; a stored one stays where it is.
    const bool canBeForSession = !m_added && (isKeychainError(error.kind) || error.kind == ErrorKind::Disk);
    if (canBeForSession || isKeychainError(error.kind))
        placeStep().askAboutKeychain(error, canBeForSession);
    else if (error.kind == ErrorKind::AlreadyExists)
        placeStep().form().showNameError(error.message());
    else
        Q_EMIT message(Message::fromError(error));
}

void WelcomeScreen::startToken(const Profile &profile)
{
    m_services.session.select(profile.id);
    const TokenKind kind = m_services.session.usualTokenKind();
    const QString host = m_services.session.endpoints().tokenBase(kind).host();
    tokenStep().reset();
    tokenStep().follow(profile, kind, host.isEmpty() ? displayName(kind) : host);
    show(Step::Token);
    if (profile.singleUseKey)
        tokenStep().askBeforeSpending();
    else
        askToken();
    offerDeletion();
}

/// Of the profile that was added, whichever one the window works with by now.
void WelcomeScreen::askToken()
{
    const std::optional<TokenNeed> need = tokenStep().need();
    if (!need)
        return;
    tokenStep().showAsking();
    // A key that may be used only once has been warned about by now.
    const bool spends = m_added && m_added->singleUseKey;
    deliver(spends ? m_services.broker.renew(*need) : m_services.broker.token(*need), this,
            [this, need](const Result<Token> &token) {
                if (m_token->need() != need)
                    return;
                if (token)
                    m_token->showArrived();
                else
                    m_token->showFailure(token.error());
            });
}

void WelcomeScreen::copyToken()
{
    const std::optional<TokenNeed> need = tokenStep().need();
    if (!need)
        return;
    deliver(m_services.broker.token(*need), this, [this, need](const Result<Token> &token) {
        if (m_token->need() != need)
            return;
        if (token)
            m_services.clipboard.copy(formatToken(*token, TokenFormat::Bearer, {}, m_services.clock.now()),
                                      tr("Bearer token"), token->expiresAt);
        else
            m_token->showFailure(token.error());
    });
}

void WelcomeScreen::trySandbox()
{
    beginImport();
    m_key->setSandboxStarting(true);
    deliver(m_services.sandbox.start(), this, [this, attempt = m_attempt](const Result<SandboxInfo> &info) {
        if (attempt != m_attempt)
            return;
        m_key->setSandboxStarting(false);
        if (info)
            addSandbox(*info);
        else
            Q_EMIT message(Message::fromError(info.error()));
    });
}

void WelcomeScreen::addSandbox(const SandboxInfo &info)
{
    deliver(addSandboxProfile(m_services.profiles, info), this,
            [this, attempt = m_attempt](const Result<Profile> &added) {
                if (attempt == m_attempt)
                    takeSaved(added);
            });
}

void WelcomeScreen::deleteFile()
{
    if (!m_import || !m_added || m_path.isEmpty())
        return;
    tokenStep().setDeleting(true);
    const auto work = [path = m_path, key = m_import->key.value] { return deleteKeyFile(path, key); };
    deliver(inBackground<void>(work), this, [this, id = m_added->id](const Status &status) {
        if (!m_added || m_added->id != id) // of an import that is over
            return;
        tokenStep().setDeleting(false);
        if (!status) {
            Q_EMIT message(Message::fromError(status.error()));
            return;
        }
        tokenStep().endDeletion();
        Message note;
        note.kind = MessageKind::Success;
        note.text = tr("%1 is deleted. The key lies in the keychain only.").arg(QFileInfo(m_path).fileName());
        note.staysOpen = false;
        m_path.clear();
        Q_EMIT message(note);
    });
}

} // namespace acx
