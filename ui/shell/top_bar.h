// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/app_services.h"
#include "ui/shell/profile_switcher.h"
#include "ui/shell/token_pill.h"

#include <QFrame>

namespace acx {

/// Profile switcher, token pill and the search field that opens the command palette ("paletteButton").
class TopBar final : public QFrame
{
    Q_OBJECT
public:
    TopBar(const AppServices &services, TokenCopier &copier, QWidget *parent = nullptr);
    [[nodiscard]] ProfileSwitcher &switcher() { return *m_switcher; }

Q_SIGNALS:
    void paletteWanted();

private:
    ProfileSwitcher *m_switcher;
};

} // namespace acx
