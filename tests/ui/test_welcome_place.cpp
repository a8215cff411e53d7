// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/token_broker.h"
#include "tests/support/test_main.h"
#include "tests/ui/welcome_bench.h"
#include "ui/session.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>

using namespace Qt::StringLiterals;
using namespace acx;

/// The second step of the welcome screen: where the key belongs, and what a token service says to it.
class TestWelcomePlace final : public WelcomeBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void offersClientCredentials();
    void leavesClientCredentials_data();
    void leavesClientCredentials();
    void marksWrongEntries();
    void saysThatV5IsRetired();
    void tellsAFailedToken();
    void removesAClientThatWasTakenOut();
    void d4_offersThisSession();
    void asksBeforeSpendingASingleUseKey();
    void k9_waitsForWhatIsBeingStored_data();
    void k9_waitsForWhatIsBeingStored();

private:
    [[nodiscard]] QString writeClient()
    {
        return writeFile(u"credentials.json"_s,
                         R"({"cloud_id":"c","toolkit":{"endpoint":"https://platform-api.example.com/api",)"
                         R"("client_id":"the-id","client_secret":"the-secret"}})");
    }
    /// Up to the filled second step, with a key that the sandbox refuses.
    static void enterWrongKey(ScreenBench &bench, WelcomeScreen &screen)
    {
        bench.show(screen);
        screen.importText(u"wrong-key-abcdefghijklmnopqrstuvwxyz0123456789"_s);
        QTRY_VERIFY(isShown(screen, "profileName"));
        fillSandboxPlace(bench, screen);
    }
};

void TestWelcomePlace::offersClientCredentials()
{
    ScreenBench bench;
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    screen.importFile(writeClient());
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

void TestWelcomePlace::leavesClientCredentials_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("left") << QByteArray("dropClient");
    QTest::newRow("not answered") << QByteArray();
}

void TestWelcomePlace::leavesClientCredentials()
{
    QFETCH(const QByteArray, answer);
    ScreenBench bench;
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    screen.importFile(writeClient());
    QTRY_VERIFY(isShown(screen, "clientNotice"));
    if (!answer.isEmpty())
        click(screen, answer.constData());
    screen.importFile(writeKey(bench));
    QTRY_VERIFY(isShown(screen, "profileName"));
    QVERIFY(part<QRadioButton>(screen, "deployment-reserved")->isChecked());
    QVERIFY(part<QLineEdit>(screen, "clientId")->text().isEmpty());
    QVERIFY(part<QLineEdit>(screen, "clientSecret")->text().isEmpty());
}

void TestWelcomePlace::marksWrongEntries()
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

void TestWelcomePlace::saysThatV5IsRetired()
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

