// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/token_answer.h"

#include "app/json/json_value.h"
#include "app/tokens/jwt.h"
#include "app/tokens/service_error.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>
#include <optional>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

using std::chrono::seconds;

QString memberOf(TokenKind kind)
{
    return kind == TokenKind::ApiConnect ? u"jwt"_s : u"access_token"_s;
}

/// The times of a token in the service's clock.
struct Life
{
    QDateTime from;
    std::optional<seconds> length; ///< none = the service told no end
    QString field;                 ///< that told it
};

class AnswerReader final
{
public:
    AnswerReader(const TokenAnswer &answer, TokenKind kind)
        : m_response(answer.response)
        , m_sentAt(answer.sentAt)
        , m_readAt(answer.readAt)
        , m_kind(kind)
    {}

    Result<Token> read()
    {
        const Result<QByteArrayView> bytes = m_response.body.view();
        if (!bytes)
            return fail(bytes.error());
        const auto parsed = parseJson(*bytes);
        if (!parsed || !parsed->isObject())
            return fail(notJson(bytes->size(), parsed ? QString() : parsed.error().reason));
        m_answer = *parsed;
        Token token;
        token.kind = m_kind;
        token.requestId = requestIdOf(m_response);
        token.scope = m_answer[u"scope"].toString();
        token.clockSkew = skew();
        return readValue(token)
            .and_then([&] { return readType(token); })
            .and_then([&] { return readLife(token.value); })
            .and_then([&](const Life &life) { return withTimes(token, life); });
    }

    [[nodiscard]] Error withoutToken() const
    {
        return flaw(memberOf(m_kind), QCoreApplication::translate("acx", "The answer of %1 holds no %2."));
    }

private:
    Status readValue(Token &token) const
    {
        const QString name = memberOf(m_kind);
        const JsonValue &value = m_answer[name];
        if (!m_answer.contains(name))
            return fail(withoutToken());
        if (!value.isString() || m_answer.duplicateNames().contains(name))
            return fail(wrongType(name));
        const QString text = value.toString();
        if (text.isEmpty() || !isHeaderSafe(text))
            return fail(flaw(name, QCoreApplication::translate("acx", "The %2 in the answer of %1 is no token.")));
        token.value = Secret::fromText(text);
        return {};
    }

    Status readType(Token &token) const
    {
        token.tokenType = u"Bearer"_s;
        const JsonValue &type = m_answer[u"token_type"];
        if (m_answer.contains(u"token_type") && type.toString().compare("Bearer"_L1, Qt::CaseInsensitive) != 0)
            return fail(flaw(u"token_type"_s,
                             QCoreApplication::translate("acx", "The answer of %1 holds a %2 other than Bearer.")));
        return {};
    }

    /// expires_in counts from the answer on, whatever the clocks say, so it comes first; then expiration; then the
    /// claims.
    Result<Life> readLife(const Secret &value) const
    {
        for (const QString &name : {u"expires_in"_s, u"expiration"_s}) {
            if (m_answer.contains(name) && (!m_answer[name].isNumber() || m_answer.duplicateNames().contains(name)))
                return fail(wrongType(name));
        }
        if (m_kind != TokenKind::ApiConnect && m_answer.contains(u"expires_in"))
            return checked(madeAt(), m_answer[u"expires_in"].toInteger(), u"expires_in"_s);
        if (m_kind != TokenKind::ApiConnect && m_answer.contains(u"expiration")) {
            std::optional<qint64> until = m_answer[u"expiration"].toInteger();
            if (until)
                until = *until - madeAt().toSecsSinceEpoch();
            return checked(madeAt(), until, u"expiration"_s);
        }
        return lifeFromClaims(value);
    }

    Result<Life> lifeFromClaims(const Secret &value) const
    {
        const Result<Jwt> jwt = decodeJwt(value);
        if (!jwt || !jwt->claims) {
            if (m_kind != TokenKind::ApiConnect)
                return Life{madeAt(), std::nullopt, {}};
            return fail(flaw(memberOf(m_kind),
                             QCoreApplication::translate("acx", "The %2 in the answer of %1 is no JSON Web Token.")));
        }
        const JwtDate until = jwtDate(*jwt->claims, u"exp");
        const JwtDate since = jwtDate(*jwt->claims, u"iat");
        const QDateTime from = since.value.value_or(madeAt());
        if (!until.present)
            return Life{from, std::nullopt, {}};
        if (!until.value)
            return fail(wrongType(u"exp"_s));
        if (*until.value <= serviceNow())
            return fail(over(u"exp"_s));
        return checked(from, from.secsTo(*until.value), u"exp"_s);
    }

