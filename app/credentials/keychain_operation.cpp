// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keychain_operation.h"

#include "app/credentials/libsecret_session.h"

#include <algorithm>

namespace acx {

KeychainOperation::KeychainOperation(KeychainContext &context, KeychainAction action, const QString &key)
    : m_context(context)
    , m_action(action)
    , m_key(key)
{}

void KeychainOperation::begin()
{
    restartDeadline();
    m_context.service.askState(remaining(), [this](const KeyringState &state) { decide(state); });
}

void KeychainOperation::decide(const KeyringState &state)
{
    // KWallet, and a keyring that has yet to be made, ask the person within the job itself.
    if (state.isKWallet || !state.hasKeyring)
        m_deadline.setRemainingTime(m_context.options.promptDeadline);
    if (state.state == StoreState::Ready) {
        runOpen();
    } else if (!state.hasKeyring && m_action == KeychainAction::Write) {
        run();
    } else if (state.state == StoreState::Locked && state.hasKeyring && mayPrompt()) {
        unlock();
    } else {
        end(errorOf(state, {}));
    }
}

void KeychainOperation::runOpen()
{
    m_context.promptDeclined = false;
    m_wasOpen = true;
    run();
}

void KeychainOperation::unlock()
{
    const KeychainOptions &options = m_context.options;
    m_context.promptTurn.take(options.promptDeadline, [this, options](ProgramTurn::Got got) {
        if (got == ProgramTurn::Got::AfterWaiting) {
            // The person has just answered the same question of another program: that answer holds for this one too.
            m_context.promptTurn.letGo();
            lookAgain();
        } else if (got == ProgramTurn::Got::AtOnce) {
            m_context.service.unlock(remaining(), options.promptDeadline,
                                     [this](SecretService::UnlockResult result) { takeUnlocked(result); });
        } else {
            m_context.promptTurn.letGo();
            decline();
        }
    });
}

void KeychainOperation::takeUnlocked(SecretService::UnlockResult result)
{
    m_context.promptTurn.letGo();
    switch (result) {
    case SecretService::UnlockResult::Unlocked:
        restartDeadline();
        runOpen();
        return;
    case SecretService::UnlockResult::Declined:
        decline();
        return;
    case SecretService::UnlockResult::NoService:
        end(keychainTimeout(m_action));
        return;
    case SecretService::UnlockResult::Gone:
        lookAgain();
        return;
    }
}

void KeychainOperation::lookAgain()
{
    restartDeadline();
    m_context.service.askState(remaining(), [this](const KeyringState &state) {
        if (state.state == StoreState::Ready)
            runOpen();
        else if (state.state == StoreState::Locked && state.hasKeyring)
            decline();
        else
            end(errorOf(state, {}));
    });
}

void KeychainOperation::decline()
{
    m_context.promptDeclined = true;
    end(keychainLocked(m_action));
}

void KeychainOperation::readEntry(const KeychainJobs::Handler &handler)
{
    m_context.jobs.read(m_key, remaining(), [this, handler](const JobOutcome &outcome) {
        if (outcome.result != JobOutcome::Result::Failed) {
            handler(outcome);
            return;
        }
        forgetLibsecretSession();
        m_context.service.askState(remaining(), [this, handler, outcome](const KeyringState &state) {
            // On one that is locked the job itself would ask for the password.
            if (state.state == StoreState::Ready && !state.isKWallet)
                m_context.jobs.read(m_key, remaining(), handler);
            else
                end(errorOf(state, outcome));
        });
    });
}

void KeychainOperation::end(const Error &error)
{
    refuse(error);
    Q_EMIT ended();
}

void KeychainOperation::endWith(const JobOutcome &outcome)
{
    if (outcome.result == JobOutcome::Result::Overdue) {
        end(keychainTimeout(m_action));
        return;
    }
    m_context.service.askState(remaining(),
                               [this, outcome](const KeyringState &state) { end(errorOf(state, outcome)); });
}

void KeychainOperation::whenReallyMissing(const Step &next)
{
    m_context.service.askState(remaining(), [this, next](const KeyringState &state) {
        if (state.state == StoreState::Ready || (!state.hasKeyring && m_action == KeychainAction::Write))
            next();
        else
            end(errorOf(state, {}));
    });
}

Error KeychainOperation::errorOf(const KeyringState &state, const JobOutcome &outcome) const
{
    const QString technical = outcome.technical.isEmpty() ? state.technical : outcome.technical;
    switch (state.state) {
    case StoreState::Locked:
        // A write would have made a keyring: the question for its password was turned down.
        return state.hasKeyring || m_action == KeychainAction::Write ? keychainLocked(m_action, technical)
                                                                     : keychainWithoutKeyring(m_action, technical);
    case StoreState::NotAnswering:
        return keychainTimeout(m_action, technical);
    case StoreState::Unavailable:
        return keychainUnavailable(m_action, technical);
    case StoreState::Ready:
        break;
    }
    return outcome.result == JobOutcome::Result::Refused ? keychainDenied(m_action, technical)
                                                         : keychainFailed(m_action, technical);
}

std::chrono::milliseconds KeychainOperation::remaining() const
{
    // A later step always gets a fair part, so that a slow first one does not leave a job behind.
    const std::chrono::milliseconds left(m_deadline.remainingTime());
    return std::max(left, m_context.options.deadline / 4);
}

void KeychainOperation::restartDeadline()
{
    m_deadline.setRemainingTime(m_context.options.deadline);
}

} // namespace acx
