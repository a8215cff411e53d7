// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/key_text.h"

#include "app/base/in_words.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

constexpr const char *downloadAgain =
    QT_TRANSLATE_NOOP("acx", "Choose the apikey.json that IBM Cloud offered for download when the key was made.");

/// UTF-16 without a byte order mark: every other byte of Latin text is NUL.
std::optional<QStringDecoder::Encoding> utf16Order(const QByteArray &bytes)
{
    if (bytes.startsWith("\xFF\xFE"))
        return QStringDecoder::Utf16LE;
    if (bytes.startsWith("\xFE\xFF"))
        return QStringDecoder::Utf16BE;
    if (bytes.size() < 4 || bytes.size() % 2 != 0)
        return std::nullopt;
    qsizetype evenNuls = 0;
    qsizetype oddNuls = 0;
    for (qsizetype i = 0; i < bytes.size(); i += 2) {
        evenNuls += bytes[i] == '\0' ? 1 : 0;
        oddNuls += bytes[i + 1] == '\0' ? 1 : 0;
    }
    const qsizetype most = bytes.size() * 2 / 5;
    if (evenNuls == 0 && oddNuls >= most)
        return QStringDecoder::Utf16LE;
    if (oddNuls == 0 && evenNuls >= most)
        return QStringDecoder::Utf16BE;
    return std::nullopt;
}

bool isBinary(const QByteArray &bytes)
{
    const auto controls = std::count_if(bytes.cbegin(), bytes.cend(), [](char c) {
        const auto code = static_cast<unsigned char>(c);
        return code < 0x20 && c != '\t' && c != '\n' && c != '\r';
    });
    return controls * 3 > bytes.size();
}

Result<QString> decode(const QByteArray &bytes)
{
    if (const auto order = utf16Order(bytes)) {
        QStringDecoder decoder(*order);
        QString text = decoder(bytes);
        if (decoder.hasError() || bytes.size() % 2 != 0)
            return refuseInput(QT_TRANSLATE_NOOP("acx", "The UTF-16 text is damaged or cut off."), downloadAgain);
        return text;
    }
    if (isBinary(bytes))
        return refuseInput(QT_TRANSLATE_NOOP("acx", "This is a binary file, not an API key."), downloadAgain);
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(bytes);
    if (decoder.hasError() || !bytes.isValidUtf8())
        return refuseInput(QT_TRANSLATE_NOOP("acx", "The text is not encoded in UTF-8 or UTF-16."),
                           QT_TRANSLATE_NOOP("acx", "Save it as UTF-8, or choose the downloaded apikey.json."));
    return text;
}

} // namespace

tl::unexpected<Error> refuseInput(const char *sentence, const char *nextStep)
{
    return fail(ErrorKind::InvalidInput, inWords(sentence), inWords(nextStep));
}

Result<QString> decodeKeyText(const QByteArray &bytes)
{
    if (bytes.size() > ApiKeyFile::maximumSize)
        return fail(ErrorKind::TooLarge,
                    inWords(QT_TRANSLATE_NOOP("acx", "The text is larger than 1 MiB and cannot be an API key.")),
                    inWords(downloadAgain));
    if (bytes.isEmpty())
        return refuseInput(QT_TRANSLATE_NOOP("acx", "The file is empty."), downloadAgain);
    Result<QString> text = decode(bytes);
    if (!text)
        return text;
    if (trimmedKey(*text).isEmpty())
        return refuseInput(QT_TRANSLATE_NOOP("acx", "The file holds nothing but white space."), downloadAgain);
    return text;
}

QString trimmedKey(const QString &text)
{
    // Characters without width come along when text is copied from a web page.
    const auto isBlank = [](QChar c) {
        return c.isSpace() || (c.unicode() >= 0x200B && c.unicode() <= 0x200D) || c.unicode() == 0x2060 ||
               c.unicode() == 0xFEFF;
    };
    const auto begin = std::find_if_not(text.cbegin(), text.cend(), isBlank);
    const auto end = std::find_if_not(text.crbegin(), std::make_reverse_iterator(begin), isBlank).base();
    return QString(begin, end - begin);
}

Result<ApiKeyImport> readKeyText(const QString &text)
{
    static const QRegularExpression lineEnd(u"\\r\\n|\\n|\\r"_s);
    const QString trimmed = trimmedKey(text);
    const QStringList lines = trimmed.split(lineEnd, Qt::SkipEmptyParts);
    // The command line separates its labels by a column of blanks; "API key my-key was created" is no such line.
    static const QRegularExpression labelled(u"^\\s*(ID|UUID|Name|Description|Bound To|Created At|API Key)"
                                             "(?:\\s*:\\s*|\\t\\s*|\\s{2,})(\\S.*)$"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    ApiKey facts;
    QString value;
    bool hasLabels = false;
    for (const QString &line : lines) {
        const QRegularExpressionMatch match = labelled.match(line);
        if (!match.hasMatch())
            continue;
        hasLabels = true;
        const QString label = match.captured(1).toLower();
        const QString content = match.captured(2).trimmed();
        if (label == "api key"_L1)
            value = content;
        else if (label == "name"_L1)
            facts.name = content;
        else if (label == "description"_L1)
            facts.description = content;
        else if (label == "created at"_L1)
            facts.createdAt = keyTime(content);
        else if (label == "bound to"_L1)
            facts.ownerId = content.section(u':', -1);
        else
            facts.id = content;
    }
    if (!value.isEmpty()) {
        facts.source = ApiKeySource::LabelledText;
        return importOfValue(value, facts);
    }
    if (lines.size() == 1)
        return importOfValue(trimmed, facts);
    if (hasLabels)
        return refuseInput(
            QT_TRANSLATE_NOOP("acx", "This is only the description of an API key; the key itself is not in it."),
            QT_TRANSLATE_NOOP("acx", "IBM Cloud shows a key only when it is made. Make a new one and download "
                                     "it."));
    return refuseInput(
        QT_TRANSLATE_NOOP("acx", "The text has several lines, and none of them is marked as an API key."),
        QT_TRANSLATE_NOOP("acx", "Paste only the key, or choose the downloaded apikey.json."));
}

QDateTime keyTime(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate).toUTC();
}

} // namespace acx
