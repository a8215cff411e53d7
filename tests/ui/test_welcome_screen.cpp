// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/secret_store.h"
#include "tests/support/test_main.h"
#include "tests/ui/screen_bench.h"
#include "ui/file_chooser.h"
#include "ui/session.h"
#include "ui/welcome/welcome_screen.h"
#include "ui/widgets/secret_clipboard.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

class TestWelcomeScreen final : public QObject
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
    void offersClientCredentials();
    void warnsAboutTheFile();
    void recognisesTheSameKey();
    void marksWrongEntries();
    void saysThatV5IsRetired();
    void tellsAFailedToken();
    void asksBeforeSpendingASingleUseKey();
    void opensIbmCloud();
    void goesBackToTheProfiles();
    void triesTheSandbox();

private:
    [[nodiscard]] QString writeFile(const QString &name, const QByteArray &bytes);
    [[nodiscard]] QString writeKey(ScreenBench &bench);
    void fillSandboxPlace(ScreenBench &bench, const QWidget &screen);

    QTemporaryDir m_folder;
    QUrl m_opened;
};

void TestWelcomeScreen::init()
{
    failOnAnyWarning();
    m_opened = {};
}

QString TestWelcomeScreen::writeFile(const QString &name, const QByteArray &bytes)
{
    const QString path = m_folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("The file could not be written.");
    return path;
}

QString TestWelcomeScreen::writeKey(ScreenBench &bench)
{
    return writeFile(u"apikey.json"_s,
                     R"({"name":"ci-pipeline","description":"","createdAt":"2026-09-14T08:00+0000","apikey":")" +
                         bench.sandbox().apiKey.reveal() + R"("})");
}

void TestWelcomeScreen::fillSandboxPlace(ScreenBench &bench, const QWidget &screen)
{
    const Endpoints &urls = bench.sandbox().endpoints;
    part<QRadioButton>(screen, "deployment-custom")->setChecked(true);
    type(screen, "apiHost", urls.api.toString());
    type(screen, "loginUrl", urls.login.toString());
    type(screen, "iamUrl", urls.iam.toString());
    type(screen, "platformUrl", urls.platform.toString());
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
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"Bearer ey"_s));
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

void TestWelcomeScreen::offersClientCredentials()
{
    ScreenBench bench;
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    screen.importFile(writeFile(u"credentials.json"_s, R"({"cloud_id":"c","toolkit":{"endpoint":)"
                                                       R"("https://platform-api.example.com/api","client_id":"the-id",)"
                                                       R"("client_secret":"the-secret"}})"));
    QTRY_VERIFY(isShown(screen, "clientNotice"));
    click(screen, "keepClient");
    QVERIFY(!isShown(screen, "clientNotice"));
    screen.importFile(writeKey(bench));
    QTRY_VERIFY(isShown(screen, "profileName"));
    QVERIFY(part<QRadioButton>(screen, "deployment-saas")->isChecked());
    QCOMPARE(part<QLineEdit>(screen, "clientId")->text(), u"the-id"_s);
    QCOMPARE(part<QLineEdit>(screen, "clientSecret")->text(), u"the-secret"_s);
    QCOMPARE(part<QLineEdit>(screen, "clientSecret")->echoMode(), QLineEdit::Password);
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

void TestWelcomeScreen::marksWrongEntries()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    screen.importFile(writeKey(bench));
    QTRY_VERIFY(isShown(screen, "profileName"));
    part<QRadioButton>(screen, "deployment-reserved")->setChecked(true);
    type(screen, "profileName", u"acme"_s);
    type(screen, "apiHost", u"http://api.example.com"_s);
    click(screen, "placeContinue");
    QVERIFY(part<QLineEdit>(screen, "profileName")->property("wrong").toBool());
    QVERIFY(!part<QLineEdit>(screen, "profileName")->accessibleDescription().isEmpty());
    QVERIFY(part<QLineEdit>(screen, "apiHost")->property("wrong").toBool());
    QVERIFY(part<QLineEdit>(screen, "profileName")->hasFocus());
    type(screen, "profileName", u"Other"_s);
    type(screen, "apiHost", QString());
    click(screen, "placeContinue");
    QVERIFY(!part<QLineEdit>(screen, "profileName")->property("wrong").toBool());
    QVERIFY(part<QLineEdit>(screen, "apiHost")->property("wrong").toBool());
    QCOMPARE(bench.services().profiles.profiles().size(), 1);
}

