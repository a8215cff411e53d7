// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/token_card.h"

#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "app/base/visible_text.h"
#include "app/credentials/secret_store.h"
#include "ui/session.h"
#include "ui/theme/theme.h"
#include "ui/tokens/card_question.h"
#include "ui/tokens/claims_view.h"
#include "ui/tokens/secret_text_view.h"
#include "ui/tokens/token_phase.h"
#include "ui/tokens/token_time_line.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/inline_notice.h"
#include "ui/widgets/secret_clipboard.h"
#include "ui/widgets/tool_tip.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int textWidth = 420;   // pixels
constexpr int tokenHeight = 196; // pixels

struct PhaseLook
{
    QString text;
    TagKind kind;
};

PhaseLook lookOf(TokenPhase phase)
{
    switch (phase) {
    case TokenPhase::None:
        return {TokenCard::tr("none yet"), TagKind::Neutral};
    case TokenPhase::Exchanging:
        return {TokenCard::tr("being asked for…"), TagKind::Accent};
    case TokenPhase::Valid:
        return {TokenCard::tr("valid"), TagKind::Success};
    case TokenPhase::ExpiresSoon:
        return {TokenCard::tr("expires soon"), TagKind::Warning};
    case TokenPhase::Expired:
        return {TokenCard::tr("expired"), TagKind::Danger};
    case TokenPhase::Failed:
        return {TokenCard::tr("failed"), TagKind::Danger};
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

TokenCard::TokenCard(const AppServices &services, TokenCopier &copier, TokenKind kind, QWidget *parent)
    : QFrame(parent)
    , m_services(services)
    , m_copier(copier)
    , m_kind(kind)
    , m_state(makeTag({}, TagKind::Neutral, this))
    , m_signature(makeTag({}, TagKind::Neutral, this))
    , m_signatureText(new ElidedLabel(this))
    , m_get(makeButton(tr("Get token"), ButtonKind::Primary, this))
    , m_stop(makeButton(tr("Stop waiting"), ButtonKind::Normal, this))
    , m_copyBearer(makeButton(tr("Copy bearer token"), ButtonKind::Primary, this))
    , m_copyHeader(makeButton(tr("Header"), ButtonKind::Normal, this))
    , m_copyCurl(makeButton(tr("curl"), ButtonKind::Normal, this))
    , m_more(makeButton({}, ButtonKind::Normal, this))
    , m_menu(this)
    , m_hint(makeParagraph({}, LabelKind::Muted, this))
    , m_notice(new InlineNotice(services.theme, u"cardNotice"_s, this))
    , m_question(new CardQuestion(services.theme, this))
    , m_body(new QWidget(this))
    , m_timeLine(new TokenTimeLine(services.theme, m_body))
    , m_characters(makeLabel({}, LabelKind::SmallMuted, m_body))
    , m_reveal(makeButton(tr("reveal"), ButtonKind::Link, m_body))
    , m_text(new SecretTextView(services.theme, m_body))
    , m_renew(makeButton(tr("Renew now"), ButtonKind::Quiet, m_body))
    , m_forget(makeButton(tr("Forget"), ButtonKind::Quiet, m_body))
    , m_claims(new ClaimsView(services.theme, m_body))
{
    setObjectName(u"tokenCard-"_s + toText(kind));
    setProperty("panel", u"card"_s);
    setAccessibleName(displayName(kind));
    auto *header = new QHBoxLayout;
    buildHeader(*header);
    buildBody();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::space(Space::L), Theme::space(Space::L), Theme::space(Space::L),
                               Theme::space(Space::L));
    layout->setSpacing(Theme::space(Space::M));
    layout->addLayout(header);
    layout->addWidget(m_hint);
    layout->addWidget(m_question);
    layout->addWidget(m_notice);
    layout->addWidget(m_body);
    connectParts();
    refresh();
}

void TokenCard::buildHeader(QHBoxLayout &row)
{
    m_state->setObjectName(u"cardState"_s);
    m_signature->setObjectName(u"cardSignature"_s);
    m_signatureText->setObjectName(u"cardSignatureText"_s);
    m_signatureText->setProperty("role", u"smallMuted"_s);
    QSizePolicy keepsRoom(QSizePolicy::Ignored, QSizePolicy::Fixed); // and so keeps the buttons at the right
    keepsRoom.setRetainSizeWhenHidden(true);
    m_signatureText->setSizePolicy(keepsRoom);
    m_get->setObjectName(u"cardGet"_s);
    m_stop->setObjectName(u"cardStop"_s);
    m_copyBearer->setObjectName(u"cardCopyBearer"_s);
    m_copyBearer->setIcon(m_services.theme.icon(u"copy"_s, Colour::AccentText));
    m_copyHeader->setObjectName(u"cardCopyHeader"_s);
    m_copyHeader->setAccessibleName(tr("Copy as header line"));
    m_copyHeader->setToolTip(m_copyHeader->accessibleName());
    m_copyCurl->setObjectName(u"cardCopyCurl"_s);
    m_copyCurl->setAccessibleName(tr("Copy as curl command"));
    m_copyCurl->setToolTip(m_copyCurl->accessibleName());
    m_more->setObjectName(u"cardMore"_s);
    m_more->setIcon(m_services.theme.icon(u"chevron-down"_s, Colour::Text));
    m_more->setAccessibleName(tr("Other forms of the token"));
    m_more->setFixedWidth(m_services.theme.size(u"control"_s) + Theme::space(Space::Xs));
    m_more->setProperty("iconOnly", true);
    m_menu.setObjectName(u"cardMenu"_s);
    m_copier.fillMenu(m_menu, [this] { return m_kind; });
    row.setSpacing(Theme::space(Space::M));
    row.addWidget(makeLabel(displayName(m_kind), LabelKind::Heading, this));
    row.addWidget(m_state);
    row.addWidget(m_signature);
    row.addWidget(m_signatureText, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::space(Space::S));
    for (QWidget *each :
         std::initializer_list<QWidget *>{m_get, m_stop, m_copyBearer, m_copyHeader, m_copyCurl, m_more})
        buttons->addWidget(each);
    row.addLayout(buttons);
}

QWidget *TokenCard::buildTextColumn()
{
    m_characters->setObjectName(u"cardCharacters"_s);
    m_reveal->setObjectName(u"cardReveal"_s);
    m_reveal->setToolTip(tr("Shows the text for half a minute (Ctrl+Shift+V)"));
    m_text->setObjectName(u"cardText"_s);
    m_text->setFixedHeight(tokenHeight);
    m_renew->setObjectName(u"cardRenew"_s);
    m_renew->setIcon(m_services.theme.icon(u"renew"_s, Colour::Accent));
    m_forget->setObjectName(u"cardForget"_s);
    m_forget->setIcon(m_services.theme.icon(u"trash"_s, Colour::Accent));
    m_forget->setToolTip(tr("Drops this token here; the service keeps it valid until it expires"));
    auto *column = new QWidget(m_body);
    column->setMaximumWidth(textWidth);
    auto *top = new QHBoxLayout;
    top->setSpacing(Theme::space(Space::S));
    top->addWidget(m_characters);
    top->addWidget(m_reveal);
    top->addStretch(1);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(Theme::space(Space::Xs));
    bottom->addWidget(m_renew);
    bottom->addWidget(m_forget);
    bottom->addStretch(1);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::S));
    layout->addLayout(top);
    layout->addWidget(m_text);
    layout->addLayout(bottom);
    layout->addStretch(1);
    return column;
}

