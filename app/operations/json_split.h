// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace acx {

struct JsonPart
{
    QString name;         ///< of a member; empty for an item of an array
    QByteArrayView value; ///< as written, without blanks around it
};

/// Takes JSON apart, one floor at a time, without building anything: each part is a view of the bytes. Not thread-safe.
class JsonSplitter final
{
public:
    /// Bytes that must be readable behind the end of every view that is taken apart.
    static const qsizetype padding;

    JsonSplitter();
    ~JsonSplitter();
    Q_DISABLE_COPY_MOVE(JsonSplitter)

    /// The members of an object in their order, duplicates included; none if it is no object.
    [[nodiscard]] std::optional<QList<JsonPart>> members(QByteArrayView json);
    /// The items of an array; none if it is no array.
    [[nodiscard]] std::optional<QList<JsonPart>> items(QByteArrayView json);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The value if the bytes are a JSON string.
[[nodiscard]] std::optional<QString> jsonText(QByteArrayView json);

/// A quick check of a whole document, padded as above. False also for documents that are valid, but hold what the quick
/// check cannot judge (numbers beyond its range, great depth).
[[nodiscard]] bool isPlainlyValidJson(QByteArrayView json);

} // namespace acx
