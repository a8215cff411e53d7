// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http_date.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace acx {

QDateTime parseHttpDate(QByteArrayView text)
{
    QString rest = QString::fromLatin1(text).simplified();
    // The day of the week says nothing new, and with a year of two digits it would be compared with the wrong century.
    if (const qsizetype comma = rest.indexOf(u", "_s); comma >= 0)
        rest = rest.sliced(comma + 2);
    if (rest.isEmpty())
        return {};
    static const QString formats[] = {u"dd MMM yyyy hh:mm:ss 'GMT'"_s, u"dd-MMM-yy hh:mm:ss 'GMT'"_s,
                                      u"ddd MMM d hh:mm:ss yyyy"_s};
    for (const QString &format : formats) {
        QDateTime time = QLocale::c().toDateTime(rest, format);
        if (!time.isValid())
            continue;
        time = QDateTime(time.date(), time.time(), Qt::UTC);
        // Two digits that seem to lie more than 50 years back belong to this century.
        return time.date().year() < 1970 ? time.addYears(100) : time;
    }
    return {};
}

} // namespace acx
