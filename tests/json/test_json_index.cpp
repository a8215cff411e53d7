// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_index.h"
#include "app/json/json_pointer.h"
#include "app/json/json_pretty.h"
#include "tests/json/index_of_text.h"
#include "tests/json/json_cases.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

using Type = JsonIndex::Type;

QByteArray written(const JsonIndex &index, bool isPretty)
{
    QByteArray text;
    const auto append = [&text](QByteArrayView part) {
        text += part;
        return Status();
    };
    const Status done = isPretty ? writePretty(index, 0, append) : writeCompact(index, 0, append);
    return done ? text : QByteArray("failed");
}

/// Everything the index says about a value, as the small reader would have it.
JsonValue rebuilt(const JsonIndex &index, JsonIndex::Node node)
{
    QList<JsonValue> items;
    QList<JsonValue::Member> members;
    switch (index.type(node)) {
    case Type::Null:
        return JsonValue();
    case Type::Boolean:
        return JsonValue::boolean(index.raw(node) == "true");
    case Type::Number:
        return JsonValue::number(index.raw(node).toByteArray());
    case Type::String:
        return JsonValue::string(index.string(node));
    case Type::Array:
        for (quint32 i = 0; i < index.childCount(node); ++i)
            items.append(rebuilt(index, index.child(node, i)));
        return JsonValue::array(items);
    case Type::Object:
        for (quint32 i = 0; i < index.childCount(node); ++i) {
            const JsonIndex::Node child = index.child(node, i);
            members.append({index.key(child), rebuilt(index, child)});
        }
        return JsonValue::object(members);
    }
    return JsonValue();
}

QByteArray nested(int levels)
{
    return QByteArray(levels, '[') + QByteArray(levels, ']');
}

} // namespace

class TestJsonIndex final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void acceptsAndSaysTheSameAsTheReader_data() { addJsonTexts(); }
    void acceptsAndSaysTheSameAsTheReader();
    void refusesInTheReadersWords_data() { addOtherTexts(); }
    void refusesInTheReadersWords();
    void everyPrefixHasTheReadersVerdict();
    void everyChangedByteHasTheReadersVerdict();
    void keepsTextOrderAndDuplicates();
    void findsParentsSiblingsAndPlaces();
    void findsTheValueAtEveryByte();
    void readsNamesBackwards_data();
    void readsNamesBackwards();
    void readsDeepTexts();
    void namesTheDepthLimit();
    void reachesEveryItemOfALargeArray();
    void checksEncodingAcrossSlices();
    void stopsWhenTold();
    void stopsWithItsFuture();
    void buildsInAnotherThread();
    void writesForReading();
    void writingEndsWithTheFirstFailure();
};

void TestJsonIndex::acceptsAndSaysTheSameAsTheReader()
{
    QFETCH(QByteArray, text);
    const JsonIndexed index = indexed(text);
    QVERIFY2(index.has_value(), qPrintable(index ? QString() : index.error().reason));
    const auto value = parseJson(text);
    QVERIFY(value.has_value());
    QCOMPARE(rebuilt(**index, 0).toJson(), value->toJson());
    for (const bool isPretty : {false, true}) {
        const auto again = parseJson(written(**index, isPretty));
        QVERIFY(again.has_value());
        QCOMPARE(again->toJson(), value->toJson());
    }
}

void TestJsonIndex::refusesInTheReadersWords()
{
    QFETCH(QByteArray, text);
    const JsonIndexed index = indexed(text);
    QVERIFY(!index.has_value());
    QCOMPARE(index.error(), *findJsonProblem(text));
}

void TestJsonIndex::everyPrefixHasTheReadersVerdict()
{
    const QByteArray text = R"( {"a\"\\":[1,-2.5e+3,true,false,null,"é\ud83d\ude00 and more text"],"b":{}} )";
    for (qsizetype length = 0; length <= text.size(); ++length) {
        const std::optional<JsonProblem> problem = findJsonProblem(text.first(length));
        const JsonIndexed index = indexed(text.first(length));
        QCOMPARE(index.has_value(), !problem.has_value());
        if (problem)
            QCOMPARE(index.error(), *problem);
    }
}

void TestJsonIndex::everyChangedByteHasTheReadersVerdict()
{
    const QByteArray text = R"({"a":[10,-2.5e3,true,null,"é\ud83d\ude00x\n"],"bc" : {"d":"0123456789"}})";
    for (qsizetype at = 0; at < text.size(); ++at) {
        for (int byte = 0; byte < 256; ++byte) {
            QByteArray changed = text;
            changed[at] = static_cast<char>(byte);
            if (indexed(changed).has_value() == findJsonProblem(changed).has_value())
                QFAIL(QByteArray("different verdicts: " + changed.toPercentEncoding()).constData());
        }
    }
}

