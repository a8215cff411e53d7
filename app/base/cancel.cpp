// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/cancel.h"

#include <map>
#include <utility>

namespace acx {

struct CancelToken::State {
    bool cancelled = false;
    int nextId = 1;
    std::map<int, std::function<void()>> handlers;
};

bool CancelToken::isCancelled() const
{
    return m_state && m_state->cancelled;
}

int CancelToken::onCancel(std::function<void()> handler) const
{
    if (!m_state)
        return 0;
    if (m_state->cancelled) {
        handler();
        return 0;
    }
    const int id = m_state->nextId++;
    m_state->handlers.emplace(id, std::move(handler));
    return id;
}

void CancelToken::forget(int id) const
{
    if (m_state)
        m_state->handlers.erase(id);
}

CancelSource::CancelSource()
{
    m_token.m_state = std::make_shared<CancelToken::State>();
}

CancelToken CancelSource::token() const
{
    return m_token;
}

void CancelSource::cancel()
{
    const std::shared_ptr<CancelToken::State> state = m_token.m_state;
    if (std::exchange(state->cancelled, true))
        return;
    // A handler may forget others or itself while we go through them.
    while (!state->handlers.empty()) {
        const auto node = state->handlers.extract(state->handlers.begin());
        node.mapped()();
    }
}

} // namespace acx
