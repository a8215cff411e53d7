// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history_page.h"

#include "ui/theme/theme.h"
#include "ui/widgets/controls.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

HistoryPage::HistoryPage(const AppServices &services, QWidget *parent)
    : Screen(parent)
{
    constexpr int iconSize = 36;   // pixels
    constexpr int textWidth = 420; // pixels
    auto *icon = makeLabel({}, LabelKind::Body, this);
    icon->setAlignment(Qt::AlignCenter);
    const Theme &theme = services.theme;
    const auto draw = [icon, &theme] {
        icon->setPixmap(
            theme.icon(u"history"_s, Colour::Accent).pixmap(QSize(iconSize, iconSize), icon->devicePixelRatioF()));
    };
    draw();
    connect(&theme, &Theme::changed, this, draw);
    QLabel *title = makeLabel(tr("Nothing is recorded"), LabelKind::Heading, this);
    title->setAlignment(Qt::AlignCenter);
    QLabel *text =
        makeParagraph(tr("This version keeps no record of the requests you send: what you see in the Explorer "
                         "is gone when you send the next one or close the window."),
                      LabelKind::Muted, this);
    text->setAlignment(Qt::AlignCenter);
    text->setFixedWidth(textWidth);
    QPushButton *go = makeButton(tr("Go to the Explorer"), ButtonKind::Normal, this);
    go->setObjectName(u"historyGoExplorer"_s);
    connect(go, &QPushButton::clicked, this, [this] { Q_EMIT goTo(Place::Explorer); });
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(icon, 0, Qt::AlignHCenter);
    layout->addSpacing(Theme::space(Space::S));
    layout->addWidget(title, 0, Qt::AlignHCenter);
    layout->addWidget(text, 0, Qt::AlignHCenter);
    layout->addSpacing(Theme::space(Space::L));
    layout->addWidget(go, 0, Qt::AlignHCenter);
    layout->addStretch(3);
}

} // namespace acx
