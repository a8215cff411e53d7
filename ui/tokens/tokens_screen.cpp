// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokens_screen.h"

#include "app/deployments/deployment.h"
#include "ui/session.h"
#include "ui/theme/theme.h"
#include "ui/tokens/token_card.h"
#include "ui/tokens/unused_token_card.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/message_bar.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QString describe(const Profile &profile)
{
    QStringList parts{profile.name};
    if (!profile.keyName.isEmpty())
        parts += TokensScreen::tr("key “%1”").arg(profile.keyName);
    if (profile.keyCreatedAt.isValid())
        parts += TokensScreen::tr("created %1")
                     .arg(QLocale().toString(profile.keyCreatedAt.toLocalTime().date(), u"d MMM yyyy"_s));
    if (profile.sessionOnly)
        parts += TokensScreen::tr("for this session only");
    return parts.join(u" · "_s);
}

} // namespace

TokensScreen::TokensScreen(const AppServices &services, TokenCopier &copier, QWidget *parent)
    : Screen(parent)
    , m_services(services)
    , m_copier(copier)
{
    setFocusPolicy(Qt::ClickFocus);
    setAccessibleName(tr("Tokens"));
    auto *content = new QWidget;
    content->setObjectName(u"scrolled"_s);
    auto *layout = new QVBoxLayout(content);
    const int margin = Theme::space(Space::Xl);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(Theme::space(Space::L));
    layout->addWidget(buildHeader());
    layout->addWidget(buildEmpty());
    m_cardLayout = new QVBoxLayout;
    m_cardLayout->setSpacing(Theme::space(Space::L));
    layout->addLayout(m_cardLayout);
    layout->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);

    connect(&services.session, &Session::profileChanged, this, &TokensScreen::rebuild);
    connect(&services.broker, &TokenBroker::stateChanged, this, [this](const TokenNeed &need) {
        for (TokenCard *card : std::as_const(m_cards)) {
            if (m_services.session.need(card->kind()) == need)
                card->refresh();
        }
    });
    auto *reveal = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V), this);
    connect(reveal, &QShortcut::activated, this, [this] {
        if (!m_cards.isEmpty())
            m_cards.constFirst()->toggleReveal();
    });
    m_timer.setInterval(std::chrono::seconds(1));
    connect(&m_timer, &QTimer::timeout, this, &TokensScreen::tick);
    rebuild();
}

QWidget *TokensScreen::buildHeader()
{
    auto *header = new QWidget;
    QLabel *title = makeLabel(tr("Tokens"), LabelKind::Title, header);
    title->setObjectName(u"tokensTitle"_s);
    m_profile = new ElidedLabel(header);
    m_profile->setObjectName(u"tokensProfile"_s);
    m_profile->setProperty("role", u"muted"_s);
    m_renewAll = makeButton(tr("Renew all"), ButtonKind::Normal, header);
    m_renewAll->setObjectName(u"renewAll"_s);
    connect(m_renewAll, &QPushButton::clicked, this, [this] {
        for (TokenCard *card : std::as_const(m_cards))
            card->renew();
    });
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::M));
    layout->addWidget(title);
    layout->addWidget(m_profile, 1);
    layout->addWidget(m_renewAll);
    return header;
}

QWidget *TokensScreen::buildEmpty()
{
    m_empty = makeCard();
    m_empty->setObjectName(u"tokensEmpty"_s);
    QPushButton *start = makeButton(tr("Start with your API key"), ButtonKind::Primary, m_empty);
    start->setObjectName(u"tokensStart"_s);
    connect(start, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Place::Welcome); });
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(makeLabel(tr("No token without a key"), LabelKind::Strong, m_empty));
    words->addWidget(makeParagraph(tr("Tokens are made from an API key. There is no profile with one yet."),
                                   LabelKind::Muted, m_empty));
    auto *layout = new QHBoxLayout(m_empty);
    const int margin = Theme::space(Space::L);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->addLayout(words, 1);
    layout->addWidget(start);
    return m_empty;
}

void TokensScreen::rebuild()
{
    std::optional<Profile> profile = m_services.session.profile();
    if (profile)
        profile->lastUsedAt = {}; // being used changes nothing here
    if (profile && profile == m_shown)
        return;
    m_shown = profile;
    qDeleteAll(std::exchange(m_cards, {}));
    qDeleteAll(std::exchange(m_unused, {}));
    m_empty->setVisible(!profile);
    m_profile->setFullText(profile ? describe(*profile) : QString());
    const QList<TokenKind> kinds = m_services.session.tokenKinds();
    m_renewAll->setVisible(!kinds.isEmpty());
    m_renewAll->setText(kinds.size() > 1 ? tr("Renew all") : tr("Renew"));
    if (!profile)
        return;
    for (const TokenKind kind : kinds) {
        auto *card = new TokenCard(m_services, m_copier, kind, this);
        m_cardLayout->addWidget(card);
        m_cards.append(card);
    }
    addUnusedCards(kinds);
}

void TokensScreen::addUnusedCards(const QList<TokenKind> &used)
{
    for (const TokenKind kind : {TokenKind::Iam, TokenKind::ApiConnect, TokenKind::Platform}) {
        if (used.contains(kind))
            continue;
        auto *card = new UnusedTokenCard(m_services, kind, this);
        connect(card, &UnusedTokenCard::profileWanted, this, [this] { Q_EMIT goTo(Place::Profiles); });
        m_cardLayout->addWidget(card);
        m_unused.append(card);
    }
}

void TokensScreen::tick()
{
    for (TokenCard *card : std::as_const(m_cards))
        card->tick();
}

void TokensScreen::activate()
{
    setFocus(Qt::OtherFocusReason); // the first Tab goes to the first control
    tick();
}

void TokensScreen::showEvent(QShowEvent *event)
{
    m_timer.start();
    Screen::showEvent(event);
}

void TokensScreen::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    Screen::hideEvent(event);
}

} // namespace acx
