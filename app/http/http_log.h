// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace acx {

/// "acx.http": silent unless QT_LOGGING_RULES asks for it. Every line passes the Redactor first.
Q_DECLARE_LOGGING_CATEGORY(httpLog)

} // namespace acx
