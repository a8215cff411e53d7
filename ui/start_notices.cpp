// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start_notices.h"

#include "app/explorer/definition_library.h"
#include "app/explorer/draft_store.h"
#include "app/explorer/history.h"
#include "app/network/trust_store.h"
#include "app/profiles/profile_service.h"
#include "app/profiles/profile_store.h"
#include "ui/app_services.h"
#include "ui/settings/app_settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

/// True for a folder that is not there, too, as long as it could be made.
bool canBeWritten(const QString &folder)
{
    QFileInfo info(folder);
    while (!info.exists() && !info.isRoot())
        info = QFileInfo(info.path());
    return info.isDir() && info.isWritable();
}

std::optional<Error> unwritable(const AppSettings &settings)
{
    const QString history =
        settings.historyOptions().enabled ? QFileInfo(History::defaultPath()).path() : QString(); // empty: not kept
    const std::pair<QString, QString> kept[] = {
        {QFileInfo(ProfileStore::defaultPath()).path(), QCoreApplication::translate("acx", "profiles")},
        {QFileInfo(AppSettings::defaultPath()).path(), QCoreApplication::translate("acx", "settings")},
        {DraftStore::defaultFolder(), QCoreApplication::translate("acx", "open requests")},
        {history, QCoreApplication::translate("acx", "the history")},
        {DefinitionLibrary::defaultFolder(), QCoreApplication::translate("acx", "opened API definitions")}};
    QStringList things;
    QStringList folders;
    for (const auto &[folder, thing] : kept) {
        if (folder.isEmpty() || canBeWritten(folder))
            continue;
        things += thing;
        if (!folders.contains(folder))
            folders += folder;
    }
    if (things.isEmpty())
        return std::nullopt;
    Error error;
    error.kind = ErrorKind::Disk;
    error.sentence =
        QCoreApplication::translate(
            "acx", "These cannot be kept after the program ends, because their folders cannot be written: %1.")
            .arg(things.join(u", "_s));
    error.nextStep = QCoreApplication::translate("acx", "To keep it, make these folders writable and start again: %1")
                         .arg(folders.join(u", "_s));
    return error;
}

QString joined(const QList<Error> &errors, const QString &separator, QString (*part)(const Error &))
{
    QStringList parts;
    for (const Error &error : errors)
        parts += part(error);
    parts.removeAll(QString());
    parts.removeDuplicates();
    return parts.join(separator);
}

} // namespace

QList<Error> startNotices(const AppServices &services)
{
    QList<Error> list;
    for (const std::optional<Error> &notice :
         {services.settings.notice(), services.profiles.notice(), services.trust.notice(),
          services.settings.isKept() ? unwritable(services.settings) : std::nullopt}) {
        if (notice)
            list += *notice;
    }
    return list;
}

Error together(const QList<Error> &errors)
{
    if (errors.size() == 1)
        return errors.constFirst();
    Error all;
    all.kind = errors.constFirst().kind;
    all.sentence = joined(errors, u"\n"_s, [](const Error &error) { return error.sentence; });
    all.nextStep = joined(errors, u"\n"_s, [](const Error &error) { return error.nextStep; });
    all.technical = joined(errors, u"\n"_s, [](const Error &error) { return error.details(); });
    return all;
}

} // namespace acx
