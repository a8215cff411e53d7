// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/api_key_file.h"
#include "tests/fuzz/target.h"

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = acx::inputBytes(data, size);
    const acx::Result<acx::ApiKeyImport> read = acx::ApiKeyFile::readBytes(bytes);
    if (!read)
        acx::promise(!read.error().sentence.isEmpty(), "a refusal says why");
    const auto client = acx::ApiKeyFile::readClient(bytes);
    if (!client)
        acx::promise(!client.error().sentence.isEmpty(), "a refusal says why");
    return 0;
}
