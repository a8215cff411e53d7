// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/http_date.h"

#include <QLocale>
#include <QRegularExpression>

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
    // Day and time apart: QLocale::toDateTime() takes them for local time, and there is none in the hour that summer time
    // skips.
    struct Form
    {
        QRegularExpression parts;
        QString date;
    };
    static const Form forms[] = {
        {QRegularExpression(u"^(?<date>\\S+ \\S+ \\S+) (?<time>\\S+) GMT$"_s), u"dd MMM yyyy"_s},
        {QRegularExpression(u"^(?<date>\\S+) (?<time>\\S+) GMT$"_s), u"dd-MMM-yy"_s},
        {QRegularExpression(u"^[A-Za-z]{3} (?<date>\\S+ \\S+) (?<time>\\S+) (?<year>\\S+)$"_s), u"MMM d yyyy"_s}};
    for (const Form &form : forms) {
        const QRegularExpressionMatch match = form.parts.match(rest);
        const QString year = match.captured(u"year"_s);
        const QString day = match.captured(u"date"_s) + (year.isEmpty() ? QString() : u' ' + year);
        const QDate date = QLocale::c().toDate(day, form.date);
        const QTime time = QTime::fromString(match.captured(u"time"_s), u"hh:mm:ss"_s);
        if (!match.hasMatch() || !date.isValid() || !time.isValid())
            continue;
        // Two digits that seem to lie more than 50 years back belong to this century.
        const QDateTime result(date, time, Qt::UTC);
        return date.year() < 1970 ? result.addYears(100) : result;
    }
    return {};
}

} // namespace acx
