// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/svg_icon_engine.h"
#include "ui/theme/theme_style.h"
#include "ui/theme/theme_values.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QFontDatabase>
#include <QPalette>
#include <QToolTip>

#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

bool isDarkPalette(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

// Names that Qt gives when the desktop tells no font of its own.
bool isStandInFamily(const QString &family)
{
    static const QStringList names{u"Sans Serif"_s, u"Sans"_s, u"Helvetica"_s, u"sans-serif"_s};
    return names.contains(family);
}

QString firstInstalled(const QStringList &families, const QString &otherwise)
{
    for (const QString &family : families) {
        if (QFontDatabase::hasFamily(family))
            return family;
    }
    return otherwise;
}

} // namespace

class Theme::Private
{
public:
    explicit Private(QApplication &app)
        : application(app)
    {}

    void apply();
    void restorePalette();
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QString styleSheet() const;
    [[nodiscard]] bool systemIsDark();

    QApplication &application;
    ThemeValues values = ThemeValues::load();
    ThemeMode mode = ThemeMode::System;
    std::optional<bool> systemDark; ///< told beside the palette
    bool dark = false;
    bool applying = false;
    QString textFamily;
    QString monoFamily;
};

bool Theme::Private::systemIsDark()
{
    if (systemDark)
        return *systemDark;
    // Without a palette of our own in the way, the application's palette is the platform's.
    applying = true;
    QApplication::setPalette(QPalette());
    const bool result = isDarkPalette(QGuiApplication::palette());
    applying = false;
    return result;
}

QPalette Theme::Private::palette() const
{
    const auto c = [this](Colour colour) { return values.colour(colour, dark); };
    QPalette result;
    result.setColor(QPalette::Window, c(Colour::Window));
    result.setColor(QPalette::WindowText, c(Colour::Text));
    result.setColor(QPalette::Base, c(Colour::Surface));
    result.setColor(QPalette::AlternateBase, c(Colour::SurfaceAlt));
    result.setColor(QPalette::ToolTipBase, c(Colour::Surface));
    result.setColor(QPalette::ToolTipText, c(Colour::Text));
    result.setColor(QPalette::PlaceholderText, c(Colour::TextMuted));
    result.setColor(QPalette::Text, c(Colour::Text));
    result.setColor(QPalette::Button, c(Colour::Surface));
    result.setColor(QPalette::ButtonText, c(Colour::Text));
    result.setColor(QPalette::BrightText, c(Colour::Danger));
    result.setColor(QPalette::Light, c(Colour::Surface));
    result.setColor(QPalette::Midlight, c(Colour::SurfaceAlt));
    result.setColor(QPalette::Mid, c(Colour::Border));
    result.setColor(QPalette::Dark, c(Colour::BorderStrong));
    result.setColor(QPalette::Shadow, c(Colour::BorderStrong));
    result.setColor(QPalette::Highlight, c(Colour::Accent));
    result.setColor(QPalette::HighlightedText, c(Colour::AccentText));
    result.setColor(QPalette::Link, c(Colour::Accent));
    result.setColor(QPalette::LinkVisited, c(Colour::Accent));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        result.setColor(QPalette::Disabled, role, c(Colour::TextMuted));
    return result;
}

QString Theme::Private::styleSheet() const
{
    QFile file(u":/theme/style.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The style sheet is missing from the program.");
    QString text = QString::fromUtf8(file.readAll());
    QHash<QString, QString> words = values.words(dark);
    words.insert(u"monoFamily"_s, u'"' + monoFamily + u'"');
    for (const auto &[name, value] : std::as_const(words).asKeyValueRange())
        text.replace(u'@' + name + u'@', value);
    return text;
}

void Theme::Private::restorePalette()
{
    applying = true;
    QApplication::setPalette(palette());
    QToolTip::setPalette(palette());
    applying = false;
}

void Theme::Private::apply()
{
    restorePalette();
    applying = true;
    QFont font(textFamily);
    font.setPixelSize(values.typeSize(u"body"_s));
    QApplication::setFont(font);
    application.setStyleSheet(styleSheet());
    applying = false;
}

