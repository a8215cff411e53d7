// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace acx {

/// A body of any size. It stays in memory up to a limit and then moves to a file without a name (created 0600 in a
/// private folder and unlinked at once), so that a crash leaves nothing behind. Copies share the same bytes. A body is
/// appended to by one owner and read after that; reading from another thread is safe once it is complete.
class ResponseBody final
{
public:
    /// Up to 1 MiB stays in memory.
    ResponseBody()
        : ResponseBody(1024LL * 1024)
    {}
    /// `memoryLimit` is in bytes.
    explicit ResponseBody(qint64 memoryLimit);

    /// Fails with ErrorKind::Disk when the file cannot be made or written in full.
    [[nodiscard]] Status append(QByteArrayView bytes);
    [[nodiscard]] qint64 size() const;
    [[nodiscard]] bool isEmpty() const { return size() == 0; }
    [[nodiscard]] bool isOnDisk() const;
    /// All bytes as one view: the memory itself, or the file mapped into the address space. Valid as long as a copy of
    /// this body lives and nothing more is appended. Fails with ErrorKind::Disk when the file cannot be mapped.
    [[nodiscard]] Result<QByteArrayView> view() const;
    /// At most the first `maxBytes` bytes, copied.
    [[nodiscard]] QByteArray head(qint64 maxBytes) const;
    /// Writes all bytes to `device`. Fails with ErrorKind::Disk when not everything could be written.
    [[nodiscard]] Status writeTo(QIODevice &device) const;

private:
    struct Storage;
    std::shared_ptr<Storage> m_storage;
};

/// What a body is, judged by its declared type and its first bytes.
enum class BodyKind { Empty, Json, Xml, Yaml, Html, Text, Image, Pdf, Zip, Binary };
[[nodiscard]] BodyKind bodyKind(const QByteArray &contentType, const ResponseBody &body);

} // namespace acx
