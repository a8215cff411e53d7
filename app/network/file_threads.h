// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/background.h"

#include <QThreadPool>

#include <chrono>
#include <memory>
#include <tuple>
#include <utility>

namespace acx {

/// Threads for reading files that may lie in a network folder which no longer answers. They are apart from the pool of
/// all other work, because such a file keeps its thread, and that work must go on. For the same reason their end waits
/// only for a moment: a thread that still hangs then is left to itself.
class FileThreads final
{
public:
    FileThreads()
        : m_pool(std::make_unique<QThreadPool>())
    {
        m_pool->setMaxThreadCount(mostThreads);
    }
    ~FileThreads()
    {
        if (!m_pool->waitForDone(int(moment.count())))
            std::ignore = m_pool.release(); // its own end would wait for the thread that hangs
    }
    Q_DISABLE_COPY_MOVE(FileThreads)

    /// Runs `work` (Result<T>()), which owns all it uses.
    template <class T, class Work>
    [[nodiscard]] QFuture<Result<T>> run(Work &&work)
    {
        return inBackground<T>(*m_pool, std::forward<Work>(work));
    }

private:
    static constexpr int mostThreads = 8;
    static constexpr std::chrono::milliseconds moment{1000};

    std::unique_ptr<QThreadPool> m_pool;
};

} // namespace acx
