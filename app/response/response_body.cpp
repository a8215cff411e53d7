// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/response/response_body.h"

#include "app/response/unnamed_file.h"

#include <QCoreApplication>
#include <QFile>

#include <mutex>
#include <optional>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qint64 chunkSize = 1024LL * 1024; // bytes written at a time

Error diskError(const QString &technical)
{
    Error error;
    error.kind = ErrorKind::Disk;
    error.sentence = QCoreApplication::translate("acx", "The answer could not be kept on disk in full.");
    error.nextStep = QCoreApplication::translate("acx", "Make room in %1 and try again.").arg(unnamedFileFolder());
    error.technical = technical;
    return error;
}

} // namespace

struct ResponseBody::Storage
{
    explicit Storage(qint64 limit)
        : memoryLimit(limit)
    {}
    Q_DISABLE_COPY_MOVE(Storage)
    ~Storage() = default;

    Status append(QByteArrayView bytes);
    Status moveToDisk();
    Status writeToDisk(QByteArrayView bytes);
    Result<QByteArrayView> map();

    const qint64 memoryLimit;
    qint64 size = 0;
    QByteArray memory;
    QFile file; // open = the body is on disk
    std::optional<Error> failure;
    std::mutex mapping; // guards mapped and mappedSize: several threads may look at a complete body
    uchar *mapped = nullptr;
    qint64 mappedSize = 0;
};

Status ResponseBody::Storage::append(QByteArrayView bytes)
{
    if (failure)
        return fail(*failure);
    if (bytes.isEmpty())
        return {};
    if (!file.isOpen() && size + bytes.size() <= memoryLimit) {
        memory.append(bytes);
        size += bytes.size();
        return {};
    }
    Status done = file.isOpen() ? Status() : moveToDisk();
    if (done)
        done = writeToDisk(bytes);
    if (done)
        size += bytes.size();
    else
        failure = done.error();
    return done;
}

Status ResponseBody::Storage::moveToDisk()
{
    if (Status opened = openUnnamedFile(file); !opened)
        return opened;
    if (Status written = writeToDisk(memory); !written) {
        file.close(); // the body stays what it is in memory
        return written;
    }
    memory = QByteArray();
    return {};
}

Status ResponseBody::Storage::writeToDisk(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qint64 written = file.write(bytes.data(), bytes.size());
        if (written <= 0)
            return fail(diskError(file.errorString()));
        bytes = bytes.sliced(written);
    }
    return {};
}

Result<QByteArrayView> ResponseBody::Storage::map()
{
    if (!file.isOpen() || size == 0)
        return QByteArrayView(memory);
    const std::lock_guard guard(mapping);
    if (mapped && mappedSize != size) {
        file.unmap(mapped);
        mapped = nullptr;
    }
    if (!mapped) {
        mapped = file.map(0, size);
        mappedSize = size;
    }
    if (!mapped)
        return fail(ErrorKind::Disk, QCoreApplication::translate("acx", "The answer could not be read back."),
                    QCoreApplication::translate("acx", "Save it to a file, or close other programs and try again."),
                    file.errorString());
    return QByteArrayView(mapped, size);
}

ResponseBody::ResponseBody(qint64 memoryLimit)
    : m_storage(std::make_shared<Storage>(memoryLimit))
{}

Status ResponseBody::append(QByteArrayView bytes)
{
    return m_storage->append(bytes);
}

qint64 ResponseBody::size() const
{
    return m_storage->size;
}

bool ResponseBody::isOnDisk() const
{
    return m_storage->file.isOpen();
}

Result<QByteArrayView> ResponseBody::view() const
{
    return m_storage->map();
}

QByteArray ResponseBody::head(qint64 maxBytes) const
{
    const Result<QByteArrayView> all = view();
    return all ? all->first(qBound(qint64(0), maxBytes, qint64(all->size()))).toByteArray() : QByteArray();
}

Status ResponseBody::writeTo(QIODevice &device) const
{
    const Result<QByteArrayView> all = view();
    if (!all)
        return fail(all.error());
    const auto failed = [&device] {
        return fail(ErrorKind::Disk, QCoreApplication::translate("acx", "The answer could not be written in full."),
                    QCoreApplication::translate("acx", "Check the free space and the permissions, then try again."),
                    device.errorString());
    };
    QByteArrayView rest = *all;
    while (!rest.isEmpty()) {
        const qint64 wanted = qMin(chunkSize, qint64(rest.size()));
        // A short write is the only sign of a full disk that QFile gives for a large block.
        if (device.write(rest.data(), wanted) != wanted)
            return failed();
        rest = rest.sliced(wanted);
    }
    auto *file = qobject_cast<QFileDevice *>(&device);
    if (file && !file->flush())
        return failed();
    return {};
}

} // namespace acx
