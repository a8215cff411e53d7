// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/deliver.h"
#include "app/credentials/session_store.h"

#include <functional>

namespace acx {

/// A store that keeps secrets in memory and fails where a test says so, as a keyring does that is locked, gone or slow.
class FailingStore final : public SecretStore
{
public:
    enum class Call { Write, Read, Remove };
    /// Decides over each call: an error kind, or none to let it through.
    using Rule = std::function<std::optional<ErrorKind>(Call, const QString &key)>;

    void setRule(Rule rule) { m_rule = std::move(rule); }
    /// The same for a call that is carried out and then told as failed.
    void setLateRule(Rule rule) { m_lateRule = std::move(rule); }
    void failAll(ErrorKind kind)
    {
        m_rule = [kind](Call, const QString &) { return kind; };
    }
    void failNone()
    {
        m_rule = nullptr;
        m_lateRule = nullptr;
    }
    /// From now on calls wait until release().
    void hold() { m_isHeld = true; }
    void release()
    {
        m_isHeld = false;
        const auto gates = std::exchange(m_gates, {});
        for (const auto &gate : gates) {
            gate->addResult(Status());
            gate->finish();
        }
    }
    [[nodiscard]] int calls() const { return m_calls; }
    [[nodiscard]] QStringList keys() const { return m_keys; }

    [[nodiscard]] bool isPersistent() const override { return true; }
    [[nodiscard]] QFuture<Result<StoreStatus>> status() override { return m_memory.status(); }
    [[nodiscard]] QFuture<Status> write(const QString &key, const Secret &value) override
    {
        return guarded<void>(Call::Write, key, [this, key, value] {
            if (!m_keys.contains(key))
                m_keys.append(key);
            return m_memory.write(key, value);
        });
    }
    [[nodiscard]] QFuture<Result<Secret>> read(const QString &key) override
    {
        return guarded<Secret>(Call::Read, key, [this, key] { return m_memory.read(key); });
    }
    [[nodiscard]] QFuture<Status> remove(const QString &key) override
    {
        return guarded<void>(Call::Remove, key, [this, key] {
            m_keys.removeAll(key);
            return m_memory.remove(key);
        });
    }

private:
    template <class T>
    static QFuture<Result<T>> refused(ErrorKind kind)
    {
        return ready<T>(fail(kind, QStringLiteral("The keyring says no."), QStringLiteral("Unlock it.")));
    }
    template <class T, class Run>
    QFuture<Result<T>> guarded(Call call, const QString &key, Run run)
    {
        ++m_calls;
        const auto decided = [this, call, key, run]() -> QFuture<Result<T>> {
            const std::optional<ErrorKind> kind = m_rule ? m_rule(call, key) : std::nullopt;
            if (kind)
                return refused<T>(*kind);
            const QFuture<Result<T>> done = run();
            const std::optional<ErrorKind> late = m_lateRule ? m_lateRule(call, key) : std::nullopt;
            return late ? refused<T>(*late) : done;
        };
        if (!m_isHeld)
            return decided();
        // One for each call: a future takes a single continuation.
        const auto gate = std::make_shared<QPromise<Status>>();
        gate->start();
        m_gates.append(gate);
        return chain<T>(gate->future(), decided);
    }

    SessionStore m_memory;
    QStringList m_keys;
    Rule m_rule;
    Rule m_lateRule;
    QList<std::shared_ptr<QPromise<Status>>> m_gates;
    bool m_isHeld = false;
    int m_calls = 0;
};

} // namespace acx
