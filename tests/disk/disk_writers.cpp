// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/disk/disk_writers.h"

#include "app/explorer/definition_folder.h"
#include "app/explorer/draft_files.h"
#include "app/explorer/history_store.h"
#include "app/network/trust_file.h"
#include "app/profiles/profile_store.h"
#include "tests/explorer/history_bench.h"
#include "ui/explorer/body_text.h"
#include "ui/settings/app_settings.h"
#include "ui/settings/settings_file.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

QUuid idOf(int number)
{
    return QUuid(uint(number) + 1, 0x4000, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}

/// Text and its length, so that a cut shows.
QString filler(int step, qsizetype size)
{
    return QString(size, QChar(u'a' + step % 26));
}

QString digest(const QByteArray &bytes)
{
    return bytes.isEmpty() ? u"-"_s : u"%1*%2"_s.arg(QChar::fromLatin1(bytes.at(bytes.size() - 1))).arg(bytes.size());
}

QString told(const std::optional<Error> &notice, const QString &content)
{
    return notice ? u"!"_s + notice->message() + content : content;
}

template <class T>
QString unreadable(const Result<T> &result)
{
    return u"!"_s + result.error().message() + result.error().technical;
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// --- profiles --------------------------------------------------------------------------------------------------------

constexpr auto profilesFile = "/config/profiles.json"_L1;

Status saveProfile(const QString &folder, int step, qsizetype payload)
{
    Profile profile;
    profile.id = idOf(step);
    profile.name = u"profile %1"_s.arg(step);
    profile.deployment = DeploymentKind::Reserved;
    profile.overrides.api = QUrl(u"https://api.example.com"_s);
    profile.keyName = filler(step, payload);
    return ProfileStore(folder + profilesFile).save(profile);
}

QString lookAtProfiles(const QString &folder)
{
    const Result<ProfileStore::Contents> contents = ProfileStore(folder + profilesFile).load();
    if (!contents)
        return unreadable(contents);
    QString text;
    for (const Profile &profile : contents->profiles)
        text += profile.name + u' ' + digest(profile.keyName.toUtf8()) + u'\n';
    return told(contents->notice, text);
}

// --- settings --------------------------------------------------------------------------------------------------------

constexpr auto settingsFile = "/config/settings.ini"_L1;

Status saveSettings(const QString &folder, int step, qsizetype payload)
{
    // As AppSettings does in a thread of its own, which a fork of this process may not start.
    NetworkOptions options;
    // Of another length each time: QSettings takes a file of the same size and time for the one it has read.
    options.authorityFiles = {u"/%1.pem"_s.arg(step), u'/' + filler(step, payload + step)};
    return SettingsFile::change(folder + settingsFile, options.values(), {});
}

QString lookAtSettings(const QString &folder)
{
    const AppSettings settings(folder + settingsFile);
    QString text;
    for (const QString &path : settings.authorityFiles())
        text += path.left(3) + digest(path.toUtf8()) + u'\n';
    return told(settings.notice(), text);
}

// --- trusted certificates --------------------------------------------------------------------------------------------

constexpr auto trustFile = "/config/trust.json"_L1;

Status saveTrust(const QString &folder, int step, qsizetype payload)
{
    // As TrustStore does in a thread of its own, which a fork of this process may not start.
    const QString host = u"host%1.example.com"_s.arg(step);
    const TrustedCertificate certificate{{host, 443, QByteArray(32, char('a' + step % 26))},
                                         filler(step, payload),
                                         QDateTime(QDate(2026, 9, 14), QTime(8, 0), Qt::UTC)};
    const Result<TrustFile> changed = TrustFile::change(folder + trustFile, adding(certificate));
    return changed ? Status() : fail(changed.error());
}

QString lookAtTrust(const QString &folder)
{
    TrustStore store(folder + trustFile);
    if (const Status loaded = store.load(); !loaded)
        return unreadable(loaded);
    QString text;
    for (const TrustedCertificate &certificate : store.certificates())
        text += certificate.pin.host + u' ' + digest(certificate.subject.toUtf8()) + u' ' +
                digest(certificate.pin.sha256) + u'\n';
    return told(store.notice(), text);
}

// --- history ---------------------------------------------------------------------------------------------------------

constexpr auto historyFile = "/data/history.sqlite"_L1;

Status recordEntry(const QString &folder, int step, qsizetype payload)
{
    HistoryStore store(folder + historyFile);
    const Result<qint64> id = store.add(makeEntry(u"entry %1"_s.arg(step), filler(step, payload).toUtf8()));
    return id ? Status() : fail(id.error());
}

QString lookAtHistory(const QString &folder)
{
    HistoryStore store(folder + historyFile);
    const Result<HistoryPage> page = store.find({{}, 0, 1000});
    if (!page)
        return unreadable(page);
    QString text = u"%1 entries\n"_s.arg(page->total);
    for (const HistoryRow &row : page->rows) {
        const Result<HistoryEntry> entry = store.read(row.id);
        // Also by the index of words, which is kept beside the entries.
        const Result<HistoryPage> found = store.find({row.title, 0, 1000});
        text += row.title + u' ' + (entry ? digest(entry->responseBody) : unreadable(entry)) + u' ' +
                QString::number(found ? found->found : -1) + u'\n';
    }
    return told(store.takeNotice(), text);
}

// --- open requests ---------------------------------------------------------------------------------------------------

QString draftsFile()
{
    return u"/state/drafts/"_s + idOf(7).toString(QUuid::WithoutBraces) + u".json"_s;
}

Status saveDrafts(const QString &folder, int step, qsizetype payload)
{
    DraftSet set;
    for (int i = 0; i <= step; ++i) {
        RequestState state;
        state.id = idOf(i);
        state.operationId = u"operation%1"_s.arg(i);
        state.bodyText = filler(i, payload);
        set.tabs.append(state);
    }
    return DraftFiles(folder + u"/state/drafts"_s).save(idOf(7), set, {});
}

QString lookAtDrafts(const QString &folder)
{
    const Result<DraftSet> set = DraftFiles(folder + u"/state/drafts"_s).load(idOf(7));
    if (!set)
        return unreadable(set);
    QString text;
    for (const RequestState &state : set->tabs)
        text += state.operationId + u' ' + digest(state.bodyText.toUtf8()) + u'\n';
    return told(set->notice, text);
}

// --- opened API definitions ------------------------------------------------------------------------------------------

Definition definitionOf(int number, int version, qsizetype payload)
{
    Definition definition;
    definition.id = idOf(number).toString(QUuid::WithoutBraces);
    definition.title = u"definition %1"_s.arg(number);
    definition.version = QString::number(version);
    definition.clientIdHeader = "X-IBM-Client-Id";
    definition.clientSecretHeader = "X-IBM-Client-Secret";
    definition.readAt = QDateTime(QDate(2026, 9, 14), QTime(8, 0), Qt::UTC);
    definition.size = payload;
    return definition;
}

Status keepDefinition(const QString &folder, int number, int version, qsizetype payload)
{
    const auto kept = DefinitionFolder(folder + u"/data/definitions"_s)
                          .keep(definitionOf(number, version, payload), filler(version, payload).toUtf8());
    return kept ? Status() : fail(kept.error());
}

Status openDefinition(const QString &folder, int step, qsizetype payload)
{
    return keepDefinition(folder, step, step, payload);
}

/// The same definition anew: its line and its copy change together.
Status rereadDefinition(const QString &folder, int step, qsizetype payload)
{
    return keepDefinition(folder, 0, step, payload);
}

QString lookAtDefinitions(const QString &folder)
{
    const DefinitionFolder definitions(folder + u"/data/definitions"_s);
    const Result<DefinitionFolder::Contents> contents = definitions.load();
    if (!contents)
        return unreadable(contents);
    QString text;
    for (const Definition &definition : contents->definitions) {
        const Result<QByteArray> document = definitions.document(definition.id);
        text += definition.title + u" version %1 "_s.arg(definition.version) +
                (document ? digest(*document) : unreadable(document)) + u'\n';
    }
    return told(contents->notice, text);
}

// --- saved answers ---------------------------------------------------------------------------------------------------

constexpr auto answerFile = "/answer.json"_L1;

Status saveAnswer(const QString &folder, int step, qsizetype payload)
{
    ResponseBody body;
    if (Status appended = body.append(filler(step, payload).toUtf8()); !appended)
        return appended;
    return saveBody(body, folder + answerFile);
}

Status saveLaidOut(const QString &folder, int step, qsizetype payload)
{
    QByteArray json = "[";
    for (qsizetype size = 0; size < payload; size += 10)
        json += '"' + filler(step, 8).toUtf8() + "\",";
    json += "0]";
    const Result<JsonIndexed> index = JsonIndex::build(json, nullptr);
    if (!index || !*index)
        return fail(ErrorKind::Internal, u"This is no JSON."_s);
    return savePretty(***index, folder + answerFile);
}

QString lookAtAnswer(const QString &folder)
{
    const QByteArray bytes = readFile(folder + answerFile);
    return QString::number(qChecksum(bytes)) + u' ' + digest(bytes);
}

} // namespace

const QList<DiskWriter> &diskWriters()
{
    static const QList<DiskWriter> writers{
        {"profile", saveProfile, lookAtProfiles, profilesFile},
        {"settings", saveSettings, lookAtSettings, settingsFile},
        {"trust", saveTrust, lookAtTrust, trustFile},
        {"history", recordEntry, lookAtHistory, historyFile},
        {"drafts", saveDrafts, lookAtDrafts, draftsFile()},
        {"definition", openDefinition, lookAtDefinitions, u"/data/definitions/"_s},
        {"definition read again", rereadDefinition, lookAtDefinitions, u"/data/definitions/"_s},
        {"saved answer", saveAnswer, lookAtAnswer, answerFile},
        {"saved answer, laid out", saveLaidOut, lookAtAnswer, answerFile},
    };
    return writers;
}

QString workTemplate()
{
    const QString memory = u"/dev/shm"_s;
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + u"/acx-disk-XXXXXX"_s;
}

QStringList filesBelow(const QString &folder)
{
    QStringList list;
    const auto all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    QDirIterator entries(folder, all, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        const int mode = modeOf(path);
        const int wanted = entries.fileInfo().isDir() ? 0700 : 0600;
        list += path.sliced(folder.size()) + (mode == wanted ? QString() : u" 0%1"_s.arg(mode, 0, 8));
    }
    list.sort();
    return list;
}

void copyFolder(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    const auto all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    const QFileInfoList entries = QDir(from).entryInfoList(all);
    for (const QFileInfo &entry : entries) {
        const QString target = to + u'/' + entry.fileName();
        if (entry.isDir())
            copyFolder(entry.filePath(), target);
        else
            QFile::copy(entry.filePath(), target);
    }
}

} // namespace acx
