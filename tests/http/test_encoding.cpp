// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/encoding.h"
#include "app/http/http_date.h"
#include "app/http/http_message.h"
#include "tests/support/test_main.h"
#include "tests/support/time_zone.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace acx;

class TestEncoding final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void encodesForms_data();
    void encodesForms();
    void joinsPairs();
    void encodesSegments();
    void appendsPaths_data();
    void appendsPaths();
    void findsControlCharacters();
    void comparesOrigins_data();
    void comparesOrigins();
    void knowsLoopback_data();
    void knowsLoopback();
    void readsHeaders();
    void readsDates_data();
    void readsDates();
};

void TestEncoding::encodesForms_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("wire");
    QTest::newRow("plus") << "+"_ba
                          << "%2B"_ba;
    QTest::newRow("slash") << "/"_ba
                           << "%2F"_ba;
    QTest::newRow("equals") << "="_ba
                            << "%3D"_ba;
    QTest::newRow("ampersand") << "&"_ba
                               << "%26"_ba;
    QTest::newRow("percent") << "%"_ba
                             << "%25"_ba;
    QTest::newRow("hash") << "#"_ba
                          << "%23"_ba;
    QTest::newRow("question mark") << "?"_ba
                                   << "%3F"_ba;
    QTest::newRow("semicolon") << ";"_ba
                               << "%3B"_ba;
    QTest::newRow("blank") << " "_ba
                           << "%20"_ba;
    QTest::newRow("quote") << "\""_ba
                           << "%22"_ba;
    QTest::newRow("backslash") << "\\"_ba
                               << "%5C"_ba;
    QTest::newRow("not ASCII") << "ä€"_ba
                               << "%C3%A4%E2%82%AC"_ba;
    QTest::newRow("newline") << "\n"_ba
                             << "%0A"_ba;
    QTest::newRow("unreserved") << "-aZ09._~"_ba
                                << "-aZ09._~"_ba;
    QTest::newRow("looks encoded") << "a+b/c=d&e%41f"_ba
                                   << "a%2Bb%2Fc%3Dd%26e%2541f"_ba;
    QTest::newRow("empty") << ""_ba
                           << ""_ba;
}

void TestEncoding::encodesForms()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, wire);
    QCOMPARE(formEncoded({{"apikey", value}}), "apikey=" + wire);
    // The same bytes must survive as the query of a URL.
    const QUrl url = withPath(QUrl(u"https://h"_s), "/p?" + formEncoded({{"apikey", value}}));
    QCOMPARE(url.toEncoded(), "https://h/p?apikey=" + wire);
    QCOMPARE(QByteArray::fromPercentEncoding(wire), value);
}

void TestEncoding::joinsPairs()
{
    QCOMPARE(formEncoded({}), QByteArray());
    QCOMPARE(formEncoded({{"a b", "1"}, {"c", "2&3"}}), "a%20b=1&c=2%263"_ba);
}

void TestEncoding::encodesSegments()
{
    QCOMPARE(pathSegment(u"a/b c?d#e%f:ü"_s), "a%2Fb%20c%3Fd%23e%25f%3A%C3%BC"_ba);
    QCOMPARE(pathSegment(u"plain-1.0_x~"_s), "plain-1.0_x~"_ba);
}

void TestEncoding::appendsPaths_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("own path") << u"http://h/p"_s << "/v1/me"_ba
                              << "http://h/p/v1/me"_ba;
    QTest::newRow("trailing slash") << u"http://h/p/"_s << "/v1/me"_ba
                                    << "http://h/p/v1/me"_ba;
    QTest::newRow("no path") << u"http://h:8080"_s << "/v1"_ba
                             << "http://h:8080/v1"_ba;
    QTest::newRow("no leading slash") << u"http://h"_s << "v1"_ba
                                      << "http://h/v1"_ba;
    QTest::newRow("query") << u"http://h/p"_s << "/v1?x=a%2Bb+c"_ba
                           << "http://h/p/v1?x=a%2Bb+c"_ba;
    QTest::newRow("encoded slash") << u"http://h"_s << "/a%2Fb/c"_ba
                                   << "http://h/a%2Fb/c"_ba;
    QTest::newRow("dots") << u"http://h/p"_s << "/a/../b/./c"_ba
                          << "http://h/p/a/../b/./c"_ba;
    QTest::newRow("fragment") << u"http://h/p"_s << "/a#x?y"_ba
                              << "http://h/p/a"_ba;
    QTest::newRow("two slashes") << u"http://h"_s << "//evil/p"_ba
                                 << "http://h//evil/p"_ba;
    QTest::newRow("empty") << u"http://h/p"_s << ""_ba
                           << "http://h/p"_ba;
    QTest::newRow("colon") << u"http://h"_s << "/a:b@c"_ba
                           << "http://h/a:b@c"_ba;
}

void TestEncoding::appendsPaths()
{
    QFETCH(QString, base);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, expected);
    QCOMPARE(withPath(QUrl(base), path).toEncoded(), expected);
}

void TestEncoding::findsControlCharacters()
{
    for (const QByteArray &text : {"a\r"_ba, "\nb"_ba, QByteArray("a\0b", 3), "\x7f"_ba, "\x1b[0m"_ba, "\t"_ba})
        QVERIFY(hasControlCharacters(text));
    for (const QByteArray &text : {""_ba, "a b"_ba, "ä\"\\~"_ba})
        QVERIFY(!hasControlCharacters(text));
}

