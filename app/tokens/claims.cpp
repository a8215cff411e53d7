// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/claims.h"

#include "app/base/in_words.h"
#include "app/base/visible_text.h"
#include "app/http/redactor.h"
#include "app/tokens/claim_text.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

/// Inner tokens: by the name of the member, and whatever looks like a JSON Web Token.
bool isInnerToken(const QString &name, const JsonValue &value)
{
    static const QSet<QString> names = {u"token"_s,  u"jwt"_s,      u"apikey"_s,   u"api_key"_s,
                                        u"secret"_s, u"password"_s, u"passcode"_s, u"client_secret"_s};
    const QString lower = name.toLower();
    const bool byName = names.contains(lower) || lower.endsWith("_token"_L1);
    const QString text = value.toString();
    return (byName && !value.isObject() && !value.isArray()) || (text.startsWith("eyJ"_L1) && text.count(u'.') >= 2);
}

JsonValue masked(const QString &name, const JsonValue &value)
{
    if (isInnerToken(name, value))
        return JsonValue::string(Redactor::placeholder());
    if (value.isArray()) {
        QList<JsonValue> items;
        for (const JsonValue &item : value.items())
            items << masked(name, item);
        return JsonValue::array(items);
    }
    if (!value.isObject())
        return value;
    QList<JsonValue::Member> members;
    for (const JsonValue::Member &member : value.members())
        members.append({member.name, masked(member.name, member.value)});
    return JsonValue::object(members);
}

QString first(const JsonValue &claims, std::initializer_list<QStringView> names)
{
    for (const QStringView name : names) {
        if (const QString text = claims[name].toString(); !text.isEmpty())
            return inOneLine(text);
    }
    return {};
}

/// The name of the first of these claims that has a text.
QString firstName(const JsonValue &claims, std::initializer_list<QStringView> names)
{
    const auto *found =
        std::find_if(names.begin(), names.end(), [&](QStringView name) { return !first(claims, {name}).isEmpty(); });
    return found == names.end() ? QString() : found->toString();
}

/// Somebody in words, and the names of the claims that are told by it.
struct Person
{
    QString text;
    QStringList told;
};

Person personOf(const JsonValue &claims)
{
    Person person;
    person.text = first(claims, {u"name"});
    if (!person.text.isEmpty())
        person.told << u"name"_s;
    const QString claim = firstName(claims, {u"email", u"sub", u"iam_id", u"id"});
    if (claim.isEmpty())
        return person;
    person.told << claim;
    const QString address = first(claims, {claim});
    const bool hasName = !person.text.isEmpty() && person.text != address;
    person.text = hasName ? inWords(QT_TRANSLATE_NOOP("acx", "%1 · %2")).arg(person.text, address) : address;
    return person;
}

/// Whether nothing else is in it.
bool hasOnly(const JsonValue &object, const QStringList &names)
{
    QSet<QString> seen;
    for (const JsonValue::Member &member : object.members()) {
        if (!names.contains(member.name) || seen.contains(member.name))
            return false;
        seen << member.name;
    }
    return object.isObject();
}

QString identityText(const JsonValue &claims)
{
    const QString type = claims[u"sub_type"].toString();
    const bool byKey = claims[u"grant_type"].toString() == "urn:ibm:params:oauth:grant-type:apikey"_L1;
    if (type.isEmpty())
        return byKey ? inWords(QT_TRANSLATE_NOOP("acx", "User, signed in with an API key"))
                     : inWords(QT_TRANSLATE_NOOP("acx", "User"));
    if (type == "ServiceId"_L1)
        return byKey ? inWords(QT_TRANSLATE_NOOP("acx", "Service ID, signed in with an API key"))
                     : inWords(QT_TRANSLATE_NOOP("acx", "Service ID"));
    if (type == "Profile"_L1)
        return inWords(QT_TRANSLATE_NOOP("acx", "Trusted profile"));
    return inOneLine(type);
}

QString issuerText(const QString &issuer)
{
    const QUrl url(issuer);
    return inOneLine(url.host().isEmpty() ? issuer : url.host());
}

QString accountText(const JsonValue &account)
{
    QStringList parts;
    for (const QStringView name : {u"name", u"bss"}) {
        if (const QString text = first(account, {name}); !text.isEmpty())
            parts << text;
    }
    if (account.contains(u"valid") && !account[u"valid"].toBool())
        parts << inWords(QT_TRANSLATE_NOOP("acx", "not valid"));
    return parts.join(u" · "_s);
}

