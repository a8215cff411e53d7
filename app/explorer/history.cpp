// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/history.h"

#include "app/base/clock.h"
#include "app/base/deliver.h"

#include <QPromise>
#include <QStandardPaths>

#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

/// The thread's side. Whatever was done, the number of entries and what was set aside is told to the front.
struct History::Desk final : public QObject
{
    Desk(const QString &path, History &front)
        : store(path)
        , m_front(front)
    {}

    void report()
    {
        const Result<qint64> counted = store.count();
        const std::optional<Error> notice = store.takeNotice();
        const std::optional<qint64> count = counted ? std::optional(*counted) : std::nullopt;
        QMetaObject::invokeMethod(
            &m_front,
            [front = &m_front, count, notice, isNew = std::exchange(isChanged, false)] {
                front->tell(count, notice, isNew);
            },
            Qt::QueuedConnection);
    }

    /// Goes on by itself, in turn with what else is asked, and always by the limits of the last call.
    void prune(const HistoryOptions &options, const QDateTime &now)
    {
        m_limits = options;
        pruneOn(now);
    }

    HistoryStore store;
    bool isChanged = false; ///< and not reported yet; the number of entries may be the same

private:
    void pruneOn(const QDateTime &now)
    {
        const Result<bool> more = store.prune(m_limits, now);
        if (more.value_or(false))
            QMetaObject::invokeMethod(
                this, [this, now] { pruneOn(now); }, Qt::QueuedConnection);
        else
            report();
    }

    History &m_front;
    HistoryOptions m_limits;
};

History::History(QString path, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_clock(clock)
{
    m_thread.setObjectName(u"history"_s);
}

History::~History()
{
    if (!m_desk)
        return;
    // In its turn, after all that was asked before.
    QMetaObject::invokeMethod(
        m_desk,
        [desk = m_desk, thread = &m_thread] {
            delete desk;
            thread->quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

QString History::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           "/apiconnect-explorer/history.sqlite"_L1;
}

void History::start()
{
    if (m_desk)
        return;
    m_desk = new Desk(m_path, *this);
    m_desk->moveToThread(&m_thread);
    m_thread.start();
}

template <class T, class Work>
QFuture<Result<T>> History::ask(Work work)
{
    start();
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_desk,
        [desk = m_desk, promise, work = std::move(work)] {
            if (!promise->isCanceled())
                promise->addResult(work(*desk));
            promise->finish();
        },
        Qt::QueuedConnection);
    return promise->future();
}

void History::setOptions(const HistoryOptions &options)
{
    const HistoryOptions wanted = options.clamped();
    if (wanted == m_options)
        return;
    m_options = wanted;
    if (m_desk)
        QMetaObject::invokeMethod(
            m_desk, [desk = m_desk, wanted, now = m_clock.now()] { desk->prune(wanted, now); }, Qt::QueuedConnection);
    Q_EMIT optionsChanged();
}

QFuture<Result<qint64>> History::record(const RecordedExchange &exchange)
{
    if (!m_options.enabled)
        return ready<qint64>(0);
    return ask<qint64>([exchange, options = m_options, now = m_clock.now(), this](Desk &desk) {
        const Result<qint64> id = desk.store.add(historyEntry(exchange, options));
        const Status status = id ? Status() : fail(id.error());
        QMetaObject::invokeMethod(
            this, [this, status] { noteOutcome(status); }, Qt::QueuedConnection);
        desk.isChanged = desk.isChanged || id.has_value();
        if (id)
            desk.prune(options, now);
        return id;
    });
}

QFuture<Result<HistoryPage>> History::find(const HistoryQuery &query)
{
    return ask<HistoryPage>([query](Desk &desk) {
        Result<HistoryPage> page = desk.store.find(query);
        desk.report();
        return page;
    });
}

QFuture<Result<HistoryEntry>> History::read(qint64 id)
{
    return ask<HistoryEntry>([id](Desk &desk) { return desk.store.read(id); });
}

QFuture<Result<void>> History::remove(const QList<qint64> &ids)
{
    return ask<void>([ids](Desk &desk) {
        const Status done = desk.store.remove(ids);
        desk.report();
        return done;
    });
}

QFuture<Result<void>> History::clear()
{
    return ask<void>([](Desk &desk) {
        const Status done = desk.store.clear();
        desk.report();
        return done;
    });
}

void History::tell(const std::optional<qint64> &count, const std::optional<Error> &notice, bool isChanged)
{
    if (notice)
        Q_EMIT failed(*notice);
    if (!count || (count == m_count && !isChanged))
        return;
    m_count = count;
    Q_EMIT changed();
}

void History::noteOutcome(const Status &status)
{
    const bool isNews = !status && !m_problem;
    m_problem = status ? std::nullopt : std::optional(status.error());
    if (isNews)
        Q_EMIT failed(*m_problem);
}

} // namespace acx
