// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/error.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace acx {

QString Error::message() const
{
    return nextStep.isEmpty() ? sentence : sentence + u' ' + nextStep;
}

QString Error::details() const
{
    QStringList lines;
    if (httpStatus != 0)
        lines << u"HTTP status: %1"_s.arg(httpStatus);
    if (!serviceCode.isEmpty())
        lines << u"Code: %1"_s.arg(serviceCode);
    if (!serviceText.isEmpty())
        lines << u"The service says: %1"_s.arg(serviceText);
    if (!requestId.isEmpty())
        lines << u"Request id: %1"_s.arg(requestId);
    if (!technical.isEmpty())
        lines << technical;
    return lines.join(u'\n');
}

} // namespace acx
