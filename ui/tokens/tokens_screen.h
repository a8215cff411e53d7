// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profiles/profile.h"
#include "ui/app_services.h"
#include "ui/screen.h"
#include "ui/tokens/token_copier.h"

#include <QTimer>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace acx {

class ElidedLabel;
class TokenCard;

/// A card for each token kind of the current profile. Parts: "tokensTitle", "tokensProfile", "renewAll", "tokensEmpty",
/// and the cards (TokenCard, UnusedTokenCard).
class TokensScreen final : public Screen
{
    Q_OBJECT
public:
    TokensScreen(const AppServices &services, TokenCopier &copier, QWidget *parent = nullptr);
    void activate() override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *buildHeader();
    [[nodiscard]] QWidget *buildEmpty();
    void rebuild();
    void addUnusedCards(const QList<TokenKind> &used);
    void tick();

    const AppServices m_services;
    TokenCopier &m_copier;
    ElidedLabel *m_profile = nullptr;
    QPushButton *m_renewAll = nullptr;
    QWidget *m_empty = nullptr;
    QVBoxLayout *m_cardLayout = nullptr;
    QList<TokenCard *> m_cards;
    QList<QWidget *> m_unused;
    std::optional<Profile> m_shown;
    QTimer m_timer;
};

} // namespace acx