void TestWelcomeScreen::saysThatV5IsRetired()
{
    ScreenBench bench;
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    screen.importText(u"abcdefghijklmnopqrstuvwxyz0123456789abcdefgh"_s);
    QTRY_VERIFY(isShown(screen, "profileName"));
    QVERIFY(!isShown(screen, "retiredNotice"));
    part<QRadioButton>(screen, "deployment-v5")->setChecked(true);
    QVERIFY(isShown(screen, "retiredNotice"));
    QVERIFY(textOf(screen, "retiredNoticeTitle").contains(u"2023"_s));
    // Five regions under both host schemes.
    QCOMPARE(part<QComboBox>(screen, "region")->count(), 10);
    part<QComboBox>(screen, "region")->setCurrentIndex(0);
    part<QRadioButton>(screen, "deployment-reserved")->setChecked(true);
    QVERIFY(!isShown(screen, "retiredNotice"));
}

void TestWelcomeScreen::tellsAFailedToken()
{
    ScreenBench bench;
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    screen.importText(u"wrong-key-abcdefghijklmnopqrstuvwxyz0123456789"_s);
    QTRY_VERIFY(isShown(screen, "profileName"));
    fillSandboxPlace(bench, screen);
    click(screen, "placeContinue");
    QTRY_VERIFY(isShown(screen, "tokenNotice"));
    QVERIFY(!isShown(screen, "copyFirstToken"));
    QVERIFY(!textOf(screen, "tokenNoticeTitle").contains(u"wrong-key"_s));
    QVERIFY(!textOf(screen, "tokenNoticeDetailsText").contains(u"wrong-key"_s));
    click(screen, "changePlace");
    QVERIFY(isShown(screen, "profileName"));
    type(screen, "profileName", u"Renamed"_s);
    click(screen, "placeContinue");
    QTRY_VERIFY(isShown(screen, "tokenNotice"));
    QCOMPARE(bench.services().profiles.profiles().size(), 1);
    QCOMPARE(bench.services().profiles.profiles().first().name, u"Renamed"_s);
}

void TestWelcomeScreen::asksBeforeSpendingASingleUseKey()
{
    ScreenBench bench;
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    screen.importText(QString::fromUtf8(bench.sandbox().platformApiKey.reveal()));
    QTRY_VERIFY(isShown(screen, "profileName"));
    part<QRadioButton>(screen, "deployment-saas")->setChecked(true);
    part<QComboBox>(screen, "region")->setCurrentIndex(0);
    type(screen, "clientId", bench.sandbox().clientId);
    type(screen, "clientSecret", QString::fromUtf8(bench.sandbox().clientSecret.reveal()));
    part<QCheckBox>(screen, "singleUse")->setChecked(true);
    click(screen, "otherUrls");
    type(screen, "platformUrl", bench.sandbox().endpoints.platform.toString());
    click(screen, "placeContinue");
    QTRY_VERIFY(isShown(screen, "onceNotice"));
    const TokenNeed need = bench.services().session.need(TokenKind::Platform);
    QVERIFY(!bench.services().broker.state(need).token);
    QVERIFY(!bench.services().broker.state(need).exchanging);
    click(screen, "spendKey");
    QTRY_VERIFY(isShown(screen, "copyFirstToken"));
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

ACX_WIDGET_TEST_MAIN(TestWelcomeScreen)
#include "test_welcome_screen.moc"
