// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/app_services.h"
#include "ui/tokens/token_copier.h"

#include <QFrame>
#include <QMenu>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QToolButton;
QT_END_NAMESPACE

namespace acx {

/// The usual token of the current profile: a ring that drains with the remaining life, the time left, its kind, Copy
/// and the other forms. Object name "tokenPill"; parts: "pillTime", "pillKind", "pillCopy", "pillMenuButton",
/// "pillMenu".
class TokenPill final : public QFrame
{
    Q_OBJECT
public:
    TokenPill(const AppServices &services, TokenCopier &copier, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void act();

    const AppServices m_services;
    TokenCopier &m_copier;
    QLabel *m_time;
    QLabel *m_kind;
    QPushButton *m_copy;
    QToolButton *m_more;
    QMenu m_menu;
    QTimer m_timer;
    double m_share = 0; ///< of the lifetime that is left
    bool m_warns = false;
    bool m_failed = false;
};

/// "47:12", "7:59:58", "0:00"
[[nodiscard]] QString clockText(std::chrono::seconds time);

} // namespace acx
