// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/deployments/token_kind.h"

#include <QList>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QMenu;
class QPushButton;
QT_END_NAMESPACE

namespace acx {

class Theme;

/// What is done with the request: "tokenChoice", "send" or, while it runs, "cancel", "allPages" for a list that pages,
/// and "requestMore" with further commands.
class RequestFoot final : public QWidget
{
    Q_OBJECT
public:
    explicit RequestFoot(const Theme &theme, QWidget *parent = nullptr);

    void setTokenKinds(const QList<TokenKind> &kinds);
    /// See RequestState::tokenChoice. A kind that the profile does not have stays chosen until another is.
    void setTokenChoice(int choice);
    [[nodiscard]] int tokenChoice() const { return m_choice; }
    void setSending(bool sending);
    void setPaged(bool paged);
    /// To the button that sends, or to the one that stops what was sent.
    void focusSend();
    /// While a service wants a pause nothing is sent.
    void setPaused(bool paused);
    /// Opens from the last button.
    [[nodiscard]] QMenu *menu() const { return m_menu; }

Q_SIGNALS:
    void sendWanted();
    void allPagesWanted();
    void cancelWanted();
    void tokenChoiceChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showChoice();
    /// With the shortcut where there is room for it.
    void fitTexts();

    QComboBox *m_token;
    QPushButton *m_send;
    QPushButton *m_cancel;
    QPushButton *m_pages;
    QPushButton *m_more;
    QMenu *m_menu;
    int m_choice;
    bool m_sending = false;
    bool m_paged = false;
};

} // namespace acx
