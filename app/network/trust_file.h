// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/trust_store.h"

#include <functional>

namespace acx {

using TrustChange = std::function<void(TrustEntries &)>;

/// In place of what there is for the same host and port.
[[nodiscard]] TrustChange adding(const TrustedCertificate &certificate);
[[nodiscard]] TrustChange adding(const ClientCertificateFile &client);
[[nodiscard]] TrustChange removingCertificate(const QString &host, quint16 port);
[[nodiscard]] TrustChange removingClient(const QString &host, quint16 port);

/// The file of a TrustStore. Waits for the disk and for other programs.
struct TrustFile
{
    TrustEntries entries;
    std::optional<Error> notice; ///< it was damaged: what could be read of it, and where the rest is

    /// What is damaged is set aside, if that is possible. Errors: Disk, Unsupported.
    [[nodiscard]] static Result<TrustFile> load(const QString &path);
    /// Carries the change out under the file's lock and gives what is in it then. Damaged as with load(), but a file
    /// that cannot be set aside is not changed. Errors: Disk, with the path, and Unsupported; the old file stays.
    [[nodiscard]] static Result<TrustFile> change(const QString &path, const TrustChange &change);
};

} // namespace acx
