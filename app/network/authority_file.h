// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QList>
#include <QSslCertificate>
#include <QString>

namespace acx {

/// The certificates of a PEM file. InvalidInput when it holds none or something else; NotFound and Disk.
[[nodiscard]] Result<QList<QSslCertificate>> readAuthorityFile(const QString &path);
/// Common name, or the organisation, or the whole subject.
[[nodiscard]] QString certificateName(const QSslCertificate &certificate);

} // namespace acx
