// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QButtonGroup>
#include <QColor>
#include <QWidget>

namespace acx {

class Theme;

/// The coloured dot of a profile.
class ColourDot final : public QWidget
{
    Q_OBJECT
public:
    explicit ColourDot(QWidget *parent = nullptr);
    void setColour(const QColor &colour);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_colour;
};

/// Chooses one of the profile colours. Its dots are named "profileColour0" and so on.
class ColourPicker final : public QWidget
{
    Q_OBJECT
public:
    explicit ColourPicker(const Theme &theme, QWidget *parent = nullptr);
    /// "#rrggbb"
    [[nodiscard]] QString colour() const;
    void setColour(const QString &colour);

Q_SIGNALS:
    void changed();

private:
    QButtonGroup m_group;
    QString m_colour;
};

} // namespace acx
