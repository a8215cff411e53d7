// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/response/response_body.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

class TestBodyKind final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void tellsTheKind_data();
    void tellsTheKind();
};

void TestBodyKind::tellsTheKind_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const char *type, const QByteArray &bytes, BodyKind kind) {
        QTest::newRow(name) << QByteArray(type) << bytes << int(kind);
    };
    using enum BodyKind;
    row("nothing", "application/json", "", Empty);
    row("JSON", "application/json", "{\"a\":1}", Json);
    row("JSON with charset", "Application/JSON; charset=utf-8", " \n[1]", Json);
    row("problem JSON", "application/problem+json", "{}", Json);
    row("OpenAPI", "application/vnd.ibm-apim.swagger2+json", "{}", Json);
    row("OpenAPI in YAML", "application/vnd.ibm-apim.swagger2+yaml", "swagger: '2.0'", Yaml);
    row("JSON, not declared", "", "{\"a\":1}", Json);
    row("JSON declared as text", "text/plain", "[{\"a\":1}]", Json);
    row("JSON declared as bytes", "application/octet-stream", "{}", Json);
    row("JSON with byte order mark", "", "\xef\xbb\xbf{\"a\":1}", Json);
    row("JSON literals in an array", "", "[ null, 1]", Json);
    row("one bracket", "", "[", Json);
    row("a log", "text/plain", "[INFO] started", Text);
    row("a list of words", "", "[no, yes]", Text);
    row("a block", "text/plain", "{ x }", Text);
    row("HTML in the place of JSON", "application/json", "<html><body>502</body></html>", Html);
    row("HTML with doctype", "", "  <!DOCTYPE html>\n<p>", Html);
    row("HTML", "text/html;charset=iso-8859-1", "<p>", Html);
    row("XML", "application/xml", "<a/>", Xml);
    row("XML, not declared", "", "<?xml version=\"1.0\"?><a/>", Xml);
    row("SVG", "image/svg+xml", "<svg/>", Xml);
    row("YAML", "application/yaml", "a: 1", Yaml);
    row("text", "text/plain", "hello", Text);
    row("CSV", "text/csv", "a,b", Text);
    row("text, not declared", "", "hello\tyou\r\n", Text);
    row("UTF-8 text", "", "häé€😀", Text);
    row("PNG", "application/octet-stream", "\x89PNG\r\n\x1a\n....", Image);
    row("JPEG declared as JSON", "application/json", "\xff\xd8\xff\xe0", Image);
    row("GIF", "", "GIF89a....", Image);
    row("an image nobody knows", "image/x-y", QByteArray("\0\1\2", 3), Image);
    row("PDF", "", "%PDF-1.7", Pdf);
    row("zip", "application/octet-stream", "PK\x03\x04....", Zip);
    row("gzip", "text/plain", "\x1f\x8b\x08", Binary);
    row("bytes", "", QByteArray("ab\0cd", 5), Binary);
    row("bytes declared as JSON", "application/json", QByteArray("{\0}", 3), Binary);
    row("bytes declared as text", "text/plain", "\x01\x02", Binary);
}

void TestBodyKind::tellsTheKind()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, bytes);
    for (qint64 limit : {0, 1024}) {
        ResponseBody body(limit);
        QVERIFY(body.append(bytes).has_value());
        QTEST(int(bodyKind(type, body)), "kind");
    }
}

ACX_TEST_MAIN(TestBodyKind)
#include "test_body_kind.moc"
