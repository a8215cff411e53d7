// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/openapi_reader.h"
#include "tests/fuzz/target.h"

#include <QSet>

using namespace acx;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const Result<OperationCatalog> catalog = readOpenApi(inputBytes(data, size), QStringLiteral("fuzz"));
    if (!catalog) {
        promise(!catalog.error().sentence.isEmpty(), "a refusal says why");
        return 0;
    }
    QSet<QString> ids;
    for (const OperationEntry &entry : catalog->operations()) {
        promise(!entry.title.isEmpty() && !entry.group.isEmpty(), "an entry has a title and a group");
        promise(!ids.contains(entry.id), "ids are unique");
        ids.insert(entry.id);
        (void)OperationCatalog::read(entry);
    }
    for (const OperationEntry &entry : catalog->others())
        (void)OperationCatalog::read(entry);
    (void)catalog->search(QStringLiteral("get user"));
    return 0;
}
