// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace acx {

class Theme;

/// A text field that can tell, in muted text behind what was typed, what the value stands for ("acme  Acme Ltd"), and
/// can have a button that opens its offers (object name of the field + "Offers").
class ParameterLine final : public QLineEdit
{
    Q_OBJECT
public:
    ParameterLine(const Theme &theme, const QString &name, QWidget *parent = nullptr);

    /// Empty = none. Typing takes it away.
    void setNote(const QString &note);
    [[nodiscard]] QString note() const { return m_note; }
    /// Shows the button.
    void setHasOffers(bool has);
    [[nodiscard]] bool hasOffers() const { return m_offers != nullptr; }

Q_SIGNALS:
    /// The button, a click into the field, or the Down key.
    void offersWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    const Theme &m_theme;
    QString m_note;
    QAction *m_offers = nullptr;
};

} // namespace acx
