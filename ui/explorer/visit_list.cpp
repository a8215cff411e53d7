// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/visit_list.h"

namespace acx {

const Visit *VisitList::current() const
{
    return m_at < 0 ? nullptr : &m_visits.at(m_at);
}

void VisitList::begin(const Visit &visit)
{
    const bool isSame = m_at >= 0 && m_visits.at(m_at).method == visit.method && m_visits.at(m_at).url == visit.url;
    m_visits.resize(isSame ? m_at : m_at + 1);
    m_visits.append(visit);
    if (m_visits.size() > mostVisits)
        m_visits.removeFirst();
    m_at = m_visits.size() - 1;
}

void VisitList::setAnswer(const Exchange &answer, const std::optional<AnswerHeadline> &headline)
{
    if (m_at < 0)
        return;
    m_visits[m_at].answer = answer;
    m_visits[m_at].headline = headline;
    dropOldAnswers();
}

void VisitList::setError(const Error &error)
{
    if (m_at >= 0)
        m_visits[m_at].error = error;
}

void VisitList::dropOldAnswers()
{
    qsizetype kept = 0;
    for (const Visit &visit : std::as_const(m_visits))
        kept += visit.answer ? 1 : 0;
    for (qsizetype i = 0; i < m_at && kept > mostAnswers; ++i) {
        kept -= m_visits.at(i).answer ? 1 : 0;
        m_visits[i].answer.reset();
    }
}

const Visit *VisitList::goBack()
{
    if (canGoBack())
        --m_at;
    return current();
}

const Visit *VisitList::goForward()
{
    if (canGoForward())
        ++m_at;
    return current();
}

void VisitList::clear()
{
    m_visits.clear();
    m_at = -1;
}

} // namespace acx
