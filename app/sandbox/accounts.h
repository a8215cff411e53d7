// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace acx::sandbox {

/// Who a token speaks for.
struct Owner
{
    QString iamId;
    QString name;
    QString givenName;
    QString familyName;
    QString email;
    bool isService = false;
    bool active = true; ///< false = removed from the account
};

/// An IBM Cloud API key, as IAM keeps it.
struct ApiKeyRecord
{
    QString id; ///< ApiKey-<uuid>
    QString name;
    QString description;
    QString crn;
    QString entityTag;
    QDateTime created;
    QDateTime modified;
    Owner owner;
    Secret value;
    bool disabled = false;
    bool locked = false;
};

/// The account of the sandbox's company: its keys and its registered client, made anew at each start unless given.
class Accounts final
{
public:
    explicit Accounts(const QDateTime &now, const Secret &userKey = {}, const Secret &clientSecret = {});

    [[nodiscard]] const QString &accountId() const { return m_accountId; }
    [[nodiscard]] const Secret &userKey() const { return m_userKey; }
    [[nodiscard]] const Secret &serviceKey() const { return m_serviceKey; }
    [[nodiscard]] const Secret &platformKey() const { return m_platformKey; }
    [[nodiscard]] const QByteArray &clientId() const { return m_clientId; }
    [[nodiscard]] const Secret &clientSecret() const { return m_clientSecret; }
    [[nodiscard]] const Owner &user() const { return m_user; }

    [[nodiscard]] const QList<ApiKeyRecord> &keys() const { return m_keys; }
    [[nodiscard]] const ApiKeyRecord *findByValue(const Secret &value) const;
    [[nodiscard]] ApiKeyRecord *findByValue(const Secret &value);
    [[nodiscard]] ApiKeyRecord *findById(const QString &id);
    /// A key for an owner that exists; `value` may be brought along.
    ApiKeyRecord &add(const Owner &owner, const QString &name, const QByteArray &value, const QDateTime &now);
    void remove(const QString &id);
    [[nodiscard]] bool isClient(const QByteArray &id, const QByteArray &secret) const;

private:
    QString m_accountId;
    Owner m_user;
    QList<ApiKeyRecord> m_keys;
    Secret m_userKey;
    Secret m_serviceKey;
    Secret m_platformKey;
    QByteArray m_clientId;
    Secret m_clientSecret;
};

} // namespace acx::sandbox
