// SPDX-License-Identifier: GPL-3.0-or-later
// What a person sees in each keyring state: the sentence, the next step, and the button for it.
#include "app/credentials/secret_store.h"
#include "tests/keyring/keyring_bench.h"
#include "tests/support/keyring.h"
#include "tests/support/test_main.h"
#include "tests/ui/screen_bench.h"
#include "ui/profiles/profiles_screen.h"
#include "ui/session.h"
#include "ui/tokens/token_copier.h"
#include "ui/tokens/tokens_screen.h"
#include "ui/welcome/welcome_screen.h"

#include <QAbstractButton>
#include <QApplication>
#include <QRadioButton>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

constexpr int patience = 40'000; // milliseconds; a keychain that hangs is given ten seconds a call

enum class State { Unlocked, Removed, Locked, Hung, Restarted };

/// What nobody may be told while the key may still be there.
const QStringList falseWords{u"no longer has"_s, u"not found"_s, u"is removed"_s, u"was removed"_s};

QString textOfButton(const QWidget &root, const char *name)
{
    return part<QAbstractButton>(root, name)->text();
}

} // namespace

class TestKeyringScreens final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(Keyring::isPrivate(), "run this under tests/support/with_keyring.sh"); }
    void init();
    void cleanup();

    void firstStart();
    void startAndUse_data();
    void startAndUse();
    void import_data();
    void import();
    void remove_data();
    void remove();
    void replace_data();
    void replace();

private:
    static void addStates();
    [[nodiscard]] CompositionOptions files() const;
    void bring(State state, const Profile &profile);
    void checkWords(State state, const QString &words, const QString &sentence) const;
    Keyring m_keyring;
    int m_count = 0;
};

void TestKeyringScreens::init()
{
    failOnAnyWarning();
    ++m_count;
}

void TestKeyringScreens::cleanup()
{
    m_keyring.resume();
    QVERIFY(m_keyring.unlock());
    QVERIFY(m_keyring.removeAllItems());
}

CompositionOptions TestKeyringScreens::files() const
{
    const QString folder = qEnvironmentVariable("HOME") + u"/files%1"_s.arg(m_count);
    return {true, folder + "/profiles.json"_L1, folder + "/settings.ini"_L1};
}

void TestKeyringScreens::bring(State state, const Profile &profile)
{
    switch (state) {
    case State::Unlocked:
        break;
    case State::Removed:
        QVERIFY(m_keyring.removeItem(keyringEntry(profile)));
        break;
    case State::Locked:
        QVERIFY(m_keyring.lock());
        break;
    case State::Hung:
        QVERIFY(m_keyring.stop());
        break;
    case State::Restarted:
        QVERIFY(m_keyring.kill());
        break;
    }
}

void TestKeyringScreens::checkWords(State state, const QString &words, const QString &sentence) const
{
    QVERIFY2(words.contains(sentence), qPrintable(words));
    if (state == State::Removed)
        return;
    for (const QString &each : falseWords)
        QVERIFY2(!words.contains(each), qPrintable(words));
}

void TestKeyringScreens::firstStart()
{
    // K2: nothing was ever stored, and the keychain is not even asked.
    QVERIFY(m_keyring.kill());
    ScreenBench bench(files());
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    QVERIFY(!isShown(screen, "keychainState"));
    QVERIFY(textOf(screen, "keychainText").contains(u"in the system's keychain and nowhere else"_s));
    QVERIFY(!m_keyring.isRunning());
}

void TestKeyringScreens::startAndUse_data()
{
    QTest::addColumn<int>("stateOf");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("nextStep");
    QTest::addColumn<QString>("button");
    QTest::newRow("K1 unlocked / start") << int(State::Unlocked) << QString() << QString() << QString();
    QTest::newRow("K3 item removed / start")
        << int(State::Removed) << u"The keychain no longer has the key of “Acme”."_s
        << u"Import the API key again into this profile"_s << u"Try again"_s;
    QTest::newRow("K5 locked, dismissed / start")
        << int(State::Locked) << u"The keychain is locked, so the stored key cannot be read."_s
        << u"Unlock the keychain and try again."_s << u"Unlock and try again"_s;
    QTest::newRow("K7 hung / start") << int(State::Hung)
                                     << u"The keychain does not answer, so the stored key cannot be read."_s
                                     << u"restart the keychain service"_s << u"Try again"_s;
    QTest::newRow("K8 killed / start") << int(State::Restarted)
                                       << u"The keychain is locked, so the stored key cannot be read."_s
                                       << u"Unlock the keychain"_s << u"Unlock and try again"_s;
}

