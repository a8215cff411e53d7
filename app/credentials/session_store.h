// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/secret_store.h"

#include <QHash>

namespace acx {

/// Keeps secrets in memory, for this session only.
class SessionStore final : public SecretStore
{
public:
    [[nodiscard]] bool isPersistent() const override { return false; }
    [[nodiscard]] QFuture<Result<StoreStatus>> status() override;
    [[nodiscard]] QFuture<Status> write(const QString &key, const Secret &value) override;
    [[nodiscard]] QFuture<Result<Secret>> read(const QString &key) override;
    [[nodiscard]] QFuture<Status> remove(const QString &key) override;

private:
    QHash<QString, Secret> m_secrets;
};

} // namespace acx
