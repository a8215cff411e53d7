// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/explorer/token_text.h"
#include "app/tokens/token_broker.h"
#include "ui/app_services.h"

#include <QMenu>
#include <QObject>

namespace acx {

/// Brings the current profile's token to the clipboard in one of its forms, asking the token service first if there is
/// no valid one.
class TokenCopier final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TokenCopier)

public:
    explicit TokenCopier(const AppServices &services, QObject *parent = nullptr);
    void copy(TokenKind kind, TokenFormat format);
    /// Whether an exchange for this kind may use up the current profile's key.
    [[nodiscard]] bool needsConsent(TokenKind kind) const;
    /// Adds one action for each form; `kind` is asked when one is chosen. Names: "copyRaw", "copyBearer", "copyHeader",
    /// "copyCurl", "copyEnv", "copyJson".
    void fillMenu(QMenu &menu, const std::function<TokenKind()> &kind);
    /// "Bearer token", "curl command", …
    [[nodiscard]] static QString formatName(TokenFormat format);

Q_SIGNALS:
    void failed(const acx::Error &error);
    /// Nothing was asked for: the person has to be warned first that it spends the key. `then` is what is left to do
    /// once there is a token; may be empty.
    void consentWanted(const acx::TokenNeed &need, const std::function<void()> &then);

private:
    const AppServices m_services;
};

/// A first call that the token of this kind opens, at the profile's API host.
[[nodiscard]] QUrl firstCallUrl(const QUrl &apiHost, TokenKind kind);

} // namespace acx
