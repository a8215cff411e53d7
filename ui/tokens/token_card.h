// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tokens/jwt_verifier.h"
#include "ui/app_services.h"
#include "ui/tokens/token_copier.h"
#include "ui/tokens/token_phase.h"

#include <QFrame>
#include <QMenu>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QHBoxLayout;
QT_END_NAMESPACE

namespace acx {

class CardQuestion;
class ClaimsView;
class ElidedLabel;
class InlineNotice;
class SecretTextView;
class TokenTimeLine;

/// One token kind of the current profile. Object name "tokenCard-iam", "tokenCard-apiconnect", "tokenCard-platform".
/// Parts: "cardState", "cardSignature", "cardSignatureText", "cardCopyBearer", "cardCopyHeader", "cardCopyCurl",
/// "cardMore" (its menu "cardMenu"), "cardGet", "cardStop", "cardNotice", "cardTimeLine", "cardCharacters",
/// "cardReveal", "cardText", "cardRenew", "cardForget", and those of CardQuestion and ClaimsView.
class TokenCard final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TokenCard)

public:
    TokenCard(const AppServices &services, TokenCopier &copier, TokenKind kind, QWidget *parent = nullptr);
    [[nodiscard]] TokenKind kind() const { return m_kind; }
    /// Looks at the broker's state.
    void refresh();
    /// The clock moved on.
    void tick();
    void renew();
    void toggleReveal();

private:
    void buildHeader(QHBoxLayout &row);
    void buildBody();
    [[nodiscard]] QWidget *buildTextColumn();
    void connectParts();
    void exchange();
    void forget();
    void hideQuestion();
    void showPhase(TokenPhase phase, const TokenState &state);
    void showToken(const Token &token);
    void showProblem(TokenPhase phase, const TokenState &state);
    void checkSignature(const Token &token);
    void showSignature(const SignatureCheck &check);
    void copyPart(const Secret &part);

    const AppServices m_services;
    TokenCopier &m_copier;
    const TokenKind m_kind;
    std::optional<Token> m_shown;
    int m_checks = 0; ///< a later check makes an earlier one's answer stale
    QLabel *m_state;
    QLabel *m_signature;
    ElidedLabel *m_signatureText;
    QPushButton *m_get;
    QPushButton *m_stop;
    QPushButton *m_copyBearer;
    QPushButton *m_copyHeader;
    QPushButton *m_copyCurl;
    QPushButton *m_more;
    QMenu m_menu;
    QLabel *m_hint;
    InlineNotice *m_notice;
    CardQuestion *m_question;
    QWidget *m_body;
    TokenTimeLine *m_timeLine;
    QLabel *m_characters;
    QPushButton *m_reveal;
    SecretTextView *m_text;
    QPushButton *m_renew;
    QPushButton *m_forget;
    ClaimsView *m_claims;
};

} // namespace acx
