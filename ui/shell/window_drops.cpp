// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_drops.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int inset = 12; // pixels

QString localFile(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            return url.toLocalFile();
    }
    return {};
}

class DropHint final : public QWidget
{
public:
    DropHint(const Theme &theme, QWidget *window)
        : QWidget(window)
        , m_theme(theme)
    {
        setObjectName(u"dropHint"_s);
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QColor veil = m_theme.colour(Colour::AccentSoft);
        veil.setAlphaF(0.9F);
        painter.fillRect(rect(), veil);
        painter.setPen(QPen(m_theme.colour(Colour::Accent), 2, Qt::DashLine));
        painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 12, 12);
        painter.setFont(m_theme.font(FontRole::Title));
        painter.setPen(m_theme.colour(Colour::Text));
        painter.drawText(rect(), Qt::AlignCenter, WindowDrops::tr("Drop the API key here"));
    }

private:
    const Theme &m_theme;
};

} // namespace

WindowDrops::WindowDrops(const Theme &theme, QWidget *window)
    : QObject(window)
    , m_window(window)
    , m_hint(new DropHint(theme, window))
{
    m_window->setAcceptDrops(true);
    // The application's filter sees the events of every child before the child does.
    QCoreApplication::instance()->installEventFilter(this);
}

bool WindowDrops::takes(const QObject *target, const QMimeData &data) const
{
    if (!localFile(data).isEmpty())
        return true;
    const auto *widget = qobject_cast<const QWidget *>(target);
    const bool takesItself = widget != m_window && widget != nullptr && widget->acceptDrops();
    return data.hasText() && !data.hasUrls() && !takesItself; // a link is no key
}

void WindowDrops::drop(const QMimeData &data)
{
    const QString path = localFile(data);
    if (!path.isEmpty())
        Q_EMIT fileDropped(path);
    else if (const QString text = data.text(); !text.isEmpty())
        Q_EMIT textDropped(text);
}

void WindowDrops::paste(const QMimeData &data)
{
    if (takes(m_window, data))
        drop(data);
}

void WindowDrops::setEnabled(bool enabled)
{
    m_enabled = enabled;
    m_hint->hide();
}

bool WindowDrops::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_enabled)
        return false;
    const QEvent::Type type = event->type();
    if (type != QEvent::DragEnter && type != QEvent::DragMove && type != QEvent::Drop && type != QEvent::DragLeave)
        return false;
    const auto *widget = qobject_cast<QWidget *>(watched);
    if (widget == nullptr || widget->window() != m_window)
        return false;
    if (type == QEvent::DragLeave) {
        if (watched == m_window)
            m_hint->hide();
        return false;
    }
    auto *drag = static_cast<QDropEvent *>(event); // the base of enter and move events as well
    if (drag->source() != nullptr || !takes(watched, *drag->mimeData())) {
        m_hint->hide(); // our own drags stay what they are
        return false;
    }
    drag->setDropAction(Qt::CopyAction); // never a move: the file stays where it is
    drag->accept();
    if (type == QEvent::Drop) {
        m_hint->hide();
        drop(*drag->mimeData());
    } else {
        m_hint->setGeometry(m_window->rect());
        m_hint->show();
        m_hint->raise();
    }
    return true;
}

} // namespace acx
