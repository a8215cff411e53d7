// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/session_store.h"

#include "app/base/deliver.h"
#include "app/credentials/keychain_errors.h"

#include <QCoreApplication>

namespace acx {

QFuture<Result<StoreStatus>> SessionStore::status()
{
    StoreStatus status;
    status.state = StoreState::Ready;
    status.name = QCoreApplication::translate("acx", "this session only");
    return ready(Result<StoreStatus>(status));
}

QFuture<Status> SessionStore::write(const QString &key, const Secret &value)
{
    if (const std::optional<Error> problem = problemOfSecret(value))
        return ready<void>(fail(*problem));
    m_secrets.insert(key, value);
    return ready<void>(Status());
}

QFuture<Result<Secret>> SessionStore::read(const QString &key)
{
    const auto found = m_secrets.constFind(key);
    if (found == m_secrets.constEnd())
        return ready<Secret>(fail(sessionSecretMissing()));
    return ready(Result<Secret>(*found));
}

QFuture<Status> SessionStore::remove(const QString &key)
{
    m_secrets.remove(key);
    return ready<void>(Status());
}

} // namespace acx
