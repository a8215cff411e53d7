// SPDX-License-Identifier: GPL-3.0-or-later
// A thousand questions for a token at once, and a request through the explorer against a bare one.
#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "app/deployments/deployment.h"
#include "app/explorer/request_sender.h"
#include "app/sandbox/sandbox_server.h"
#include "app/tokens/token_services.h"
#include "tests/benchmarks/row.h"
#include "tests/support/fault_server.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

#ifdef ACX_HAVE_CURL
#include <curl/curl.h>
#endif

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

constexpr int rounds = 400;
constexpr int warmUp = 20;

/// Everything that a request needs, on a sandbox of its own.
class Bench final : public QObject
{
public:
    Bench()
    {
        const Result<SandboxInfo> started = m_sandbox.start();
        if (!started)
            qFatal("%s", qPrintable(started.error().message()));
        m_info = *started;
        m_broker.addService(std::make_unique<IamTokenService>(m_http, m_clock));
        m_broker.addService(std::make_unique<LoginTokenService>(m_http, m_clock));
        m_broker.addService(std::make_unique<PlatformTokenService>(m_http, m_clock));
    }

    void run()
    {
        RequestDraft draft;
        draft.target = u"/api/orgs"_s;
        const Result<DeploymentCatalog> catalog = DeploymentCatalog::load();
        const Result<PreparedRequest> request =
            prepare(draft, catalog->get(DeploymentKind::Sandbox), m_info.endpoints, false);
        if (!request)
            qFatal("%s", qPrintable(request.error().message()));
        m_request = *request;
        deliver(m_broker.token({m_profile, TokenKind::Iam}), this, [this](const Result<Token> &token) {
            if (!token)
                qFatal("%s", qPrintable(token.error().message()));
            m_token = token->value;
            next();
        });
    }

private:
    /// Turn by turn and in changing order, so that the machine's moods meet both alike.
    void next()
    {
        if (m_turn == 2 * (rounds + warmUp)) {
            finish();
            return;
        }
        const bool isOurs = (m_turn / 2 + m_turn) % 2 == 0;
        ++m_turn;
        isOurs ? ours() : bare();
    }

    void took(QList<double> &times)
    {
        times << static_cast<double>(m_timer.nsecsElapsed()) / 1e6;
        // Everything that the request left behind is gone before the next begins.
        QTimer::singleShot(1, this, [this] { next(); });
    }

    void ours()
    {
        m_timer.start();
        deliverAtOnce(m_sender.send(m_request, m_profile, {}), this, [this](const Result<Exchange> &exchange) {
            if (!exchange || exchange->response.status != 200)
                qFatal("The explorer's request failed.");
            took(m_ours);
        });
    }

    void bare()
    {
        m_timer.start();
        QNetworkRequest request(m_request.url);
        request.setRawHeader("Authorization", "Bearer " + m_token.reveal());
        for (const HttpHeader &header : std::as_const(m_request.headers))
            request.setRawHeader(header.name, header.value);
        QNetworkReply *reply = m_manager.get(request);
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            const bool isDone = reply->error() == QNetworkReply::NoError && !reply->readAll().isEmpty();
            if (!isDone)
                qFatal("The bare request failed.");
            took(m_bare);
            reply->deleteLater();
            curl();
        });
    }

#ifdef ACX_HAVE_CURL
    static size_t drop(char *, size_t size, size_t count, void *)
    {
        return size * count;
    }
    void curl()
    {
        if (!m_curl) {
            m_curl = curl_easy_init();
            const QByteArray line = "Authorization: Bearer " + m_token.reveal();
            m_lines = curl_slist_append(nullptr, line.constData());
            curl_easy_setopt(m_curl, CURLOPT_URL, m_request.url.toEncoded().constData());
            curl_easy_setopt(m_curl, CURLOPT_HTTPHEADER, m_lines);
            curl_easy_setopt(m_curl, CURLOPT_WRITEFUNCTION, &Bench::drop);
            curl_easy_setopt(m_curl, CURLOPT_NOPROXY, "*");
        }
        m_curls << millisecondsOf([this] {
            if (curl_easy_perform(m_curl) != CURLE_OK)
                qFatal("The request of libcurl failed.");
        });
    }
    QString curlNote()
    {
        return u"; libcurl %1 ms"_s.arg(median(m_curls.mid(warmUp)), 0, 'g', 3);
    }
    CURL *m_curl = nullptr;
    curl_slist *m_lines = nullptr;
    QList<double> m_curls;
#else
    void curl() {}
    static QString curlNote()
    {
        return {};
    }
#endif

    void finish()
    {
        print({u"request through the explorer, keep-alive"_s, median(m_ours.mid(warmUp)), u"ms"_s,
               median(m_bare.mid(warmUp)), u"bare QNetworkAccessManager"_s, 1.3,
               u"median of %1, GET /api/orgs of the sandbox%2"_s.arg(rounds).arg(curlNote())});
        QCoreApplication::quit();
    }

    SystemClock m_clock;
    SandboxServer m_sandbox;
    SandboxInfo m_info;
    HttpClient m_http{m_clock};
    TokenBroker m_broker{[this](const TokenNeed &need) {
                             TokenCredentials credentials;
                             credentials.base = m_info.endpoints.tokenBase(need.kind);
                             credentials.apiKey = m_info.apiKey;
                             return ready<TokenCredentials>(credentials);
                         },
                         m_clock};
    RequestSender m_sender{m_http, m_broker, m_clock};
    QNetworkAccessManager m_manager;
    QUuid m_profile = QUuid::createUuid();
    PreparedRequest m_request;
    Secret m_token;
    QElapsedTimer m_timer;
    int m_turn = 0;
    QList<double> m_ours;
    QList<double> m_bare;
};

/// How often a token service is asked when a thousand want a token at once.
class Crowd final : public QObject
{
public:
    static constexpr int size = 1000;

    explicit Crowd(std::function<void()> done)
        : m_done(std::move(done))
    {
        m_service.setHandler(answering(httpAnswer(
            200, R"({"access_token":"a.b.c","token_type":"Bearer","expires_in":3600,"expiration":4102444800})")));
        m_broker.addService(std::make_unique<IamTokenService>(m_http, m_clock));
    }

    void run()
    {
        const TokenNeed need{QUuid::createUuid(), TokenKind::Iam};
        for (int i = 0; i < size; ++i) {
            deliver(m_broker.token(need), this, [this](const Result<Token> &token) {
                if (!token)
                    qFatal("%s", qPrintable(token.error().message()));
                if (++m_given < size)
                    return;
                print({u"calls of the token service for 1,000 requests at once"_s,
                       double(m_service.requests().size()),
                       u"calls"_s,
                       0,
                       {},
                       1,
                       {}});
                m_done();
            });
        }
    }

private:
    std::function<void()> m_done;
    SystemClock m_clock;
    FaultServer m_service;
    HttpClient m_http{m_clock};
    TokenBroker m_broker{[this](const TokenNeed &) {
                             TokenCredentials credentials;
                             credentials.base = m_service.url();
                             credentials.apiKey = Secret("a-key");
                             return ready<TokenCredentials>(credentials);
                         },
                         m_clock};
    int m_given = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    Bench bench;
    Crowd crowd([&bench] { bench.run(); });
    QMetaObject::invokeMethod(
        &crowd, [&crowd] { crowd.run(); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}
