// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/http_client.h"
#include "app/tokens/token_services.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fault_server.h"
#include "tests/support/run_canary.h"
#include "tests/support/wait.h"

#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>

namespace acx {

/// The three token services over a real socket, against a server that answers what a test says.
class ServiceFixture : public QObject
{
protected:
    void setUp()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".?")));
        m_clock = {};
        m_server = std::make_unique<FaultServer>();
        m_http = std::make_unique<HttpClient>(m_clock);
        m_credentials = {};
        m_credentials.base = m_server->url("");
        m_credentials.apiKey = Secret(key);
        for (const TokenKind kind : {TokenKind::Iam, TokenKind::ApiConnect, TokenKind::Platform})
            m_services[static_cast<size_t>(kind)] = makeService(kind);
    }
    Result<Token> exchange(TokenKind kind)
    {
        TokenCredentials credentials = m_credentials;
        if (kind == TokenKind::Platform && credentials.clientId.isEmpty() && credentials.clientSecret.isEmpty()) {
            credentials.clientId = QStringLiteral("client");
            credentials.clientSecret = Secret(QByteArray("client-secret-value"));
        }
        return waitFor(service(kind).exchange(credentials, {}));
    }
    void answer(int status, const QByteArray &body,
                const QList<QByteArray> &headers = {QByteArray("Content-Type: application/json")})
    {
        m_server->setHandler(answering(httpAnswer(status, body, headers)));
    }
    [[nodiscard]] RecordedRequest request(int index = 0) const { return m_server->requests().value(index); }
    [[nodiscard]] qsizetype requestCount() const { return m_server->requests().size(); }
    [[nodiscard]] TokenService &service(TokenKind kind) { return *m_services[static_cast<size_t>(kind)]; }
    static QString everything(const Error &error) { return error.message() + error.details(); }

    inline static const QByteArray key = runKey();

    FakeClock m_clock;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<HttpClient> m_http;
    TokenCredentials m_credentials;

private:
    std::unique_ptr<TokenService> makeService(TokenKind kind)
    {
        if (kind == TokenKind::Iam)
            return std::make_unique<IamTokenService>(*m_http, m_clock);
        if (kind == TokenKind::Platform)
            return std::make_unique<PlatformTokenService>(*m_http, m_clock);
        return std::make_unique<LoginTokenService>(*m_http, m_clock);
    }

    std::array<std::unique_ptr<TokenService>, 3> m_services;
};

} // namespace acx
