// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/claim_text.h"

#include "app/base/visible_text.h"
#include "app/tokens/jwt.h"

#include <QCoreApplication>
#include <QLocale>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

/// The two largest units: "2 d 3 h", "1 h 5 min", "12 min 48 s", "48 s".
QString durationText(qint64 seconds)
{
    const qint64 days = seconds / 86'400;
    const qint64 hours = seconds / 3600 % 24;
    const qint64 minutes = seconds / 60 % 60;
    if (days > 0)
        return QCoreApplication::translate("acx", "%1 d %2 h").arg(days).arg(hours);
    if (hours > 0)
        return QCoreApplication::translate("acx", "%1 h %2 min").arg(hours).arg(minutes);
    if (minutes > 0)
        return QCoreApplication::translate("acx", "%1 min %2 s").arg(minutes).arg(seconds % 60);
    return QCoreApplication::translate("acx", "%1 s").arg(seconds);
}

QString dayAndTime(const QDateTime &local, const QDate &today)
{
    const QString time = local.toString(u"HH:mm:ss"_s);
    switch (today.daysTo(local.date())) {
    case 0:
        return QCoreApplication::translate("acx", "today %1").arg(time);
    case -1:
        return QCoreApplication::translate("acx", "yesterday %1").arg(time);
    case 1:
        return QCoreApplication::translate("acx", "tomorrow %1").arg(time);
    default:
        return QLocale().toString(local.date(), u"d MMM yyyy"_s) + u' ' + time;
    }
}

} // namespace

QString momentText(const QDateTime &moment, const QDateTime &now)
{
    const QString when = dayAndTime(moment.toLocalTime(), now.toLocalTime().date());
    const qint64 seconds = now.secsTo(moment);
    return seconds > 0 ? QCoreApplication::translate("acx", "%1 (in %2)").arg(when, durationText(seconds))
                       : QCoreApplication::translate("acx", "%1 (%2 ago)").arg(when, durationText(std::abs(seconds)));
}

QString dateClaimText(const JsonValue &claims, QStringView name, const QDateTime &now)
{
    const JwtDate date = jwtDate(claims, name);
    if (!date.value)
        return date.present ? QCoreApplication::translate("acx", "%1 (%2)").arg(claimText(claims[name]), date.problem)
                            : date.problem;
    const QString moment = momentText(*date.value, now);
    return date.problem.isEmpty() ? moment : QCoreApplication::translate("acx", "%1, %2").arg(moment, date.problem);
}

QString claimText(const JsonValue &value)
{
    return inOneLine(value.isString() ? value.toString() : QString::fromUtf8(value.toJson()));
}

} // namespace acx
