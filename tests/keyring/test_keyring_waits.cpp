// SPDX-License-Identifier: GPL-3.0-or-later
// What a person sees and can do while the keychain's question for its password stays open, and what she is told of an
// answer that comes after she has stopped waiting. The keyring is played, because a real one cannot be answered here.
#include "app/credentials/secret_store.h"
#include "tests/credentials/stand_in_service.h"
#include "tests/credentials/ticker.h"
#include "tests/explorer/definition_texts.h"
#include "tests/keyring/keyring_bench.h"
#include "tests/support/test_main.h"
#include "tests/ui/explorer_bench.h"
#include "tests/ui/screen_bench.h"
#include "ui/lock/app_lock.h"
#include "ui/main_window.h"
#include "ui/profiles/profiles_screen.h"
#include "ui/tokens/token_copier.h"
#include "ui/tokens/tokens_screen.h"
#include "ui/welcome/welcome_screen.h"

#include <QAbstractButton>
#include <QApplication>
#include <QListWidget>
#include <QRadioButton>
#include <QTcpServer>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

constexpr int patience = 40'000; // milliseconds

/// What nobody can know before the answer.
const QStringList earlyWords{u"is removed"_s, u"was removed"_s, u"not removed"_s, u"is stored"_s,
                             u"was stored"_s, u"not saved"_s,   u"is kept"_s};

QByteArray newKey()
{
    return "another-key-of-44-characters-0123456789abcde"_ba;
}

bool isUsable(const QWidget &root, const char *name)
{
    return isShown(root, name) && part<QAbstractButton>(root, name)->isEnabled();
}

void startRemoval(const QWidget &screen)
{
    click(screen, "removeProfile");
    type(screen, "removeName", u"Acme"_s);
    click(screen, "removeConfirm");
}

void addWaits(const char *deed)
{
    QTest::addColumn<bool>("stops");
    QTest::addColumn<bool>("accepts");
    QTest::addRow("K4 %s", deed) << false << true;
    QTest::addRow("K9 %s", deed) << true << true;
    QTest::addRow("K9 %s, dismissed at last", deed) << true << false;
}

} // namespace

class TestKeyringWaits final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void import_data() { addWaits("import"); }
    void import();
    void use_data() { addWaits("use"); }
    void use();
    void remove_data() { addWaits("remove"); }
    void remove();
    void removeAskedForAgain_data();
    void removeAskedForAgain();
    void replace_data() { addWaits("replace"); }
    void replace();
    void send_data();
    void send();

private:
    [[nodiscard]] CompositionOptions files() const;
    /// The question is open, and the event loop turns meanwhile.
    [[nodiscard]] bool isAskedWhileAlive() const;
    /// All that was asked of a keychain that has stayed locked has come to its end.
    [[nodiscard]] static bool hasEndedLocked(ScreenBench &bench);
    [[nodiscard]] int newPrompts() const { return m_service->prompts() - m_before; }
    [[nodiscard]] qsizetype countKeys() const;
    void checkStopped(const QWidget &screen, const QByteArray &notice, const QString &sentence) const;

    std::unique_ptr<StandInService> m_service;
    int m_before = 0;
    int m_count = 0;
};

void TestKeyringWaits::initTestCase()
{
    // One for all: libsecret keeps its session with the service for the life of the process.
    m_service = std::make_unique<StandInService>();
    QVERIFY(m_service->start());
}

void TestKeyringWaits::init()
{
    failOnAnyWarning();
    ++m_count;
    m_before = m_service->prompts();
}

void TestKeyringWaits::cleanup()
{
    if (m_service->isPromptOpen())
        m_service->answerPrompt(false);
    m_service->setLocked(false);
}

CompositionOptions TestKeyringWaits::files() const
{
    const QString folder = qEnvironmentVariable("HOME") + u"/files%1"_s.arg(m_count);
    return {true, folder + "/profiles.json"_L1, folder + "/settings.ini"_L1};
}

