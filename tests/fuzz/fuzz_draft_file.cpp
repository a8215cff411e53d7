// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/draft_json.h"
#include "tests/fuzz/target.h"

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    (void)acx::readDraftFile(acx::inputBytes(data, size));
    return 0;
}
