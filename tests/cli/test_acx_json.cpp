// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/acx_runner.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

constexpr auto document = R"({"a":[1.0,1e400,123456789012345678901234567890],"dup":1,"dup":{"t":"\u0041"}})";

} // namespace

class TestAcxJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_acx.workingFolder = m_folder.path(); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void printsTheDocumentReadable()
    {
        const QByteArray expected = "{\n  \"a\": [\n    1.0,\n    1e400,\n    123456789012345678901234567890\n  ],\n"
                                    "  \"dup\": 1,\n  \"dup\": {\n    \"t\": \"\\u0041\"\n  }\n}\n";
        const AcxRun piped = m_acx.run({u"json"_s, u"-"_s}, document);
        QVERIFY2(piped.exitCode == 0, piped.told().constData());
        QCOMPARE(piped.out, expected);
        writeFile(m_folder.filePath(u"a.json"_s), document);
        const AcxRun fromFile = m_acx.run({u"json"_s, u"a.json"_s});
        QVERIFY2(fromFile.exitCode == 0, fromFile.told().constData());
        QCOMPARE(fromFile.out, expected);
    }

    void namesThePlaceOfTheFirstError_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("place");
        QTest::newRow("comma") << QByteArray("{\n  \"a\": [1,\n  ]\n}") << QByteArray(":3:3:");
        QTest::newRow("empty") << QByteArray() << QByteArray(":1:1:");
        QTest::newRow("more text") << QByteArray("{} x") << QByteArray(":1:4:");
        QTest::newRow("not UTF-8") << QByteArray("\"\xff\"") << QByteArray(":1:2:");
        QTest::newRow("too deep") << QByteArray(1'000'000, '[') << QByteArray("100000 levels");
    }
    void namesThePlaceOfTheFirstError()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, place);
        const AcxRun run = m_acx.run({u"json"_s, u"-"_s}, text);
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains(place), run.told().constData());
        QVERIFY(run.out.isEmpty());
    }

    void followsAPointer_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("number") << u"/a/1"_s << QByteArray("1e400\n");
        QTest::newRow("array") << u"/a"_s << QByteArray("[1.0,1e400,123456789012345678901234567890]\n");
        QTest::newRow("first of two") << u"/dup"_s << QByteArray("1\n");
        QTest::newRow("all") << QString() << QByteArray(document) + '\n';
    }
    void followsAPointer()
    {
        QFETCH(QString, pointer);
        QFETCH(QByteArray, value);
        const AcxRun run = m_acx.run({u"json"_s, u"-"_s, u"--pointer"_s, pointer}, document);
        QVERIFY2(run.exitCode == 0, run.told().constData());
        QCOMPARE(run.out, value);
    }

    void printsWhatAPathFinds_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("printed");
        QTest::newRow("numbers") << u"$.a[?@>=1]"_s
                                 << QByteArray("[\n1.0,\n1e400,\n123456789012345678901234567890\n]\n");
        QTest::newRow("both of one name") << u"$.dup"_s << QByteArray("[\n1,\n{\"t\":\"\\u0041\"}\n]\n");
        QTest::newRow("all") << u"$"_s << QByteArray("[\n") + document + "\n]\n";
        QTest::newRow("nothing") << u"$.none"_s << QByteArray("[]\n");
        QTest::newRow("beyond ASCII") << u"$['é']"_s << QByteArray("[]\n");
    }
    void printsWhatAPathFinds()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, printed);
        const AcxRun run = m_acx.run({u"json"_s, u"-"_s, u"--path"_s, path}, document);
        QVERIFY2(run.exitCode == 0, run.told().constData());
        QCOMPARE(run.out, printed);
    }

    void listsWhatItFinds()
    {
        const QByteArray text = R"({"name":"ada","list":["adam, ada","Ada",{"ada/x":[1.0, 2]}]})";
        const AcxRun lines = m_acx.run({u"json"_s, u"-"_s, u"--find"_s, u"ada"_s}, text);
        QVERIFY2(lines.exitCode == 0, lines.told().constData());
        QCOMPARE(lines.out, "/name\t\"ada\"\n/list/0\t\"adam, ada\"\n/list/2/ada~1x\t[1.0,2]\n");
        const AcxRun json = m_acx.run({u"json"_s, u"-"_s, u"--find"_s, u"ada"_s, u"--json"_s}, text);
        QVERIFY2(json.exitCode == 0, json.told().constData());
        QCOMPARE(json.out, "[\n{\"pointer\":\"/name\",\"value\":\"ada\"},\n"
                           "{\"pointer\":\"/list/0\",\"value\":\"adam, ada\"},\n"
                           "{\"pointer\":\"/list/2/ada~1x\",\"value\":[1.0,2]}\n]\n");
        const AcxRun none = m_acx.run({u"json"_s, u"-"_s, u"--find"_s, u"nobody"_s}, text);
        QCOMPARE(none.exitCode, 0);
        QVERIFY(none.out.isEmpty());
        QCOMPARE(m_acx.run({u"json"_s, u"-"_s, u"--find"_s, u"nobody"_s, u"--json"_s}, text).out, "[]\n");
    }

    void refusesWrongUse_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("missing value") << QStringList{u"json"_s, u"-"_s, u"--pointer"_s, u"/a/9"_s}
                                       << QByteArray("no value at /a/9");
        QTest::newRow("no pointer") << QStringList{u"json"_s, u"-"_s, u"--pointer"_s, u"a"_s}
                                    << QByteArray("does not begin with /");
        QTest::newRow("two ways") << QStringList{u"json"_s, u"-"_s, u"--pointer"_s, u"/a"_s, u"--find"_s, u"x"_s}
                                  << QByteArray("exclude each other");
        QTest::newRow("two others") << QStringList{u"json"_s, u"-"_s, u"--path"_s, u"$"_s, u"--find"_s, u"x"_s}
                                    << QByteArray("exclude each other");
        QTest::newRow("no path") << QStringList{u"json"_s, u"-"_s, u"--path"_s, u"$.a["_s}
                                 << QByteArray("wrong at character 5");
        QTest::newRow("wrong types") << QStringList{u"json"_s, u"-"_s, u"--path"_s, u"$[?length(@.*) > 1]"_s}
                                     << QByteArray("wrong at character 11");
        QTest::newRow("empty path") << QStringList{u"json"_s, u"-"_s, u"--path"_s, QString()} << QByteArray("empty");
        QTest::newRow("nothing to find") << QStringList{u"json"_s, u"-"_s, u"--find"_s, QString()}
                                         << QByteArray("empty");
        QTest::newRow("no file") << QStringList{u"json"_s, u"none.json"_s} << QByteArray("does not exist");
        QTest::newRow("no argument") << QStringList{u"json"_s} << QByteArray("needs");
    }
    void refusesWrongUse()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, sentence);
        const AcxRun run = m_acx.run(arguments, document);
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains(sentence), run.told().constData());
        QVERIFY(run.out.isEmpty());
    }

private:
    QTemporaryDir m_folder;
    AcxRunner m_acx;
};

ACX_TEST_MAIN(TestAcxJson)
#include "test_acx_json.moc"
