// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/certificates.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace acx {

/// A real nginx on a free port of 127.0.0.1, unprivileged, in the foreground, in a folder that goes with it.
class Nginx final
{
public:
    /// Which parts of a server differ between tests.
    struct Wish
    {
        QByteArray listen = "ssl";    ///< parameters of `listen`
        QByteArray more;              ///< further directives of the server
        QList<TestCertificate> chain; ///< after the leaf
        QByteArray people;            ///< PEM, for directives that name people.pem
    };

    Nginx(const TestCertificate &leaf, const Wish &wish);
    ~Nginx();
    Q_DISABLE_COPY_MOVE(Nginx)

    /// False: there is no nginx here.
    [[nodiscard]] static bool isInstalled();
    [[nodiscard]] bool isListening();
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/")) const;
    /// Writes a file that it serves below /files/.
    QString put(const QString &name, const QByteArray &content) const;
    /// One line a request.
    [[nodiscard]] QByteArray accessLog() const;
    /// What it said on standard error.
    [[nodiscard]] QByteArray told();

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

/// A port of 127.0.0.1 that nobody listens on.
[[nodiscard]] quint16 freePort();
/// True as soon as somebody listens there.
[[nodiscard]] bool isListeningOn(quint16 port);
/// The program's path, also in the folders of system programs; empty if it is not installed.
[[nodiscard]] QString systemProgram(const QString &name);

} // namespace acx
