// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/inline_notice.h"

namespace acx {

/// What a token's card asks before something that cannot be taken back. Hidden while nothing is asked. Parts:
/// "cardQuestion" with "cardSpend" and "cardKeep", "cardLossQuestion" with "cardForgetAnyway" and "cardKeepToken".
class CardQuestion final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CardQuestion)

public:
    explicit CardQuestion(const Theme &theme, QWidget *parent = nullptr);

    /// Before an exchange that may use up the key.
    void askToSpend();
    /// Before the token of such a key is dropped.
    void askToForget();
    /// Asks no more; a focus that lies in it goes to `next`.
    void end(QWidget &next);

Q_SIGNALS:
    void mayBeSpent();
    void mayBeForgotten();
    void declined();

private:
    void ask(InlineNotice &wanted, InlineNotice &other, const QString &title, const QString &text);

    InlineNotice *m_spend;
    InlineNotice *m_forget;
};

} // namespace acx
