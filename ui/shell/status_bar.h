// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/app_services.h"

#include <QFrame>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace acx {

/// The line at the lower end: at the left the countdown of the clipboard, else what the screen has to say; at the right
/// how much the history holds and the calls of token services in this hour, else the version. Parts: "statusLeft", "statusRight".
class StatusBar final : public QFrame
{
    Q_OBJECT
public:
    explicit StatusBar(const AppServices &services, QWidget *parent = nullptr);
    void setText(const QString &text);

private:
    void refresh();

    const AppServices m_services;
    QString m_text;
    QLabel *m_left;
    QLabel *m_right;
    QTimer m_timer;
};

} // namespace acx
