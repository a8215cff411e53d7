// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/visit_list.h"

namespace acx {

const Visit *VisitList::current() const
{
    return m_at < 0 ? nullptr : &m_visits.at(m_at).visit;
}

void VisitList::begin(const RequestState &state, const QString &title, const QByteArray &method, const QUrl &url)
{
    const bool isSame = m_at >= 0 && m_visits.at(m_at).method == method && m_visits.at(m_at).url == url;
    if (isSame)
        --m_at;
    m_visits.resize(m_at + 1);
    m_visits.append({{state, title, std::nullopt, std::nullopt}, method, url});
    if (m_visits.size() > mostVisits)
        m_visits.removeFirst();
    m_at = m_visits.size() - 1;
}

void VisitList::setAnswer(const Exchange &answer)
{
    if (m_at < 0)
        return;
    m_visits[m_at].visit.answer = answer;
    dropOldAnswers();
}

void VisitList::setError(const Error &error)
{
    if (m_at >= 0)
        m_visits[m_at].visit.error = error;
}

void VisitList::setState(const RequestState &state)
{
    if (m_at >= 0)
        m_visits[m_at].visit.state = state;
}

void VisitList::dropOldAnswers()
{
    qsizetype kept = 0;
    for (const Step &step : std::as_const(m_visits))
        kept += step.visit.answer ? 1 : 0;
    for (qsizetype i = 0; i < m_at && kept > mostAnswers; ++i) {
        kept -= m_visits.at(i).visit.answer ? 1 : 0;
        m_visits[i].visit.answer.reset();
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