void TestJsonIndex::keepsTextOrderAndDuplicates()
{
    const QByteArray text =
        R"({"z":1e400,"a":123456789012345678901234567890,"z" : 1.0,"t":"\u0041","o":{ "x" : [ ] }})";
    const JsonIndexed index = indexed(text);
    QVERIFY(index.has_value());
    const JsonIndex &json = **index;
    QCOMPARE(json.childCount(0), 5U);
    QCOMPARE(json.key(json.child(0, 0)), u"z"_s);
    QCOMPARE(json.raw(json.child(0, 0)).toByteArray(), "1e400");
    QCOMPARE(json.raw(json.child(0, 1)).toByteArray(), "123456789012345678901234567890");
    QCOMPARE(json.key(json.child(0, 2)), u"z"_s);
    QCOMPARE(json.raw(json.child(0, 2)).toByteArray(), "1.0");
    QCOMPARE(json.raw(json.child(0, 3)).toByteArray(), R"("\u0041")");
    QCOMPARE(json.string(json.child(0, 3)), u"A"_s);
    QCOMPARE(json.raw(json.child(0, 4)).toByteArray(), R"({ "x" : [ ] })");
    QCOMPARE(json.raw(0).toByteArray(), text);
    QCOMPARE(json.member(0, u"z"), json.child(0, 0));
    QCOMPARE(json.member(0, u"none"), JsonIndex::none);
    QCOMPARE(json.member(1, u"z"), JsonIndex::none);
    QCOMPARE(json.memory(), qint64(json.size()) * 16);
}

void TestJsonIndex::findsParentsSiblingsAndPlaces()
{
    const JsonIndexed index = indexed(R"([[1,[2,3]],4,{"a":5,"b":{}}])");
    QVERIFY(index.has_value());
    const JsonIndex &json = **index;
    for (JsonIndex::Node node = 0; node < json.size(); ++node) {
        JsonIndex::Node child = json.childCount(node) > 0 ? json.child(node, 0) : JsonIndex::none;
        quint32 count = 0;
        for (; child != JsonIndex::none; child = json.nextSibling(child)) {
            QCOMPARE(json.parent(child), node);
            QCOMPARE(json.indexInParent(child), count);
            QCOMPARE(json.child(node, count), child);
            ++count;
        }
        QCOMPARE(json.childCount(node), count);
    }
    QCOMPARE(json.parent(0), JsonIndex::none);
    QCOMPARE(json.nextSibling(0), JsonIndex::none);
    QCOMPARE(json.indexInParent(0), 0U);
    QVERIFY(!json.hasKey(0));
}

void TestJsonIndex::findsTheValueAtEveryByte()
{
    const QByteArray text = R"( {"a" : [10, 2], "b":"x"} )";
    const JsonIndexed index = indexed(text);
    QVERIFY(index.has_value());
    QByteArray found;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const JsonIndex::Node node = (*index)->nodeAt(at);
        found += node == JsonIndex::none ? '-' : static_cast<char>('0' + node);
    }
    //               ( {"a" : [10, 2], "b":"x"} )
    QCOMPARE(found, "-011111112211310044444440-");
}

void TestJsonIndex::readsNamesBackwards_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("key");
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("quote") << QByteArray(R"(\")") << u"\""_s;
    QTest::newRow("quotes") << QByteArray(R"(\"\")") << u"\"\""_s;
    QTest::newRow("backslash") << QByteArray(R"(\\)") << u"\\"_s;
    QTest::newRow("backslash and quote") << QByteArray(R"(a\\\"b)") << u"a\\\"b"_s;
    QTest::newRow("many") << QByteArray(R"(\\\\\"\\)") << u"\\\\\"\\"_s;
    QTest::newRow("colon") << QByteArray(R"(: ,\":)") << u": ,\":"_s;
    QTest::newRow("escape") << QByteArray(R"(\u00e9)") << u"é"_s;
}

void TestJsonIndex::readsNamesBackwards()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, key);
    for (const QByteArray &start : {QByteArray("{"), QByteArray(R"({"before\\":"x",)")}) {
        const JsonIndexed index = indexed(start + '"' + name + "\" : 1}");
        QVERIFY(index.has_value());
        const JsonIndex &json = **index;
        const JsonIndex::Node node = json.size() - 1;
        QCOMPARE(json.rawKey(node).toByteArray(), name);
        QCOMPARE(json.key(node), key);
        QCOMPARE(json.member(0, key), node);
    }
}

void TestJsonIndex::readsDeepTexts()
{
    for (const int levels : {10'000, 100'000}) {
        const QByteArray text = nested(levels);
        const JsonIndexed index = indexed(text);
        QVERIFY(index.has_value());
        const JsonIndex &json = **index;
        QCOMPARE(json.size(), quint32(levels));
        QCOMPARE(json.raw(0).toByteArray(), text);
        QCOMPARE(json.nodeAt(levels), quint32(levels) - 1);
        QCOMPARE(json.nodeAt(2 * levels - 1), 0U);
        QCOMPARE(pointerTo(json, json.size() - 1), QString(u"/0"_s).repeated(levels - 1));
        QCOMPARE(written(json, false), text);
        QVERIFY(written(json, true).size() < 210 * levels);
    }
}

