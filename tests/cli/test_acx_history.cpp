// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/history.h"
#include "tests/cli/acx_runner.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

class TestAcxHistory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        QDir(dataFolder()).removeRecursively();
        QFile::remove(HistoryOptions::settingsPath());
        m_acx = AcxRunner();
        m_server = std::make_unique<FaultServer>(answering(httpAnswer(200, R"({"name":"zeppelin"})")));
    }

    void lookingMakesNothing();
    void listsCalls();
    void keepsFailures();
    void nothingSecretIsKept();
    void keepsNothingUnasked_data();
    void keepsNothingUnasked();
    void limits();
    void wrongUse();
    void tellsWhatIsWrongWithTheFile();
    void aCallTellsWhatIsWrongWithTheFile();
    void aCallGoesOutWithoutAHistory();

private:
    static QString dataFolder() { return QFileInfo(History::defaultPath()).path(); }
    [[nodiscard]] AcxRun call(const QByteArray &path, const QStringList &more = {}) const
    {
        return m_acx.run(QStringList{u"call"_s, u"GET"_s, m_server->url(path).toString(), u"--no-token"_s} + more);
    }
    [[nodiscard]] QJsonArray list(const QStringList &words = {}) const
    {
        return m_acx.run(QStringList{u"history"_s, u"--json"_s} + words).json().array();
    }

    AcxRunner m_acx;
    std::unique_ptr<FaultServer> m_server;
};

void TestAcxHistory::lookingMakesNothing()
{
    const AcxRun text = m_acx.run({u"history"_s});
    QVERIFY2(text.exitCode == 0 && text.out.isEmpty() && text.err.contains("Nothing is in the history"),
             text.told().constData());
    const AcxRun json = m_acx.run({u"history"_s, u"--json"_s});
    QVERIFY2(json.exitCode == 0 && json.err.isEmpty() && json.json().isArray(), json.told().constData());
    QVERIFY(!QDir().exists(dataFolder()));
}

void TestAcxHistory::listsCalls()
{
    const AcxRun first = call("/v1/me?x=1");
    QVERIFY2(first.exitCode == 0 && first.out == R"({"name":"zeppelin"})" && first.err.isEmpty(),
             first.told().constData());
    m_server->setHandler(answering(httpAnswer(404, R"({"message":"unknown"})")));
    QCOMPARE(call("/api/orgs").exitCode, 1);
    const QJsonArray all = list();
    QCOMPARE(all.size(), 2);
    const QJsonObject latest = all.at(0).toObject();
    QCOMPARE(latest[u"status"_s].toInt(), 404);
    QCOMPARE(latest[u"method"_s].toString(), u"GET"_s);
    QCOMPARE(latest[u"url"_s].toString(), m_server->url("/api/orgs").toString());
    QCOMPARE(latest[u"size"_s].toInt(), 21);
    QVERIFY(latest[u"milliseconds"_s].toDouble() > 0);
    QVERIFY(QDateTime::fromString(latest[u"sent_at"_s].toString(), Qt::ISODateWithMs).isValid());
    QCOMPARE(list({u"zepp"_s}).size(), 1);
    QCOMPARE(list({u"me"_s, u"200"_s}).at(0)[u"url"_s].toString(), m_server->url("/v1/me?x=1").toString());
    QCOMPARE(list({u"nothing"_s}).size(), 0);
    const AcxRun table = m_acx.run({u"history"_s, u"orgs"_s});
    QVERIFY2(table.out.startsWith("SENT ") && table.out.contains("/api/orgs") && !table.out.contains("/v1/me"),
             table.told().constData());
    const AcxRun none = m_acx.run({u"history"_s, u"nothing"_s});
    QVERIFY2(none.exitCode == 0 && none.out.isEmpty() && none.err.contains("No request"), none.told().constData());
}

void TestAcxHistory::keepsFailures()
{
    const QString url = m_server->url("/v1/me").toString();
    m_server->close();
    QCOMPARE(m_acx.run({u"call"_s, u"GET"_s, url, u"--no-token"_s}).exitCode, 4);
    const QJsonArray all = list();
    QCOMPARE(all.size(), 1);
    QVERIFY(all.at(0)[u"status"_s].isNull());
    QVERIFY(all.at(0)[u"milliseconds"_s].isNull());
}

void TestAcxHistory::nothingSecretIsKept()
{
    m_server->setHandler(answering(httpAnswer(200, R"({"client_secret":"canary-4711"})")));
    QCOMPARE(call("/v1/me?apikey=canary-4711",
                  {u"-H"_s, u"X-IBM-Client-Secret: canary-4711"_s, u"-d"_s, uR"({"password":"canary-4711"})"_s})
                 .exitCode,
             0);
    QCOMPARE(list().size(), 1);
    QCOMPARE(filesHolding(qEnvironmentVariable("HOME"), "canary-4711"), QStringList());
}

