// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_file.h"

#include "app/profiles/file_lock.h"
#include "app/profiles/replaced_file.h"
#include "app/profiles/whole_file.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

// A file that begins so is cut when it does not end so. Files of before had neither.
constexpr QByteArrayView firstLine("; Settings, to the line that says the end\n");
constexpr QByteArrayView lastLine("; the end\n");

/// Text that is no settings file of ours: QSettings skips lines it does not understand and would lose them in silence.
bool looksDamaged(const QByteArray &bytes)
{
    if (bytes.contains('\0'))
        return true;
    if (bytes.startsWith(firstLine) && !bytes.endsWith(lastLine))
        return true;
    bool inSection = false;
    bool hasValue = false;
    const QList<QByteArray> lines = bytes.split('\n');
    const bool isOther = std::any_of(lines.begin(), lines.end(), [&inSection, &hasValue](const QByteArray &raw) {
        const QByteArray line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(';'))
            return false;
        if (line.startsWith('[')) {
            inSection = true;
            return !line.endsWith(']');
        }
        hasValue = true;
        return !inSection || !line.contains('=');
    });
    return isOther || !hasValue;
}

Status write(const QString &path, const SettingsMap &wanted, const SettingsMap &stored)
{
    if (const Status made = makeFolderFor(path); !made)
        return made;
    FileLock lock(path);
    if (!lock.lock())
        return fail(ErrorKind::Disk, u"locked"_s, {}, lock.reason());
    sweepLeftovers(path);
    const auto bytes = readWhole(path, SettingsFile::largest);
    if (!bytes)
        return fail(ErrorKind::Disk, u"unreadable since the start"_s, {}, bytes.error());
    SettingsMap all = wanted;
    if (*bytes) {
        if (SettingsFile::isDamaged(**bytes))
            return fail(ErrorKind::Disk, u"damaged since the start"_s);
        all = readSettings(path);
        for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
            if (!all.contains(it.key()) || stored.value(it.key()) != it.value())
                all.insert(it.key(), it.value());
        }
    }
    all.insert(SettingsFile::versionKey, SettingsFile::version);
    return replaceFile(path, firstLine.toByteArray() + settingsText(all) + lastLine.toByteArray());
}

} // namespace

bool SettingsFile::isDamaged(const QByteArray &bytes)
{
    return bytes.size() > largest || looksDamaged(bytes);
}

Status SettingsFile::change(const QString &path, const SettingsMap &wanted, const SettingsMap &stored)
{
    const Status written = write(path, wanted, stored);
    return written ? written : fail(notSaved(path, written.error().sentence + u' ' + written.error().technical));
}

Error SettingsFile::notSaved(const QString &path, const QString &technical)
{
    Error error;
    error.kind = ErrorKind::Disk;
    error.sentence = QCoreApplication::translate("acx::AppSettings",
                                                 "The settings could not be saved. They hold until the program ends.");
    error.nextStep =
        QCoreApplication::translate("acx::AppSettings", "Check that %1 can be written and that its disk has room.")
            .arg(path);
    error.technical = technical;
    return error;
}

} // namespace acx
