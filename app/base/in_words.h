// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace acx {

/// A sentence that QT_TRANSLATE_NOOP("acx", …) marked, in the person's language.
inline QString inWords(const char *text)
{
    return QCoreApplication::translate("acx", text);
}

} // namespace acx
