// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QList>

namespace acx {

struct AppServices;

/// What the window has to say of files as soon as it is there: those that were set aside or cannot be read, and what
/// cannot be kept because its folder cannot be written.
[[nodiscard]] QList<Error> startNotices(const AppServices &services);
/// All of them as one, because the window shows one message at a time; there must be one at least.
[[nodiscard]] Error together(const QList<Error> &errors);

} // namespace acx
