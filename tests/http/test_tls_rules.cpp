// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/tls_bench.h"
#include "tests/support/kept_log.h"
#include "tests/support/test_main.h"

#include <QDirIterator>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QSslSocket>
#include <QTcpSocket>

#include <optional>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

QByteArray sourceText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// No setting, variable, option or line of code turns verification off; HTTP/1.1 alone is spoken, and what speaks TLS
/// is told in the log.
class TestTlsRules final : public TlsBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setUp(); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void sources_data();
    void sources();
    void environment_data();
    void environment();
    void noHttp2_data();
    void noHttp2();
    void versionsInTheLog();
    void fingerprints_data();
    void fingerprints();
};

void TestTlsRules::sources_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QStringList>("allowed"); // whole matches
    QTest::newRow("T2 no ignoreSslErrors without a list")
        << u"ignoreSslErrors\\([^)]*\\)"_s << QStringList{u"ignoreSslErrors(expected)"_s};
    QTest::newRow("T2 no verification mode")
        << u"VerifyNone|QueryPeer|[sS]etPeerVerify\\w+|AutoVerifyPeer"_s << QStringList();
    QTest::newRow("T2 no name for the peer but the URL's") << u"[pP]eerVerifyName"_s << QStringList();
    QTest::newRow("T2 no older protocol") << u"SslV[23]|TlsV1_[01]\\w*|AnyProtocol|SecureProtocols"_s << QStringList();
    QTest::newRow("T2 no variable but for authorities and the proxy")
        << u"nvironmentVariable\\w*\\(\"(?:[A-Z]*_)?(?:SSL|TLS|CERT|CA|VERIFY|INSECURE)\\w*\""_s
        << QStringList{u"nvironmentVariable(\"SSL_CERT_FILE\""_s, u"nvironmentVariable(\"SSL_CERT_DIR\""_s,
                       u"nvironmentVariableIsEmpty(\"SSL_CERT_FILE\""_s,
                       u"nvironmentVariableIsEmpty(\"SSL_CERT_DIR\""_s};
    QTest::newRow("T2 no key of the settings")
        << u"\"(?:tls|network|http)/[^\"]*\""_s << QStringList{u"\"tls/authorities\""_s};
    // Those there are belong to the import of curl commands, which does not take them over.
    QTest::newRow("T2 no option of a command")
        << u"\"[a-z-]*(?:insecure|verify|no-check|ssl-)[a-z-]*\", '"_s
        << QStringList{u"\"insecure\", '"_s, u"\"proxy-insecure\", '"_s, u"\"ssl-reqd\", '"_s};
}

void TestTlsRules::sources()
{
    QFETCH(QString, pattern);
    QFETCH(QStringList, allowed);
    const QRegularExpression wanted(pattern);
    const QString root = qEnvironmentVariable("ACX_SOURCE_DIR");
    int files = 0;
    for (const QString &folder : {u"app"_s, u"ui"_s}) {
        QDirIterator sources(root + u'/' + folder, {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (sources.hasNext()) {
            const QString path = sources.next();
            ++files;
            const QString text = QString::fromUtf8(sourceText(path));
            for (const QRegularExpressionMatch &match : wanted.globalMatch(text))
                QVERIFY2(allowed.contains(match.captured()), qPrintable(path + ": "_L1 + match.captured()));
        }
    }
    QVERIFY(files > 300);
}

void TestTlsRules::environment_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    for (const char *name : {"PYTHONHTTPSVERIFY", "NODE_TLS_REJECT_UNAUTHORIZED", "GIT_SSL_VERIFY", "SSL_VERIFY",
                             "ACX_TLS_VERIFY", "QT_SSL_VERIFY"})
        QTest::addRow("T2 variable %s", name) << QByteArray(name) << "0"_ba;
    for (const char *name : {"GIT_SSL_NO_VERIFY", "ACX_INSECURE", "IBMCLOUD_SKIP_SSL_VALIDATION", "CURL_INSECURE"})
        QTest::addRow("T2 variable %s", name) << QByteArray(name) << "1"_ba;
}

void TestTlsRules::environment()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    qputenv(name.constData(), value);
    FaultServer server({}, TestCertificate::selfSigned().serverTls());
    HttpClient client(m_clock);
    const Result<HttpResponse> result = get(client, server.url("/", u"localhost"_s));
    qunsetenv(name.constData());
    QVERIFY(!result);
    QCOMPARE(server.bytes(), QByteArray());
}

void TestTlsRules::noHttp2_data()
{
    QTest::addColumn<bool>("usePin");
    QTest::newRow("T3 h2 offered") << false;
    QTest::newRow("T3 h2 offered, pin") << true;
}

void TestTlsRules::noHttp2()
{
    QFETCH(bool, usePin);
    const TestCertificate leaf = usePin ? TestCertificate::selfSigned() : m_root->issue();
    QSslConfiguration tls = leaf.serverTls();
    tls.setAllowedNextProtocols({"h2", "http/1.1"});
    QByteArray negotiated;
    FaultServer server(
        [&negotiated](QTcpSocket &socket, const RecordedRequest &) {
            negotiated = qobject_cast<QSslSocket *>(&socket)->sslConfiguration().nextNegotiatedProtocol();
            socket.write(httpAnswer(200));
        },
        tls);
    HttpClient client(m_clock);
    client.setTrust(usePin ? trusting({{u"localhost"_s, server.port(), sha256Of(leaf)}}, false) : trusting({}));
    const Result<HttpResponse> result = get(client, server.url("/", u"localhost"_s));
    QVERIFY2(result, qPrintable(told(result)));
    QVERIFY(negotiated != "h2");
    QVERIFY(server.requests().first().head.startsWith("POST / HTTP/1.1\r\n"));
}

void TestTlsRules::versionsInTheLog()
{
    QLoggingCategory::setFilterRules(u"acx.http.debug=true"_s);
    std::optional<KeptLog> kept(std::in_place);
    FaultServer server({}, TestCertificate::selfSigned().serverTls());
    HttpClient client(m_clock);
    const Result<HttpResponse> result = get(client, server.url("/", u"localhost"_s));
    QLoggingCategory::setFilterRules({});
    const QString log = kept->text();
    kept.reset();
    QVERIFY(!result);
    QVERIFY2(log.contains(u"Qt %1"_s.arg(QLatin1StringView(qVersion()))), qPrintable(log));
    QVERIFY2(log.contains(QSslSocket::sslLibraryVersionString()), qPrintable(log));
    QVERIFY(!log.contains("canary"_L1));
}

void TestTlsRules::fingerprints_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    const QByteArray bytes(32, '\xa5');
    QTest::newRow("colons") << fingerprintText(bytes) << true;
    QTest::newRow("lower case, bare") << QString::fromLatin1(bytes.toHex()) << true;
    QTest::newRow("blanks") << QString::fromLatin1(bytes.toHex(' ')) << true;
    QTest::newRow("SHA-1's length") << QString::fromLatin1(bytes.first(20).toHex()) << false;
    QTest::newRow("too long") << QString::fromLatin1(bytes.toHex() + "a5") << false;
    QTest::newRow("another letter") << u"g"_s + QString::fromLatin1(bytes.toHex()).sliced(1) << false;
    QTest::newRow("empty") << QString() << false;
}

void TestTlsRules::fingerprints()
{
    QFETCH(QString, text);
    QFETCH(bool, valid);
    QCOMPARE(readFingerprint(text), valid ? QByteArray(32, '\xa5') : QByteArray());
}

ACX_TEST_MAIN(TestTlsRules)
#include "test_tls_rules.moc"
