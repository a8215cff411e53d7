// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace acx {

/// A text that programs are known to stumble over.
struct NaughtyString
{
    QByteArray name; ///< category and number
    QString text;
};

/// Row I8: written for this project, by category.
[[nodiscard]] const QList<NaughtyString> &naughtyStrings();

} // namespace acx
