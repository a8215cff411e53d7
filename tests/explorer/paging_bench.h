// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/all_pages.h"
#include "app/explorer/list_page.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fault_server.h"
#include "tests/support/wait.h"
#include "tests/tokens/held_service.h"

#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>
#include <QUrlQuery>

#include <algorithm>

namespace acx {

/// A list whose numbers keep their spelling.
inline QByteArray item(qint64 number)
{
    return R"({"id": )" + QByteArray::number(number) + R"(, "n": 1.0e2 })";
}

inline QByteArray pageOf(qint64 total, qint64 from, qint64 count)
{
    QByteArrayList items;
    for (qint64 i = from; i < from + count; ++i)
        items += item(i);
    return R"({"results":[)" + items.join(',') + R"(],"total_results":)" + QByteArray::number(total) + '}';
}

inline qint64 numberIn(const RecordedRequest &request, const QString &name)
{
    return QUrlQuery(QUrl(QString::fromLatin1(request.target))).queryItemValue(name).toLongLong();
}

/// Paging against a server that does what a test says.
class PagingBench
{
protected:
    void setUp()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".?")));
        m_clock = {};
        m_server = std::make_unique<FaultServer>();
        m_http = std::make_unique<HttpClient>(m_clock);
        m_broker = std::make_unique<TokenBroker>(
            [](const TokenNeed &) { return ready<TokenCredentials>(TokenCredentials()); }, m_clock);
        auto service = std::make_unique<HeldService>(TokenKind::Iam);
        m_service = service.get();
        m_broker->addService(std::move(service));
        m_sender = std::make_unique<RequestSender>(*m_http, *m_broker, m_clock);
        m_owner = std::make_unique<QObject>();
        m_options = {};
        m_options.pageSize = 3;
        m_path = "/api/orgs";
        m_progress.clear();
        m_options.progress = [this](const PagingProgress &progress) { m_progress.append(progress); };
    }
    [[nodiscard]] QFuture<Result<Exchange>> fetch(bool withToken = false)
    {
        PreparedRequest request;
        request.method = "GET";
        request.url = m_server->url(m_path);
        if (withToken) {
            request.tokenKind = TokenKind::Iam;
            request.tokenOrigins = {Origin::of(request.url)};
        }
        return fetchAllPages(*m_sender, request, QUuid::createUuid(), m_options, m_owner.get());
    }
    void serve(qint64 total)
    {
        m_server->setHandler([total](QTcpSocket &socket, const RecordedRequest &request) {
            const qint64 offset = numberIn(request, QStringLiteral("offset"));
            const qint64 count = std::min(numberIn(request, QStringLiteral("limit")), total - offset);
            socket.write(httpAnswer(200, pageOf(total, offset, count)));
        });
    }
    /// Answers in turn; the last one again and again.
    void serve(const QByteArrayList &answers)
    {
        m_server->setHandler([this, answers](QTcpSocket &socket, const RecordedRequest &) {
            socket.write(answers.at(std::min(m_server->requests().size(), answers.size()) - 1));
        });
    }
    static QByteArray joined(qint64 total, qint64 count)
    {
        QByteArrayList items;
        for (qint64 i = 0; i < count; ++i)
            items += item(i);
        return R"({"total_results":)" + QByteArray::number(total) + ",\"results\":[\n" + items.join(",\n") + "\n]}\n";
    }
    static QByteArray bodyOf(const Exchange &exchange) { return exchange.response.body.head(1'000'000); }

    FakeClock m_clock;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<TokenBroker> m_broker;
    std::unique_ptr<RequestSender> m_sender;
    std::unique_ptr<QObject> m_owner;
    HeldService *m_service = nullptr;
    PagingOptions m_options;
    QByteArray m_path;
    QList<PagingProgress> m_progress;
};

} // namespace acx
