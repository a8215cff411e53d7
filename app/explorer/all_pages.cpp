// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/all_pages.h"

#include "app/base/background.h"
#include "app/base/deliver.h"
#include "app/explorer/list_page.h"
#include "app/tokens/retry_pause.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocale>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int mostPauses = 5; ///< in a row

/// Headers of one page that say nothing about all of them.
bool isOfOnePage(const HttpHeader &header)
{
    for (const char *name :
         {"Content-Length", "Content-Encoding", "Transfer-Encoding", "Content-Range", "ETag", "Link"}) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

class Paging final : public QObject
{
    Q_DISABLE_COPY_MOVE(Paging)

public:
    Paging(RequestSender &sender, PreparedRequest request, const QUuid &profile, PagingOptions options, QObject *owner)
        : QObject(owner)
        , m_sender(sender)
        , m_request(std::move(request))
        , m_profile(profile)
        , m_options(std::move(options))
        , m_first(m_request.url)
        , m_pageSize(pageSizeOf(m_request.url, m_options.pageSize))
        , m_list(std::make_shared<JoinedList>(m_options.maxBytes))
    {
        m_promise.start();
        m_elapsed.start();
        m_pause.setSingleShot(true);
        connect(&m_pause, &QTimer::timeout, this, &Paging::ask);
        m_cancelId = m_options.page.cancel.onCancel([this] {
            if (m_pause.isActive())
                finish(fail(cancelledError()));
        });
    }
    ~Paging() override { m_options.page.cancel.forget(m_cancelId); }

    QFuture<Result<Exchange>> start()
    {
        QFuture<Result<Exchange>> future = m_promise.future();
        ask();
        return future;
    }

private:
    void ask()
    {
        m_request.url = pageUrl(m_first, m_offset, m_pageSize);
        deliver(m_sender.send(m_request, m_profile, m_options.page), this,
                [this](const Result<Exchange> &page) { takeAnswer(page); });
    }

    void takeAnswer(const Result<Exchange> &page)
    {
        if (!page && (m_progress.pages == 0 || page.error().kind == ErrorKind::Cancelled))
            return finish(page);
        if (!page)
            return stop(page.error());
        m_renewed = m_renewed || page->tokenRenewed;
        if (m_progress.pages == 0)
            m_exchange = *page;
        else
            m_exchange.secrets += page->secrets;
        if (m_progress.pages > 0 && pauseAsAsked(page->response))
            return;
        if (!page->response.isSuccess())
            return m_progress.pages == 0 ? finish(page) : stop(refusal(page->response));
        const auto work = [list = m_list, body = page->response.body] { return list->add(body); };
        deliver(inBackground<ListPage>(work), this, [this](const Result<ListPage> &taken) { takePage(taken); });
    }

    /// The same page again, once the pause that the service asked for is over.
    bool pauseAsAsked(const HttpResponse &response)
    {
        const std::optional<std::chrono::seconds> wanted = askedPause(response);
        if (!wanted || ++m_pauses > mostPauses)
            return false;
        m_progress.pause = *wanted;
        m_pause.start(*wanted);
        if (m_options.progress)
            m_options.progress(m_progress);
        return true;
    }

    void takePage(const Result<ListPage> &page)
    {
        if (m_options.page.cancel.isCancelled())
            return finish(fail(cancelledError()));
        if (!page && page.error().kind == ErrorKind::Disk)
            return finish(fail(page.error()));
        if (!page)
            return m_progress.pages == 0 ? finish(m_exchange) : stop(page.error());
        if (m_totals.isEmpty() || page->total != m_totals.constLast())
            m_totals.append(page->total);
        m_progress = {m_progress.pages + 1, m_progress.items + page->items, page->total, {}};
        m_pauses = 0;
        if (m_options.progress)
            m_options.progress(m_progress);
        goOn(*page);
    }

    void goOn(const ListPage &page)
    {
        if (page.isCut)
            return stop(limitError(QCoreApplication::translate("acx", "The list is larger than %1.")
                                       .arg(QLocale::c().formattedDataSize(m_options.maxBytes))));
        if (m_progress.items >= page.total)
            return conclude(std::nullopt);
        if (page.isRepeated)
            return stop(repeatedError());
        if (page.items == 0)
            return stop(shortError());
        if (m_progress.pages >= m_options.maxPages)
            return stop(limitError(
                QCoreApplication::translate("acx", "The list has more than %n pages.", nullptr, m_options.maxPages)));
        m_offset += page.items;
        ask();
    }

    static Error refusal(const HttpResponse &response)
    {
        if (response.problem)
            return *response.problem;
        Error error;
        error.kind = ErrorKind::ServiceRefused;
        error.httpStatus = response.status;
        error.sentence = QCoreApplication::translate("acx", "The service answered %1.").arg(response.status);
        return error;
    }
    static Error limitError(const QString &sentence)
    {
        Error error;
        error.kind = ErrorKind::TooLarge;
        error.sentence = sentence;
        error.nextStep = QCoreApplication::translate("acx", "Ask for less, for example with the parameter fields.");
        return error;
    }
    static Error shortError()
    {
        Error error;
        error.kind = ErrorKind::Incomplete;
        error.sentence = QCoreApplication::translate("acx", "The service gave an empty page before the end.");
        return error;
    }
    static Error repeatedError()
    {
        Error error;
        error.kind = ErrorKind::Incomplete;
        error.sentence =
            QCoreApplication::translate("acx", "The service gives the same page again: it does not know offset.");
        return error;
    }

    /// Ends with what has arrived.
    void stop(const Error &cause)
    {
        Error problem = cause;
        problem.kind = cause.kind == ErrorKind::TooLarge ? ErrorKind::TooLarge : ErrorKind::Incomplete;
        problem.sentence = QCoreApplication::translate("acx", "Only %1 of %2 items arrived. %3")
                               .arg(m_progress.items)
                               .arg(m_progress.total)
                               .arg(cause.sentence);
        if (problem.nextStep.isEmpty())
            problem.nextStep = QCoreApplication::translate("acx", "Try again; what arrived is kept here.");
        conclude(problem);
    }

    void conclude(const std::optional<Error> &problem)
    {
        m_exchange.response.problem = problem;
        const auto work = [list = m_list, total = m_progress.total] { return list->finish(total); };
        deliver(inBackground<ResponseBody>(work), this, [this](const Result<ResponseBody> &body) {
            if (m_options.page.cancel.isCancelled() || !body)
                return finish(fail(body ? cancelledError() : body.error()));
            m_exchange.response.body = *body;
            finish(joined());
        });
    }

    Exchange joined()
    {
        Exchange exchange = m_exchange;
        exchange.url = m_first;
        exchange.tokenRenewed = m_renewed;
        exchange.response.url = m_first;
        exchange.response.headers.removeIf(isOfOnePage);
        exchange.response.timing.finishedMs = static_cast<double>(m_elapsed.elapsed());
        QStringList notes;
        if (!exchange.notice.isEmpty())
            notes += exchange.notice;
        notes += QCoreApplication::translate("acx", "%n pages were joined.", nullptr, m_progress.pages);
        if (m_totals.size() > 1)
            notes +=
                QCoreApplication::translate("acx", "The list changed while it was read (from %1 to %2 items): some "
                                                   "may be missing or twice.")
                    .arg(m_totals.constFirst())
                    .arg(m_totals.constLast());
        exchange.notice = notes.join(u'\n');
        return exchange;
    }

    void finish(const Result<Exchange> &result)
    {
        m_pause.stop();
        m_promise.addResult(result);
        m_promise.finish();
        deleteLater();
    }

    RequestSender &m_sender;
    PreparedRequest m_request;
    QUuid m_profile;
    PagingOptions m_options;
    QUrl m_first;
    qint64 m_pageSize;
    qint64 m_offset = 0;
    std::shared_ptr<JoinedList> m_list; ///< used by one thread at a time
    QPromise<Result<Exchange>> m_promise;
    Exchange m_exchange; ///< the first page's
    PagingProgress m_progress;
    QList<qint64> m_totals; ///< the first, and each one that differs from the one before
    QElapsedTimer m_elapsed;
    QTimer m_pause;
    int m_pauses = 0; ///< since the last page came
    int m_cancelId = 0;
    bool m_renewed = false;
};

} // namespace

QFuture<Result<Exchange>> fetchAllPages(RequestSender &sender, const PreparedRequest &request, const QUuid &profile,
                                        const PagingOptions &options, QObject *owner)
{
    auto *paging = new Paging(sender, request, profile, options, owner);
    return paging->start();
}

} // namespace acx
