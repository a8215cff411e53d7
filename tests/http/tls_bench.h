// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/deployments/deployment.h"
#include "app/http/http_client.h"
#include "app/http/tls_check.h"
#include "tests/support/certificates.h"
#include "tests/support/fault_server.h"
#include "tests/support/wait.h"

#include <QObject>

#include <optional>

namespace acx {

inline QString told(const Result<HttpResponse> &result)
{
    return result ? QStringLiteral("accepted")
                  : result.error().message() + QLatin1Char('\n') + result.error().details();
}

inline QByteArray sha256Of(const TestCertificate &certificate)
{
    return factsOf(certificate.certificate()).sha256;
}

/// Requests that carry a canary, and trust as a test wants it.
class TlsBench : public QObject
{
protected:
    void setUp()
    {
        m_root = TestCertificate::authority();
        Result<DeploymentCatalog> loaded = DeploymentCatalog::load();
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().message()));
        m_deployments = *loaded;
    }
    [[nodiscard]] HttpRequest request(const QUrl &url) const
    {
        HttpRequest request;
        request.method = "POST";
        request.url = url;
        request.bearer = Secret(QByteArray("canary"));
        request.body = QByteArray("canary");
        return request;
    }
    [[nodiscard]] Result<HttpResponse> get(HttpClient &client, const QUrl &url) const
    {
        return waitFor(client.send(request(url)));
    }
    [[nodiscard]] TrustSettings trusting(const QList<CertificatePin> &pins, bool root = true) const
    {
        TrustSettings trust;
        if (root)
            trust.extraAuthorities = {m_root->certificate()};
        trust.pins = pins;
        trust.isProtected = [this](const QString &host) { return m_deployments->isIbmHost(host); };
        return trust;
    }

    SystemClock m_clock;
    std::optional<TestCertificate> m_root;
    std::optional<DeploymentCatalog> m_deployments;
};

} // namespace acx
