// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/body_text.h"

#include "app/json/json_pretty.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>

#include <functional>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

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
    // On a full disk QSaveFile writes less and still commits: the length is the only sign.
    const qint64 size = file.pos();
    const bool isWhole = file.flush() && ::fsync(file.handle()) == 0 && file.size() == size;
    if (!isWhole)
        file.cancelWriting();
    if (!isWhole || !file.commit())
        return fail(ErrorKind::Disk, sentence, nextStep, file.errorString());
    return {};
}

} // namespace

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
