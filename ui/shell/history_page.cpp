// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history_page.h"

#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/page.h"

#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

HistoryPage::HistoryPage(const AppServices &services, QWidget *parent)
    : Screen(parent)
{
    constexpr int iconSize = 36;   // pixels
    constexpr int textWidth = 420; // pixels
    auto *column = new QWidget;
    auto *icon = makeLabel({}, LabelKind::Body, column);
    icon->setAlignment(Qt::AlignCenter);
    const Theme &theme = services.theme;
    const auto draw = [icon, &theme] {
        icon->setPixmap(
            theme.icon(u"history"_s, Colour::Accent).pixmap(QSize(iconSize, iconSize), icon->devicePixelRatioF()));
    };
    draw();
    connect(&theme, &Theme::changed, this, draw);
    QLabel *title = makeLabel(tr("Nothing is recorded"), LabelKind::Heading, column);
    title->setAlignment(Qt::AlignCenter);
    QLabel *text =
        makeParagraph(tr("This version keeps no record of the requests you send: what you see in the Explorer "
                         "is gone when you send the next one or close the window."),
                      LabelKind::Muted, column);
    text->setObjectName(u"historyText"_s);
    text->setAlignment(Qt::AlignCenter);
    QPushButton *go = makeButton(tr("Go to the Explorer"), ButtonKind::Normal, column);
    go->setObjectName(u"historyGoExplorer"_s);
    connect(go, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Place::Explorer); });
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::S));
    layout->addWidget(icon);
    layout->addWidget(title);
    layout->addWidget(text);
    layout->addSpacing(Theme::space(Space::S));
    layout->addWidget(go, 0, Qt::AlignHCenter);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(makePage(column, textWidth, PageAlignment::Middle, this));
}

} // namespace acx
