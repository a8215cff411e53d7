// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/catalog_search.h"

#include "ui/widgets/controls.h"

#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int iconLeft = 10; // pixels
constexpr int iconSize = 16;

bool isEnter(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

} // namespace

CatalogSearch::CatalogSearch(const Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_count(makeLabel({}, LabelKind::SmallMuted, this))
{
    setObjectName(u"catalogSearch"_s);
    setAccessibleName(tr("Search operations"));
    setPlaceholderText(tr("Search operations"));
    m_count->setObjectName(u"catalogCount"_s);
    m_count->setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&theme, &Theme::changed, this, QOverload<>::of(&QWidget::update));
    place();
}

void CatalogSearch::setCount(const QString &text)
{
    m_count->setText(text);
    m_count->setAccessibleName(text);
    place();
}

void CatalogSearch::place()
{
    const QSize size = m_count->sizeHint();
    m_count->setGeometry(width() - size.width() - iconLeft, (height() - size.height()) / 2, size.width(),
                         size.height());
    setTextMargins(iconLeft + iconSize, 0, m_count->text().isEmpty() ? 0 : size.width() + Theme::space(Space::S), 0);
}

void CatalogSearch::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    place();
}

void CatalogSearch::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    m_theme.icon(u"search"_s).paint(&painter, QRect(iconLeft, (height() - iconSize) / 2, iconSize, iconSize));
}

bool CatalogSearch::event(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QLineEdit::event(event);
    // Esc empties the field before it cancels anything elsewhere on the screen, and Ctrl+Enter sends nothing from here.
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool isOwn = isEnter(key) || (key == Qt::Key_Escape && !text().isEmpty());
    if (!isOwn)
        return QLineEdit::event(event);
    event->accept();
    return true;
}

void CatalogSearch::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down)
        Q_EMIT leftDownwards();
    else if (isEnter(event->key()))
        Q_EMIT submitted(event->modifiers().testFlag(Qt::ControlModifier));
    else if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace acx
