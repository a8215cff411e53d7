// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_value.h"
#include "app/operations/yaml_json.h"
#include "tests/fuzz/target.h"

using namespace acx;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    YamlLimits limits;
    limits.maxDepth = 64;
    limits.maxNodes = 20'000;
    limits.maxAliasNodes = 20'000;
    limits.maxAliasBytes = 1024LL * 1024;
    const Result<YamlAsJson> read = yamlToJson(inputBytes(data, size), limits);
    if (!read) {
        promise(!read.error().sentence.isEmpty(), "a refusal says why");
        return 0;
    }
    const auto json = parseJson(read->json);
    promise(json.has_value(), "what comes out is JSON");
    promise(read->duplicates.isEmpty() || json->hasDuplicates(), "a key that is told to stand there twice does");
    return 0;
}
