// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/body_text.h"

#include "app/json/json_pretty.h"
#include "app/profiles/replaced_file.h"

#include <QCoreApplication>
#include <QLocale>

#include <functional>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

Status saveFile(const QString &path, const std::function<Status(QFileDevice &)> &write)
{
    const QString sentence = QCoreApplication::translate("acx", "The body could not be saved to %1.").arg(path);
    const QString nextStep =
        QCoreApplication::translate("acx", "Check that the folder can be written and that its disk has room.");
    sweepLeftovers(path, Leftovers::Ours);
    ReplacedFile file(path);
    Status saved = file.open();
    if (saved)
        saved = write(file.device());
    if (saved)
        saved = file.commit();
    return saved ? Status() : fail(ErrorKind::Disk, sentence, nextStep, saved.error().technical);
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
    return saveFile(path, [&body](QFileDevice &file) { return body.writeTo(file); });
}

Status savePretty(const JsonIndex &index, const QString &path)
{
    return saveFile(path, [&index](QFileDevice &file) {
        return writePretty(index, index.root(), [&file](QByteArrayView part) -> Status {
            if (file.write(part.data(), part.size()) == part.size())
                return {};
            return fail(ErrorKind::Disk, {}, {}, file.errorString());
        });
    });
}

} // namespace acx
