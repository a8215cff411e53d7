// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/curl_import.h"
#include "tests/fuzz/target.h"

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto draft = acx::readCurl(QString::fromUtf8(acx::inputBytes(data, size)));
    if (!draft)
        acx::promise(!draft.error().sentence.isEmpty(), "a refusal says why");
    return 0;
}
