// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/pinning.h"

#include "app/base/visible_text.h"
#include "app/http/http_message.h"
#include "app/http/tls_check.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QLocale>

#include <openssl/evp.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <iterator>
#include <memory>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

constexpr int fewestRsaBits = 2048;
constexpr int fewestEcBits = 256;
constexpr int fewestSecurityBits = 112; // what RSA with 2048 bits is worth; SHA-1 and MD5 are worth less
constexpr qsizetype digestSize = 32;    // bytes

struct FreeX509
{
    void operator()(X509 *certificate) const { X509_free(certificate); }
};
using X509Pointer = std::unique_ptr<X509, FreeX509>;

X509Pointer parsed(const QSslCertificate &certificate)
{
    const QByteArray der = certificate.toDer();
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    return X509Pointer(d2i_X509(nullptr, &bytes, static_cast<long>(der.size())));
}

bool hasStrongKey(const X509 &certificate)
{
    const EVP_PKEY *key = X509_get0_pubkey(&certificate);
    if (!key || EVP_PKEY_get_security_bits(key) < fewestSecurityBits)
        return false;
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA:
    case EVP_PKEY_RSA_PSS:
        return EVP_PKEY_get_bits(key) >= fewestRsaBits;
    case EVP_PKEY_EC:
        return EVP_PKEY_get_bits(key) >= fewestEcBits;
    case EVP_PKEY_ED25519:
    case EVP_PKEY_ED448:
        return true;
    default:
        return false;
    }
}

bool hasStrongSignature(X509 &certificate)
{
    int bits = 0;
    return X509_get_signature_info(&certificate, nullptr, nullptr, &bits, nullptr) == 1 && bits >= fewestSecurityBits;
}

bool isForServers(const QSslCertificate &certificate)
{
    const X509Pointer x509 = parsed(certificate);
    return x509 && X509_check_purpose(x509.get(), X509_PURPOSE_SSL_SERVER, 0) == 1;
}

QString keyText(const QSslCertificate &certificate)
{
    const X509Pointer x509 = parsed(certificate);
    const EVP_PKEY *key = x509 ? X509_get0_pubkey(x509.get()) : nullptr;
    if (!key)
        return {};
    const QString bits = QCoreApplication::translate("acx", "%1, %2 bits");
    return bits.arg(QString::fromLatin1(EVP_PKEY_get0_type_name(key)), QString::number(EVP_PKEY_get_bits(key)));
}

QString nameText(const QSslCertificate &certificate, QStringList (QSslCertificate::*part)(const QByteArray &) const,
                 const QList<QByteArray> &attributes)
{
    QStringList parts;
    for (const QByteArray &attribute : attributes) {
        const QStringList values = (certificate.*part)(attribute);
        for (const QString &value : values)
            parts << u"%1=%2"_s.arg(QString::fromLatin1(attribute), value);
    }
    return parts.join(", "_L1);
}

/// Whoever made the certificate chose it: it must not look like lines of ours, nor push them out of sight.
QString toldAs(const QString &text)
{
    constexpr qsizetype longest = 300; // characters
    const QString line = inOneLine(text);
    return line.size() > longest ? line.first(longest) + u'…' : line;
}

template <class Entry>
const Entry *entryFor(const QList<Entry> &entries, const QUrl &url)
{
    const Origin origin = Origin::of(url);
    const auto found = std::ranges::find_if(entries, [&origin](const Entry &entry) {
        return !entry.host.isEmpty() && entry.host == origin.host && entry.port == origin.port;
    });
    return found == entries.cend() ? nullptr : &*found;
}

} // namespace

CertificateFacts factsOf(const QSslCertificate &certificate)
{
    CertificateFacts facts;
    facts.subject = toldAs(nameText(certificate, &QSslCertificate::subjectInfo, certificate.subjectInfoAttributes()));
    facts.issuer = toldAs(nameText(certificate, &QSslCertificate::issuerInfo, certificate.issuerInfoAttributes()));
    const QStringList names = certificate.subjectAlternativeNames().values();
    std::ranges::transform(names, std::back_inserter(facts.names), toldAs);
    facts.names.sort();
    facts.validFrom = certificate.effectiveDate().toUTC();
    facts.validUntil = certificate.expiryDate().toUTC();
    facts.key = keyText(certificate);
    facts.sha256 = certificate.digest(QCryptographicHash::Sha256);
    return facts;
}

QString fingerprintText(const QByteArray &sha256)
{
    return QString::fromLatin1(sha256.toHex(':')).toUpper();
}

QByteArray readFingerprint(const QString &text)
{
    QByteArray digits;
    for (const QChar c : text) {
        const bool isDigit = (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
        if (isDigit)
            digits += c.toLatin1();
        else if (c != u':' && c != u' ')
            return {};
    }
    return digits.size() == 2 * digestSize ? QByteArray::fromHex(digits) : QByteArray();
}

bool onlyUnvouched(const QList<QSslError> &errors)
{
    return !errors.isEmpty() && std::ranges::all_of(errors, [](const QSslError &error) {
        switch (error.error()) {
        case QSslError::SelfSignedCertificate:
        case QSslError::SelfSignedCertificateInChain:
        case QSslError::UnableToGetLocalIssuerCertificate:
        case QSslError::UnableToVerifyFirstCertificate:
        case QSslError::CertificateUntrusted:
            return true;
        default:
            return false;
        }
    });
}

bool isStrong(const QSslCertificate &certificate)
{
    const X509Pointer x509 = parsed(certificate);
    return x509 && hasStrongKey(*x509) && hasStrongSignature(*x509);
}

std::optional<PinObstacle> pinObstacle(const QSslCertificate &leaf, const QList<QSslError> &errors,
                                       const TrustSettings &trust, const QUrl &url, const QDateTime &now)
{
    if (leaf.isNull() || !onlyUnvouched(errors))
        return PinObstacle::OtherFault;
    if (!trust.isProtected || trust.isProtected(Origin::of(url).host))
        return PinObstacle::Protected;
    if (now < leaf.effectiveDate() || leaf.expiryDate() < now)
        return PinObstacle::OutOfDate;
    if (!namesHost(leaf, url.host(QUrl::EncodeUnicode)))
        return PinObstacle::WrongName;
    if (!isForServers(leaf))
        return PinObstacle::NotForServers;
    return isStrong(leaf) ? std::nullopt : std::optional(PinObstacle::Weak);
}

const CertificatePin *pinFor(const TrustSettings &trust, const QUrl &url)
{
    return entryFor(trust.pins, url);
}

const ClientCertificate *clientFor(const TrustSettings &trust, const QUrl &url)
{
    return entryFor(trust.clients, url);
}

} // namespace acx
