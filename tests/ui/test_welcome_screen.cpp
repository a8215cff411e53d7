// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/secret_store.h"
#include "app/tokens/token_broker.h"
#include "tests/support/fake_clock.h"
#include "tests/support/test_main.h"
#include "tests/ui/welcome_bench.h"
#include "ui/file_chooser.h"
#include "ui/session.h"
#include "ui/widgets/secret_clipboard.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace acx;
using namespace std::chrono_literals;

class TestWelcomeScreen final : public WelcomeBench
{
    Q_OBJECT

public Q_SLOTS:
    void openUrl(const QUrl &url) { m_opened = url; }

private Q_SLOTS:
    void init();
    void startsWithTheKeyAndAsksNobody();
    void goesFromFileToToken();
    void keepsTheOnlyCopyOfAKey();
    void takesAPastedKey();
    void hidesAPastedKeyAgain();
    void explainsWhatIsNoKey_data();
    void explainsWhatIsNoKey();
    void asksAboutBracesAndQuotes();
    void warnsAboutTheFile();
    void recognisesTheSameKey();
    void opensIbmCloud();
    void goesBackToTheProfiles();
    void triesTheSandbox();
    void copiesTheAddedProfilesToken();
    void asksForTheAddedProfilesToken();
    void p4_forgetsTheTokenWithTheLock();
    void showsTheRenewedToken();

private:
    /// Goes from the key to the added profile's third step.
    void import(ScreenBench &bench, WelcomeScreen &screen, const QString &text);

    QUrl m_opened;
};

void TestWelcomeScreen::init()
{
    failOnAnyWarning();
    m_opened = {};
}

void TestWelcomeScreen::startsWithTheKeyAndAsksNobody()
{
    ScreenBench bench;
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    QVERIFY(isShown(screen, "chooseFile"));
    QVERIFY(isShown(screen, "trySandbox"));
    QVERIFY(!isShown(screen, "profileName"));
    QVERIFY(!isShown(screen, "keychainState"));
    QVERIFY(!isShown(screen, "welcomeBack"));
    QVERIFY(textOf(screen, "keychainText").contains(u"nowhere else"_s));
}

void TestWelcomeScreen::goesFromFileToToken()
{
    ScreenBench bench;
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    QSignalSpy done(&screen, &WelcomeScreen::done);
    bench.services().files.setNextAnswer(writeKey(bench));
    click(screen, "chooseFile");
    QTRY_VERIFY(isShown(screen, "profileName"));
    QCOMPARE(part<QLineEdit>(screen, "profileName")->text(), u"ci-pipeline"_s);
    QTRY_VERIFY(isShown(screen, "keychainState"));

    fillSandboxPlace(bench, screen);
    click(screen, "placeContinue");
    QTRY_VERIFY(isShown(screen, "copyFirstToken"));
    QCOMPARE(textOf(screen, "tokenState"), u"valid"_s);
    QVERIFY(textOf(screen, "tokenRemaining").contains(u"left"_s));
    const QList<Profile> profiles = bench.services().profiles.profiles();
    QCOMPARE(profiles.size(), 1);
    QCOMPARE(profiles.first().keyName, u"ci-pipeline"_s);
    QCOMPARE(bench.services().session.profile()->id, profiles.first().id);

    click(screen, "copyFirstToken");
    QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(u"Bearer ey"_s));
    bench.services().clipboard.clearNow();
    click(screen, "goToTokens");
    QCOMPARE(done.size(), 1);
    QVERIFY(isShown(screen, "chooseFile"));
    QVERIFY(bench.messages().isEmpty());
}

void TestWelcomeScreen::keepsTheOnlyCopyOfAKey()
{
    ScreenBench bench;
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    const QString path = writeKey(bench);
    screen.importFile(path);
    QTRY_VERIFY(isShown(screen, "profileName"));
    QVERIFY(!isShown(screen, "fileNotice"));
    fillSandboxPlace(bench, screen);
    click(screen, "placeContinue");
    QTRY_VERIFY(isShown(screen, "copyFirstToken"));
    QVERIFY(!isShown(screen, "fileNotice"));
    QVERIFY(QFile::exists(path));
}

void TestWelcomeScreen::takesAPastedKey()
{
    ScreenBench bench;
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    click(screen, "pasteKey");
    QVERIFY(!part<QAbstractButton>(screen, "usePastedKey")->isEnabled());
    // A whole file's text, line ends included.
    QGuiApplication::clipboard()->setText(
        u"{\n\"name\": \"pasted\",\n\"apikey\": \"%1\"\n}\n"_s.arg(QString::fromUtf8(bench.sandbox().apiKey.reveal())));
    part<QLineEdit>(screen, "pastedKey")->paste();
    QGuiApplication::clipboard()->clear();
    click(screen, "usePastedKey");
    QTRY_VERIFY(isShown(screen, "profileName"));
    QCOMPARE(part<QLineEdit>(screen, "profileName")->text(), u"pasted"_s);
    QVERIFY(part<QLineEdit>(screen, "pastedKey")->text().isEmpty());
    fillSandboxPlace(bench, screen);
    click(screen, "placeContinue");
    QTRY_VERIFY(isShown(screen, "copyFirstToken"));
    QVERIFY(!isShown(screen, "fileNotice"));
}

