// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRadioButton>

namespace acx {

class Theme;

/// One of several choices as a card with title, description and an optional tag. To keyboard and assistive technology
/// it is a radio button.
class ChoiceCard final : public QRadioButton
{
    Q_OBJECT
public:
    ChoiceCard(const Theme &theme, const QString &title, const QString &description, const QString &tag,
               QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &position) const override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void paintFrame(QPainter &painter) const;
    void paintMark(QPainter &painter, const QRect &line) const;
    /// Returns the width that it took.
    int paintTag(QPainter &painter, const QRect &line) const;

    const Theme &m_theme;
    QString m_title;
    QString m_description;
    QString m_tag;
};

} // namespace acx
