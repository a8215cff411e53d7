// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/base/secret.h"
#include "app/network/trust_store.h"

#include <QFuture>

namespace acx {

class SecretStore;

/// Keeps a certificate of the person's own for its server, in place of the one before: its line in the TrustStore and
/// its passphrase in the keychain. When one of the two fails, both are as they were before; if that fails, the Error
/// says so. The passphrase of the one before goes with it. The keychain is asked only where there is a passphrase, or
/// was one. Errors: those of both stores. `keychain` must outlive the future.
[[nodiscard]] QFuture<Status> keepClient(SecretStore &keychain, TrustStore &trust, const ClientCertificateFile &file,
                                         const Secret &passphrase);

/// Removes the passphrase and then the line. While the passphrase cannot be removed, the line stays, so that both can
/// be removed later.
[[nodiscard]] QFuture<Status> forgetClient(SecretStore &keychain, TrustStore &trust, const ClientCertificateFile &file);

} // namespace acx
