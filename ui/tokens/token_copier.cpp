// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/token_copier.h"

#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "app/tokens/profile_credentials.h"
#include "ui/session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/secret_clipboard.h"

using namespace Qt::StringLiterals;

namespace acx {

QUrl firstCallUrl(const QUrl &apiHost, TokenKind kind)
{
    if (apiHost.isEmpty())
        return {};
    QUrl url = apiHost;
    const QString base = url.path(QUrl::FullyEncoded);
    url.setPath(base + (kind == TokenKind::ApiConnect ? u"/v1/me"_s : u"/api/orgs"_s));
    return url;
}

TokenCopier::TokenCopier(const AppServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{}

QString TokenCopier::formatName(TokenFormat format)
{
    switch (format) {
    case TokenFormat::Raw:
        return tr("Token");
    case TokenFormat::Bearer:
        return tr("Bearer token");
    case TokenFormat::Header:
        return tr("Header line");
    case TokenFormat::Env:
        return tr("Environment line");
    case TokenFormat::Curl:
        return tr("curl command");
    case TokenFormat::Json:
        return tr("JSON");
    }
    Q_UNREACHABLE();
    return {};
}

bool TokenCopier::needsConsent(TokenKind kind) const
{
    const std::optional<Profile> profile = m_services.session.profile();
    return profile && isSingleUse(*profile, kind);
}

void TokenCopier::copy(TokenKind kind, TokenFormat format)
{
    const TokenNeed need = m_services.session.need(kind);
    const std::optional<Token> current = m_services.broker.state(need).token;
    if (needsConsent(kind) && (!current || current->isExpired(m_services.clock.now()))) {
        Q_EMIT consentWanted(need, [this, kind, format] { copy(kind, format); });
        return;
    }
    const QUrl url = firstCallUrl(m_services.session.endpoints().api, kind);
    deliver(m_services.broker.token(need), this, [this, format, url](const Result<Token> &token) {
        if (!token) {
            Q_EMIT failed(token.error());
            return;
        }
        m_services.clipboard.copy(formatToken(*token, format, url, m_services.clock.now()), formatName(format),
                                  token->expiresAt);
    });
}

void TokenCopier::fillMenu(QMenu &menu, const std::function<TokenKind()> &kind)
{
    struct Entry
    {
        TokenFormat format;
        QString name;
    };
    const QList<Entry> entries{{TokenFormat::Raw, u"copyRaw"_s},       {TokenFormat::Bearer, u"copyBearer"_s},
                               {TokenFormat::Header, u"copyHeader"_s}, {TokenFormat::Curl, u"copyCurl"_s},
                               {TokenFormat::Env, u"copyEnv"_s},       {TokenFormat::Json, u"copyJson"_s}};
    for (const Entry &entry : entries) {
        QAction *action = menu.addAction(tr("Copy as %1").arg(formatName(entry.format)), this,
                                         [this, kind, format = entry.format] { copy(kind(), format); });
        action->setObjectName(entry.name);
    }
}

} // namespace acx
