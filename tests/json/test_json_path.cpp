// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/json/json_path_rows.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

QByteArray letters()
{
    return R"(["a","b","c","d","e","f","g"])";
}

QByteArray store()
{
    return R"({"store":{"book":[{"category":"reference","author":"Rees","title":"Sayings","price":8.95},)"
           R"({"category":"fiction","author":"Waugh","title":"Sword","price":12.99},)"
           R"({"category":"fiction","author":"Melville","title":"Moby","isbn":"0-553","price":8.99},)"
           R"({"category":"fiction","author":"Tolkien","title":"Rings","isbn":"0-395","price":22.99}],)"
           R"("bicycle":{"color":"red","price":399}}})";
}

QByteArray filterDocument()
{
    return R"({"a":[3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}],"o":{"p":1,"q":2,"r":3,"s":5,"t":{"u":6}},"e":"f"})";
}

} // namespace

/// The sections are those of RFC 9535.
class TestJsonPath final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void findsWhatTheRfcShows_data();
    void findsWhatTheRfcShows();
    void findsWhatFollowsFromIt_data();
    void findsWhatFollowsFromIt();
    void visitsEveryMemberOfOneName();
    void writesNormalizedPaths_data();
    void writesNormalizedPaths();
    void knowsSingularQueries();
    void survivesDepth();
    void searchesWideArrays();
    void canBeStopped();
    void endsBeforeMemoryDoes();
};

void TestJsonPath::findsWhatTheRfcShows_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("values");
    addRows("1.5", store(),
            {{"$.store.book[*].author", R"(["Rees","Waugh","Melville","Tolkien"])"},
             {"$..author", R"(["Rees","Waugh","Melville","Tolkien"])"},
             {"$.store..price", "[8.95,12.99,8.99,22.99,399]"},
             {"$..book[2].author", R"(["Melville"])"},
             {"$..book[2].publisher", "[]"},
             {"$..book[-1].title", R"(["Rings"])"},
             {"$..book[0,1].price", "[8.95,12.99]"},
             {"$..book[:2].price", "[8.95,12.99]"},
             {"$..book[?@.isbn].title", R"(["Moby","Rings"])"},
             {"$..book[?@.price<10].title", R"(["Sayings","Moby"])"},
             {"$.store.*.color", R"(["red"])"}});
    addRows("2.2.3", R"({"k":"v"})", {{"$", R"([{"k":"v"}])"}});
    addRows("2.3.1.3", R"({"o":{"j j":{"k.k":3}},"'":{"@":2}})",
            {{"$.o['j j']", R"([{"k.k":3}])"},
             {"$.o['j j']['k.k']", "[3]"},
             {R"($.o["j j"]["k.k"])", "[3]"},
             {R"($["'"]["@"])", "[2]"}});
    addRows(
        "2.3.2.3", R"({"o":{"j":1,"k":2},"a":[5,3]})",
        {{"$[*]", R"([{"j":1,"k":2},[5,3]])"}, {"$.o[*]", "[1,2]"}, {"$.o[*, *]", "[1,2,1,2]"}, {"$.a[*]", "[5,3]"}});
    addRows("2.3.3.3", R"(["a","b"])", {{"$[1]", R"(["b"])"}, {"$[-2]", R"(["a"])"}});
    addRows("2.3.4.3", letters(),
            {{"$[1:3]", R"(["b","c"])"},
             {"$[5:]", R"(["f","g"])"},
             {"$[1:5:2]", R"(["b","d"])"},
             {"$[5:1:-2]", R"(["f","d"])"},
             {"$[::-1]", R"(["g","f","e","d","c","b","a"])"}});
    addRows("2.3.5.3", filterDocument(),
            {{"$.a[?@.b == 'kilo']", R"([{"b":"kilo"}])"},
             {"$.a[?(@.b == 'kilo')]", R"([{"b":"kilo"}])"},
             {"$.a[?@>3.5]", "[5,4,6]"},
             {"$.a[?@.b]", R"([{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}])"},
             {"$.o[?@.*]", R"([{"u":6}])"},
             {"$[?@[?@.b]]", R"([[3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}]])"},
             {"$.o[?@<3, ?@<3]", "[1,2,1,2]"},
             {R"($.a[?@<2 || @.b == "k"])", R"([1,{"b":"k"}])"},
             {R"($.a[?match(@.b, "[jk]")])", R"([{"b":"j"},{"b":"k"}])"},
             {R"($.a[?search(@.b, "[jk]")])", R"([{"b":"j"},{"b":"k"},{"b":"kilo"}])"},
             {"$.o[?@>1 && @<4]", "[2,3]"},
             {"$.o[?@.u || @.x]", R"([{"u":6}])"},
             {"$.a[?@.b == $.x]", "[3,5,1,2,4,6]"},
             {"$.a[?@ == @]", R"([3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}])"}});
    addRows("2.5.1.3", letters(),
            {{"$[0, 3]", R"(["a","d"])"}, {"$[0:2, 5]", R"(["a","b","f"])"}, {"$[0, 0]", R"(["a","a"])"}});
    addRows("2.5.2.3", R"({"o":{"j":1,"k":2},"a":[5,3,[{"j":4},{"k":6}]]})",
            {{"$..j", "[1,4]"},
             {"$..[0]", R"([5,{"j":4}])"},
             {"$..[*]", R"([{"j":1,"k":2},[5,3,[{"j":4},{"k":6}]],1,2,5,3,[{"j":4},{"k":6}],{"j":4},{"k":6},4,6])"},
             {"$..*", R"([{"j":1,"k":2},[5,3,[{"j":4},{"k":6}]],1,2,5,3,[{"j":4},{"k":6}],{"j":4},{"k":6},4,6])"},
             {"$..o", R"([{"j":1,"k":2}])"},
             {"$.o..[*, *]", "[1,2,1,2]"},
             {"$.a..[0, 1]", R"([5,3,{"j":4},{"k":6}])"}});
    addRows("2.6.1", R"({"a":null,"b":[null],"c":[{}],"null":1})",
            {{"$.a", "[null]"},
             {"$.a[0]", "[]"},
             {"$.a.d", "[]"},
             {"$.b[0]", "[null]"},
             {"$.b[*]", "[null]"},
             {"$.b[?@]", "[null]"},
             {"$.b[?@==null]", "[null]"},
             {"$.c[?@.d==null]", "[]"},
             {"$.null", "[1]"}});
}

void TestJsonPath::findsWhatTheRfcShows()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, path);
    QFETCH(QByteArray, values);
    const JsonIndexed index = indexed(document);
    QVERIFY(index.has_value());
    QCOMPARE(foundIn(**index, path), values);
}