void TestWelcomeScreen::hidesAPastedKeyAgain()
{
    ScreenBench bench;
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    click(screen, "pasteKey");
    auto *line = part<QLineEdit>(screen, "pastedKey");
    QTest::keyClicks(line, u"canary-key-value"_s);
    QGuiApplication::clipboard()->setText(u"before"_s);
    QTest::keySequence(line, QKeySequence::SelectAll);
    QTest::keySequence(line, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    click(screen, "pastedKeyShow");
    QCOMPARE(line->echoMode(), QLineEdit::Normal);
    QTest::keySequence(line, QKeySequence::SelectAll);
    QTest::keySequence(line, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    click(screen, "cancelPaste");
    QVERIFY(line->text().isEmpty());
    click(screen, "pasteKey");
    QCOMPARE(line->echoMode(), QLineEdit::Password);
    line->undo();
    QVERIFY(line->text().isEmpty());
}

void TestWelcomeScreen::explainsWhatIsNoKey_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("key id") << QByteArray("ApiKey-01234567-89ab-cdef-0123-456789abcdef");
    QTest::newRow("broken JSON") << QByteArray("{\"name\": \"x\",\n \"apikey\": ");
    QTest::newRow("binary") << QByteArray("\x7f"
                                          "ELF\0\1\2\3",
                                          8);
}

void TestWelcomeScreen::explainsWhatIsNoKey()
{
    QFETCH(const QByteArray, bytes);
    ScreenBench bench;
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    screen.importFile(writeFile(u"wrong.json"_s, bytes));
    QTRY_COMPARE(bench.messages().size(), 1);
    QCOMPARE(bench.messages().first().kind, MessageKind::Error);
    QVERIFY(!bench.messages().first().text.isEmpty());
    QVERIFY(!bench.messages().first().nextStep.isEmpty());
    QVERIFY(isShown(screen, "chooseFile"));
}

void TestWelcomeScreen::asksAboutBracesAndQuotes()
{
    ScreenBench bench;
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    screen.importFile(
        writeFile(u"quoted.json"_s, R"({"name":"q","apikey":"\"abcdefghijklmnopqrstuvwxyz0123456789\""})"));
    QTRY_VERIFY(isShown(screen, "stopNotice"));
    QVERIFY(textOf(screen, "stopNoticeTitle").contains(u'"') || textOf(screen, "stopNoticeText").contains(u'"'));
    QVERIFY(!isShown(screen, "profileName"));
    click(screen, "importAnyway");
    QTRY_VERIFY(isShown(screen, "profileName"));
}

void TestWelcomeScreen::warnsAboutTheFile()
{
    ScreenBench bench;
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    const QString path = writeKey(bench);
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    screen.importFile(path);
    QTRY_VERIFY(isShown(screen, "keyFileNotice"));
    QVERIFY(!textOf(screen, "keyFileNoticeText").isEmpty());
}

void TestWelcomeScreen::recognisesTheSameKey()
{
    ScreenBench bench;
    const Profile first = bench.addProfile(u"Acme"_s);
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    screen.importFile(writeKey(bench));
    QTRY_VERIFY(isShown(screen, "sameKeyNotice"));
    QVERIFY(textOf(screen, "sameKeyNoticeTitle").contains(u"Acme"_s));
    click(screen, "importAgain");
    QVERIFY(!isShown(screen, "sameKeyNotice"));
    screen.importFile(writeKey(bench));
    QTRY_VERIFY(isShown(screen, "sameKeyNotice"));
    click(screen, "goToSameKey");
    QCOMPARE(bench.places(), QList<Place>{Place::Profiles});
    QCOMPARE(bench.services().session.profile()->id, first.id);
}

void TestWelcomeScreen::opensIbmCloud()
{
    ScreenBench bench;
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    QDesktopServices::setUrlHandler(u"https"_s, this, "openUrl");
    click(screen, "openApiKeysPage");
    QDesktopServices::unsetUrlHandler(u"https"_s);
    QCOMPARE(m_opened, QUrl(u"https://cloud.ibm.com/iam/apikeys"_s));
}

void TestWelcomeScreen::goesBackToTheProfiles()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    click(screen, "welcomeBack");
    QCOMPARE(bench.places(), QList<Place>{Place::Profiles});
}