Theme::Theme(QApplication &application, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(application))
{
    const QString system = QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    d->textFamily = isStandInFamily(system) ? firstInstalled(d->values.textFamilies(), system) : system;
    d->monoFamily =
        firstInstalled(d->values.monoFamilies(), QFontDatabase::systemFont(QFontDatabase::FixedFont).family());
    QApplication::setStyle(new ThemeStyle(*this));
    d->dark = d->systemIsDark();
    d->apply();
    application.installEventFilter(this);
}

Theme::~Theme()
{
    // The style reads its values here; a program that could not start shows a window after this.
    d->application.setStyleSheet({});
    QApplication::setStyle(u"Fusion"_s);
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    const bool systemChanged = event->type() == QEvent::ThemeChange ||
                               (event->type() == QEvent::ApplicationPaletteChange && watched == &d->application);
    if (systemChanged && !d->applying && d->mode == ThemeMode::System)
        setMode(ThemeMode::System);
    return QObject::eventFilter(watched, event);
}

void Theme::setMode(ThemeMode mode)
{
    d->mode = mode;
    const bool dark = mode == ThemeMode::System ? d->systemIsDark() : mode == ThemeMode::Dark;
    const bool differs = dark != d->dark;
    d->dark = dark;
    if (differs) {
        d->apply();
        Q_EMIT changed();
    } else if (mode == ThemeMode::System) {
        d->restorePalette(); // looking at the system's took it away
    }
}

ThemeMode Theme::mode() const
{
    return d->mode;
}

void Theme::setSystemDark(std::optional<bool> dark)
{
    d->systemDark = dark;
    if (d->mode == ThemeMode::System)
        setMode(ThemeMode::System);
}

bool Theme::isDark() const
{
    return d->dark;
}

QColor Theme::colour(Colour colour) const
{
    return d->values.colour(colour, d->dark);
}

QColor Theme::shadow()
{
    return QColor(0, 0, 0, 80);
}

QFont Theme::font(FontRole role) const
{
    const bool mono = role == FontRole::Mono || role == FontRole::MonoSmall;
    QFont font(mono ? d->monoFamily : d->textFamily);
    const auto set = [&](const QString &size, QFont::Weight weight) {
        font.setPixelSize(d->values.typeSize(size));
        font.setWeight(weight);
    };
    switch (role) {
    case FontRole::Title:
        set(u"title"_s, QFont::DemiBold);
        break;
    case FontRole::Heading:
        set(u"heading"_s, QFont::DemiBold);
        break;
    case FontRole::Body:
        set(u"body"_s, QFont::Normal);
        break;
    case FontRole::Strong:
        set(u"body"_s, QFont::DemiBold);
        break;
    case FontRole::Small:
        set(u"small"_s, QFont::Normal);
        break;
    case FontRole::Mono:
        set(u"mono"_s, QFont::Normal);
        break;
    case FontRole::MonoSmall:
        set(u"tiny"_s, QFont::Normal);
        break;
    }
    return font;
}

int Theme::space(Space step)
{
    switch (step) {
    case Space::Xs:
        return 4;
    case Space::S:
        return 8;
    case Space::M:
        return 12;
    case Space::L:
        return 16;
    case Space::Xl:
        return 24;
    case Space::Xxl:
        return 32;
    }
    Q_UNREACHABLE();
    return 0;
}

int Theme::size(const QString &name) const
{
    return d->values.size(name);
}

int Theme::radius(const QString &name) const
{
    return d->values.radius(name);
}

QIcon Theme::icon(const QString &name, Colour colour) const
{
    return QIcon(new SvgIconEngine(*this, name, colour));
}

QColor Theme::methodColour(const QString &method) const
{
    static const QHash<QString, Colour> colours{{u"GET"_s, Colour::Get},     {u"HEAD"_s, Colour::Get},
                                                {u"POST"_s, Colour::Post},   {u"PUT"_s, Colour::Put},
                                                {u"PATCH"_s, Colour::Patch}, {u"DELETE"_s, Colour::Delete}};
    return colour(colours.value(method.toUpper(), Colour::TextMuted));
}

} // namespace acx