void TestJsonIndex::namesTheDepthLimit()
{
    const JsonIndexed index = indexed(nested(1'000'000));
    QVERIFY(!index.has_value());
    QVERIFY2(index.error().reason.contains(u"100000"_s), qPrintable(index.error().reason));
    JsonIndexOptions options;
    options.maxDepth = 3;
    QVERIFY(indexed(nested(3), options).has_value());
    QVERIFY(!indexed(nested(4), options).has_value());
    QVERIFY(!indexed(QByteArray(1'000'000, '[')).has_value());
    QVERIFY(!indexed(QByteArray(R"({"a":)").repeated(1'000'000)).has_value());
}

void TestJsonIndex::reachesEveryItemOfALargeArray()
{
    constexpr quint32 count = 2'200'000; // more than a record can count
    QByteArray text = "[";
    for (quint32 i = 0; i < count; ++i)
        text += (i % 2 == 0 ? "[" : "{\"k\":") + QByteArray::number(i) + (i % 2 == 0 ? "]," : "},");
    text.back() = ']';
    const JsonIndexed index = indexed(text);
    QVERIFY(index.has_value());
    const JsonIndex &json = **index;
    QCOMPARE(json.childCount(0), count);
    for (const quint32 i : {0U, 1U, 1023U, 1024U, 1025U, 10'000U, 1'999'999U, count - 1}) {
        const JsonIndex::Node child = json.child(0, i);
        QCOMPARE(child, 1 + 2 * i);
        QCOMPARE(json.raw(child + 1).toByteArray(), QByteArray::number(i));
        QCOMPARE(json.indexInParent(child), i);
        QCOMPARE(json.nodeAt(json.offset(child + 1)), child + 1);
    }
    QVERIFY(json.memory() < qint64(json.size()) * 17);
}

void TestJsonIndex::checksEncodingAcrossSlices()
{
    constexpr qsizetype slice = 16 * 1024 * 1024;
    for (int shift = 0; shift < 5; ++shift) {
        QByteArray text = "\"" + QByteArray(slice - 3 - shift, 'a') + "😀é\"";
        QVERIFY(indexed(text).has_value());
        text[slice - shift] = 'x'; // within the four bytes of the first character
        QVERIFY(!indexed(text).has_value());
    }
}

void TestJsonIndex::stopsWhenTold()
{
    const QByteArray text = "[" + QByteArray("1,").repeated(500'000) + "1]";
    for (int allowed = 0; allowed < 8; ++allowed) {
        JsonIndexOptions options;
        int calls = 0;
        qint64 done = 0;
        bool isForward = true;
        options.goOn = [&](qint64 bytes) {
            isForward = isForward && bytes >= done;
            done = bytes;
            return calls++ < allowed;
        };
        const Result<JsonIndexed> result = JsonIndex::build(text, nullptr, options);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
        QCOMPARE(calls, allowed + 1);
        QVERIFY(isForward);
    }
}

void TestJsonIndex::stopsWithItsFuture()
{
    const auto owner = std::make_shared<const QByteArray>("[" + QByteArray("1,").repeated(2'000'000) + "1]");
    QFuture<Result<JsonIndexed>> future = JsonIndex::start(*owner, owner);
    future.cancel();
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.isCanceled());
    QTRY_COMPARE(owner.use_count(), 1L);
}

void TestJsonIndex::buildsInAnotherThread()
{
    const auto owner = std::make_shared<const QByteArray>("[" + QByteArray("1,").repeated(200'000) + "1]");
    QFuture<Result<JsonIndexed>> future = JsonIndex::start(*owner, owner);
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.resultCount(), 1);
    const Result<JsonIndexed> result = future.resultAt(0);
    QVERIFY(result && *result);
    QCOMPARE((**result)->childCount(0), 200'001U);
    QVERIFY(future.progressValue() > 0);
    const auto broken = std::make_shared<const QByteArray>("[1,]");
    future = JsonIndex::start(*broken, broken);
    QTRY_VERIFY(future.isFinished());
    QCOMPARE(future.resultAt(0)->error(), *findJsonProblem(*broken));
}

void TestJsonIndex::writesForReading()
{
    const JsonIndexed index = indexed(R"({"a":[1.0,[],{}],"a":1e400 , "\u0041":{"x":[null]}})");
    QVERIFY(index.has_value());
    QCOMPARE(written(**index, true),
             "{\n  \"a\": [\n    1.0,\n    [],\n    {}\n  ],\n  \"a\": 1e400,\n  \"\\u0041\": {\n"
             "    \"x\": [\n      null\n    ]\n  }\n}");
    QCOMPARE(written(**index, false), R"({"a":[1.0,[],{}],"a":1e400,"\u0041":{"x":[null]}})");
}

void TestJsonIndex::writingEndsWithTheFirstFailure()
{
    const JsonIndexed index = indexed("[" + QByteArray("12345678,").repeated(100'000) + "1]");
    QVERIFY(index.has_value());
    int calls = 0;
    const Status done = writePretty(**index, 0, [&calls](QByteArrayView) -> Status {
        ++calls;
        return fail(ErrorKind::Disk, u"full"_s);
    });
    QVERIFY(!done);
    QCOMPARE(calls, 1);
}

ACX_TEST_MAIN(TestJsonIndex)
#include "test_json_index.moc"
