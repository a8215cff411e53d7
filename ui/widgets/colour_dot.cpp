// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/colour_dot.h"

#include "app/profiles/profile_service.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int dotSize = 10;    // pixels
constexpr int swatchSize = 28; // pixels
constexpr int swatchDot = 16;  // pixels

/// Every colour that a profile can have, in the order in which they are given out.
QStringList profileColours()
{
    QStringList colours;
    QList<Profile> used;
    for (;;) {
        Profile profile;
        profile.colour = nextProfileColour(used);
        if (colours.contains(profile.colour))
            return colours;
        colours += profile.colour;
        used += profile;
    }
}

/// One colour to choose. The chosen one is marked by a ring, not by its colour alone.
class Swatch final : public QAbstractButton
{
public:
    Swatch(const Theme &theme, const QString &colour, QWidget *parent)
        : QAbstractButton(parent)
        , m_theme(theme)
        , m_colour(colour)
    {
        setCheckable(true);
        setFixedSize(swatchSize, swatchSize);
        setFocusPolicy(Qt::StrongFocus);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF middle((width() - swatchDot) / 2.0, (height() - swatchDot) / 2.0, swatchDot, swatchDot);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(m_colour));
        painter.drawEllipse(middle);
        if (!isChecked() && !hasFocus())
            return;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.colour(isChecked() ? Colour::Text : Colour::BorderStrong), isChecked() ? 2 : 1));
        painter.drawEllipse(QRectF(rect()).adjusted(2, 2, -2, -2));
        if (hasFocus()) {
            painter.setPen(QPen(m_theme.colour(Colour::Accent), 1, Qt::DashLine));
            painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
        }
    }

private:
    const Theme &m_theme;
    QString m_colour;
};

} // namespace

ColourDot::ColourDot(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(dotSize, dotSize);
}

void ColourDot::setColour(const QColor &colour)
{
    m_colour = colour;
    update();
}

void ColourDot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_colour);
    painter.drawEllipse(rect());
}

ColourPicker::ColourPicker(const Theme &theme, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    const QStringList colours = profileColours();
    for (int i = 0; i < colours.size(); ++i) {
        auto *swatch = new Swatch(theme, colours[i], this);
        swatch->setObjectName(u"profileColour%1"_s.arg(i));
        swatch->setAccessibleName(tr("Colour %1 of %2").arg(i + 1).arg(colours.size()));
        swatch->setToolTip(swatch->accessibleName());
        swatch->setProperty("colour", colours[i]);
        m_group.addButton(swatch, i);
        layout->addWidget(swatch);
    }
    layout->addStretch(1);
    connect(&m_group, &QButtonGroup::buttonToggled, this, [this](QAbstractButton *button, bool on) {
        const QString colour = button->property("colour").toString();
        if (!on || colour == m_colour)
            return;
        m_colour = colour;
        Q_EMIT changed();
    });
    connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
}

QString ColourPicker::colour() const
{
    return m_colour;
}

void ColourPicker::setColour(const QString &colour)
{
    m_colour = colour;
    const QList<QAbstractButton *> buttons = m_group.buttons();
    m_group.setExclusive(false);
    for (QAbstractButton *button : buttons)
        button->setChecked(button->property("colour").toString().compare(colour, Qt::CaseInsensitive) == 0);
    m_group.setExclusive(true);
}

} // namespace acx
