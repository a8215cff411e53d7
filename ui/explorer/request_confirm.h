// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace acx {

class InlineNotice;
class Theme;

/// Asks for the name of what a request would remove: "deleteNotice" with "deleteName", "deleteConfirm" and
/// "deleteKeep". Hidden until asked.
class RequestConfirm final : public QWidget
{
    Q_OBJECT
public:
    explicit RequestConfirm(const Theme &theme, QWidget *parent = nullptr);

    /// `deed`: the operation's title, or empty for a DELETE that belongs to none. `name`: what has to be typed.
    void ask(const QString &deed, const QString &name);

Q_SIGNALS:
    void confirmed();

private:
    void confirm();

    InlineNotice *m_notice;
    QLineEdit *m_typed;
    QPushButton *m_do;
    QPushButton *m_keep;
    QString m_name;
};

} // namespace acx
