// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/explorer/definition_bench.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace acx;

/// Opened API definitions: kept and read again.
class TestDefinitionLibrary final : public QObject, protected DefinitionBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void opensAndRemembers();
    void keepsTheLineOfAFileWithoutAName();
    void keepsFilesPrivate();
    void opensFromAUrlWithoutAToken();
    void refusesWhatIsNoDefinition_data();
    void refusesWhatIsNoDefinition();
    void refusesWhatCannotBeFetched_data();
    void refusesWhatCannotBeFetched();
    void findsTheDefinitionInAnAnswer_data();
    void findsTheDefinitionInAnAnswer();
    void readsAgainWithWhatChanged();
    void keepsTheOldOneWhenReadingAgainFails();
    void pastedIsNotReadAgain();
    void readsAnAnswerAgain();
    void cancels();
};

void TestDefinitionLibrary::opensAndRemembers()
{
    const QString file = path(u"things.json"_s);
    writeFile(file, definition("Things"));
    QSignalSpy changes(m_library.get(), &DefinitionLibrary::changed);
    QVERIFY(m_library->list().isEmpty());
    const Result<QString> id = waitFor(m_library->openFile(file));
    QVERIFY2(id, qPrintable(id ? QString() : id.error().message()));
    QCOMPARE(changes.size(), 1);
    const Definition kept = m_library->list().value(0);
    QCOMPARE(kept.id, *id);
    QCOMPARE(kept.title, u"Things"_s);
    QCOMPARE(kept.version, u"1.0"_s);
    QCOMPARE(kept.origin, DefinitionOrigin::File);
    QCOMPARE(kept.base, QUrl(u"https://api.example.com/v1"_s));
    QCOMPARE(kept.clientIdHeader, "X-IBM-Client-Id"_ba);
    QVERIFY(!kept.wantsClientId);
    QCOMPARE(waitFor(m_library->catalog(*id))->operations().value(0).id, u"listThings"_s);

    // Another start of the program, with the file gone.
    QVERIFY(QFile::remove(file));
    const auto later = library();
    QCOMPARE(later->list(), m_library->list());
    QCOMPARE(waitFor(later->catalog(*id))->operations().value(0).id, u"listThings"_s);
    QVERIFY(!waitFor(later->catalog(u"nothing"_s)));

    // The same file is the same definition.
    writeFile(file, definition("Other things"));
    QCOMPARE(waitFor(m_library->openFile(file)).value(), *id);
    QCOMPARE(m_library->list().size(), 1);
    QCOMPARE(m_library->list().value(0).title, u"Other things"_s);
    // Pasted texts are not.
    QVERIFY(openText(definition("A")) != openText(definition("A")));
    QCOMPARE(m_library->list().size(), 3);
}

void TestDefinitionLibrary::keepsTheLineOfAFileWithoutAName()
{
    const QString file = path(u".json"_s);
    writeFile(file, R"({"openapi":"3.0.0","paths":{}})");
    QVERIFY(waitFor(m_library->openFile(file)));
    const auto later = library();
    QCOMPARE(later->list().size(), 1);
    QCOMPARE(later->list().value(0).title, u".json"_s);
    QVERIFY(!later->notice());
}

void TestDefinitionLibrary::keepsFilesPrivate()
{
    (void)openText(definition("Things"));
    const QFileInfo folder(path(u"definitions"_s));
    QCOMPARE(int(folder.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                                         QFile::WriteOther | QFile::ExeOther)),
             0);
    const QFileInfoList files = QDir(folder.filePath()).entryInfoList(QDir::Files);
    QCOMPARE(files.size(), 2);
    for (const QFileInfo &file : files)
        QCOMPARE(
            int(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)), 0);
}

void TestDefinitionLibrary::opensFromAUrlWithoutAToken()
{
    FaultServer server(answering(httpAnswer(200,
                                            "openapi: 3.0.0\ninfo: {title: Yaml, version: '2'}\npaths:\n  /a:\n"
                                            "    get: {}\nservers: [{url: ../api}]\n",
                                            {"Content-Type: application/yaml"})));
    QList<DefinitionProgress> seen;
    OpenOptions options;
    options.progress = [&seen](const DefinitionProgress &progress) { seen.append(progress); };
    const Result<QString> id = waitFor(m_library->openUrl(server.url("/specs/a.yaml"), options));
    QVERIFY2(id, qPrintable(id ? QString() : id.error().message()));
    const Definition kept = m_library->find(*id).value();
    QCOMPARE(kept.title, u"Yaml"_s);
    QCOMPARE(kept.base, server.url("/api"));
    QCOMPARE(server.requests().size(), 1);
    QVERIFY(server.requests().first().header("Authorization").isEmpty());
    QVERIFY(!seen.isEmpty() && seen.last().isReading);
}

