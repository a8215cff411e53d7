// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace acx {

class InlineNotice;
class Theme;

/// Asks for a word before all entries go: "clearNotice" with "clearWord", "clearConfirm" and "clearKeep". Hidden until
/// asked.
class ClearQuestion final : public QWidget
{
    Q_OBJECT
public:
    explicit ClearQuestion(const Theme &theme, QWidget *parent = nullptr);

    /// `count`: how many entries there are.
    void ask(qint64 count);

Q_SIGNALS:
    void confirmed();

private:
    void close();

    InlineNotice *m_notice;
    QLineEdit *m_word;
    QPushButton *m_confirm;
};

} // namespace acx
