// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/acx_runner.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

QByteArray part(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray jwt(const QByteArray &header, const QByteArray &payload, const QByteArray &signature = "signature")
{
    return part(header) + '.' + part(payload) + '.' + part(signature);
}

} // namespace

class TestAcxDecode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_acx.workingFolder = m_folder.path(); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void whatIsReadIsShown_data()
    {
        QTest::addColumn<QByteArray>("input");
        const QByteArray token = jwt("{\"alg\":\"RS256\",\"kid\":\"k1\"}", "{\"sub\":\"ada\",\"exp\":1790000000}");
        QTest::newRow("alone") << token;
        QTest::newRow("line end") << token + "\r\n";
        QTest::newRow("bearer") << "Bearer " + token + '\n';
        QTest::newRow("header line") << "Authorization: Bearer " + token;
    }
    void whatIsReadIsShown()
    {
        QFETCH(QByteArray, input);
        const AcxRun json = m_acx.run({u"decode"_s, u"-"_s, u"--json"_s}, input);
        QVERIFY2(json.exitCode == 0, json.told().constData());
        const QJsonObject object = json.json().object();
        QCOMPARE(object.keys(), (QStringList{u"claims"_s, u"header"_s, u"reason"_s, u"verified"_s}));
        QCOMPARE(object[u"verified"_s], QJsonValue(false));
        QVERIFY(!object[u"reason"_s].toString().isEmpty());
        QCOMPARE(object[u"header"_s][u"kid"_s].toString(), u"k1"_s);
        QCOMPARE(object[u"claims"_s][u"sub"_s].toString(), u"ada"_s);
        const AcxRun text = m_acx.run({u"decode"_s, u"-"_s}, input);
        QCOMPARE(text.exitCode, 0);
        QVERIFY2(text.out.contains("not verified") && text.out.contains("ada"), text.told().constData());
    }

    void numbersAndOrderAreExact()
    {
        const QByteArray payload = "{\"z\":1.0,\"a\":12345678901234567890,\"m\":1e400,\"z2\":[0.10,-0]}";
        writeFile(m_folder.filePath(u"t.jwt"_s), jwt("{\"alg\":\"none\"}", payload));
        const AcxRun run = m_acx.run({u"--json"_s, u"decode"_s, u"t.jwt"_s});
        QCOMPARE(run.exitCode, 0);
        QByteArray compact = run.out;
        compact.replace(" ", "").replace("\n", "");
        QVERIFY2(compact.contains(payload), run.told().constData());
    }

    void claimsAreNullWithoutAnObject()
    {
        const AcxRun run = m_acx.run({u"decode"_s, u"-"_s, u"--json"_s}, jwt("{\"alg\":\"RS256\"}", "just text"));
        QVERIFY2(run.exitCode == 0, run.told().constData());
        QVERIFY(run.json().object()[u"claims"_s].isNull());
        QCOMPARE(m_acx.run({u"decode"_s, u"-"_s}, jwt("{\"alg\":\"RS256\"}", "just text")).exitCode, 0);
    }

    void whatIsNoTokenIsWrongInput_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::newRow("empty") << ""_ba;
        QTest::newRow("text") << "hello"_ba;
        QTest::newRow("two parts") << part("{}") + '.' + part("{}");
        QTest::newRow("five parts") << "eyJhbGciOiJSU0EtT0FFUCJ9.a.b.c.d"_ba;
        QTest::newRow("header is no object") << jwt("[]", "{}");
        QTest::newRow("too large") << QByteArray(1200 * 1024, 'a');
    }
    void whatIsNoTokenIsWrongInput()
    {
        QFETCH(QByteArray, input);
        const AcxRun run = m_acx.run({u"decode"_s, u"-"_s, u"--json"_s}, input);
        QVERIFY2(run.exitCode == 2, run.told().constData());
        QVERIFY(run.out.isEmpty());
    }

    void controlCharactersDoNotReachTheTerminal()
    {
        const AcxRun run =
            m_acx.run({u"decode"_s, u"-"_s}, jwt("{\"alg\":\"RS256\"}", "{\"name\":\"\\u001b[31mred\\u0007\"}"));
        QCOMPARE(run.exitCode, 0);
        QVERIFY2(!run.out.contains('\x1b') && !run.out.contains('\x07'), run.told().constData());
    }

    void signaturesAreCheckedAgainstTheIssuersKeys_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("keys");
        QTest::newRow("iam") << u"iam"_s << "/identity/keys"_ba;
        QTest::newRow("login service") << u"apiconnect"_s << "/cert"_ba;
    }
    void signaturesAreCheckedAgainstTheIssuersKeys()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, keys);
        SandboxRun sandbox;
        const QUrl base = kind == u"iam" ? sandbox.info().endpoints.iam : sandbox.info().endpoints.login;
        const QString url = base.toString() + QString::fromLatin1(keys);
        writeFile(m_folder.filePath(u"key"_s), sandbox.info().apiKey.reveal());
        const AcxRun token =
            m_acx.run(QStringList{u"token"_s, u"--kind"_s, kind, u"--key-file"_s, u"key"_s} + sandbox.urlOptions());
        QVERIFY2(token.exitCode == 0, token.told().constData());

        const AcxRun byUrl = m_acx.run({u"decode"_s, u"-"_s, u"--json"_s, u"--keys"_s, url}, token.out);
        QVERIFY2(byUrl.exitCode == 0, byUrl.told().constData());
        QVERIFY2(byUrl.json()[u"verified"_s].toBool(), byUrl.told().constData());

        QCOMPARE(m_acx.run({u"call"_s, u"GET"_s, url, u"--no-token"_s, u"-o"_s, u"keys"_s}).exitCode, 0);
        const AcxRun byFile = m_acx.run({u"decode"_s, u"-"_s, u"--json"_s, u"--keys"_s, u"keys"_s}, token.out);
        QVERIFY2(byFile.json()[u"verified"_s].toBool(), byFile.told().constData());
        QCOMPARE(byFile.json()[u"reason"_s].toString().isEmpty(), false);

        QByteArray changed = token.out.trimmed();
        const qsizetype place = changed.lastIndexOf('.') + 10;
        changed[place] = changed.at(place) == 'A' ? 'B' : 'A';
        const AcxRun wrong = m_acx.run({u"decode"_s, u"-"_s, u"--json"_s, u"--keys"_s, u"keys"_s}, changed);
        QCOMPARE(wrong.exitCode, 0);
        QCOMPARE(wrong.json()[u"verified"_s].toBool(true), false);
    }

    void keysThatCannotBeHadAreTold()
    {
        const QByteArray token = jwt("{\"alg\":\"RS256\"}", "{}");
        FaultServer server(answering(httpAnswer(404)));
        const AcxRun refused =
            m_acx.run({u"decode"_s, u"-"_s, u"--json"_s, u"--keys"_s, server.url("/keys").toString()}, token);
        QVERIFY2(refused.exitCode == 0, refused.told().constData());
        QVERIFY(refused.json()[u"reason"_s].toString().contains(u"404"_s));
        server.close();
        const AcxRun offline =
            m_acx.run({u"decode"_s, u"-"_s, u"--json"_s, u"--keys"_s, server.url("/keys").toString()}, token);
        QVERIFY2(offline.exitCode == 0, offline.told().constData());
        QCOMPARE(offline.json()[u"verified"_s], QJsonValue(false));

        QCOMPARE(m_acx.run({u"decode"_s, u"-"_s, u"--keys"_s, u"none.pem"_s}, token).exitCode, 2);
        QCOMPARE(m_acx.run({u"decode"_s, u"-"_s, u"--keys"_s, u"http://example.com/keys"_s}, token).exitCode, 2);
    }

private:
    QTemporaryDir m_folder;
    AcxRunner m_acx;
};

ACX_TEST_MAIN(TestAcxDecode)
#include "test_acx_decode.moc"
