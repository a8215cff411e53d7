// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rail.h"

#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr QSize buttonSize{52, 50}; // pixels
constexpr int cornerRadius = 8;
constexpr int labelSize = 11;
constexpr int smallestLabel = 9; // pixels

class RailButton final : public QAbstractButton
{
public:
    RailButton(const Theme &theme, const QString &icon, const QString &text, QWidget *parent)
        : QAbstractButton(parent)
        , m_theme(theme)
        , m_icon(icon)
    {
        setText(text);
        setAccessibleName(text);
        setCheckable(true);
        setFixedSize(buttonSize);
        setFocusPolicy(Qt::TabFocus);
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(hasFocus() ? QPen(m_theme.colour(Colour::Accent), 1.5) : QPen(Qt::NoPen));
        if (isChecked())
            painter.setBrush(m_theme.colour(Colour::AccentSoft));
        else if (underMouse())
            painter.setBrush(m_theme.colour(Colour::SurfaceAlt));
        painter.drawRoundedRect(box, cornerRadius, cornerRadius);

        const Colour colour = isChecked() ? Colour::Accent : Colour::TextMuted;
        const int icon = m_theme.size(u"icon"_s);
        m_theme.icon(m_icon, colour).paint(&painter, QRect((width() - icon) / 2, 8, icon, icon));
        QFont font = m_theme.font(FontRole::Small);
        font.setPixelSize(labelSize);
        font.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
        // Some fonts are wide, and so are some languages: a narrower letter reads better than three dots.
        while (font.pixelSize() > smallestLabel && QFontMetrics(font).horizontalAdvance(text()) > width() - 2)
            font.setPixelSize(font.pixelSize() - 1);
        painter.setFont(font);
        painter.setPen(m_theme.colour(colour));
        painter.drawText(QRect(0, 28, width(), 18), Qt::AlignCenter,
                         QFontMetrics(font).elidedText(text(), Qt::ElideRight, width() - 2));
    }

private:
    const Theme &m_theme;
    QString m_icon;
};

} // namespace

QString placeName(Place place)
{
    switch (place) {
    case Place::Explorer:
        return Rail::tr("Explorer");
    case Place::Tokens:
        return Rail::tr("Tokens");
    case Place::Profiles:
        return Rail::tr("Profiles");
    case Place::History:
        return Rail::tr("History");
    case Place::Settings:
        return Rail::tr("Settings");
    case Place::Welcome:
        return Rail::tr("Welcome");
    }
    Q_UNREACHABLE();
    return {};
}

Rail::Rail(const Theme &theme, QWidget *parent)
    : QFrame(parent)
{
    setObjectName(u"rail"_s);
    setFixedWidth(theme.size(u"rail"_s));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, Theme::space(Space::S), 5, Theme::space(Space::S));
    layout->setSpacing(Theme::space(Space::Xs));
    struct Entry
    {
        Place place;
        QString icon;
        QString name;
    };
    const QList<Entry> entries{{Place::Explorer, u"explorer"_s, u"railExplorer"_s},
                               {Place::Tokens, u"tokens"_s, u"railTokens"_s},
                               {Place::Profiles, u"profiles"_s, u"railProfiles"_s},
                               {Place::History, u"history"_s, u"railHistory"_s},
                               {Place::Settings, u"settings"_s, u"railSettings"_s}};
    for (const Entry &entry : entries) {
        if (entry.place == Place::Settings)
            layout->addStretch(1);
        auto *button = new RailButton(theme, entry.icon, placeName(entry.place), this);
        button->setObjectName(entry.name);
        button->setToolTip(tr("%1 (Ctrl+%2)").arg(placeName(entry.place)).arg(static_cast<int>(entry.place) + 1));
        m_group.addButton(button, static_cast<int>(entry.place));
        layout->addWidget(button);
    }
    connect(&m_group, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT chosen(static_cast<Place>(id)); });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Rail::setPlace(Place place)
{
    const Place shown = place == Place::Welcome ? Place::Profiles : place;
    m_group.button(static_cast<int>(shown))->setChecked(true);
}

} // namespace acx
