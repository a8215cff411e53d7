// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/certificates.h"
#include "tests/support/fault_server.h"

#include <QProcess>
#include <QTemporaryDir>

namespace acx {

/// A server with one thing about it that is wrong, and what a person is told.
struct TlsRow
{
    QString name;
    TestCertificate leaf;
    QList<TestCertificate> chain; ///< shown after the leaf
    QString says;                 ///< in the sentence
    bool pinSaves = false;        ///< a pin of the leaf makes it trusted
    QStringList openssl;          ///< options of `openssl s_server`; empty = Qt can be this server
};

/// The certificates that a client which trusts `root` has to refuse, each row named as in the requirements.
[[nodiscard]] QList<TlsRow> refusedWithoutPin(const TestCertificate &root);
/// The same faults in certificates that nobody vouches for: what a pin must not save, and the few that it may.
[[nodiscard]] QList<TlsRow> refusedWithPin(const TestCertificate &root);

/// The server of a row, on a free port of 127.0.0.1.
class TlsPeer final
{
public:
    explicit TlsPeer(const TlsRow &row);
    ~TlsPeer();
    Q_DISABLE_COPY_MOVE(TlsPeer)

    [[nodiscard]] bool isListening();
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QUrl url(const QString &host = QStringLiteral("localhost")) const;
    /// What clients sent inside TLS.
    [[nodiscard]] QByteArray received();

private:
    std::unique_ptr<FaultServer> m_server;
    QTemporaryDir m_folder;
    QProcess m_process;
    QByteArray m_output;
    qsizetype m_start = 0; ///< where s_server's own words end
    quint16 m_port = 0;
};

} // namespace acx
