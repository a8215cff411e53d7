// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_path.h"
#include "tests/fuzz/target.h"

#include <memory>

using namespace acx;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const auto document = std::make_shared<const QByteArray>(
        R"({"a":[1,2.50,{"b":"x"},null,true],"b":{"a":"xyz","c":[[],{}]},"a":12345678901234567890})");
    static const Result<JsonIndexed> index = JsonIndex::build(*document, document);
    const Result<JsonPath> path = JsonPath::parse(QString::fromUtf8(inputBytes(data, size)));
    if (!path) {
        promise(path.error().kind == ErrorKind::InvalidInput && !path.error().sentence.isEmpty(), "a refusal says why");
        return 0;
    }
    int steps = 100'000;
    (void)path->find(***index, [&steps] { return --steps > 0; });
    return 0;
}
