// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QDBusAbstractInterface>
#include <QDBusVariant>
#include <QFuture>

#include <functional>
#include <memory>

namespace acx {

/// A question of the Secret Service (org.freedesktop.Secret.Prompt), so that its signal can be connected by member
/// pointer.
class SecretPrompt final : public QDBusAbstractInterface
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretPrompt)

public:
    struct Later
    {
        void operator()(QObject *object) const { object->deleteLater(); }
    };
    using Owner = std::unique_ptr<SecretPrompt, Later>;

    /// Listens for the answer, which is not asked for yet. Qt asks the bus who sends a signal and blocks until it is
    /// told, so that is done in a thread of the pool. `owner` is the service's unique name: a well-known one would be
    /// asked for by more calls.
    [[nodiscard]] static QFuture<Result<std::shared_ptr<Owner>>> open(const QString &owner, const QString &path);

    void setHandler(const std::function<void(bool dismissed)> &handler) { m_handler = handler; }

Q_SIGNALS:
    void Completed(bool dismissed, const QDBusVariant &result); // the name is the protocol's

private:
    SecretPrompt(const QString &owner, const QString &path);

    std::function<void(bool dismissed)> m_handler;
};

} // namespace acx
