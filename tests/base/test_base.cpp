// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/cancel.h"
#include "app/base/clock.h"
#include "app/base/deliver.h"
#include "app/base/secret.h"
#include "app/base/visible_text.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

class TestBase final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void secretPrintsAsDots()
    {
        const Secret secret(QByteArray("s3cret-value"));
        QString printed;
        QDebug(&printed) << secret;
        QVERIFY(!printed.contains(u"s3cret"_s));
        QVERIFY(printed.contains(u"•••"_s));
        QCOMPARE(secret.reveal(), QByteArray("s3cret-value"));
    }

    void foreignTextIsMadeVisible_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("I4 plain") << u"a é 漢 😀 <b>"_s << u"a é 漢 😀 <b>"_s;
        QTest::newRow("I4 override") << u"a\u202eb"_s << u"a⟨U+202E⟩b"_s;
        QTest::newRow("I4 bell") << u"a\ab"_s << u"a␇b"_s;
        QTest::newRow("I4 line ends and tab") << u"a\r\nb\tc"_s << u"a\nb\tc"_s;
        QTest::newRow("I4 half a surrogate pair") << QString(QChar(0xD800)) << u"⟨U+D800⟩"_s;
        QTest::newRow("I4 tag") << u"\U000E0041"_s << u"⟨U+E0041⟩"_s;
    }
    void foreignTextIsMadeVisible()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(withVisibleControls(text), shown);
    }

    void secretHasNoWayToText()
    {
        static_assert(!std::is_convertible_v<Secret, QString>);
        static_assert(!std::is_convertible_v<Secret, QByteArray>);
        static_assert(!std::is_convertible_v<Secret, QVariant>);
        static_assert(!std::is_convertible_v<QByteArray, Secret>);
        static_assert(!std::is_convertible_v<QString, Secret>);
    }

    void secretsCompareByValue()
    {
        QCOMPARE(Secret("a"_ba), Secret::fromText(u"a"_s));
        QVERIFY(!(Secret("a"_ba) == Secret("b"_ba)));
        QVERIFY(!(Secret("a"_ba) == Secret("ab"_ba)));
        QCOMPARE(Secret(), Secret(QByteArray()));
        QVERIFY(Secret().isEmpty());
        QCOMPARE(Secret("ä"_ba).size(), 2);
    }

    void secretIsWipedWithItsLastCopy()
    {
        auto secret = std::make_unique<Secret>("wipe-me-when-the-last-copy-goes"_ba);
        const Secret copy = *secret;
        const QByteArray view = secret->reveal();
        secret.reset();
        QCOMPARE(view, "wipe-me-when-the-last-copy-goes"_ba);
    }

    void deliverHandsOverValueAndError()
    {
        QObject context;
        QList<QString> seen;
        deliver(ready<int>(7), &context, [&](const Result<int> &r) { seen << QString::number(r.value()); });
        deliver(ready<int>(fail(ErrorKind::NotFound, u"nothing"_s)), &context,
                [&](const Result<int> &r) { seen << r.error().sentence; });
        QTRY_COMPARE(seen, QList<QString>({u"7"_s, u"nothing"_s}));
    }

    void deliverDropsTheResultOfADeadContext()
    {
        QPromise<Result<int>> promise;
        promise.start();
        bool called = false;
        {
            QObject context;
            deliver(promise.future(), &context, [&](const Result<int> &) { called = true; });
        }
        promise.addResult(Result<int>(1));
        promise.finish();
        QTest::qWait(10);
        QVERIFY(!called);
    }

    void deliverReportsADroppedPromiseAsCancelled()
    {
        QObject context;
        std::optional<ErrorKind> kind;
        {
            QPromise<Result<int>> promise;
            promise.start();
            deliver(promise.future(), &context, [&](const Result<int> &r) { kind = r.error().kind; });
        }
        QTRY_COMPARE(kind, std::optional(ErrorKind::Cancelled));
    }

    void deliverAtOnceRunsWithinTheCallThatFinishes()
    {
        QObject context;
        QPromise<Result<int>> promise;
        promise.start();
        std::optional<int> value;
        deliverAtOnce(promise.future(), &context, [&](const Result<int> &r) { value = r.value(); });
        QVERIFY(!value);
        promise.addResult(Result<int>(7));
        promise.finish();
        QCOMPARE(value, std::optional(7));
        std::optional<ErrorKind> kind;
        deliverAtOnce(ready<int>(fail(ErrorKind::NotFound, u"nothing"_s)), &context,
                      [&](const Result<int> &r) { kind = r.error().kind; });
        QCOMPARE(kind, std::optional(ErrorKind::NotFound));
    }

    void deliverAtOnceDropsTheResultOfADeadContext()
    {
        bool called = false;
        QPromise<Result<int>> promise;
        promise.start();
        {
            QObject context;
            deliverAtOnce(promise.future(), &context, [&](const Result<int> &) { called = true; });
        }
        promise.addResult(Result<int>(1));
        promise.finish();
        QVERIFY(!called);
    }

    void chainPassesValuesAndErrorsOn()
    {
        const auto twice = [](int value) { return ready<int>(value * 2); };
        QCOMPARE(waitFor(chain<int>(ready<int>(21), twice)).value(), 42);
        bool reached = false;
        const auto never = [&](int value) {
            reached = true;
            return ready<int>(value);
        };
        const auto failed = waitFor(chain<int>(ready<int>(fail(ErrorKind::Disk, u"full"_s)), never));
        QCOMPARE(failed.error().kind, ErrorKind::Disk);
        QVERIFY(!reached);
    }

    void cancelCallsEachHandlerOnce()
    {
        CancelSource source;
        int first = 0;
        int second = 0;
        source.token().onCancel([&] { ++first; });
        const int id = source.token().onCancel([&] { ++second; });
        source.token().forget(id);
        source.cancel();
        source.cancel();
        QCOMPARE(first, 1);
        QCOMPARE(second, 0);
        QVERIFY(source.token().isCancelled());
        source.token().onCancel([&] { ++second; });
        QCOMPARE(second, 1);
        QVERIFY(!CancelToken().isCancelled());
    }

    void errorTellsItsPartsInOrder()
    {
        Error error;
        error.sentence = u"IAM refused the key."_s;
        error.nextStep = u"Create a new one."_s;
        error.serviceCode = u"BXNIM0415E"_s;
        error.httpStatus = 400;
        error.requestId = u"r-1"_s;
        QCOMPARE(error.message(), u"IAM refused the key. Create a new one."_s);
        QCOMPARE(error.details(), u"HTTP status: 400\nCode: BXNIM0415E\nRequest id: r-1"_s);
    }

    void systemClockIsUtc() { QCOMPARE(SystemClock().now().timeSpec(), Qt::UTC); }
};

ACX_TEST_MAIN(TestBase)
#include "test_base.moc"