bool TestKeyringWaits::isAskedWhileAlive() const
{
    const Ticker ticker;
    return QTest::qWaitFor([this] { return m_service->isPromptOpen(); }, patience) &&
           QTest::qWaitFor([&ticker, until = ticker.ticks() + 20] { return ticker.ticks() > until; }, patience) &&
           newPrompts() == 1;
}

bool TestKeyringWaits::hasEndedLocked(ScreenBench &bench)
{
    // Calls are carried out one after the other, and after a question that was turned down a read asks none.
    const Result<Secret> last = waitFor(bench.services().keychain.read(u"profile/none/api-key"_s));
    return !last && last.error().kind == ErrorKind::KeychainLocked;
}

qsizetype TestKeyringWaits::countKeys() const
{
    const QStringList entries = m_service->items().keys();
    return std::count_if(entries.cbegin(), entries.cend(),
                         [](const QString &entry) { return entry.endsWith("/api-key"_L1); });
}

void TestKeyringWaits::checkStopped(const QWidget &screen, const QByteArray &notice, const QString &sentence) const
{
    QVERIFY(isShown(screen, notice.constData()));
    const QString words = textOf(screen, QByteArray(notice + "Title").constData()) + u' ' +
                          textOf(screen, QByteArray(notice + "Text").constData());
    QVERIFY2(words.contains(sentence), qPrintable(words));
    for (const QString &each : earlyWords)
        QVERIFY2(!words.contains(each), qPrintable(words));
    QCOMPARE(part<QListWidget>(screen, "profileList")->count(), 1);
    QVERIFY(m_service->isPromptOpen());
}

void TestKeyringWaits::import()
{
    QFETCH(bool, stops);
    QFETCH(bool, accepts);
    ScreenBench bench(files());
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    const qsizetype keys = countKeys();
    m_service->setLocked(true);
    screen.importText(QString::fromUtf8(bench.sandbox().apiKey.reveal()));
    QTRY_VERIFY(isShown(screen, "profileName"));
    part<QRadioButton>(screen, "deployment-custom")->setChecked(true);
    type(screen, "apiHost", bench.sandbox().endpoints.api.toString());
    type(screen, "iamUrl", bench.sandbox().endpoints.iam.toString());
    QTRY_COMPARE_WITH_TIMEOUT(textOf(screen, "keychainState"), u"Keychain locked"_s, patience);
    QVERIFY(!isShown(screen, "placeStop"));
    click(screen, "placeContinue");
    QVERIFY(isAskedWhileAlive());
    QVERIFY(isUsable(screen, "placeStop"));
    QVERIFY(!isUsable(screen, "placeContinue"));
    QVERIFY(!part(screen, "profileName")->isEnabled());
    if (!stops) {
        m_service->answerPrompt(accepts);
        QTRY_VERIFY_WITH_TIMEOUT(isShown(screen, "copyFirstToken"), patience);
        QCOMPARE(countKeys(), keys + 1);
        QCOMPARE(newPrompts(), 1);
        return;
    }
    click(screen, "placeStop");
    QVERIFY(!isShown(screen, "placeStop"));
    QVERIFY(isUsable(screen, "placeContinue"));
    QVERIFY(isUsable(screen, "placeBack"));
    QVERIFY(part(screen, "profileName")->isEnabled());
    QVERIFY(bench.services().profiles.profiles().isEmpty());

    const int removals = m_service->calls(u"Delete"_s);
    m_service->answerPrompt(accepts);
    if (accepts) {
        // Stored all the same, and so taken back.
        QTRY_VERIFY_WITH_TIMEOUT(m_service->calls(u"Delete"_s) > removals, patience);
        QTRY_VERIFY_WITH_TIMEOUT(bench.services().profiles.profiles().isEmpty(), patience);
    } else {
        QVERIFY(hasEndedLocked(bench));
    }
    QVERIFY(bench.services().profiles.profiles().isEmpty());
    QCOMPARE(countKeys(), keys);
    QCOMPARE(newPrompts(), 1);
    QVERIFY(bench.messages().isEmpty());
    QVERIFY(!isShown(screen, "keychainNotice"));
    m_service->setLocked(false);
    click(screen, "placeContinue");
    QTRY_VERIFY_WITH_TIMEOUT(isShown(screen, "copyFirstToken"), patience);
    QCOMPARE(countKeys(), keys + 1);
}

