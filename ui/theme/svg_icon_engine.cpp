// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/svg_icon_engine.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

SvgIconEngine::SvgIconEngine(const Theme &theme, QString name, Colour colour)
    : m_theme(theme)
    , m_name(std::move(name))
    , m_colour(colour)
{}

void SvgIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal scale = painter->device() == nullptr ? 1.0 : painter->device()->devicePixelRatio();
    painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, scale));
}

QPixmap SvgIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap SvgIconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale)
{
    Q_UNUSED(state)
    Q_UNUSED(scale)
    const QColor colour = m_theme.colour(mode == QIcon::Disabled ? Colour::BorderStrong : m_colour);
    const QString key = u"acx/%1/%2/%3x%4"_s.arg(m_name, colour.name()).arg(size.width()).arg(size.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(u":/icons/%1.svg"_s.arg(m_name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("There is no icon named %s.", qPrintable(m_name));
    QSvgRenderer renderer(file.readAll().replace("currentColor", colour.name().toLatin1()));
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIconEngine *SvgIconEngine::clone() const
{
    return new SvgIconEngine(m_theme, m_name, m_colour);
}

} // namespace acx
