// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/operations/form_body.h"

#include "app/http/encoding.h"
#include "app/json/json_value.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QRandomGenerator>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

constexpr auto bodyPrefix = "body:"_L1;
constexpr auto urlEncoded = "application/x-www-form-urlencoded"_L1;

QString plainType(const QString &mediaType)
{
    return mediaType.section(u';', 0, 0).trimmed().toLower();
}

tl::unexpected<Error> tooLarge(qint64 maxBytes)
{
    constexpr qint64 megabyte = 1024LL * 1024;
    return fail(ErrorKind::TooLarge,
                QCoreApplication::translate("acx", "The body would be larger than %1 MB.")
                    .arg(qMax<qint64>(maxBytes / megabyte, 1)),
                QCoreApplication::translate("acx", "Send a smaller file."));
}

tl::unexpected<Error> notUsable(ErrorKind kind, const QString &sentence, const QString &path,
                                const QString &technical = {})
{
    return fail(kind, sentence.arg(path), QCoreApplication::translate("acx", "Choose another file."), technical);
}

/// A plain file only: reading a pipe or a device may never end.
Result<QByteArray> readFile(const QString &path, qint64 maxBytes)
{
    const QFileInfo info(path);
    if (path.isEmpty() || !info.exists())
        return notUsable(ErrorKind::NotFound, QCoreApplication::translate("acx", "There is no file “%1”."), path);
    if (info.isDir())
        return notUsable(ErrorKind::InvalidInput, QCoreApplication::translate("acx", "“%1” is a folder."), path);
    if (!info.isFile())
        return notUsable(ErrorKind::InvalidInput, QCoreApplication::translate("acx", "“%1” is no plain file."), path);
    if (info.size() > maxBytes)
        return tooLarge(maxBytes);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return notUsable(ErrorKind::Disk, QCoreApplication::translate("acx", "The file “%1” cannot be read."), path,
                         file.errorString());
    QByteArray bytes = file.read(maxBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return notUsable(ErrorKind::Disk, QCoreApplication::translate("acx", "The file “%1” cannot be read."), path,
                         file.errorString());
    if (bytes.size() > maxBytes)
        return tooLarge(maxBytes);
    return bytes;
}

Result<QByteArray> contentOf(const FormPart &part, qint64 maxBytes)
{
    if (!part.isFile)
        return part.value.toUtf8();
    Result<QByteArray> bytes = readFile(part.value, maxBytes);
    if (bytes)
        return bytes;
    Error error = bytes.error();
    error.sentence = QCoreApplication::translate("acx", "Field “%1”: %2").arg(part.name, error.sentence);
    return fail(error);
}

/// The type of a text where the document leaves it open.
QString typeOfText(const QByteArray &text, const QString &range)
{
    const bool isText = plainType(range).startsWith("text/"_L1) || !parseJson(text);
    return isText ? u"text/plain"_s : u"application/json"_s;
}

QString typeOfFile(const QString &path)
{
    return QMimeDatabase().mimeTypeForFile(path).name();
}

/// RFC 7578 leaves the escaping open; browsers do it so, and we do it with every control character.
QByteArray quotedParameter(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    QByteArray safe;
    safe.reserve(utf8.size() + 2);
    for (const char c : utf8) {
        if (c == '"' || hasControlCharacters(QByteArrayView(&c, 1)))
            safe += '%' + QByteArray(1, c).toHex().toUpper();
        else
            safe += c;
    }
    return '"' + safe + '"';
}

QByteArray partHead(const FormPart &part)
{
    QByteArray head = "Content-Disposition: form-data; name=" + quotedParameter(part.name);
    if (part.isFile)
        head += "; filename=" + quotedParameter(QFileInfo(part.value).fileName());
    QString type = part.contentType;
    if (type.isEmpty() && part.isFile)
        type = typeOfFile(part.value);
    // A line end would begin another header.
    type.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
    if (!type.isEmpty())
        head += "\r\nContent-Type: " + type.toUtf8();
    return head + "\r\n\r\n";
}

/// Random, and looked for in every part all the same.
QByteArray boundaryFor(const QByteArrayList &contents)
{
    QByteArray boundary;
    do {
        boundary = "----acx-" + QByteArray::number(QRandomGenerator::global()->generate64(), 16) +
                   QByteArray::number(QRandomGenerator::global()->generate64(), 16);
    } while (std::any_of(contents.cbegin(), contents.cend(),
                         [&boundary](const QByteArray &content) { return content.contains(boundary); }));
    return boundary;
}

/// The URL Standard's serializer: letters, digits and *-._ stay, a blank becomes a plus.
QByteArray formEncoded(const QByteArray &text)
{
    return text.toPercentEncoding("* ", "~").replace(' ', '+');
}

BuiltBody urlEncodedBody(const QList<FormPart> &parts, const QByteArrayList &contents)
{
    QByteArrayList pairs;
    for (qsizetype i = 0; i < parts.size(); ++i)
        pairs.append(formEncoded(parts[i].name.toUtf8()) + '=' + formEncoded(contents[i]));
    return {pairs.join('&'), QByteArray(urlEncoded.data(), urlEncoded.size())};
}

BuiltBody multipartBody(const QString &mediaType, const QList<FormPart> &parts, const QByteArrayList &contents)
{
    QByteArrayList heads;
    for (const FormPart &part : parts)
        heads.append(partHead(part));
    const QByteArray boundary = boundaryFor(contents + heads);
    BuiltBody body;
    body.contentType = plainType(mediaType).toUtf8() + "; boundary=" + boundary;
    qsizetype size = boundary.size() + 6;
    for (qsizetype i = 0; i < parts.size(); ++i)
        size += boundary.size() + heads[i].size() + contents[i].size() + 6;
    body.bytes.reserve(size);
    for (qsizetype i = 0; i < parts.size(); ++i)
        body.bytes += "--" + boundary + "\r\n" + heads[i] + contents[i] + "\r\n";
    body.bytes += "--" + boundary + "--\r\n";
    return body;
}

/// OpenAPI sends a field that is an object as JSON.
QString typeOfField(const BodyField &field)
{
    return !field.isFile && field.type == "object"_L1 ? u"application/json"_s : QString();
}

} // namespace

