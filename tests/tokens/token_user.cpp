// SPDX-License-Identifier: GPL-3.0-or-later
// A program with the real broker, IAM's token service and the real clock, that a test may stop and continue. It is told
// the base URL; each line on standard input is an order: "use" sends GET /use with the token, "keep" keeps it alive.
#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "app/http/http_client.h"
#include "app/tokens/token_broker.h"
#include "app/tokens/token_services.h"

#include <QCoreApplication>
#include <QFile>
#include <QSocketNotifier>
#include <QUrl>

#include <cstdio>
#include <unistd.h>

using namespace acx;

namespace {

class User final : public QObject
{
public:
    User(const QUrl &base, const QByteArray &key)
        : m_base(base)
        , m_key(key)
        , m_http(m_clock)
        , m_broker([this](const TokenNeed &) { return ready<TokenCredentials>(credentials()); }, m_clock)
        , m_input(STDIN_FILENO, QSocketNotifier::Read)
    {
        m_broker.addService(std::make_unique<IamTokenService>(m_http, m_clock));
        connect(&m_input, &QSocketNotifier::activated, this, &User::read);
    }

private:
    TokenCredentials credentials() const
    {
        TokenCredentials credentials;
        credentials.base = m_base;
        credentials.apiKey = Secret(m_key);
        return credentials;
    }

    void read()
    {
        char bytes[256];
        const ssize_t size = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (size <= 0)
            return QCoreApplication::quit();
        m_pending += QByteArray(bytes, size);
        while (m_pending.contains('\n')) {
            const QByteArray order = m_pending.left(m_pending.indexOf('\n'));
            m_pending.remove(0, order.size() + 1);
            if (order == "keep")
                m_broker.keepAlive(m_need.profile);
            else
                use();
        }
    }

    void use()
    {
        deliver(m_broker.token(m_need), this, [this](const Result<Token> &token) {
            if (!token)
                return say("no token: " + token.error().sentence.toUtf8());
            HttpRequest request;
            request.url = m_base.resolved(QUrl(QStringLiteral("/use")));
            request.bearer = token->value;
            deliver(m_http.send(request), this, [](const Result<HttpResponse> &response) {
                say(response && response->isSuccess() ? QByteArray("used") : QByteArray("failed"));
            });
        });
    }

    static void say(const QByteArray &line)
    {
        std::printf("%s\n", line.constData());
        std::fflush(stdout);
    }

    const QUrl m_base;
    const QByteArray m_key;
    SystemClock m_clock;
    HttpClient m_http;
    TokenBroker m_broker;
    QSocketNotifier m_input;
    TokenNeed m_need{QUuid::createUuid(), TokenKind::Iam};
    QByteArray m_pending;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const User user(QUrl(arguments.value(1)), arguments.value(2).toLatin1());
    return QCoreApplication::exec();
}