void TestJsonPath::findsWhatFollowsFromIt_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("values");
    addRows("names",
            R"({"":1,"\u00e9":2,"ü":3,"a\"b":4,"a'b":5,"\ud83d\ude00":6,"/":7,"\t":8,"_1":9,"ä\u00f6":10,"\\":11})",
            {{"$['']", "[1]"},
             {"$.é", "[2]"},
             {R"($["\u00e9"])", "[2]"},
             {"$['ü']", "[3]"},
             {R"($['\u00FC'])", "[3]"},
             {R"($["a\"b"])", "[4]"},
             {R"($['a"b'])", "[4]"},
             {R"($['a\'b'])", "[5]"},
             {"$.😀", "[6]"},
             {R"($['\uD83D\uDE00'])", "[6]"},
             {R"($['\/'])", "[7]"},
             {R"($['\t'])", "[8]"},
             {"$._1", "[9]"},
             {"$.äö", "[10]"},
             {R"($['\\'])", "[11]"},
             {"$['none']", "[]"},
             {"$[0]", "[]"},
             {"$[0:1]", "[]"}});
    addRows("blanks", R"({"a":{"b":[1,2,3,4]}})",
            {{"$ .a\n['b'] [ 0 , 1 ]", "[1,2]"},
             {"$\t..b[ 1 : 4 : 2 ]", "[2,4]"},
             {"$.a.b[? @ >= 2 && ( ! ( @ == 3 ) ) ]", "[2,4]"},
             {"$[?count( @ .b [*] )==4 ].b[ -1 ]", "[4]"}});
    addRows("slices", letters(),
            {{"$[:]", R"(["a","b","c","d","e","f","g"])"},
             {"$[::]", R"(["a","b","c","d","e","f","g"])"},
             {"$[::0]", "[]"},
             {"$[-2:]", R"(["f","g"])"},
             {"$[:-5]", R"(["a","b"])"},
             {"$[3:1]", "[]"},
             {"$[1:3:-1]", "[]"},
             {"$[7:9]", "[]"},
             {"$[100:4:-1]", R"(["g","f"])"},
             {"$[-100:2]", R"(["a","b"])"},
             {"$[2::-1]", R"(["c","b","a"])"},
             {"$[:4:-1]", R"(["g","f"])"},
             {"$[-1:-100:-3]", R"(["g","d","a"])"},
             {"$[0:9007199254740991:9007199254740991]", R"(["a"])"},
             {"$[-9007199254740991:9007199254740991:3]", R"(["a","d","g"])"},
             {"$[::-9007199254740991]", R"(["g"])"},
             {"$[-8]", "[]"},
             {"$[7]", "[]"},
             {"$.a", "[]"}});
    addRows("logic", R"([{"a":1},{"b":1},{"a":1,"b":1},{}])",
            {{"$[?@.a && @.b]", R"([{"a":1,"b":1}])"},
             {"$[?!@.a]", R"([{"b":1},{}])"},
             {"$[?!@.a && !@.b]", "[{}]"},
             {"$[?@.a || @.b && @.c]", R"([{"a":1},{"a":1,"b":1}])"},
             {"$[?(@.a || @.b) && @.c]", "[]"},
             {"$[?!(@.a || @.b)]", "[{}]"},
             {"$[?@.a==1 || @.b==1 || @.c==1]", R"([{"a":1},{"b":1},{"a":1,"b":1}])"},
             {"$[?$[0].a]", R"([{"a":1},{"b":1},{"a":1,"b":1},{}])"}});
    addRows("functions", R"([{"t":"äö😀","n":3},{"t":[1,2],"n":2},{"t":{"x":{"y":7}},"n":1},{"t":null},{"t":5}])",
            {{"$[?length(@.t) == @.n].n", "[3,2,1]"},
             {"$[?length(@.t) == length(@.none)]", R"([{"t":null},{"t":5}])"},
             {"$[?count(@.t.*) == 2].n", "[2]"},
             {"$[?count(@..*) > 3].n", "[2,1]"},
             {"$[?value(@..y) == 7].n", "[1]"},
             {"$[?value(@.t[*]) == 1]", "[]"},
             {"$[?value(@.t) == 5]", R"([{"t":5}])"},
             {"$[?length(value(@.t)) == 2].n", "[2]"},
             {"$[?!match(@.t, '.*')].t", R"([[1,2],{"x":{"y":7}},null,5])"},
             {"$[?match(@.t, '...')].n", "[3]"},
             {"$[?match(@.t, '..')]", "[]"},
             {"$[?search(@.t, '^ä')]", "[]"},
             {"$[?search(@.t, '(')]", "[]"},
             {"$[?search(@.t, @.none)]", "[]"},
             {"$[?count($..y) == 1].n", "[3,2,1]"}});
    addRows("patterns in the document", R"({"p":"b.?","v":["b","bc","abc","b\n"]})",
            {{"$.v[?match(@, $.p)]", R"(["b","bc"])"}, {"$.v[?search(@, $.p)]", R"(["b","bc","abc","b\n"])"}});
    addRows("order of strings", R"(["a","ab","b","\ud83d\ude00","\uffee"])",
            {{"$[?@ < 'b']", R"(["a","ab"])"}, {R"($[?@ > '\uffee'])", R"(["\ud83d\ude00"])"}});
}

