// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/text_finder.h"

#include "app/json/json_search.h"

#include <QPromise>
#include <QThreadPool>

#include <utility>

namespace acx {

namespace {

constexpr qint64 slice = 4LL * 1024 * 1024; // bytes; between two of them it can be stopped

/// The hits that begin in [from, to), at most `room` of them. `next` is where the next one may begin.
std::vector<qint64> hitsBetween(const SearchTarget &target, const JsonSearch &search, qint64 &next, qint64 to,
                                size_t room)
{
    std::vector<qint64> found;
    const QByteArrayView text = target.bytes.first(qMin(qint64(target.bytes.size()), to + search.length() - 1));
    while (next < to && found.size() < room) {
        const qint64 at = search.next(text, next);
        if (at < 0)
            break;
        const bool counts = !target.json || hitAt(*target.json, search, at).has_value();
        if (counts)
            found.push_back(at);
        next = at + (counts ? search.length() : 1);
    }
    return found;
}

} // namespace

TextFinder::TextFinder(QObject *parent)
    : QObject(parent)
{}

TextFinder::~TextFinder()
{
    stop();
}

void TextFinder::stop()
{
    if (m_watcher) {
        m_watcher->disconnect(this);
        m_watcher->cancel();
        m_watcher.release()->deleteLater(); // it may be the one that is telling us
    }
}

bool TextFinder::isRunning() const
{
    return m_watcher && !m_watcher->isFinished();
}

void TextFinder::start(const SearchTarget &target, const QByteArray &needle)
{
    stop();
    m_hits = std::make_shared<TextHits>();
    m_hits->length = needle.size();
    if (needle.isEmpty() || target.bytes.isEmpty())
        return;
    auto promise = std::make_shared<QPromise<Batch>>();
    promise->start();
    m_watcher = std::make_unique<QFutureWatcher<Batch>>();
    connect(m_watcher.get(), &QFutureWatcherBase::resultReadyAt, this, &TextFinder::take);
    connect(m_watcher.get(), &QFutureWatcherBase::finished, this, &TextFinder::advanced);
    m_watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, target, needle] {
        const JsonSearch search(needle, Qt::CaseInsensitive);
        size_t room = mostHits;
        qint64 next = 0;
        for (qint64 from = 0; from < target.bytes.size() && room > 0 && !promise->isCanceled(); from += slice) {
            next = qMax(next, from);
            Batch batch = hitsBetween(target, search, next, qMin(from + slice, qint64(target.bytes.size())), room);
            room -= batch.size();
            if (!batch.empty())
                promise->addResult(std::move(batch));
        }
        promise->finish();
    });
}

void TextFinder::take(int index)
{
    const Batch batch = m_watcher->resultAt(index);
    m_hits->offsets.insert(m_hits->offsets.end(), batch.cbegin(), batch.cend());
    Q_EMIT advanced();
}

} // namespace acx
