// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/sandbox_server.h"
#include "tests/support/run_sandbox.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace acx {

/// An answer as curl, a client that shares no code with the sandbox, saw it.
struct Seen
{
    int status = 0;
    QByteArray headerBlock;
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(body).object(); }
    [[nodiscard]] QJsonArray array() const { return QJsonDocument::fromJson(body).array(); }
    /// The key of V5's first error.
    [[nodiscard]] QString v5Key() const;
};

/// Runs curl; status 0 means that there was no answer.
[[nodiscard]] Seen curl(const QStringList &arguments);

/// A sandbox in this process, and short ways to ask it.
class RunningSandbox final
{
public:
    explicit RunningSandbox(const SandboxOptions &options = sandboxOfThisRun());

    [[nodiscard]] const SandboxInfo &info() const { return m_info; }
    [[nodiscard]] QString base() const;
    [[nodiscard]] Seen ask(const QString &method, const QString &path, const QString &token = {},
                           const QStringList &more = {}) const;
    [[nodiscard]] Seen send(const QString &method, const QString &path, const QString &token,
                            const QJsonObject &body) const;
    /// POST /identity/token with these form fields, each "name=value", percent-encoded by curl.
    [[nodiscard]] Seen exchange(const QStringList &fields) const;
    void turn(const QJsonObject &knobs) const;

    [[nodiscard]] QString iamToken() const;
    [[nodiscard]] QString loginToken() const;
    [[nodiscard]] QString apiKey() const;
    void stop() { m_server.stop(); }

private:
    SandboxServer m_server;
    SandboxInfo m_info;
};

/// The claims of a JWT, unverified.
[[nodiscard]] QJsonObject claimsOf(const QString &jwt);
/// The header of a JWT.
[[nodiscard]] QJsonObject headerOf(const QString &jwt);
/// Checks an RS256 or ES384 signature with OpenSSL against a PEM public key or certificate.
[[nodiscard]] bool isSignedBy(const QString &jwt, const QByteArray &pem);
/// The public key of an RSA JSON Web Key as PEM.
[[nodiscard]] QByteArray pemOfJwk(const QJsonObject &jwk);

} // namespace acx
