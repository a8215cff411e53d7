// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/secret.h"

#include <QDebug>

#include <openssl/crypto.h>

namespace acx {

struct Secret::Buffer {
    explicit Buffer(const QByteArray &bytes) : data(bytes.constData(), bytes.size()) {}
    ~Buffer()
    {
        // data is never shared with a detached copy: reveal() hands out fromRawData views only.
        OPENSSL_cleanse(data.data(), static_cast<size_t>(data.size()));
    }
    Q_DISABLE_COPY_MOVE(Buffer)
    QByteArray data;
};

Secret::Secret(const QByteArray &utf8)
    : m_buffer(utf8.isEmpty() ? nullptr : std::make_shared<const Buffer>(utf8))
{
}

Secret Secret::fromText(const QString &text)
{
    QByteArray utf8 = text.toUtf8();
    Secret secret(utf8);
    OPENSSL_cleanse(utf8.data(), static_cast<size_t>(utf8.size()));
    return secret;
}

bool Secret::isEmpty() const
{
    return !m_buffer;
}

qsizetype Secret::size() const
{
    return m_buffer ? m_buffer->data.size() : 0;
}

QByteArray Secret::reveal() const
{
    return m_buffer ? QByteArray::fromRawData(m_buffer->data.constData(), m_buffer->data.size()) : QByteArray();
}

bool operator==(const Secret &a, const Secret &b)
{
    if (a.size() != b.size())
        return false;
    return a.isEmpty() || a.m_buffer == b.m_buffer
        || CRYPTO_memcmp(a.m_buffer->data.constData(), b.m_buffer->data.constData(), static_cast<size_t>(a.size())) == 0;
}

QDebug operator<<(QDebug debug, const Secret &)
{
    QDebugStateSaver saver(debug);
    debug.noquote() << QStringLiteral("•••");
    return debug;
}

} // namespace acx
