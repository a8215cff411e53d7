// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace acx {

/// A secret that nothing but the keychain may keep, and the forms in which it could hide.
class Canary final
{
public:
    /// At least 16 bytes.
    Canary(QString name, const QByteArray &secret);

    /// How the secret stands in the bytes ("base64", …); empty = it does not.
    [[nodiscard]] QString formIn(const QByteArray &bytes) const;
    [[nodiscard]] QString name() const { return m_name; }

private:
    struct Form
    {
        QString name;
        QByteArray bytes;
    };
    QString m_name;
    QList<Form> m_forms;
};

/// "path: secret as form" for every find in the path and in the bytes.
[[nodiscard]] QStringList findIn(const QList<Canary> &canaries, const QString &path, const QByteArray &bytes);
/// The same for every find in the folder's files and in their names.
[[nodiscard]] QStringList findCanaries(const QList<Canary> &canaries, const QString &folder);

} // namespace acx
