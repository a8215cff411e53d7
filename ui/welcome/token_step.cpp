// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/token_step.h"

#include "app/base/clock.h"
#include "app/base/error.h"
#include "app/profiles/profile.h"
#include "app/tokens/profile_credentials.h"
#include "ui/tokens/spend_question.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/inline_notice.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace acx {

TokenStep::TokenStep(const AppServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_failure(new InlineNotice(services.theme, u"tokenNotice"_s, this))
    , m_once(new InlineNotice(services.theme, u"onceNotice"_s, this))
    , m_file(new InlineNotice(services.theme, u"fileNotice"_s, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::L));
    layout->addWidget(buildCard());
    layout->addWidget(m_once);
    layout->addWidget(m_failure);
    layout->addWidget(m_file);
    buildNotices();
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &TokenStep::refresh);
    connect(&services.broker, &TokenBroker::stateChanged, this, [this](const TokenNeed &need) {
        if (m_need == need)
            refresh();
    });
    reset();
}

QWidget *TokenStep::buildCard()
{
    QFrame *card = makeCard(this);
    m_title = makeLabel({}, LabelKind::Heading, card);
    m_state = makeTag({}, TagKind::Neutral, card);
    m_state->setObjectName(u"tokenState"_s);
    m_remaining = makeLabel({}, LabelKind::Mono, card);
    m_remaining->setObjectName(u"tokenRemaining"_s);
    m_text = makeParagraph({}, LabelKind::Muted, card);
    m_progress = new QProgressBar(card);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(Theme::space(Space::Xs));
    m_progress->setAccessibleName(tr("Waiting for the token"));

    m_buttons = new QWidget(card);
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, Theme::space(Space::S), 0, 0);
    buttons->setSpacing(Theme::space(Space::S));
    m_copy = makeButton(tr("Copy bearer token"), ButtonKind::Primary, m_buttons);
    m_copy->setObjectName(u"copyFirstToken"_s);
    auto *tokens = makeButton(tr("Look at the token"), ButtonKind::Normal, m_buttons);
    tokens->setObjectName(u"goToTokens"_s);
    auto *call = makeButton(tr("Make a first call"), ButtonKind::Normal, m_buttons);
    call->setObjectName(u"firstCall"_s);
    buttons->addWidget(m_copy);
    buttons->addWidget(tokens);
    buttons->addWidget(call);
    buttons->addStretch(1);
    connect(m_copy, &QPushButton::clicked, this, &TokenStep::copyWanted);
    connect(tokens, &QPushButton::clicked, this, &TokenStep::goOnWanted);
    connect(call, &QPushButton::clicked, this, &TokenStep::firstCallWanted);

    auto *head = new QHBoxLayout;
    head->setSpacing(Theme::space(Space::M));
    head->addWidget(m_title);
    head->addWidget(m_state);
    head->addStretch(1);
    head->addWidget(m_remaining);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(Theme::space(Space::L), Theme::space(Space::L), Theme::space(Space::L),
                               Theme::space(Space::L));
    layout->setSpacing(Theme::space(Space::S));
    layout->addLayout(head);
    layout->addWidget(m_text);
    layout->addWidget(m_progress);
    layout->addWidget(m_buttons);
    return card;
}

void TokenStep::buildNotices()
{
    m_retry = m_failure->addButton(tr("Try again"), ButtonKind::Normal, u"tokenRetry"_s);
    m_changePlace = m_failure->addButton(tr("Change the place"), ButtonKind::Normal, u"changePlace"_s);
    QPushButton *later = m_failure->addButton(tr("Go on without a token"), ButtonKind::Quiet, u"tokenLater"_s);
    connect(m_retry, &QPushButton::clicked, this, &TokenStep::tokenWanted);
    connect(m_changePlace, &QPushButton::clicked, this, &TokenStep::placeWanted);
    connect(later, &QPushButton::clicked, this, &TokenStep::goOnWanted);

    QPushButton *spend = m_once->addButton(SpendQuestion::yes(), ButtonKind::Normal, u"spendKey"_s);
    QPushButton *wait = m_once->addButton(SpendQuestion::no(), ButtonKind::Quiet, u"keepKeyForLater"_s);
    connect(spend, &QPushButton::clicked, this, &TokenStep::tokenWanted);
    connect(wait, &QPushButton::clicked, this, &TokenStep::goOnWanted);

    m_delete = m_file->addButton(tr("Delete the file for good"), ButtonKind::Danger, u"deleteFile"_s);
    m_keep = m_file->addButton(tr("Keep the file"), ButtonKind::Normal, u"keepFile"_s);
    connect(m_delete, &QPushButton::clicked, this, &TokenStep::deletionWanted);
    connect(m_keep, &QPushButton::clicked, this, &TokenStep::fileKept);
}

