// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/visible_text.h"

#include <QString>
#include <QTextDocument>

namespace acx {

/// A text for a tool tip that is shown as it is, with its control characters visible: a tool tip takes what looks like
/// markup for markup.
[[nodiscard]] inline QString plainToolTip(const QString &text)
{
    const QString shown = withVisibleControls(text);
    return Qt::mightBeRichText(shown) ? QStringLiteral("<span>%1</span>").arg(shown.toHtmlEscaped()) : shown;
}

} // namespace acx
