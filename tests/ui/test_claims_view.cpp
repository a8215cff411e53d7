// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/tokens/unsigned_jwt.h"
#include "tests/ui/screen_bench.h"
#include "ui/tokens/claims_view.h"
#include "ui/widgets/controls.h"

#include <QApplication>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

constexpr int megabyte = 700 * 1000; // of the payload; in base64url it is a third longer

/// The view over one token that its service may send, hostile or not.
struct Stage
{
    explicit Stage(const QByteArray &claims, const QByteArray &header = R"({"alg":"RS256"})")
        : theme(*qApp)
        , view(theme)
    {
        view.resize(700, 500);
        view.show();
        const Result<LenientJwt> read = decodeJwtForViewing(Secret(unsignedJwt(claims, header)));
        if (!read)
            qFatal("%s", qPrintable(read.error().sentence));
        view.setJwt(read->jwt, QDateTime::currentDateTimeUtc());
    }
    [[nodiscard]] QList<QLabel *> labels() const
    {
        return part<QWidget>(view, "claimsTable")->findChildren<QLabel *>();
    }
    /// What the labels of the table say to eye, pointer and screen reader.
    [[nodiscard]] QStringList words() const
    {
        QStringList all;
        for (const QLabel *label : labels())
            all << label->text() << label->toolTip() << label->accessibleName();
        return all;
    }
    [[nodiscard]] qsizetype longest() const
    {
        qsizetype most = 0;
        for (const QString &text : words())
            most = std::max(most, text.size());
        return most;
    }
    [[nodiscard]] QString json() const { return textOf(view, "claimsText"); }

    Theme theme;
    ClaimsView view;
};

QByteArray manyMembers(int size)
{
    QByteArray claims = "{\"sub\":\"me\"";
    for (int i = 0; claims.size() < size; ++i)
        claims += ",\"c" + QByteArray::number(i) + "\":" + QByteArray::number(i);
    return claims + '}';
}

} // namespace

/// F and J: a token of a size that no honest service sends leaves the window usable, and says that it is cut.
class TestClaimsView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void anOrdinaryTokenIsShownWhole();
    void twoHundredRowsAreShownWhole();
    void whatIsTooLongIsCut_data();
    void whatIsTooLongIsCut();
};

void TestClaimsView::anOrdinaryTokenIsShownWhole()
{
    const Stage stage(R"({"sub":"me","one":1,"two":{"b":[2]}})");
    click(stage.view, "claimsAll");
    QVERIFY(stage.words().contains(u"one"_s));
    QVERIFY(stage.words().contains(u"{\"b\":[2]}"_s));
    QVERIFY(stage.words().contains(u"Algorithm"_s));
    QVERIFY(!stage.words().contains(u"And more"_s));
    click(stage.view, "claimsJson");
    QVERIFY(stage.json().contains(u"  \"two\": {\n"_s));
    QVERIFY(stage.json().endsWith(u'}'));
}

void TestClaimsView::twoHundredRowsAreShownWhole()
{
    QByteArray claims = "{";
    for (int i = 0; i < 196; ++i) // with three dates, which are missed, and the algorithm
        claims += (i ? ",\"c" : "\"c") + QByteArray::number(i) + "\":0";
    const Stage whole(claims + '}');
    click(whole.view, "claimsAll");
    QCOMPARE(whole.labels().size(), 3 * 200);
    QVERIFY(whole.words().contains(u"c195"_s));
    QVERIFY(!whole.words().contains(u"And more"_s));
    const Stage more(claims + R"(,"last":0})");
    click(more.view, "claimsAll");
    QCOMPARE(more.labels().size(), 3 * 201);
    QVERIFY(more.words().contains(u"And more"_s));
    click(more.view, "claimsJson");
    QVERIFY(more.json().contains(u"\"last\": 0"_s));
}

void TestClaimsView::whatIsTooLongIsCut_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<QByteArray>("header");
    const QByteArray plain = R"({"alg":"RS256"})";
    const QByteArray text(megabyte, 'x');
    QTest::newRow("many claims") << manyMembers(megabyte) << plain;
    QTest::newRow("many members of the header") << QByteArray("{}") << manyMembers(megabyte);
    QTest::newRow("one long claim") << R"({"other":")" + text + R"("})" << plain;
    QTest::newRow("one long claim, explained") << R"({"name":")" + text + R"("})" << plain;
    QTest::newRow("a long name") << "{\"" + text + R"(":1})" << plain;
    QTest::newRow("a long algorithm") << QByteArray("{}") << R"({"alg":")" + text + R"("})";
    QTest::newRow("deep, then wide") << R"({"a":)" + QByteArray(500, '[') + QByteArray("1,").repeated(megabyte / 2) +
                                            '1' + QByteArray(500, ']') + '}'
                                     << plain;
}

void TestClaimsView::whatIsTooLongIsCut()
{
    QFETCH(QByteArray, claims);
    QFETCH(QByteArray, header);
    const Stage stage(claims, header);
    for (const char *mode : {"claimsWords", "claimsAll"}) {
        click(stage.view, mode);
        QVERIFY2(stage.labels().size() <= 3 * 201, qPrintable(QString::number(stage.labels().size())));
        QVERIFY2(stage.longest() <= 2'100, qPrintable(QString::number(stage.longest())));
    }
    const QStringList words = stage.words();
    QVERIFY(words.contains(u"And more"_s) ||
            std::any_of(words.cbegin(), words.cend(), [](const QString &text) { return text.endsWith(u'…'); }));
    click(stage.view, "claimsJson");
    QVERIFY2(stage.json().size() < 101'000, qPrintable(QString::number(stage.json().size())));
    QVERIFY(stage.json().contains(u"These are the first 100,000 of "_s));
}

ACX_WIDGET_TEST_MAIN(TestClaimsView)
#include "test_claims_view.moc"