void TestEncoding::comparesOrigins_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("same");
    const QString ibm = u"https://cloud.ibm.com/x"_s;
    QTest::newRow("path") << ibm << u"https://cloud.ibm.com/y?z#f"_s << true;
    QTest::newRow("upper case") << ibm << u"HTTPS://CLOUD.IBM.COM"_s << true;
    QTest::newRow("trailing dot") << ibm << u"https://cloud.ibm.com."_s << true;
    QTest::newRow("standard port") << ibm << u"https://cloud.ibm.com:443"_s << true;
    QTest::newRow("other port") << ibm << u"https://cloud.ibm.com:444"_s << false;
    QTest::newRow("other scheme") << ibm << u"http://cloud.ibm.com"_s << false;
    QTest::newRow("suffix") << ibm << u"https://cloud.ibm.com.evil.tld"_s << false;
    QTest::newRow("prefix") << ibm << u"https://evilcloud.ibm.com"_s << false;
    QTest::newRow("user info") << ibm << u"https://cloud.ibm.com@evil.tld"_s << false;
    QTest::newRow("fragment") << ibm << u"https://evil.tld/#cloud.ibm.com"_s << false;
    QTest::newRow("punycode") << u"https://bücher.example"_s << u"https://xn--bcher-kva.example"_s << true;
    QTest::newRow("IPv6") << u"https://[::1]:8443/"_s << u"https://[0:0:0:0:0:0:0:1]:8443"_s << true;
}

void TestEncoding::comparesOrigins()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(bool, same);
    QCOMPARE(Origin::of(QUrl(a)) == Origin::of(QUrl(b)), same);
    const Origin origin = Origin::of(QUrl(a));
    QCOMPARE(Origin::of(QUrl(origin.toString())), origin);
}

void TestEncoding::knowsLoopback_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("loopback");
    for (const char *host : {"127.0.0.1", "127.255.0.9", "::1", "[::1]", "::ffff:127.0.0.1", "localhost", "LOCALHOST"})
        QTest::newRow(host) << QString::fromLatin1(host) << true;
    for (const char *host : {"", "128.0.0.1", "localhost.evil.tld", "127.0.0.1.evil.tld", "localhost.", "127.0.0.1.",
                             "evil-localhost", "0.0.0.0", "::2", "10.0.0.1"})
        QTest::addRow("not %s", host) << QString::fromLatin1(host) << false;
}

void TestEncoding::knowsLoopback()
{
    QFETCH(QString, host);
    QFETCH(bool, loopback);
    QCOMPARE(isLoopbackHost(host), loopback);
}

void TestEncoding::readsHeaders()
{
    const HttpHeaders headers{{"Content-Type", "a"}, {"X-One", ""}, {"content-type", "b"}};
    QCOMPARE(headerValue(headers, "CONTENT-type"), "a"_ba);
    QCOMPARE(headerValue(headers, "X-Two"), QByteArray());
    QVERIFY(hasHeader(headers, "x-one"));
    QVERIFY(!hasHeader(headers, "x-two"));
}

void TestEncoding::readsDates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QDateTime>("expected");
    const QDateTime time(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC);
    QTest::newRow("IMF-fixdate") << "Sun, 06 Nov 1994 08:49:37 GMT"_ba << time;
    QTest::newRow("RFC 850") << "Sunday, 06-Nov-94 08:49:37 GMT"_ba << time;
    QTest::newRow("asctime") << "Sun Nov  6 08:49:37 1994"_ba << time;
    QTest::newRow("RFC 850, this century")
        << "Saturday, 06-Nov-27 08:49:37 GMT"_ba << QDateTime(QDate(2027, 11, 6), QTime(8, 49, 37), Qt::UTC);
    // The wall clock of the zone below has no such hour.
    const QDateTime skipped(QDate(2026, 3, 29), QTime(2, 30), Qt::UTC);
    QTest::newRow("IMF-fixdate, in the hour that summer time skips") << "Sun, 29 Mar 2026 02:30:00 GMT"_ba << skipped;
    QTest::newRow("RFC 850, in the hour that summer time skips") << "Sunday, 29-Mar-26 02:30:00 GMT"_ba << skipped;
    QTest::newRow("asctime, in the hour that summer time skips") << "Sun Mar 29 02:30:00 2026"_ba << skipped;
    QTest::newRow("none") << ""_ba << QDateTime();
    QTest::newRow("nonsense") << "yesterday"_ba << QDateTime();
    QTest::newRow("no such day") << "Sun, 31 Feb 2026 02:30:00 GMT"_ba << QDateTime();
    QTest::newRow("no such time") << "Sun, 29 Mar 2026 24:00:00 GMT"_ba << QDateTime();
    QTest::newRow("another zone") << "Sun, 29 Mar 2026 02:30:00 CET"_ba << QDateTime();
}

void TestEncoding::readsDates()
{
    const TimeZone berlin("CET-1CEST,M3.5.0,M10.5.0/3");
    QFETCH(QByteArray, text);
    QFETCH(QDateTime, expected);
    QCOMPARE(parseHttpDate(text), expected);
}

ACX_TEST_MAIN(TestEncoding)
#include "test_encoding.moc"