bool isFormType(const QString &mediaType)
{
    const QString type = plainType(mediaType);
    return type == urlEncoded || type == "multipart/form-data"_L1;
}

bool isMediaRange(const QString &mediaType)
{
    return plainType(mediaType).contains(u'*');
}

Result<QList<FormPart>> formParts(const BodyShape &shape, const QList<NamedValue> &values)
{
    QList<FormPart> parts;
    for (const BodyField &field : shape.fields) {
        const qsizetype before = parts.size();
        for (const NamedValue &value : values) {
            if (value.name == bodyPrefix + field.name || value.name == field.name)
                parts.append({field.name, value.value, field.isFile, typeOfField(field)});
        }
        if (field.required && parts.size() == before)
            return fail(ErrorKind::InvalidInput,
                        QCoreApplication::translate("acx", "The form needs “%1”.").arg(field.name),
                        field.isFile ? QCoreApplication::translate("acx", "Choose a file for it.")
                                     : QCoreApplication::translate("acx", "Fill it in."));
    }
    return parts;
}

Result<BuiltBody> makeFormBody(const QString &mediaType, const QList<FormPart> &parts, qint64 maxBytes)
{
    if (!isFormType(mediaType))
        return fail(ErrorKind::InvalidInput, QCoreApplication::translate("acx", "“%1” is no form.").arg(mediaType),
                    QCoreApplication::translate("acx", "Use multipart/form-data or %1.").arg(urlEncoded));
    QByteArrayList contents;
    qint64 left = maxBytes;
    for (const FormPart &part : parts) {
        const Result<QByteArray> content = contentOf(part, left);
        if (!content && content.error().kind == ErrorKind::TooLarge)
            return tooLarge(maxBytes);
        if (!content)
            return fail(content.error());
        left -= content->size();
        if (left < 0)
            return tooLarge(maxBytes);
        contents.append(*content);
    }
    BuiltBody body = plainType(mediaType) == urlEncoded ? urlEncodedBody(parts, contents)
                                                        : multipartBody(mediaType, parts, contents);
    if (body.bytes.size() > maxBytes)
        return tooLarge(maxBytes);
    return body;
}

Result<BuiltBody> makeFileBody(const QString &path, const QString &mediaType, qint64 maxBytes)
{
    const Result<QByteArray> bytes = readFile(path, maxBytes);
    if (!bytes)
        return fail(bytes.error());
    const bool isOpen = mediaType.isEmpty() || isMediaRange(mediaType);
    return BuiltBody{*bytes, (isOpen ? typeOfFile(path) : mediaType).toUtf8()};
}

BuiltBody makeTextBody(const QString &text, const QString &mediaType)
{
    const QByteArray bytes = text.toUtf8();
    return {bytes, (isMediaRange(mediaType) ? typeOfText(bytes, mediaType) : mediaType).toUtf8()};
}

} // namespace acx
