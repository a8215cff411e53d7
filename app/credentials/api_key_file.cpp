// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/api_key_file.h"

#include "app/credentials/key_json.h"
#include "app/credentials/key_text.h"
#include "app/credentials/small_file.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

/// True for a value with stray braces or quotes, such as {abc123}, "abc123" or {"abc123"}, which is told from a damaged
/// JSON file by having neither blanks nor a member nor a line end.
bool isWrappedValue(const QString &text)
{
    static const QRegularExpression blank(u"\\s"_s);
    static const QRegularExpression member(u"\"\\s*:|api_?key\"?\\s*:"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression content(u"[^{}\\[\\]\",:]"_s);
    if (text.contains(blank) || text.contains(member) || !text.contains(content))
        return false;
    // An object that breaks off within the name of its first member.
    return !(text.startsWith("{\""_L1) && text.count(u'"') == 1);
}

bool mayBeJson(const QString &text)
{
    return text.startsWith(u'{') || text.startsWith(u'[') || text.startsWith(u'"');
}

} // namespace

Result<ApiKeyImport> ApiKeyFile::readFile(const QString &path, FileLinks links)
{
    const Result<QByteArray> bytes = readSmallFile(path, maximumSize, links);
    if (!bytes)
        return fail(bytes.error());
    return readBytes(*bytes);
}

Result<ApiKeyImport> ApiKeyFile::readBytes(const QByteArray &bytes)
{
    const Result<QString> text = decodeKeyText(bytes);
    if (!text)
        return fail(text.error());
    const QString trimmed = trimmedKey(*text);
    if (!mayBeJson(trimmed))
        return readKeyText(*text);
    const QByteArray utf8 = text->toUtf8();
    const auto document = parseJson(utf8);
    if (document && !document->isString())
        return readKeyJson(*document);
    if (isWrappedValue(trimmed) || document)
        return importOfValue(trimmed, {});
    return fail(jsonError(document.error(), utf8.size()));
}

Result<ClientCredentials> ApiKeyFile::readClient(const QByteArray &bytes)
{
    const Result<QString> text = decodeKeyText(bytes);
    if (!text)
        return fail(text.error());
    const QByteArray utf8 = text->toUtf8();
    const auto document = parseJson(utf8);
    if (!document)
        return fail(jsonError(document.error(), utf8.size()));
    return readClientJson(*document);
}

Result<ClientCredentials> ApiKeyFile::readClientFile(const QString &path)
{
    const Result<QByteArray> bytes = readSmallFile(path, maximumSize, FileLinks::Refused);
    if (!bytes)
        return fail(bytes.error());
    return readClient(*bytes);
}

} // namespace acx