void TestJsonPath::findsWhatFollowsFromIt()
{
    findsWhatTheRfcShows();
}

void TestJsonPath::visitsEveryMemberOfOneName()
{
    const JsonIndexed index = indexed(R"({"a":{"x":1},"a":{"x":2,"x":3},"list":[{"n":1,"n":2},{"n":2,"n":1}]})");
    QVERIFY(index.has_value());
    QCOMPARE(foundIn(**index, u"$.a.x"_s), "[1,2,3]");
    QCOMPARE(foundIn(**index, u"$..x"_s), "[1,2,3]");
    QCOMPARE(foundIn(**index, u"$.list[?@.n==1]"_s), R"([{"n":1,"n":2}])");
    QCOMPARE(foundIn(**index, u"$.list[?count(@.n)==2][0]"_s), "[]");
    QCOMPARE(foundIn(**index, u"$.list[?value(@.n)==1]"_s), "[]");
}

void TestJsonPath::writesNormalizedPaths_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("normalized");
    const auto add = [](const QByteArray &document, const QString &path, const QString &normalized) {
        QTest::newRow(qPrintable(path)) << document << path << normalized;
    };
    add(R"({"a":1})", u"$.a"_s, u"$['a']"_s);
    add("[0,1]", u"$[1]"_s, u"$[1]"_s);
    add("[0,1,2,3,4]", u"$[-3]"_s, u"$[2]"_s);
    add(R"({"a":{"b":[0,1]}})", u"$.a.b[1:2]"_s, u"$['a']['b'][1]"_s);
    add(R"({"\u000b":1})", uR"($["\u000B"])"_s, uR"($['\u000b'])"_s);
    add(R"({"a":1})", uR"($["\u0061"])"_s, u"$['a']"_s);
    add(R"({"it's \\ \" \b\t\n\f\r/\u001f ü":1})", u"$.*"_s, uR"($['it\'s \\ " \b\t\n\f\r/\u001f ü'])"_s);
    add("[]", u"$"_s, u"$"_s);
}

