// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace acx {

/// What a person is asked before an exchange that may use up the API key.
class SpendQuestion final
{
    Q_DECLARE_TR_FUNCTIONS(acx::SpendQuestion)

public:
    SpendQuestion() = delete;
    [[nodiscard]] static QString title() { return tr("This key may be used only once"); }
    [[nodiscard]] static QString text()
    {
        return tr("Asking for the token now spends it. The token cannot be renewed afterwards; you would need a new "
                  "key.");
    }
    [[nodiscard]] static QString yes() { return tr("Use the key now"); }
    [[nodiscard]] static QString no() { return tr("Not now"); }
};

} // namespace acx
