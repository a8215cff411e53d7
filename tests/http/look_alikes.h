// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace acx {

/// What a URL is beside an allowed origin.
enum class Likeness {
    Same,    ///< the origin itself, however it is written
    Other,   ///< another origin: may be called, without anything secret
    Refused, ///< cannot be called at all
};

/// A URL that looks like `origin`, or is it.
struct LookAlike
{
    QByteArray row; ///< "L3 …"
    QString origin; ///< scheme, host and port that may have the secret
    QString url;
    Likeness likeness = Likeness::Other;
};

/// Row L3, written in the spirit of the URL Standard's test data.
[[nodiscard]] const QList<LookAlike> &lookAlikes();

} // namespace acx
