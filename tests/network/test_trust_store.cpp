// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/host_and_port.h"
#include "app/network/trust_store.h"
#include "app/profiles/file_lock.h"
#include "tests/credentials/ticker.h"
#include "tests/support/searched_folder.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

TrustedCertificate certificateFor(const QString &host, quint16 port, char byte = '\x5a')
{
    return {{host, port, QByteArray(32, byte)}, u"CN="_s + host, QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC)};
}

ClientCertificateFile clientFor(const QString &host, quint16 port)
{
    return {host, port, u"/a, \"b\"/ü.pem"_s, u"/k.pem"_s, true};
}

QByteArray fileWith(const QByteArray &certificates, const QByteArray &clients = "[]")
{
    return R"({"format":1,"certificates":)" + certificates + R"(,"client_certificates":)" + clients + "}";
}

QByteArray entry(const QByteArray &host, const QByteArray &port = "443", const QByteArray &sha256 = QByteArray(64, 'a'))
{
    return R"({"host":)" + host + R"(,"port":)" + port + R"(,"sha256":")" + sha256 + R"("})";
}

} // namespace

class TestTrustStore final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void keepsEverything();
    void oneForAHostAndPort();
    void privateFile();
    void withoutPath();
    void twoPrograms();
    void waitsForAnotherProgramElsewhere();
    void damaged_data();
    void damaged();
    void newer();
    void unreadable();
    void followsOtherPrograms();
    void unwritable();
    void hostAndPort_data();
    void hostAndPort();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"config/trust.json"_s); }
    void write(const QByteArray &bytes) const;
    [[nodiscard]] QStringList kept() const;

    std::unique_ptr<SearchedFolder> m_folder;
};

void TestTrustStore::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_folder = std::make_unique<SearchedFolder>();
}