void TokenCard::buildBody()
{
    m_timeLine->setObjectName(u"cardTimeLine"_s);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(Theme::space(Space::Xl));
    columns->addWidget(buildTextColumn(), 2);
    columns->addWidget(m_claims, 3);
    auto *layout = new QVBoxLayout(m_body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::L));
    layout->addWidget(m_timeLine);
    layout->addLayout(columns);
}

void TokenCard::connectParts()
{
    connect(m_get, &QPushButton::clicked, this, &TokenCard::renew);
    connect(m_copyBearer, &QPushButton::clicked, this, [this] { m_copier.copy(m_kind, TokenFormat::Bearer); });
    connect(m_copyHeader, &QPushButton::clicked, this, [this] { m_copier.copy(m_kind, TokenFormat::Header); });
    connect(m_copyCurl, &QPushButton::clicked, this, [this] { m_copier.copy(m_kind, TokenFormat::Curl); });
    connect(m_more, &QPushButton::clicked, this,
            [this] { m_menu.popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 4))); });
    connect(m_reveal, &QPushButton::clicked, this, &TokenCard::toggleReveal);
    connect(m_text, &SecretTextView::revealedChanged, this,
            [this](bool revealed) { m_reveal->setText(revealed ? tr("hide") : tr("reveal")); });
    connect(m_text, &SecretTextView::copyWanted, this, &TokenCard::copyPart);
    connect(m_text, &SecretTextView::selected, this, [this](const Secret &part) {
        m_services.clipboard.select(part, tr("Selected text"), m_shown ? m_shown->expiresAt : QDateTime());
    });
    connect(m_renew, &QPushButton::clicked, this, &TokenCard::renew);
    connect(m_forget, &QPushButton::clicked, this, [this] {
        const bool isOfUse = m_shown && !m_shown->isExpired(m_services.clock.now());
        if (isOfUse && m_copier.needsConsent(m_kind))
            m_question->askToForget();
        else
            forget();
    });
    connect(m_stop, &QPushButton::clicked, this, &TokenCard::forget);
    connect(m_question, &CardQuestion::mayBeSpent, this, &TokenCard::exchange);
    connect(m_question, &CardQuestion::mayBeForgotten, this, &TokenCard::forget);
    connect(m_question, &CardQuestion::declined, this, &TokenCard::hideQuestion);
    const auto checkAgain = [this] {
        if (m_shown)
            checkSignature(*m_shown);
    };
    connect(&m_services.verifier, &JwtVerifier::keysForgotten, this, checkAgain, Qt::QueuedConnection);
}