/// Members of the account that accountText() and the row of the infrastructure tell.
QStringList toldOfAccount(const JsonValue &account)
{
    QStringList told{u"ims"_s};
    for (const QStringView name : {u"name", u"bss"}) {
        if (!first(account, {name}).isEmpty())
            told << name.toString();
    }
    if (account[u"valid"].type() == JsonValue::Type::Boolean)
        told << u"valid"_s;
    return told;
}

/// Claims that need no more than a title.
struct PlainClaim
{
    const char *name;
    const char *title;
};
constexpr std::array plainClaims = {
    PlainClaim{"scope", QT_TRANSLATE_NOOP("acx", "May be used for")},
    PlainClaim{"aud", QT_TRANSLATE_NOOP("acx", "For")},
};
constexpr std::array laterClaims = {
    PlainClaim{"client_id", QT_TRANSLATE_NOOP("acx", "Client")},
    PlainClaim{"realmid", QT_TRANSLATE_NOOP("acx", "Where the identity comes from")},
    PlainClaim{"identifier", QT_TRANSLATE_NOOP("acx", "Its id there")},
    PlainClaim{"acr", QT_TRANSLATE_NOOP("acx", "Strength of the sign-on")},
    PlainClaim{"amr", QT_TRANSLATE_NOOP("acx", "Means of the sign-on")},
    PlainClaim{"session_id", QT_TRANSLATE_NOOP("acx", "Session")},
    PlainClaim{"unique_instance_crns", QT_TRANSLATE_NOOP("acx", "Limited to service instances")},
    PlainClaim{"jti", QT_TRANSLATE_NOOP("acx", "Number of this token")},
};

/// Claims that name a moment, and what is said where one is missing.
struct DateClaim
{
    const char *name;
    const char *title;
    const char *missing;
};
constexpr std::array dateClaims = {
    DateClaim{"iat", QT_TRANSLATE_NOOP("acx", "Issued"),
              QT_TRANSLATE_NOOP("acx", "The token does not tell when it was issued.")},
    DateClaim{"nbf", QT_TRANSLATE_NOOP("acx", "Valid from"),
              QT_TRANSLATE_NOOP("acx", "The token does not tell its start.")},
    DateClaim{"exp", QT_TRANSLATE_NOOP("acx", "Valid until"),
              QT_TRANSLATE_NOOP("acx", "The token does not tell its end.")},
};

constexpr qint64 claimTolerance = 60; // seconds

class Explainer final
{
public:
    Explainer(const JsonValue &claims, const QDateTime &now)
        : m_claims(claims)
        , m_now(now)
    {}

    QList<ClaimRow> rows(qsizetype mostAsReceived)
    {
        identity();
        for (const PlainClaim &claim : plainClaims)
            plain(claim);
        if (m_claims.contains(u"iss"))
            add(inWords(QT_TRANSLATE_NOOP("acx", "Issued by")), issuerText(m_claims[u"iss"].toString()), u"iss"_s);
        dates();
        for (const PlainClaim &claim : laterClaims)
            plain(claim);
        rest(mostAsReceived);
        return m_rows;
    }

private:
    void identity()
    {
        const Person who = personOf(m_claims);
        if (!who.text.isEmpty()) {
            const QString claim = firstName(m_claims, {u"iam_id", u"id"});
            const QString id = claim.isEmpty() ? QString() : first(m_claims, {claim});
            const bool isId = id.isEmpty() || id == who.text;
            add(inWords(QT_TRANSLATE_NOOP("acx", "Who")), who.text, isId ? who.told.constLast() : claim + u' ' + id);
            m_used.unite({who.told.cbegin(), who.told.cend()});
            if (!claim.isEmpty()) // there may be one without a name
                m_used << claim;
        }
        kindOfIdentity();
        const JsonValue authn = m_claims[u"authn"];
        const Person real = authn.isObject() ? personOf(authn) : Person{claimTextOf(m_claims, u"authn"), {}};
        if (!real.text.isEmpty() && real.text != who.text)
            tellMember(u"authn"_s, inWords(QT_TRANSLATE_NOOP("acx", "Really signed in")), real.text, u"authn"_s,
                       !authn.isObject() || hasOnly(authn, real.told));
        account();
    }

    void kindOfIdentity()
    {
        const bool byKey = m_claims[u"grant_type"].toString() == "urn:ibm:params:oauth:grant-type:apikey"_L1;
        const bool hasType = m_claims.contains(u"sub_type");
        if (!hasType && !m_claims.contains(u"grant_type"))
            return;
        tellMember(hasType ? u"sub_type"_s : u"grant_type"_s, inWords(QT_TRANSLATE_NOOP("acx", "Kind of identity")),
                   identityText(m_claims), hasType ? u"sub_type"_s : u"grant_type"_s, hasType || byKey);
        if (byKey)
            m_used << u"grant_type"_s;
    }

