// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/app_services.h"
#include "ui/screen.h"

namespace acx {

/// Says that this version records nothing of what is sent, so that nobody looks for it or fears it.
class HistoryPage final : public Screen
{
    Q_OBJECT
public:
    explicit HistoryPage(const AppServices &services, QWidget *parent = nullptr);
};

} // namespace acx
