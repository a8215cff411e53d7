// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/acx_runner.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

class TestAcxCallOperation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_folder = std::make_unique<QTemporaryDir>();
        m_acx = AcxRunner();
        m_acx.workingFolder = m_folder->path();
    }

    void theSandboxAnswersOperations()
    {
        const AcxRun me = m_acx.run({u"call"_s, u"v5.getMe"_s, u"--sandbox"_s});
        QVERIFY2(me.exitCode == 0, me.told().constData());
        const AcxRun platform = m_acx.run({u"call"_s, u"listOrgs"_s, u"--sandbox"_s});
        QVERIFY2(platform.exitCode == 0, platform.told().constData());
        const QString org = platform.json().object()[u"results"_s][0][u"name"_s].toString();
        QVERIFY(!org.isEmpty());
        const AcxRun catalogs =
            m_acx.run({u"call"_s, u"v10.listCatalogs"_s, u"org="_s + org, u"limit=1"_s, u"--sandbox"_s});
        QVERIFY2(catalogs.exitCode == 0, catalogs.told().constData());
        QCOMPARE(catalogs.json().object()[u"results"_s].toArray().size(), 1);
    }

    void readOnlyRefusesWhatChanges()
    {
        FaultServer server(answering(httpAnswer(200)));
        const QStringList place{u"--no-token"_s, u"--read-only"_s, u"--api-host"_s, server.url().toString()};
        for (const QStringList &command : {QStringList{u"call"_s, u"v5.createCatalog"_s, u"org=o"_s, u"-d"_s, u"{}"_s},
                                           QStringList{u"call"_s, u"DELETE"_s, u"/v1/orgs/o"_s}}) {
            const AcxRun refused = m_acx.run(command + place);
            QVERIFY2(refused.exitCode == 2 && refused.err.contains("read-only"), refused.told().constData());
        }
        QCOMPARE(server.connections(), 0);
        const AcxRun read = m_acx.run(QStringList{u"call"_s, u"v5.getMe"_s} + place);
        QVERIFY2(read.exitCode == 0, read.told().constData());
    }

    void valuesGoToTheirPlaces()
    {
        FaultServer server(answering(httpAnswer(200)));
        const QStringList place{u"--no-token"_s, u"--api-host"_s, server.url().toString()};
        const AcxRun get = m_acx.run(QStringList{u"call"_s, u"v5.searchCatalog"_s, u"org=a/b"_s, u"catalog=ü"_s,
                                                 u"name=x&y"_s, u"version=1.0 0"_s} +
                                     place);
        QVERIFY2(get.exitCode == 0, get.told().constData());
        QCOMPARE(server.requests().constFirst().target,
                 "/v1/orgs/a%2Fb/environments/%C3%BC/search?name=x%26y&version=1.0%200"_ba);
        server.forget();
        const AcxRun post = m_acx.run(
            QStringList{u"call"_s, u"v5.createCatalog"_s, u"org=acme"_s, u"name=My catalog"_s, u"shortName=mine"_s} +
            place);
        QVERIFY2(post.exitCode == 0, post.told().constData());
        QCOMPARE(server.requests().constFirst().method, "POST"_ba);
        QCOMPARE(server.requests().constFirst().body, R"({"name":"My catalog","shortName":"mine"})"_ba);
        QCOMPARE(server.requests().constFirst().header("Content-Type"), "application/json"_ba);
        server.forget();
        const AcxRun definition =
            m_acx.run(QStringList{u"call"_s, u"v5.getApiDefinition"_s, u"org=o"_s, u"catalog=c"_s, u"api=1"_s} + place);
        QVERIFY2(definition.exitCode == 0, definition.told().constData());
        QCOMPARE(server.requests().constFirst().header("Accept"), "application/vnd.ibm-apim.swagger2+json"_ba);
        server.forget();
        const AcxRun data = m_acx.run(QStringList{u"call"_s, u"v5.createCatalog"_s, u"org=o"_s, u"-d"_s, u"{}"_s,
                                                  u"-H"_s, u"Accept: text/plain"_s} +
                                      place);
        QVERIFY2(data.exitCode == 0, data.told().constData());
        QCOMPARE(server.requests().constFirst().body, "{}"_ba);
        QCOMPARE(server.requests().constFirst().header("Accept"), "text/plain"_ba);
    }

    void wrongUse_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("told");
        QTest::newRow("missing") << QStringList{u"v5.getCatalog"_s, u"org=o"_s} << "“catalog”"_ba;
        QTest::newRow("missing in the body") << QStringList{u"v5.createCatalog"_s, u"org=o"_s} << "needs “name”"_ba;
        QTest::newRow("unknown") << QStringList{u"v5.getMe"_s, u"colour=red"_s} << "“colour”"_ba;
        QTest::newRow("no operation") << QStringList{u"v5.getNothing"_s} << "no operation “v5.getNothing”"_ba;
        QTest::newRow("method alone") << QStringList{u"GET"_s} << "acx call METHOD PATH"_ba;
        QTest::newRow("ambiguous id") << QStringList{u"getMe"_s} << "v5.getMe, v10.getMe"_ba;
        QTest::newRow("no value") << QStringList{u"v5.getMe"_s, u"fields"_s} << "no name=value"_ba;
        QTest::newRow("given twice") << QStringList{u"v5.getSpace"_s, u"org=a"_s, u"org=b"_s} << "given twice"_ba;
        QTest::newRow("another host") << QStringList{u"v5.getPasscodeUrl"_s} << "whole URL"_ba;
    }
    void wrongUse()
    {
        QFETCH(QStringList, words);
        QFETCH(QByteArray, told);
        const AcxRun run = m_acx.run(QStringList{u"call"_s} + words + QStringList{u"--sandbox"_s});
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.out.isEmpty() && run.err.contains(told), run.told().constData());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    AcxRunner m_acx;
};

ACX_TEST_MAIN(TestAcxCallOperation)
#include "test_acx_call_operation.moc"
