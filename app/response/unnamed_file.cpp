// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/response/unnamed_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

bool isPrivateFolder(const QByteArray &folder)
{
    struct stat info = {};
    return ::lstat(folder.constData(), &info) == 0 && S_ISDIR(info.st_mode) && info.st_uid == ::geteuid();
}

bool makePrivateFolder(const QString &folder)
{
    if (!QDir().mkpath(QFileInfo(folder).path()))
        return false;
    const QByteArray path = QFile::encodeName(folder);
    if (::mkdir(path.constData(), 0700) != 0 && errno != EEXIST)
        return false;
    return isPrivateFolder(path) && ::chmod(path.constData(), 0700) == 0;
}

/// A descriptor of a file in `folder` that has no name, or -1.
int openWithoutName(const QByteArray &folder)
{
#ifdef O_TMPFILE
    const int direct = ::open(folder.constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (direct >= 0)
        return direct;
#endif
    // Not every file system knows files without a name. What a program left that was killed before the name was gone:
    // nobody needs a name in here.
    QDir bodies(QFile::decodeName(folder));
    const QStringList leftovers = bodies.entryList({u"body-??????"_s}, QDir::Files | QDir::Hidden);
    for (const QString &leftover : leftovers)
        bodies.remove(leftover);
    QByteArray name = folder + "/body-XXXXXX";
    const int named = ::mkostemp(name.data(), O_CLOEXEC);
    if (named >= 0)
        ::unlink(name.constData());
    return named;
}

int openInTemporaryFolder()
{
    QByteArray folder = QFile::encodeName(QDir::tempPath() + "/apiconnect-explorer-XXXXXX"_L1);
    if (!::mkdtemp(folder.data()))
        return -1;
    const int descriptor = openWithoutName(folder);
    const int reason = errno;
    ::rmdir(folder.constData());
    errno = reason;
    return descriptor;
}

} // namespace

QString unnamedFileFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + "/apiconnect-explorer"_L1;
}

Status openUnnamedFile(QFile &file)
{
    int descriptor = -1;
    if (makePrivateFolder(unnamedFileFolder()))
        descriptor = openWithoutName(QFile::encodeName(unnamedFileFolder()));
    if (descriptor < 0)
        descriptor = openInTemporaryFolder();
    if (descriptor < 0)
        return fail(
            ErrorKind::Disk, QCoreApplication::translate("acx", "No temporary file can be made for the answer."),
            QCoreApplication::translate("acx", "Make room in the cache folder %1 or in the temporary folder %2.")
                .arg(unnamedFileFolder(), QDir::tempPath()),
            qt_error_string(errno));
    if (!file.open(descriptor, QIODevice::ReadWrite | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return fail(ErrorKind::Disk,
                    QCoreApplication::translate("acx", "No temporary file can be made for the answer."), {},
                    file.errorString());
    }
    return {};
}

} // namespace acx
