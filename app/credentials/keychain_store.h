// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/credentials/secret_store.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace acx {

struct KeychainOptions
{
    std::chrono::milliseconds deadline{10'000};        ///< for a call that needs no prompt
    std::chrono::milliseconds promptDeadline{120'000}; ///< while an unlock prompt may be open
};

/// SecretStore over QtKeychain: Secret Service or KWallet, macOS Keychain, Windows Credential Manager. One job at a
/// time (QtKeychain's own rule); a job that outlives its deadline is left alone, its late result is reconciled (a late
/// write of something that was reported as not saved is removed again). Touches neither D-Bus nor keychain before its
/// first call.
class KeychainStore final : public QObject, public SecretStore
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeychainStore)

public:
    explicit KeychainStore(KeychainOptions options = {}, QObject *parent = nullptr);
    ~KeychainStore() override;

    [[nodiscard]] bool isPersistent() const override { return true; }
    [[nodiscard]] QFuture<Result<StoreStatus>> status() override;
    [[nodiscard]] QFuture<Status> write(const QString &key, const Secret &value) override;
    [[nodiscard]] QFuture<Result<Secret>> read(const QString &key) override;
    [[nodiscard]] QFuture<Status> remove(const QString &key) override;
    void allowPrompt() override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace acx
