// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/support/wait.h"
#include "tests/ui/screen_bench.h"
#include "ui/file_chooser.h"
#include "ui/profiles/profiles_screen.h"
#include "ui/session.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFileDialog>
#include <QListWidget>
#include <QRadioButton>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace acx;

class TestProfilesScreen final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void leadsToWelcomeWithoutProfiles();
    void listsAndSelects();
    void renamesAndRecolours();
    void changesThePlace();
    void makesAProfileReadOnly();
    void discardsEntries();
    void triesTheKey();
    void doesNotTryASingleUseKey();
    void replacesTheKey();
    void keepsTheKeyWhenTheNewOneIsWrong();
    void aFileReplacesTheKeyItWasChosenForOnly();
    void savesOnlyWhatWasEdited_data();
    void savesOnlyWhatWasEdited();
    void aMarkSetBackIsSavedToo();
    void removesOnlyWhatWasNamed();
};

void TestProfilesScreen::leadsToWelcomeWithoutProfiles()
{
    ScreenBench bench;
    ProfilesScreen screen(bench.services());
    bench.show(screen);
    QCOMPARE(bench.places(), QList<Place>{Place::Welcome});
}

void TestProfilesScreen::listsAndSelects()
{
    ScreenBench bench;
    const Profile first = bench.addProfile(u"Acme"_s);
    const Profile second = bench.addProfile(u"Other"_s);
    ProfilesScreen screen(bench.services());
    bench.show(screen);
    auto *list = part<QListWidget>(screen, "profileList");
    QCOMPARE(list->count(), 2);
    QCOMPARE(list->currentItem()->text(), u"Other"_s);
    QVERIFY(!isShown(screen, "useProfile"));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Up);
    QCOMPARE(part<QLineEdit>(screen, "profileName")->text(), u"Acme"_s);
    QVERIFY(textOf(screen, "keyFacts").contains(u"ci-pipeline"_s));
    QVERIFY(textOf(screen, "keyFacts").contains(u"14 Sep 2026"_s));
    click(screen, "useProfile");
    QCOMPARE(bench.services().session.profile()->id, first.id);
    QVERIFY(!isShown(screen, "useProfile"));
    QCOMPARE(list->currentItem()->text(), u"Acme"_s);
    click(screen, "addProfile");
    QCOMPARE(bench.places(), QList<Place>{Place::Welcome});
    QVERIFY(second.id != first.id);
}

void TestProfilesScreen::renamesAndRecolours()
{
    ScreenBench bench;
    const Profile profile = bench.addProfile(u"Acme"_s);
    (void)bench.addProfile(u"Other"_s);
    bench.services().session.select(profile.id);
    ProfilesScreen screen(bench.services());
    bench.show(screen);
    QVERIFY(!part<QAbstractButton>(screen, "saveProfile")->isEnabled());
    type(screen, "profileName", u"OTHER"_s);
    click(screen, "saveProfile");
    QVERIFY(part<QLineEdit>(screen, "profileName")->property("wrong").toBool());
    type(screen, "profileName", u"Acme Production"_s);
    click(screen, "profileColour3");
    click(screen, "saveProfile");
    QTRY_COMPARE(bench.services().profiles.find(profile.id)->name, u"Acme Production"_s);
    const std::optional<Profile> changed = bench.services().profiles.find(profile.id);
    QVERIFY(changed->colour != profile.colour);
    QCOMPARE(part<QListWidget>(screen, "profileList")->currentItem()->text(), u"Acme Production"_s);
    QVERIFY(waitFor(bench.services().profiles.apiKey(profile.id)));
}

void TestProfilesScreen::changesThePlace()
{
    ScreenBench bench;
    const Profile profile = bench.addProfile(u"Acme"_s);
    ProfilesScreen screen(bench.services());
    bench.show(screen);
    part<QRadioButton>(screen, "deployment-reserved")->setChecked(true);
    type(screen, "apiHost", u"api.acme.example"_s);
    click(screen, "saveProfile");
    QTRY_COMPARE(bench.services().profiles.find(profile.id)->deployment, DeploymentKind::Reserved);
    const std::optional<Profile> changed = bench.services().profiles.find(profile.id);
    QCOMPARE(changed->overrides.api, QUrl(u"https://api.acme.example"_s));
}

void TestProfilesScreen::makesAProfileReadOnly()
{
    ScreenBench bench;
    const Profile profile = bench.addProfile(u"Acme"_s);
    ProfilesScreen screen(bench.services());
    bench.show(screen);
    QVERIFY(!isShown(screen, "profileReadOnly"));
    click(screen, "readOnly");
    click(screen, "saveProfile");
    QTRY_VERIFY(bench.services().profiles.find(profile.id)->readOnly);
    QVERIFY(isShown(screen, "profileReadOnly"));
    click(screen, "readOnly");
    click(screen, "saveProfile");
    QTRY_VERIFY(!bench.services().profiles.find(profile.id)->readOnly);
    QVERIFY(!isShown(screen, "profileReadOnly"));
}

