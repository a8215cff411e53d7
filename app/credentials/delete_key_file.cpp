// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/in_words.h"
#include "app/credentials/api_key_file.h"
#include "app/credentials/small_file.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace acx {
namespace {

constexpr const char *deleteYourself = QT_TRANSLATE_NOOP("acx", "Delete it yourself if you no longer need it.");

tl::unexpected<Error> keptFile(ErrorKind kind, const char *sentence, const QString &technical = {})
{
    return fail(kind, inWords(sentence), inWords(deleteYourself), technical);
}

bool isSameFile(const struct stat &a, const struct stat &b)
{
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/// For writing where that is allowed, so that the content can be overwritten.
int openForDeletion(const QByteArray &path)
{
    constexpr int flags = O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
    const int writable = ::open(path.constData(), O_RDWR | flags);
    return writable >= 0 || errno == ELOOP ? writable : ::open(path.constData(), O_RDONLY | flags);
}

/// As well as it can be done: a journal, a snapshot or a flash chip may keep older copies of the blocks.
void overwrite(int descriptor, qint64 size)
{
    const QByteArray zeros(std::min<qint64>(size, ApiKeyFile::maximumSize), '\0');
    const ssize_t written = ::pwrite(descriptor, zeros.constData(), static_cast<size_t>(zeros.size()), 0);
    if (written > 0)
        ::fsync(descriptor);
}

Status checkIdentity(const QByteArray &path, const struct stat &opened)
{
    struct stat named = {};
    if (::lstat(path.constData(), &named) != 0 || !isSameFile(named, opened))
        return keptFile(ErrorKind::InvalidInput,
                        QT_TRANSLATE_NOOP("acx", "Another file has taken the place of the key file, "
                                                 "so it was not deleted."));
    if (opened.st_nlink > 1)
        return keptFile(ErrorKind::InvalidInput,
                        QT_TRANSLATE_NOOP("acx", "The key file has a second name (a hard link), so "
                                                 "it was not deleted."));
    return {};
}

Status checkContent(int descriptor, const Secret &expectedKey)
{
    const Result<QByteArray> bytes = readSmallFile(descriptor, ApiKeyFile::maximumSize);
    if (!bytes)
        return fail(bytes.error());
    const Result<ApiKeyImport> found = ApiKeyFile::readBytes(*bytes);
    if (!found || found->key.value != expectedKey)
        return keptFile(ErrorKind::InvalidInput,
                        QT_TRANSLATE_NOOP("acx", "The file no longer holds the imported key, so it was not deleted."));
    return {};
}

} // namespace

Status deleteKeyFile(const QString &path, const Secret &expectedKey)
{
    const QByteArray name = QFile::encodeName(path);
    const FileDescriptor file(openForDeletion(name));
    if (file.number() < 0 && errno == ELOOP)
        return keptFile(ErrorKind::InvalidInput,
                        QT_TRANSLATE_NOOP("acx", "This is a link, so neither it nor the file that it "
                                                 "leads to was deleted."));
    if (file.number() < 0)
        return fail(openError(errno));
    if (const Status content = checkContent(file.number(), expectedKey); !content)
        return content;
    struct stat facts = {};
    if (::fstat(file.number(), &facts) != 0)
        return keptFile(ErrorKind::Disk,
                        QT_TRANSLATE_NOOP("acx", "The key file cannot be examined, so it was not deleted."),
                        qt_error_string(errno));
    if (const Status identity = checkIdentity(name, facts); !identity)
        return identity;
    // The name goes first: if that is not allowed, the file stays as it is.
    if (::unlink(name.constData()) != 0)
        return keptFile(ErrorKind::Disk,
                        QT_TRANSLATE_NOOP("acx", "The key file could not be deleted; the key is still in it."),
                        qt_error_string(errno));
    overwrite(file.number(), facts.st_size);
    struct stat left = {};
    if (::lstat(name.constData(), &left) == 0)
        return keptFile(ErrorKind::Disk,
                        QT_TRANSLATE_NOOP("acx", "A file of this name is there again after the key file was deleted."));
    return {};
}

} // namespace acx