void TestDefinitionLibrary::refusesWhatIsNoDefinition_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << ""_ba << u"line"_s;
    QTest::newRow("broken JSON") << "{\n \"openapi\": \"3.0.0\",\n}"_ba << u"Line 3, column 1"_s;
    QTest::newRow("broken YAML") << "openapi: 3.0.0\n  paths: [\n"_ba << u"ine 2"_s;
    QTest::newRow("other JSON") << "{\"a\":1}"_ba << u"openapi"_s;
    QTest::newRow("other version") << "{\"openapi\":\"9\"}"_ba << u"9"_s;
    QTest::newRow("an array") << "[]"_ba << u"object"_s;
    QTest::newRow("not UTF-8") << "{\"openapi\":\"\xff\"}"_ba << u"Line 1"_s;
    QByteArray bomb = "openapi: 3.0.0\na0: &a0 [x,x,x,x,x,x,x,x,x]\n";
    for (int i = 1; i < 12; ++i)
        bomb += QString(u"a%1: &a%1 [*a%2,*a%2,*a%2,*a%2,*a%2,*a%2,*a%2,*a%2,*a%2]\n"_s).arg(i).arg(i - 1).toUtf8();
    QTest::newRow("YAML bomb") << bomb << u"alias"_s;
    QTest::newRow("deep") << "{\"openapi\":\"3.0.0\",\"x\":" + QByteArray(5000, '[') << u"Line 1"_s;
}

void TestDefinitionLibrary::refusesWhatIsNoDefinition()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, words);
    const Result<QString> id = waitFor(m_library->openText(text));
    QVERIFY(!id);
    QVERIFY2(id.error().message().contains(words, Qt::CaseInsensitive), qPrintable(id.error().message()));
    QVERIFY(m_library->list().isEmpty());
    QVERIFY(!QFileInfo::exists(path(u"definitions/index.json"_s)));
}

void TestDefinitionLibrary::refusesWhatCannotBeFetched_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("url"); // empty: the server's
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("404") << httpAnswer(404, "no") << QString() << ErrorKind::ServiceRefused;
    QTest::newRow("503") << httpAnswer(503, "no") << QString() << ErrorKind::ServiceFault;
    QTest::newRow("cut short") << "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"openapi\":"_ba << QString()
                               << ErrorKind::Incomplete;
    QTest::newRow("plain http elsewhere") << QByteArray() << u"http://example.com/a.json"_s << ErrorKind::InvalidInput;
    QTest::newRow("a file") << QByteArray() << u"file:///etc/hostname"_s << ErrorKind::InvalidInput;
    QTest::newRow("HTML") << httpAnswer(200, "<html></html>", {"Content-Type: text/html"}) << QString()
                          << ErrorKind::InvalidInput;
}

void TestDefinitionLibrary::refusesWhatCannotBeFetched()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, url);
    QFETCH(ErrorKind, kind);
    FaultServer server(answeringThenClosing(answer));
    const Result<QString> id = waitFor(m_library->openUrl(url.isEmpty() ? server.url("/a.json") : QUrl(url)));
    QVERIFY(!id);
    QCOMPARE(id.error().kind, kind);
    QVERIFY(!id.error().sentence.isEmpty());
    QVERIFY(m_library->list().isEmpty());
}

void TestDefinitionLibrary::findsTheDefinitionInAnAnswer_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("title"); // empty: there is none
    QTest::newRow("the answer itself") << definition("Whole") << u"Whole"_s;
    QTest::newRow("V10, API") << inObject("api", definition("Inner")) << u"Inner"_s;
    QTest::newRow("V10, draft") << inObject("draft_api", definition("Draft")) << u"Draft"_s;
    QTest::newRow("too deep") << inObject("a", inObject("b", inObject("c", definition("Deep")))) << QString();
    QTest::newRow("in a list") << "[" + definition("First") + "," + definition("Second") + "]" << u"First"_s;
    QTest::newRow("YAML") << "swagger: '2.0'\ninfo: {title: Yaml}\npaths: {}\n"_ba << u"Yaml"_s;
    QTest::newRow("a text that names it") << textAboutOpenApi() << QString();
    QTest::newRow("a number") << "{\"openapi\":3}"_ba << QString();
    QTest::newRow("no JSON") << "openapi"_ba << QString();
    QTest::newRow("empty") << ""_ba << QString();
}

