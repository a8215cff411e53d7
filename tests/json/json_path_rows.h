// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/json_path.h"
#include "tests/json/index_of_text.h"

#include <QTest>

#include <initializer_list>

namespace acx {

/// A path and what it finds.
struct PathRow
{
    const char *path;
    const char *values; ///< as written, in one array
};

inline void addRows(const char *section, const QByteArray &document, std::initializer_list<PathRow> rows)
{
    for (const PathRow &row : rows)
        QTest::addRow("%s %s", section, QByteArray(row.path).simplified().constData())
            << document << QString::fromUtf8(row.path) << QByteArray(row.values);
}

/// The values found, as written, in one array; the error's sentence if it fails.
inline QByteArray foundIn(const JsonIndex &index, const QString &text)
{
    const Result<JsonPath> path = JsonPath::parse(text);
    if (!path)
        return path.error().sentence.toUtf8();
    const Result<std::vector<JsonIndex::Node>> nodes = path->find(index);
    if (!nodes)
        return nodes.error().sentence.toUtf8();
    QByteArrayList values;
    for (const JsonIndex::Node node : *nodes)
        values << index.raw(node).toByteArray();
    return '[' + values.join(',') + ']';
}

} // namespace acx
