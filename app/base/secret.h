// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

QT_BEGIN_NAMESPACE
class QDebug;
QT_END_NAMESPACE

namespace acx {

/// A value that must never be shown, logged or stored by accident. Copies share one buffer, which is overwritten when
/// the last copy goes. There is no conversion to text: reveal() is the only way in, so a search for it lists every
/// place where a secret is used.
class Secret final
{
public:
    Secret() = default;
    /// Takes the bytes (UTF-8). The caller's own buffer is not wiped.
    explicit Secret(const QByteArray &utf8);
    [[nodiscard]] static Secret fromText(const QString &text);

    [[nodiscard]] bool isEmpty() const;
    /// Length in bytes.
    [[nodiscard]] qsizetype size() const;
    /// The bytes themselves. The returned array points into the shared buffer: it is valid only as long as a copy of
    /// this Secret lives. Detaching it (any non-const use) makes a copy that is not wiped.
    [[nodiscard]] QByteArray reveal() const;

    /// Compares in constant time for equal lengths.
    friend bool operator==(const Secret &a, const Secret &b);

private:
    struct Buffer;
    std::shared_ptr<const Buffer> m_buffer;
};

/// Always prints •••.
QDebug operator<<(QDebug debug, const Secret &secret);

} // namespace acx
