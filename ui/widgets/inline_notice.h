// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/controls.h"
#include "ui/widgets/message_bar.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QVBoxLayout;
QT_END_NAMESPACE

namespace acx {

/// A few sentences within a page, where the person has to decide or should know something before going on. Its colour
/// tells its kind, and so does its heading. Hidden until told otherwise. Parts: `name` + "Title", "Text", "Details".
class InlineNotice final : public QWidget
{
    Q_OBJECT
public:
    InlineNotice(const Theme &theme, const QString &name, QWidget *parent = nullptr);

    /// Shows it. `text` may have several lines.
    void tell(MessageKind kind, const QString &title, const QString &text, const QString &details = {});
    void tell(const Error &error);
    /// A button at its lower end; the caller names it and connects it.
    QPushButton *addButton(const QString &text, ButtonKind kind, const QString &name);
    /// One button below the other, for a narrow place.
    void stackButtons();
    /// Hides it; a focus that lies in it goes to `next`.
    void hideTo(QWidget &next);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;
    /// A widget between text and buttons.
    void addContent(QWidget *widget);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void takeItsHeight();

    const Theme &m_theme;
    MessageKind m_kind = MessageKind::Info;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_more;
    QLabel *m_details;
    QVBoxLayout *m_content;
    QWidget *m_row;
    QHBoxLayout *m_buttons;
};

} // namespace acx