void TestProfilesScreen::discardsEntries()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ProfilesScreen screen(bench.services());
    bench.show(screen);
    type(screen, "profileName", u"Something"_s);
    click(screen, "discardProfile");
    QCOMPARE(part<QLineEdit>(screen, "profileName")->text(), u"Acme"_s);
    QVERIFY(!part<QAbstractButton>(screen, "discardProfile")->isEnabled());
}

void TestProfilesScreen::triesTheKey()
{
    ScreenBench bench;
    (void)bench.addProfile(u"Acme"_s);
    ProfilesScreen screen(bench.services());
    bench.show(screen);
    click(screen, "tryProfile");
    QTRY_COMPARE(bench.messages().size(), 1);
    QCOMPARE(bench.messages().first().kind, MessageKind::Success);
    QVERIFY(part<QAbstractButton>(screen, "tryProfile")->isEnabled());
}

void TestProfilesScreen::doesNotTryASingleUseKey()
{
    ScreenBench bench;
    Profile profile = bench.addProfile(u"Acme"_s);
    profile.singleUseKey = true;
    QVERIFY(waitFor(bench.services().profiles.update(profile)).has_value());
    ProfilesScreen screen(bench.services());
    bench.show(screen);
    QVERIFY(!part<QAbstractButton>(screen, "tryProfile")->isEnabled());
    QVERIFY(isShown(screen, "tryReason"));
}

