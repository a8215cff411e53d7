// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/page.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

QScrollArea *makePage(QWidget *column, int width, PageAlignment alignment, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    auto *page = new QWidget;
    page->setObjectName(u"scrolled"_s);
    column->setParent(page);
    column->setMaximumWidth(width);
    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(column, 1000);
    across->addStretch(1);
    auto *layout = new QVBoxLayout(page);
    const int margin = Theme::space(Space::Xl);
    layout->setContentsMargins(margin, margin, margin, margin);
    if (alignment == PageAlignment::Middle)
        layout->addStretch(1);
    layout->addLayout(across);
    layout->addStretch(1);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(page);
    return area;
}

} // namespace acx
