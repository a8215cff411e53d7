// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVirtualObject>
#include <QHash>
#include <QList>
#include <QMap>
#include <QSet>

#include <functional>

namespace acx {

/// A Secret Service (API draft 0.2) that does on command what a real keyring does only with bad luck: it answers late
/// or never, asks a person who takes her time, or hands out something else. It lives on a bus connection of its own;
/// run it under with_keyring.sh --no-service.
class StandInService final : public QDBusVirtualObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StandInService)

public:
    StandInService();
    ~StandInService() override;
    [[nodiscard]] bool start();

    /// Calls of this method are kept unanswered (and not carried out) until release().
    void hold(const QString &method) { m_holding.insert(method); }
    void release();
    [[nodiscard]] qsizetype held() const { return m_held.size(); }
    /// Calls of this method are answered with an error.
    void refuse(const QString &method, const QString &errorName) { m_refusals.insert(method, errorName); }
    /// Carries out the method and then loses the answer's meaning: replies with an error although it was done.
    void doAndDeny(const QString &method) { m_denials.insert(method); }
    void behaveAgain();
    /// Goes from the bus as a killed program does: who waits for an answer is told by the bus that none will come.
    void die();
    /// Comes back with its items after die(), as a new program.
    [[nodiscard]] bool rise();

    void setLocked(bool locked) { m_isLocked = locked; }
    /// The default keyring is deleted with all that is in it; the next write makes another.
    void loseKeyring()
    {
        m_items.clear();
        m_hasKeyring = false;
    }
    [[nodiscard]] int prompts() const { return m_prompts; }
    [[nodiscard]] bool isPromptOpen() const { return !m_openPrompt.isEmpty(); }
    /// What the person does with the open question.
    void answerPrompt(bool accept);

    [[nodiscard]] QHash<QString, QByteArray> items() const { return m_items; }
    void setItem(const QString &entry, const QByteArray &secret) { m_items.insert(entry, secret); }
    /// Changes what is handed out.
    void alterSecrets(std::function<QByteArray(QByteArray)> change) { m_change = std::move(change); }
    [[nodiscard]] int calls(const QString &method) const { return m_calls.value(method); }

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;
    [[nodiscard]] QString introspect(const QString &path) const override;

private:
    void carryOut(const QDBusMessage &message);
    [[nodiscard]] QVariantList resultOf(const QDBusMessage &message);
    [[nodiscard]] QVariantList search(const QDBusMessage &message) const;
    [[nodiscard]] QVariantList secrets(const QDBusMessage &message) const;
    [[nodiscard]] QVariantList create(const QDBusMessage &message);
    [[nodiscard]] QString itemPath(const QString &entry) const;
    [[nodiscard]] QString entryOf(const QString &path) const;

    QDBusConnection m_bus;
    QSet<QString> m_holding;
    QSet<QString> m_denials;
    QHash<QString, QString> m_refusals;
    QList<QDBusMessage> m_held;
    QHash<QString, QByteArray> m_items;
    QHash<QString, int> m_calls;
    std::function<QByteArray(QByteArray)> m_change;
    QString m_openPrompt;
    QList<QDBusObjectPath> m_toUnlock;
    int m_prompts = 0;
    bool m_isLocked = false;
    bool m_hasKeyring = true;
};

} // namespace acx
