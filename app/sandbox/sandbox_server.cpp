// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sandbox_server.h"

#include "app/sandbox/http_front.h"
#include "app/sandbox/sandbox.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

sandbox::Knobs knobsFrom(const SandboxOptions &options)
{
    sandbox::Knobs knobs;
    knobs.tokenLifetime = options.tokenLifetime;
    knobs.platformLifetime = options.platformLifetime;
    knobs.singleUsePlatformKey = options.singleUsePlatformKey;
    knobs.delay = options.delay;
    knobs.apiKey = options.apiKey;
    knobs.clientSecret = options.clientSecret;
    return knobs;
}

Status writePrivateFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
        file.write(content) == content.size() && file.flush())
        return {};
    return fail(
        ErrorKind::Disk, QCoreApplication::translate("acx", "The certificate of the sandbox could not be written."),
        QCoreApplication::translate("acx", "Check that the folder for temporary files has room."), file.errorString());
}

} // namespace

class SandboxServer::Private
{
public:
    explicit Private(const SandboxOptions &from)
        : options(from)
        , sandbox(knobsFrom(from))
        , front([this](const sandbox::Request &request) { return sandbox.answer(request); })
    {}

    Result<std::optional<sandbox::TlsIdentity>> makeIdentity();
    [[nodiscard]] SandboxInfo info(quint16 port) const;

    SandboxOptions options;
    std::unique_ptr<QTemporaryDir> folder; ///< holds the certificate, never its key
    sandbox::Sandbox sandbox;
    sandbox::HttpFront front;
};

Result<std::optional<sandbox::TlsIdentity>> SandboxServer::Private::makeIdentity()
{
    if (!options.tls)
        return std::optional<sandbox::TlsIdentity>();
    const sandbox::SigningKey key = sandbox::SigningKey::generate(sandbox::SigningKey::Kind::P256);
    const sandbox::Certificate certificate = sandbox::serverCertificate(key, QDateTime::currentDateTimeUtc());
    folder = std::make_unique<QTemporaryDir>(); // 0700
    const Status written = writePrivateFile(folder->filePath(u"certificate.pem"_s), sandbox::toPem(certificate));
    if (!written)
        return fail(written.error());
    return std::optional<sandbox::TlsIdentity>({key, certificate});
}

SandboxInfo SandboxServer::Private::info(quint16 port) const
{
    QUrl base;
    base.setScheme(options.tls ? u"https"_s : u"http"_s);
    base.setHost(u"127.0.0.1"_s);
    base.setPort(port);
    const sandbox::Accounts &accounts = sandbox.accounts();
    SandboxInfo info;
    info.endpoints = {base, base, base, base};
    info.apiKey = accounts.userKey();
    info.serviceIdApiKey = accounts.serviceKey();
    info.platformApiKey = accounts.platformKey();
    info.clientId = QString::fromLatin1(accounts.clientId());
    info.clientSecret = accounts.clientSecret();
    if (folder)
        info.caCertificate = folder->filePath(u"certificate.pem"_s);
    return info;
}

SandboxServer::SandboxServer(const SandboxOptions &options)
    : d(std::make_unique<Private>(options))
{}

SandboxServer::~SandboxServer()
{
    stop();
}

Result<SandboxInfo> SandboxServer::start()
{
    const auto identity = d->makeIdentity();
    if (!identity)
        return fail(identity.error());
    const Result<quint16> port = d->front.start(d->options.port, *identity);
    if (!port)
        return fail(port.error());
    return d->info(*port);
}

void SandboxServer::stop()
{
    d->sandbox.endDelays();
    d->front.stop();
    d->folder.reset();
}

} // namespace acx
