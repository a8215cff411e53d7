// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/entry_list.h"

#include "app/base/visible_text.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/inline_notice.h"
#include "ui/widgets/tool_tip.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace acx {

namespace {

constexpr int rowGap = 3; // pixels, above and below each entry
constexpr int mostHeight = 180;

} // namespace

EntryList::EntryList(const Theme &theme, const Names &names, QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_remove(makeButton(tr("Remove"), ButtonKind::Normal, this))
    , m_notice(new InlineNotice(theme, names.notice, this))
    , m_buttons(new QHBoxLayout)
{
    m_list->setObjectName(names.list);
    m_list->setAccessibleName(names.accessible);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setSpacing(rowGap);
    m_remove->setObjectName(names.remove);
    m_buttons->setSpacing(Theme::space(Space::S));
    m_buttons->addWidget(m_remove);
    m_buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::S));
    layout->addWidget(m_list);
    layout->addWidget(m_notice);
    layout->addLayout(m_buttons);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (m_list->currentRow() >= 0)
            Q_EMIT removeWanted(m_list->currentRow());
    });
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { m_remove->setEnabled(row >= 0); });
    setEntries({});
}

QPushButton *EntryList::addButton(const QString &text, const QString &name)
{
    QPushButton *button = makeButton(text, ButtonKind::Normal, this);
    button->setObjectName(name);
    m_buttons->insertWidget(m_buttons->count() - 2, button);
    setTabOrder(button, m_remove);
    return button;
}

void EntryList::setEntries(const QList<Entry> &entries)
{
    m_list->clear();
    m_list->ensurePolished();
    int height = Theme::space(Space::M);
    for (const Entry &entry : entries) {
        auto *item = new QListWidgetItem(withVisibleControls(entry.text), m_list);
        item->setToolTip(plainToolTip(entry.toolTip));
        height += m_list->sizeHintForRow(m_list->count() - 1) + 2 * rowGap;
    }
    m_list->setVisible(!entries.isEmpty());
    m_list->setFixedHeight(std::min(height, mostHeight));
    m_remove->setVisible(!entries.isEmpty());
    m_remove->setEnabled(m_list->currentRow() >= 0);
}

} // namespace acx
