// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/message_bar.h"

#include <QWidget>

namespace acx {

/// The five places of the left rail, in their order (Ctrl+1 … Ctrl+5), and the welcome screen, which the Profiles place
/// shows as long as there is no profile.
enum class Place { Explorer, Tokens, Profiles, History, Settings, Welcome };

/// A page of the window. Built when first shown.
class Screen : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    /// Called each time the screen comes to the front; sets the focus where work begins.
    virtual void activate() {}

Q_SIGNALS:
    void message(const acx::Message &message);
    void clearMessage();
    void goTo(acx::Place place);
    /// The short text at the left of the status bar.
    void statusText(const QString &text);
};

} // namespace acx
