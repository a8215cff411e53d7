// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/schema_formats.h"

#include "app/json/json_number.h"
#include "app/operations/schema_pattern.h"

#include <QCoreApplication>
#include <QDate>
#include <QHash>
#include <QRegularExpression>
#include <QUrl>

#include <arpa/inet.h>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

constexpr qsizetype longestChecked = 100'000; // characters

QRegularExpression whole(const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern));
}

bool isDate(const QString &text)
{
    static const QRegularExpression shape = whole(u"[0-9]{4}-[0-9]{2}-[0-9]{2}"_s);
    return shape.match(text).hasMatch() && QDate::fromString(text, u"yyyy-MM-dd"_s).isValid();
}

/// RFC 3339, section 5.6; a leap second too.
bool isTime(const QString &text)
{
    static const QRegularExpression shape =
        whole(u"([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\\.[0-9]+)?([zZ]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"_s);
    return shape.match(text).hasMatch();
}

bool isDateTime(const QString &text)
{
    constexpr qsizetype dateLength = 10;
    return text.size() > dateLength && (text.at(dateLength).toUpper() == u'T' || text.at(dateLength) == u' ') &&
           isDate(text.first(dateLength)) && isTime(text.sliced(dateLength + 1));
}

bool isDuration(const QString &text)
{
    static const QRegularExpression shape =
        whole(u"P(?=.)([0-9]+W|([0-9]+Y)?([0-9]+M)?([0-9]+D)?(T(?=.)([0-9]+H)?([0-9]"
              "+M)?([0-9]+(\\.[0-9]+)?S)?)?)"_s);
    return shape.match(text).hasMatch();
}

bool isEmail(const QString &text)
{
    static const QRegularExpression shape = whole(u"[^@\\s\"(),:;<>\\[\\]\\\\]+@[^@\\s.]+(\\.[^@\\s.]+)*"_s);
    return shape.match(text).hasMatch();
}

bool isHostname(const QString &text)
{
    static const QRegularExpression shape = whole(
        u"(?=.{1,253}\\z)[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(\\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])"
        "?)*\\.?"_s);
    return shape.match(text).hasMatch();
}

template <int family>
bool isAddress(const QString &text)
{
    in6_addr address{};
    const QByteArray latin1 = text.toLatin1();
    return !latin1.contains('\0') && ::inet_pton(family, latin1.constData(), &address) == 1;
}

bool isUriReference(const QString &text)
{
    static const QRegularExpression unfit(u"[\\s<>\"{}|\\\\^`]"_s);
    return !unfit.match(text).hasMatch() && QUrl(text, QUrl::StrictMode).isValid();
}

bool isUri(const QString &text)
{
    static const QRegularExpression scheme(u"^[a-zA-Z][a-zA-Z0-9+.-]*:"_s);
    return scheme.match(text).hasMatch() && isUriReference(text);
}

bool isUuid(const QString &text)
{
    static const QRegularExpression shape = whole(u"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"_s);
    return shape.match(text).hasMatch();
}

bool isBase64(const QString &text)
{
    static const QRegularExpression shape = whole(u"([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?"_s);
    return shape.match(text).hasMatch();
}

bool isJsonPointer(const QString &text)
{
    static const QRegularExpression shape = whole(u"(/([^~/]|~[01])*)*"_s);
    return shape.match(text).hasMatch();
}

bool isRegex(const QString &text)
{
    return readSchemaPattern(text).isValid();
}

using Check = bool (*)(const QString &);

struct Format
{
    Check check = nullptr;
    const char *problem = nullptr;
};

Format formatNamed(const QString &name)
{
    static const QHash<QString, Format> formats{
        {u"date-time"_s,
         {isDateTime, QT_TRANSLATE_NOOP("acx", "Should be a date and time such as 2026-01-31T12:00:00Z.")}},
        {u"date"_s, {isDate, QT_TRANSLATE_NOOP("acx", "Should be a date such as 2026-01-31.")}},
        {u"time"_s, {isTime, QT_TRANSLATE_NOOP("acx", "Should be a time such as 12:00:00Z.")}},
        {u"duration"_s, {isDuration, QT_TRANSLATE_NOOP("acx", "Should be a duration such as P1DT12H.")}},
        {u"email"_s, {isEmail, QT_TRANSLATE_NOOP("acx", "Should be an e-mail address.")}},
        {u"hostname"_s, {isHostname, QT_TRANSLATE_NOOP("acx", "Should be a host name.")}},
        {u"ipv4"_s, {isAddress<AF_INET>, QT_TRANSLATE_NOOP("acx", "Should be an IPv4 address such as 192.0.2.1.")}},
        {u"ipv6"_s, {isAddress<AF_INET6>, QT_TRANSLATE_NOOP("acx", "Should be an IPv6 address such as 2001:db8::1.")}},
        {u"uri"_s, {isUri, QT_TRANSLATE_NOOP("acx", "Should be a whole URL such as https://example.com/.")}},
        {u"url"_s, {isUri, QT_TRANSLATE_NOOP("acx", "Should be a whole URL such as https://example.com/.")}},
        {u"uri-reference"_s, {isUriReference, QT_TRANSLATE_NOOP("acx", "Should be a URL or a part of one.")}},
        {u"uuid"_s,
         {isUuid, QT_TRANSLATE_NOOP("acx", "Should be a UUID such as 3fa85f64-5717-4562-b3fc-2c963f66afa6.")}},
        {u"byte"_s, {isBase64, QT_TRANSLATE_NOOP("acx", "Should be base64.")}},
        {u"json-pointer"_s, {isJsonPointer, QT_TRANSLATE_NOOP("acx", "Should be a JSON Pointer such as /a/b.")}},
        {u"regex"_s, {isRegex, QT_TRANSLATE_NOOP("acx", "Should be a regular expression.")}},
    };
    return formats.value(name);
}

} // namespace

std::optional<QString> formatProblem(const QString &format, const QString &text)
{
    const Format known = formatNamed(format);
    if (!known.check || text.size() > longestChecked || known.check(text))
        return std::nullopt;
    return QCoreApplication::translate("acx", known.problem);
}

std::optional<QString> numberFormatProblem(const QString &format, QByteArrayView number)
{
    const bool is32 = format == "int32"_L1;
    if (!is32 && format != "int64"_L1)
        return std::nullopt;
    const QByteArrayView least = is32 ? "-2147483648" : "-9223372036854775808";
    const QByteArrayView most = is32 ? "2147483647" : "9223372036854775807";
    if (compareJsonNumbers(number, least) >= 0 && compareJsonNumbers(number, most) <= 0)
        return std::nullopt;
    return QCoreApplication::translate("acx", "Should lie between %1 and %2.")
        .arg(QString::fromLatin1(least), QString::fromLatin1(most));
}

} // namespace acx
