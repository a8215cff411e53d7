// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QScrollArea;
class QWidget;
QT_END_NAMESPACE

namespace acx {

enum class PageAlignment { Top, Middle };

/// A column of at most `width` pixels in the middle of a page that scrolls when the window is small.
[[nodiscard]] QScrollArea *makePage(QWidget *column, int width, PageAlignment alignment, QWidget *parent);

} // namespace acx
