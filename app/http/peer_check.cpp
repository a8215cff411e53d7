// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/peer_check.h"

#include "app/http/http_message.h"
#include "app/http/pinning.h"
#include "app/http/tls_check.h"

namespace acx {

PeerCheck::PeerCheck(const TrustSettings &trust, const QUrl &url, const QDateTime &now)
    : m_trust(trust)
    , m_url(url)
    , m_now(now)
{}

QList<QSslError> PeerCheck::expected(const QSslCertificate &leaf, const QList<QSslError> &errors)
{
    m_errors = errors;
    m_used.reset();
    m_refused.reset();
    m_isChanged = false;
    m_obstacle = pinObstacle(leaf, errors, m_trust, m_url, m_now);
    if (m_obstacle)
        return {};
    const CertificatePin *pin = pinFor(m_trust, m_url);
    const CertificateFacts facts = factsOf(leaf);
    if (pin && pin->sha256 == facts.sha256) {
        m_used = *pin;
        return errors;
    }
    m_isChanged = pin != nullptr;
    const Origin origin = Origin::of(m_url);
    m_refused = RefusedCertificate{origin.host, quint16(origin.port), facts};
    return {};
}

std::optional<Error> PeerCheck::problem(const QSslCertificate &leaf) const
{
    if (m_used && factsOf(leaf).sha256 != m_used->sha256)
        return changedCertificateError(m_url);
    if (!namesHost(leaf, m_url.host(QUrl::EncodeUnicode)))
        return wrongNameError(leaf, m_url);
    return std::nullopt;
}

Error PeerCheck::error(const QString &text) const
{
    if (m_isChanged)
        return changedCertificateError(m_url);
    Error told = handshakeError(m_errors, m_url, m_now, text);
    if (m_refused)
        told.nextStep = trustNextStep();
    else if (m_obstacle && m_trust.isProtected)
        told.nextStep = obstacleNextStep(*m_obstacle, told.nextStep);
    return told;
}

} // namespace acx
