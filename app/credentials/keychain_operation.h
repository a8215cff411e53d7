// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/credentials/keychain_errors.h"
#include "app/credentials/keychain_jobs.h"
#include "app/credentials/keychain_store.h"
#include "app/credentials/program_turn.h"
#include "app/credentials/secret_service.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QPromise>

#include <functional>
#include <optional>

namespace acx {

/// A write that may have succeeded although it was reported as "not saved".
struct DoubtfulWrite
{
    Secret written;
    std::optional<Secret> previous; ///< what lay there before
};

/// What the operations of one store share.
struct KeychainContext
{
    KeychainOptions options;
    SecretService service;
    KeychainJobs jobs;
    ProgramTurn promptTurn{QStringLiteral("Prompt")}; ///< one question at a time for all our programs
    /// From the first look at an entry until what was written has been read back: of two programs that write, neither
    /// takes the other's key for damage.
    ProgramTurn writeTurn{QStringLiteral("Write")};
    /// A question for the password was turned down: reads no longer ask until allowPrompt().
    bool promptDeclined = false;
    QHash<QString, DoubtfulWrite> doubtful;
};

/// One call of the store: a few steps, each of which ends within the deadline of the call. The store runs one at a
/// time.
class KeychainOperation : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeychainOperation)

public:
    KeychainOperation(KeychainContext &context, KeychainAction action, const QString &key);

    [[nodiscard]] const QString &key() const { return m_key; }
    [[nodiscard]] KeychainAction action() const { return m_action; }
    /// The keyring was found open.
    [[nodiscard]] bool wasOpen() const { return m_wasOpen; }
    /// Runs the steps; ended() follows.
    void begin();
    /// Answers the caller with an error.
    virtual void refuse(const Error &error) = 0;

Q_SIGNALS:
    void ended();

protected:
    using Step = std::function<void()>;

    /// The first step once the keyring is open.
    virtual void run() = 0;
    /// False for work that nobody waits for.
    [[nodiscard]] virtual bool mayPrompt() const = 0;

    /// The entry as it is now. A read that fails on an open keyring is repeated once with a new session: the service
    /// may have been started again in a moment in which nobody watched it.
    void readEntry(const KeychainJobs::Handler &handler);
    void end(const Error &error);
    /// Ends with the reason of an outcome that is not Done; asks the service to tell locked from missing.
    void endWith(const JobOutcome &outcome);
    /// Calls `next` if nothing was found because nothing is there; otherwise ends with what it is.
    void whenReallyMissing(const Step &next);
    [[nodiscard]] std::chrono::milliseconds remaining() const;
    [[nodiscard]] KeychainContext &context() const { return m_context; }

private:
    void decide(const KeyringState &state);
    void unlock();
    void takeUnlocked(SecretService::UnlockResult result);
    /// Goes on with whatever another program's question, or none, has brought about; asks nothing.
    void lookAgain();
    void decline();
    void runOpen();
    [[nodiscard]] Error errorOf(const KeyringState &state, const JobOutcome &outcome) const;
    void restartDeadline();

    KeychainContext &m_context;
    KeychainAction m_action;
    QString m_key;
    QDeadlineTimer m_deadline;
    bool m_wasOpen = false;
};

class KeychainRead final : public KeychainOperation
{
    Q_OBJECT
public:
    KeychainRead(KeychainContext &context, const QString &key);
    [[nodiscard]] QFuture<Result<Secret>> future() { return m_promise.future(); }
    void refuse(const Error &error) override;

private:
    void run() override;
    [[nodiscard]] bool mayPrompt() const override;
    QPromise<Result<Secret>> m_promise;
};

class KeychainWrite final : public KeychainOperation
{
    Q_OBJECT
public:
    KeychainWrite(KeychainContext &context, const QString &key, const Secret &value);
    [[nodiscard]] QFuture<Status> future() { return m_promise.future(); }
    void refuse(const Error &error) override;

private:
    void run() override;
    [[nodiscard]] bool mayPrompt() const override { return true; }
    void readPrevious();
    void write(const std::optional<Secret> &previous);
    void readBack();
    void endWithMismatch(const Secret &found);
    void succeed();

    Secret m_value;
    QPromise<Status> m_promise;
};

class KeychainRemove final : public KeychainOperation
{
    Q_OBJECT
public:
    KeychainRemove(KeychainContext &context, const QString &key);
    [[nodiscard]] QFuture<Status> future() { return m_promise.future(); }
    void refuse(const Error &error) override;

private:
    void run() override;
    [[nodiscard]] bool mayPrompt() const override { return true; }
    void prove();
    void succeed();
    QPromise<Status> m_promise;
};

/// Makes good a doubtful write: what lay there before comes back, or nothing remains. Leaves alone what somebody else
/// has written meanwhile.
class KeychainReconcile final : public KeychainOperation
{
    Q_OBJECT
public:
    KeychainReconcile(KeychainContext &context, const QString &key);
    void refuse(const Error &error) override;

private:
    void run() override;
    [[nodiscard]] bool mayPrompt() const override { return false; }
    void settle();
};

} // namespace acx
