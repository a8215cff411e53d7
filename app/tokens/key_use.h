// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/tokens/token.h"

#include <QByteArray>
#include <QSet>

namespace acx {

/// Which API keys were exchanged since the program started. Only marks are kept, made with a secret of this run.
class KeyUse final
{
public:
    KeyUse();
    /// Of a key as one kind of token service takes it.
    [[nodiscard]] QByteArray markOf(TokenKind kind, const Secret &key) const;
    [[nodiscard]] bool isUsed(const QByteArray &mark) const { return m_marks.contains(mark); }
    /// False: it was noted before.
    bool note(const QByteArray &mark);
    /// The key turned out to be unused.
    void takeBack(const QByteArray &mark) { m_marks.remove(mark); }

private:
    QByteArray m_secret;
    QSet<QByteArray> m_marks;
};

/// Whether a single-use key may be gone after this outcome: only a clear refusal, or no connection, leaves it unused.
[[nodiscard]] bool maySpendKey(const Result<Token> &result);
/// A single-use key was exchanged and is not tried again unasked.
[[nodiscard]] Error spentKeyError();
/// A single-use key was not exchanged yet, and is not without a person's word.
[[nodiscard]] Error unspentKeyError();

} // namespace acx
