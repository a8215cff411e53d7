// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/deliver.h"
#include "app/http/http_client.h"
#include "app/tokens/token_broker.h"
#include "app/tokens/token_services.h"
#include "tests/support/fake_clock.h"
#include "tests/support/faults.h"
#include "tests/support/run_canary.h"
#include "tests/support/wait.h"
#include "tests/tokens/unsigned_jwt.h"

#include <QTcpSocket>
#include <QTest>

#include <array>
#include <chrono>

namespace acx {

/// A broker with one real token service, in front of a server that does what a test says.
struct TokenBench
{
    static constexpr std::array kinds{TokenKind::Iam, TokenKind::ApiConnect, TokenKind::Platform};
    inline static const QByteArray key = runKey();
    inline static const QByteArray clientSecret = runSecret();
    static constexpr std::chrono::seconds life{3600};

    explicit TokenBench(TokenKind kind)
        : need{QUuid::createUuid(), kind}
    {
        credentials.base = server.url("");
        credentials.apiKey = Secret(QByteArray(key));
        if (kind == TokenKind::Platform) {
            credentials.clientId = QStringLiteral("client");
            credentials.clientSecret = Secret(QByteArray(clientSecret));
        }
        broker = std::make_unique<TokenBroker>(
            [this](const TokenNeed &) { return ready<TokenCredentials>(credentials); }, clock);
        broker->addService(makeService(kind));
    }

    static QByteArray nameOf(TokenKind kind)
    {
        return kind == TokenKind::Iam ? "IAM" : kind == TokenKind::ApiConnect ? "login" : "platform";
    }

    /// The text of the token that the server hands out under this name.
    [[nodiscard]] QByteArray tokenText(const QByteArray &name) const
    {
        if (need.kind != TokenKind::ApiConnect)
            return "token-called-" + name;
        const qint64 now = FakeClock().now().toSecsSinceEpoch();
        return unsignedJwt(R"({"sub":")" + name + R"(","iat":)" + QByteArray::number(now) + R"(,"exp":)" +
                           QByteArray::number(now + life.count()) + '}');
    }
    [[nodiscard]] Secret tokenCalled(const QByteArray &name) const { return Secret(tokenText(name)); }
    [[nodiscard]] QByteArray tokenBody(const QByteArray &name) const
    {
        const QByteArray text = tokenText(name);
        if (need.kind == TokenKind::ApiConnect)
            return R"({"jwt":")" + text + R"("})";
        return R"({"access_token":")" + text + R"(","token_type":"Bearer","expires_in":)" +
               QByteArray::number(life.count()) + '}';
    }
    /// The server works again and hands out this token; no connection is kept.
    void answerWithToken(const QByteArray &name)
    {
        heal(server);
        server.setHandler(answeringThenClosing(httpAnswer(200, tokenBody(name), {jsonType, "Connection: close"})));
    }

    FakeClock clock;
    FaultServer server;
    HttpClient http{clock};
    TokenCredentials credentials;
    TokenNeed need;
    std::unique_ptr<TokenBroker> broker;

private:
    std::unique_ptr<TokenService> makeService(TokenKind kind)
    {
        if (kind == TokenKind::Iam)
            return std::make_unique<IamTokenService>(http, clock);
        if (kind == TokenKind::Platform)
            return std::make_unique<PlatformTokenService>(http, clock);
        return std::make_unique<LoginTokenService>(http, clock);
    }
};

} // namespace acx
