// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "ui/theme/theme.h"
#include "ui/tokens/secret_text_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/message_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace acx;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(acx::Secret)

class TestSharedWidgets : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanupTestCase() { m_theme.reset(); }
    void init()
    {
        // The off-screen platform says so of sizes, menus and the order of windows.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        QGuiApplication::clipboard()->clear();
    }

    void aSwitchHasRoomForItsText_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"In words", "Everything", "JSON", "i", "Zeilen umbrechen"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void aSwitchHasRoomForItsText()
    {
        QFETCH(QString, text);
        const auto inkWidth = [](QWidget &widget) {
            const QImage image = widget.grab().toImage();
            const QRgb paper = image.pixel(image.width() / 2, 4);
            int first = image.width();
            int last = 0;
            for (int y = 4; y < image.height() - 4; ++y) {
                for (int x = 4; x < image.width() - 4; ++x) {
                    if (image.pixel(x, y) != paper) {
                        first = std::min(first, x);
                        last = std::max(last, x);
                    }
                }
            }
            return last - first + 1;
        };
        QWidget window;
        QPushButton *button = makeButton(text, ButtonKind::Switch, &window);
        button->setCheckable(true);
        button->setChecked(true); // bold
        window.show();
        button->resize(button->sizeHint() + QSize(100, 0));
        const int whole = inkWidth(*button);
        button->resize(button->minimumSizeHint());
        QCOMPARE(inkWidth(*button), whole);
    }

    void messageShowsCauseNextStepAndDetails()
    {
        MessageBar bar(*m_theme);
        Error error;
        error.kind = ErrorKind::ServiceRefused;
        error.sentence = u"IAM does not know this API key."_s;
        error.nextStep = u"Replace the key."_s;
        error.serviceCode = u"BXNIM0415E"_s;
        error.httpStatus = 400;
        bar.showMessage(Message::fromError(error));
        QVERIFY(bar.isVisible());
        QCOMPARE(bar.property("kind").toString(), u"error"_s);
        QCOMPARE(bar.findChild<QLabel *>(u"messageText"_s)->text(), error.sentence);
        QCOMPARE(bar.findChild<QLabel *>(u"messageNextStep"_s)->text(), error.nextStep);
        QVERIFY(bar.accessibleName().contains(error.sentence));
        auto *details = bar.findChild<QPlainTextEdit *>(u"messageDetails"_s);
        QVERIFY(!details->isVisible());
        QTest::mouseClick(bar.findChild<QPushButton *>(u"messageToggle"_s), Qt::LeftButton);
        QVERIFY(details->isVisible());
        QVERIFY(details->toPlainText().contains(u"BXNIM0415E"_s));
        QTest::mouseClick(bar.findChild<QToolButton *>(u"messageClose"_s), Qt::LeftButton);
        QVERIFY(!bar.isVisible());
    }

    void messageActionMayShowAnotherMessage()
    {
        MessageBar bar(*m_theme);
        Message first;
        first.text = u"first"_s;
        first.actionText = u"Go on"_s;
        first.action = [&bar] {
            Message second;
            second.text = u"second"_s;
            bar.showMessage(second);
        };
        bar.showMessage(first);
        QTest::mouseClick(bar.findChild<QPushButton *>(u"messageAction"_s), Qt::LeftButton);
        QVERIFY(bar.isVisible());
        QCOMPARE(bar.findChild<QLabel *>(u"messageText"_s)->text(), u"second"_s);
        QVERIFY(!bar.findChild<QPushButton *>(u"messageAction"_s)->isVisible());
    }

    void messagesAreNeverRichText()
    {
        MessageBar bar(*m_theme);
        Message message;
        message.text = u"<img src='http://127.0.0.1/x'>"_s;
        bar.showMessage(message);
        QCOMPARE(bar.findChild<QLabel *>(u"messageText"_s)->textFormat(), Qt::PlainText);
    }

    void elidedLabelTellsItsWholeText()
    {
        ElidedLabel label;
        label.resize(60, 20);
        label.setFullText(u"a text that is much longer than sixty pixels"_s);
        QCOMPARE(label.accessibleName(), label.fullText());
        label.grab();
        QCOMPARE(label.toolTip(), label.fullText());
        label.resize(600, 20);
        label.grab();
        QVERIFY(label.toolTip().isEmpty());
    }

    void iconButtonHasAName()
    {
        const std::unique_ptr<QToolButton> button(makeIconButton(*m_theme, u"close"_s, u"Close"_s));
        QCOMPARE(button->accessibleName(), u"Close"_s);
        QCOMPARE(button->toolTip(), u"Close"_s);
    }

    void maskedTextGivesNothing()
    {
        SecretTextView view(*m_theme);
        view.resize(300, 120);
        view.setSecret(Secret(QByteArray(400, 'x')));
        view.show();
        QSignalSpy copied(&view, &SecretTextView::copyWanted);
        QSignalSpy selected(&view, &SecretTextView::selected);
        QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, QPoint(20, 20));
        QTest::mouseMove(view.viewport(), QPoint(200, 60));
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, QPoint(200, 60));
        QContextMenuEvent menu(QContextMenuEvent::Mouse, QPoint(20, 20), view.mapToGlobal(QPoint(20, 20)));
        QCoreApplication::sendEvent(&view, &menu);
        QVERIFY(view.findChild<QWidget *>(u"secretMenu"_s) == nullptr);
        QCOMPARE(copied.size(), 0);
        QCOMPARE(selected.size(), 0);
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    }

    void maskedPictureTellsNothingOfTheText()
    {
        SecretTextView one(*m_theme);
        SecretTextView other(*m_theme);
        for (SecretTextView *view : {&one, &other})
            view->resize(300, 120);
        one.setSecret(Secret("eyJhbGciOiJSUzI1NiJ9"_ba));
        other.setSecret(Secret("eyJhbGciOiJFUzM4NCJ9"_ba));
        QCOMPARE(one.grab().toImage(), other.grab().toImage());
        one.setRevealed(true);
        other.setRevealed(true);
        QVERIFY(one.grab().toImage() != other.grab().toImage());
    }

    void revealedTextIsCopiedAsASecret()
    {
        SecretTextView view(*m_theme);
        view.resize(300, 120);
        const Secret secret("abcdefghijklmnopqrstuvwxyz"_ba);
        view.setSecret(secret);
        view.show();
        view.setRevealed(true);
        QList<Secret> copied;
        connect(&view, &SecretTextView::copyWanted, this, [&](const Secret &part) { copied += part; });
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(copied.size(), 1);
        QVERIFY(copied.constFirst() == secret);
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty()); // only through whoever listens
    }

    void selectionByMouseIsHandedOut()
    {
        SecretTextView view(*m_theme);
        view.resize(600, 120);
        view.setSecret(Secret("abcdefghijklmnopqrstuvwxyz"_ba));
        view.show();
        view.setRevealed(true);
        QList<Secret> parts;
        connect(&view, &SecretTextView::selected, this, [&](const Secret &part) { parts += part; });
        const double cell = QFontMetricsF(m_theme->font(FontRole::Mono)).horizontalAdvance(u'm');
        const auto at = [cell](int character) { return QPoint(12 + qRound(character * cell), 20); };
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, at(2));
        QMouseEvent move(QEvent::MouseMove, at(5), view.viewport()->mapToGlobal(at(5)), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(view.viewport(), &move);
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, at(5));
        QCOMPARE(parts.size(), 1);
        QVERIFY(parts.constFirst() == Secret("cde"_ba));
        QVERIFY(!view.viewport()->grab().isNull());
    }

    void revealingEndsByItself()
    {
        SecretTextView view(*m_theme);
        view.setSecret(Secret("abc"_ba));
        view.setRevealTime(10ms);
        QSignalSpy changed(&view, &SecretTextView::revealedChanged);
        view.setRevealed(true);
        QVERIFY(view.isRevealed());
        QTRY_VERIFY(!view.isRevealed());
        QCOMPARE(changed.size(), 2);
    }

    void leavingTheScreenAndAnotherSecretHide()
    {
        SecretTextView view(*m_theme);
        view.setSecret(Secret("abc"_ba));
        view.show();
        view.setRevealed(true);
        view.hide();
        QVERIFY(!view.isRevealed());
        view.show();
        view.setRevealed(true);
        view.setSecret(Secret("abd"_ba));
        QVERIFY(!view.isRevealed());
        view.setSecret({});
        view.setRevealed(true);
        QVERIFY(!view.isRevealed());
    }

    void nothingOfTheTextIsInItsAccessibleName()
    {
        SecretTextView view(*m_theme);
        view.setSecret(Secret("canary-canary"_ba));
        view.show();
        view.setRevealed(true);
        QVERIFY(!view.accessibleName().contains(u"canary"_s));
        QVERIFY(!view.accessibleDescription().contains(u"canary"_s));
    }
};

ACX_WIDGET_TEST_MAIN(TestSharedWidgets)
#include "test_shared_widgets.moc"
