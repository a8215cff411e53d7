// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/running_sandbox.h"

#include <QProcess>
#include <QTest>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

template <class T, void (*Free)(T *)>
struct Freed
{
    void operator()(T *object) const { Free(object); }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY, EVP_PKEY_free>>;

QByteArray fromBase64Url(const QString &text)
{
    return QByteArray::fromBase64(text.toLatin1(), QByteArray::Base64UrlEncoding);
}

Key publicKey(const QByteArray &pem)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> memory(BIO_new_mem_buf(pem.constData(), int(pem.size())),
                                                           &BIO_free);
    if (!pem.contains("CERTIFICATE"))
        return Key(PEM_read_bio_PUBKEY(memory.get(), nullptr, nullptr, nullptr));
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(
        PEM_read_bio_X509(memory.get(), nullptr, nullptr, nullptr), &X509_free);
    return Key(certificate ? X509_get_pubkey(certificate.get()) : nullptr);
}

/// OpenSSL wants DER where a JWT has r and s side by side.
QByteArray toDer(const QByteArray &plain)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(plain.constData());
    const int half = int(plain.size() / 2);
    const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> signature(ECDSA_SIG_new(), &ECDSA_SIG_free);
    ECDSA_SIG_set0(signature.get(), BN_bin2bn(bytes, half, nullptr), BN_bin2bn(bytes + half, half, nullptr));
    unsigned char *der = nullptr;
    const int size = i2d_ECDSA_SIG(signature.get(), &der);
    const QByteArray result(reinterpret_cast<char *>(der), size);
    OPENSSL_free(der);
    return result;
}

} // namespace

QByteArray Seen::header(const QByteArray &name) const
{
    const QList<QByteArray> lines = headerBlock.split('\n');
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith(name.toLower() + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

QString Seen::v5Key() const
{
    const QJsonObject first = object().value("errors"_L1).toArray().at(0).toObject();
    return first.size() == 1 ? first.begin().key() : QString();
}

Seen curl(const QStringList &arguments)
{
    QProcess process;
    process.start(u"curl"_s,
                  QStringList{u"-sS"_s, u"-i"_s, u"--max-time"_s, u"30"_s, u"-H"_s, u"Expect:"_s} + arguments);
    if (!process.waitForFinished(40'000))
        return {};
    const QByteArray output = process.readAllStandardOutput();
    const qsizetype end = output.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    return {output.mid(9, 3).toInt(), output.first(end), output.mid(end + 4)};
}

RunningSandbox::RunningSandbox(const SandboxOptions &options)
    : m_server(options)
{
    const Result<SandboxInfo> started = m_server.start();
    if (!started)
        qFatal("%s", qPrintable(started.error().message()));
    m_info = *started;
}

QString RunningSandbox::base() const
{
    return m_info.endpoints.api.toString();
}

QString RunningSandbox::apiKey() const
{
    return QString::fromUtf8(m_info.apiKey.reveal());
}

Seen RunningSandbox::ask(const QString &method, const QString &path, const QString &token,
                         const QStringList &more) const
{
    QStringList arguments{u"-X"_s, method, path.startsWith("http"_L1) ? path : base() + path};
    if (!token.isEmpty())
        arguments += {u"-H"_s, u"Authorization: Bearer "_s + token};
    return curl(arguments + more);
}

Seen RunningSandbox::send(const QString &method, const QString &path, const QString &token,
                          const QJsonObject &body) const
{
    return ask(method, path, token,
               {u"-H"_s, u"Content-Type: application/json"_s, u"--data-binary"_s,
                QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact))});
}

Seen RunningSandbox::exchange(const QStringList &fields) const
{
    QStringList arguments{base() + u"/identity/token"_s, u"-H"_s, u"Accept: application/json"_s};
    for (const QString &field : fields)
        arguments += {u"--data-urlencode"_s, field};
    return curl(arguments);
}

void RunningSandbox::turn(const QJsonObject &knobs) const
{
    const Seen seen = send(u"POST"_s, u"/sandbox/knobs"_s, {}, knobs);
    QCOMPARE(seen.status, 200);
}

QString RunningSandbox::iamToken() const
{
    return exchange({u"grant_type=urn:ibm:params:oauth:grant-type:apikey"_s, u"apikey="_s + apiKey()})
        .object()
        .value("access_token"_L1)
        .toString();
}

QString RunningSandbox::loginToken() const
{
    return ask(u"POST"_s, u"/apikey?apikey="_s + apiKey()).object().value("jwt"_L1).toString();
}

QJsonObject claimsOf(const QString &jwt)
{
    return QJsonDocument::fromJson(fromBase64Url(jwt.section(u'.', 1, 1))).object();
}

QJsonObject headerOf(const QString &jwt)
{
    return QJsonDocument::fromJson(fromBase64Url(jwt.section(u'.', 0, 0))).object();
}

bool isSignedBy(const QString &jwt, const QByteArray &pem)
{
    const Key key = publicKey(pem);
    if (!key || jwt.count(u'.') != 2)
        return false;
    const bool curve = EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_EC;
    const QByteArray text = jwt.section(u'.', 0, 1).toLatin1();
    const QByteArray plain = fromBase64Url(jwt.section(u'.', 2));
    if (curve && plain.size() != 96)
        return false;
    const QByteArray signature = curve ? toDer(plain) : plain;
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    EVP_DigestVerifyInit(context.get(), nullptr, curve ? EVP_sha384() : EVP_sha256(), nullptr, key.get());
    return EVP_DigestVerify(context.get(), reinterpret_cast<const unsigned char *>(signature.constData()),
                            size_t(signature.size()), reinterpret_cast<const unsigned char *>(text.constData()),
                            size_t(text.size())) == 1;
}

QByteArray pemOfJwk(const QJsonObject &jwk)
{
    const auto number = [&](QLatin1StringView name) {
        const QByteArray bytes = fromBase64Url(jwk.value(name).toString());
        return std::unique_ptr<BIGNUM, decltype(&BN_free)>(
            BN_bin2bn(reinterpret_cast<const unsigned char *>(bytes.constData()), int(bytes.size()), nullptr),
            &BN_free);
    };
    const auto n = number("n"_L1);
    const auto e = number("e"_L1);
    const std::unique_ptr<OSSL_PARAM_BLD, decltype(&OSSL_PARAM_BLD_free)> builder(OSSL_PARAM_BLD_new(),
                                                                                  &OSSL_PARAM_BLD_free);
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
    const std::unique_ptr<OSSL_PARAM, decltype(&OSSL_PARAM_free)> parameters(OSSL_PARAM_BLD_to_param(builder.get()),
                                                                             &OSSL_PARAM_free);
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
        EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr), &EVP_PKEY_CTX_free);
    EVP_PKEY *raw = nullptr;
    EVP_PKEY_fromdata_init(context.get());
    EVP_PKEY_fromdata(context.get(), &raw, EVP_PKEY_PUBLIC_KEY, parameters.get());
    const Key key(raw);
    const std::unique_ptr<BIO, decltype(&BIO_free)> memory(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_PUBKEY(memory.get(), key.get());
    char *data = nullptr;
    const long size = BIO_get_mem_data(memory.get(), &data);
    return {data, qsizetype(size)};
}

} // namespace acx
