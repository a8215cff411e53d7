// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/header_table.h"

#include "app/http/redactor.h"
#include "ui/explorer/body_text.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr int nameWidth = 170; // pixels
constexpr int lineHeight = 28; // pixels

} // namespace

HeaderTable::HeaderTable(const Theme &theme, QWidget *parent)
    : QTableWidget(0, 2, parent)
    , m_theme(theme)
{
    setObjectName(u"answerHeaders"_s);
    setAccessibleName(tr("Headers of the answer"));
    setHorizontalHeaderLabels({tr("Name"), tr("Value")});
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->resizeSection(0, nameWidth);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(lineHeight);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setProperty("view", true);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setTabKeyNavigation(false);
    connect(&theme, &Theme::changed, this, &HeaderTable::applyTheme);
    connect(this, &QTableWidget::cellDoubleClicked, this, [this](int row) { openRow(row, false); });
}

void HeaderTable::setLinkRule(LinkRule rule)
{
    m_linkRule = std::move(rule);
}

void HeaderTable::addRow(const QString &name, const QString &value, const std::optional<AnswerLink> &link)
{
    const int row = rowCount();
    insertRow(row);
    setItem(row, 0, new QTableWidgetItem(name));
    setItem(row, 1, new QTableWidgetItem(value));
    if (link)
        m_links.insert(row, *link);
}

void HeaderTable::setHeaders(const HttpHeaders &headers, const QUrl &answerUrl)
{
    m_links.clear();
    setRowCount(0);
    const HttpHeaders shown = Redactor().headers(headers);
    for (const HttpHeader &header : shown) {
        addRow(withVisibleControls(QString::fromLatin1(header.name)),
               withVisibleControls(QString::fromUtf8(header.value)), std::nullopt);
        const QList<HeaderLink> links = headerLinks({header}, answerUrl);
        for (const HeaderLink &link : links) {
            const QString url = link.url.toString(QUrl::FullyEncoded);
            if (const auto target = m_linkRule ? m_linkRule(u"href"_s, url) : std::nullopt)
                addRow(u"→ "_s + withVisibleControls(link.relation), url, target);
        }
    }
    applyTheme();
}

void HeaderTable::applyTheme()
{
    for (int row = 0; row < rowCount(); ++row) {
        const bool isLink = m_links.contains(row);
        QFont font = m_theme.font(FontRole::Mono);
        item(row, 0)->setFont(font);
        item(row, 0)->setForeground(m_theme.colour(isLink ? Colour::TextMuted : Colour::Accent));
        font.setUnderline(isLink);
        item(row, 1)->setFont(font);
        item(row, 1)->setForeground(m_theme.colour(isLink ? Colour::Accent : Colour::Text));
    }
}

QString HeaderTable::lineOf(int row) const
{
    return item(row, 0)->text() + ": "_L1 + item(row, 1)->text();
}

QString HeaderTable::plainText() const
{
    QString text;
    for (int row = 0; row < rowCount(); ++row) {
        if (!m_links.contains(row))
            text += lineOf(row) + u'\n';
    }
    return text;
}

void HeaderTable::copySelected()
{
    QStringList lines;
    for (int row = 0; row < rowCount(); ++row) {
        if (item(row, 0)->isSelected())
            lines += lineOf(row);
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void HeaderTable::openRow(int row, bool newTab)
{
    if (const auto link = m_links.constFind(row); link != m_links.constEnd())
        Q_EMIT linkChosen(*link, newTab);
}

void HeaderTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copySelected();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        openRow(currentRow(), event->modifiers().testFlag(Qt::ShiftModifier));
    else
        QTableWidget::keyPressEvent(event);
}

void HeaderTable::mouseReleaseEvent(QMouseEvent *event)
{
    QTableWidget::mouseReleaseEvent(event);
    const QTableWidgetItem *under = itemAt(event->pos());
    const bool newTab = event->button() == Qt::MiddleButton || event->modifiers().testFlag(Qt::ControlModifier);
    if (under && under->column() == 1 && newTab)
        openRow(under->row(), true);
}

void HeaderTable::contextMenuEvent(QContextMenuEvent *event)
{
    const int row = currentRow();
    if (row < 0)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_links.contains(row)) {
        connect(menu->addAction(tr("Open link")), &QAction::triggered, this, [this, row] { openRow(row, false); });
        connect(menu->addAction(tr("Open link in a new tab")), &QAction::triggered, this,
                [this, row] { openRow(row, true); });
    }
    connect(menu->addAction(tr("Copy value")), &QAction::triggered, this,
            [this, row] { QGuiApplication::clipboard()->setText(item(row, 1)->text()); });
    connect(menu->addAction(tr("Copy line")), &QAction::triggered, this, &HeaderTable::copySelected);
    connect(menu->addAction(tr("Copy all")), &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(plainText()); });
    menu->popup(event->globalPos());
}

} // namespace acx