void TestKeyringScreens::startAndUse()
{
    QFETCH(int, stateOf);
    QFETCH(QString, sentence);
    QFETCH(QString, nextStep);
    QFETCH(QString, button);
    const auto state = static_cast<State>(stateOf);
    Profile profile;
    {
        ScreenBench earlier(files());
        profile = earlier.addProfile(u"Acme"_s);
        // While that program is still there: libsecret's session outlives it in this process, and it is the one that
        // must notice that the service is gone.
        bring(state, profile);
        if (state == State::Restarted)
            QVERIFY(waitFor(earlier.services().keychain.status()));
    }
    // The window is there at once, with its profile, whatever the keychain is doing.
    ScreenBench bench(files());
    TokenCopier copier(bench.services());
    TokensScreen screen(bench.services(), copier);
    bench.show(screen);
    QCOMPARE(bench.services().session.profile(), profile);
    const auto *card = part<QWidget>(screen, "tokenCard-iam");
    QCOMPARE(textOf(*card, "cardState"), u"none yet"_s);
    click(*card, "cardGet");
    if (state == State::Unlocked) {
        QTRY_COMPARE_WITH_TIMEOUT(textOf(*card, "cardState"), u"valid"_s, patience);
        return;
    }
    if (state == State::Hung) {
        QVERIFY(isShown(*card, "cardStop"));
        click(*card, "cardStop");
        QVERIFY(!isShown(*card, "cardStop"));
        click(*card, "cardGet");
    }
    QTRY_VERIFY_WITH_TIMEOUT(isShown(*card, "cardNotice"), patience);
    m_keyring.resume();
    const QString words = textOf(*card, "cardNoticeTitle") + u' ' + textOf(*card, "cardNoticeText");
    checkWords(state, words, sentence);
    QVERIFY2(words.contains(nextStep), qPrintable(words));
    QCOMPARE(textOfButton(*card, "cardGet"), button);
    QVERIFY(bench.services().profiles.find(profile.id)); // the list is kept
    if (state == State::Removed)
        return;
    // Once the keychain is back, the button is all it takes.
    QVERIFY(m_keyring.unlock());
    click(*card, "cardGet");
    QTRY_COMPARE_WITH_TIMEOUT(textOf(*card, "cardState"), u"valid"_s, patience);
}

void TestKeyringScreens::import_data()
{
    QTest::addColumn<int>("stateOf");
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("button");
    QTest::newRow("K1 unlocked / import") << int(State::Unlocked) << u"Keychain ready"_s << QString() << QString();
    QTest::newRow("K5 locked, dismissed / import")
        << int(State::Locked) << u"Keychain locked"_s << u"The keychain is locked, so the key was not saved."_s
        << u"Unlock and try again"_s;
    QTest::newRow("K7 hung / import") << int(State::Hung) << u"Keychain does not answer"_s
                                      << u"The keychain does not answer, so the key counts as not saved."_s
                                      << u"Try again"_s;
    QTest::newRow("K8 killed / import") << int(State::Restarted) << u"Keychain locked"_s
                                        << u"The keychain is locked, so the key was not saved."_s
                                        << u"Unlock and try again"_s;
}

void TestKeyringScreens::import()
{
    QFETCH(int, stateOf);
    QFETCH(QString, tag);
    QFETCH(QString, sentence);
    QFETCH(QString, button);
    const auto state = static_cast<State>(stateOf);
    ScreenBench bench(files());
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    QVERIFY(waitFor(bench.services().keychain.status())); // from here on it notices when the service goes
    bring(state, {});
    screen.importText(QString::fromUtf8(bench.sandbox().apiKey.reveal()));
    QTRY_VERIFY(isShown(screen, "profileName"));
    part<QRadioButton>(screen, "deployment-custom")->setChecked(true);
    type(screen, "apiHost", bench.sandbox().endpoints.api.toString());
    type(screen, "iamUrl", bench.sandbox().endpoints.iam.toString());
    QTRY_COMPARE_WITH_TIMEOUT(textOf(screen, "keychainState"), tag, patience);
    click(screen, "placeContinue");
    if (state == State::Unlocked) {
        QTRY_VERIFY_WITH_TIMEOUT(isShown(screen, "copyFirstToken"), patience);
        return;
    }
    QTRY_VERIFY_WITH_TIMEOUT(isShown(screen, "keychainNotice"), patience);
    m_keyring.resume();
    const QString words = textOf(screen, "keychainNoticeTitle") + u' ' + textOf(screen, "keychainNoticeText");
    checkWords(state, words, sentence);
    QCOMPARE(textOfButton(screen, "keychainRetry"), button);
    QVERIFY(isShown(screen, "sessionOnly"));
    QVERIFY(bench.services().profiles.profiles().isEmpty());
    QVERIFY(m_keyring.unlock());
    click(screen, "keychainRetry");
    QTRY_VERIFY2_WITH_TIMEOUT(isShown(screen, "copyFirstToken"), qPrintable(textOf(screen, "keychainNoticeTitle")),
                              patience);
    QCOMPARE(m_keyring.secretOf(keyringEntry(bench.services().profiles.profiles().constFirst())),
             bench.sandbox().apiKey.reveal());
}

