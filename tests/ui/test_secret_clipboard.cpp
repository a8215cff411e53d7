// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_clock.h"
#include "tests/support/test_main.h"
#include "ui/widgets/secret_clipboard.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace acx;
using namespace std::chrono_literals;

class TestSecretClipboard : public QObject
{
    Q_OBJECT
private:
    [[nodiscard]] static QString onClipboard() { return QGuiApplication::clipboard()->text(); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        QGuiApplication::clipboard()->clear();
    }

    void copyIsMarkedAsSecret()
    {
        const FakeClock clock;
        SecretClipboard clipboard(*QGuiApplication::clipboard(), clock);
        clipboard.copy(Secret("token-1"_ba), u"Bearer token"_s);
        const QMimeData *data = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(data->text(), u"token-1"_s);
        QCOMPARE(data->data(u"x-kde-passwordManagerHint"_s), "secret"_ba);
        QVERIFY(data->hasFormat(u"application/x-nspasteboard-concealed-type"_s));
        QCOMPARE(clipboard.remaining(), 30s);
        QCOMPARE(clipboard.what(), u"Bearer token"_s);
    }

    /// As a clipboard manager does that ignores the mark.
    void tellsWhatIsPutBack()
    {
        const FakeClock clock;
        SecretClipboard clipboard(*QGuiApplication::clipboard(), clock);
        clipboard.copy(Secret("token-1"_ba), u"Token"_s);
        clipboard.clearNow();
        QVERIFY(!clipboard.couldNotClear());
        QSignalSpy changed(&clipboard, &SecretClipboard::changed);
        QGuiApplication::clipboard()->setText(u"token-1"_s);
        QTRY_VERIFY(clipboard.couldNotClear());
        QCOMPARE(changed.size(), 1);
        QGuiApplication::clipboard()->setText(u"a shopping list"_s);
        QTRY_VERIFY(!clipboard.couldNotClear());
        QCOMPARE(onClipboard(), u"a shopping list"_s);
    }

    void clearsAfterItsTime()
    {
        FakeClock clock;
        SecretClipboard clipboard(*QGuiApplication::clipboard(), clock);
        QSignalSpy changed(&clipboard, &SecretClipboard::changed);
        clipboard.setClearAfter(10s);
        clipboard.copy(Secret("token-2"_ba), u"Token"_s);
        clock.advance(4s);
        clipboard.checkNow();
        QCOMPARE(clipboard.remaining(), 6s);
        QCOMPARE(onClipboard(), u"token-2"_s);
        clock.advance(6s);
        const qsizetype before = changed.size();
        clipboard.checkNow();
        QCOMPARE(onClipboard(), QString());
        QCOMPARE(clipboard.remaining(), 0s);
        QVERIFY(clipboard.what().isEmpty());
        QCOMPARE(changed.size(), before + 1);
    }

    void clearsByItselfWithoutBeingAsked()
    {
        FakeClock clock;
        SecretClipboard clipboard(*QGuiApplication::clipboard(), clock);
        clipboard.copy(Secret("token-3"_ba), u"Token"_s);
        clock.advance(31s);
        QTRY_COMPARE(onClipboard(), QString());
    }

    void timeCanOnlyBeShortened()
    {
        const FakeClock clock;
        SecretClipboard clipboard(*QGuiApplication::clipboard(), clock);
        clipboard.setClearAfter(300s);
        QCOMPARE(clipboard.clearAfter(), 30s);
        clipboard.setClearAfter(0s);
        QCOMPARE(clipboard.clearAfter(), 1s);
    }

    void expiryComesFirst()
    {
        FakeClock clock;
        SecretClipboard clipboard(*QGuiApplication::clipboard(), clock);
        clipboard.copy(Secret("token-4"_ba), u"Token"_s, clock.now().addSecs(5));
        QCOMPARE(clipboard.remaining(), 5s);
        clock.advance(5s);
        clipboard.checkNow();
        QCOMPARE(onClipboard(), QString());
    }

    void whatIsFoundToBeSecretAfterTheLockGoes()
    {
        const FakeClock clock;
        SecretClipboard clipboard(*QGuiApplication::clipboard(), clock);
        QGuiApplication::clipboard()->setText(u"token-7"_s); // copied a moment before, and looked at meanwhile
        clipboard.setLocked(true);
        QCOMPARE(onClipboard(), u"token-7"_s);
        clipboard.copy(Secret("token-7"_ba), u"Token"_s);
        QCOMPARE(onClipboard(), QString());
        // Nothing is put there while it is locked, and nobody else's text is taken away.
        QGuiApplication::clipboard()->setText(u"a shopping list"_s);
        clipboard.copy(Secret("token-8"_ba), u"Token"_s);
        QCOMPARE(onClipboard(), u"a shopping list"_s);
        clipboard.setLocked(false);
        clipboard.checkNow();
        QCOMPARE(onClipboard(), u"a shopping list"_s);
    }

