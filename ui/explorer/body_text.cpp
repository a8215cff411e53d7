// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/body_text.h"

#include "app/json/json_pretty.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>

#include <functional>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr char16_t controlPictures = 0x2400; // U+2400 to U+241F show U+0000 to U+001F

/// What is not seen itself, or changes how the text around it is painted: C1 controls, marks and overrides of the
/// writing direction, line separators, characters without width.
bool isFormatting(char16_t unit)
{
    return (unit >= 0x7F && unit <= 0x9F) || (unit >= 0x200B && unit <= 0x200F) || (unit >= 0x2028 && unit <= 0x202E) ||
           (unit >= 0x2060 && unit <= 0x2069) || unit == 0x061C || unit == 0xFEFF;
}

Status saveFile(const QString &path, const std::function<Status(QSaveFile &)> &write)
{
    const QString sentence = QCoreApplication::translate("acx", "The body could not be saved to %1.").arg(path);
    const QString nextStep =
        QCoreApplication::translate("acx", "Check that the folder can be written and that its disk has room.");
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorKind::Disk, sentence, nextStep, file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (const Status written = write(file); !written)
        return fail(ErrorKind::Disk, sentence, nextStep, written.error().technical);
    const qint64 size = file.pos();
    // commit() can succeed for a file that a full disk has cut.
    if (!file.commit() || QFileInfo(path).size() != size)
        return fail(ErrorKind::Disk, sentence, nextStep, file.errorString());
    return {};
}

} // namespace

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
        } else if (isFormatting(unit)) {
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
    return saveFile(path, [&body](QSaveFile &file) { return body.writeTo(file); });
}

Status savePretty(const JsonIndex &index, const QString &path)
{
    return saveFile(path, [&index](QSaveFile &file) {
        return writePretty(index, index.root(), [&file](QByteArrayView part) -> Status {
            if (file.write(part.data(), part.size()) == part.size())
                return {};
            return fail(ErrorKind::Disk, {}, {}, file.errorString());
        });
    });
}

} // namespace acx