void TestKeyringScreens::addStates()
{
    QTest::addColumn<int>("stateOf");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("button");
}

void TestKeyringScreens::remove_data()
{
    addStates();
    QTest::newRow("K1 unlocked / remove") << int(State::Unlocked) << QString() << QString();
    QTest::newRow("K3 item removed / remove") << int(State::Removed) << QString() << QString();
    QTest::newRow("K5 locked, dismissed / remove")
        << int(State::Locked) << u"could not be removed while the keychain is locked"_s << u"Unlock and try again"_s;
    QTest::newRow("K7 hung / remove") << int(State::Hung) << u"does not answer, so the stored key may still be there"_s
                                      << u"Try again"_s;
    QTest::newRow("K8 killed / remove") << int(State::Restarted)
                                        << u"could not be removed while the keychain is locked"_s
                                        << u"Unlock and try again"_s;
}

void TestKeyringScreens::remove()
{
    QFETCH(int, stateOf);
    QFETCH(QString, sentence);
    QFETCH(QString, button);
    const auto state = static_cast<State>(stateOf);
    ScreenBench bench(files());
    const Profile profile = bench.addProfile(u"Acme"_s);
    ProfilesScreen screen(bench.services());
    bench.show(screen);
    bring(state, profile);
    click(screen, "removeProfile");
    type(screen, "removeName", u"Acme"_s);
    click(screen, "removeConfirm");
    if (sentence.isEmpty()) {
        QTRY_VERIFY_WITH_TIMEOUT(!bench.services().profiles.find(profile.id), patience);
        QTRY_COMPARE(bench.messages().size(), 1);
        QCOMPARE(bench.messages().constFirst().text, u"The profile is removed."_s);
        QCOMPARE(m_keyring.countItems(keyringEntry(profile)), 0);
        return;
    }
    QTRY_VERIFY_WITH_TIMEOUT(isShown(screen, "removeFailure"), patience);
    m_keyring.resume();
    const QString words = textOf(screen, "removeFailureTitle") + u' ' + textOf(screen, "removeFailureText");
    checkWords(state, words, sentence);
    QVERIFY2(words.contains(u"The profile “Acme” stays until its key is gone."_s), qPrintable(words));
    QVERIFY(bench.messages().isEmpty());
    QCOMPARE(textOfButton(screen, "removeRetry"), button);
    QCOMPARE(isShown(screen, "removeAnyway"), state == State::Hung);
    QVERIFY(bench.services().profiles.find(profile.id));
    QVERIFY(m_keyring.unlock());
    QCOMPARE(m_keyring.countItems(keyringEntry(profile)), 1);
    click(screen, "removeRetry");
    QTRY_VERIFY_WITH_TIMEOUT(!bench.services().profiles.find(profile.id), patience);
    QCOMPARE(m_keyring.countItems(keyringEntry(profile)), 0);
}

void TestKeyringScreens::replace_data()
{
    addStates();
    QTest::newRow("K1 unlocked / replace") << int(State::Unlocked) << u"is stored and was read back"_s << QString();
    QTest::newRow("K3 item removed / replace") << int(State::Removed) << u"is stored and was read back"_s << QString();
    QTest::newRow("K5 locked, dismissed / replace")
        << int(State::Locked) << u"locked, so the key was not saved"_s << QString();
    QTest::newRow("K8 killed / replace") << int(State::Restarted) << u"locked, so the key was not saved"_s << QString();
}

void TestKeyringScreens::replace()
{
    QFETCH(int, stateOf);
    QFETCH(QString, sentence);
    const auto state = static_cast<State>(stateOf);
    ScreenBench bench(files());
    const Profile profile = bench.addProfile(u"Acme"_s);
    ProfilesScreen screen(bench.services());
    bench.show(screen);
    bring(state, profile);
    const QByteArray fresh = "another-key-of-44-characters-0123456789abcde";
    click(screen, "replaceByPaste");
    type(screen, "newKey", QString::fromLatin1(fresh));
    click(screen, "useNewKey");
    QTRY_COMPARE_WITH_TIMEOUT(bench.messages().size(), 1, patience);
    const Message &told = bench.messages().constFirst();
    checkWords(state, told.text, sentence);
    QVERIFY(m_keyring.unlock());
    const bool isStored = state == State::Unlocked || state == State::Removed;
    QCOMPARE(m_keyring.secretOf(keyringEntry(profile)), isStored ? fresh : bench.sandbox().apiKey.reveal());
    if (!isStored)
        QVERIFY2(told.nextStep.contains(u"The old key is kept."_s), qPrintable(told.nextStep));
}

ACX_WIDGET_TEST_MAIN(TestKeyringScreens)
#include "test_keyring_screens.moc"