void TestDefinitionLibrary::findsTheDefinitionInAnAnswer()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, title);
    const AnswerSource source{QUrl(u"https://manager.example.com/api/x"_s), QUuid::createUuid(), "application/json"};
    const Result<QString> id = waitFor(m_library->openAnswer(bodyOf(answer), source));
    QCOMPARE(id.has_value(), !title.isEmpty());
    if (!id) {
        QCOMPARE(id.error().kind, ErrorKind::InvalidInput);
        return;
    }
    const Definition kept = m_library->find(*id).value();
    QCOMPARE(kept.title, title);
    QCOMPARE(kept.origin, DefinitionOrigin::Answer);
    QCOMPARE(kept.profile, source.profile);
    QCOMPARE(waitFor(m_library->openAnswer(bodyOf(answer), source)).value(), *id);
}

void TestDefinitionLibrary::readsAgainWithWhatChanged()
{
    const QString file = path(u"things.json"_s);
    writeFile(file, definition("Things"));
    const QString id = waitFor(m_library->openFile(file)).value();
    QVERIFY(waitFor(m_library->reread(id))->isEmpty());
    writeFile(file, definition("Things", "/others").replace("\"1.0\"", "\"2.0\""));
    const auto later = library(); // which has not read the copy yet
    const Result<DefinitionChanges> changes = waitFor(later->reread(id));
    QVERIFY(changes);
    QCOMPARE(changes->added.value(0).path, u"/others"_s);
    QCOMPARE(changes->removed.value(0).path, u"/things"_s);
    QCOMPARE(changes->versionBefore, u"1.0"_s);
    QCOMPARE(changes->versionNow, u"2.0"_s);
    QCOMPARE(later->find(id)->version, u"2.0"_s);
    QCOMPARE(waitFor(later->catalog(id))->operations().value(0).path, u"/others"_s);
}

void TestDefinitionLibrary::keepsTheOldOneWhenReadingAgainFails()
{
    const QString file = path(u"things.json"_s);
    writeFile(file, definition("Things"));
    const QString id = waitFor(m_library->openFile(file)).value();
    writeFile(file, "{ broken");
    QVERIFY(!waitFor(m_library->reread(id)));
    QVERIFY(QFile::remove(file));
    QCOMPARE(waitFor(m_library->reread(id)).error().kind, ErrorKind::NotFound);
    QCOMPARE(m_library->find(id)->title, u"Things"_s);
    QCOMPARE(waitFor(library()->catalog(id))->operations().size(), 1);
    QCOMPARE(waitFor(m_library->reread(u"nothing"_s)).error().kind, ErrorKind::NotFound);
}

void TestDefinitionLibrary::pastedIsNotReadAgain()
{
    const QString id = openText(definition("Things"));
    QCOMPARE(waitFor(m_library->reread(id)).error().kind, ErrorKind::Unsupported);
}

void TestDefinitionLibrary::readsAnAnswerAgain()
{
    const AnswerSource source{QUrl(u"https://manager.example.com/api/x"_s), QUuid::createUuid(), "application/json"};
    const QString id = waitFor(m_library->openAnswer(bodyOf(definition("A")), source)).value();
    m_answer = bodyOf(inObject("api", definition("B", "/more")));
    const Result<DefinitionChanges> changes = waitFor(m_library->reread(id));
    QCOMPARE(changes->titleNow, u"B"_s);
    QCOMPARE(m_asked, QList<QUrl>{source.url});
    m_answer = fail(ErrorKind::ServiceRefused, u"no"_s);
    QCOMPARE(waitFor(m_library->reread(id)).error().kind, ErrorKind::ServiceRefused);
    QCOMPARE(m_library->find(id)->title, u"B"_s);
}

void TestDefinitionLibrary::cancels()
{
    FaultServer silent([](QTcpSocket &, const RecordedRequest &) {});
    CancelSource source;
    OpenOptions options;
    options.cancel = source.token();
    const QFuture<Result<QString>> waiting = m_library->openUrl(silent.url("/a.json"), options);
    QTRY_COMPARE(silent.requests().size(), 1);
    source.cancel();
    QCOMPARE(waitFor(waiting).error().kind, ErrorKind::Cancelled);
    // Before anything began, and while a large document is read.
    QCOMPARE(waitFor(m_library->openText(definition("A"), options)).error().kind, ErrorKind::Cancelled);
    QByteArray large = "openapi: 3.0.0\ninfo: {title: Large}\npaths:\n";
    for (int i = 0; i < 200'000; ++i)
        large += "  /p" + QByteArray::number(i) + ":\n    get: {}\n";
    CancelSource second;
    options.cancel = second.token();
    const QFuture<Result<QString>> reading = m_library->openText(large, options);
    second.cancel();
    QCOMPARE(waitFor(reading).error().kind, ErrorKind::Cancelled);
    QVERIFY(m_library->list().isEmpty());
    // A library that goes away tells nobody.
    (void)m_library->openText(large, {});
    m_library.reset();
}

ACX_TEST_MAIN(TestDefinitionLibrary)
#include "test_definition_library.moc"
