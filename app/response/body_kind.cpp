// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/response/response_body.h"

#include <QList>

#include <algorithm>
#include <optional>

namespace acx {

namespace {

constexpr qint64 sniffedBytes = 1024;

struct Signature
{
    QByteArrayView bytes;
    qsizetype offset = 0;
    BodyKind kind = BodyKind::Binary;
};

/// First bytes that no text can have: they win over what the service declares.
std::optional<BodyKind> kindBySignature(QByteArrayView head)
{
    static const Signature signatures[] = {
        {"%PDF-", 0, BodyKind::Pdf},          {"PK\x03\x04", 0, BodyKind::Zip},
        {"PK\x05\x06", 0, BodyKind::Zip},     {"\x89PNG\r\n\x1a\n", 0, BodyKind::Image},
        {"\xff\xd8\xff", 0, BodyKind::Image}, {"GIF87a", 0, BodyKind::Image},
        {"GIF89a", 0, BodyKind::Image},       {"WEBP", 8, BodyKind::Image},
        {"\x1f\x8b", 0, BodyKind::Binary},
    };
    for (const Signature &signature : signatures) {
        if (head.size() >= signature.offset && head.sliced(signature.offset).startsWith(signature.bytes))
            return signature.kind;
    }
    return std::nullopt;
}

bool looksBinary(QByteArrayView head)
{
    if (head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff"))
        return false; // UTF-16 text with a byte order mark
    const auto isControl = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\x1b') || byte == 0x7f;
    };
    return std::any_of(head.begin(), head.end(), isControl);
}

QByteArrayView withoutLeadingBlanks(QByteArrayView head)
{
    if (head.startsWith("\xef\xbb\xbf"))
        head = head.sliced(3);
    return head.trimmed();
}

/// `text` begins with { or [ and goes on as JSON does ("[INFO] …" of a log does not).
bool looksLikeJson(QByteArrayView text)
{
    if (!text.startsWith('{') && !text.startsWith('['))
        return false;
    const QByteArrayView next = text.sliced(1).trimmed();
    if (next.isEmpty())
        return true;
    const QByteArrayView allowed = text.front() == '{' ? QByteArrayView("\"}") : QByteArrayView("]{[\"-0123456789tfn");
    if (!allowed.contains(next.front()))
        return false;
    const bool isWord = next.front() == 't' || next.front() == 'f' || next.front() == 'n';
    return !isWord || next.startsWith("true") || next.startsWith("false") || next.startsWith("null");
}

bool looksLikeHtml(QByteArrayView text)
{
    const QByteArray start = text.first(qMin(text.size(), qsizetype(256))).toByteArray().toLower();
    return start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<head") ||
           start.startsWith("<body");
}

std::optional<BodyKind> kindByType(const QByteArray &type)
{
    if (type == "application/json" || type == "text/json" || type == "application/x-ndjson" || type.endsWith("+json"))
        return BodyKind::Json;
    if (type == "text/html" || type == "application/xhtml+xml")
        return BodyKind::Html;
    if (type == "application/xml" || type == "text/xml" || type.endsWith("+xml"))
        return BodyKind::Xml;
    if (type == "application/yaml" || type == "application/x-yaml" || type == "text/yaml" || type == "text/x-yaml" ||
        type.endsWith("+yaml"))
        return BodyKind::Yaml;
    if (type.startsWith("image/"))
        return BodyKind::Image;
    if (type == "application/pdf")
        return BodyKind::Pdf;
    if (type == "application/zip")
        return BodyKind::Zip;
    if (type.startsWith("text/") && type != "text/plain")
        return BodyKind::Text;
    return std::nullopt;
}

BodyKind kindByText(QByteArrayView text)
{
    if (looksLikeJson(text))
        return BodyKind::Json;
    if (looksLikeHtml(text))
        return BodyKind::Html;
    if (text.startsWith("<?xml"))
        return BodyKind::Xml;
    return BodyKind::Text;
}

} // namespace

BodyKind bodyKind(const QByteArray &contentType, const ResponseBody &body)
{
    if (body.isEmpty())
        return BodyKind::Empty;
    const QByteArray head = body.head(sniffedBytes);
    if (const std::optional<BodyKind> kind = kindBySignature(head))
        return *kind;
    const QByteArrayView text = withoutLeadingBlanks(head);
    const std::optional<BodyKind> declared = kindByType(contentType.split(';').constFirst().trimmed().toLower());
    if (looksBinary(head))
        return declared == BodyKind::Image ? BodyKind::Image : BodyKind::Binary;
    // Gateways and proxies answer with a page of their own under the declared type of the service.
    if (!declared || (*declared == BodyKind::Json && text.startsWith('<')))
        return kindByText(text);
    return *declared;
}

} // namespace acx
