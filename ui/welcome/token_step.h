// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tokens/token.h"
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
class InlineNotice;

/// The third step: the first token, what went wrong with it, and what becomes of the key file. Its controls:
/// "copyFirstToken", "goToTokens", "firstCall"; "tokenNotice" with "tokenRetry", "changePlace" and "tokenLater";
/// "onceNotice" with "spendKey" and "keepKeyForLater"; "fileNotice" with "deleteFile" and "keepFile". Labels:
/// "tokenState", "tokenRemaining".
class TokenStep final : public QWidget
{
    Q_OBJECT
public:
    explicit TokenStep(const AppServices &services, QWidget *parent = nullptr);

    void reset();
    void showAsking(const QString &service);
    /// The key is good for one exchange: asks before it is spent.
    void askBeforeSpending();
    void showToken(const Token &token);
    void showFailure(const Error &error, bool mayChangePlace);
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
    void showRemaining();

    const AppServices &m_services;
    QLabel *m_title = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_remaining = nullptr;
    QLabel *m_text = nullptr;
    QProgressBar *m_progress = nullptr;
    QWidget *m_buttons = nullptr;
    QPushButton *m_copy = nullptr;
    InlineNotice *m_failure;
    InlineNotice *m_once;
    InlineNotice *m_file;
    QPushButton *m_changePlace = nullptr;
    QPushButton *m_delete = nullptr;
    QPushButton *m_keep = nullptr;
    std::optional<Token> m_token;
    QTimer m_second;
};

} // namespace acx