void TestTrustStore::write(const QByteArray &bytes) const
{
    QVERIFY(QDir(m_folder->path()).mkpath(u"config"_s));
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QStringList TestTrustStore::kept() const
{
    return QDir(m_folder->filePath(u"config"_s)).entryList({u"trust.json.*"_s}, QDir::Files);
}

void TestTrustStore::keepsEverything()
{
    {
        TrustStore store(path());
        QVERIFY(store.load());
        QSignalSpy changed(&store, &TrustStore::changed);
        QVERIFY(waitFor(store.trust(certificateFor(u"gw.example"_s, 9443))));
        QVERIFY(waitFor(store.trust(certificateFor(u"2001:db8::1"_s, 443))));
        QVERIFY(waitFor(store.setClient(clientFor(u"gw.example"_s, 9443))));
        QCOMPARE(changed.size(), 3);
    }
    TrustStore again(path());
    QVERIFY(again.load());
    QVERIFY(!again.notice());
    const QList<TrustedCertificate> certificates{certificateFor(u"gw.example"_s, 9443),
                                                 certificateFor(u"2001:db8::1"_s, 443)};
    QCOMPARE(again.certificates(), certificates);
    QCOMPARE(again.clients(), QList{clientFor(u"gw.example"_s, 9443)});
    QVERIFY(waitFor(again.distrust(u"gw.example"_s, 9443)));
    QVERIFY(waitFor(again.removeClient(u"gw.example"_s, 9443)));
    TrustStore last(path());
    QVERIFY(last.load());
    QCOMPARE(last.certificates(), QList{certificateFor(u"2001:db8::1"_s, 443)});
    QVERIFY(last.clients().isEmpty());
}

void TestTrustStore::oneForAHostAndPort()
{
    TrustStore store(path());
    QVERIFY(waitFor(store.trust(certificateFor(u"a.example"_s, 443, '\1'))));
    QVERIFY(waitFor(store.trust(certificateFor(u"a.example"_s, 444, '\2'))));
    QVERIFY(waitFor(store.trust(certificateFor(u"a.example"_s, 443, '\3'))));
    QCOMPARE(store.certificates().size(), 2);
    QCOMPARE(store.certificates().constLast().pin.sha256, QByteArray(32, '\3'));
    QVERIFY(waitFor(store.distrust(u"b.example"_s, 443)));
    QVERIFY(waitFor(store.distrust(u"a.example"_s, 445)));
    QCOMPARE(store.certificates().size(), 2);
}

void TestTrustStore::privateFile()
{
    const mode_t before = ::umask(0);
    TrustStore store(path());
    const bool stored = waitFor(store.trust(certificateFor(u"a.example"_s, 443))).has_value();
    ::umask(before);
    QVERIFY(stored);
    QCOMPARE(QFile::permissions(path()) & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
    struct stat folder
    {};
    QCOMPARE(::stat(QFile::encodeName(m_folder->filePath(u"config"_s)).constData(), &folder), 0);
    QCOMPARE(folder.st_mode & 0777, mode_t(0700));
}

void TestTrustStore::withoutPath()
{
    TrustStore store{QString()};
    QVERIFY(store.load());
    QVERIFY(waitFor(store.trust(certificateFor(u"a.example"_s, 443))));
    QCOMPARE(store.certificates().size(), 1);
    QVERIFY(store.load());
    QCOMPARE(store.certificates().size(), 1);
}

void TestTrustStore::twoPrograms()
{
    TrustStore window(path());
    TrustStore command(path());
    QVERIFY(window.load());
    QVERIFY(command.load());
    QVERIFY(waitFor(window.trust(certificateFor(u"a.example"_s, 443))));
    QVERIFY(waitFor(command.trust(certificateFor(u"b.example"_s, 443))));
    QVERIFY(waitFor(window.setClient(clientFor(u"c.example"_s, 443))));
    QVERIFY(waitFor(command.distrust(u"a.example"_s, 443)));
    QCOMPARE(command.clients().size(), 1);
    QSignalSpy changed(&window, &TrustStore::changed);
    QVERIFY(window.load());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(window.certificates(), QList{certificateFor(u"b.example"_s, 443)});
    QVERIFY(window.load());
    QCOMPARE(changed.size(), 1);
}

/// The file is locked by another program: the event loop keeps turning until that has ended, and nothing is trusted
/// before it is written.
void TestTrustStore::waitsForAnotherProgramElsewhere()
{
    TrustStore store(path());
    QVERIFY(waitFor(store.trust(certificateFor(u"a.example"_s, 443))));
    FileLock other(path());
    QVERIFY(other.lock());
    const Ticker ticker;
    const QFuture<Status> trusted = store.trust(certificateFor(u"b.example"_s, 443));
    QTRY_VERIFY(ticker.ticks() >= 20);
    QVERIFY(!trusted.isFinished());
    QCOMPARE(store.certificates().size(), 1);
    other.unlock();
    QVERIFY(waitFor(trusted));
    QCOMPARE(store.certificates().size(), 2);
}

void TestTrustStore::damaged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("left");
    const QByteArray good = entry(R"("a.example")");
    QTest::newRow("D6 empty") << QByteArray() << 0;
    QTest::newRow("D6 random") << QByteArray("\x7f\x00\xff\x01", 4) << 0;
    QTest::newRow("D6 truncated") << fileWith("[" + good + "]").chopped(9) << 0;
    QTest::newRow("D6 no version") << QByteArray("{}") << 0;
    QTest::newRow("D6 another shape") << QByteArray(R"({"format":1,"certificates":{}})") << 0;
    QTest::newRow("D6 an entry that is none") << fileWith("[" + good + ",7]") << 1;
    for (const auto &[name, host] :
         std::initializer_list<std::pair<const char *, const char *>>{{"no host", R"("")"},
                                                                      {"wildcard", R"("*.example")"},
                                                                      {"any host", R"("*")"},
                                                                      {"capitals", R"("A.Example")"},
                                                                      {"a dot at its end", R"("b.example.")"},
                                                                      {"a URL", R"("https://b.example")"},
                                                                      {"with a port", R"("b.example:443")"},
                                                                      {"a list", R"(["b.example"])"},
                                                                      {"with a blank", R"("b .example")"}})
        QTest::addRow("T2 host: %s", name) << fileWith("[" + good + "," + entry(host) + "]") << 1;
    for (const char *port : {"0", "-1", "65536", "443.5", R"("443")", "null"})
        QTest::addRow("T2 port: %s", port) << fileWith("[" + good + "," + entry(R"("b.example")", port) + "]") << 1;
    for (const char *print : {"", "*", "any", "aa", "AA:BB"})
        QTest::addRow("T2 fingerprint: %s", print)
            << fileWith("[" + good + "," + entry(R"("b.example")", "443", print) + "]") << 1;
    QTest::newRow("T2 host named twice") << fileWith(
                                                "[" + good +
                                                R"(,{"host":"b.example","host":"c.example","port":443,"sha256":")" +
                                                QByteArray(64, 'a') + R"("}])")
                                         << 1;
    QTest::newRow("D6 client without a file")
        << fileWith("[" + good + "]", R"([{"host":"b.example","port":443}])") << 1;
}

