// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPointer>
#include <QPromise>
#include <QThread>

#include <utility>

namespace acx {

/// The outcome of a future whose promise went away without a result.
[[nodiscard]] Error cancelledError();

/// Hands the result of `future` to `handler` (void(Result<T>)) in the thread of `context`, and never after
/// `context` has died. A cancelled future arrives as ErrorKind::Cancelled. This is the only way from a future to a
/// QObject: QFuture::then(context, …) aborts in Qt 6.4 when the context dies first.
template <class T, class Handler>
void deliver(const QFuture<Result<T>> &future, QObject *context, Handler &&handler)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, handler = std::forward<Handler>(handler)]() mutable {
                         watcher->deleteLater();
                         const QFuture<Result<T>> done = watcher->future();
                         if (done.resultCount() > 0)
                             handler(done.resultAt(0));
                         else
                             handler(Result<T>(fail(cancelledError())));
                     });
    watcher->setFuture(future);
}

/// As deliver(), but within the call that finishes `future` (at once if it is finished), without a turn of the event
/// loop between: for the steps of one piece of work. It is finished in the thread of `context`, and `handler` must not
/// destroy whoever finishes it. Nothing else may continue `future`. Qt 6.4 tells nobody of one that is cancelled or
/// whose promise goes away, so use it only where each ends with a result.
template <class T, class Handler>
void deliverAtOnce(QFuture<Result<T>> future, QObject *context, Handler &&handler)
{
    future.then([guard = QPointer<QObject>(context),
                 handler = std::forward<Handler>(handler)](const QFuture<Result<T>> &done) mutable {
        if (!guard)
            return;
        Q_ASSERT(guard->thread() == QThread::currentThread());
        if (done.resultCount() > 0)
            handler(done.resultAt(0));
    });
}

/// A future that already has its result.
template <class T>
[[nodiscard]] QFuture<Result<T>> ready(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

/// Runs `next` (QFuture<Result<U>>(T)) with the value, or passes the error on. For the service layer: values are
/// captured by copy, and `next` runs in the thread that finished `future`.
template <class U, class T, class Next>
[[nodiscard]] QFuture<Result<U>> chain(QFuture<Result<T>> future, Next &&next)
{
    return future
        .then([next = std::forward<Next>(next)](const QFuture<Result<T>> &done) mutable -> QFuture<Result<U>> {
            if (done.resultCount() == 0)
                return ready<U>(fail(cancelledError()));
            Result<T> result = done.resultAt(0);
            if (!result)
                return ready<U>(fail(result.error()));
            if constexpr (std::is_void_v<T>)
                return next();
            else
                return next(*std::move(result));
        })
        .unwrap();
}

} // namespace acx
