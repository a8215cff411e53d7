// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/token_office.h"

#include "app/sandbox/exchange.h"

#include <QCryptographicHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

/// IAM names its keys after the minute they were made in, e.g. 202611210904.
QByteArray keyName(const QDateTime &made)
{
    return made.toUTC().toString(u"yyyyMMddHHmm"_s).toLatin1();
}

QByteArray digest(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

void addTimes(QJsonObject &claims, const TokenOrder &order)
{
    const qint64 now = order.now.toSecsSinceEpoch();
    claims.insert(u"iat"_s, now);
    claims.insert(u"exp"_s, now + static_cast<qint64>(order.lifetime.count()));
    claims.insert(u"jti"_s, QString::fromLatin1(randomUuid()));
}

void addPerson(QJsonObject &claims, const Owner &owner)
{
    claims.insert(u"realmid"_s, u"IBMid"_s);
    claims.insert(u"identifier"_s, owner.iamId.section(u'-', 1));
    claims.insert(u"given_name"_s, owner.givenName);
    claims.insert(u"family_name"_s, owner.familyName);
    claims.insert(u"email"_s, owner.email);
    claims.insert(u"sub"_s, owner.email);
    claims.insert(u"authn"_s, QJsonObject{{u"sub"_s, owner.email},
                                          {u"iam_id"_s, owner.iamId},
                                          {u"name"_s, owner.name},
                                          {u"given_name"_s, owner.givenName},
                                          {u"family_name"_s, owner.familyName},
                                          {u"email"_s, owner.email}});
}

void addServiceId(QJsonObject &claims, const Owner &owner)
{
    const QString identifier = owner.iamId.section(u'-', 1); // ServiceId-<uuid>
    claims.insert(u"realmid"_s, u"iam"_s);
    claims.insert(u"identifier"_s, identifier);
    claims.insert(u"sub"_s, identifier);
    claims.insert(u"sub_type"_s, u"ServiceId"_s);
    claims.insert(u"authn"_s, QJsonObject{{u"sub"_s, identifier}, {u"iam_id"_s, owner.iamId}, {u"name"_s, owner.name}});
}

QJsonObject iamClaims(const TokenOrder &order)
{
    const Owner &owner = order.owner;
    QJsonObject claims{
        {u"iam_id"_s, owner.iamId},
        {u"id"_s, owner.iamId},
        {u"name"_s, owner.name},
        {u"account"_s,
         QJsonObject{
             {u"valid"_s, true}, {u"bss"_s, order.accountId}, {u"boundary"_s, u"global"_s}, {u"frozen"_s, true}}},
        {u"iss"_s, order.issuer},
        {u"grant_type"_s, order.grantType},
        {u"scope"_s, order.scope},
        {u"client_id"_s, order.clientId},
        {u"acr"_s, 1},
        {u"amr"_s, QJsonArray{u"pwd"_s}},
    };
    if (owner.isService)
        addServiceId(claims, owner);
    else
        addPerson(claims, owner);
    addTimes(claims, order);
    return claims;
}

} // namespace

const SigningKey &TokenOffice::NamedKey::signer()
{
    if (!key)
        key = SigningKey::generate(SigningKey::Kind::Rsa2048);
    return *key;
}

TokenOffice::TokenOffice(const QDateTime &now)
    : m_iamKeys{{keyName(now.addDays(-20))}, {keyName(now.addDays(-51))}}
    , m_loginKey(SigningKey::generate(SigningKey::Kind::P384))
    , m_platformKey(SigningKey::generate(SigningKey::Kind::P256))
    , m_loginCertificate(loginCertificate(m_loginKey, now))
{}

QByteArray TokenOffice::remember(QByteArray token, TokenUse use, const TokenOrder &order)
{
    // A day after its end nobody refreshes a token any more.
    const QDateTime forgotten = order.now.addDays(-1);
    m_issued.removeIf([&](const auto &entry) { return entry.value().expires < forgotten; });
    m_issued.insert(digest(token), {use, order.now.addSecs(order.lifetime.count()), order.owner});
    return token;
}

QByteArray TokenOffice::issueIam(const TokenOrder &order)
{
    NamedKey &named = m_iamKeys.first();
    return remember(named.signer().sign({{u"kid"_s, QString::fromLatin1(named.id)}}, iamClaims(order)), TokenUse::Iam,
                    order);
}

QByteArray TokenOffice::issueLogin(const TokenOrder &order)
{
    const Owner &owner = order.owner;
    QJsonObject claims{
        {u"iss"_s, order.issuer},
        {u"sub"_s, owner.email.isEmpty() ? owner.name : owner.email},
        {u"name"_s, owner.name},
        {u"iam_id"_s, owner.iamId},
        {u"realm"_s, u"apimanager"_s},
        // The login service hands the inner token on; it is a bearer token of its own.
        {u"tokens"_s, QJsonObject{{u"token"_s, QString::fromLatin1(issueIam(order))}}},
    };
    addTimes(claims, order);
    return remember(m_loginKey.sign({}, claims), TokenUse::Login, order);
}

QByteArray TokenOffice::issuePlatform(const TokenOrder &order)
{
    const Owner &owner = order.owner;
    QJsonObject claims{
        {u"iss"_s, u"IBM API Connect"_s},
        {u"namespace"_s, u"cloud"_s},
        {u"token_type"_s, u"bearer"_s},
        {u"aud"_s, u"/api/cloud/registrations/"_s + order.clientId},
        {u"sub"_s, owner.email.isEmpty() ? owner.name : owner.email},
        {u"username"_s, owner.email},
        {u"first_name"_s, owner.givenName},
        {u"last_name"_s, owner.familyName},
        {u"email"_s, owner.email},
        {u"realm"_s, u"provider/default-idp-2"_s},
        {u"grant_type"_s, order.grantType},
        {u"scopes"_s, QJsonArray{u"org:view"_s, u"org:manage"_s, u"product:view"_s, u"product:manage"_s}},
    };
    addTimes(claims, order);
    return remember(m_platformKey.sign({{u"kid"_s, u"platform"_s}}, claims), TokenUse::Platform, order);
}

const IssuedToken *TokenOffice::find(const QByteArray &token) const
{
    const auto found = m_issued.constFind(digest(token));
    return found == m_issued.constEnd() ? nullptr : &*found;
}

QJsonObject TokenOffice::iamKeySet()
{
    QJsonArray keys;
    for (NamedKey &named : m_iamKeys)
        keys.append(named.signer().jsonWebKey(named.id));
    return {{u"keys"_s, keys}};
}

void TokenOffice::rotateIamKeys(const QDateTime &now)
{
    m_iamKeys.removeLast();
    QByteArray name = keyName(now);
    if (name == m_iamKeys.first().id)
        name += now.toString(u"ss"_s).toLatin1() + randomHex(1);
    m_iamKeys.prepend({name});
}

QByteArray TokenOffice::loginCertificatePem() const
{
    return toPem(m_loginCertificate);
}

} // namespace acx::sandbox
