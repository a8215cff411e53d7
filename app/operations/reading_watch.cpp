// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/reading_watch.h"

#include "app/base/deliver.h"

#include <QCoreApplication>

#include <utility>

namespace acx {

namespace {

Error takesTooLong(std::chrono::seconds most)
{
    Error error;
    error.kind = ErrorKind::TooLarge;
    error.sentence =
        QCoreApplication::translate("acx", "The document takes longer than %1 s to read.").arg(most.count());
    error.nextStep = QCoreApplication::translate("acx", "Choose a smaller document, or a part of it.");
    return error;
}

} // namespace

ReadingWatch::ReadingWatch(ReadingTime time, std::function<bool()> goOn)
    : m_time(std::move(time))
    , m_goOn(std::move(goOn))
    , m_start(now())
{}

std::chrono::steady_clock::time_point ReadingWatch::now() const
{
    return m_time.now ? m_time.now() : std::chrono::steady_clock::now();
}

bool ReadingWatch::goOn()
{
    if (m_end)
        return false;
    if (m_goOn && !m_goOn())
        m_end = cancelledError();
    else if (now() - m_start >= m_time.most)
        m_end = takesTooLong(m_time.most);
    return !m_end;
}

} // namespace acx
