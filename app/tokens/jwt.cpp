// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/jwt.h"

#include <QCoreApplication>
#include <QList>
#include <QTimeZone>

#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

constexpr qsizetype longestToken = qsizetype{1024} * 1024; ///< bytes
constexpr qint64 firstSecond = -62'135'596'800;            ///< 1 January of year 1
constexpr qint64 lastSecond = 253'402'300'799;             ///< 31 December 9999

tl::unexpected<Error> notAToken(const QString &sentence)
{
    return fail(ErrorKind::InvalidInput, sentence,
                QCoreApplication::translate("acx", "Give a whole JSON Web Token: three parts joined by dots."));
}

QByteArray encoded(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// Exactly what an encoder writes: no padding, no standard alphabet, no blanks, no stray bits at the end.
std::optional<QByteArray> strictPart(const QByteArray &text)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(text, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || encoded(*decoded) != text)
        return std::nullopt;
    return *decoded;
}

std::optional<QByteArray> loosePart(QByteArray text)
{
    while (text.endsWith('='))
        text.chop(1);
    text.replace('+', '-').replace('/', '_');
    const auto decoded =
        QByteArray::fromBase64Encoding(text, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || text.size() % 4 == 1)
        return std::nullopt;
    return *decoded;
}

Result<QList<QByteArray>> partsOf(const QByteArray &text)
{
    if (text.isEmpty())
        return notAToken(QCoreApplication::translate("acx", "There is no token."));
    if (text.size() > longestToken)
        return notAToken(QCoreApplication::translate("acx", "This is longer than 1 MiB, so it is no token."));
    if (text.startsWith('{'))
        return notAToken(QCoreApplication::translate(
            "acx", "This is a token in JSON form, or other JSON: only the compact form, which has dots, can be read."));
    const qsizetype dots = text.count('.');
    if (dots == 4)
        return notAToken(QCoreApplication::translate(
            "acx", "This token is encrypted (five parts): only the service that it is for can read it."));
    if (dots != 2) {
        const auto parts = static_cast<int>(dots) + 1; // lupdate does not read sums in the call
        return notAToken(QCoreApplication::translate("acx", "This is no JSON Web Token: it has %n parts, not three.",
                                                     nullptr, parts));
    }
    return text.split('.');
}

Result<Jwt> assembled(const QByteArray &header, const QByteArray &payload)
{
    auto readHeader = parseJson(header);
    if (!readHeader || !readHeader->isObject())
        return notAToken(
            QCoreApplication::translate("acx", "This is no JSON Web Token: its first part is no JSON object."));
    Jwt jwt;
    jwt.header = *std::move(readHeader);
    jwt.payload = payload;
    if (auto claims = parseJson(payload); claims && claims->isObject())
        jwt.claims = *std::move(claims);
    jwt.hasDuplicates = jwt.header.hasDuplicates() || (jwt.claims && jwt.claims->hasDuplicates());
    return jwt;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// A file or a clipboard often ends with a line end, which is no part of the token.
QByteArray withoutOuterBlanks(const QByteArray &text)
{
    qsizetype from = 0;
    qsizetype to = text.size();
    while (from < to && isBlank(text[from]))
        ++from;
    while (to > from && isBlank(text[to - 1]))
        --to;
    return QByteArray::fromRawData(text.constData() + from, to - from);
}

} // namespace

QString Jwt::algorithm() const
{
    return header[u"alg"].toString();
}

QString Jwt::keyId() const
{
    return header[u"kid"].toString();
}

Result<Jwt> decodeJwt(const Secret &token)
{
    const QByteArray text = token.reveal();
    const Result<QList<QByteArray>> parts = partsOf(text);
    if (!parts)
        return fail(parts.error());
    const auto header = strictPart(parts->at(0));
    const auto payload = strictPart(parts->at(1));
    const auto signature = strictPart(parts->at(2));
    if (!header || !payload || !signature || payload->isEmpty() || signature->isEmpty())
        return notAToken(QCoreApplication::translate(
            "acx", "This is no well-formed JSON Web Token: a part is empty or not strict base64url."));
    Result<Jwt> jwt = assembled(*header, *payload);
    if (jwt) {
        jwt->signature = *signature;
        jwt->signedPart = QByteArray(text.constData(), parts->at(0).size() + 1 + parts->at(1).size());
    }
    return jwt;
}

Result<LenientJwt> decodeJwtForViewing(const Secret &token)
{
    const QByteArray all = token.reveal();
    const QByteArray text = withoutOuterBlanks(all);
    if (Result<Jwt> strict = decodeJwt(Secret(text)))
        return LenientJwt{*std::move(strict), true, {}};
    const Result<QList<QByteArray>> parts = partsOf(text);
    if (!parts)
        return fail(parts.error());
    const auto header = loosePart(parts->at(0));
    const auto payload = loosePart(parts->at(1));
    const auto signature = loosePart(parts->at(2));
    if (!header || !payload || !signature)
        return notAToken(
            QCoreApplication::translate("acx", "This is no JSON Web Token: a part is not written in base64url."));
    Result<Jwt> jwt = assembled(*header, *payload);
    if (!jwt)
        return fail(jwt.error());
    jwt->signature = *signature;
    return LenientJwt{*std::move(jwt), false,
                      signature->isEmpty() ? QCoreApplication::translate("acx", "The token carries no signature.")
                                           : QCoreApplication::translate(
                                                 "acx", "A part is empty, padded or not written in strict base64url.")};
}

JwtDate jwtDate(const JsonValue &claims, QStringView name)
{
    JwtDate date;
    date.present = claims.contains(name);
    if (!date.present) {
        date.problem = QCoreApplication::translate("acx", "not given");
        return date;
    }
    const std::optional<double> number = claims[name].isNumber() ? claims[name].toDouble() : std::nullopt;
    if (!number || !std::isfinite(*number)) {
        date.problem = QCoreApplication::translate("acx", "not a number of seconds");
        return date;
    }
    if (*number < static_cast<double>(firstSecond) || *number > static_cast<double>(lastSecond)) {
        date.problem = QCoreApplication::translate("acx", "outside the years 1 to 9999");
        return date;
    }
    date.value = QDateTime::fromSecsSinceEpoch(static_cast<qint64>(std::floor(*number)), Qt::UTC);
    if (*number < 0)
        date.problem = QCoreApplication::translate("acx", "before 1970");
    else if (std::floor(*number) != *number)
        date.problem = QCoreApplication::translate("acx", "not a whole number of seconds");
    return date;
}

} // namespace acx