void TestProfilesScreen::replacesTheKey()
{
    const QTemporaryDir folder;
    ScreenBench bench;
    const Profile profile = bench.addProfile(u"Acme"_s);
    ProfilesScreen screen(bench.services());
    bench.show(screen);
    click(screen, "replaceByPaste");
    type(screen, "newKey", u"abcdefghijklmnopqrstuvwxyz0123456789abcdefgh"_s);
    click(screen, "useNewKey");
    QTRY_COMPARE(bench.messages().size(), 1);
    QCOMPARE(bench.messages().first().kind, MessageKind::Success);
    QCOMPARE(*waitFor(bench.services().profiles.apiKey(profile.id)),
             Secret("abcdefghijklmnopqrstuvwxyz0123456789abcdefgh"_ba));

    QFile file(folder.filePath(u"new.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"name\":\"second\",\"apikey\":\"" + bench.sandbox().apiKey.reveal() + "\"}");
    file.close();
    bench.services().files.setNextAnswer(file.fileName());
    click(screen, "replaceWithFile");
    QTRY_COMPARE(bench.messages().size(), 2);
    QCOMPARE(*waitFor(bench.services().profiles.apiKey(profile.id)), bench.sandbox().apiKey);
    QVERIFY(textOf(screen, "keyFacts").contains(u"second"_s));
}

void TestProfilesScreen::keepsTheKeyWhenTheNewOneIsWrong()
{
    ScreenBench bench;
    const Profile profile = bench.addProfile(u"Acme"_s);
    ProfilesScreen screen(bench.services());
    bench.show(screen);
    click(screen, "replaceByPaste");
    type(screen, "newKey", u"ApiKey-01234567-89ab-cdef-0123-456789abcdef"_s);
    click(screen, "useNewKey");
    QTRY_COMPARE(bench.messages().size(), 1);
    QCOMPARE(bench.messages().first().kind, MessageKind::Error);
    QCOMPARE(*waitFor(bench.services().profiles.apiKey(profile.id)), bench.sandbox().apiKey);
}

/// Another program removes the profile while its file is being chosen.
void TestProfilesScreen::aFileReplacesTheKeyItWasChosenForOnly()
{
    const QTemporaryDir folder;
    ScreenBench bench;
    const Profile other = bench.addProfile(u"Other"_s);
    const Profile gone = bench.addProfile(u"Gone"_s);
    ProfilesScreen screen(bench.services());
    bench.show(screen);
    QCOMPARE(part<QLineEdit>(screen, "profileName")->text(), u"Gone"_s);
    QFile file(folder.filePath(u"new.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"name":"second","apikey":"abcdefghijklmnopqrstuvwxyz0123456789abcdefgh"})");
    file.close();
    click(screen, "replaceWithFile");
    auto *dialog = screen.findChild<QFileDialog *>();
    QVERIFY(dialog);
    QVERIFY(waitFor(bench.services().profiles.removeWithoutSecrets(gone.id)).has_value());
    QTRY_COMPARE(part<QLineEdit>(screen, "profileName")->text(), u"Other"_s);
    bench.forgetMessages();
    part<QLineEdit>(*dialog, "fileNameEdit")->setText(file.fileName());
    QVERIFY(QMetaObject::invokeMethod(dialog, "accept"));
    QTRY_COMPARE(bench.messages().size(), 1);
    QCOMPARE(bench.messages().first().kind, MessageKind::Warning);
    QVERIFY(!bench.messages().first().nextStep.isEmpty());
    QCOMPARE(*waitFor(bench.services().profiles.apiKey(other.id)), bench.sandbox().apiKey);
}

void TestProfilesScreen::savesOnlyWhatWasEdited_data()
{
    QTest::addColumn<QByteArray>("edited");
    QTest::newRow("name") << "profileName"_ba;
    QTest::newRow("URL") << "iamUrl"_ba;
}

/// What another program changes while entries stand in the form is not taken back with them.
void TestProfilesScreen::savesOnlyWhatWasEdited()
{
    QFETCH(QByteArray, edited);
    ScreenBench bench;
    const Profile profile = bench.addProfile(u"Acme"_s);
    ProfileService &profiles = bench.services().profiles;
    ProfilesScreen screen(bench.services());
    bench.show(screen);
    type(screen, edited.constData(), edited == "iamUrl" ? u"https://iam.example.com"_s : u"Edited"_s);
    Profile changed = profile;
    changed.readOnly = true;
    changed.overrides.api = QUrl(u"https://elsewhere.example.com"_s);
    changed.iam.tenant = u"elsewhere"_s;
    changed.colour = u"#010203"_s;
    QVERIFY(waitFor(profiles.update(changed)).has_value());
    QVERIFY(waitFor(profiles.setClient(profile.id, {u"client-1"_s, Secret("s-1"), {}})).has_value());
    click(screen, "saveProfile");
    QTRY_COMPARE(bench.messages().size(), 1);
    QCOMPARE(bench.messages().first().kind, MessageKind::Success);
    changed.clientId = u"client-1"_s;
    if (edited == "iamUrl")
        changed.overrides.iam = QUrl(u"https://iam.example.com"_s);
    else
        changed.name = u"Edited"_s;
    changed.lastUsedAt = profiles.find(profile.id)->lastUsedAt;
    QVERIFY(profiles.find(profile.id) == changed);
    QCOMPARE(waitFor(profiles.clientSecret(profile.id)).value_or(Secret()), Secret("s-1"));
    // The form shows it now, and clearing the client is an entry like any other.
    auto *line = part<QLineEdit>(screen, "clientId");
    QCOMPARE(line->text(), u"client-1"_s);
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    click(screen, "saveProfile");
    QTRY_COMPARE(profiles.find(profile.id)->clientId, QString());
}

/// Entries that were made while others were being saved are changes of what is saved then.
void TestProfilesScreen::aMarkSetBackIsSavedToo()
{
    ScreenBench bench;
    const Profile profile = bench.addProfile(u"Acme"_s);
    ProfileService &profiles = bench.services().profiles;
    ProfilesScreen screen(bench.services());
    bench.show(screen);
    click(screen, "readOnly");
    click(screen, "saveProfile");
    click(screen, "readOnly");
    QTRY_COMPARE(bench.messages().size(), 1);
    QVERIFY(profiles.find(profile.id)->readOnly);
    click(screen, "saveProfile");
    QTRY_VERIFY(!profiles.find(profile.id)->readOnly);
}

void TestProfilesScreen::removesOnlyWhatWasNamed()
{
    ScreenBench bench;
    const Profile profile = bench.addProfile(u"Acme"_s);
    ProfilesScreen screen(bench.services());
    bench.show(screen);
    click(screen, "removeProfile");
    QVERIFY(!part<QAbstractButton>(screen, "removeConfirm")->isEnabled());
    type(screen, "removeName", u"acme"_s);
    QVERIFY(!part<QAbstractButton>(screen, "removeConfirm")->isEnabled());
    type(screen, "removeName", u"Acme"_s);
    click(screen, "removeConfirm");
    QTRY_VERIFY(bench.services().profiles.profiles().isEmpty());
    QTRY_COMPARE(bench.places(), QList<Place>{Place::Welcome});
    const Result<Secret> gone = waitFor(bench.services().keychain.read(apiKeyEntry(profile.id)));
    QVERIFY(!gone);
    QCOMPARE(gone.error().kind, ErrorKind::SecretMissing);
}

ACX_WIDGET_TEST_MAIN(TestProfilesScreen)
#include "test_profiles_screen.moc"
