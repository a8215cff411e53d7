// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/acx_runner.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

const QByteArray pets = R"(openapi: 3.1.0
info: {title: Pets}
paths:
  /pets: {get: {operationId: listPets, summary: List pets, tags: [Animals]}}
  /pets/{pet}: {delete: {summary: Remove a pet, parameters: [{name: pet, in: path}]}}
)";

} // namespace

class TestAcxOperations : public QObject
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

    void catalogsByDeployment_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("count");
        QTest::newRow("all") << QStringList{} << 152 + 126;
        QTest::newRow("v5") << QStringList{u"--deployment"_s, u"v5"_s} << 152;
        QTest::newRow("reserved") << QStringList{u"--deployment"_s, u"reserved"_s} << 126;
        QTest::newRow("saas") << QStringList{u"--deployment"_s, u"saas"_s} << 126;
        QTest::newRow("sandbox") << QStringList{u"--sandbox"_s} << 152 + 126;
    }
    void catalogsByDeployment()
    {
        QFETCH(QStringList, options);
        QFETCH(int, count);
        const AcxRun run = m_acx.run(QStringList{u"operations"_s, u"--json"_s} + options);
        QVERIFY2(run.exitCode == 0 && run.err.isEmpty(), run.told().constData());
        const QJsonArray list = run.json().array();
        QCOMPARE(list.size(), count);
        QSet<QString> ids;
        for (const QJsonValue &item : list) {
            const QJsonObject entry = item.toObject();
            QCOMPARE(entry.keys(), (QStringList{u"group"_s, u"id"_s, u"method"_s, u"path"_s, u"title"_s}));
            for (const QString &key : entry.keys())
                QVERIFY2(!entry[key].toString().isEmpty(), qPrintable(entry[u"id"].toString() + key));
            ids.insert(entry[u"id"].toString());
        }
        QCOMPARE(ids.size(), count);
    }

    void wordsFind()
    {
        const AcxRun json = m_acx.run({u"operations"_s, u"v5.getMe"_s, u"--json"_s});
        QCOMPARE(json.json().array().at(0)[u"id"_s].toString(), u"v5.getMe"_s);
        QCOMPARE(json.json().array().at(0)[u"path"_s].toString(), u"/v1/me"_s);
        const AcxRun text = m_acx.run({u"operations"_s, u"draft"_s, u"api"_s, u"list"_s});
        QCOMPARE(text.exitCode, 0);
        QVERIFY2(text.out.contains("v10.listDraftApis"), text.told().constData());
        QVERIFY(text.out.startsWith("ID "));
        QVERIFY(!text.out.contains("v5.getMe"));
        const AcxRun none = m_acx.run({u"operations"_s, u"zeppelin"_s, u"--json"_s});
        QCOMPARE(none.exitCode, 0);
        QVERIFY(none.json().isArray() && none.json().array().isEmpty());
        const AcxRun nothing = m_acx.run({u"operations"_s, u"zeppelin"_s});
        QVERIFY2(nothing.exitCode == 0 && nothing.out.isEmpty() && !nothing.err.isEmpty(), nothing.told().constData());
    }

    void documentFromAFile()
    {
        const QString file = writeFile(m_folder->filePath(u"pets.yaml"_s), pets);
        checkPets(m_acx.run({u"operations"_s, u"--openapi"_s, file, u"--json"_s}));
        checkPets(m_acx.run({u"operations"_s, u"--json"_s, u"--openapi"_s, u"-"_s}, pets));
        const AcxRun found = m_acx.run({u"operations"_s, u"remove"_s, u"--openapi"_s, file, u"--json"_s});
        QCOMPARE(found.json().array().size(), 1);
    }

    void documentFromAUrlIsFetchedWithoutAToken()
    {
        FaultServer server(answering(httpAnswer(200, pets, {"Content-Type: application/yaml"})));
        m_acx.environment.insert(u"IBMCLOUD_API_KEY"_s, u"canary-0123456789"_s);
        const AcxRun run = m_acx.run({u"operations"_s, u"--json"_s, u"--openapi"_s, server.url("/pets").toString()});
        checkPets(run);
        QCOMPARE(server.requests().size(), 1);
        QCOMPARE(server.requests().constFirst().header("Authorization"), QByteArray());
        QVERIFY(!server.bytes().contains("canary"));
        server.setHandler(answering(httpAnswer(404)));
        const AcxRun missing = m_acx.run({u"operations"_s, u"--openapi"_s, server.url("/none").toString()});
        QVERIFY2(missing.exitCode == 1 && missing.err.contains("404"), missing.told().constData());
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QByteArray>("told");
        QTest::newRow("cut") << R"({"openapi":"3.1.0",)"_ba
                             << "Line 1, column"_ba;
        QTest::newRow("no definition") << "{}"_ba
                                       << "no API definition"_ba;
        QTest::newRow("bomb")
            << "a: &a [x, x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
               "c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c]\n"
               "e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]\nf: &f [*e, *e, *e, *e, *e, *e, *e, *e]\n"
               "g: &g [*f, *f, *f, *f, *f, *f, *f, *f, *f]\nh: &h [*g, *g, *g, *g, *g, *g, *g, *g]\n"_ba
            << "more than 1000000 values"_ba;
    }
    void refusals()
    {
        QFETCH(QByteArray, document);
        QFETCH(QByteArray, told);
        const AcxRun run = m_acx.run({u"operations"_s, u"--openapi"_s, u"-"_s}, document);
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.out.isEmpty() && run.err.contains(told), run.told().constData());
    }

    void wrongUse()
    {
        QCOMPARE(m_acx.run({u"operations"_s, u"--openapi"_s, u"none.json"_s}).exitCode, 2);
        QCOMPARE(m_acx.run({u"operations"_s, u"--deployment"_s, u"mars"_s}).exitCode, 2);
        QCOMPARE(m_acx.run({u"operations"_s, u"--openapi"_s, u"http://api.example.com/x"_s}).exitCode, 2);
    }

    void whatIsBrokenIsTold()
    {
        const AcxRun run = m_acx.run({u"operations"_s, u"--openapi"_s, u"-"_s},
                                     R"({"openapi":"3.0.0","paths":{"/a":{"get":7,"get":7},"/b":{"get":{}}}})");
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(run.out.contains("broken: ") && run.out.contains("GET /b"), run.told().constData());
        QVERIFY(run.err.contains("is there twice"));
    }

private:
    static void checkPets(const AcxRun &run)
    {
        QVERIFY2(run.exitCode == 0 && run.err.isEmpty(), run.told().constData());
        const QJsonArray list = run.json().array();
        QCOMPARE(list.size(), 2);
        QCOMPARE(list.at(0)[u"id"_s].toString(), u"listPets"_s);
        QCOMPARE(list.at(0)[u"group"_s].toString(), u"Animals"_s);
        QCOMPARE(list.at(1)[u"id"_s].toString(), u"DELETE /pets/{pet}"_s);
        QCOMPARE(list.at(1)[u"method"_s].toString(), u"DELETE"_s);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    AcxRunner m_acx;
};

ACX_TEST_MAIN(TestAcxOperations)
#include "test_acx_operations.moc"
