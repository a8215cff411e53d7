// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/background.h"
#include "app/base/deliver.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace acx {

/// A thread for the changes of a file, which may have to wait for the disk or for another program: one change after the
/// other, in the order of the calls. Its end waits until all of them are done, so that none is lost.
class DiskThread final
{
public:
    DiskThread() { m_pool.setMaxThreadCount(1); }
    Q_DISABLE_COPY_MOVE(DiskThread)

    /// Runs `work` (Result<T>()) there and then `next` (Result<T>(const Result<T> &)) with its outcome in the thread of
    /// `owner`, where the future finishes; not if `owner` has died meanwhile. `work` owns all it uses, or that outlives
    /// this object.
    template <class T, class Work, class Next>
    [[nodiscard]] QFuture<Result<T>> run(QObject *owner, Work &&work, Next &&next)
    {
        const auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        deliver(inBackground<T>(m_pool, std::forward<Work>(work)), owner,
                [promise, next = std::forward<Next>(next)](const Result<T> &done) {
                    promise->addResult(next(done));
                    promise->finish();
                });
        return promise->future();
    }

    /// The same for work (void()) whose outcome nobody waits for.
    template <class Work>
    void post(Work &&work)
    {
        m_pool.start(std::forward<Work>(work));
    }

private:
    QThreadPool m_pool;
};

} // namespace acx
