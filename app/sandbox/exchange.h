// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>

#include <chrono>
#include <functional>
#include <optional>

namespace acx::sandbox {

using NamedValue = std::pair<QByteArray, QByteArray>;

/// One part of a multipart/form-data body.
struct BodyPart
{
    QByteArray name;
    QByteArray fileName;
    QByteArray content;
};

/// A request as it came over the socket; HEAD arrives as GET.
struct Request
{
    QByteArray method;
    QByteArray path;           ///< percent-encoded, without the query
    QByteArray origin;         ///< scheme://host:port as the client wrote it; the base of every link in an answer
    QList<NamedValue> query;   ///< decoded, in order, repetitions kept
    QList<NamedValue> headers; ///< names in lower case
    QByteArray body;
    QList<BodyPart> parts;  ///< instead of `body` for multipart/form-data
    bool hasLength = false; ///< the client said how long the body is, if only in chunks

    [[nodiscard]] QByteArray header(QByteArrayView lowerCaseName) const;
    [[nodiscard]] QByteArray queryValue(QByteArrayView name) const;
    [[nodiscard]] bool hasQuery(QByteArrayView name) const;
    /// The token of "Authorization: Bearer …"; empty without one.
    [[nodiscard]] QByteArray bearer() const;
    /// The body as a JSON object; nothing if it is something else.
    [[nodiscard]] std::optional<QJsonObject> json() const;
};

struct Response
{
    int status = 200;
    QByteArray contentType;
    QList<NamedValue> headers;
    QByteArray body;
    /// Instead of `body`: called until it returns an empty piece.
    std::function<QByteArray()> stream;

    [[nodiscard]] Response &&with(QByteArray name, QByteArray value) &&;
};

[[nodiscard]] Response jsonResponse(int status, const QJsonValue &value);
[[nodiscard]] Response bytesResponse(QByteArray contentType, QByteArray body);
[[nodiscard]] Response emptyResponse(int status = 204);

/// Reads a query or a form: `+` is a space, then percent-decoding.
[[nodiscard]] QList<NamedValue> readForm(QByteArrayView text);

/// A random, unguessable value in base64url without padding.
[[nodiscard]] QByteArray randomText(int bytes);
[[nodiscard]] QByteArray randomHex(int bytes);
/// A random UUID without braces.
[[nodiscard]] QByteArray randomUuid();

} // namespace acx::sandbox