void TokenCard::copyPart(const Secret &part)
{
    m_services.clipboard.copy(part, tr("Token text"), m_shown ? m_shown->expiresAt : QDateTime());
}

void TokenCard::toggleReveal()
{
    if (m_body->isVisibleTo(this))
        m_text->setRevealed(!m_text->isRevealed());
}

void TokenCard::renew()
{
    if (m_copier.needsConsent(m_kind))
        m_question->askToSpend();
    else
        exchange();
}

void TokenCard::hideQuestion()
{
    m_question->end(m_get->isVisibleTo(this) ? *m_get : *m_renew);
}

void TokenCard::forget()
{
    m_services.broker.forget(m_services.session.need(m_kind));
    refresh();
}

void TokenCard::exchange()
{
    hideQuestion();
    // After a failure, and for a token that was forgotten, the person's click is a new exchange.
    m_services.keychain.allowPrompt();
    deliver(m_services.broker.renew(m_services.session.need(m_kind)), this,
            [this](const Result<Token> &) { refresh(); });
}

void TokenCard::refresh()
{
    const TokenState state = m_services.broker.state(m_services.session.need(m_kind));
    const TokenPhase phase = phaseOf(state, m_services.clock.now());
    showPhase(phase, state);
    showProblem(phase, state);
    if (!state.token) {
        if (m_shown.has_value())
            hideQuestion(); // there is nothing left to lose
        m_shown.reset();
        m_text->setSecret({});
        m_claims->clear();
        m_characters->clear();
        m_signatureText->setFullText({});
        ++m_checks;
        return;
    }
    if (m_shown != state.token)
        showToken(*state.token);
    tick();
}