void TestKeyringWaits::use()
{
    QFETCH(bool, stops);
    QFETCH(bool, accepts);
    ScreenBench bench(files());
    (void)bench.addProfile(u"Acme"_s);
    TokenCopier copier(bench.services());
    TokensScreen screen(bench.services(), copier);
    bench.show(screen);
    const auto *card = part<QWidget>(screen, "tokenCard-iam");
    m_service->setLocked(true);
    click(*card, "cardGet");
    QVERIFY(isAskedWhileAlive());
    QVERIFY(isUsable(*card, "cardStop"));
    if (stops) {
        click(*card, "cardStop");
        QVERIFY(!isShown(*card, "cardStop"));
        QCOMPARE(textOf(*card, "cardState"), u"none yet"_s);
        // Whoever asks again while the question is open waits for the same one.
        click(*card, "cardGet");
        QVERIFY(isAskedWhileAlive());
    }
    m_service->answerPrompt(accepts);
    if (accepts) {
        QTRY_COMPARE_WITH_TIMEOUT(textOf(*card, "cardState"), u"valid"_s, patience);
    } else {
        QTRY_VERIFY_WITH_TIMEOUT(isShown(*card, "cardNotice"), patience);
        QVERIFY(textOf(*card, "cardNoticeTitle").contains(u"locked"_s));
        QVERIFY(hasEndedLocked(bench));
    }
    QCOMPARE(newPrompts(), 1);
}

void TestKeyringWaits::remove()
{
    QFETCH(bool, stops);
    QFETCH(bool, accepts);
    ScreenBench bench(files());
    const Profile profile = bench.addProfile(u"Acme"_s);
    ProfilesScreen screen(bench.services());
    bench.show(screen);
    const auto *start = part<QAbstractButton>(screen, "removeProfile");
    const int height = start->parentWidget()->sizeHint().height();
    QVERIFY(!isShown(screen, "removeStop"));
    m_service->setLocked(true);
    startRemoval(screen);
    QVERIFY(isAskedWhileAlive());
    QVERIFY(isUsable(screen, "removeStop"));
    QVERIFY(!start->isEnabled());
    QCOMPARE(screen.focusWidget()->objectName(), u"removeStop"_s);
    QVERIFY(part<QAbstractButton>(screen, "removeStop")->accessibleName().contains(u"removal"_s));
    QTRY_COMPARE(part(screen, "removeStop")->y(), start->y()); // beside it, so that nothing below moves
    QCOMPARE(start->parentWidget()->sizeHint().height(), height);
    if (stops) {
        click(screen, "removeStop");
        QVERIFY(!isShown(screen, "removeStop"));
        QVERIFY(isUsable(screen, "removeProfile"));
        QCOMPARE(start->text(), u"Remove this profile…"_s);
        QCOMPARE(screen.focusWidget()->objectName(), u"removeProfile"_s);
        checkStopped(screen, "removeStopped"_ba, u"The removal is not confirmed yet"_s);
        QVERIFY(bench.services().profiles.find(profile.id));
        QVERIFY(m_service->items().contains(keyringEntry(profile)));
        QVERIFY(bench.messages().isEmpty());
    }

    m_service->answerPrompt(accepts);
    if (accepts) {
        QTRY_COMPARE_WITH_TIMEOUT(bench.messages().size(), 1, patience);
        QCOMPARE(bench.messages().constFirst().text,
                 stops ? u"The answer has come: “Acme” is removed."_s : u"The profile is removed."_s);
        QCOMPARE(bench.messages().constFirst().staysOpen, stops);
        QVERIFY(!bench.services().profiles.find(profile.id));
        QVERIFY(!m_service->items().contains(keyringEntry(profile)));
    } else {
        QTRY_VERIFY_WITH_TIMEOUT(isShown(screen, "removeFailure"), patience);
        QVERIFY(textOf(screen, "removeFailureTitle").contains(u"could not be removed while the keychain is locked"_s));
        QVERIFY(textOf(screen, "removeFailureText").contains(u"“Acme” stays until its key is gone"_s));
        QVERIFY(!isShown(screen, "removeStopped"));
        QVERIFY(hasEndedLocked(bench));
        QVERIFY(bench.services().profiles.find(profile.id));
        QVERIFY(m_service->items().contains(keyringEntry(profile)));
        QVERIFY(bench.messages().isEmpty());
    }
    QCOMPARE(newPrompts(), 1);
}

