// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/trust.h"
#include "ui/widgets/message_bar.h"

#include <QObject>
#include <QPointer>

namespace acx {

struct AppServices;
class CertificateDialog;

/// Where a request of whatever screen has ended at a certificate that nobody vouches for, and that the person may
/// trust, offers to look at it. A certificate that may not be trusted is never offered.
class CertificateOffer final : public QObject
{
    Q_OBJECT
public:
    /// Dialogs belong to `window`.
    CertificateOffer(const AppServices &services, QWidget *window);

Q_SIGNALS:
    void message(const acx::Message &message);

private:
    void offer(const RefusedCertificate &certificate);
    void show(const RefusedCertificate &certificate);
    void trust(const RefusedCertificate &certificate);
    /// The pin for its host and port.
    [[nodiscard]] std::optional<CertificatePin> pinned(const RefusedCertificate &certificate) const;

    const AppServices &m_services;
    QWidget *m_window;
    QPointer<CertificateDialog> m_dialog;
};

} // namespace acx
