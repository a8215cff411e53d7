// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <memory>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace acx {

/// The only window of a program that cannot start: why, and what to do next. Somebody who starts it from a menu sees no
/// standard error.
[[nodiscard]] std::unique_ptr<QWidget> makeStartFailure(const Error &error);

} // namespace acx
