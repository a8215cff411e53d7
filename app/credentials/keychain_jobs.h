// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <functional>

namespace QKeychain {
class Job;
}

namespace acx {

/// How one QtKeychain job ended.
struct JobOutcome
{
    enum class Result {
        Done,
        Missing, ///< nothing found: missing, or the keyring is locked
        Refused, ///< locked, or access denied
        Failed,  ///< everything else
        Overdue, ///< not back within its deadline
    };
    Result result = Result::Failed;
    Secret value;      ///< of a read
    QString technical; ///< QtKeychain's own text
};

/// Starts QtKeychain jobs and gives each a deadline. A job cannot be cancelled: deleting or disconnecting it while it
/// runs crashes or blocks every later job of the process, so one that is overdue is left alone until it comes back.
class KeychainJobs final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeychainJobs)

public:
    using Handler = std::function<void(const JobOutcome &)>;

    explicit KeychainJobs(QObject *parent = nullptr);

    /// `handler` is called once, at the latest when the deadline passes; `late` (may be empty) if the job comes back
    /// after that. Neither is called after this object has died.
    void read(const QString &key, std::chrono::milliseconds deadline, const Handler &handler, const Handler &late = {});
    void write(const QString &key, const Secret &value, std::chrono::milliseconds deadline, const Handler &handler,
               const Handler &late);
    void remove(const QString &key, std::chrono::milliseconds deadline, const Handler &handler);

    /// True while an overdue job is still out: QtKeychain would start no other one before it is back.
    [[nodiscard]] bool isStuck() const { return m_overdue > 0; }

Q_SIGNALS:
    /// The last overdue job has come back.
    void recovered();

private:
    void run(QKeychain::Job *job, std::chrono::milliseconds deadline, const Handler &handler, const Handler &late);
    int m_overdue = 0;
};

} // namespace acx
