// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QMouseEvent;
class QPlainTextEdit;
QT_END_NAMESPACE

namespace acx {

/// What is dragged out of a window reaches another program past SecretClipboard: without its mark, and for good. So
/// text that may hold a secret is not dragged: a press into the selected text selects anew.
void preventDrags(QPlainTextEdit &edit);
/// Whether this press would begin a drag where it meets selected text.
[[nodiscard]] bool mayBeginDrag(const QMouseEvent &press);

} // namespace acx