void TestWelcomePlace::tellsAFailedToken()
{
    ScreenBench bench;
    WelcomeScreen screen(bench.services());
    enterWrongKey(bench, screen);
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

void TestWelcomePlace::removesAClientThatWasTakenOut()
{
    ScreenBench bench;
    WelcomeScreen screen(bench.services());
    enterWrongKey(bench, screen);
    type(screen, "clientId", bench.sandbox().clientId);
    type(screen, "clientSecret", QString::fromUtf8(bench.sandbox().clientSecret.reveal()));
    click(screen, "placeContinue");
    QTRY_VERIFY(isShown(screen, "tokenNotice"));
    const QUuid id = bench.services().profiles.profiles().first().id;
    QVERIFY(waitFor(bench.services().profiles.clientSecret(id)));
    click(screen, "changePlace");
    type(screen, "clientId", QString());
    click(screen, "placeContinue");
    QTRY_VERIFY(isShown(screen, "tokenNotice"));
    QVERIFY(bench.services().profiles.find(id)->clientId.isEmpty());
    QVERIFY(!waitFor(bench.services().profiles.clientSecret(id)));
}

void TestWelcomePlace::d4_offersThisSession()
{
    QVERIFY(QDir(m_folder.path()).mkdir(u"config"_s));
    ScreenBench bench({false, m_folder.filePath(u"config/profiles.json"_s), {}});
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    screen.importText(QString::fromUtf8(bench.sandbox().apiKey.reveal()));
    QTRY_VERIFY(isShown(screen, "profileName"));
    fillSandboxPlace(bench, screen);
    // Nothing can be written into it, whoever runs this.
    QVERIFY(QDir(m_folder.filePath(u"config"_s)).removeRecursively());
    (void)writeFile(u"config"_s, "a file");
    click(screen, "placeContinue");
    QTRY_VERIFY(isShown(screen, "keychainNotice"));
    QVERIFY(textOf(screen, "keychainNoticeText").contains(u"For this session only"_s));
    QVERIFY(bench.services().profiles.profiles().isEmpty());
    click(screen, "sessionOnly");
    QTRY_VERIFY(isShown(screen, "copyFirstToken"));
    QVERIFY(bench.services().profiles.profiles().first().sessionOnly);
    QVERIFY(bench.messages().isEmpty());
}

void TestWelcomePlace::asksBeforeSpendingASingleUseKey()
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
    // Whoever merely asks for the token is turned down, and the question stands.
    QVERIFY(!waitFor(bench.services().broker.token(need)));
    QVERIFY(isShown(screen, "onceNotice"));
    QVERIFY(!isShown(screen, "copyFirstToken"));
    click(screen, "spendKey");
    QTRY_VERIFY(isShown(screen, "copyFirstToken"));
    QStringList told;
    for (const QLabel *label : screen.findChildren<QLabel *>())
        told << label->text();
    QVERIFY(told.join(u'\n').contains(u"cannot be renewed: its key"_s));
    QVERIFY(!told.join(u'\n').contains(u"renews itself"_s));
    // Once it is forgotten, another one cannot be had; the focus goes to what can be done next, whatever is hidden.
    part<QWidget>(screen, "copyFirstToken")->setFocus();
    bench.services().broker.forgetAll();
    QVERIFY(isShown(screen, "copyFirstToken"));
    QCOMPARE(QApplication::focusWidget(), part<QWidget>(screen, "copyFirstToken"));
    click(screen, "copyFirstToken");
    QTRY_VERIFY(isShown(screen, "tokenNotice"));
    QCOMPARE(QApplication::focusWidget(), part<QWidget>(screen, "tokenRetry"));
    for (const QLabel *label : screen.findChildren<QLabel *>())
        QVERIFY(!label->isVisibleTo(&screen) || !label->text().contains(u"nothing has to be entered again"_s));
}

void TestWelcomePlace::k9_waitsForWhatIsBeingStored_data()
{
    QTest::addColumn<QStringList>("clicks");
    QTest::addColumn<QString>("name"); ///< entered before the last click
    QTest::addColumn<int>("stored");
    const auto stop = u"placeStop"_s;
    const auto go = u"placeContinue"_s;
    QTest::newRow("K9 stopped") << QStringList{go, stop} << QString() << 0;
    QTest::newRow("K9 stopped and continued") << QStringList{go, stop, go} << QString() << 1;
    QTest::newRow("K9 continued with another name") << QStringList{go, stop, go} << u"Other"_s << 1;
    QTest::newRow("K9 stopped again") << QStringList{go, stop, go, stop} << QString() << 0;
    QTest::newRow("K9 continued twice") << QStringList{go, stop, go, stop, go} << QString() << 1;
}

void TestWelcomePlace::k9_waitsForWhatIsBeingStored()
{
    QFETCH(const QStringList, clicks);
    QFETCH(const QString, name);
    QFETCH(const int, stored);
    ScreenBench bench;
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    screen.importText(QString::fromUtf8(bench.sandbox().apiKey.reveal()));
    QTRY_VERIFY(isShown(screen, "profileName"));
    fillSandboxPlace(bench, screen);
    type(screen, "profileName", u"First"_s);
    QSignalSpy removed(&bench.services().profiles, &ProfileService::profileRemovedHere);
    for (qsizetype i = 0; i < clicks.size(); ++i) {
        if (!name.isEmpty() && i + 1 == clicks.size())
            type(screen, "profileName", name);
        click(screen, clicks[i].toLatin1().constData()); // before anything can be answered
    }
    if (stored > 0)
        QTRY_VERIFY(isShown(screen, "copyFirstToken"));
    else
        QTRY_COMPARE(removed.size(), 1); // it is stored first
    QCOMPARE(bench.services().profiles.profiles().size(), stored);
    if (stored > 0)
        QCOMPARE(bench.services().profiles.profiles().first().name, name.isEmpty() ? u"First"_s : name);
    QVERIFY(bench.messages().isEmpty());
    QCOMPARE(isShown(screen, "profileName"), stored == 0);
}

ACX_WIDGET_TEST_MAIN(TestWelcomePlace)
#include "test_welcome_place.moc"
