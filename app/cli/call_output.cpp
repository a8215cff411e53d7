// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/call_output.h"

#include "app/cli/context.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

tl::unexpected<Error> cannotOpen(const QString &path, const QString &technical)
{
    return fail(ErrorKind::Disk, u"“%1” cannot be written."_s.arg(path),
                u"Nothing was sent. Choose another file with -o."_s, technical);
}

tl::unexpected<Error> cut(const QString &path, const QString &technical)
{
    return fail(ErrorKind::Incomplete, u"The body could not be written to “%1” in full."_s.arg(path),
                u"What was there before is still there. Make room and try again."_s, technical);
}

/// True for /dev/stdout and whatever else names the file that standard output goes into. That one cannot be replaced:
/// whoever gave it to us goes on to write into it.
bool isStandardOutput(const QString &path)
{
    struct stat named = {};
    struct stat output = {};
    return ::stat(QFile::encodeName(path).constData(), &named) == 0 && ::fstat(STDOUT_FILENO, &output) == 0 &&
           S_ISREG(named.st_mode) && named.st_dev == output.st_dev && named.st_ino == output.st_ino;
}

/// True for /dev/stderr and whatever else names a descriptor that was handed to us. The file behind it is not replaced
/// for the same reason, and not cut, since it may hold what others wrote.
bool isDescriptor(const QString &path)
{
    const QString name = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    const QString own = u"/proc/%1/fd/"_s.arg(QCoreApplication::applicationPid());
    return name == "/dev/stderr"_L1 || name == "/dev/stdout"_L1 || name.startsWith("/dev/fd/"_L1) ||
           name.startsWith("/proc/self/fd/"_L1) || name.startsWith(own);
}

QByteArray headOf(const HttpResponse &response)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + response.reason + "\r\n";
    for (const HttpHeader &header : response.headers)
        head += header.name + ": " + header.value + "\r\n";
    return head + "\r\n";
}

} // namespace

Result<std::shared_ptr<CallOutput>> CallOutput::open(Context &context)
{
    std::shared_ptr<CallOutput> output(new CallOutput(context));
    const QString path = context.line().text(Option::Output);
    if (path.isEmpty() || path == "-"_L1 || isStandardOutput(path))
        return output;
    if (const Status opened = output->openFile(path); !opened)
        return fail(opened.error());
    return output;
}

Status CallOutput::openFile(const QString &path)
{
    m_path = path;
    const QFileInfo info(path);
    const bool hasDescriptor = isDescriptor(path);
    if (hasDescriptor || (info.exists() && !info.isFile() && !info.isDir())) {
        auto file = std::make_unique<QFile>(path);
        const QIODevice::OpenMode mode = hasDescriptor ? QIODevice::Append : QIODevice::WriteOnly;
        if (!file->open(mode | QIODevice::Unbuffered))
            return cannotOpen(path, file->errorString());
        m_device = std::move(file);
        return {};
    }
    sweepLeftovers(path, Leftovers::Ours);
    m_file = std::make_unique<ReplacedFile>(path);
    if (const Status opened = m_file->open(); !opened)
        return cannotOpen(path, opened.error().technical);
    return {};
}

Status CallOutput::deliver(const HttpResponse &response)
{
    if (m_context.line().has(Option::Include)) {
        if (const Status written = m_context.out().write(headOf(response)); !written)
            return written;
    }
    return m_file || m_device ? deliverToFile(response.body) : m_context.out().write(response.body);
}

Status CallOutput::deliverToFile(const ResponseBody &body)
{
    QFileDevice &file = m_file ? m_file->device() : *m_device;
    Status written = body.writeTo(file);
    if (written && m_file)
        written = m_file->commit();
    return written ? Status() : cut(m_path, written.error().technical);
}

} // namespace acx
