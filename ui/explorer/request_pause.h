// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QString>
#include <QTimer>
#include <QWidget>

#include <chrono>

namespace acx {

class InlineNotice;
class Theme;

/// Counts down the pause that a service asked for: "requestPause" with "sendAnyway". Hidden while there is none.
class RequestPause final : public QWidget
{
    Q_OBJECT
public:
    explicit RequestPause(const Theme &theme, QWidget *parent = nullptr);

    void begin(const QString &host, std::chrono::seconds length);
    void end();
    [[nodiscard]] bool isOn() const { return m_ticking.isActive(); }

Q_SIGNALS:
    /// It began, or it is over.
    void changed();
    /// It was ended by "sendAnyway".
    void sendWanted();

private:
    void tick();

    InlineNotice *m_notice;
    QString m_host;
    QDeadlineTimer m_end;
    QTimer m_ticking;
};

} // namespace acx
