// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/small_file.h"

#include "app/base/in_words.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

Error problem(ErrorKind kind, const char *sentence, const char *nextStep, int code)
{
    Error error;
    error.kind = kind;
    error.sentence = inWords(sentence);
    error.nextStep = inWords(nextStep);
    error.technical = qt_error_string(code);
    return error;
}

tl::unexpected<Error> readProblem(int code)
{
    return fail(ErrorKind::Disk, inWords(QT_TRANSLATE_NOOP("acx", "The file cannot be read.")),
                inWords(QT_TRANSLATE_NOOP("acx", "Copy it to another folder and try again.")), qt_error_string(code));
}

tl::unexpected<Error> tooLarge(qint64 maximumSize)
{
    return fail(ErrorKind::TooLarge,
                inWords(QT_TRANSLATE_NOOP("acx", "The file is larger than %1 bytes and cannot be a key file."))
                    .arg(maximumSize),
                inWords(QT_TRANSLATE_NOOP("acx", "Choose the downloaded apikey.json; it has a few hundred bytes.")));
}

Status checkKind(mode_t mode)
{
    if (S_ISREG(mode))
        return {};
    if (S_ISDIR(mode))
        return fail(ErrorKind::InvalidInput, inWords(QT_TRANSLATE_NOOP("acx", "This is a folder, not a file.")),
                    inWords(QT_TRANSLATE_NOOP("acx", "Open the folder and choose the downloaded apikey.json.")));
    return fail(ErrorKind::InvalidInput,
                inWords(QT_TRANSLATE_NOOP("acx", "This is not a file but a pipe or a device.")),
                inWords(QT_TRANSLATE_NOOP("acx", "Choose the downloaded apikey.json.")));
}

/// Without waiting for the other end of a pipe, and without becoming anybody's terminal.
int openForReading(const QString &path, int more)
{
    return ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC | more);
}

/// What the shell or whoever started the program opened for it. All of these names are links.
bool isHeldOpen(const QString &path)
{
    return path == "/dev/stdin"_L1 || path.startsWith("/dev/fd/"_L1) || path.startsWith("/proc/self/fd/"_L1);
}

/// Why a link is not read: what is no file is called so, as if it had been named itself.
Error linkProblem(const QString &path)
{
    const FileDescriptor target(openForReading(path, 0));
    if (target.number() < 0)
        return openError(errno);
    struct stat facts = {};
    if (::fstat(target.number(), &facts) != 0)
        return readProblem(errno).value();
    if (const Status kind = checkKind(facts.st_mode); !kind)
        return kind.error();
    Error error;
    error.kind = ErrorKind::InvalidInput;
    error.sentence = inWords(QT_TRANSLATE_NOOP("acx", "%1 is a link to %2."))
                         .arg(path, QFileInfo(path).canonicalFilePath());
    error.nextStep = inWords(QT_TRANSLATE_NOOP("acx", "Choose that file itself."));
    return error;
}

} // namespace

FileDescriptor::~FileDescriptor()
{
    if (m_number >= 0)
        ::close(m_number);
}

Error openError(int code)
{
    switch (code) {
    case ENOENT:
    case ENOTDIR:
        return problem(ErrorKind::NotFound, QT_TRANSLATE_NOOP("acx", "There is no such file."),
                       QT_TRANSLATE_NOOP("acx", "Check the name, or choose the file again."), code);
    case ELOOP:
        return problem(ErrorKind::NotFound, QT_TRANSLATE_NOOP("acx", "The link does not lead to a file."),
                       QT_TRANSLATE_NOOP("acx", "Choose the file itself."), code);
    case ENXIO:
        return problem(ErrorKind::InvalidInput,
                       QT_TRANSLATE_NOOP("acx", "This is not a file but a device or a socket."),
                       QT_TRANSLATE_NOOP("acx", "Choose the downloaded apikey.json."), code);
    case EACCES:
    case EPERM:
        return problem(ErrorKind::Disk, QT_TRANSLATE_NOOP("acx", "You are not allowed to read this file."),
                       QT_TRANSLATE_NOOP("acx", "Give yourself the right to read it, or choose another file."), code);
    default:
        return problem(ErrorKind::Disk, QT_TRANSLATE_NOOP("acx", "The file cannot be opened."),
                       QT_TRANSLATE_NOOP("acx", "Copy it to another folder and try again."), code);
    }
}

Result<QByteArray> readSmallFile(const QString &path, qint64 maximumSize, FileLinks links)
{
    const bool refusesLinks = links == FileLinks::Refused && !isHeldOpen(path);
    const FileDescriptor file(openForReading(path, refusesLinks ? O_NOFOLLOW : 0));
    if (file.number() < 0 && errno == ELOOP && refusesLinks)
        return fail(linkProblem(path));
    if (file.number() < 0)
        return fail(openError(errno));
    return readSmallFile(file.number(), maximumSize);
}

Result<QByteArray> readSmallFile(int descriptor, qint64 maximumSize)
{
    struct stat facts = {};
    if (::fstat(descriptor, &facts) != 0)
        return readProblem(errno);
    if (const Status kind = checkKind(facts.st_mode); !kind)
        return fail(kind.error());
    if (facts.st_size > maximumSize)
        return tooLarge(maximumSize);

    // One byte more than allowed shows a file that grows while it is read.
    QByteArray bytes(maximumSize + 1, Qt::Uninitialized);
    qint64 length = 0;
    while (length < bytes.size()) {
        const ssize_t part =
            ::pread(descriptor, bytes.data() + length, static_cast<size_t>(bytes.size() - length), length);
        if (part < 0 && errno == EINTR)
            continue;
        if (part < 0)
            return readProblem(errno);
        if (part == 0)
            break;
        length += part;
    }
    if (length > maximumSize)
        return tooLarge(maximumSize);
    bytes.truncate(length);
    return bytes;
}

} // namespace acx
