// SPDX-License-Identifier: GPL-3.0-or-later
// F and pairs of place (3 bytes) and byte: the history file with these bytes changed. Anything else: the columns of an
// entry, each ending with a NUL, put into the tables behind the reader's back.
#include "app/explorer/history_store.h"
#include "tests/fuzz/target.h"

#include <QFile>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace acx;
using namespace Qt::StringLiterals;

namespace {

constexpr int rowColumns = 12;    // of `entries` after its id
constexpr int detailColumns = 15; // of `details` after its id
constexpr qsizetype editSize = 4;

QByteArray soundFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"history.sqlite"_s);
    {
        HistoryStore store(path);
        HistoryEntry entry;
        entry.row.method = "GET";
        entry.row.url = u"https://api.example.com/v1/orgs"_s;
        entry.responseBody = R"({"name":"first"})";
        entry.responseBodyKept = KeptBody::Whole;
        promise(store.add(entry).has_value(), "an entry can be written");
    }
    QFile file(path);
    promise(file.open(QIODevice::ReadOnly), "the file is there");
    return file.readAll();
}

void useAll(HistoryStore &store)
{
    for (const QString &words : {QString(), u"first"_s}) {
        const Result<HistoryPage> page = store.find({words, 0, 10});
        if (!page)
            promise(!page.error().sentence.isEmpty(), "a refusal says why");
        for (const HistoryRow &row : page ? page->rows : QList<HistoryRow>()) {
            const Result<HistoryEntry> entry = store.read(row.id);
            promise(entry.has_value() || !entry.error().sentence.isEmpty(), "a refusal says why");
            promise(!entry ||
                        (entry->requestBodyKept >= KeptBody::None && entry->requestBodyKept <= KeptBody::TokenService),
                    "what was kept of a body is one of the known kinds");
        }
    }
    (void)store.prune({}, QDateTime::currentDateTimeUtc());
    (void)store.takeNotice();
}

void readChangedFile(const QByteArray &edits)
{
    static const QByteArray sound = soundFile();
    QByteArray bytes = sound;
    for (qsizetype at = 0; at + editSize <= edits.size(); at += editSize) {
        const auto byte = [&](qsizetype i) { return static_cast<unsigned char>(edits.at(at + i)); };
        bytes[((byte(0) << 16) | (byte(1) << 8) | byte(2)) % bytes.size()] = edits.at(at + 3);
    }
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"history.sqlite"_s);
    QFile file(path);
    promise(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(), "the disk takes the file");
    file.close();
    HistoryStore store(path);
    useAll(store);
    promise(store.add({}).has_value() || !store.add({}).error().sentence.isEmpty(), "a refusal says why");
}

void readColumns(const QByteArray &bytes)
{
    // Kept until the process ends: Qt's plugins are gone before static objects are.
    static const auto *folder = new QTemporaryDir;
    static const QString path = folder->filePath(u"history.sqlite"_s);
    static HistoryStore &store = *new HistoryStore(path);
    static SqlConnection &other = *new SqlConnection(path);
    if (!other.isOpen())
        promise(store.count().has_value() && other.open().has_value(), "the history opens");
    QList<QByteArray> values = bytes.split('\0');
    values.resize(rowColumns + detailColumns);
    const auto put = [&values](qsizetype from, int count, QVariantList &list) {
        for (const QByteArray &value : values.mid(from, count))
            list.append(value.startsWith('x') ? QVariant(value.sliced(1)) : QVariant(QString::fromUtf8(value)));
    };
    QVariantList row{1};
    QVariantList detail{1};
    put(0, rowColumns, row);
    put(rowColumns, detailColumns, detail);
    const auto marks = [](int count) { return QStringList(count + 1, u"?"_s).join(u','); };
    (void)other.run(u"DELETE FROM details"_s);
    (void)other.run(u"DELETE FROM entries"_s);
    (void)other.run(u"INSERT INTO entries VALUES(%1)"_s.arg(marks(rowColumns)), row);
    (void)other.run(u"INSERT INTO details VALUES(%1)"_s.arg(marks(detailColumns)), detail);
    useAll(store);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    ensureApplication();
    const QByteArray bytes = inputBytes(data, size);
    if (bytes.startsWith('F'))
        readChangedFile(bytes.sliced(1));
    else
        readColumns(bytes);
    return 0;
}
