// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/token_pill.h"

#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "app/credentials/secret_store.h"
#include "ui/session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int pillHeight = 34; // pixels
constexpr int ringSize = 22;
constexpr int leftMargin = 9;
constexpr std::chrono::seconds shortRest{60};

bool isValid(const TokenState &state, const QDateTime &now)
{
    return state.token && !state.token->isExpired(now);
}

} // namespace

QString clockText(std::chrono::seconds time)
{
    const qint64 seconds = std::max<qint64>(0, time.count());
    const QString tail = u"%1:%2"_s.arg((seconds / 60) % 60, seconds >= 3600 ? 2 : 1, 10, QLatin1Char('0'))
                             .arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return seconds >= 3600 ? u"%1:%2"_s.arg(seconds / 3600).arg(tail) : tail;
}

TokenPill::TokenPill(const AppServices &services, TokenCopier &copier, QWidget *parent)
    : QFrame(parent)
    , m_services(services)
    , m_copier(copier)
    , m_time(makeLabel({}, LabelKind::Mono, this))
    , m_kind(makeLabel({}, LabelKind::SmallMuted, this))
    , m_copy(makeButton({}, ButtonKind::Quiet, this))
    , m_more(makeIconButton(services.theme, u"chevron-down"_s, tr("Other forms of the token"), this))
    , m_menu(this)
{
    setObjectName(u"tokenPill"_s);
    setFixedHeight(pillHeight);
    m_time->setObjectName(u"pillTime"_s);
    m_kind->setObjectName(u"pillKind"_s);
    m_copy->setObjectName(u"pillCopy"_s);
    m_copy->setIcon(services.theme.icon(u"copy"_s, Colour::Accent));
    m_more->setObjectName(u"pillMenuButton"_s);
    m_menu.setObjectName(u"pillMenu"_s);
    m_copier.fillMenu(m_menu, [this] { return m_services.session.usualTokenKind(); });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(leftMargin + ringSize + Theme::space(Space::S), 1, 6, 1);
    layout->setSpacing(Theme::space(Space::S));
    layout->addWidget(m_time, 0, Qt::AlignVCenter);
    layout->addWidget(m_kind, 0, Qt::AlignVCenter);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(0);
    buttons->addWidget(m_copy, 0, Qt::AlignVCenter);
    buttons->addWidget(m_more, 0, Qt::AlignVCenter);
    layout->addLayout(buttons);

    connect(m_copy, &QPushButton::clicked, this, &TokenPill::act);
    connect(m_more, &QToolButton::clicked, this,
            [this] { m_menu.popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 4))); });
    connect(&services.session, &Session::profileChanged, this, &TokenPill::refresh);
    connect(&services.broker, &TokenBroker::stateChanged, this, &TokenPill::refresh);
    connect(&services.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(&m_timer, &QTimer::timeout, this, &TokenPill::refresh);
    m_timer.setInterval(std::chrono::seconds(1));
    refresh();
}

void TokenPill::act()
{
    const TokenNeed need = m_services.session.need(m_services.session.usualTokenKind());
    if (isValid(m_services.broker.state(need), m_services.clock.now())) {
        m_copier.copy(need.kind, TokenFormat::Bearer);
        return;
    }
    if (m_copier.needsConsent(need.kind)) {
        Q_EMIT m_copier.consentWanted(need, {});
        return;
    }
    m_services.keychain.allowPrompt();
    deliver(m_services.broker.token(need), this, [this](const Result<Token> &token) {
        if (!token)
            Q_EMIT m_copier.failed(token.error());
    });
}

void TokenPill::refresh()
{
    setVisible(m_services.session.hasProfile());
    if (!m_services.session.hasProfile()) {
        m_timer.stop();
        return;
    }
    const TokenKind kind = m_services.session.usualTokenKind();
    const TokenState state = m_services.broker.state(m_services.session.need(kind));
    const QDateTime now = m_services.clock.now();
    const bool valid = isValid(state, now);
    m_failed = state.lastError.has_value() && !valid && !state.exchanging;
    m_share = 0;
    m_warns = false;
    QString time;
    if (valid && state.token->expiresAt.isValid()) {
        const std::chrono::seconds left = state.token->remaining(now);
        const qint64 whole = std::max<qint64>(1, state.token->issuedAt.secsTo(state.token->expiresAt));
        m_share = std::clamp(static_cast<double>(left.count()) / static_cast<double>(whole), 0.0, 1.0);
        m_warns = left < shortRest;
        time = clockText(left);
    } else if (valid) {
        m_share = 1;
        time = tr("no end");
    }
    m_time->setText(time);
    m_time->setVisible(valid);
    m_kind->setText(valid              ? displayName(kind)
                    : state.exchanging ? tr("Asking for a token…")
                    : m_failed         ? tr("No token: the last try failed")
                    : state.token      ? tr("%1, expired").arg(displayName(kind))
                                       : tr("No token yet"));
    m_copy->setText(valid ? tr("Copy") : m_failed ? tr("Try again") : tr("Get token"));
    m_copy->setIcon(valid ? m_services.theme.icon(u"copy"_s, Colour::Accent)
                          : m_services.theme.icon(u"renew"_s, Colour::Accent));
    m_copy->setEnabled(valid || !state.exchanging);
    m_copy->setAccessibleName(valid ? tr("Copy the bearer token") : m_copy->text());
    m_copy->setToolTip(valid ? tr("Copy the bearer token (Ctrl+Shift+C)") : QString());
    m_more->setVisible(valid);
    setAccessibleName(tr("%1 %2").arg(m_kind->text(), time));
    if (valid)
        m_timer.start();
    else
        m_timer.stop();
    update();
}

void TokenPill::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Theme &theme = m_services.theme;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.colour(Colour::Border), 1));
    painter.setBrush(theme.colour(Colour::Surface));
    const QRectF outline = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(outline, outline.height() / 2, outline.height() / 2);

    const QRectF ring = QRectF(leftMargin, (height() - ringSize) / 2.0, ringSize, ringSize).adjusted(3, 3, -3, -3);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.colour(m_failed ? Colour::Danger : Colour::SurfaceAlt), 2.6));
    painter.drawEllipse(ring);
    if (m_share <= 0)
        return;
    painter.setPen(QPen(theme.colour(m_warns ? Colour::Warning : Colour::Success), 2.6, Qt::SolidLine, Qt::RoundCap));
    constexpr int top = 90 * 16; // Qt counts in sixteenths of a degree, against the clock
    painter.drawArc(ring, top, -static_cast<int>(m_share * 360 * 16));
}

} // namespace acx
