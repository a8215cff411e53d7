// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/foreign_documents.h"

#include "app/base/background.h"
#include "app/base/deliver.h"
#include "app/explorer/definition_source.h"
#include "app/explorer/definition_work.h"
#include "app/http/http_client.h"
#include "app/operations/reference_bundle.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QQueue>
#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qsizetype mostDocuments = 200;
constexpr qint64 mostBytes = 64LL * 1024 * 1024; // of all of them
constexpr int mostHops = 5;                      // of redirects for one of them

/// Where an answer sends on to; nowhere if it does not.
std::optional<QUrl> redirectTarget(const HttpResponse &response)
{
    const QByteArray location = headerValue(response.headers, "Location");
    const bool isRedirect = response.status >= 301 && response.status <= 308 && response.status != 304 &&
                            response.status != 305 && response.status != 306;
    if (!isRedirect || location.isEmpty())
        return std::nullopt;
    return response.url.resolved(QUrl::fromEncoded(location, QUrl::TolerantMode)).adjusted(QUrl::RemoveFragment);
}

bool isOnline(const QUrl &url)
{
    return url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
}

Error redirectProblem(const QString &sentence, const QString &nextStep)
{
    Error error;
    error.kind = ErrorKind::Redirect;
    error.sentence = sentence;
    error.nextStep = nextStep;
    return error;
}

Error notInQuestion(const QUrl &from, const QUrl &target)
{
    // A scheme without a host has nothing else to show, and data: would be long.
    constexpr qsizetype shownLength = 100;
    const QString place = target.host().isEmpty() ? target.toString().left(shownLength) : target.host();
    return redirectProblem(
        QCoreApplication::translate("acx", "%1 sends on to %2 for a document, which was not in the question: nothing "
                                           "was read there.")
            .arg(from.host(), place),
        QCoreApplication::translate("acx", "If it may be read there, have the definition refer to %1 itself.")
            .arg(place));
}

QString whereItIs()
{
    return QCoreApplication::translate("acx", "Have the definition refer to where the document is.");
}

/// Reads one document after the other. Lives as a child of the HttpClient and ends itself.
class Bundling final : public QObject
{
    Q_DISABLE_COPY_MOVE(Bundling)

public:
    Bundling(HttpClient &http, const QUrl &url, const QStringList &places, const OpenOptions &options)
        : QObject(&http)
        , m_http(http)
        , m_url(url)
        , m_places(places)
        , m_options(options)
        , m_stop(options.cancel)
    {
        m_promise->start();
    }

    QFuture<Result<ForeignBundle>> start(const QByteArray &document)
    {
        QFuture<Result<ForeignBundle>> future = m_promise->future();
        m_seen.insert(m_url.toString(QUrl::FullyEncoded));
        deliver(inBackground<ReferencedDocument>([document, url = m_url, stop = m_stop] {
                    return readReferenced(document, url, [stop] { return stop.goOn(); });
                }),
                this, [this](const Result<ReferencedDocument> &read) {
                    if (!read)
                        return finish(fail(read.error()));
                    m_main = *read;
                    enqueue(read->foreign);
                    next();
                });
        return future;
    }

private:
    void enqueue(const QStringList &documents)
    {
        for (const QString &document : documents) {
            const QString place = foreignPlace(document);
            const bool isFile = QUrl(document).isLocalFile();
            if (place.isEmpty() || !m_places.contains(place) || m_seen.contains(document) ||
                (isFile && !m_url.isLocalFile()) || m_seen.size() > mostDocuments)
                continue;
            m_seen.insert(document);
            m_open.enqueue(QUrl(document));
        }
    }

    void next()
    {
        if (!m_stop.goOn())
            return finish(fail(cancelledError()));
        if (m_open.isEmpty())
            return bundle();
        const QUrl url = m_open.dequeue();
        if (url.isLocalFile())
            return read(url, DefinitionWork::ofFile(url.toLocalFile()));
        m_time.start();
        fetch(url, url, 0);
    }

