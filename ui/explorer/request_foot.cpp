// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/request_foot.h"

#include "app/explorer/request_state.h"
#include "ui/widgets/controls.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int leastSendWidth = 76;  // pixels
constexpr int leastTokenWidth = 96; // pixels
constexpr int moreWidth = 40;       // pixels
constexpr int buttonPadding = 30;   // pixels beside a button's text
constexpr int choicePadding = 44;   // pixels beside the token's text

} // namespace

RequestFoot::RequestFoot(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_token(new QComboBox(this))
    , m_send(makeButton(tr("Send"), ButtonKind::Primary, this))
    , m_cancel(makeButton(tr("Cancel"), ButtonKind::Normal, this))
    , m_pages(makeButton(tr("All pages"), ButtonKind::Normal, this))
    , m_more(makeButton({}, ButtonKind::Normal, this))
    , m_menu(new QMenu(m_more))
    , m_choice(tokenByPath)
{
    m_token->setObjectName(u"tokenChoice"_s);
    m_token->setAccessibleName(tr("Token"));
    m_token->setToolTip(tr("Which token goes with the request"));
    m_token->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_token->setMinimumContentsLength(5);
    m_token->setMinimumWidth(leastTokenWidth);
    m_send->setObjectName(u"send"_s);
    m_send->setToolTip(tr("Sends the request (Ctrl+Enter)"));
    m_send->setAccessibleName(tr("Send"));
    m_cancel->setObjectName(u"cancel"_s);
    m_cancel->setToolTip(tr("Stops it (Esc)"));
    m_cancel->setAccessibleName(tr("Cancel"));
    m_pages->setObjectName(u"allPages"_s);
    m_pages->setToolTip(tr("Gets every page of this list as one answer"));
    m_more->setObjectName(u"requestMore"_s);
    m_more->setAccessibleName(tr("More to do with this request"));
    m_more->setToolTip(m_more->accessibleName());
    m_more->setIcon(theme.icon(u"chevron-down"_s));
    m_more->setMenu(m_menu);
    m_more->setFixedWidth(moreWidth);
    m_menu->setObjectName(u"requestMenu"_s);
    for (QPushButton *button : {m_send, m_cancel}) {
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        button->setMinimumWidth(leastSendWidth);
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::space(Space::S));
    row->addWidget(m_token, 2);
    row->addWidget(m_send, 3);
    row->addWidget(m_cancel, 3);
    row->addWidget(m_pages);
    row->addWidget(m_more);
    connect(m_send, &QPushButton::clicked, this, &RequestFoot::sendWanted);
    connect(m_cancel, &QPushButton::clicked, this, &RequestFoot::cancelWanted);
    connect(m_pages, &QPushButton::clicked, this, &RequestFoot::allPagesWanted);
    connect(m_token, &QComboBox::activated, this, [this] {
        m_choice = m_token->currentData().toInt();
        Q_EMIT tokenChoiceChanged();
    });
    setTokenKinds({});
    setSending(false);
}

void RequestFoot::setTokenKinds(const QList<TokenKind> &kinds)
{
    m_token->clear();
    m_token->addItem(tr("Token by path"), tokenByPath);
    for (const TokenKind kind : kinds)
        m_token->addItem(displayName(kind), static_cast<int>(kind));
    m_token->addItem(tr("No token"), withoutToken);
    showChoice();
    fitTexts();
}

void RequestFoot::setTokenChoice(int choice)
{
    m_choice = choice;
    showChoice();
}

void RequestFoot::showChoice()
{
    if (m_token->findData(m_choice) < 0)
        m_token->addItem(displayName(static_cast<TokenKind>(m_choice)), m_choice);
    m_token->setCurrentIndex(m_token->findData(m_choice));
}

void RequestFoot::setSending(bool sending)
{
    m_sending = sending;
    QPushButton *shown = sending ? m_cancel : m_send;
    QPushButton *hidden = sending ? m_send : m_cancel;
    shown->show();
    // What hides gives the focus away, to wherever the next part is, where Esc may mean something else.
    if (hidden->hasFocus() || (sending && m_pages->hasFocus()))
        focusSend();
    hidden->hide();
    m_pages->setVisible(m_paged && !sending);
    fitTexts();
}

void RequestFoot::focusSend()
{
    (m_sending ? m_cancel : m_send)->setFocus();
}

void RequestFoot::setPaged(bool paged)
{
    m_paged = paged;
    setSending(m_sending);
}

void RequestFoot::setPaused(bool paused)
{
    m_send->setEnabled(!paused);
    m_pages->setEnabled(!paused);
}

void RequestFoot::fitTexts()
{
    layout()->activate();
    const auto fit = [](QPushButton *button, const QString &full, const QString &brief) {
        QFont bold = button->font();
        bold.setWeight(QFont::DemiBold);
        const int wanted = QFontMetrics(bold).horizontalAdvance(full) + buttonPadding;
        button->setText(button->width() >= wanted ? full : brief);
    };
    fit(m_send, tr("Send  Ctrl+↵"), tr("Send"));
    fit(m_cancel, tr("Cancel  Esc"), tr("Cancel"));
    const QString full = tr("Token by path");
    const int wanted = m_token->fontMetrics().horizontalAdvance(full) + choicePadding;
    m_token->setItemText(m_token->findData(tokenByPath), m_token->width() >= wanted ? full : tr("By path"));
}

void RequestFoot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTexts();
}

} // namespace acx
