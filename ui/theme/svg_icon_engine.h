// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QIconEngine>

namespace acx {

/// Draws resources/icons/<name>.svg with `currentColor` replaced by a theme colour at the moment of drawing, so that an
/// icon follows the theme without being set again.
class SvgIconEngine final : public QIconEngine
{
public:
    SvgIconEngine(const Theme &theme, QString name, Colour colour);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    [[nodiscard]] QIconEngine *clone() const override;

private:
    const Theme &m_theme;
    QString m_name;
    Colour m_colour;
};

} // namespace acx
