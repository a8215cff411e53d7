// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/deployments/token_kind.h"
#include "ui/app_services.h"

#include <QFrame>

namespace acx {

/// Why the current profile has no token of this kind. Object name "unusedToken-apiconnect" and so on.
class UnusedTokenCard final : public QFrame
{
    Q_OBJECT
public:
    UnusedTokenCard(const AppServices &services, TokenKind kind, QWidget *parent = nullptr);

Q_SIGNALS:
    /// "Add client…": to the profile's settings.
    void profileWanted();
};

} // namespace acx
