// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tokens/token_service.h"

#include <QPromise>

#include <memory>
#include <vector>

namespace acx {

/// A token service that counts its calls and answers when the test says so.
class HeldService final : public TokenService
{
public:
    struct Call
    {
        TokenCredentials credentials;
        CancelToken cancel;
        bool renewal = false;
        QPromise<Result<Token>> promise;
    };

    explicit HeldService(TokenKind kind)
        : m_kind(kind)
    {}
    [[nodiscard]] TokenKind kind() const override { return m_kind; }
    [[nodiscard]] QFuture<Result<Token>> exchange(const TokenCredentials &credentials,
                                                  const CancelToken &cancel) override
    {
        return record(credentials, cancel, false);
    }
    [[nodiscard]] QFuture<Result<Token>> renew(const Token & /*old*/, const TokenCredentials &credentials,
                                               const CancelToken &cancel) override
    {
        return record(credentials, cancel, true);
    }

    [[nodiscard]] int count() const { return static_cast<int>(m_calls.size()); }
    [[nodiscard]] Call &last() { return *m_calls.back(); }
    void answer(const Result<Token> &result) { answer(count() - 1, result); }
    void answer(int index, const Result<Token> &result)
    {
        Call &call = *m_calls.at(static_cast<size_t>(index));
        call.promise.addResult(result);
        call.promise.finish();
    }

private:
    QFuture<Result<Token>> record(const TokenCredentials &credentials, const CancelToken &cancel, bool renewal)
    {
        auto call = std::make_unique<Call>();
        call->credentials = credentials;
        call->cancel = cancel;
        call->renewal = renewal;
        call->promise.start();
        m_calls.push_back(std::move(call));
        return m_calls.back()->promise.future();
    }

    TokenKind m_kind;
    std::vector<std::unique_ptr<Call>> m_calls;
};

} // namespace acx
