// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/secret_prompt.h"

#include "app/base/background.h"

#include <QThread>

namespace acx {

SecretPrompt::SecretPrompt(const QString &owner, const QString &path)
    : QDBusAbstractInterface(owner, path, "org.freedesktop.Secret.Prompt", QDBusConnection::sessionBus(), nullptr)
{}

QFuture<Result<std::shared_ptr<SecretPrompt::Owner>>> SecretPrompt::open(const QString &owner, const QString &path)
{
    QThread *home = QThread::currentThread();
    return inBackground<std::shared_ptr<Owner>>([owner, path, home]() -> Result<std::shared_ptr<Owner>> {
        auto *prompt = new SecretPrompt(owner, path);
        connect(prompt, &SecretPrompt::Completed, prompt, [prompt](bool dismissed) {
            if (prompt->m_handler)
                prompt->m_handler(dismissed);
        });
        prompt->moveToThread(home);
        return std::make_shared<Owner>(prompt);
    });
}

} // namespace acx
