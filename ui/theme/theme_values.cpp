// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme_values.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QHash<Colour, QColor> readColours(const QJsonObject &object)
{
    QHash<Colour, QColor> result;
    for (const Colour colour : allColours()) {
        const QColor value(object[colourName(colour)].toString());
        if (!value.isValid())
            qFatal("theme.json lacks the colour %s.", qPrintable(colourName(colour)));
        result.insert(colour, value);
    }
    return result;
}

QHash<QString, int> readNumbers(const QJsonObject &object)
{
    QHash<QString, int> result;
    for (auto it = object.begin(); it != object.end(); ++it)
        result.insert(it.key(), it.value().toInt());
    return result;
}

QStringList readTexts(const QJsonArray &array)
{
    QStringList result;
    for (const auto &value : array)
        result.append(value.toString());
    return result;
}

int known(const QHash<QString, int> &numbers, const QString &name)
{
    const auto found = numbers.constFind(name);
    if (found == numbers.cend())
        qFatal("theme.json lacks the number %s.", qPrintable(name));
    return *found;
}

} // namespace

QString colourName(Colour colour)
{
    switch (colour) {
    case Colour::Window:
        return u"window"_s;
    case Colour::Surface:
        return u"surface"_s;
    case Colour::SurfaceAlt:
        return u"surfaceAlt"_s;
    case Colour::Border:
        return u"border"_s;
    case Colour::BorderStrong:
        return u"borderStrong"_s;
    case Colour::Text:
        return u"text"_s;
    case Colour::TextMuted:
        return u"textMuted"_s;
    case Colour::Accent:
        return u"accent"_s;
    case Colour::AccentText:
        return u"accentText"_s;
    case Colour::AccentSoft:
        return u"accentSoft"_s;
    case Colour::Success:
        return u"success"_s;
    case Colour::SuccessSoft:
        return u"successSoft"_s;
    case Colour::Warning:
        return u"warning"_s;
    case Colour::WarningSoft:
        return u"warningSoft"_s;
    case Colour::Danger:
        return u"danger"_s;
    case Colour::DangerSoft:
        return u"dangerSoft"_s;
    case Colour::Get:
        return u"get"_s;
    case Colour::Post:
        return u"post"_s;
    case Colour::Put:
        return u"put"_s;
    case Colour::Patch:
        return u"patch"_s;
    case Colour::Delete:
        return u"delete"_s;
    }
    Q_UNREACHABLE();
    return {};
}

QList<Colour> allColours()
{
    QList<Colour> result;
    for (int i = 0; i <= static_cast<int>(Colour::Delete); ++i)
        result.append(static_cast<Colour>(i));
    return result;
}

ThemeValues ThemeValues::load()
{
    QFile file(u":/theme/theme.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("theme.json is missing from the program.");
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    ThemeValues result;
    result.m_light = readColours(root["light"_L1].toObject());
    result.m_dark = readColours(root["dark"_L1].toObject());
    result.m_sizes = readNumbers(root["size"_L1].toObject());
    result.m_radii = readNumbers(root["radius"_L1].toObject());
    result.m_types = readNumbers(root["type"_L1].toObject());
    const QJsonObject families = root["families"_L1].toObject();
    result.m_textFamilies = readTexts(families["text"_L1].toArray());
    result.m_monoFamilies = readTexts(families["mono"_L1].toArray());
    return result;
}

QColor ThemeValues::colour(Colour colour, bool dark) const
{
    return dark ? m_dark.value(colour) : m_light.value(colour);
}

int ThemeValues::size(const QString &name) const
{
    return known(m_sizes, name);
}

int ThemeValues::radius(const QString &name) const
{
    return known(m_radii, name);
}

int ThemeValues::typeSize(const QString &name) const
{
    return known(m_types, name);
}

QHash<QString, QString> ThemeValues::words(bool dark) const
{
    QHash<QString, QString> result;
    for (const Colour each : allColours())
        result.insert(colourName(each), colour(each, dark).name());
    const QColor accent = colour(Colour::Accent, dark);
    result.insert(u"accentHover"_s, (dark ? accent.lighter(108) : accent.darker(112)).name());
    result.insert(u"accentPressed"_s, accent.darker(dark ? 112 : 125).name());
    for (auto type = m_types.keyBegin(); type != m_types.keyEnd(); ++type)
        result.insert(*type, QString::number(typeSize(*type)));
    result.insert(u"control"_s, QString::number(size(u"control"_s)));
    result.insert(u"controlRadius"_s, QString::number(radius(u"control"_s)));
    result.insert(u"cardRadius"_s, QString::number(radius(u"card"_s)));
    return result;
}

} // namespace acx
