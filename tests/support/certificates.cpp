// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certificates.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

namespace acx {
namespace {

template <auto Free>
struct Freed
{
    template <class T>
    void operator()(T *object) const
    {
        Free(object);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Cert = std::unique_ptr<X509, Freed<X509_free>>;
using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;

Key makeKey(const CertificateWish &wish)
{
    return Key(wish.rsaBits == 0 ? EVP_EC_gen(wish.curve.constData())
                                 : EVP_RSA_gen(static_cast<unsigned int>(wish.rsaBits)));
}

void setTime(ASN1_TIME *target, const QDateTime &time)
{
    ASN1_TIME_set(target, static_cast<time_t>(time.toSecsSinceEpoch()));
}

void addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

void addExtensions(X509 *certificate, X509 *issuer, const CertificateWish &wish)
{
    const bool isAuthority = wish.purpose == CertificateWish::Purpose::Authority;
    addExtension(certificate, issuer, NID_basic_constraints, isAuthority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    addExtension(certificate, issuer, NID_subject_key_identifier, "hash");
    if (isAuthority) {
        addExtension(certificate, issuer, NID_key_usage, "critical,keyCertSign,cRLSign");
        return;
    }
    addExtension(certificate, issuer, NID_ext_key_usage,
                 wish.purpose == CertificateWish::Purpose::Server ? "serverAuth" : "clientAuth");
    QStringList names;
    for (const QString &name : wish.dnsNames)
        names << QStringLiteral("DNS:") + name;
    for (const QString &address : wish.addresses)
        names << QStringLiteral("IP:") + address;
    if (!names.isEmpty())
        addExtension(certificate, issuer, NID_subject_alt_name, names.join(u',').toUtf8());
}

QByteArray contents(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, size);
}

} // namespace

struct TestCertificate::Parts
{
    Key key;
    Cert certificate;
};

TestCertificate TestCertificate::make(const CertificateWish &wish, const Parts *issuer)
{
    const auto parts = std::make_shared<Parts>();
    parts->key = makeKey(wish);
    parts->certificate.reset(X509_new());
    X509 *certificate = parts->certificate.get();
    X509_set_version(certificate, X509_VERSION_3);
    quint64 serial = 0;
    RAND_bytes(reinterpret_cast<unsigned char *>(&serial), sizeof serial);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), serial >> 1);
    setTime(X509_getm_notBefore(certificate), wish.notBefore);
    setTime(X509_getm_notAfter(certificate), wish.notAfter);
    const QByteArray name = wish.commonName.toUtf8();
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", V_ASN1_UTF8STRING,
                               reinterpret_cast<const unsigned char *>(name.constData()), -1, -1, 0);
    X509_set_pubkey(certificate, parts->key.get());
    X509 *signer = issuer ? issuer->certificate.get() : certificate;
    X509_set_issuer_name(certificate, X509_get_subject_name(signer));
    addExtensions(certificate, signer, wish);
    X509_sign(certificate, issuer ? issuer->key.get() : parts->key.get(), wish.sha1 ? EVP_sha1() : EVP_sha256());
    TestCertificate made;
    made.m_parts = parts;
    return made;
}

TestCertificate TestCertificate::selfSigned(const CertificateWish &wish)
{
    return make(wish, nullptr);
}

TestCertificate TestCertificate::authority(const QString &name)
{
    CertificateWish wish;
    wish.commonName = name;
    wish.purpose = CertificateWish::Purpose::Authority;
    return make(wish, nullptr);
}

TestCertificate TestCertificate::issue(const CertificateWish &wish) const
{
    return make(wish, m_parts.get());
}

QByteArray TestCertificate::certificatePem() const
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), m_parts->certificate.get());
    return contents(bio.get());
}

QByteArray TestCertificate::keyPem() const
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PrivateKey(bio.get(), m_parts->key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return contents(bio.get());
}

QSslCertificate TestCertificate::certificate() const
{
    return QSslCertificate(certificatePem(), QSsl::Pem);
}

QSslKey TestCertificate::key() const
{
    const bool isRsa = EVP_PKEY_get_base_id(m_parts->key.get()) == EVP_PKEY_RSA;
    return QSslKey(keyPem(), isRsa ? QSsl::Rsa : QSsl::Ec, QSsl::Pem);
}

QSslConfiguration TestCertificate::serverTls(const QList<TestCertificate> &chain) const
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    QList<QSslCertificate> shown{certificate()};
    for (const TestCertificate &next : chain)
        shown << next.certificate();
    tls.setLocalCertificateChain(shown);
    tls.setPrivateKey(key());
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    return tls;
}

} // namespace acx
