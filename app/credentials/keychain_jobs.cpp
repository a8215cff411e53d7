// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/keychain_jobs.h"

#include "app/base/app_info.h"

#include <QTimer>
#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

QString serviceName()
{
    return u"API Connect Explorer"_s;
}

/// Windows ignores the service name, so the key alone must be unique on the computer.
QString entryName(const QString &key)
{
    return QLatin1StringView(applicationId) + u'/' + key;
}

JobOutcome::Result resultOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return JobOutcome::Result::Done;
    case QKeychain::EntryNotFound:
        return JobOutcome::Result::Missing;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return JobOutcome::Result::Refused;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        return JobOutcome::Result::Failed;
    }
    return JobOutcome::Result::Failed;
}

JobOutcome outcomeOf(QKeychain::Job *job)
{
    JobOutcome outcome;
    outcome.result = resultOf(job->error());
    outcome.technical = job->errorString();
    const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(job);
    if (read && outcome.result == JobOutcome::Result::Done)
        outcome.value = Secret::fromText(read->textData());
    return outcome;
}

} // namespace

KeychainJobs::KeychainJobs(QObject *parent)
    : QObject(parent)
{}

void KeychainJobs::read(const QString &key, std::chrono::milliseconds deadline, const Handler &handler,
                        const Handler &late)
{
    auto *job = new QKeychain::ReadPasswordJob(serviceName());
    job->setKey(entryName(key));
    run(job, deadline, handler, late);
}

void KeychainJobs::write(const QString &key, const Secret &value, std::chrono::milliseconds deadline,
                         const Handler &handler, const Handler &late)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName());
    job->setKey(entryName(key));
    // Always text: a text and a binary entry of one key would lie side by side.
    job->setTextData(QString::fromUtf8(value.reveal()));
    run(job, deadline, handler, late);
}

void KeychainJobs::remove(const QString &key, std::chrono::milliseconds deadline, const Handler &handler)
{
    auto *job = new QKeychain::DeletePasswordJob(serviceName());
    job->setKey(entryName(key));
    run(job, deadline, handler, {});
}

void KeychainJobs::run(QKeychain::Job *job, std::chrono::milliseconds deadline, const Handler &handler,
                       const Handler &late)
{
    auto *limit = new QTimer(this);
    limit->setSingleShot(true);
    const auto overdue = std::make_shared<bool>(false);
    // Single shot: one delete path of QtKeychain 0.13.2 emits finished() twice.
    connect(
        job, &QKeychain::Job::finished, this,
        [this, limit, overdue, handler, late](QKeychain::Job *done) {
            limit->stop();
            limit->deleteLater();
            const JobOutcome outcome = outcomeOf(done);
            if (!*overdue) {
                handler(outcome);
                return;
            }
            --m_overdue;
            if (late)
                late(outcome);
            if (m_overdue == 0)
                Q_EMIT recovered();
        },
        static_cast<Qt::ConnectionType>(Qt::DirectConnection | Qt::SingleShotConnection));
    connect(limit, &QTimer::timeout, this, [this, overdue, handler] {
        *overdue = true;
        ++m_overdue;
        JobOutcome outcome;
        outcome.result = JobOutcome::Result::Overdue;
        handler(outcome);
    });
    limit->start(deadline);
    job->start();
}

} // namespace acx
