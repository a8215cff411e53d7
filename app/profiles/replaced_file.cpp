// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/replaced_file.h"

#include "app/profiles/used_file.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QRegularExpression>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

// What stands between a write and the name; swept when a program was killed there.
constexpr QLatin1StringView partSuffix(".part");

tl::unexpected<Error> notWritten(const QString &path, const QString &technical)
{
    return fail(ErrorKind::Disk, QCoreApplication::translate("acx", "%1 could not be written.").arg(path),
                QCoreApplication::translate("acx", "Check the free space and the permissions, then try again. What was "
                                                   "there before is unchanged."),
                technical);
}

/// The new name is safe from a power cut only when the folder is on disk too; a file system that cannot do this is
/// taken as it is.
void syncFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

/// With those above it that are missing: QDir::mkpath() would leave them to the umask.
bool makePrivateFolder(const QString &folder)
{
    if (QFileInfo(folder).isDir())
        return true;
    const QString above = QFileInfo(folder).path();
    if (above != folder && !makePrivateFolder(above))
        return false;
    return ::mkdir(QFile::encodeName(folder).constData(), 0700) == 0 || QFileInfo(folder).isDir();
}

/// Marks a file as in use, until it is closed or its program ends. False if another has done so; on a file system that
/// knows no locks nobody has.
bool markAsUsed(int descriptor)
{
    return ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

void removeUnlessInUse(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0 || markAsUsed(descriptor))
        QFile::remove(path);
    if (descriptor >= 0)
        ::close(descriptor);
}

/// The file that a name stands for, found as the kernel finds it: link by link, each from the folder in which it lies.
/// Nothing of the text is left out, since what stands before a ".." may be a link, too. It need not exist. Empty = the
/// links lead nowhere.
QString fileBehind(const QString &path)
{
    constexpr int mostLinks = 40; // as many as Linux follows
    std::filesystem::path file(QFile::encodeName(path).toStdString());
    for (int i = 0; i < mostLinks; ++i) {
        std::error_code isNoLink;
        const std::filesystem::path target = std::filesystem::read_symlink(file, isNoLink);
        if (isNoLink)
            return QFile::decodeName(file.c_str());
        file = file.parent_path() / target;
    }
    return {};
}

} // namespace

ReplacedFile::ReplacedFile(QString path)
    : m_path(std::move(path))
{
    m_target = fileBehind(m_path);
    m_file.setFileTemplate(m_target + ".XXXXXX"_L1 + partSuffix);
}

Status ReplacedFile::open()
{
    if (m_target.isEmpty())
        return notWritten(m_path, qt_error_string(ELOOP));
    const QFileInfo info(m_target);
    if (info.exists() && (!info.isFile() || !info.isWritable()))
        return notWritten(m_path, qt_error_string(info.isDir() ? EISDIR : EACCES));
    // Readable by the person alone from the first byte on. Not QSaveFile: on a full disk it writes less and still
    // commits, and its temporary names cannot be told from copies that a person made.
    if (!m_file.open())
        return notWritten(m_path, m_file.errorString());
    // Before it has a name, mostly: QTemporaryFile gives it one in commit(), where the file system can do that.
    markAsUsed(m_file.handle());
    return {};
}

Status ReplacedFile::commit()
{
    const qint64 size = m_file.pos();
    if (!m_file.flush() || m_file.size() != size)
        return notWritten(m_path, m_file.errorString());
    if (::fsync(m_file.handle()) != 0 ||
        ::rename(QFile::encodeName(m_file.fileName()).constData(), QFile::encodeName(m_target).constData()) != 0)
        return notWritten(m_path, qt_error_string(errno));
    m_file.setAutoRemove(false);
    syncFolder(QFileInfo(m_target).path());
    return {};
}

Status replaceFile(const QString &path, const QByteArray &bytes, UsedFile *used)
{
    ReplacedFile file(path);
    if (const Status opened = file.open(); !opened)
        return opened;
    if (file.device().write(bytes) != bytes.size())
        return notWritten(path, file.device().errorString());
    UsedFile mark;
    if (used != nullptr)
        mark.keep(file.device().handle());
    Status written = file.commit();
    if (written && used != nullptr)
        *used = std::move(mark);
    return written;
}

Status makeFolderFor(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (makePrivateFolder(folder))
        return {};
    return fail(ErrorKind::Disk, QCoreApplication::translate("acx", "The folder %1 could not be made.").arg(folder),
                QCoreApplication::translate("acx", "Check the free space and the permissions, then try again."),
                qt_error_string(errno));
}

void sweepLeftovers(const QString &path, Leftovers which)
{
    // Earlier versions wrote by QSaveFile, whose temporary name is the file's with a point and six random letters. One
    // capital at least, so that a copy made by hand (profiles.json.backup) stays.
    const QFileInfo info(path);
    static const QRegularExpression part(u"^\\.[A-Za-z]{6}\\.part$"_s);
    static const QRegularExpression random(u"^\\.(?=.*[A-Z])[A-Za-z]{6}$"_s);
    const QStringList names = info.dir().entryList({info.fileName() + ".*"_L1}, QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        const QString rest = name.sliced(info.fileName().size());
        if (part.match(rest).hasMatch() || (which == Leftovers::All && random.match(rest).hasMatch()))
            removeUnlessInUse(info.dir().filePath(name));
    }
}

QString setFileAside(const QString &path, QStringView reason, const std::optional<QByteArray> &replacement,
                     UsedFile *used)
{
    QString kept = nameBeside(path, reason);
    // Of the file itself, where a link stands for it. Not every file system has second names.
    const bool isLinked = ::linkat(AT_FDCWD, QFile::encodeName(path).constData(), AT_FDCWD,
                                   QFile::encodeName(kept).constData(), AT_SYMLINK_FOLLOW) == 0;
    if (!isLinked && !QFile::copy(path, kept))
        return {};
    QFile::setPermissions(kept, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const bool isDone = replacement ? replaceFile(path, *replacement, used).has_value() : QFile::remove(path);
    if (isDone)
        return kept;
    QFile::remove(kept);
    return {};
}

QString nameBeside(const QString &path, QStringView reason)
{
    const QString stem =
        u"%1.%2-%3"_s.arg(path, reason, QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s));
    QString name = stem;
    for (int i = 2; QFile::exists(name); ++i)
        name = u"%1-%2"_s.arg(stem).arg(i);
    return name;
}

} // namespace acx