void TestWelcomeScreen::triesTheSandbox()
{
    ScreenBench bench;
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    click(screen, "trySandbox");
    QTRY_VERIFY_WITH_TIMEOUT(isShown(screen, "copyFirstToken"), 30'000);
    QCOMPARE(textOf(screen, "welcomeTitle"), u"Start with your API key"_s);
    QVERIFY(!isShown(screen, "welcomeBack"));
    const QList<Profile> profiles = bench.services().profiles.profiles();
    QCOMPARE(profiles.size(), 1);
    QCOMPARE(profiles.first().deployment, DeploymentKind::Sandbox);
    QVERIFY(profiles.first().sessionOnly);

    // The sandbox still runs, so a second try finds its profile.
    click(screen, "goToTokens");
    click(screen, "trySandbox");
    QTRY_VERIFY_WITH_TIMEOUT(isShown(screen, "copyFirstToken"), 30'000);
    const QList<Profile> same = bench.services().profiles.profiles();
    QCOMPARE(same.size(), 1);
    QCOMPARE(same.first().id, profiles.first().id);
    QVERIFY(bench.messages().isEmpty());
}

void TestWelcomeScreen::import(ScreenBench &bench, WelcomeScreen &screen, const QString &text)
{
    screen.importText(text);
    QTRY_VERIFY(isShown(screen, "profileName"));
    fillSandboxPlace(bench, screen);
    click(screen, "placeContinue");
    QTRY_VERIFY(isShown(screen, "copyFirstToken") || isShown(screen, "tokenNotice"));
}

void TestWelcomeScreen::copiesTheAddedProfilesToken()
{
    ScreenBench bench;
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    import(bench, screen, QString::fromUtf8(bench.sandbox().apiKey.reveal()));
    TokenBroker &broker = bench.services().broker;
    const std::optional<Token> added = broker.state(bench.services().session.need(TokenKind::Iam)).token;
    QVERIFY(added);
    // Another profile, which has a token as well, is chosen in the top bar.
    (void)bench.addProfile(u"Other"_s);
    const Result<Token> other = waitFor(broker.token(bench.services().session.need(TokenKind::Iam)));
    QVERIFY(other && !(other->value == added->value));
    click(screen, "copyFirstToken");
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"Bearer "_s + QString::fromUtf8(added->value.reveal()));
    bench.services().clipboard.clearNow();
}

void TestWelcomeScreen::asksForTheAddedProfilesToken()
{
    ScreenBench bench;
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    import(bench, screen, u"wrong-key-abcdefghijklmnopqrstuvwxyz0123456789"_s);
    QVERIFY(isShown(screen, "tokenNotice"));
    const TokenNeed added = bench.services().session.need(TokenKind::Iam);
    (void)bench.addProfile(u"Other"_s);
    const TokenNeed other = bench.services().session.need(TokenKind::Iam);
    QVERIFY(added != other);
    click(screen, "tokenRetry");
    QVERIFY(bench.services().broker.state(added).exchanging);
    QVERIFY(!bench.services().broker.state(other).exchanging);
    QTRY_VERIFY(isShown(screen, "tokenNotice"));
    QVERIFY(!bench.services().broker.state(other).token);
}

void TestWelcomeScreen::p4_forgetsTheTokenWithTheLock()
{
    ScreenBench bench;
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    import(bench, screen, QString::fromUtf8(bench.sandbox().apiKey.reveal()));
    QVERIFY(isShown(screen, "copyFirstToken"));
    QGuiApplication::clipboard()->setText(u"before"_s);
    bench.services().broker.setLocked(true);
    QCOMPARE(textOf(screen, "tokenState"), u"no token"_s);
    QVERIFY(textOf(screen, "tokenRemaining").isEmpty());
    bench.services().broker.setLocked(false);
    click(screen, "copyFirstToken");
    QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(u"Bearer ey"_s));
    QCOMPARE(textOf(screen, "tokenState"), u"valid"_s);
    bench.services().clipboard.clearNow();
}

void TestWelcomeScreen::showsTheRenewedToken()
{
    FakeClock clock;
    clock.set(QDateTime::currentDateTimeUtc());
    ScreenBench bench{{false, {}, {}, &clock}};
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    import(bench, screen, QString::fromUtf8(bench.sandbox().apiKey.reveal()));
    QVERIFY(isShown(screen, "copyFirstToken"));
    const TokenNeed need = bench.services().session.need(TokenKind::Iam);
    const std::optional<Token> first = bench.services().broker.state(need).token;
    // Over while nobody looked: what is copied then is another one.
    bench.services().broker.keepAlive({});
    clock.advance(2h);
    QTRY_COMPARE(textOf(screen, "tokenState"), u"expired"_s);
    QVERIFY(textOf(screen, "tokenRemaining").isEmpty());
    click(screen, "copyFirstToken");
    QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(u"Bearer ey"_s));
    QVERIFY(QGuiApplication::clipboard()->text() != u"Bearer "_s + QString::fromUtf8(first->value.reveal()));
    QTRY_COMPARE(textOf(screen, "tokenState"), u"valid"_s);
    QVERIFY(!textOf(screen, "tokenRemaining").isEmpty());
    bench.services().clipboard.clearNow();
}

ACX_WIDGET_TEST_MAIN(TestWelcomeScreen)
#include "test_welcome_screen.moc"
