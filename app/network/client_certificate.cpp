// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/client_certificate.h"

#include "app/credentials/small_file.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>

#include <algorithm>
#include <cstring>
#include <memory>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

struct ClientText
{
    Q_DECLARE_TR_FUNCTIONS(acx)
};

constexpr qint64 largestCertificateFile = 1024LL * 1024; // bytes

template <auto function>
struct Free
{
    template <class T>
    void operator()(T *object) const
    {
        function(object);
    }
};
using BioPointer = std::unique_ptr<BIO, Free<BIO_free_all>>;
using KeyPointer = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using CertificatePointer = std::unique_ptr<X509, Free<X509_free>>;
using Pkcs12Pointer = std::unique_ptr<PKCS12, Free<PKCS12_free>>;

void freeChain(STACK_OF(X509) * chain)
{
    sk_X509_pop_free(chain, X509_free);
}
using ChainPointer = std::unique_ptr<STACK_OF(X509), Free<freeChain>>;

/// What OpenSSL noted on the way must not be taken for a fault of the next connection.
class ErrorsApart final
{
public:
    ErrorsApart() { ERR_set_mark(); }
    ~ErrorsApart() { ERR_pop_to_mark(); }
    Q_DISABLE_COPY_MOVE(ErrorsApart)
};

struct Parts
{
    QList<QSslCertificate> certificates;
    KeyPointer key;
};

struct PassphraseUse
{
    const Secret &passphrase;
    bool asked = false;
};

int givePassphrase(char *buffer, int size, int, void *use)
{
    auto *asked = static_cast<PassphraseUse *>(use);
    asked->asked = true;
    const QByteArray bytes = asked->passphrase.reveal();
    if (bytes.isEmpty() || bytes.size() > size)
        return -1;
    std::memcpy(buffer, bytes.constData(), size_t(bytes.size()));
    return int(bytes.size());
}

QString nameOf(const QString &path)
{
    return QFileInfo(path).fileName();
}

BioPointer memoryOf(const QByteArray &bytes)
{
    return BioPointer(BIO_new_mem_buf(bytes.constData(), int(bytes.size())));
}

