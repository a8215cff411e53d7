// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/json/json_number.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace acx;

/// Numbers by their decimal text, however large or small.
class TestJsonNumber final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void multiples_data();
    void multiples();
    void canonical_data();
    void canonical();
};

void TestJsonNumber::multiples_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<QByteArray>("of");
    QTest::addColumn<int>("expected"); // -1 = cannot be told
    const auto row = [](const char *number, const char *of, int expected) {
        QTest::addRow("%s of %s", number, of) << QByteArray(number) << QByteArray(of) << expected;
    };
    row("0", "7", 1);
    row("-0.0", "7", 1);
    row("21", "7", 1);
    row("-21", "7", 1);
    row("22", "7", 0);
    row("0.3", "0.1", 1); // not in binary fractions
    row("19.99", "0.01", 1);
    row("19.995", "0.01", 0);
    row("1e400", "7", 0);
    row("1e400", "0.5", 1);
    row("1e400", "1e399", 1);
    row("1e-400", "1e-401", 1);
    row("1e-400", "1e-399", 0);
    row("123456789012345678901234567890", "10", 1);
    row("123456789012345678901234567891", "10", 0);
    row("999999999999999998999999999999999999", "999999999999999999", 0);
    row("999999999999999999000000000000000000", "999999999999999999", 1);
    row("7.50", "2.5", 1);
    row("1", "0", -1);
    row("1", "1234567890123456789", -1);
}

void TestJsonNumber::multiples()
{
    QFETCH(QByteArray, number);
    QFETCH(QByteArray, of);
    QFETCH(int, expected);
    const std::optional<bool> is = isJsonMultiple(number, of);
    QCOMPARE(is ? int(*is) : -1, expected);
}

void TestJsonNumber::canonical_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isWhole");
    const auto row = [](const char *number, const char *text, bool isWhole) {
        QTest::newRow(number) << QByteArray(number) << QByteArray(text) << isWhole;
    };
    row("0", "0e0", true);
    row("-0", "0e0", true);
    row("0.00e7", "0e0", true);
    row("1", "1e0", true);
    row("1.0", "1e0", true);
    row("10e-1", "1e0", true);
    row("100", "1e2", true);
    row("-1.50", "-15e-1", false);
    row("15e-1", "15e-1", false);
    row("0.001", "1e-3", false);
    row("1e400", "1e400", true);
    row("1e-400", "1e-400", false);
    row("123456789012345678901234567890.5", "1234567890123456789012345678905e-1", false);
}

void TestJsonNumber::canonical()
{
    QFETCH(QByteArray, number);
    QFETCH(QByteArray, text);
    QFETCH(bool, isWhole);
    QCOMPARE(canonicalJsonNumber(number), text);
    QCOMPARE(isWholeJsonNumber(number), isWhole);
}

ACX_TEST_MAIN(TestJsonNumber)
#include "test_json_number.moc"
