// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explorer/source_colours.h"

#include <QString>
#include <Qsci/qsciscintilla.h>

namespace acx {

/// An editor for texts of a few megabytes with line numbers, folding and the theme's colours. Lines keep their ends,
/// and new ones end as the first does, with a line feed in an empty text. Tab leaves it, so that the keyboard is never
/// caught; Ctrl+Enter and Esc are left to the window.
class CodeView final : public QsciScintilla
{
    Q_OBJECT
    Q_PROPERTY(QString plainText READ plainText WRITE setPlainText NOTIFY textChanged)
public:
    explicit CodeView(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QString plainText() const { return text(); }
    /// Forgets what could be undone.
    void setPlainText(const QString &plainText);
    /// The same as one step that can be undone.
    void replaceText(const QString &plainText);
    void setLanguage(SourceLanguage language);
    [[nodiscard]] SourceLanguage language() const { return m_language; }
    /// Shown as long as there is no text.
    void setPlaceholderText(const QString &text);
    /// Puts the cursor there and the focus into the editor; both count from 1.
    void goTo(qint64 line, qint64 column);
    /// Marks these lines (from 1) at the left, and no others.
    void markLines(const QList<qint64> &marked);

Q_SIGNALS:
    /// Ctrl+Enter, where no shortcut of the window took it.
    void submitted();

protected:
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void applyTheme();
    void applyMargins();
    void followLineEnds();

    const Theme &m_theme;
    SourceLanguage m_language = SourceLanguage::Plain;
    QString m_placeholder;
};

} // namespace acx