void TokenStep::reset()
{
    m_need.reset();
    m_asks = false;
    m_tookFocus = false;
    m_second.stop();
    m_failure->hide();
    m_once->hide();
    m_file->hide();
    m_title->setText(tr("Your first token"));
    m_state->hide();
    m_remaining->clear();
    m_text->clear();
    m_progress->hide();
    m_buttons->hide();
}

void TokenStep::follow(const Profile &profile, TokenKind kind, const QString &service)
{
    m_need = TokenNeed{profile.id, kind};
    m_service = service;
    m_renews = !isSingleUse(profile, kind);
    m_mayChangePlace = profile.deployment != DeploymentKind::Sandbox;
}

void TokenStep::showAsking()
{
    m_second.stop();
    hidePart(*m_failure);
    hidePart(*m_once);
    m_state->hide();
    m_remaining->clear();
    m_text->setText(tr("Asking %1 …").arg(m_service));
    m_progress->show();
}

void TokenStep::askBeforeSpending()
{
    m_asks = true;
    hidePart(*m_failure);
    hidePart(*m_buttons);
    m_progress->hide();
    m_state->hide();
    m_text->setText(tr("The key is stored. No token has been asked for yet."));
    m_once->tell(MessageKind::Warning, SpendQuestion::title(), SpendQuestion::text());
}

void TokenStep::hidePart(QWidget &part)
{
    QWidget *focus = QApplication::focusWidget();
    if (focus && part.isAncestorOf(focus)) {
        m_tookFocus = true;
        focus->clearFocus();
    }
    part.hide();
}

void TokenStep::giveFocusBack(QWidget &button)
{
    if (std::exchange(m_tookFocus, false) && !QApplication::focusWidget())
        button.setFocus();
}

void TokenStep::refresh()
{
    if (!m_need)
        return;
    const TokenState state = m_services.broker.state(*m_need);
    const QDateTime now = m_services.clock.now();
    if (state.token && !state.token->isExpired(now))
        showToken(*state.token, now);
    else if (state.exchanging)
        showAsking();
    else if (state.lastError)
        showFailure(*state.lastError);
    else if (m_asks)
        askBeforeSpending();
    else
        showNone(state.token.has_value());
}

void TokenStep::showArrived()
{
    refresh();
    if (isVisible()) // the focus is not taken from another page
        m_copy->setFocus();
}

void TokenStep::showToken(const Token &token, const QDateTime &now)
{
    m_asks = false;
    hidePart(*m_failure);
    hidePart(*m_once);
    m_progress->hide();
    m_title->setText(displayName(token.kind));
    setTag(m_state, tr("valid"), TagKind::Success);
    m_state->show();
    m_text->setText(m_renews ? tr("It renews itself in the background as long as this window is open.")
                             : tr("It cannot be renewed: its key may be used only once."));
    m_buttons->show();
    giveFocusBack(*m_copy);
    m_second.start();
    if (!token.expiresAt.isValid()) {
        m_remaining->setText(tr("no end told"));
        return;
    }
    const qint64 seconds = token.remaining(now).count();
    const QString left = u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    m_remaining->setText(tr("%1 left").arg(left));
}

/// Over, or forgotten.
void TokenStep::showNone(bool expired)
{
    m_second.stop();
    hidePart(*m_failure);
    m_progress->hide();
    setTag(m_state, expired ? tr("expired") : tr("no token"), TagKind::Warning);
    m_state->show();
    m_remaining->clear();
    m_text->setText(m_renews ? tr("Copying asks for a new one.") : tr("A further token needs a new key."));
    m_buttons->show();
    giveFocusBack(*m_copy);
}

void TokenStep::showFailure(const Error &error)
{
    m_second.stop();
    m_progress->hide();
    hidePart(*m_buttons);
    m_remaining->clear();
    setTag(m_state, tr("no token"), TagKind::Danger);
    m_state->show();
    // Not of a key that the keychain no longer has, or that is used up.
    const bool isGone = error.kind == ErrorKind::SecretMissing || error.kind == ErrorKind::Unsupported;
    m_text->setText(isGone ? QString() : tr("The key is stored, so nothing has to be entered again."));
    m_changePlace->setVisible(m_mayChangePlace);
    m_failure->tell(error);
    giveFocusBack(*m_retry);
}

void TokenStep::offerDeletion(const QString &fileName, const QString &storeName)
{
    m_delete->setAccessibleDescription(fileName);
    m_file->tell(MessageKind::Info, tr("Delete %1?").arg(fileName),
                 tr("The key now lies in %1 and was read back from there, so the file is not needed any more. Deleting "
                    "it for good does not use the trash. IBM Cloud cannot show the key again.")
                     .arg(storeName));
}

void TokenStep::setDeleting(bool deleting)
{
    m_delete->setEnabled(!deleting);
    m_keep->setEnabled(!deleting);
}

void TokenStep::endDeletion()
{
    setDeleting(false);
    m_file->hide();
}

} // namespace acx
