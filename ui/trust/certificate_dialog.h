// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/trust.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QGridLayout;
QT_END_NAMESPACE

namespace acx {

/// Shows a certificate that nobody vouches for, and what trusting it means. Accepted = the person trusts it; the way
/// out has the focus. Its controls: "certificateText", "certificateServer", "certificateSubject", "certificateIssuer",
/// "certificateValidity", "certificateNames", "certificateKey", "certificateFingerprint", "certificateMeaning",
/// "trustCertificate", "leaveCertificate".
class CertificateDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `replaces`: another certificate is trusted for this host and port so far.
    CertificateDialog(const RefusedCertificate &certificate, bool replaces, QWidget *parent);

protected:
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *buildFacts(const RefusedCertificate &certificate);
    void addFact(QGridLayout &grid, const QString &label, const QString &name, const QString &value, bool mono = false);
    [[nodiscard]] QWidget *buildButtons();
};

/// A fingerprint in two lines of 16 pairs.
[[nodiscard]] QString fingerprintLines(const QByteArray &sha256);

} // namespace acx
