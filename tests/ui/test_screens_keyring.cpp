// SPDX-License-Identifier: GPL-3.0-or-later
// The screens over a real gnome-keyring: imported through the window, locked, stopped.
#include "app/base/app_info.h"
#include "tests/support/keyring.h"
#include "tests/support/searched_folder.h"
#include "tests/support/test_main.h"
#include "tests/ui/catalog_bench.h"
#include "tests/ui/screen_bench.h"
#include "ui/profiles/profiles_screen.h"
#include "ui/welcome/welcome_screen.h"

#include <QApplication>
#include <QDirIterator>
#include <QRadioButton>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

/// As the keyring names it: with the application's prefix.
QString keyringEntry(const Profile &profile)
{
    return QLatin1StringView(applicationId) + u'/' + apiKeyEntry(profile.id);
}

} // namespace

class TestScreensKeyring final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void putsTheKeyIntoTheKeyringAndIntoNoFile();
    void offersThisSessionWhenLocked();
    void offersThisSessionForADefinitionsClient();
    void changesThePlaceOfAStoredKey();
    void keepsTheProfileThatCouldNotBeRemoved();
    void staysAliveWhenTheKeyringHangs();

private:
    [[nodiscard]] CompositionOptions freshFiles();
    void fillPlace(ScreenBench &bench, const QWidget &screen);
    Keyring m_keyring;
    int m_count = 0;
    SearchedFolder m_folder;
};

void TestScreensKeyring::init()
{
    failOnAnyWarning();
    QVERIFY(Keyring::isPrivate());
}

void TestScreensKeyring::cleanup()
{
    m_keyring.resume();
    m_keyring.unlock();
}

CompositionOptions TestScreensKeyring::freshFiles()
{
    const QString folder = qEnvironmentVariable("HOME") + u"/files%1"_s.arg(++m_count);
    return {true, folder + "/profiles.json"_L1, folder + "/settings.ini"_L1};
}

void TestScreensKeyring::fillPlace(ScreenBench &bench, const QWidget &screen)
{
    QTRY_VERIFY(isShown(screen, "profileName"));
    part<QRadioButton>(screen, "deployment-custom")->setChecked(true);
    type(screen, "apiHost", bench.sandbox().endpoints.api.toString());
    type(screen, "iamUrl", bench.sandbox().endpoints.iam.toString());
    type(screen, "loginUrl", bench.sandbox().endpoints.login.toString());
}