void TestKeyringWaits::removeAskedForAgain_data()
{
    QTest::addColumn<bool>("accepts");
    QTest::newRow("K9 remove, asked for again") << true;
    QTest::newRow("K9 remove, asked for again, dismissed at last") << false;
}

void TestKeyringWaits::removeAskedForAgain()
{
    QFETCH(bool, accepts);
    ScreenBench bench(files());
    const Profile profile = bench.addProfile(u"Acme"_s);
    ProfilesScreen screen(bench.services());
    bench.show(screen);
    m_service->setLocked(true);
    startRemoval(screen);
    QVERIFY(isAskedWhileAlive());
    click(screen, "removeStop");
    startRemoval(screen);
    QVERIFY(!isShown(screen, "removeStopped"));
    QVERIFY(isUsable(screen, "removeStop"));
    QVERIFY(isAskedWhileAlive());
    m_service->answerPrompt(accepts);
    if (accepts) {
        QTRY_COMPARE_WITH_TIMEOUT(bench.messages().size(), 1, patience);
        QCOMPARE(bench.messages().constFirst().text, u"The profile is removed."_s);
        QVERIFY(!bench.services().profiles.find(profile.id));
    } else {
        QTRY_VERIFY_WITH_TIMEOUT(isShown(screen, "removeFailure"), patience);
        QVERIFY(isUsable(screen, "removeRetry"));
        QVERIFY(hasEndedLocked(bench));
        QVERIFY(bench.services().profiles.find(profile.id));
    }
    QCOMPARE(newPrompts(), 1);
}

