// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/explorer/definition_bench.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QTcpSocket>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace acx;

/// References of a definition to documents elsewhere: followed on the person's word only.
class TestForeignDocuments final : public QObject, protected DefinitionBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { tearDown(); }

    void readsWhatStandsElsewhere();
    void readsFilesBesideAFile();
    void asksAgainForAnotherPlace();
    void readsNothingElsewhereUnasked();
    void i1FollowsNoRedirectElsewhere_data();
    void i1FollowsNoRedirectElsewhere();
    void i1FollowsRedirectsToAgreedPlaces();
};

void TestForeignDocuments::readsWhatStandsElsewhere()
{
    FaultServer server;
    int served = 1;
    server.setHandler([&](QTcpSocket &socket, const RecordedRequest &request) {
        const QByteArray body = request.target == "/specs/api.json"         ? foreignMain(server.url("/").toEncoded())
                                : request.target == "/specs/parts.yaml"     ? foreignParts(served)
                                : request.target == "/specs/deep/more.json" ? foreignMore()
                                                                            : QByteArray();
        const QByteArray type = request.target.endsWith(".yaml") ? "Content-Type: text/yaml" : "Content-Type: text/x";
        socket.write(httpAnswer(body.isEmpty() ? 404 : 200, body, {type}));
    });
    const QString id = waitFor(m_library->openUrl(server.url("/specs/api.json"))).value();
    QCOMPARE(server.requests().size(), 1); // nothing else without a word
    QCOMPARE(m_library->find(id)->foreign.size(), 3);
    QVERIFY(waitFor(m_library->catalog(id))->operations().value(0).parameterNames.isEmpty());

    const Definition before = m_library->find(id).value();
    QTRY_VERIFY(QDateTime::currentDateTimeUtc() > before.readAt);

    // Two of the three are not there: that is told, the rest is used.
    const Status read = waitFor(m_library->readForeign(id));
    QVERIFY(!read);
    QCOMPARE(read.error().httpStatus, 404);
    const OperationCatalog catalog = waitFor(m_library->catalog(id)).value();
    QVERIFY(m_library->find(id)->readAt > before.readAt);
    QCOMPARE(catalog.operations().value(0).parameterNames, QStringList{u"limit"_s});
    const Result<Operation> operation = OperationCatalog::read(catalog.operations().value(0));
    QCOMPARE(operation->parameters.value(0).type, u"integer"_s); // from the third document
    QCOMPARE(m_library->find(id)->foreign.size(), 2);
    for (const RecordedRequest &request : server.requests())
        QVERIFY(request.header("Authorization").isEmpty());

    // A later re-read goes there again, and finds what changed there.
    QVERIFY(waitFor(m_library->reread(id))->isEmpty());
    served = 2;
    QCOMPARE(waitFor(m_library->reread(id))->changed.size(), 1);
    QCOMPARE(waitFor(m_library->catalog(id))->operations().value(0).parameterNames, QStringList{u"count"_s});
}

void TestForeignDocuments::readsFilesBesideAFile()
{
    QVERIFY(QDir(m_home->path()).mkpath(u"specs/deep"_s));
    writeFile(path(u"specs/api.json"_s), foreignMain("http://localhost:1/"));
    writeFile(path(u"specs/parts.yaml"_s), foreignParts(1));
    writeFile(path(u"specs/deep/more.json"_s), foreignMore());
    const QString id = waitFor(m_library->openFile(path(u"specs/api.json"_s))).value();
    Definition kept = m_library->find(id).value();
    QCOMPARE(kept.foreign.size(), 3);
    (void)waitFor(m_library->readForeign(id)); // the host that is not there is told
    const OperationCatalog catalog = waitFor(m_library->catalog(id)).value();
    QCOMPARE(catalog.operations().value(0).parameterNames, QStringList{u"limit"_s});
    QCOMPARE(OperationCatalog::read(catalog.operations().value(0))->parameters.value(0).type, u"integer"_s);
}

void TestForeignDocuments::asksAgainForAnotherPlace()
{
    FaultServer server;
    server.setHandler([&server](QTcpSocket &socket, const RecordedRequest &request) {
        QByteArray body = request.target == "/specs/parts.yaml" ? foreignParts(1) : foreignMore();
        body.replace("deep/more.json", server.url("/more.json", u"localhost"_s).toEncoded());
        const bool isThere = request.target.endsWith("parts.yaml") || request.target == "/more.json";
        socket.write(httpAnswer(isThere ? 200 : 404, body, {"Content-Type: text/x"}));
    });
    const QByteArray main = foreignMain("x-other:").replace("parts.yaml", server.url("/specs/parts.yaml").toEncoded());
    const QString id = openText(main);
    (void)waitFor(m_library->readForeign(id));
    const auto asked = [&server](const QByteArray &target) {
        return std::any_of(server.requests().cbegin(), server.requests().cend(),
                           [&target](const RecordedRequest &request) { return request.target == target; });
    };
    QVERIFY(asked("/specs/parts.yaml"));
    QVERIFY(!asked("/more.json")); // its host was not in the question
    QVERIFY(m_library->find(id)->foreign.join(u' ').contains(u"localhost"_s));
    (void)waitFor(m_library->readForeign(id));
    QVERIFY(asked("/more.json"));
    QVERIFY(!m_library->find(id)->foreign.join(u' ').contains(u"localhost"_s));
}

