// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/authority_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qint64 largestBundle = 4LL * 1024 * 1024; // bytes; a bundle of all public authorities has 250 KB

} // namespace

Result<QList<QSslCertificate>> readAuthorityFile(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    const QFileInfo info(path);
    if (!info.exists()) {
        return fail(ErrorKind::NotFound, QCoreApplication::translate("acx", "The file %1 does not exist.").arg(name),
                    QCoreApplication::translate("acx", "Remove it from the list or put it back."), path);
    }
    if (!info.isFile() || info.size() > largestBundle) {
        return fail(ErrorKind::InvalidInput,
                    QCoreApplication::translate("acx", "%1 is not a file of certificates.").arg(name),
                    QCoreApplication::translate("acx", "Choose a PEM file with one or more certificates."), path);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorKind::Disk, QCoreApplication::translate("acx", "%1 cannot be read.").arg(name),
                    QCoreApplication::translate("acx", "Check its permissions."), file.errorString());
    }
    QList<QSslCertificate> certificates = QSslCertificate::fromDevice(&file, QSsl::Pem);
    if (certificates.isEmpty()) {
        return fail(ErrorKind::InvalidInput,
                    QCoreApplication::translate("acx", "%1 holds no certificate in PEM form.").arg(name),
                    QCoreApplication::translate(
                        "acx", "It must have lines that say BEGIN CERTIFICATE. A file in DER form can be converted "
                               "with: openssl x509 -inform der -in FILE -out FILE.pem"),
                    path);
    }
    return certificates;
}

QString certificateName(const QSslCertificate &certificate)
{
    for (const auto part : {QSslCertificate::CommonName, QSslCertificate::Organization}) {
        const QString name = certificate.subjectInfo(part).join(u", "_s);
        if (!name.isEmpty())
            return name;
    }
    return certificate.subjectDisplayName();
}

} // namespace acx
