// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_search.h"
#include "tests/json/index_of_text.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

class TestJsonSearch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void findsAsAPlainComparisonDoes_data();
    void findsAsAPlainComparisonDoes();
    void knowsTheValueOfAHit();
    void ignoresWhatIsNoNameAndNoScalar();
    void findsNothingInNothing();
};

void TestJsonSearch::findsAsAPlainComparisonDoes_data()
{
    QTest::addColumn<QByteArray>("needle");
    for (const char *needle :
         {"a", "A", "aB", "ab1", "1", "é", "É", "[", "@a", "`a", "aab", "aaaaaaaaaaaaaaaaaaaaaaaa", "z"})
        QTest::newRow(needle) << QByteArray(needle);
}

void TestJsonSearch::findsAsAPlainComparisonDoes()
{
    QFETCH(QByteArray, needle);
    const QByteArray text = "aAbAB1aab AAB[@A`a{é É}xaabaaaabAb1 b1Aa";
    for (const auto sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        const bool isExact = sensitivity == Qt::CaseSensitive;
        const QByteArray lookedFor = isExact ? needle : needle.toLower();
        const QByteArray lookedIn = isExact ? text : text.toLower();
        const JsonSearch search(needle, sensitivity);
        for (qsizetype from = 0; from <= text.size(); ++from)
            QCOMPARE(search.next(text, from), qint64(lookedIn.indexOf(lookedFor, from)));
    }
}

void TestJsonSearch::knowsTheValueOfAHit()
{
    const JsonIndexed index = indexed(R"({"key":["xkey","KEY"],"k":{"akeyb":12}})");
    QVERIFY(index.has_value());
    const auto hits = [&index](const JsonSearch &search) {
        QList<JsonHit> found;
        for (auto hit = nextHit(**index, search, 0); hit; hit = nextHit(**index, search, hit->offset + search.length()))
            found.append(*hit);
        return found;
    };
    QCOMPARE(hits(JsonSearch("key", Qt::CaseSensitive)), (QList<JsonHit>{{1, 2, true}, {2, 10, false}, {5, 29, true}}));
    QCOMPARE(hits(JsonSearch("kEy", Qt::CaseInsensitive)),
             (QList<JsonHit>{{1, 2, true}, {2, 10, false}, {3, 16, false}, {5, 29, true}}));
    QCOMPARE(hits(JsonSearch("12", Qt::CaseSensitive)), (QList<JsonHit>{{5, 35, false}}));
}

void TestJsonSearch::ignoresWhatIsNoNameAndNoScalar()
{
    const JsonIndexed index = indexed(R"( {"a" : [1, 2], "b:" : ", "} )");
    QVERIFY(index.has_value());
    for (const char *needle : {"[", "{", "]", "1, 2", "\" : ", " {", "} ", "], "})
        QVERIFY2(!nextHit(**index, JsonSearch(needle, Qt::CaseSensitive), 0), needle);
    QCOMPARE(nextHit(**index, JsonSearch(", ", Qt::CaseSensitive), 0), (JsonHit{4, 24, false}));
    QCOMPARE(nextHit(**index, JsonSearch(":", Qt::CaseSensitive), 0), (JsonHit{4, 18, true}));
}

void TestJsonSearch::findsNothingInNothing()
{
    QCOMPARE(JsonSearch({}, Qt::CaseSensitive).next("abc", 0), -1);
    QCOMPARE(JsonSearch({}, Qt::CaseInsensitive).next("abc", 0), -1);
    for (const auto sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        const JsonSearch search("abc", sensitivity);
        QCOMPARE(search.next({}, 0), -1);
        QCOMPARE(search.next("ab", 0), -1);
        QCOMPARE(search.next("abc", 3), -1);
        QCOMPARE(search.next("xABab", 0), -1);
    }
}

ACX_TEST_MAIN(TestJsonSearch)
#include "test_json_search.moc"