void TestTrustStore::damaged()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, left);
    write(bytes);
    TrustStore store(path());
    QVERIFY(store.load());
    QCOMPARE(store.certificates().size(), left);
    QVERIFY(store.clients().isEmpty());
    QVERIFY(store.notice());
    QCOMPARE(kept().size(), 1);
    QFile copy(m_folder->filePath(u"config/"_s + kept().constFirst()));
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.readAll(), bytes);
    QVERIFY(store.notice()->nextStep.contains(kept().constFirst()));
    QVERIFY(waitFor(store.trust(certificateFor(u"z.example"_s, 443))));
    TrustStore again(path());
    QVERIFY(again.load());
    QVERIFY(!again.notice());
    QCOMPARE(again.certificates().size(), left + 1);
}

void TestTrustStore::newer()
{
    const QByteArray text = R"({"format":2,"certificates":[)" + entry(R"("a.example")") + R"(],"more":1})";
    write(text);
    TrustStore store(path());
    QCOMPARE(store.load().error().kind, ErrorKind::Unsupported);
    QVERIFY(store.notice());
    QVERIFY(store.certificates().isEmpty());
    QCOMPARE(waitFor(store.trust(certificateFor(u"z.example"_s, 443))).error().kind, ErrorKind::Unsupported);
    QVERIFY(store.certificates().isEmpty());
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), text);
}

void TestTrustStore::unreadable()
{
    QVERIFY(QDir(m_folder->path()).mkpath(u"config/trust.json"_s));
    TrustStore store(path());
    QCOMPARE(store.load().error().kind, ErrorKind::Disk);
    QVERIFY(store.notice()->sentence.contains(path()));
    QCOMPARE(waitFor(store.trust(certificateFor(u"z.example"_s, 443))).error().kind, ErrorKind::Disk);
    QVERIFY(store.certificates().isEmpty());
}

void TestTrustStore::followsOtherPrograms()
{
    TrustStore store(path());
    QVERIFY(store.load());
    store.follow();
    QVERIFY(waitFor(store.trust(certificateFor(u"z.example"_s, 443)))); // makes the folder
    TrustStore other(path());
    QVERIFY(other.load());
    QVERIFY(waitFor(other.trust(certificateFor(u"y.example"_s, 443))));
    QTRY_COMPARE(store.certificates().size(), 2);
    // As `acx trust z.example --remove` does while the window is open.
    QVERIFY(waitFor(other.distrust(u"z.example"_s, 443)));
    QTRY_COMPARE(store.certificates().size(), 1);
    QCOMPARE(store.certificates().constFirst().pin.host, u"y.example"_s);
    QVERIFY(waitFor(store.trust(certificateFor(u"x.example"_s, 443))));
    QCOMPARE(store.certificates().size(), 2);
    QVERIFY(QFile::remove(path()));
    QTRY_VERIFY(store.certificates().isEmpty());
}

void TestTrustStore::unwritable()
{
    QFile inTheWay(m_folder->filePath(u"config"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    TrustStore store(path());
    QCOMPARE(store.load().error().kind, ErrorKind::Disk); // not an empty list: nobody could look
    QSignalSpy changed(&store, &TrustStore::changed);
    QCOMPARE(waitFor(store.trust(certificateFor(u"z.example"_s, 443))).error().kind, ErrorKind::Disk);
    QVERIFY(store.certificates().isEmpty()); // what is not kept does not hold
    QCOMPARE(changed.size(), 0);
}

void TestTrustStore::hostAndPort_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reads"); // empty = refused
    QTest::newRow("host") << u"gw.example"_s << u"gw.example:443"_s;
    QTest::newRow("host and port") << u" gw.example:9443 "_s << u"gw.example:9443"_s;
    QTest::newRow("capitals, dot") << u"GW.Example.:1"_s << u"gw.example:1"_s;
    QTest::newRow("URL") << u"https://gw.example/"_s << u"gw.example:443"_s;
    QTest::newRow("IPv4") << u"127.0.0.1:8443"_s << u"127.0.0.1:8443"_s;
    QTest::newRow("IPv6") << u"[2001:db8::1]:8443"_s << u"[2001:db8::1]:8443"_s;
    QTest::newRow("punycode") << u"bücher.example"_s << u"xn--bcher-kva.example:443"_s;
    for (const char *text : {"", "   ", ":443", "gw.example:0", "gw.example:65536", "gw.example:x", "gw.example/path",
                             "a@gw.example", "http://gw.example", "gw.example?x", "gw.example#x", "*", "*.example",
                             "a b.example", "https://", "gw.example:443:443"})
        QTest::addRow("refused: %s", text) << QString::fromLatin1(text) << QString();
}

void TestTrustStore::hostAndPort()
{
    QFETCH(QString, text);
    QFETCH(QString, reads);
    const Result<HostAndPort> read = readHostAndPort(text);
    QCOMPARE(read ? hostAndPortText(read->host, read->port) : QString(), reads);
}

ACX_TEST_MAIN(TestTrustStore)
#include "test_trust_store.moc"
