// SPDX-License-Identifier: GPL-3.0-or-later
// The start without any keychain: a session bus that offers no Secret Service.
#include "app/tokens/token_broker.h"
#include "tests/leaks/canary.h"
#include "tests/support/keyring.h"
#include "tests/support/searched_folder.h"
#include "tests/support/test_main.h"
#include "tests/ui/welcome_bench.h"
#include "ui/session.h"

#include <QApplication>
#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace acx;

/// K6 in the window: said once and clearly, and the key works from memory.
class TestScreensNoKeychain final : public WelcomeBench
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(Keyring::isPrivate(), "run this under with_keyring.sh --no-service"); }
    void init() { failOnAnyWarning(); }
    void k6_theKeyIsForThisSessionOnly();
    void k6_thePersonMayGiveUp();

private:
    [[nodiscard]] CompositionOptions freshFiles();
    void checkNothingOnDisk(ScreenBench &bench) const;
    /// How many labels that are shown say so.
    [[nodiscard]] static qsizetype timesSaid(const QWidget &screen, const QString &words)
    {
        const QList<QLabel *> labels = screen.findChildren<QLabel *>();
        return std::count_if(labels.cbegin(), labels.cend(), [&](const QLabel *label) {
            return label->isVisibleTo(&screen) && label->text().contains(words);
        });
    }

    int m_count = 0;
    SearchedFolder m_written;
};

CompositionOptions TestScreensNoKeychain::freshFiles()
{
    const QString folder = m_written.filePath(u"files%1"_s.arg(++m_count));
    return {true, folder + "/profiles.json"_L1, folder + "/settings.ini"_L1};
}

void TestScreensNoKeychain::checkNothingOnDisk(ScreenBench &bench) const
{
    const QList<Canary> canaries{{u"key"_s, bench.sandbox().apiKey.reveal()}};
    QCOMPARE(findCanaries(canaries, m_written.path()), QStringList());
    QCOMPARE(findCanaries(canaries, QDir::homePath()), QStringList());
}

void TestScreensNoKeychain::k6_theKeyIsForThisSessionOnly()
{
    const CompositionOptions files = freshFiles();
    {
        ScreenBench bench(files);
        WelcomeScreen screen(bench.services());
        bench.show(screen);
        QCOMPARE(timesSaid(screen, u"No keychain"_s), 0); // nobody has asked for it yet
        screen.importFile(writeKey(bench));
        QTRY_COMPARE(textOf(screen, "keychainState"), u"No keychain here"_s);
        QVERIFY(isShown(screen, "keychainState"));
        QCOMPARE(textOf(screen, "keychainText"),
                 u"The key can be used for this session only. Nothing is written to a file instead."_s);
        QCOMPARE(timesSaid(screen, u"No keychain here"_s), 1);
        QVERIFY(!isShown(screen, "keychainNotice"));
        QVERIFY(bench.messages().isEmpty());

        fillSandboxPlace(bench, screen);
        click(screen, "placeContinue");
        QTRY_VERIFY(isShown(screen, "keychainNotice"));
        QVERIFY(bench.services().profiles.profiles().isEmpty());
        checkNothingOnDisk(bench);
        click(screen, "sessionOnly");
        QTRY_VERIFY(isShown(screen, "copyFirstToken"));
        QCOMPARE(textOf(screen, "tokenState"), u"valid"_s);
        const QList<Profile> profiles = bench.services().profiles.profiles();
        QCOMPARE(profiles.size(), 1);
        QVERIFY(profiles.first().sessionOnly);
        QCOMPARE(bench.services().session.profile()->id, profiles.first().id);
        // It works from memory, as often as it is needed.
        const Result<Secret> key = waitFor(bench.services().profiles.apiKey(profiles.first().id));
        QVERIFY(key.has_value());
        QCOMPARE(key->reveal(), bench.sandbox().apiKey.reveal());
        const TokenNeed need = bench.services().session.need(TokenKind::Iam);
        QVERIFY(waitFor(bench.services().broker.renew(need)).has_value());
        QVERIFY(bench.messages().isEmpty());
        QCOMPARE(timesSaid(screen, u"No keychain here"_s), 0); // once is enough
        checkNothingOnDisk(bench);
    }
    ScreenBench later(files);
    QVERIFY(later.services().profiles.profiles().isEmpty());
}

void TestScreensNoKeychain::k6_thePersonMayGiveUp()
{
    ScreenBench bench(freshFiles());
    WelcomeScreen screen(bench.services());
    bench.show(screen);
    screen.importFile(writeKey(bench));
    QTRY_COMPARE(textOf(screen, "keychainState"), u"No keychain here"_s);
    fillSandboxPlace(bench, screen);
    click(screen, "placeContinue");
    QTRY_VERIFY(isShown(screen, "keychainNotice"));
    click(screen, "keychainRetry"); // there is none now either
    QTRY_VERIFY(isShown(screen, "keychainNotice"));
    click(screen, "placeBack");
    QVERIFY(isShown(screen, "chooseFile"));
    QVERIFY(!isShown(screen, "keychainState"));
    QVERIFY(bench.services().profiles.profiles().isEmpty());
    checkNothingOnDisk(bench);
}

ACX_WIDGET_TEST_MAIN(TestScreensNoKeychain)
#include "test_screens_no_keychain.moc"