void TestAcxHistory::keepsNothingUnasked_data()
{
    QTest::addColumn<int>("why");
    QTest::newRow("--no-history") << 0;
    QTest::newRow("switched off") << 1;
    QTest::newRow("the sandbox") << 2;
}

void TestAcxHistory::keepsNothingUnasked()
{
    QFETCH(int, why);
    if (why == 1) {
        QDir().mkpath(QFileInfo(HistoryOptions::settingsPath()).path());
        QSettings settings(HistoryOptions::settingsPath(), QSettings::IniFormat);
        HistoryOptions options;
        options.enabled = false;
        const QMap<QString, QVariant> values = options.values();
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            settings.setValue(it.key(), it.value());
    }
    if (why == 2)
        QCOMPARE(m_acx.run({u"call"_s, u"GET"_s, u"/v1/me"_s, u"--sandbox"_s}).exitCode, 0);
    else
        QCOMPARE(call("/v1/me", why == 0 ? QStringList{u"--no-history"_s} : QStringList()).exitCode, 0);
    QVERIFY(!QFile::exists(History::defaultPath()));
}

void TestAcxHistory::limits()
{
    {
        HistoryStore store(History::defaultPath());
        HistoryEntry entry;
        entry.row.sentAt = QDateTime::currentDateTimeUtc();
        entry.row.method = "GET";
        for (int i = 0; i < 620; ++i) {
            entry.row.url = u"https://api.example.com/%1"_s.arg(i);
            QVERIFY(store.add(entry));
        }
    }
    QCOMPARE(list().size(), 50);
    QCOMPARE(list({u"--limit"_s, u"3"_s}).size(), 3);
    const QJsonArray all = list({u"--limit"_s, u"1000"_s});
    QCOMPARE(all.size(), 620);
    QCOMPARE(all.at(619)[u"url"_s].toString(), u"https://api.example.com/0"_s);
    QCOMPARE(list({u"--limit"_s, u"600"_s, u"example"_s}).size(), 600);
    QVERIFY(m_acx.run({u"history"_s}).err.contains("--limit"));
    QVERIFY(m_acx.run({u"history"_s, u"--limit"_s, u"620"_s}).err.isEmpty());
}

void TestAcxHistory::wrongUse()
{
    for (const QString &limit : {u"0"_s, u"-1"_s, u"x"_s, u"1.5"_s, u"9999999"_s}) {
        const AcxRun run = m_acx.run({u"history"_s, u"--limit=%1"_s.arg(limit)});
        QVERIFY2(run.exitCode == 2 && run.out.isEmpty(), run.told().constData());
    }
    QVERIFY(m_acx.run({u"help"_s, u"history"_s}).out.contains("--limit N"));
}

void TestAcxHistory::tellsWhatIsWrongWithTheFile()
{
    QVERIFY(QDir().mkpath(dataFolder()));
    (void)writeFile(History::defaultPath(), "nonsense");
    const AcxRun run = m_acx.run({u"history"_s, u"--json"_s});
    QVERIFY2(run.exitCode == 0 && run.json().array().isEmpty() && run.err.contains(".damaged-"),
             run.told().constData());
    QCOMPARE(QDir(dataFolder()).entryList({u"*.damaged-*"_s}).size(), 1);
}

void TestAcxHistory::aCallTellsWhatIsWrongWithTheFile()
{
    QVERIFY(QDir().mkpath(dataFolder()));
    (void)writeFile(History::defaultPath(), "nonsense");
    const AcxRun run = call("/v1/me");
    QVERIFY2(run.exitCode == 0 && run.out == R"({"name":"zeppelin"})", run.told().constData());
    QVERIFY2(run.err.count("warning") == 1 && run.err.contains(".damaged-"), run.told().constData());
    QCOMPARE(QDir(dataFolder()).entryList({u"*.damaged-*"_s}).size(), 1);
    QCOMPARE(list().size(), 1);
    QVERIFY2(call("/v1/me").err.isEmpty(), "told again");
}

void TestAcxHistory::aCallGoesOutWithoutAHistory()
{
    QVERIFY(QDir().mkpath(History::defaultPath())); // a folder in its place
    const AcxRun run = call("/v1/me");
    QVERIFY2(run.exitCode == 0 && run.out == R"({"name":"zeppelin"})", run.told().constData());
    QVERIFY2(run.err.contains("history") && run.err.count("cannot be used") == 1, run.told().constData());
    QVERIFY(m_acx.run({u"history"_s}).exitCode != 0);
}

ACX_TEST_MAIN(TestAcxHistory)
#include "test_acx_history.moc"
