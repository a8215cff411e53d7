// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tokens/token.h"

#include <QWidget>

#include <optional>

namespace acx {

class Theme;

/// A token's life as a line: issued, now, renews, expires.
class TokenTimeLine final : public QWidget
{
    Q_OBJECT
public:
    explicit TokenTimeLine(const Theme &theme, QWidget *parent = nullptr);
    void setToken(const Token &token, const QDateTime &now, bool isRenewed);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] double share(const QDateTime &time) const;
    void paintBar(QPainter &painter) const;
    void paintLabels(QPainter &painter) const;
    void paintRenewal(QPainter &painter, double left, double right) const;

    const Theme &m_theme;
    QDateTime m_issued;
    QDateTime m_renews; ///< invalid: never
    QDateTime m_expires;
    QDateTime m_now;
};

/// "21:40:11", with the date if it is not today.
[[nodiscard]] QString shortTime(const QDateTime &time, const QDateTime &now);

} // namespace acx