void TestKeyringWaits::replace()
{
    QFETCH(bool, stops);
    QFETCH(bool, accepts);
    ScreenBench bench(files());
    const Profile profile = bench.addProfile(u"Acme"_s);
    ProfilesScreen screen(bench.services());
    bench.show(screen);
    const auto *start = part<QAbstractButton>(screen, "replaceByPaste");
    const int height = start->parentWidget()->sizeHint().height();
    QVERIFY(!isShown(screen, "replaceStop"));
    m_service->setLocked(true);
    click(screen, "replaceByPaste");
    type(screen, "newKey", QString::fromLatin1(newKey()));
    click(screen, "useNewKey");
    QVERIFY(isAskedWhileAlive());
    QVERIFY(isUsable(screen, "replaceStop"));
    QVERIFY(!isUsable(screen, "replaceByPaste"));
    QVERIFY(!isUsable(screen, "replaceWithFile"));
    QCOMPARE(screen.focusWidget()->objectName(), u"replaceStop"_s);
    QVERIFY(part<QAbstractButton>(screen, "replaceStop")->accessibleName().contains(u"new key"_s));
    QTRY_COMPARE(part(screen, "replaceStop")->y(), start->y());
    QCOMPARE(start->parentWidget()->sizeHint().height(), height);
    const QByteArray oldKey = bench.sandbox().apiKey.reveal();
    if (stops) {
        click(screen, "replaceStop");
        QVERIFY(!isShown(screen, "replaceStop"));
        QVERIFY(isUsable(screen, "replaceByPaste"));
        QVERIFY(isUsable(screen, "replaceWithFile"));
        QCOMPARE(screen.focusWidget()->objectName(), u"replaceByPaste"_s);
        checkStopped(screen, "replaceStopped"_ba, u"The new key is not confirmed yet"_s);
        QCOMPARE(m_service->items().value(keyringEntry(profile)), oldKey);
        QVERIFY(bench.messages().isEmpty());
    }

    m_service->answerPrompt(accepts);
    QTRY_COMPARE_WITH_TIMEOUT(bench.messages().size(), 1, patience);
    const Message told = bench.messages().constFirst();
    QVERIFY(!isShown(screen, "replaceStopped"));
    QVERIFY(!isShown(screen, "replaceStop"));
    QVERIFY(isUsable(screen, "replaceByPaste"));
    QVERIFY(bench.services().profiles.find(profile.id));
    if (accepts) {
        QCOMPARE(told.text, u"The new key of “Acme” is stored and was read back."_s);
        QCOMPARE(told.staysOpen, stops);
        QCOMPARE(m_service->items().value(keyringEntry(profile)), newKey());
    } else {
        QCOMPARE(told.kind, MessageKind::Error);
        QVERIFY2(told.text.contains(u"locked, so the key was not saved"_s), qPrintable(told.text));
        QVERIFY2(told.nextStep.contains(u"The old key is kept."_s), qPrintable(told.nextStep));
        QVERIFY(hasEndedLocked(bench));
        QCOMPARE(m_service->items().value(keyringEntry(profile)), oldKey);
    }
    QCOMPARE(newPrompts(), 1);
}

void TestKeyringWaits::send_data()
{
    QTest::addColumn<bool>("locks");
    QTest::newRow("K4 send") << false;
    QTest::newRow("K4 P4 send, locked meanwhile") << true;
}

/// A request that needs what the keychain holds waits for it; behind the lock it goes nowhere.
void TestKeyringWaits::send()
{
    QFETCH(bool, locks);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    int connections = 0;
    connect(&server, &QTcpServer::newConnection, &server, [&connections] { ++connections; });
    QString id;
    {
        ScreenBench before(files());
        DefinitionLibrary &library = before.services().definitions;
        const QByteArray text = definition("Things", "/a", securedWithClient());
        const Result<QString> opened = waitFor(library.openText(text));
        QVERIFY(opened);
        id = *opened;
        QVERIFY(waitFor(library.setBase(id, QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort())))));
        const QString origin = clientOriginOf(*library.find(id));
        QVERIFY(waitFor(library.setClient(id, origin, u"client-1"_s, Secret("canary-client-secret"))));
    }
    ScreenBench bench(files());
    (void)bench.addProfile(u"Acme"_s);
    MainWindow window(bench.services());
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.showPlace(Place::Explorer);
    clickOperation(window, u"listThings"_s, id);
    QTRY_COMPARE(textOf(window, "operationMethod"), u"GET"_s);
    m_before = m_service->prompts();
    m_service->setLocked(true);
    click(window, "send");
    QVERIFY(isAskedWhileAlive());
    QCOMPARE(connections, 0);
    if (locks)
        window.appLock().lock(LockReason::Screen);
    m_service->answerPrompt(true);
    if (!locks) {
        QTRY_COMPARE_WITH_TIMEOUT(connections, 1, patience);
        return;
    }
    // Calls are carried out one after the other: this one comes after what the request waited for.
    QVERIFY(!waitFor(bench.services().keychain.read(u"profile/none/api-key"_s)));
    const Ticker ticker;
    QVERIFY(QTest::qWaitFor([&ticker] { return ticker.ticks() > 20; }, patience));
    QCOMPARE(connections, 0);
}

ACX_WIDGET_TEST_MAIN(TestKeyringWaits)
#include "test_keyring_waits.moc"
