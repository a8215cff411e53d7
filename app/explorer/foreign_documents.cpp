// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/foreign_documents.h"

#include "app/base/background.h"
#include "app/base/deliver.h"
#include "app/explorer/definition_work.h"
#include "app/http/http_client.h"
#include "app/operations/reference_bundle.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QQueue>
#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qsizetype mostDocuments = 200;
constexpr qint64 mostBytes = 64LL * 1024 * 1024; // of all of them

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
        deliver(fetchDefinition(m_http, url, m_options), this, [this, url](const Result<ResponseBody> &body) {
            if (body)
                return read(url, DefinitionWork::ofBody(*body));
            note(body.error());
            next();
        });
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
    std::shared_ptr<QPromise<Result<ForeignBundle>>> m_promise = std::make_shared<QPromise<Result<ForeignBundle>>>();
};

} // namespace

QString foreignPlace(const QString &document)
{
    const QUrl url(document);
    if (url.isLocalFile())
        return QFileInfo(url.toLocalFile()).path();
    return url.scheme() == "https"_L1 || url.scheme() == "http"_L1 ? url.host() : QString();
}

QFuture<Result<ForeignBundle>> bundleForeign(HttpClient &http, const QByteArray &document, const QUrl &documentUrl,
                                             const QStringList &places, const OpenOptions &options)
{
    auto *bundling = new Bundling(http, documentUrl, places, options);
    return bundling->start(document);
}

} // namespace acx
