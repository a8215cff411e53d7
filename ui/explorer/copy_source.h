// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/clipboard_guard.h"

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace acx {

/// What is copied from this widget is a part of: the text of an editor or a line, and, in any view of an answer, its
/// body. A field that takes a secret parameter is one as a whole. Null = nothing has the focus.
[[nodiscard]] CopySource copySource(const QWidget *widget);

} // namespace acx
