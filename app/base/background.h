// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

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

} // namespace acx