    Result<Life> checked(const QDateTime &from, std::optional<qint64> length, const QString &name) const
    {
        if (!length || *length <= 0 || *length > longestLifetime.count())
            return fail(flaw(name, QCoreApplication::translate(
                                       "acx", "The answer of %1 gives the token an impossible lifetime (%2).")));
        return Life{from, seconds(*length), name};
    }

    Error over(const QString &name) const
    {
        return flaw(name, QCoreApplication::translate("acx", "The token in the answer of %1 is already over (%2)."));
    }

    Result<Token> withTimes(Token token, const Life &life) const
    {
        token.issuedAt = life.from.addSecs(-token.clockSkew.count());
        if (life.length) {
            token.expiresAt = token.issuedAt.addSecs(life.length->count());
            token.renewAt = token.expiresAt.addMSecs(-life.length->count() * 200);
            if (token.expiresAt <= m_readAt)
                return fail(over(life.field));
        }
        return token;
    }

    QDateTime earliest() const { return std::min(m_sentAt, m_response.receivedAt); }
    QDateTime latest() const { return std::max(m_sentAt, m_response.receivedAt); }

    /// Date was written at some moment between sending and arrival. If it can be right it is, so that a slow answer is
    /// no wrong clock; otherwise the token is taken to be as old as it can be. Date counts whole seconds, so less than
    /// two seconds is no difference.
    seconds skew() const
    {
        const QDateTime &date = m_response.date;
        if (!date.isValid() || (date >= earliest() && date <= latest()))
            return seconds(0);
        const qint64 difference = earliest().secsTo(date);
        return seconds(std::abs(difference) < 2 ? 0 : difference);
    }

    QDateTime serviceNow() const { return m_response.receivedAt.addSecs(skew().count()); }

    /// When the service made the token, by its own clock; without a Date the earliest moment that can be, since the
    /// computer may have slept until the answer was read.
    QDateTime madeAt() const
    {
        if (!m_response.date.isValid())
            return earliest();
        const QDateTime made = m_response.date.addSecs(-skew().count());
        return std::clamp(made, earliest(), latest()).addSecs(skew().count());
    }

    static bool isHeaderSafe(const QString &text)
    {
        return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
    }

    Error wrongType(const QString &name) const
    {
        return flaw(name, QCoreApplication::translate("acx", "The %2 in the answer of %1 is not of the right type."));
    }

    Error flaw(const QString &name, const QString &sentence) const
    {
        Error error;
        error.kind = ErrorKind::Incomplete;
        error.sentence = sentence.arg(m_response.url.host(), name);
        error.nextStep = QCoreApplication::translate(
            "acx", "Check the URL of the token service and the clock of this computer, then try again.");
        error.httpStatus = m_response.status;
        error.requestId = requestIdOf(m_response);
        error.technical = QCoreApplication::translate("acx", "Field: %1").arg(name);
        return error;
    }

    Error notJson(qsizetype size, const QString &reason) const
    {
        Error error =
            flaw(memberOf(m_kind),
                 QCoreApplication::translate("acx", "The answer of %1 is incomplete or not JSON, so it holds no %2."));
        error.technical = QCoreApplication::translate("acx", "%n bytes arrived. %1", nullptr, int(size)).arg(reason);
        return error;
    }

    const HttpResponse &m_response;
    const QDateTime m_sentAt;
    const QDateTime m_readAt;
    TokenKind m_kind;
    JsonValue m_answer;
};

bool isTokenAnswer(const HttpResponse &response, TokenKind kind)
{
    // IAM: 200 is the only success. Login service: any 2xx (IBM's client, measured).
    return kind == TokenKind::Iam ? response.status == 200 : response.status >= 200 && response.status < 300;
}

} // namespace

Result<Token> readTokenAnswer(const TokenAnswer &answer, TokenKind kind, const Redactor &redactor)
{
    const HttpResponse &response = answer.response;
    if (!isTokenAnswer(response, kind)) {
        const bool saysYes = response.status >= 200 && response.status < 300;
        return fail(saysYes ? AnswerReader(answer, kind).withoutToken() : tokenServiceError(response, kind, redactor));
    }
    if (response.problem)
        return fail(*response.problem);
    return AnswerReader(answer, kind).read();
}

} // namespace acx
