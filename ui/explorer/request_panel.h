// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/request_draft.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;
QT_END_NAMESPACE

namespace acx {

class InlineNotice;
class Theme;

/// The request as the person writes it. Its controls: "method", "target", "quickStart0" …, "requestTabs" with
/// "requestHeaders" and "requestBody", "tokenChoice", "send", "cancel", "requestNotice"; "deleteNotice" with
/// "deleteName", "deleteConfirm" and "deleteKeep".
class RequestPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit RequestPanel(const Theme &theme, QWidget *parent = nullptr);

    /// InvalidInput when a header line cannot be read.
    [[nodiscard]] Result<RequestDraft> draft() const;
    void setTarget(const QByteArray &method, const QString &target);
    void setTokenKinds(const QList<TokenKind> &kinds);
    void setQuickStarts(const QStringList &paths);
    /// The API host under which a path goes out.
    void setHost(const QString &host);
    void setSending(bool sending);
    void showError(const Error &error);
    void clearNotices();
    /// Asks for the name of what a DELETE removes; deletionConfirmed() follows.
    void askBeforeDelete(const QString &name);
    void focusTarget();

Q_SIGNALS:
    void sendWanted();
    void cancelWanted();
    void deletionConfirmed();

protected:
    /// Ctrl+Enter in a text field, which would take it for a line end of its own.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QHBoxLayout *buildLine();
    [[nodiscard]] QWidget *buildTabs();
    [[nodiscard]] QHBoxLayout *buildFoot();
    void buildDeleteNotice(const Theme &theme);

    QComboBox *m_method = nullptr;
    QLineEdit *m_target = nullptr;
    QLabel *m_host = nullptr;
    QHBoxLayout *m_quick = nullptr;
    QTabWidget *m_tabs = nullptr;
    QPlainTextEdit *m_headers = nullptr;
    QPlainTextEdit *m_body = nullptr;
    QComboBox *m_token = nullptr;
    QPushButton *m_send = nullptr;
    QPushButton *m_cancel = nullptr;
    InlineNotice *m_notice;
    InlineNotice *m_delete = nullptr;
    QLineEdit *m_deleteName = nullptr;
    QString m_nameToType;
};

} // namespace acx