QSslCertificate certificateOf(X509 &certificate)
{
    unsigned char *der = nullptr;
    const int size = i2d_X509(&certificate, &der);
    if (size <= 0)
        return QSslCertificate();
    const QByteArray bytes(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    return QSslCertificate(bytes, QSsl::Der);
}

tl::unexpected<Error> wrongPassphrase(const QString &path, const Secret &passphrase)
{
    if (passphrase.isEmpty())
        return fail(ErrorKind::SecretMissing,
                    ClientText::tr("The key in %1 is protected by a passphrase.").arg(nameOf(path)),
                    ClientText::tr("Enter its passphrase in the settings; it is kept in the keychain."), path);
    return fail(ErrorKind::InvalidInput, ClientText::tr("The passphrase does not open %1.").arg(nameOf(path)),
                ClientText::tr("Enter the right passphrase in the settings."), path);
}

tl::unexpected<Error> noKey(const QString &path)
{
    return fail(ErrorKind::InvalidInput, ClientText::tr("%1 holds no private key that can be read.").arg(nameOf(path)),
                ClientText::tr("Choose the PEM file of the key as well, or a PKCS#12 file with certificate and key."),
                path);
}

tl::unexpected<Error> noCertificate(const QString &path)
{
    return fail(ErrorKind::InvalidInput, ClientText::tr("%1 holds no certificate.").arg(nameOf(path)),
                ClientText::tr("Choose a PEM file that says BEGIN CERTIFICATE, or a PKCS#12 file."), path);
}

Result<QByteArray> contentOf(const QString &path)
{
    Result<QByteArray> read = readSmallFile(path, largestCertificateFile);
    if (read)
        return read;
    Error error = read.error();
    error.sentence = error.kind == ErrorKind::NotFound
                         ? ClientText::tr("The file %1 of your client certificate does not exist.").arg(nameOf(path))
                         : ClientText::tr("The file %1 of your client certificate cannot be read.").arg(nameOf(path));
    error.nextStep = ClientText::tr("Put it back, or choose another one in the settings.");
    error.technical = path + u'\n' + read.error().message();
    return fail(error);
}

Result<KeyPointer> pemKey(const QByteArray &pem, const QString &path, const Secret &passphrase)
{
    PassphraseUse use{passphrase};
    const BioPointer memory = memoryOf(pem);
    KeyPointer key(PEM_read_bio_PrivateKey(memory.get(), nullptr, givePassphrase, &use));
    if (key)
        return key;
    if (use.asked)
        return wrongPassphrase(path, passphrase);
    return noKey(path);
}

Result<Parts> readPem(const QByteArray &pem, const ClientCertificateFile &file, const Secret &passphrase)
{
    Parts parts;
    parts.certificates = QSslCertificate::fromData(pem, QSsl::Pem);
    if (parts.certificates.isEmpty())
        return noCertificate(file.certificate);
    Result<QByteArray> keyPem = file.key.isEmpty() ? pem : contentOf(file.key);
    if (!keyPem)
        return fail(keyPem.error());
    Result<KeyPointer> key = pemKey(*keyPem, file.key.isEmpty() ? file.certificate : file.key, passphrase);
    if (!key)
        return fail(key.error());
    parts.key = *std::move(key);
    return parts;
}

Result<Parts> readPkcs12(const QByteArray &bytes, const ClientCertificateFile &file, const Secret &passphrase)
{
    const BioPointer memory = memoryOf(bytes);
    const Pkcs12Pointer whole(d2i_PKCS12_bio(memory.get(), nullptr));
    if (!whole)
        return noCertificate(file.certificate);
    const QByteArray text = passphrase.reveal(); // ends with a NUL of its own
    const bool isOpen = PKCS12_verify_mac(whole.get(), text.constData(), int(text.size())) == 1 ||
                        (text.isEmpty() && PKCS12_verify_mac(whole.get(), nullptr, 0) == 1);
    if (!isOpen)
        return wrongPassphrase(file.certificate, passphrase);
    EVP_PKEY *key = nullptr;
    X509 *certificate = nullptr;
    STACK_OF(X509) *others = nullptr;
    if (PKCS12_parse(whole.get(), text.constData(), &key, &certificate, &others) != 1)
        return fail(
            ErrorKind::Unsupported,
            ClientText::tr("%1 is encrypted in a way that is no longer used.").arg(nameOf(file.certificate)),
            ClientText::tr("Make it anew with: openssl pkcs12 -legacy -in FILE -nodes | openssl pkcs12 -export -out "
                           "NEW"),
            file.certificate);
    Parts parts;
    parts.key.reset(key);
    const CertificatePointer own(certificate);
    const ChainPointer chain(others);
    if (!own)
        return noCertificate(file.certificate);
    parts.certificates += certificateOf(*own);
    for (int i = 0; i < sk_X509_num(chain.get()); ++i)
        parts.certificates += certificateOf(*sk_X509_value(chain.get(), i));
    if (!parts.key)
        return noKey(file.certificate);
    return parts;
}

/// Moves the certificate of the key to the front; false if it is not among them.
bool putOwnFirst(Parts &parts)
{
    const auto own = std::ranges::find_if(parts.certificates, [&parts](const QSslCertificate &certificate) {
        const QByteArray der = certificate.toDer();
        const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
        const CertificatePointer x509(d2i_X509(nullptr, &bytes, long(der.size())));
        return x509 && X509_check_private_key(x509.get(), parts.key.get()) == 1;
    });
    if (own == parts.certificates.end())
        return false;
    parts.certificates.move(own - parts.certificates.begin(), 0);
    return true;
}

QSslKey keyOf(const EVP_PKEY &key)
{
    const int kind = EVP_PKEY_get_base_id(&key);
    if (kind != EVP_PKEY_RSA && kind != EVP_PKEY_EC)
        return {};
    unsigned char *der = nullptr;
    const int size = i2d_PrivateKey(&key, &der);
    if (size <= 0)
        return {};
    QByteArray bytes(reinterpret_cast<const char *>(der), size);
    OPENSSL_clear_free(der, size_t(size));
    QSslKey made(bytes, kind == EVP_PKEY_RSA ? QSsl::Rsa : QSsl::Ec, QSsl::Der);
    OPENSSL_cleanse(bytes.data(), size_t(bytes.size()));
    return made;
}

Status checkDates(const QSslCertificate &certificate, const QString &path, const QDateTime &now)
{
    const auto day = [](const QDateTime &time) {
        return QLocale::c().toString(time.toUTC(), u"yyyy-MM-dd HH:mm 'UTC'"_s);
    };
    const QString next = ClientText::tr("Check the date of this computer; if it is right, ask for a new certificate.");
    if (certificate.expiryDate() < now)
        return fail(ErrorKind::InvalidInput,
                    ClientText::tr("Your client certificate %1 expired on %2.")
                        .arg(nameOf(path), day(certificate.expiryDate())),
                    next, path);
    if (certificate.effectiveDate() > now)
        return fail(ErrorKind::InvalidInput,
                    ClientText::tr("Your client certificate %1 is valid only from %2 on.")
                        .arg(nameOf(path), day(certificate.effectiveDate())),
                    next, path);
    return {};
}

} // namespace

Result<ClientCertificate> readClientCertificate(const ClientCertificateFile &file, const Secret &passphrase,
                                                const QDateTime &now)
{
    const ErrorsApart apart;
    const Result<QByteArray> bytes = contentOf(file.certificate);
    if (!bytes)
        return fail(bytes.error());
    Result<Parts> parts =
        bytes->contains("-----BEGIN ") ? readPem(*bytes, file, passphrase) : readPkcs12(*bytes, file, passphrase);
    if (!parts)
        return fail(parts.error());
    if (!putOwnFirst(*parts))
        return fail(
            ErrorKind::InvalidInput,
            ClientText::tr("The private key does not belong to the certificate in %1.").arg(nameOf(file.certificate)),
            ClientText::tr("Choose the key that the certificate was made for."), file.key);
    if (Status fine = checkDates(parts->certificates.constFirst(), file.certificate, now); !fine)
        return fail(fine.error());
    const QSslKey key = keyOf(*parts->key);
    if (key.isNull())
        return fail(ErrorKind::Unsupported,
                    ClientText::tr("Keys of the kind in %1 cannot be used here.").arg(nameOf(file.certificate)),
                    ClientText::tr("Ask for a certificate with an RSA or elliptic curve key (P-256, P-384, P-521)."));
    return ClientCertificate{file.host, file.port, parts->certificates, key};
}

} // namespace acx
