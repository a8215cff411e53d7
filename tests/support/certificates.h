// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QString>
#include <QStringList>

#include <memory>

namespace acx {

/// What a certificate made for a test says.
struct CertificateWish
{
    enum class Purpose { Server, Client, Authority };

    QString commonName = QStringLiteral("localhost");
    QStringList dnsNames{QStringLiteral("localhost")};
    QStringList addresses{QStringLiteral("127.0.0.1")};
    QDateTime notBefore = QDateTime::currentDateTimeUtc().addDays(-1);
    QDateTime notAfter = QDateTime::currentDateTimeUtc().addDays(30);
    Purpose purpose = Purpose::Server;
    int rsaBits = 0; ///< 0 = an elliptic curve key
    QByteArray curve = QByteArrayLiteral("P-256");
    bool sha1 = false; ///< signed over a SHA-1 digest
};

/// A certificate with its key, both in memory.
class TestCertificate final
{
public:
    /// Signed by its own key.
    [[nodiscard]] static TestCertificate selfSigned(const CertificateWish &wish = {});
    [[nodiscard]] static TestCertificate authority(const QString &name = QStringLiteral("Test authority"));
    /// Signed by this one, whether or not it is an authority.
    [[nodiscard]] TestCertificate issue(const CertificateWish &wish = {}) const;

    [[nodiscard]] QSslCertificate certificate() const;
    [[nodiscard]] QSslKey key() const;
    [[nodiscard]] QByteArray certificatePem() const;
    [[nodiscard]] QByteArray keyPem() const;
    /// For a server that shows this certificate, and `chain` after it.
    [[nodiscard]] QSslConfiguration serverTls(const QList<TestCertificate> &chain = {}) const;

private:
    struct Parts;
    std::shared_ptr<const Parts> m_parts;
    static TestCertificate make(const CertificateWish &wish, const Parts *issuer);
};

} // namespace acx
