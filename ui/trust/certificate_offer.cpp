// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trust/certificate_offer.h"

#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "app/http/http_client.h"
#include "app/network/host_and_port.h"
#include "app/network/trust_store.h"
#include "ui/app_services.h"
#include "ui/trust/certificate_dialog.h"

#include <algorithm>

namespace acx {

CertificateOffer::CertificateOffer(const AppServices &services, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_window(window)
{
    connect(&services.http, &HttpClient::certificateRefused, this, &CertificateOffer::offer);
}

std::optional<CertificatePin> CertificateOffer::pinned(const RefusedCertificate &certificate) const
{
    const QList<TrustedCertificate> &all = m_services.trust.certificates();
    const auto found = std::ranges::find_if(all, [&certificate](const TrustedCertificate &entry) {
        return entry.pin.host == certificate.host && entry.pin.port == certificate.port;
    });
    return found == all.end() ? std::nullopt : std::optional(found->pin);
}

void CertificateOffer::offer(const RefusedCertificate &certificate)
{
    if (m_dialog)
        return; // it is being looked at
    // `acx trust` may have done it meanwhile.
    if (const Status loaded = m_services.trust.load(); !loaded)
        return Q_EMIT message(Message::fromError(loaded.error()));
    const QString server = hostAndPortText(certificate.host, certificate.port);
    const std::optional<CertificatePin> pin = pinned(certificate);
    Message note;
    note.kind = MessageKind::Warning;
    if (pin == certificate.pin()) {
        note.kind = MessageKind::Info;
        note.text = tr("The certificate of %1 is trusted by now.").arg(server);
        note.nextStep = tr("Try again.");
        return Q_EMIT message(note);
    }
    note.text = pin ? tr("%1 shows another certificate than the one you trusted.").arg(server)
                    : tr("Nobody vouches for the certificate of %1.").arg(server);
    note.nextStep = tr("If it is your organization's own server, compare the fingerprint before you trust it.");
    note.actionText = tr("Show certificate…");
    note.action = [this, certificate] { show(certificate); };
    Q_EMIT message(note);
}

void CertificateOffer::show(const RefusedCertificate &certificate)
{
    m_dialog = new CertificateDialog(certificate, pinned(certificate).has_value(), m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &QDialog::accepted, this, [this, certificate] { trust(certificate); });
    m_dialog->open();
}

void CertificateOffer::trust(const RefusedCertificate &certificate)
{
    const QString server = hostAndPortText(certificate.host, certificate.port);
    deliver(m_services.trust.trust({certificate.pin(), certificate.facts.subject, m_services.clock.now()}), this,
            [this, server](const Status &stored) {
                if (!stored)
                    return Q_EMIT message(Message::fromError(stored.error()));
                Message note;
                note.kind = MessageKind::Success;
                note.text = tr("The certificate of %1 is trusted.").arg(server);
                note.nextStep = tr("Try again. It can be taken back in the settings.");
                Q_EMIT message(note);
            });
}

} // namespace acx
