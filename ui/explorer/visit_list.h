// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explorer/request_sender.h"
#include "app/explorer/request_state.h"
#include "ui/explorer/answer_words.h"

#include <QList>

#include <optional>

namespace acx {

/// One step of a tab: what was asked and what came of it.
struct Visit
{
    RequestState state;
    QByteArray method;
    QUrl url;
    QByteArray accept;                      ///< the header as it was sent
    std::optional<Exchange> answer;         ///< its body is shared, not copied
    std::optional<AnswerHeadline> headline; ///< of the answer
    std::optional<Error> error;             ///< why there is no answer
};

/// The steps of one tab, for back and forward. The answers of the latest ones are kept; an older step gives its request
/// alone.
class VisitList final
{
public:
    static constexpr qsizetype mostVisits = 200;
    static constexpr qsizetype mostAnswers = 20;

    [[nodiscard]] bool isEmpty() const { return m_visits.isEmpty(); }
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_visits.size(); }
    /// The step that is shown; none before the first.
    [[nodiscard]] const Visit *current() const;
    /// A new step after the current one; what lay ahead is forgotten. A request that is sent once more, with the same
    /// method and target, is the same step.
    void begin(const Visit &visit);
    /// What came of the current step.
    void setAnswer(const Exchange &answer, const std::optional<AnswerHeadline> &headline);
    void setError(const Error &error);
    const Visit *goBack();
    const Visit *goForward();
    void clear();

private:
    /// Those farthest back go first.
    void dropOldAnswers();

    QList<Visit> m_visits;
    qsizetype m_at = -1;
};

} // namespace acx