    void aClockSetBackDoesNotProlongIt()
    {
        FakeClock clock;
        SecretClipboard clipboard(*QGuiApplication::clipboard(), clock);
        clipboard.copy(Secret("token-5"_ba), u"Token"_s);
        clock.advance(-3600s);
        clipboard.checkNow();
        QCOMPARE(onClipboard(), QString());
    }

    void somebodyElsesContentStays()
    {
        FakeClock clock;
        SecretClipboard clipboard(*QGuiApplication::clipboard(), clock);
        clipboard.copy(Secret("token-6"_ba), u"Token"_s);
        QGuiApplication::clipboard()->setText(u"a shopping list"_s);
        clipboard.checkNow();
        QCOMPARE(clipboard.remaining(), 0s); // the countdown is over with it
        clock.advance(31s);
        clipboard.checkNow();
        clipboard.clearNow();
        QCOMPARE(onClipboard(), u"a shopping list"_s);
    }

    void clearsAtItsEnd()
    {
        const FakeClock clock;
        {
            SecretClipboard clipboard(*QGuiApplication::clipboard(), clock);
            clipboard.copy(Secret("token-7"_ba), u"Token"_s);
            QCOMPARE(onClipboard(), u"token-7"_s);
        }
        QCOMPARE(onClipboard(), QString());
    }

    void clearsAtQuit()
    {
        const FakeClock clock;
        SecretClipboard clipboard(*QGuiApplication::clipboard(), clock);
        clipboard.copy(Secret("token-8"_ba), u"Token"_s);
        QTimer::singleShot(0, qApp, [] { QCoreApplication::quit(); });
        QCoreApplication::exec();
        QCOMPARE(onClipboard(), QString());
    }

    void aSecondCopyStartsAnew()
    {
        FakeClock clock;
        SecretClipboard clipboard(*QGuiApplication::clipboard(), clock);
        clipboard.copy(Secret("token-9"_ba), u"Token"_s);
        clock.advance(20s);
        clipboard.copy(Secret("token-10"_ba), u"Header line"_s);
        QCOMPARE(clipboard.remaining(), 30s);
        QCOMPARE(clipboard.what(), u"Header line"_s);
        QCOMPARE(onClipboard(), u"token-10"_s);
    }

    void anEmptySecretChangesNothing()
    {
        const FakeClock clock;
        SecretClipboard clipboard(*QGuiApplication::clipboard(), clock);
        QGuiApplication::clipboard()->setText(u"a note"_s);
        clipboard.copy(Secret(), u"Token"_s);
        QCOMPARE(onClipboard(), u"a note"_s);
        QCOMPARE(clipboard.remaining(), 0s);
    }

    void aSelectionDoesNotProlongWhatWasCopied()
    {
        if (!QGuiApplication::clipboard()->supportsSelection())
            QSKIP("this platform has no primary selection");
        FakeClock clock;
        SecretClipboard clipboard(*QGuiApplication::clipboard(), clock);
        clipboard.copy(Secret("token-11"_ba), u"Token"_s);
        for (int i = 0; i < 3; ++i) {
            clock.advance(9s);
            clipboard.select(Secret("part"_ba), u"Selected text"_s);
        }
        clock.advance(3s);
        clipboard.checkNow();
        QCOMPARE(onClipboard(), QString());
        QCOMPARE(QGuiApplication::clipboard()->text(QClipboard::Selection), QString());
    }

    void nothingIsTakenWhileLocked()
    {
        const FakeClock clock;
        SecretClipboard clipboard(*QGuiApplication::clipboard(), clock);
        clipboard.copy(Secret("token-12"_ba), u"Token"_s);
        clipboard.setLocked(true);
        QCOMPARE(onClipboard(), QString());
        clipboard.copy(Secret("token-13"_ba), u"Token"_s);
        QCOMPARE(onClipboard(), QString());
        clipboard.setLocked(false);
        clipboard.copy(Secret("token-14"_ba), u"Token"_s);
        QCOMPARE(onClipboard(), u"token-14"_s);
    }

    void primarySelectionIsClearedToo()
    {
        if (!QGuiApplication::clipboard()->supportsSelection())
            QSKIP("this platform has no primary selection");
        FakeClock clock;
        SecretClipboard clipboard(*QGuiApplication::clipboard(), clock);
        clipboard.select(Secret("part"_ba), u"Selected text"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(QClipboard::Selection), u"part"_s);
        QVERIFY(
            QGuiApplication::clipboard()->mimeData(QClipboard::Selection)->hasFormat(u"x-kde-passwordManagerHint"_s));
        clock.advance(31s);
        clipboard.checkNow();
        QCOMPARE(QGuiApplication::clipboard()->text(QClipboard::Selection), QString());
    }
};

ACX_WIDGET_TEST_MAIN(TestSecretClipboard)
#include "test_secret_clipboard.moc"
