// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keychain_operation.h"

namespace acx {

using Outcome = JobOutcome::Result;

KeychainRead::KeychainRead(KeychainContext &context, const QString &key)
    : KeychainOperation(context, KeychainAction::Read, key)
{
    m_promise.start();
}

bool KeychainRead::mayPrompt() const
{
    return !context().promptDeclined;
}

void KeychainRead::refuse(const Error &error)
{
    m_promise.addResult(fail(error));
    m_promise.finish();
}

void KeychainRead::run()
{
    readEntry([this](const JobOutcome &outcome) {
        const bool isThere = outcome.result == Outcome::Done && !outcome.value.isEmpty();
        if (isThere) {
            m_promise.addResult(outcome.value);
            m_promise.finish();
            Q_EMIT ended();
        } else if (outcome.result == Outcome::Done || outcome.result == Outcome::Missing) {
            whenReallyMissing([this] { end(keychainSecretMissing()); });
        } else {
            endWith(outcome);
        }
    });
}

KeychainWrite::KeychainWrite(KeychainContext &context, const QString &key, const Secret &value)
    : KeychainOperation(context, KeychainAction::Write, key)
    , m_value(value)
{
    m_promise.start();
}

void KeychainWrite::refuse(const Error &error)
{
    m_promise.addResult(fail(error));
    m_promise.finish();
}

void KeychainWrite::run()
{
    // Without the turn, after waiting for it, the write is still worth trying. The store lets go of it.
    context().writeTurn.take(remaining(), [this](ProgramTurn::Got) { readPrevious(); });
}

void KeychainWrite::readPrevious()
{
    // What is there now must come back if this write turns out to be late.
    readEntry([this](const JobOutcome &outcome) {
        if (outcome.result == Outcome::Done)
            write(outcome.value);
        else if (outcome.result == Outcome::Missing)
            whenReallyMissing([this] { write(std::nullopt); });
        else
            endWith(outcome);
    });
}

void KeychainWrite::write(const std::optional<Secret> &previous)
{
    context().doubtful.insert(key(), DoubtfulWrite{m_value, previous});
    KeychainContext &shared = context();
    const QString name = key();
    // Any other failure, a lost answer for one, does not tell whether it was written.
    const auto late = [&shared, name](const JobOutcome &outcome) {
        if (outcome.result == Outcome::Refused)
            shared.doubtful.remove(name);
    };
    context().jobs.write(
        key(), m_value, remaining(),
        [this](const JobOutcome &outcome) {
            if (outcome.result == Outcome::Done) {
                readBack();
                return;
            }
            if (outcome.result == Outcome::Refused)
                context().doubtful.remove(key());
            endWith(outcome);
        },
        late);
}

void KeychainWrite::readBack()
{
    readEntry([this](const JobOutcome &outcome) {
        if (outcome.result == Outcome::Done && outcome.value == m_value)
            succeed();
        else if (outcome.result == Outcome::Done)
            endWithMismatch(outcome.value);
        else if (outcome.result == Outcome::Missing)
            whenReallyMissing([this] { end(keychainMismatch(KeychainAction::Write)); });
        else
            endWith(outcome);
    });
}

void KeychainWrite::endWithMismatch(const Secret &found)
{
    // What came out of this write is not to stay.
    context().doubtful[key()].written = found;
    end(keychainMismatch(KeychainAction::Write));
}

void KeychainWrite::succeed()
{
    context().doubtful.remove(key());
    m_promise.addResult(Status());
    m_promise.finish();
    Q_EMIT ended();
}

KeychainRemove::KeychainRemove(KeychainContext &context, const QString &key)
    : KeychainOperation(context, KeychainAction::Remove, key)
{
    m_promise.start();
}

void KeychainRemove::refuse(const Error &error)
{
    m_promise.addResult(fail(error));
    m_promise.finish();
}

void KeychainRemove::run()
{
    // A delete reports success on a locked keyring and deletes nothing: only a secret that was read can be removed.
    readEntry([this](const JobOutcome &found) {
        if (found.result == Outcome::Missing) {
            whenReallyMissing([this] { succeed(); });
            return;
        }
        if (found.result != Outcome::Done) {
            endWith(found);
            return;
        }
        context().jobs.remove(key(), remaining(), [this](const JobOutcome &outcome) {
            if (outcome.result == Outcome::Done || outcome.result == Outcome::Missing)
                prove();
            else
                endWith(outcome);
        });
    });
}

void KeychainRemove::prove()
{
    readEntry([this](const JobOutcome &outcome) {
        if (outcome.result == Outcome::Missing)
            whenReallyMissing([this] { succeed(); });
        else if (outcome.result == Outcome::Done)
            end(keychainMismatch(KeychainAction::Remove));
        else
            endWith(outcome);
    });
}

void KeychainRemove::succeed()
{
    context().doubtful.remove(key());
    m_promise.addResult(Status());
    m_promise.finish();
    Q_EMIT ended();
}

KeychainReconcile::KeychainReconcile(KeychainContext &context, const QString &key)
    : KeychainOperation(context, KeychainAction::Write, key)
{}

void KeychainReconcile::refuse(const Error &)
{
    // Nobody waits for it. The write stays doubtful and is looked at again before the next call for its key.
}

void KeychainReconcile::run()
{
    const DoubtfulWrite doubt = context().doubtful.value(key());
    readEntry([this, doubt](const JobOutcome &outcome) {
        // An entry without a secret is what gnome-keyring leaves when it is killed in the middle of the write.
        const bool isOurs = outcome.value == doubt.written || outcome.value.isEmpty();
        if (outcome.result == Outcome::Missing) {
            whenReallyMissing([this] { settle(); });
        } else if (outcome.result != Outcome::Done) {
            endWith(outcome);
        } else if (!isOurs) {
            settle();
        } else {
            const auto done = [this](const JobOutcome &undone) {
                if (undone.result == Outcome::Done)
                    settle();
                else
                    endWith(undone);
            };
            if (doubt.previous)
                context().jobs.write(key(), *doubt.previous, remaining(), done, {});
            else
                context().jobs.remove(key(), remaining(), done);
        }
    });
}

void KeychainReconcile::settle()
{
    context().doubtful.remove(key());
    Q_EMIT ended();
}

} // namespace acx