    /// The document that is referred to as `url`, from `target`, where a number of redirects led.
    void fetch(const QUrl &url, const QUrl &target, int hops)
    {
        HttpRequest request = definitionRequest(target, m_options);
        request.spent = std::chrono::milliseconds(m_time.elapsed());
        deliver(m_http.send(request), this, [this, url, hops](const Result<HttpResponse> &response) {
            if (!response)
                return skip(response.error());
            if (const std::optional<QUrl> onwards = redirectTarget(*response))
                return follow(url, response->url, *onwards, hops + 1);
            const Result<ResponseBody> body = successfulBody(*response);
            if (body)
                return read(url, DefinitionWork::ofBody(*body));
            skip(body.error());
        });
    }

    void follow(const QUrl &url, const QUrl &from, const QUrl &target, int hops)
    {
        if (!isOnline(target) || !m_places.contains(foreignPlace(target.toString(QUrl::FullyEncoded))))
            return skip(notInQuestion(from, target));
        if (from.scheme() == "https"_L1 && target.scheme() != "https"_L1)
            return skip(redirectProblem(
                QCoreApplication::translate("acx", "%1 sends on from https to plain http for a document: it was not "
                                                   "read.")
                    .arg(from.host()),
                whereItIs()));
        if (hops > mostHops)
            return skip(redirectProblem(
                QCoreApplication::translate("acx", "%1 sends on more than %2 times for a document: it was not read.")
                    .arg(url.host())
                    .arg(mostHops),
                whereItIs()));
        fetch(url, target, hops);
    }

    void skip(const Error &error)
    {
        note(error);
        next();
    }

    void read(const QUrl &url, const DefinitionWork::Bytes &bytes)
    {
        deliver(inBackground<ReferencedDocument>([url, bytes, stop = m_stop]() -> Result<ReferencedDocument> {
                    const auto goOn = [stop] { return stop.goOn(); };
                    const Result<QByteArray> text = bytes(goOn);
                    if (!text)
                        return fail(text.error());
                    return readReferenced(*text, url, goOn);
                }),
                this, [this](const Result<ReferencedDocument> &document) {
                    if (document)
                        add(*document);
                    else
                        note(document.error());
                    next();
                });
    }

    void add(const ReferencedDocument &document)
    {
        m_bytes += document.json.size();
        if (m_bytes > mostBytes) {
            Error error;
            error.kind = ErrorKind::TooLarge;
            error.sentence = QCoreApplication::translate("acx", "The documents elsewhere have more than %1 MB.")
                                 .arg(mostBytes / 1024 / 1024);
            error.nextStep = QCoreApplication::translate("acx", "What was read before that is used.");
            note(error);
            m_open.clear();
            return;
        }
        m_others.append(document);
        enqueue(document.foreign);
    }

    void note(const Error &error)
    {
        if (!m_problem)
            m_problem = error;
    }

    void bundle()
    {
        deliver(inBackground<QByteArray>([main = m_main, others = m_others]() -> Result<QByteArray> {
                    return bundleReferences(main, others);
                }),
                this, [this](const Result<QByteArray> &whole) {
                    if (whole)
                        finish(ForeignBundle{*whole, m_problem});
                    else
                        finish(fail(whole.error()));
                });
    }

    void finish(const Result<ForeignBundle> &result)
    {
        deleteLater();
        // Last, for whoever receives it may end everything.
        const std::shared_ptr<QPromise<Result<ForeignBundle>>> promise = m_promise;
        promise->addResult(result);
        promise->finish();
    }

    HttpClient &m_http;
    QUrl m_url;
    QStringList m_places;
    OpenOptions m_options;
    PoolStop m_stop;
    ReferencedDocument m_main;
    QList<ReferencedDocument> m_others;
    QQueue<QUrl> m_open;
    QSet<QString> m_seen;
    qint64 m_bytes = 0;
    std::optional<Error> m_problem;
    QElapsedTimer m_time; ///< of the document that is being fetched
    std::shared_ptr<QPromise<Result<ForeignBundle>>> m_promise = std::make_shared<QPromise<Result<ForeignBundle>>>();
};

} // namespace

QString foreignPlace(const QString &document)
{
    const QUrl url(document);
    if (url.isLocalFile())
        return QFileInfo(url.toLocalFile()).path();
    return isOnline(url) ? url.host() : QString();
}

QFuture<Result<ForeignBundle>> bundleForeign(HttpClient &http, const QByteArray &document, const QUrl &documentUrl,
                                             const QStringList &places, const OpenOptions &options)
{
    auto *bundling = new Bundling(http, documentUrl, places, options);
    return bundling->start(document);
}

} // namespace acx
