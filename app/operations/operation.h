// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace acx {

/// What calling an operation can do to the data of the service.
enum class OperationRisk { Read, Write, Destructive };

/// "read", "write", "destructive".
[[nodiscard]] QString toText(OperationRisk risk);

enum class ParameterPlace { Path, Query, Header, Cookie };

/// "path", "query", "header", "cookie".
[[nodiscard]] QString toText(ParameterPlace place);

/// One of several examples that a document gives for the same thing.
struct NamedExample
{
    QString name;    ///< may be empty
    QString summary; ///< may be empty
    QByteArray text; ///< UTF-8, as `example` of what it belongs to
    bool operator==(const NamedExample &) const = default;
};

struct OperationParameter
{
    QString name;
    ParameterPlace place = ParameterPlace::Query;
    bool required = false;
    QString type;                 ///< string, integer, number, boolean, array or object; empty = not told
    QString format;               ///< of the schema, e.g. "date-time"; may be empty
    QStringList choices;          ///< of an enum, as text
    QString defaultValue;         ///< as text; empty = none
    QString example;              ///< as text; empty = none
    QList<NamedExample> examples; ///< all of them where there are several, in the order of the document
    QString description;          ///< may be empty
    bool exploded = true;         ///< an array goes out as name=a&name=b; otherwise as name=a,b
    bool reserved = false;        ///< reserved characters go out as they are (allowReserved)
    bool deprecated = false;
    QByteArray schema; ///< JSON, a reference at its top followed; empty = none
    bool operator==(const OperationParameter &) const = default;
};

/// One field of a form body (multipart/form-data or application/x-www-form-urlencoded).
struct BodyField
{
    QString name;
    bool required = false;
    bool isFile = false;
    QString type;
    QString description;
    bool operator==(const BodyField &) const = default;
};

/// A body in one media type.
struct BodyShape
{
    QString mediaType;
    QByteArray schema;            ///< JSON as written, `$ref`s not followed; empty = none
    QByteArray example;           ///< JSON text, or the text itself for a body that is no JSON; empty = none
    QList<BodyField> fields;      ///< of form bodies only
    QList<NamedExample> examples; ///< all of them where there are several, in the order of the document
    bool operator==(const BodyShape &) const = default;
};

struct OperationBody
{
    bool required = false;
    QString description;
    QList<BodyShape> shapes; ///< in the order of the document
    bool operator==(const OperationBody &) const = default;
};

struct OperationResponse
{
    QString status; ///< "200", "2XX", "default"
    QString description;
    QStringList mediaTypes;
    bool operator==(const OperationResponse &) const = default;
};

/// Everything a document says about one operation.
struct Operation
{
    QString id;
    QByteArray method; ///< upper case
    QString path;      ///< a template, e.g. "/v1/orgs/{org}"
    QString title;
    QString description;
    QString group;
    QList<OperationParameter> parameters; ///< those of the path item and of the operation
    std::optional<OperationBody> body;
    QList<OperationResponse> responses;
    OperationRisk risk = OperationRisk::Read;
    QString base;          ///< "" = the API; otherwise whose base URL the path is appended to, e.g. "login"
    bool withToken = true; ///< false where the document says that the operation needs no credentials
    bool deprecated = false;
    QString pointer; ///< JSON Pointer of the operation in its document
    bool operator==(const Operation &) const = default;
};

} // namespace acx