void TestScreensKeyring::putsTheKeyIntoTheKeyringAndIntoNoFile()
{
    ScreenBench bench(freshFiles());
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    const QByteArray key = bench.sandbox().apiKey.reveal();
    QFile file(m_folder.filePath(u"apikey.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"name\":\"ci-pipeline\",\"apikey\":\"" + key + "\"}");
    file.close();
    screen.importFile(file.fileName());
    fillPlace(bench, screen);
    QTRY_VERIFY(textOf(screen, "keychainState").contains(u"ready"_s));
    click(screen, "placeContinue");
    QTRY_VERIFY(isShown(screen, "copyFirstToken"));
    QVERIFY(isShown(screen, "fileNotice"));
    QVERIFY(textOf(screen, "fileNoticeText").contains(u"cannot show the key again"_s));
    QVERIFY(file.exists());
    click(screen, "deleteFile");
    QTRY_VERIFY(!isShown(screen, "fileNotice"));
    QVERIFY(!file.exists());

    const Profile profile = bench.services().profiles.profiles().constFirst();
    QCOMPARE(m_keyring.secretOf(keyringEntry(profile)), key);
    int files = 0;
    QDirIterator all(qEnvironmentVariable("HOME"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile each(all.next());
        QVERIFY(each.open(QIODevice::ReadOnly));
        QVERIFY2(!each.readAll().contains(key), qPrintable(each.fileName()));
        ++files;
    }
    QVERIFY(files > 0);
    QVERIFY(waitFor(bench.services().profiles.remove(profile.id)));
}

void TestScreensKeyring::offersThisSessionWhenLocked()
{
    ScreenBench bench(freshFiles());
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    QVERIFY(m_keyring.lock());
    screen.importText(QString::fromUtf8(bench.sandbox().apiKey.reveal()));
    fillPlace(bench, screen);
    QTRY_VERIFY(textOf(screen, "keychainState").contains(u"locked"_s));
    click(screen, "placeContinue");
    QTRY_VERIFY_WITH_TIMEOUT(isShown(screen, "keychainNotice"), 20'000);
    QVERIFY(bench.services().profiles.profiles().isEmpty());
    click(screen, "sessionOnly");
    QTRY_VERIFY(isShown(screen, "copyFirstToken"));
    const Profile profile = bench.services().profiles.profiles().constFirst();
    QVERIFY(profile.sessionOnly);
    QVERIFY(m_keyring.unlock());
    QCOMPARE(m_keyring.countItems(keyringEntry(profile)), 0);
}

void TestScreensKeyring::offersThisSessionForADefinitionsClient()
{
    ScreenBench bench(freshFiles());
    Shown shown(bench);
    QGuiApplication::clipboard()->setText(QString::fromUtf8(definition("Things", "/a", securedWithClient())));
    trigger(shown.panel, "openClipboard");
    QTRY_VERIFY(isShown(shown.panel, "catalogHint"));
    click(shown.panel, "catalogHintOpen");
    const QString id = bench.services().definitions.list().first().id;
    const auto keep = [&shown] {
        type(shown.panel, "definitionClientId", u"client-1"_s);
        type(shown.panel, "definitionSecret", u"canary-client-secret"_s);
        click(shown.panel, "definitionSave");
    };
    QVERIFY(m_keyring.lock());
    keep();
    QTRY_VERIFY_WITH_TIMEOUT(isShown(shown.panel, "definitionKeychain"), 20'000);
    QVERIFY(textOf(shown.panel, "definitionKeychainText").contains(u"For this session only"_s));
    QVERIFY(!bench.services().definitions.isForSession(id, ClientPart::Secret));
    QCOMPARE(part<QAbstractButton>(shown.panel, "keychainRetry")->text(), u"Unlock and try again"_s);
    // The panel is narrow: everything stands within it.
    for (const char *name : {"keychainRetry", "sessionOnly"}) {
        const QWidget *button = part<QWidget>(shown.panel, name);
        QVERIFY2(button->mapTo(&shown.panel, QPoint(button->width(), 0)).x() <= shown.panel.width(), name);
    }
    click(shown.panel, "sessionOnly");
    QVERIFY(!isShown(shown.panel, "definitionKeychain"));
    auto *secret = part<QLineEdit>(shown.panel, "definitionSecret");
    QVERIFY(secret->text().isEmpty());
    QCOMPARE(secret->placeholderText(), u"this session only"_s);
    const Result<DefinitionHeaders> headers = waitFor(bench.services().definitions.headersFor(id));
    QVERIFY(headers);
    QCOMPARE(headers->headers, (HttpHeaders{{"X-Id"_ba, "client-1"_ba}}));
    QCOMPARE(headers->secretHeaders.value(0).second, Secret("canary-client-secret"));

    // With an open keyring the same question ends in the keyring.
    QVERIFY(m_keyring.unlock());
    const int before = m_keyring.countItems();
    keep();
    QTRY_COMPARE(textOf(shown.panel, "definitionNoticeTitle"), u"Kept."_s);
    QVERIFY(!bench.services().definitions.isForSession(id, ClientPart::Secret));
    QCOMPARE(m_keyring.countItems(), before + 2);
    QCOMPARE(secret->placeholderText(), u"kept in the keychain"_s);

    // The client id in an open keyring is shown; of a locked one only that it is kept.
    const auto *clientId = part<QLineEdit>(shown.panel, "definitionClientId");
    const auto openCard = [&shown] {
        shown.tree.setCurrentIndex(shown.row(u"Things"_s));
        QTest::keyClick(&shown.tree, Qt::Key_Return);
        QVERIFY(isShown(shown.panel, "definitionCard"));
    };
    click(shown.panel, "definitionBack");
    openCard();
    QTRY_COMPARE(clientId->text(), u"client-1"_s);
    QVERIFY(!clientId->isModified());
    click(shown.panel, "definitionBack");
    QVERIFY(m_keyring.lock());
    openCard();
    QCOMPARE(clientId->placeholderText(), u"kept in the keychain"_s);
    QCOMPARE(waitFor(bench.services().keychain.status())->state, StoreState::Locked);
    QVERIFY(clientId->text().isEmpty());
}

void TestScreensKeyring::changesThePlaceOfAStoredKey()
{
    ScreenBench bench(freshFiles());
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    QFile file(m_folder.filePath(u"wrong.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"name":"wrong","apikey":"wrong-key-abcdefghijklmnopqrstuvwxyz0123456789"})");
    file.close();
    screen.importFile(file.fileName());
    fillPlace(bench, screen);
    click(screen, "placeContinue");
    QTRY_VERIFY(isShown(screen, "tokenNotice"));
    QVERIFY(isShown(screen, "fileNotice"));
    click(screen, "changePlace");
    type(screen, "platformUrl", bench.sandbox().endpoints.platform.toString());
    type(screen, "clientId", u"client-1"_s);
    type(screen, "clientSecret", u"canary-client-secret"_s);
    QVERIFY(m_keyring.lock());
    click(screen, "placeContinue");
    QTRY_VERIFY_WITH_TIMEOUT(isShown(screen, "keychainNotice"), 20'000);
    // The key is in the keyring: there is no way to have it for this session only.
    QVERIFY(!isShown(screen, "sessionOnly"));
    QVERIFY(!textOf(screen, "keychainNoticeText").contains(u"For this session only"_s));
    QVERIFY(m_keyring.unlock());
    click(screen, "keychainRetry");
    QTRY_VERIFY(isShown(screen, "tokenNotice"));
    const Profile profile = bench.services().profiles.profiles().constFirst();
    QCOMPARE(waitFor(bench.services().profiles.clientSecret(profile.id)), Secret("canary-client-secret"));
    // What becomes of the file is asked until it is answered.
    QVERIFY(isShown(screen, "fileNotice"));
    click(screen, "keepFile");
    click(screen, "changePlace");
    click(screen, "placeContinue");
    QTRY_VERIFY(isShown(screen, "tokenNotice"));
    QVERIFY(!isShown(screen, "fileNotice"));
    QVERIFY(waitFor(bench.services().profiles.remove(profile.id)));
}

void TestScreensKeyring::keepsTheProfileThatCouldNotBeRemoved()
{
    ScreenBench bench(freshFiles());
    const Profile profile = bench.addProfile(u"Acme"_s);
    ProfilesScreen screen(bench.services());
    bench.show(screen);
    QVERIFY(m_keyring.lock());
    click(screen, "removeProfile");
    type(screen, "removeName", u"Acme"_s);
    click(screen, "removeConfirm");
    QTRY_VERIFY_WITH_TIMEOUT(isShown(screen, "removeFailure"), 20'000);
    QVERIFY(textOf(screen, "removeFailureTitle").contains(u"locked"_s));
    QVERIFY(!isShown(screen, "removeAnyway"));
    QVERIFY(bench.services().profiles.find(profile.id));
    QVERIFY(m_keyring.unlock());
    QCOMPARE(m_keyring.countItems(keyringEntry(profile)), 1);
    click(screen, "removeRetry");
    QTRY_VERIFY(bench.services().profiles.profiles().isEmpty());
    QCOMPARE(m_keyring.countItems(keyringEntry(profile)), 0);
}

void TestScreensKeyring::staysAliveWhenTheKeyringHangs()
{
    ScreenBench bench(freshFiles());
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    screen.importText(QString::fromUtf8(bench.sandbox().apiKey.reveal()));
    fillPlace(bench, screen);
    QTRY_VERIFY(textOf(screen, "keychainState").contains(u"ready"_s));
    QVERIFY(m_keyring.stop());
    int ticks = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, &timer, [&ticks] { ++ticks; });
    timer.start(20);
    click(screen, "placeContinue");
    QVERIFY(isShown(screen, "placeStop"));
    QTRY_VERIFY(ticks > 20);
    QTRY_VERIFY_WITH_TIMEOUT(isShown(screen, "keychainNotice"), 60'000);
    QVERIFY(bench.services().profiles.profiles().isEmpty());
    QVERIFY(m_keyring.resume());
}

ACX_WIDGET_TEST_MAIN(TestScreensKeyring)
#include "test_screens_keyring.moc"
