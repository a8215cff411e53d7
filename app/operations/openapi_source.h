// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/json/json_value.h"
#include "app/operations/json_split.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <memory>

namespace acx {

/// A part of a document: bytes from its start.
struct ByteRange
{
    qsizetype offset = 0;
    qsizetype size = 0; ///< 0 = there is no such part
    [[nodiscard]] bool isEmpty() const { return size == 0; }
    bool operator==(const ByteRange &) const = default;
};

/// What an OpenAPI document is written in.
enum class OpenApiVersion { Swagger2, OpenApi30, OpenApi31 };

/// The bytes of an OpenAPI document as JSON, of which parts are parsed when they are wanted. Immutable, so that any
/// thread may read it.
class OpenApiSource final
{
public:
    /// `json` begins with `size` bytes of valid JSON (see readOpenApi), which may have room behind them for the parser.
    OpenApiSource(QByteArray json, qsizetype size);

    [[nodiscard]] OpenApiVersion version() const { return m_version; }
    /// Once, before the source is shared.
    void setVersion(OpenApiVersion version) { m_version = version; }
    /// The document's own members; none if it is no object.
    [[nodiscard]] const std::optional<QList<JsonPart>> &members() const { return m_members; }
    /// The whole document.
    [[nodiscard]] QByteArrayView bytes() const { return QByteArrayView(m_json).first(m_size); }
    [[nodiscard]] QByteArrayView bytes(ByteRange range) const;
    /// Where a view of bytes() stands.
    [[nodiscard]] ByteRange rangeOf(QByteArrayView part) const
    {
        return {part.data() - m_json.constData(), part.size()};
    }
    /// The part as a value; null if it is empty or nested deeper than JsonValue goes.
    [[nodiscard]] JsonValue value(ByteRange range) const;

    /// What a reference inside the document ("#/components/parameters/org") points to. Chains of references are
    /// followed, at most 64 of them, so that a circle ends. InvalidInput names the reference; Unsupported tells of one
    /// that leads out of the document, which is never fetched.
    [[nodiscard]] Result<ByteRange> locate(const QString &reference) const;
    [[nodiscard]] Result<JsonValue> resolve(const QString &reference) const;
    /// What stands at the reference, even if that is a reference again.
    [[nodiscard]] Result<JsonValue> referenced(const QString &reference) const;
    /// The value itself, or what it refers to if it is {"$ref": …}.
    [[nodiscard]] Result<JsonValue> resolved(const JsonValue &value) const;

private:
    [[nodiscard]] Result<ByteRange> lookUp(const QString &reference) const;

    QByteArray m_json; ///< with room behind its end, which the parser reads but does not use
    qsizetype m_size;
    OpenApiVersion m_version = OpenApiVersion::OpenApi31;
    std::optional<QList<JsonPart>> m_members;
    QHash<QString, ByteRange> m_parts; ///< by pointer: the document's members, and two floors below components.
                                       ///< One that is too long to be a name is looked for when it is referred to.
};

} // namespace acx
