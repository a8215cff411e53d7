// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/deliver.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTimer>

#include <chrono>

namespace acx {

/// Runs the event loop until the future is done and hands out its result. Tests only: the product has no nested loop.
template <class T>
Result<T> waitFor(QFuture<Result<T>> future, std::chrono::milliseconds limit = std::chrono::seconds(30))
{
    if (!future.isFinished()) {
        QEventLoop loop;
        QFutureWatcher<Result<T>> watcher;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(limit, &loop, &QEventLoop::quit);
        watcher.setFuture(future);
        loop.exec();
    }
    if (!future.isFinished())
        return fail(ErrorKind::Internal, QStringLiteral("TEST: the future did not finish in time"));
    if (future.resultCount() == 0)
        return fail(cancelledError());
    return future.resultAt(0);
}

} // namespace acx
