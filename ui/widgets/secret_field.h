// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace acx {

/// A masked line with a button that shows its text. Shown text hides itself again after some seconds and when the field
/// is left; nothing in it can be selected while shown, so it reaches neither the clipboard nor the primary selection.
class SecretField final : public QWidget
{
    Q_OBJECT
public:
    /// `name` is the object name of the line; the button's is `name` + "Show".
    explicit SecretField(const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] Secret secret() const;
    [[nodiscard]] bool isEmpty() const;
    /// Forgets the text, its undo history included.
    void clear();
    void setPlaceholderText(const QString &text);
    [[nodiscard]] QLineEdit *line() const { return m_line; }

Q_SIGNALS:
    void changed();
    void submitted();

protected:
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setShown(bool shown);

    QLineEdit *m_line;
    QPushButton *m_show;
    QTimer m_hideAgain;
};

} // namespace acx