void TokenCard::showPhase(TokenPhase phase, const TokenState &state)
{
    const PhaseLook look = lookOf(phase);
    setTag(m_state, look.text, look.kind);
    const bool usable = phase == TokenPhase::Valid || phase == TokenPhase::ExpiresSoon;
    for (QWidget *each : std::initializer_list<QWidget *>{m_copyBearer, m_copyHeader, m_copyCurl, m_more})
        each->setVisible(usable);
    m_get->setVisible(!usable && phase != TokenPhase::Exchanging);
    const bool isLocked = state.lastError && state.lastError->kind == ErrorKind::KeychainLocked;
    m_get->setText(phase != TokenPhase::Failed ? tr("Get token")
                   : isLocked                  ? tr("Unlock and try again")
                                               : tr("Try again"));
    const bool isAsked = phase == TokenPhase::Exchanging;
    m_stop->setVisible(isAsked);
    m_body->setVisible(state.token.has_value());
    m_signature->setVisible(state.token.has_value());
    m_signatureText->setVisible(state.token.has_value());
    m_renew->setEnabled(!state.exchanging);
    m_renew->setText(state.exchanging ? tr("Renewing…") : tr("Renew now"));
    m_hint->setVisible(phase == TokenPhase::None || isAsked);
    m_hint->setText(isAsked ? tr("If the keychain asks for its password, answer it there: the key is read first.")
                    : m_copier.needsConsent(m_kind)
                        ? tr("This token has not been asked for yet. It is kept in memory only and cannot be renewed: "
                             "its key may be used only once.")
                        : tr("This token has not been asked for yet. It is kept in memory only and renewed by "
                             "itself."));
}

void TokenCard::showProblem(TokenPhase phase, const TokenState &state)
{
    if (!state.lastError || state.exchanging)
        return m_notice->hide();
    Error error = *state.lastError;
    if (phase == TokenPhase::Valid || phase == TokenPhase::ExpiresSoon)
        error.nextStep = tr("The token shown is still valid. %1").arg(error.nextStep);
    m_notice->tell(error);
}

void TokenCard::showToken(const Token &token)
{
    m_shown = token;
    hideQuestion(); // it may have been answered elsewhere
    m_text->setSecret(token.value);
    m_characters->setText(tr("Token · %1 characters").arg(QLocale().toString(token.value.size())));
    const Result<LenientJwt> decoded = decodeJwtForViewing(token.value);
    if (decoded)
        m_claims->setJwt(decoded->jwt, m_services.clock.now());
    else
        m_claims->setOpaque(tr("This token can be read by its service only: it is no JSON Web Token."));
    checkSignature(token);
}

void TokenCard::tick()
{
    if (!m_shown)
        return;
    const QDateTime now = m_services.clock.now();
    m_timeLine->setToken(*m_shown, now, !m_copier.needsConsent(m_kind));
    m_claims->refresh(now);
    const PhaseLook look = lookOf(phaseOf(m_services.broker.state(m_services.session.need(m_kind)), now));
    if (m_state->text() != look.text)
        refresh();
}

void TokenCard::checkSignature(const Token &token)
{
    const int check = ++m_checks;
    setTag(m_signature, tr("checking the signature…"), TagKind::Neutral);
    m_signatureText->setFullText({});
    const QUrl base = m_services.session.endpoints().tokenBase(m_kind);
    deliver(m_services.verifier.check(token.value, m_kind, base), this,
            [this, check](const Result<SignatureCheck> &result) {
                if (check != m_checks)
                    return;
                if (result) {
                    showSignature(*result);
                    return;
                }
                SignatureCheck none;
                none.reason = result.error().sentence;
                showSignature(none);
            });
}

void TokenCard::showSignature(const SignatureCheck &check)
{
    constexpr int shownKeyId = 12; // characters
    const QString keyId = check.keyId.size() > shownKeyId ? check.keyId.left(shownKeyId) + u'…' : check.keyId;
    QString text = check.reason;
    switch (check.state) {
    case SignatureState::Verified:
        setTag(m_signature, tr("signature verified"), TagKind::Success);
        text = keyId.isEmpty() ? tr("%1 · key of %2").arg(check.algorithm, check.keySource)
                               : tr("%1 · key %2 of %3").arg(check.algorithm, keyId, check.keySource);
        break;
    case SignatureState::NotVerified:
        setTag(m_signature, tr("decoded, not verified"), TagKind::Neutral);
        break;
    case SignatureState::Wrong:
        setTag(m_signature, tr("signature wrong"), TagKind::Danger);
        break;
    }
    m_signature->setToolTip(plainToolTip(check.reason));
    m_signature->setAccessibleDescription(withVisibleControls(check.reason));
    m_signatureText->setFullText(text);
}

} // namespace acx
