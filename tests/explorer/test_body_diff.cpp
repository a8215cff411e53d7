// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/body_diff.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace acx;

class TestBodyDiff final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void jsonByStructure()
    {
        const Result<BodyDiff> same = compareBodies(R"({"a":1,"b":2})", "{\"b\": 2,\n\"a\":1}");
        QVERIFY(same && same->isJson && same->isEqual && same->isWhole);
        const Result<BodyDiff> other = compareBodies(R"({"a":1})", R"({"a":2})");
        QVERIFY(other && other->isJson && !other->isEqual);
        QCOMPARE(other->json.differences.size(), 1);
        QVERIFY(other->lines.isEmpty());
    }

    void textByLines_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("told");
        QTest::newRow("equal") << "a\nb"_ba
                               << "a\nb"_ba << QString();
        QTest::newRow("changed") << "<a>\n<b>\n</a>"_ba
                                 << "<a>\n<c>\n</a>"_ba << u" <a>|-<b>|+<c>| </a>"_s;
        QTest::newRow("only one is JSON") << "{}"_ba
                                          << "{"_ba << u"-{}|+{"_s;
        QTest::newRow("from nothing") << ""_ba
                                      << "a\nb\n"_ba << u"+a|+b"_s;
        QTest::newRow("to nothing") << "a\nb\n"_ba
                                    << ""_ba << u"-a|-b"_s;
        QTest::newRow("line ends are no difference of a line") << "a\r\nb\r\n"_ba
                                                               << "a\nc\n"_ba << u" a|-b|+c"_s;
        QTest::newRow("far from each other")
            << "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\nx\n"_ba
            << "y\n1\n2\n3\n4\n5\n6\n7\n8\n9\nz\n"_ba << u"-0|+y| 1| 2| 3|…3| 7| 8| 9|-x|+z"_s;
    }
    void textByLines()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, told);
        const Result<BodyDiff> result = compareBodies(before, after);
        QVERIFY(result && !result->isJson);
        QStringList lines;
        for (const DiffLine &line : result->lines)
            lines += u" +-…"_s.at(int(line.kind)) + line.text;
        QCOMPARE(lines.join(u'|'), told);
        QCOMPARE(result->isEqual, told.isEmpty());
    }

    void isBounded()
    {
        QByteArray before;
        QByteArray after;
        for (int i = 0; i < 20'000; ++i) {
            before += "old " + QByteArray::number(i) + '\n';
            after += "new " + QByteArray::number(i) + '\n';
        }
        const Result<BodyDiff> result = compareBodies(before, after);
        QVERIFY(result && !result->isWhole);
        QCOMPARE(result->lines.size(), 10'000);
        const Result<BodyDiff> stopped = compareBodies(before, after, [] { return false; });
        QVERIFY(!stopped || !stopped->isEqual);
    }
};

ACX_TEST_MAIN(TestBodyDiff)
#include "test_body_diff.moc"
