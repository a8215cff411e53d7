// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVariant>

namespace acx {

/// Makers of the plain widgets that every screen uses. Looks come from the application's style sheet through the
/// dynamic properties set here, so that no screen names a colour. All text is plain text, never rich text.

/// Sets a dynamic property that the style sheet looks at, and draws the widget anew if it changed.
void setStyleProperty(QWidget *widget, const char *name, const QVariant &value);

/// Link: small underlined text inside a line of text. Switch: one of a few small choices side by side, checkable.
enum class ButtonKind { Primary, Normal, Quiet, Danger, Link, Switch };
[[nodiscard]] QPushButton *makeButton(const QString &text, ButtonKind kind, QWidget *parent = nullptr);
/// A button that shows an icon only; `name` is its accessible name and tool tip.
[[nodiscard]] QToolButton *makeIconButton(const Theme &theme, const QString &icon, const QString &name,
                                          QWidget *parent = nullptr);

enum class LabelKind { Title, Heading, Body, Strong, Muted, Small, SmallMuted, Mono };
[[nodiscard]] QLabel *makeLabel(const QString &text, LabelKind kind, QWidget *parent = nullptr);
/// As makeLabel, wrapping over several lines.
[[nodiscard]] QLabel *makeParagraph(const QString &text, LabelKind kind, QWidget *parent = nullptr);

enum class TagKind { Neutral, Success, Warning, Danger, Accent };
/// A rounded tag ("valid", "signature verified").
[[nodiscard]] QLabel *makeTag(const QString &text, TagKind kind, QWidget *parent = nullptr);
void setTag(QLabel *tag, const QString &text, TagKind kind);

/// A surface with border and radius; put a layout into it.
[[nodiscard]] QFrame *makeCard(QWidget *parent = nullptr);
/// A thin horizontal line.
[[nodiscard]] QFrame *makeLine(QWidget *parent = nullptr);

/// A label that shortens its text in the middle or at the end instead of widening its parent; the whole text is its
/// tool tip when shortened.
class ElidedLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent = nullptr, Qt::TextElideMode mode = Qt::ElideRight);
    /// Control characters are made visible.
    void setFullText(const QString &text);
    [[nodiscard]] QString fullText() const { return m_text; }
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Qt::TextElideMode m_mode;
};

} // namespace acx
