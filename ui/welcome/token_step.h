// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tokens/token_broker.h"
#include "ui/app_services.h"

#include <QTimer>
#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace acx {

struct Error;
struct Profile;
class InlineNotice;

/// The third step: the first token of the profile that was added, as the broker has it from then on; what went wrong
/// with it, and what becomes of the key file. Its controls:
/// "copyFirstToken", "goToTokens", "firstCall"; "tokenNotice" with "tokenRetry", "changePlace" and "tokenLater";
/// "onceNotice" with "spendKey" and "keepKeyForLater"; "fileNotice" with "deleteFile" and "keepFile". Labels:
/// "tokenState", "tokenRemaining".
class TokenStep final : public QWidget
{
    Q_OBJECT
public:
    explicit TokenStep(const AppServices &services, QWidget *parent = nullptr);

    void reset();
    /// Whose token it is about from now on, and what the token service is called.
    void follow(const Profile &profile, TokenKind kind, const QString &service);
    [[nodiscard]] const std::optional<TokenNeed> &need() const { return m_need; }
    void showAsking();
    /// The key is good for one exchange: asks before it is spent.
    void askBeforeSpending();
    /// The token that was asked for has come.
    void showArrived();
    void showFailure(const Error &error);
    /// The key is stored and was read back: offers to delete the file that it came from.
    void offerDeletion(const QString &fileName, const QString &storeName);
    void setDeleting(bool deleting);
    void endDeletion();

Q_SIGNALS:
    void copyWanted();
    void goOnWanted();
    void firstCallWanted();
    void tokenWanted();
    void placeWanted();
    void deletionWanted();
    void fileKept();

private:
    [[nodiscard]] QWidget *buildCard();
    void buildNotices();
    /// Looks at the broker's state.
    void refresh();
    void showToken(const Token &token, const QDateTime &now);
    void showNone(bool expired);
    /// Hides a part. The focus does not move on by itself, least of all to the button that deletes the file: it comes
    /// back with what can be done next.
    void hidePart(QWidget &part);
    void giveFocusBack(QWidget &button);

    const AppServices &m_services;
    QLabel *m_title = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_remaining = nullptr;
    QLabel *m_text = nullptr;
    QProgressBar *m_progress = nullptr;
    QWidget *m_buttons = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_retry = nullptr;
    InlineNotice *m_failure;
    InlineNotice *m_once;
    InlineNotice *m_file;
    QPushButton *m_changePlace = nullptr;
    QPushButton *m_delete = nullptr;
    QPushButton *m_keep = nullptr;
    std::optional<TokenNeed> m_need;
    QString m_service;
    bool m_renews = true;
    bool m_mayChangePlace = false;
    bool m_asks = false; ///< the key is not spent yet, as far as is known
    bool m_tookFocus = false;
    QTimer m_second;
};

} // namespace acx
