// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusAbstractInterface>
#include <QDBusVariant>

namespace acx {

/// A question of the Secret Service (org.freedesktop.Secret.Prompt), so that its signal can be connected by member
/// pointer.
class SecretPrompt final : public QDBusAbstractInterface
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretPrompt)

public:
    SecretPrompt(const QString &path, const QDBusConnection &bus, QObject *parent);

Q_SIGNALS:
    void Completed(bool dismissed, const QDBusVariant &result); // the name is the protocol's
};

} // namespace acx
