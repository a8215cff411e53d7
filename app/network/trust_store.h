// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/disk_thread.h"
#include "app/base/result.h"
#include "app/http/trust.h"
#include "app/profiles/file_watch.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <optional>

namespace acx {

/// A certificate that the person looked at and trusts for one host and port.
struct TrustedCertificate
{
    CertificatePin pin;
    QString subject; ///< what it says about itself
    QDateTime since; ///< UTC

    bool operator==(const TrustedCertificate &) const = default;
};

/// Where a certificate of the person's own lies, and which host and port it is shown to. Its passphrase lies in the
/// keychain.
struct ClientCertificateFile
{
    QString host; ///< as in CertificatePin
    quint16 port = 443;
    QString certificate; ///< path of a PEM or PKCS#12 file
    QString key;         ///< path of the key's PEM file; empty = it is in the same file
    bool hasPassphrase = false;

    /// Name of the passphrase's entry in the SecretStore.
    [[nodiscard]] QString passphraseEntry() const;
    bool operator==(const ClientCertificateFile &) const = default;
};

struct TrustEntries
{
    QList<TrustedCertificate> certificates;
    QList<ClientCertificateFile> clients;

    bool operator==(const TrustEntries &) const = default;
};

struct TrustFile;

/// Whom the person trusts beyond the system's authorities, and the certificates of their own, in one file of 0600 that
/// the window and `acx` share. Nothing in it is secret, and nothing in it can switch a check off. At most one entry of
/// each kind for a host and port: a new one replaces the old. What cannot be written does not hold.
class TrustStore final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrustStore)

public:
    /// `path` is the file; empty = nothing is kept (the tour, tests). Reads nothing yet.
    explicit TrustStore(QString path, QObject *parent = nullptr);
    [[nodiscard]] static QString defaultPath();

    /// Reads the file, again if it was read before. What is damaged is set aside. Disk and Unsupported when it cannot
    /// be read; then nothing is trusted and nothing is written.
    Status load();
    /// Takes over from now on what other programs change in the file: what `acx trust --remove` removes is trusted no
    /// longer here either. While the file cannot be read, what is held stays.
    void follow();
    /// What was wrong with the file, for a window that opens later.
    [[nodiscard]] const std::optional<Error> &notice() const { return m_notice; }

    [[nodiscard]] const QList<TrustedCertificate> &certificates() const { return m_entries.certificates; }
    [[nodiscard]] const QList<ClientCertificateFile> &clients() const { return m_entries.clients; }

    /// Errors of all four: Disk, Unsupported. The file is changed in a thread of its own, one change after the other;
    /// the end of this object waits for it.
    [[nodiscard]] QFuture<Status> trust(const TrustedCertificate &certificate);
    [[nodiscard]] QFuture<Status> distrust(const QString &host, quint16 port);
    [[nodiscard]] QFuture<Status> setClient(const ClientCertificateFile &client);
    [[nodiscard]] QFuture<Status> removeClient(const QString &host, quint16 port);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QFuture<Status> change(const std::function<void(TrustEntries &)> &change);
    Status hold(const Result<TrustFile> &file);
    void take(const TrustEntries &entries);

    QString m_path;
    FileWatch m_watch;
    TrustEntries m_entries;
    std::optional<Error> m_notice;
    DiskThread m_disk;
};

} // namespace acx
