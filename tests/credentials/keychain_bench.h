// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/app_info.h"
#include "app/credentials/keychain_store.h"
#include "tests/support/keyring.h"
#include "tests/support/wait.h"

#include <QObject>
#include <QTest>

namespace acx {

inline const QString name = QStringLiteral("profile/one/api-key");
inline const QString otherName = QStringLiteral("profile/two/api-key");

inline QString entry(const QString &key = name)
{
    return QLatin1StringView(applicationId) + QLatin1Char('/') + key;
}

inline Secret secret(const QByteArray &text)
{
    return Secret(text);
}

inline QString explain(const Error &error)
{
    return error.message() + QLatin1Char('\n') + error.details();
}

/// The store on a real gnome-keyring.
class KeychainBench : public QObject
{
protected:
    static void needPrivateKeyring() { QVERIFY2(Keyring::isPrivate(), "run this under tests/support/with_keyring.sh"); }
    void removeEntries()
    {
        QVERIFY(m_keyring.unlock());
        for (const QString &key : {name, otherName, QStringLiteral("installation/fingerprint-key")}) {
            while (m_keyring.countItems(entry(key)) > 0)
                QVERIFY(m_keyring.removeItem(entry(key)));
        }
    }
    [[nodiscard]] static std::unique_ptr<KeychainStore>
    store(std::chrono::milliseconds deadline = std::chrono::seconds(10))
    {
        return std::make_unique<KeychainStore>(KeychainOptions{deadline, std::chrono::seconds(20)});
    }

    Keyring m_keyring;
};

} // namespace acx
