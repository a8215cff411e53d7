// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/signing_key.h"

#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

namespace acx::sandbox {

namespace {

constexpr qint64 hour = 3600;
constexpr qint64 day = 24 * hour;

struct Validity
{
    qint64 from; ///< seconds since the epoch
    qint64 to;
};

void setRandomSerial(X509 *certificate)
{
    unsigned char bytes[16];
    RAND_bytes(bytes, sizeof bytes);
    bytes[0] = static_cast<unsigned char>((bytes[0] & 0x7f) | 0x40); // positive, and always 16 bytes long
    BIGNUM *number = BN_bin2bn(bytes, sizeof bytes, nullptr);
    BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate));
    BN_free(number);
}

void addExtension(X509 *certificate, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

Certificate newCertificate(const SigningKey &key, const char *commonName, Validity validity)
{
    Certificate certificate(X509_new(), &X509_free);
    X509 *raw = certificate.get();
    X509_set_version(raw, X509_VERSION_3);
    setRandomSerial(raw);
    ASN1_TIME_set(X509_getm_notBefore(raw), validity.from);
    ASN1_TIME_set(X509_getm_notAfter(raw), validity.to);
    X509_set_pubkey(raw, key.handle());
    X509_NAME *name = X509_get_subject_name(raw);
    const auto *organization = reinterpret_cast<const unsigned char *>("API Connect Explorer sandbox");
    X509_NAME_add_entry_by_txt(name, "O", MBSTRING_UTF8, organization, -1, -1, 0);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(commonName), -1, -1,
                               0);
    X509_set_issuer_name(raw, name);
    addExtension(raw, NID_basic_constraints, "critical,CA:FALSE");
    addExtension(raw, NID_subject_key_identifier, "hash");
    addExtension(raw, NID_authority_key_identifier, "keyid:always");
    return certificate;
}

} // namespace

Certificate loginCertificate(const SigningKey &key, const QDateTime &now)
{
    const qint64 second = now.toSecsSinceEpoch();
    Certificate certificate = newCertificate(key, "login service", {second - hour, second + 365 * day});
    X509_sign(certificate.get(), key.handle(), EVP_sha384());
    return certificate;
}

// No keyUsage: OpenSSL accepts a self-signed server certificate as its own trust anchor only if it may sign
// certificates or says nothing about it.
Certificate serverCertificate(const SigningKey &key, const QDateTime &now)
{
    const qint64 second = now.toSecsSinceEpoch();
    Certificate certificate = newCertificate(key, "localhost", {second - hour, second + 30 * day});
    addExtension(certificate.get(), NID_ext_key_usage, "serverAuth");
    addExtension(certificate.get(), NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1,IP:::1");
    X509_sign(certificate.get(), key.handle(), EVP_sha256());
    return certificate;
}

QByteArray toPem(const Certificate &certificate)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> memory(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_X509(memory.get(), certificate.get());
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    return {data, static_cast<qsizetype>(size)};
}

} // namespace acx::sandbox
