// SPDX-License-Identifier: GPL-3.0-or-later
// A history of 100,000 entries: its first page, and the next key in its filter.
//   bench_history FILE   (made and filled first, which takes a minute)
#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "app/explorer/history.h"
#include "tests/benchmarks/row.h"

#include <QCoreApplication>

#include <memory>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

constexpr int entries = 100'000;

HistoryEntry entryNumber(int number)
{
    static const QStringList nouns{u"orgs"_s,    u"catalogs"_s, u"products"_s, u"apis"_s,
                                   u"members"_s, u"spaces"_s,   u"apps"_s,     u"subscriptions"_s};
    const QString noun = nouns.at(number % nouns.size());
    HistoryEntry entry;
    entry.row.sentAt = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC).addSecs(number);
    entry.row.profileName = number % 3 == 0 ? u"work"_s : u"sandbox"_s;
    entry.row.title = u"List %1 of organization %2"_s.arg(noun).arg(number % 977);
    entry.row.method = number % 5 == 0 ? "POST" : "GET";
    entry.row.url = u"https://api.example.com/api/orgs/org%1/%2?limit=50"_s.arg(number % 977).arg(noun);
    entry.row.status = 200;
    entry.row.milliseconds = 12;
    entry.requestHeaders = {{"Accept"_ba, "application/json"_ba}};
    entry.responseHeaders = {{"Content-Type"_ba, "application/json"_ba}};
    entry.responseBody = uR"({"total_results":1,"results":[{"name":"%1-%2","id":"%3","state":"enabled"}]})"_s.arg(noun)
                             .arg(number)
                             .arg(qint64(number) * 7919)
                             .toUtf8();
    entry.responseBodyKept = KeptBody::Whole;
    entry.row.size = entry.responseBody.size();
    return entry;
}

void fill(const QString &path)
{
    HistoryStore store(path);
    const Result<qint64> there = store.count();
    if (!there)
        qFatal("%s", qPrintable(there.error().message()));
    for (auto number = static_cast<int>(*there); number < entries; ++number) {
        if (const Result<qint64> added = store.add(entryNumber(number)); !added)
            qFatal("%s", qPrintable(added.error().message()));
        if (number % 5000 == 0)
            std::fprintf(stderr, "filling the history: %d\n", number);
    }
}

/// Asks one question after the other, as a screen does.
class Asker final : public QObject
{
public:
    explicit Asker(const QString &path)
        : m_path(path)
    {
        open();
    }

private:
    /// The file is opened anew five times.
    void open()
    {
        m_history = std::make_unique<History>(m_path, m_clock);
        HistoryOptions options;
        options.maxEntries = entries;
        options.maxDays = 0;
        options.maxMegabytes = 10'000;
        m_history->setOptions(options);
        m_timer.start();
        deliver(m_history->find({}), this, [this](const Result<HistoryPage> &page) {
            m_first << static_cast<double>(m_timer.nsecsElapsed()) / 1e6;
            if (!page || page->total != entries)
                qFatal("The history does not have its entries.");
            QMetaObject::invokeMethod(
                this, [this] { m_first.size() < 5 ? open() : type(); }, Qt::QueuedConnection);
        });
    }

    void type()
    {
        static const QString typed = u"subscriptions org12 work"_s;
        if (m_length == typed.size()) {
            finish();
            return;
        }
        HistoryQuery query;
        query.words = typed.first(++m_length);
        m_timer.start();
        deliver(m_history->find(query), this, [this](const Result<HistoryPage> &page) {
            m_keys << static_cast<double>(m_timer.nsecsElapsed()) / 1e6;
            if (!page || page->rows.isEmpty())
                qFatal("The history does not find its entries.");
            QMetaObject::invokeMethod(
                this, [this] { type(); }, Qt::QueuedConnection);
        });
    }

    void finish()
    {
        print({u"history of 100,000 entries: first page"_s,
               median(m_first),
               u"ms"_s,
               0,
               {},
               100,
               u"median of 5, the file opened anew"_s});
        print({u"history of 100,000 entries: next key in the filter"_s,
               *std::max_element(m_keys.cbegin(), m_keys.cend()),
               u"ms"_s,
               0,
               {},
               16,
               u"worst of %1 keys; median %2 ms"_s.arg(m_keys.size()).arg(median(m_keys), 0, 'g', 3)});
        QCoreApplication::quit();
    }

    QString m_path;
    SystemClock m_clock;
    std::unique_ptr<History> m_history;
    QElapsedTimer m_timer;
    QList<double> m_first;
    QList<double> m_keys;
    qsizetype m_length = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        qFatal("bench_history FILE");
    fill(arguments.at(1));
    const Asker asker(arguments.at(1));
    return QCoreApplication::exec();
}