    void account()
    {
        const JsonValue account = m_claims[u"account"];
        const bool whole = hasOnly(account, toldOfAccount(account));
        if (const QString text = accountText(account); !text.isEmpty())
            tellMember(u"account"_s, inWords(QT_TRANSLATE_NOOP("acx", "Account")), text, u"account.bss"_s, whole);
        if (const QString infrastructure = claimTextOf(account, u"ims"); !infrastructure.isEmpty())
            tellMember(u"account"_s, inWords(QT_TRANSLATE_NOOP("acx", "Old infrastructure account")), infrastructure,
                       u"account.ims"_s, whole);
    }

    void dates()
    {
        for (const DateClaim &claim : dateClaims) {
            const QString name = QString::fromLatin1(claim.name);
            if (m_claims.contains(name))
                add(inWords(claim.title), dateText(name), name);
        }
        // What is missing comes after what is there, the end first: without it the token never ends.
        for (auto claim = dateClaims.rbegin(); claim != dateClaims.rend(); ++claim) {
            const QString name = QString::fromLatin1(claim->name);
            if (!m_claims.contains(name))
                add(inWords(claim->title), inWords(claim->missing), name);
        }
    }

    [[nodiscard]] QString dateText(const QString &name) const
    {
        QString text = dateClaimText(m_claims, name, m_now);
        const JwtDate date = jwtDate(m_claims, name);
        if (!date.value || *date.value <= m_now.addSecs(claimTolerance))
            return text;
        if (name == "iat"_L1)
            return QCoreApplication::translate("acx", "%1, in the future: is this computer's clock right?").arg(text);
        if (name == "nbf"_L1)
            return QCoreApplication::translate("acx", "%1, in the future: not valid yet").arg(text);
        return text;
    }

    void plain(const PlainClaim &claim)
    {
        const QString name = QString::fromLatin1(claim.name);
        if (const QString text = claimTextOf(m_claims, name); !text.isEmpty())
            add(inWords(claim.title), text, name);
    }

    /// Whatever has not been said yet, named twice included.
    void rest(qsizetype most)
    {
        QSet<QString> seen;
        for (const JsonValue::Member &member : m_claims.members()) {
            if (most <= 0)
                return;
            const bool again = seen.contains(member.name);
            seen << member.name;
            if (again || !m_used.contains(member.name)) {
                const QString name = inOneLine(member.name);
                m_rows.append({name, claimText(masked(member.name, member.value)), name, false});
                --most;
            }
        }
    }

    static QString claimTextOf(const JsonValue &claims, QStringView name)
    {
        return claims.contains(name) ? claimText(masked(name.toString(), claims[name])) : QString();
    }

    /// Of a claim that need not have been told as a whole by it: then it is shown as received, too.
    void tellMember(const QString &claim, const QString &title, const QString &text, const QString &label, bool whole)
    {
        m_rows.append({title, text, label, true});
        if (whole)
            m_used << claim;
    }

    void add(const QString &title, const QString &text, const QString &claim)
    {
        m_rows.append({title, text, claim, true});
        m_used << claim;
    }

    const JsonValue &m_claims;
    const QDateTime &m_now;
    QList<ClaimRow> m_rows;
    QSet<QString> m_used;
};

} // namespace

QList<ClaimRow> explainClaims(const Jwt &jwt, const QDateTime &now, qsizetype mostAsReceived)
{
    if (!jwt.claims)
        return {};
    return Explainer(*jwt.claims, now).rows(mostAsReceived);
}

QList<ClaimRow> explainHeader(const Jwt &jwt)
{
    static constexpr std::array titles = {
        PlainClaim{"alg", QT_TRANSLATE_NOOP("acx", "Algorithm")},
        PlainClaim{"kid", QT_TRANSLATE_NOOP("acx", "Signing key")},
        PlainClaim{"typ", QT_TRANSLATE_NOOP("acx", "Type")},
    };
    QList<ClaimRow> rows;
    for (const JsonValue::Member &member : jwt.header.members()) {
        const auto *title = std::find_if(titles.begin(), titles.end(), [&](const PlainClaim &known) {
            return member.name == QLatin1StringView(known.name);
        });
        const QString name = inOneLine(member.name);
        rows.append({title == titles.end() ? name : inWords(title->title), claimText(masked(member.name, member.value)),
                     name, title != titles.end()});
    }
    return rows;
}

JsonValue maskedClaims(const JsonValue &claims)
{
    return masked({}, claims);
}

} // namespace acx
