// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

namespace acx {

/// The asking side of a cancellable exchange keeps a CancelSource and calls cancel(); the working side takes its token.
/// Both are cheap values; used from one thread.
class CancelToken final
{
public:
    CancelToken() = default;
    [[nodiscard]] bool isCancelled() const;
    /// Calls `handler` once when cancel() is called, at once if it already was. Returns an id for forget().
    int onCancel(std::function<void()> handler) const;
    void forget(int id) const;

private:
    friend class CancelSource;
    struct State;
    std::shared_ptr<State> m_state;
};

class CancelSource final
{
public:
    CancelSource();
    [[nodiscard]] CancelToken token() const;
    void cancel();

private:
    CancelToken m_token;
};

} // namespace acx
