// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/accounts.h"

#include "app/sandbox/exchange.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx::sandbox {

namespace {

Owner person()
{
    Owner owner;
    owner.iamId = u"IBMid-"_s + QString::fromLatin1(randomHex(5)).toUpper();
    owner.givenName = u"Ada"_s;
    owner.familyName = u"Morgan"_s;
    owner.name = u"Ada Morgan"_s;
    owner.email = u"ada.morgan@example.com"_s;
    return owner;
}

Owner serviceId()
{
    Owner owner;
    owner.iamId = u"iam-ServiceId-"_s + QString::fromLatin1(randomUuid());
    owner.name = u"continuous-delivery"_s;
    owner.isService = true;
    return owner;
}

} // namespace

Accounts::Accounts(const QDateTime &now, const Secret &userKey, const Secret &clientSecret)
    : m_accountId(QString::fromLatin1(randomHex(16)))
    , m_user(person())
    , m_platformKey(randomUuid())
    , m_clientId(randomHex(16))
    , m_clientSecret(clientSecret.isEmpty() ? Secret(randomHex(16)) : clientSecret)
{
    ApiKeyRecord &user = add(m_user, u"sandbox"_s, userKey.reveal(), now);
    user.description = u"The key of a person"_s;
    m_userKey = user.value;
    ApiKeyRecord &service = add(serviceId(), u"sandbox-service"_s, {}, now);
    service.description = u"The key of a service ID"_s;
    m_serviceKey = service.value;
}

const ApiKeyRecord *Accounts::findByValue(const Secret &value) const
{
    const auto at =
        std::find_if(m_keys.begin(), m_keys.end(), [&](const ApiKeyRecord &key) { return key.value == value; });
    return at == m_keys.end() ? nullptr : &*at;
}

ApiKeyRecord *Accounts::findByValue(const Secret &value)
{
    const ApiKeyRecord *found = std::as_const(*this).findByValue(value);
    return found ? findById(found->id) : nullptr;
}

ApiKeyRecord *Accounts::findById(const QString &id)
{
    const auto at = std::find_if(m_keys.begin(), m_keys.end(), [&](const ApiKeyRecord &key) { return key.id == id; });
    return at == m_keys.end() ? nullptr : &*at;
}

ApiKeyRecord &Accounts::add(const Owner &owner, const QString &name, const QByteArray &value, const QDateTime &now)
{
    ApiKeyRecord key;
    key.id = u"ApiKey-"_s + QString::fromLatin1(randomUuid());
    key.name = name;
    key.crn = u"crn:v1:bluemix:public:iam-identity::a/%1::apikey:%2"_s.arg(m_accountId, key.id);
    key.entityTag = u"1-"_s + QString::fromLatin1(randomHex(16));
    key.created = now;
    key.modified = now;
    key.owner = owner;
    key.value = Secret(value.isEmpty() ? randomText(33) : value); // 44 characters, as IBM makes them
    m_keys.append(std::move(key));
    return m_keys.last();
}

void Accounts::remove(const QString &id)
{
    m_keys.removeIf([&](const ApiKeyRecord &key) { return key.id == id; });
}

bool Accounts::isClient(const QByteArray &id, const QByteArray &secret) const
{
    return id == m_clientId && Secret(secret) == m_clientSecret;
}

} // namespace acx::sandbox
