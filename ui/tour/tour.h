// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

QT_BEGIN_NAMESPACE
class QApplication;
QT_END_NAMESPACE

namespace acx {

/// `--tour`: drives the real window on the embedded sandbox, first in light and then in dark, and saves a picture of
/// each step to `folder`. Prints one line a step. Touches no keyring, no D-Bus and no file of the person. Returns the
/// exit code: 0 when every step worked.
[[nodiscard]] int runTour(QApplication &application, const QString &folder);

} // namespace acx
