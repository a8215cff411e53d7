// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/secret_prompt.h"

using namespace Qt::StringLiterals;

namespace acx {

SecretPrompt::SecretPrompt(const QString &path, const QDBusConnection &bus, QObject *parent)
    : QDBusAbstractInterface(u"org.freedesktop.secrets"_s, path, "org.freedesktop.Secret.Prompt", bus, parent)
{}

} // namespace acx
