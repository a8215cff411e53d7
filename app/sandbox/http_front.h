// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/sandbox/exchange.h"
#include "app/sandbox/signing_key.h"

#include <optional>

namespace acx::sandbox {

struct TlsIdentity
{
    SigningKey key;
    Certificate certificate;
};

/// The socket side: listens on 127.0.0.1 and calls the handler in threads of its own, one a connection.
class HttpFront final
{
public:
    using Handler = std::function<Response(const Request &)>;

    explicit HttpFront(Handler handler);
    ~HttpFront();
    HttpFront(const HttpFront &) = delete;
    HttpFront &operator=(const HttpFront &) = delete;

    /// Listens when it returns and gives the port. Error: Network.
    [[nodiscard]] Result<quint16> start(quint16 port, const std::optional<TlsIdentity> &identity);
    /// Ends every connection, idle ones at once.
    void stop();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace acx::sandbox
