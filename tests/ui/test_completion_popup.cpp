// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_clock.h"
#include "tests/support/test_main.h"
#include "tests/ui/screen_bench.h"
#include "ui/explorer/completion_popup.h"
#include "ui/explorer/completion_popup_row.h"
#include "ui/widgets/controls.h"

#include <QAbstractButton>
#include <QListWidget>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace acx;

namespace {

/// A window with two fields and the popup over it.
struct Bench
{
    Bench()
        : popup(screens.services().theme, clock, &window)
        , field(new QLineEdit(&window))
        , other(new QLineEdit(&window))
    {
        window.resize(500, 400);
        field->setGeometry(20, 20, 300, 32);
        other->setGeometry(20, 340, 300, 32);
        window.show();
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window);
        field->setFocus();
        offers.values = {{u"sandbox"_s, u"Sandbox"_s, u"5b2e7a10-1c"_s},
                         {u"customers-san"_s, u"Customers, test"_s, u"9f"_s},
                         {u"prod"_s, u"Production"_s, u"77aa"_s}};
        offers.source = u"GET /api/orgs/acme/catalogs"_s;
        offers.fetchedAt = clock.now();
    }
    [[nodiscard]] QStringList shown() const
    {
        QStringList values;
        const auto *list = part<QListWidget>(popup, "completionList");
        for (int i = 0; i < list->count(); ++i)
            values += list->item(i)->text();
        return values;
    }

    ScreenBench screens;
    FakeClock clock;
    QWidget window;
    CompletionPopup popup;
    QLineEdit *field;
    QLineEdit *other;
    LiveList offers;
};

} // namespace

class TestCompletionPopup final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void filtersWhileTyping_data();
    void filtersWhileTyping();
    void isDrivenByKeys();
    void escapeClosesOnlyThis();
    void isDrivenByTheMouse();
    void tellsWhereOffersComeFrom();
    void tellsStates();
    void closesWhenTheFieldIsLeft();
    void staysWithinTheWindow();
    void shortensIds();
};

void TestCompletionPopup::filtersWhileTyping_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("by value, beginnings first") << u"san"_s << QStringList{u"sandbox"_s, u"customers-san"_s};
    QTest::newRow("by title") << u"duction"_s << QStringList{u"prod"_s};
    QTest::newRow("by id") << u"77A"_s << QStringList{u"prod"_s};
    QTest::newRow("nothing") << u"zzz"_s << QStringList{u"None by that name"_s};
}

void TestCompletionPopup::filtersWhileTyping()
{
    QFETCH(const QString, typed);
    QFETCH(const QStringList, found);
    Bench bench;
    bench.popup.openFor(bench.field);
    bench.popup.showOffers(bench.offers);
    QCOMPARE(bench.shown().size(), 3);
    QTest::keyClicks(bench.field, typed);
    QCOMPARE(bench.shown(), found);
}

void TestCompletionPopup::isDrivenByKeys()
{
    Bench bench;
    QSignalSpy chosen(&bench.popup, &CompletionPopup::chosen);
    bench.popup.openFor(bench.field);
    bench.popup.showOffers(bench.offers);
    QTest::keyClick(bench.field, Qt::Key_Return); // nothing is chosen yet
    QVERIFY(chosen.isEmpty());
    QTest::keyClick(bench.field, Qt::Key_Down);
    QTest::keyClick(bench.field, Qt::Key_Down);
    QTest::keyClick(bench.field, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<LiveValue>().value, u"customers-san"_s);
    QVERIFY(!bench.popup.isVisible());

    bench.popup.openFor(bench.field);
    bench.popup.showOffers(bench.offers);
    QTest::keyClick(bench.field, Qt::Key_Up); // round to the last
    QTest::keyClick(bench.field, Qt::Key_Enter);
    QCOMPARE(chosen.last().first().value<LiveValue>().value, u"prod"_s);

    bench.popup.openFor(bench.field);
    bench.popup.showOffers(bench.offers);
    QTest::keyClicks(bench.field, u"san"_s); // typing chooses the first
    QTest::keyClick(bench.field, Qt::Key_Return);
    QCOMPARE(chosen.last().first().value<LiveValue>().value, u"sandbox"_s);
}