void TestForeignDocuments::readsNothingElsewhereUnasked()
{
    // A document from the network reads no file, whatever is agreed to.
    FaultServer server(answering(httpAnswer(200, foreignMain("file:///etc/"), {"Content-Type: text/x"})));
    const QString id = waitFor(m_library->openUrl(server.url("/specs/api.json"))).value();
    const qsizetype size = m_library->find(id)->foreign.size();
    (void)waitFor(m_library->readForeign(id));
    QCOMPARE(waitFor(m_library->readForeign(u"nothing"_s)).error().kind, ErrorKind::NotFound);
    QVERIFY(m_library->find(id)->foreign.join(u' ').contains(u"file:///etc/"_s));
    QVERIFY(size > 0);
    const QDir folder(path(u"definitions"_s));
    const QStringList copies = folder.entryList({id + u"*.definition"_s});
    QCOMPARE(copies.size(), 1);
    QFile copy(folder.filePath(copies.first()));
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QVERIFY(copy.readAll().contains("file:///etc/other.json"));
    CancelSource source;
    source.cancel();
    OpenOptions options;
    options.cancel = source.token();
    QCOMPARE(waitFor(m_library->readForeign(id, options)).error().kind, ErrorKind::Cancelled);
}

void TestForeignDocuments::i1FollowsNoRedirectElsewhere_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("location"); // ELSEWHERE stands for another host, HERE for the agreed one
    QTest::addColumn<QString>("told");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("I1 another host, %d", status) << status << "ELSEWHERE/parts.yaml"_ba << u"localhost"_s;
    QTest::newRow("I1 the agreed host, then another") << 302 << "HERE/onwards"_ba << u"localhost"_s;
    QTest::newRow("I1 for ever") << 302 << "parts.yaml"_ba << u"127.0.0.1"_s;
    QTest::newRow("I1 a file") << 302 << "file:///etc/hostname"_ba << u"file:///etc/hostname"_s;
    QTest::newRow("I1 data") << 302 << "data:application/json,{}"_ba << u"data:"_s;
    QTest::newRow("I1 the agreed host as a user") << 302 << "http://127.0.0.1@localhost:1/"_ba << u"localhost"_s;
}

void TestForeignDocuments::i1FollowsNoRedirectElsewhere()
{
    QFETCH(int, status);
    QFETCH(QByteArray, location);
    QFETCH(QString, told);
    FaultServer elsewhere;
    const QByteArray other = elsewhere.url({}, u"localhost"_s).toEncoded();
    FaultServer server;
    server.setHandler([&](QTcpSocket &socket, const RecordedRequest &request) {
        QByteArray target = request.target == "/onwards" ? "ELSEWHERE/parts.yaml"_ba : location;
        target.replace("ELSEWHERE", other).replace("HERE", server.url({}).toEncoded());
        socket.write(httpAnswer(status, "{}", {"Content-Type: text/x", "Location: " + target}));
    });
    const QString id =
        openText(foreignMain("x-other:").replace("parts.yaml", server.url("/specs/parts.yaml").toEncoded()));
    const Status read = waitFor(m_library->readForeign(id));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Redirect);
    QVERIFY2(read.error().message().contains(told), qPrintable(read.error().message()));
    QCOMPARE(elsewhere.connections(), 0);
    QVERIFY(!server.requests().isEmpty() && server.requests().size() <= 6);
}

void TestForeignDocuments::i1FollowsRedirectsToAgreedPlaces()
{
    FaultServer server;
    server.setHandler([](QTcpSocket &socket, const RecordedRequest &request) {
        if (request.target == "/specs/parts.yaml")
            socket.write(httpAnswer(302, "{}", {"Content-Type: text/x", "Location: ../moved/parts.yaml"}));
        else if (request.target == "/moved/parts.yaml")
            socket.write(httpAnswer(200, foreignParts(1), {"Content-Type: text/yaml"}));
        else
            socket.write(httpAnswer(404, "{}"));
    });
    const QString id =
        openText(foreignMain("x-other:").replace("parts.yaml", server.url("/specs/parts.yaml").toEncoded()));
    (void)waitFor(m_library->readForeign(id)); // deep/more.json is not there
    QCOMPARE(waitFor(m_library->catalog(id))->operations().value(0).parameterNames, QStringList{u"limit"_s});
}

ACX_TEST_MAIN(TestForeignDocuments)
#include "test_foreign_documents.moc"
