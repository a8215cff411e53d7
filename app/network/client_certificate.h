// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/base/secret.h"
#include "app/http/trust.h"
#include "app/network/trust_store.h"

namespace acx {

/// Reads a person's own certificate with its key, from PEM or PKCS#12 files, for the moment `now`. `passphrase` is
/// empty where there is none. NotFound, Disk and InvalidInput name the file; SecretMissing when a passphrase is needed
/// and none was given.
[[nodiscard]] Result<ClientCertificate> readClientCertificate(const ClientCertificateFile &file,
                                                              const Secret &passphrase, const QDateTime &now);

} // namespace acx
