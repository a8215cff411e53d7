// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QHash>
#include <QStringList>

namespace acx {

/// The numbers and colours of resources/theme.json. A value that is missing there ends the program at its start,
/// because the file is part of it.
class ThemeValues final
{
public:
    [[nodiscard]] static ThemeValues load();

    [[nodiscard]] QColor colour(Colour colour, bool dark) const;
    [[nodiscard]] int size(const QString &name) const;
    [[nodiscard]] int radius(const QString &name) const;
    [[nodiscard]] int typeSize(const QString &name) const;
    [[nodiscard]] QStringList textFamilies() const { return m_textFamilies; }
    [[nodiscard]] QStringList monoFamilies() const { return m_monoFamilies; }
    /// What the style sheet names between two @.
    [[nodiscard]] QHash<QString, QString> words(bool dark) const;

private:
    QHash<Colour, QColor> m_light;
    QHash<Colour, QColor> m_dark;
    QHash<QString, int> m_sizes;
    QHash<QString, int> m_radii;
    QHash<QString, int> m_types;
    QStringList m_textFamilies;
    QStringList m_monoFamilies;
};

/// As theme.json spells it.
[[nodiscard]] QString colourName(Colour colour);
[[nodiscard]] QList<Colour> allColours();

} // namespace acx
