// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tokens/token_broker.h"
#include "tests/support/fake_clock.h"
#include "tests/support/run_canary.h"
#include "tests/support/wait.h"
#include "tests/tokens/held_service.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTest>

namespace acx {

/// A broker on a clock that stands still, with token services that answer when told to.
class BrokerFixture : public QObject
{
protected:
    void setUp()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".?")));
        m_clock = {};
        m_credentials = {};
        m_credentials.apiKey = Secret(runKey());
        m_need = {QUuid::createUuid(), TokenKind::Iam};
        m_sourceCalls = 0;
        m_sourceError.reset();
        m_broker = std::make_unique<TokenBroker>(
            [this](const TokenNeed &) {
                ++m_sourceCalls;
                return m_sourceError ? ready<TokenCredentials>(fail(*m_sourceError))
                                     : ready<TokenCredentials>(m_credentials);
            },
            m_clock);
        auto iam = std::make_unique<HeldService>(TokenKind::Iam);
        auto platform = std::make_unique<HeldService>(TokenKind::Platform);
        m_iam = iam.get();
        m_platform = platform.get();
        m_broker->addService(std::move(iam));
        m_broker->addService(std::move(platform));
    }

    Token makeToken(const QByteArray &text, std::chrono::seconds lifetime = std::chrono::hours(1),
                    TokenKind kind = TokenKind::Iam) const
    {
        Token token;
        token.value = Secret(text);
        token.kind = kind;
        token.issuedAt = m_clock.now();
        token.expiresAt = m_clock.now().addSecs(lifetime.count());
        token.renewAt = m_clock.now().addMSecs(lifetime.count() * 800);
        return token;
    }
    static Error fault(ErrorKind kind = ErrorKind::ServiceFault)
    {
        Error error;
        error.kind = kind;
        error.sentence = QStringLiteral("It failed.");
        return error;
    }
    /// Gets the first token into the broker.
    void start(const Token &token)
    {
        const QFuture<Result<Token>> future =
            m_credentials.singleUseKey ? m_broker->renew(m_need) : m_broker->token(m_need);
        HeldService *service = m_need.kind == TokenKind::Iam ? m_iam : m_platform;
        const int before = service->count();
        QTRY_COMPARE(service->count(), before + 1);
        service->answer(token);
        QVERIFY(waitFor(future));
    }
    void useSingleUseKey()
    {
        m_need.kind = TokenKind::Platform;
        m_credentials.singleUseKey = true;
    }
    /// Lets everything happen that is already on its way.
    static void settle()
    {
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
    }

    FakeClock m_clock;
    TokenCredentials m_credentials;
    std::optional<Error> m_sourceError;
    int m_sourceCalls = 0;
    std::unique_ptr<TokenBroker> m_broker;
    HeldService *m_iam = nullptr;
    HeldService *m_platform = nullptr;
    TokenNeed m_need;
};

} // namespace acx
