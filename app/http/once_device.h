// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace acx {

/// A request body that can be read once and never rewound. QNetworkAccessManager repeats a request on its own when the
/// connection drops; with such a body it cannot, and ends with ContentReSendError instead (measured with Qt 6.4.2).
class OnceDevice final : public QIODevice
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OnceDevice)

public:
    explicit OnceDevice(QByteArray body, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool reset() override { return false; }
    [[nodiscard]] bool atEnd() const override { return m_position >= m_body.size(); }
    [[nodiscard]] qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_body;
    qint64 m_position = 0;
};

} // namespace acx
