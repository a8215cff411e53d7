// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/once_device.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace acx {

OnceDevice::OnceDevice(QByteArray body, QObject *parent)
    : QIODevice(parent)
    , m_body(std::move(body))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OnceDevice::bytesAvailable() const
{
    return m_body.size() - m_position;
}

qint64 OnceDevice::readData(char *data, qint64 maxSize)
{
    const qint64 count = std::min<qint64>(maxSize, m_body.size() - m_position);
    if (count <= 0)
        return -1;
    std::memcpy(data, m_body.constData() + m_position, static_cast<size_t>(count));
    m_position += count;
    return count;
}

qint64 OnceDevice::writeData(const char *, qint64)
{
    return -1;
}

} // namespace acx