void TestJsonPath::writesNormalizedPaths()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, path);
    QFETCH(QString, normalized);
    const JsonIndexed index = indexed(document);
    QVERIFY(index.has_value());
    const auto nodes = JsonPath::parse(path)->find(**index);
    QVERIFY(nodes.has_value());
    QCOMPARE(nodes->size(), size_t(1));
    QCOMPARE(normalizedPath(**index, nodes->front()), normalized);
    // It is a JSONPath of its own that leads to the same value.
    QCOMPARE(*JsonPath::parse(normalized)->find(**index), *nodes);
    QVERIFY(JsonPath::parse(normalized)->isSingular());
}

void TestJsonPath::knowsSingularQueries()
{
    for (const char *path : {"$", "$.a", "$['a'][0].b[-1]", "$ [ 'a' ]"})
        QVERIFY2(JsonPath::parse(QString::fromLatin1(path))->isSingular(), path);
    for (const char *path : {"$.*", "$..a", "$[0,1]", "$[0:1]", "$[?@]"})
        QVERIFY2(!JsonPath::parse(QString::fromLatin1(path))->isSingular(), path);
}

void TestJsonPath::survivesDepth()
{
    constexpr int depth = 50'000;
    const QByteArray arrays = QByteArray(depth, '[') + '7' + QByteArray(depth, ']');
    const JsonIndexed index = indexed("{\"l\":" + arrays + ",\"r\":" + arrays + '}');
    QVERIFY(index.has_value());
    QCOMPARE(foundIn(**index, u"$..[?@ == 7]"_s), "[7,7]");
    QCOMPARE(foundIn(**index, u"$.l"_s + u"[0]"_s.repeated(depth)), "[7]");
    QCOMPARE(foundIn(**index, u"$[?$.l == $.r]"_s), '[' + arrays + ',' + arrays + ']');
    const auto last = JsonPath::parse(u"$..[?@ == 7]"_s)->find(**index);
    QCOMPARE(normalizedPath(**index, last->front()), u"$['l']"_s + u"[0]"_s.repeated(depth));
}

void TestJsonPath::searchesWideArrays()
{
    constexpr int count = 300'000;
    QByteArray text = "[";
    for (int i = 0; i < count; ++i)
        text += "{\"id\":" + QByteArray::number(i) + ",\"even\":" + (i % 2 == 0 ? "true" : "false") + "},";
    text.back() = ']';
    const JsonIndexed index = indexed(text);
    QVERIFY(index.has_value());
    QCOMPARE(JsonPath::parse(u"$..id"_s)->find(**index)->size(), size_t(count));
    QCOMPARE(JsonPath::parse(u"$[?@.even == true && @.id < 1000]"_s)->find(**index)->size(), size_t(500));
    QCOMPARE(foundIn(**index, u"$[-1].id"_s), "[299999]");
    QCOMPARE(foundIn(**index, u"$[::-100000].id"_s), "[299999,199999,99999]");
    QCOMPARE(foundIn(**index, u"$[150000:300000:100000].id"_s), "[150000,250000]");
    // What is looked for from the root is found once, not for every value.
    QCOMPARE(JsonPath::parse(u"$[?count($..id) == 300000]"_s)->find(**index)->size(), size_t(count));
}

void TestJsonPath::canBeStopped()
{
    const JsonIndexed index = indexed('[' + QByteArray("1,").repeated(200'000) + "1]");
    QVERIFY(index.has_value());
    for (const char *path : {"$[*]", "$..*", "$[?@ == 2]", "$[::-1]", "$[?count($[*]) == 1]", "$.*.x", "$[?$ == @]"}) {
        int asked = 0;
        const auto found = JsonPath::parse(QString::fromLatin1(path))->find(**index, [&asked] { return ++asked < 2; });
        QVERIFY2(!found.has_value(), path);
        QCOMPARE(found.error().kind, ErrorKind::Cancelled);
        QCOMPARE(asked, 2);
    }
}

void TestJsonPath::endsBeforeMemoryDoes()
{
    const JsonIndexed index = indexed(QByteArray(3000, '[') + QByteArray(3000, ']'));
    QVERIFY(index.has_value());
    const auto found = JsonPath::parse(u"$..*..*..*"_s)->find(**index);
    QVERIFY(!found.has_value());
    QCOMPARE(found.error().kind, ErrorKind::TooLarge);
}

ACX_TEST_MAIN(TestJsonPath)
#include "test_json_path.moc"
