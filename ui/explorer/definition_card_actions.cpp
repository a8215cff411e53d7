// SPDX-License-Identifier: GPL-3.0-or-later
// What the controls of the card do.
#include "app/base/deliver.h"
#include "app/base/visible_text.h"
#include "app/credentials/keychain_errors.h"
#include "app/credentials/secret_store.h"
#include "app/operations/definition_facts.h"
#include "ui/explorer/definition_card.h"
#include "ui/explorer/definition_text.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/inline_notice.h"
#include "ui/widgets/secret_field.h"

#include <QLineEdit>
#include <QPlainTextEdit>

#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

void DefinitionCard::saveBase()
{
    if (!m_base->isModified())
        return;
    const QString typed = m_base->text().trimmed();
    const QUrl url(typed, QUrl::StrictMode);
    if (!typed.isEmpty() && !isCallableBase(url)) {
        m_baseField->setError(tr("Write it as https://host/path; plain http is only for this computer."));
        return;
    }
    m_base->setModified(false);
    keepBase(url);
}

void DefinitionCard::keepBase(const QUrl &url)
{
    ++m_basesOnTheWay;
    deliver(m_services.definitions.setBase(m_id, url), this, [this, id = m_id](const Status &status) {
        const bool savesClient = --m_basesOnTheWay == 0 && std::exchange(m_savesClientThen, false);
        if (id != m_id)
            return;
        if (!status) {
            m_baseField->setError(status.error().message());
            return;
        }
        takeOrigin(); // the person gave it
        if (savesClient)
            saveClient();
    });
}

void DefinitionCard::saveClient()
{
    // A click on the button leaves the base URL first.
    m_savesClientThen = m_basesOnTheWay > 0;
    if (m_savesClientThen)
        return;
    const QString typed = m_clientId->text().trimmed();
    for (const QChar c : typed) {
        if (c < u'!' || c > u'~') {
            m_clientField->setError(tr("A client id has no blanks and no letters beyond ASCII."));
            return;
        }
    }
    m_clientField->setError({});
    m_secretField->setError({});
    const std::optional<QString> clientId = m_clientId->isModified() ? std::optional(typed) : std::nullopt;
    const std::optional<Secret> secret = m_secret->isEmpty() ? std::nullopt : std::optional(m_secret->secret());
    m_save->setEnabled(false);
    m_keychain->hide();
    m_services.keychain.allowPrompt();
    deliver(m_services.definitions.setClient(m_id, m_shownOrigin, clientId, secret), this,
            [this, id = m_id](const Status &status) {
                m_save->setEnabled(true);
                if (id != m_id)
                    return;
                if (status) {
                    m_clientId->setModified(false);
                    m_secret->clear();
                    takeOrigin();
                    m_notice->tell(MessageKind::Success, tr("Kept."), {});
                } else if (isKeychainError(status.error().kind)) {
                    askAboutKeychain(status.error());
                } else {
                    takeOrigin(); // which the hint shows by now
                    m_secretField->setError(breakable(status.error().message()));
                }
            });
}

void DefinitionCard::askAboutKeychain(const Error &error)
{
    m_retry->setText(error.kind == ErrorKind::KeychainLocked ? tr("Unlock and try again") : tr("Try again"));
    QString text = error.nextStep;
    if (!text.isEmpty())
        text += u'\n';
    text += tr("For this session only, client id and secret stay in memory and are gone when the program ends. They "
               "are written nowhere.");
    m_keychain->tell(MessageKind::Error, error.sentence, text, error.details());
}

void DefinitionCard::keepForSession()
{
    m_services.definitions.useClientForSession(m_id, m_clientId->isModified() ? m_clientId->text() : QString(),
                                               m_secret->secret());
    m_keychain->hide();
    m_clientId->setModified(false);
    m_secret->clear();
    takeOrigin();
    m_notice->tell(MessageKind::Success, tr("They are used for this session only."), {});
}

void DefinitionCard::showClientId()
{
    m_clientId->clear();
    m_clientId->setModified(false);
    const std::optional<Definition> now = definition();
    if (!now)
        return;
    const auto show = [this, id = m_id] {
        deliver(m_services.definitions.clientId(id), this, [this, id](const Result<QString> &clientId) {
            if (clientId && id == m_id && !m_clientId->isModified())
                m_clientId->setText(*clientId);
        });
    };
    if (m_services.definitions.isForSession(m_id, ClientPart::Id))
        return show();
    if (!now->hasClientId)
        return;
    deliver(m_services.keychain.status(), this, [show, id = m_id, this](const Result<StoreStatus> &status) {
        if (status && status->state == StoreState::Ready && id == m_id)
            show();
    });
}

void DefinitionCard::setBusy(bool busy)
{
    m_reread->setVisible(!busy);
    m_stop->setVisible(busy);
    m_remove->setEnabled(!busy);
}

OpenOptions DefinitionCard::begin()
{
    m_cancel.emplace();
    ++m_generation;
    m_notice->hide();
    m_changes->parentWidget()->hide();
    setBusy(true);
    OpenOptions options;
    options.cancel = m_cancel->token();
    return options;
}

void DefinitionCard::reread()
{
    const OpenOptions options = begin();
    deliver(m_services.definitions.reread(m_id, options), this,
            [this, generation = m_generation](const Result<DefinitionChanges> &changes) {
                if (generation != m_generation)
                    return;
                m_cancel.reset();
                setBusy(false);
                if (!changes) {
                    Error error = changes.error();
                    error.sentence = breakable(error.sentence);
                    m_notice->tell(error);
                    return;
                }
                m_notice->tell(MessageKind::Success,
                               changes->isEmpty() ? tr("Nothing changed.") : tr("The definition changed."), {});
                m_changes->setPlainText(withVisibleControls(changesText(*changes)));
                m_changes->parentWidget()->setVisible(!changes->isEmpty());
            });
}

void DefinitionCard::readForeign()
{
    const OpenOptions options = begin();
    m_foreign->hide();
    deliver(m_services.definitions.readForeign(m_id, options), this,
            [this, generation = m_generation](const Status &status) {
                if (generation != m_generation)
                    return;
                m_cancel.reset();
                setBusy(false);
                if (status)
                    m_notice->tell(MessageKind::Success, tr("The documents elsewhere were read."), {});
                else
                    m_notice->tell(status.error());
                showFacts();
            });
}

void DefinitionCard::remove()
{
    m_question->hide();
    m_remove->setEnabled(false);
    m_services.keychain.allowPrompt();
    deliver(m_services.definitions.remove(m_id), this, [this, id = m_id](const Status &status) {
        m_remove->setEnabled(true);
        if (id != m_id)
            return;
        if (status)
            Q_EMIT closed();
        else
            m_notice->tell(status.error());
    });
}

} // namespace acx
