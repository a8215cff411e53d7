// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/operations/operation.h"
#include "app/operations/operation_values.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace acx {

/// One field of a form body as it goes out.
struct FormPart
{
    QString name;
    QString value; ///< the text, or the path of the file
    bool isFile = false;
    QString contentType; ///< of a multipart part; empty = by the file's name, none for a text
    bool operator==(const FormPart &) const = default;
};

/// A body with the Content-Type that belongs to it (boundary included).
struct BuiltBody
{
    QByteArray bytes;
    QByteArray contentType;
    bool operator==(const BuiltBody &) const = default;
};

inline constexpr qint64 largestBody = 256LL * 1024 * 1024; ///< bytes; a body is held in memory

/// True for multipart/form-data and application/x-www-form-urlencoded, whatever parameters follow.
[[nodiscard]] bool isFormType(const QString &mediaType);

/// True for a range of media types, as a document may write it: "*/*", "image/*". It names no content.
[[nodiscard]] bool isMediaRange(const QString &mediaType);

/// The parts that the values ("body:NAME", or NAME) make of a form; values of other parameters are not looked at. A
/// field takes its name several times. InvalidInput names a required field that is missing.
[[nodiscard]] Result<QList<FormPart>> formParts(const BodyShape &shape, const QList<NamedValue> &values);

/// The whole body. multipart/form-data by RFC 7578 (names in UTF-8, quotation marks and line ends percent-encoded as
/// browsers do, a boundary that occurs in no part); application/x-www-form-urlencoded by the URL Standard, files as
/// their content. Reads files: run it off the window's thread. Errors: InvalidInput (another media type, a folder, no
/// plain file), NotFound (no such file), Disk (cannot be read), TooLarge; the sentence names field and file.
[[nodiscard]] Result<BuiltBody> makeFormBody(const QString &mediaType, const QList<FormPart> &parts,
                                             qint64 maxBytes = largestBody);

/// A file as a body, byte for byte. Errors as makeFormBody(). `mediaType` empty or a range = by the file's name and
/// content.
[[nodiscard]] Result<BuiltBody> makeFileBody(const QString &path, const QString &mediaType,
                                             qint64 maxBytes = largestBody);

/// A text as a body. For a range, JSON is sent as application/json and anything else as text/plain.
[[nodiscard]] BuiltBody makeTextBody(const QString &text, const QString &mediaType);

} // namespace acx
