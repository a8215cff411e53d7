// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_pointer.h"
#include "tests/json/index_of_text.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

class TestJsonPointer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void followsPointers_data();
    void followsPointers();
    void refusesPointers_data();
    void refusesPointers();
    void pointersLeadBack();
};

static QByteArray pointerDocument()
{
    return R"({"foo":["bar", "baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8,"~1":9,)"
           R"("o":{"01":10},"twice":1e400,"twice":2})";
}

void TestJsonPointer::followsPointers_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("value");
    // The names that RFC 6901, section 5 shows.
    QTest::newRow("item") << u"/foo/0"_s << QByteArray(R"("bar")");
    QTest::newRow("array") << u"/foo"_s << QByteArray(R"(["bar", "baz"])");
    QTest::newRow("empty name") << u"/"_s << QByteArray("0");
    QTest::newRow("slash") << u"/a~1b"_s << QByteArray("1");
    QTest::newRow("percent") << u"/c%d"_s << QByteArray("2");
    QTest::newRow("caret") << u"/e^f"_s << QByteArray("3");
    QTest::newRow("bar") << u"/g|h"_s << QByteArray("4");
    QTest::newRow("backslash") << u"/i\\j"_s << QByteArray("5");
    QTest::newRow("quote") << u"/k\"l"_s << QByteArray("6");
    QTest::newRow("blank") << u"/ "_s << QByteArray("7");
    QTest::newRow("tilde") << u"/m~0n"_s << QByteArray("8");
    QTest::newRow("tilde and 1") << u"/~01"_s << QByteArray("9");
    QTest::newRow("number as name") << u"/o/01"_s << QByteArray("10");
    QTest::newRow("first of two") << u"/twice"_s << QByteArray("1e400");
}

void TestJsonPointer::followsPointers()
{
    QFETCH(QString, pointer);
    QFETCH(QByteArray, value);
    const JsonIndexed index = indexed(pointerDocument());
    QVERIFY(index.has_value());
    const Result<JsonIndex::Node> node = findPointer(**index, pointer);
    QVERIFY2(node.has_value(), qPrintable(node ? QString() : node.error().message()));
    QCOMPARE((*index)->raw(*node).toByteArray(), value);
    QCOMPARE(pointerTo(**index, *node), pointer);
}

void TestJsonPointer::refusesPointers_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("no slash") << u"foo"_s << ErrorKind::InvalidInput;
    QTest::newRow("tilde at the end") << u"/foo~"_s << ErrorKind::InvalidInput;
    QTest::newRow("tilde 2") << u"/m~2n"_s << ErrorKind::InvalidInput;
    for (const char *pointer : {"/none", "/foo/2", "/foo/-", "/foo/00", "/foo/01", "/foo/+1", "/foo/-1", "/foo/1x",
                                "/foo/", "/foo/99999999999999999999", "/foo/4294967296", "/foo/0/0", "//"})
        QTest::newRow(pointer) << QString::fromLatin1(pointer) << ErrorKind::NotFound;
}

void TestJsonPointer::refusesPointers()
{
    QFETCH(QString, pointer);
    QFETCH(ErrorKind, kind);
    const JsonIndexed index = indexed(pointerDocument());
    QVERIFY(index.has_value());
    const Result<JsonIndex::Node> node = findPointer(**index, pointer);
    QVERIFY(!node.has_value());
    QCOMPARE(node.error().kind, kind);
    QVERIFY(!node.error().sentence.isEmpty());
}

void TestJsonPointer::pointersLeadBack()
{
    const JsonIndexed index = indexed(R"([{"a":[1,{"b~/":[[],{}]}]},[[2]],"x"])");
    QVERIFY(index.has_value());
    for (JsonIndex::Node node = 0; node < (*index)->size(); ++node) {
        const Result<JsonIndex::Node> found = findPointer(**index, pointerTo(**index, node));
        QVERIFY(found.has_value());
        QCOMPARE(*found, node);
    }
}

ACX_TEST_MAIN(TestJsonPointer)
#include "test_json_pointer.moc"
