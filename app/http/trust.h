// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>
#include <QStringList>

#include <functional>

namespace acx {

/// What a certificate says about itself, in words to be shown. It is as trustworthy as whoever made the certificate;
/// only the fingerprint can be compared with what the server's operator says.
struct CertificateFacts
{
    QString subject;
    QString issuer;
    QStringList names; ///< subject alternative names
    QDateTime validFrom;
    QDateTime validUntil;
    QString key;       ///< kind and size, for example "RSA, 2048 bits"
    QByteArray sha256; ///< of the certificate in DER form; 32 bytes

    bool operator==(const CertificateFacts &) const = default;
};

/// Texts of the certificate are in one line each, control characters visible, and cut at 300 characters: for showing.
[[nodiscard]] CertificateFacts factsOf(const QSslCertificate &certificate);

/// Trust in one certificate for one exact host and port, although nobody vouches for it.
struct CertificatePin
{
    QString host; ///< lower case, without a trailing dot
    quint16 port = 443;
    QByteArray sha256; ///< CertificateFacts::sha256

    bool operator==(const CertificatePin &) const = default;
};

/// A certificate of the person's own, shown to one exact host and port when it asks for one.
struct ClientCertificate
{
    QString host; ///< as in CertificatePin
    quint16 port = 443;
    QList<QSslCertificate> chain; ///< the person's own first
    QSslKey key;
};

struct TrustSettings
{
    /// Trusted in addition to the system's, SSL_CERT_FILE's and SSL_CERT_DIR's.
    QList<QSslCertificate> extraAuthorities;
    QList<CertificatePin> pins = {};
    /// Hosts whose certificates are never pinned. Pins count only where this is set.
    std::function<bool(const QString &host)> isProtected = {};
    QList<ClientCertificate> clients = {};
};

/// A certificate that was refused only because nobody vouches for it: a pin would make it trusted.
struct RefusedCertificate
{
    QString host;
    quint16 port = 443;
    CertificateFacts facts;

    [[nodiscard]] CertificatePin pin() const { return {host, port, facts.sha256}; }
};

/// "AB:CD:…", 32 pairs.
[[nodiscard]] QString fingerprintText(const QByteArray &sha256);
/// The 32 bytes of a fingerprint in hexadecimal digits of any case, with or without colons and blanks; empty if it is
/// none.
[[nodiscard]] QByteArray readFingerprint(const QString &text);

} // namespace acx
