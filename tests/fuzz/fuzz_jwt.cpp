// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/jwt.h"
#include "tests/fuzz/target.h"

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const acx::Secret token(acx::inputBytes(data, size));
    const acx::Result<acx::Jwt> strict = acx::decodeJwt(token);
    const acx::Result<acx::LenientJwt> lenient = acx::decodeJwtForViewing(token);
    acx::promise(!strict || lenient, "what is read strictly can be viewed");
    if (!strict)
        acx::promise(!strict.error().sentence.isEmpty(), "a refusal says why");
    return 0;
}
