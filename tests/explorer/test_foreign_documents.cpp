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

    // Two of the three are not there: that is told, the rest is used.
    const Status read = waitFor(m_library->readForeign(id));
    QVERIFY(!read);
    QCOMPARE(read.error().httpStatus, 404);
    const OperationCatalog catalog = waitFor(m_library->catalog(id)).value();
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

ACX_TEST_MAIN(TestForeignDocuments)
#include "test_foreign_documents.moc"