void TestCompletionPopup::escapeClosesOnlyThis()
{
    Bench bench;
    bench.popup.openFor(bench.field);
    bench.popup.showOffers(bench.offers);
    QTest::keyClick(bench.field, Qt::Key_Escape);
    QVERIFY(!bench.popup.isVisible());
    QVERIFY(bench.window.isVisible());
    QVERIFY(bench.field->hasFocus());
}

void TestCompletionPopup::isDrivenByTheMouse()
{
    Bench bench;
    QSignalSpy chosen(&bench.popup, &CompletionPopup::chosen);
    bench.popup.openFor(bench.field);
    bench.popup.showOffers(bench.offers);
    auto *list = part<QListWidget>(bench.popup, "completionList");
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(2)).center());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<LiveValue>().value, u"prod"_s);
    QVERIFY(bench.field->hasFocus());
}

void TestCompletionPopup::tellsWhereOffersComeFrom()
{
    Bench bench;
    bench.popup.openFor(bench.field);
    bench.popup.showOffers(bench.offers);
    auto *foot = part<ElidedLabel>(bench.popup, "completionFoot");
    QVERIFY2(foot->fullText().contains(bench.offers.source), qPrintable(foot->fullText()));
    bench.clock.advance(8s);
    QTRY_VERIFY2(foot->fullText().contains(u"8 s"_s), qPrintable(foot->fullText()));
    bench.clock.advance(300s);
    QTRY_VERIFY2(foot->fullText().contains(u"5 min"_s), qPrintable(foot->fullText()));
    QSignalSpy refresh(&bench.popup, &CompletionPopup::refreshWanted);
    click(bench.popup, "completionRefresh");
    QCOMPARE(refresh.size(), 1);
    QVERIFY(bench.field->hasFocus());
    QVERIFY(bench.popup.isVisible());
}

void TestCompletionPopup::tellsStates()
{
    Bench bench;
    bench.popup.openFor(bench.field);
    bench.popup.showLoading();
    QVERIFY(!part<ElidedLabel>(bench.popup, "completionFoot")->fullText().isEmpty());
    QVERIFY(!part<QAbstractButton>(bench.popup, "completionRefresh")->isEnabled());
    Error error;
    error.sentence = u"Choose an organization first."_s;
    bench.popup.showError(error);
    QVERIFY(isShown(bench.popup, "completionError"));
    QVERIFY(textOf(bench.popup, "completionError").contains(error.sentence));
    QVERIFY(part<QAbstractButton>(bench.popup, "completionRefresh")->isEnabled());
    LiveList none = bench.offers;
    none.values.clear();
    bench.popup.showOffers(none);
    QVERIFY(!isShown(bench.popup, "completionError"));
    QCOMPARE(bench.shown(), QStringList{u"There is none yet"_s});
    QSignalSpy chosen(&bench.popup, &CompletionPopup::chosen);
    QTest::keyClick(bench.field, Qt::Key_Down);
    QTest::keyClick(bench.field, Qt::Key_Return);
    QVERIFY(chosen.isEmpty());
}

void TestCompletionPopup::closesWhenTheFieldIsLeft()
{
    Bench bench;
    bench.popup.openFor(bench.field);
    bench.popup.showOffers(bench.offers);
    bench.other->setFocus();
    QVERIFY(!bench.popup.isVisible());
}

void TestCompletionPopup::staysWithinTheWindow()
{
    Bench bench;
    bench.other->setFocus();
    bench.popup.openFor(bench.other);
    bench.popup.showOffers(bench.offers);
    QVERIFY(bench.window.rect().contains(bench.popup.geometry()));
    QVERIFY(bench.popup.geometry().bottom() < bench.other->geometry().top());
    bench.window.resize(480, 380);
    QTRY_VERIFY(!bench.popup.isVisible());
}

void TestCompletionPopup::shortensIds()
{
    QCOMPARE(shortId(u"5b2e7a10-1c2d"_s), u"5b2e7a10…"_s);
    QCOMPARE(shortId(u"short"_s), u"short"_s);
    QCOMPARE(shortId({}), QString());
}

ACX_WIDGET_TEST_MAIN(TestCompletionPopup)
#include "test_completion_popup.moc"
