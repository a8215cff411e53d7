// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/body_text.h"

#include "app/json/json_value.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qint64 largestPretty = 1024 * 1024; // bytes
constexpr qint64 largestShown = 256 * 1024;   // bytes
constexpr qsizetype longestLine = 64 * 1024;  // characters; a text edit lays out a line as a whole
constexpr char16_t controlPictures = 0x2400;  // U+2400 to U+241F show U+0000 to U+001F

bool isTextKind(BodyKind kind)
{
    switch (kind) {
    case BodyKind::Json:
    case BodyKind::Xml:
    case BodyKind::Yaml:
    case BodyKind::Html:
    case BodyKind::Text:
        return true;
    case BodyKind::Empty:
    case BodyKind::Image:
    case BodyKind::Pdf:
    case BodyKind::Zip:
    case BodyKind::Binary:
        break;
    }
    return false;
}

bool isBidiControl(char16_t unit)
{
    return (unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2066 && unit <= 0x2069) || unit == 0x200E ||
           unit == 0x200F || unit == 0x061C;
}

bool hasLongLine(const QString &text)
{
    qsizetype from = 0;
    while (from < text.size()) {
        const qsizetype end = text.indexOf(u'\n', from);
        if ((end < 0 ? text.size() : end) - from > longestLine)
            return true;
        if (end < 0)
            return false;
        from = end + 1;
    }
    return false;
}

QString firstPart(const QString &text)
{
    // A line that is too long is cut; without one the whole text stays.
    return hasLongLine(text) ? text.left(longestLine) : text;
}

BodyText asReceived(const ResponseBody &body)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString whole = withVisibleControls(decoder(body.head(largestShown)));
    BodyText result;
    result.text = firstPart(whole);
    if (body.size() > largestShown || result.text.size() < whole.size()) {
        result.note = QCoreApplication::translate("acx", "Only the first part of %1 is shown. Save it to see the rest.")
                          .arg(sizeText(body.size()));
    }
    return result;
}

} // namespace

BodyText bodyText(const QByteArray &contentType, const ResponseBody &body)
{
    const BodyKind kind = bodyKind(contentType, body);
    if (kind == BodyKind::Empty)
        return {{}, QCoreApplication::translate("acx", "The answer has no body.")};
    if (!isTextKind(kind)) {
        return {{},
                QCoreApplication::translate("acx", "%1 that are not text. Save them to look at them.")
                    .arg(sizeText(body.size()))};
    }
    if (kind != BodyKind::Json || body.size() > largestPretty)
        return asReceived(body);
    const auto json = parseJson(body.head(largestPretty));
    if (!json) {
        BodyText result = asReceived(body);
        result.note = QCoreApplication::translate("acx", "Not valid JSON (line %1, column %2: %3); shown as received.")
                          .arg(json.error().line)
                          .arg(json.error().column)
                          .arg(json.error().reason);
        return result;
    }
    const QString pretty = withVisibleControls(QString::fromUtf8(json->toPrettyJson()));
    return hasLongLine(pretty) ? asReceived(body) : BodyText{pretty, {}};
}

QString withVisibleControls(const QString &text)
{
    QString shown;
    shown.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        const bool lineEnd = unit == u'\n' || (unit == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n');
        if (lineEnd) {
            if (unit == u'\n')
                shown += u'\n';
        } else if (unit < 0x20 && unit != u'\t') {
            shown += QChar(char16_t(controlPictures + unit));
        } else if (isBidiControl(unit)) {
            shown += u"⟨U+%1⟩"_s.arg(uint(unit), 4, 16, QLatin1Char('0'));
        } else {
            shown += text[i];
        }
    }
    return shown;
}

QString sizeText(qint64 bytes)
{
    if (bytes < 1000)
        return QCoreApplication::translate("acx", "%n B", nullptr, int(bytes));
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

Status saveBody(const ResponseBody &body, const QString &path)
{
    const QString sentence = QCoreApplication::translate("acx", "The body could not be saved to %1.").arg(path);
    const QString nextStep =
        QCoreApplication::translate("acx", "Check that the folder can be written and that its disk has room.");
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorKind::Disk, sentence, nextStep, file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (const Status written = body.writeTo(file); !written)
        return fail(ErrorKind::Disk, sentence, nextStep, written.error().technical);
    // commit() can succeed for a file that a full disk has cut.
    if (!file.commit() || QFileInfo(path).size() != body.size())
        return fail(ErrorKind::Disk, sentence, nextStep, file.errorString());
    return {};
}

} // namespace acx
