// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/file_lock.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

// Two bytes of the file: who holds the room may change, who holds the door is the next to hold the room.
constexpr int door = 0;
constexpr int room = 1;
constexpr unsigned long pause = 5; // ms

int setByte(int descriptor, int byte, short type)
{
    struct flock range = {};
    range.l_type = type;
    range.l_whence = SEEK_SET;
    range.l_start = byte;
    range.l_len = 1;
    int result = 0;
    do {
        result = ::fcntl(descriptor, F_OFD_SETLK, &range);
    } while (result != 0 && errno == EINTR);
    return result;
}

} // namespace

FileLock::FileLock(const QString &path)
    : m_name(QFile::encodeName(path + ".lock"_L1))
{}

FileLock::~FileLock()
{
    unlock();
}

FileLock::Step FileLock::open()
{
    if (m_descriptor >= 0)
        return Step::Taken;
    do {
        m_descriptor = ::open(m_name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    } while (m_descriptor < 0 && errno == EINTR);
    if (m_descriptor >= 0)
        return Step::Taken;
    m_reason = qt_error_string(errno);
    return Step::Refused;
}

FileLock::Step FileLock::take(int byte)
{
    if (setByte(m_descriptor, byte, F_WRLCK) == 0)
        return Step::Taken;
    if (errno == EAGAIN || errno == EACCES)
        return Step::Busy;
    m_reason = qt_error_string(errno);
    return Step::Refused;
}

/// The last holder may have removed the file after it was opened here: a lock on that one keeps nobody out.
bool FileLock::isStillTheFile() const
{
    struct stat ours = {};
    struct stat named = {};
    return ::fstat(m_descriptor, &ours) == 0 && ::stat(m_name.constData(), &named) == 0 &&
           ours.st_ino == named.st_ino && ours.st_dev == named.st_dev;
}

FileLock::Step FileLock::attempt()
{
    if (const Step opened = open(); opened != Step::Taken)
        return opened;
    if (!m_hasDoor) {
        if (const Step taken = take(door); taken != Step::Taken)
            return taken;
        if (!isStillTheFile()) {
            close();
            return Step::Busy;
        }
        m_hasDoor = true;
    }
    if (const Step taken = take(room); taken != Step::Taken)
        return taken;
    setByte(m_descriptor, door, F_UNLCK);
    m_hasDoor = false;
    return Step::Taken;
}

bool FileLock::lock(std::chrono::milliseconds limit)
{
    if (m_isLocked)
        return true;
    m_isBusy = false;
    m_reason.clear();
    const QDeadlineTimer end(limit);
    Step step = attempt();
    while (step == Step::Busy && !end.hasExpired()) {
        QThread::msleep(pause);
        step = attempt();
    }
    m_isLocked = step == Step::Taken;
    m_isBusy = step == Step::Busy;
    if (!m_isLocked)
        close();
    return m_isLocked;
}

void FileLock::unlock()
{
    if (!m_isLocked)
        return;
    // Whoever waits holds the door of this very file and goes on with it.
    if (take(door) == Step::Taken)
        ::unlink(m_name.constData());
    m_isLocked = false;
    close();
}

void FileLock::leaveFile()
{
    m_isLocked = false;
    close();
}

void FileLock::close()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
    m_hasDoor = false;
}

} // namespace acx
