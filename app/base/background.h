// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/cancel.h"
#include "app/base/result.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <atomic>
#include <memory>
#include <utility>

namespace acx {

/// Runs `work` (Result<T>()) in a thread of the pool: for whatever may wait for a disk. It must own all it uses, or
/// what it uses must live until the pool has ended.
template <class T, class Work>
[[nodiscard]] QFuture<Result<T>> inBackground(QThreadPool &pool, Work &&work)
{
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    pool.start([promise, work = std::forward<Work>(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

template <class T, class Work>
[[nodiscard]] QFuture<Result<T>> inBackground(Work &&work)
{
    return inBackground<T>(*QThreadPool::globalInstance(), std::forward<Work>(work));
}

/// A CancelToken as another thread may ask it: the token itself belongs to the caller's.
class PoolStop final
{
public:
    explicit PoolStop(const CancelToken &cancel)
        : m_isStopped(std::make_shared<std::atomic_bool>(cancel.isCancelled()))
    {
        cancel.onCancel([isStopped = m_isStopped] { *isStopped = true; });
    }
    [[nodiscard]] bool goOn() const { return !*m_isStopped; }

private:
    std::shared_ptr<std::atomic_bool> m_isStopped;
};

} // namespace acx
