// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/card_question.h"

#include "ui/tokens/spend_question.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

CardQuestion::CardQuestion(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_spend(new InlineNotice(theme, u"cardQuestion"_s, this))
    , m_forget(new InlineNotice(theme, u"cardLossQuestion"_s, this))
{
    connect(m_spend->addButton(SpendQuestion::yes(), ButtonKind::Normal, u"cardSpend"_s), &QPushButton::clicked, this,
            &CardQuestion::mayBeSpent);
    connect(m_spend->addButton(SpendQuestion::no(), ButtonKind::Quiet, u"cardKeep"_s), &QPushButton::clicked, this,
            &CardQuestion::declined);
    connect(m_forget->addButton(tr("Forget it for good"), ButtonKind::Normal, u"cardForgetAnyway"_s),
            &QPushButton::clicked, this, &CardQuestion::mayBeForgotten);
    connect(m_forget->addButton(tr("Keep the token"), ButtonKind::Quiet, u"cardKeepToken"_s), &QPushButton::clicked,
            this, &CardQuestion::declined);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_spend);
    layout->addWidget(m_forget);
    hide();
}

void CardQuestion::ask(InlineNotice &wanted, InlineNotice &other, const QString &title, const QString &text)
{
    other.hide();
    show();
    wanted.tell(MessageKind::Warning, title, text);
}

void CardQuestion::askToSpend()
{
    ask(*m_spend, *m_forget, SpendQuestion::title(), SpendQuestion::text());
}

void CardQuestion::askToForget()
{
    ask(*m_forget, *m_spend, tr("This token cannot be had again"),
        tr("Its key may be used only once, and has been. Once forgotten, only a new key brings a new token."));
}

void CardQuestion::end(QWidget &next)
{
    m_spend->hideTo(next);
    m_forget->hideTo(next);
    hide();
}

} // namespace acx
