// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/token_service.h"

namespace acx {

QFuture<Result<Token>> TokenService::renew(const Token & /*old*/, const TokenCredentials &credentials,
                                           const CancelToken &cancel)
{
    return exchange(credentials, cancel);
}

} // namespace acx
