// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/deliver.h"
#include "app/profiles/file_lock.h"
#include "tests/credentials/ticker.h"
#include "tests/profiles/service_parts.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace acx;

using Change = std::function<QFuture<Status>(const Profile &)>;
Q_DECLARE_METATYPE(Change)

/// The list of profiles: adding, finding, changing.
class TestProfileService final : public QObject, private ServiceParts
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        makeParts();
    }
    void cleanup() { removeParts(); }

    void storesKeyAndProfileTogether();
    void sessionProfilesLeaveNoTrace();
    void refusesBadAndTakenNames();
    void refusesAnEmptyKey();
    void findsByNameAndId();
    void updatesEverythingButTheKey();
    void leavesWhatAnotherProgramChanged();
    void followsOtherPrograms();
    void tellsWhetherTokensAreStale();
    void reloadsWhatAnotherProgramWrote();
    void passesOnWhatTheFileSays();
    void remembersTheLastUsed();
    void waitsForAnotherProgramElsewhere_data();
    void waitsForAnotherProgramElsewhere();
    void saysThatAnotherProgramHoldsTheList();
    void proposesNames_data();
    void proposesNames();
    void spreadsColours();

private:
    [[nodiscard]] QByteArray bytesOnDisk() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

void TestProfileService::storesKeyAndProfileTogether()
{
    QSignalSpy changed(m_service.get(), &ProfileService::profilesChanged);
    const Result<Profile> added = waitFor(m_service->add(draft(u" Production "_s), apiKey("key-1"), client("s3cret")));
    QVERIFY(added.has_value());
    QCOMPARE(changed.count(), 1);
    QVERIFY(!added->id.isNull());
    QCOMPARE(added->name, u"Production"_s);
    QCOMPARE(added->keyName, u"my key"_s);
    QCOMPARE(added->keyCreatedAt, QDateTime::fromSecsSinceEpoch(1'500'000'000, Qt::UTC));
    QCOMPARE(added->keyFingerprint.size(), 64);
    QCOMPARE(added->clientId, u"client-1"_s);
    QVERIFY(m_service->find(added->id) == *added);
    QVERIFY(ProfileStore(path()).load()->profiles.constFirst() == *added);
    QVERIFY(*waitFor(m_service->apiKey(added->id)) == Secret("key-1"));
    QVERIFY(*waitFor(m_service->clientSecret(added->id)) == Secret("s3cret"));
}

void TestProfileService::sessionProfilesLeaveNoTrace()
{
    const Profile profile = addProfile(u"session"_s, "key-1", true);
    QVERIFY(!profile.id.isNull());
    QCOMPARE(m_keyring->calls(), 0);
    QVERIFY(!QFile::exists(path()));
    QVERIFY(*waitFor(m_service->apiKey(profile.id)) == Secret("key-1"));
    m_service->setLastUsed(profile.id);
    QVERIFY(!QFile::exists(path()));
    Profile renamed = profile;
    renamed.name = u"renamed"_s;
    QVERIFY(waitFor(m_service->update(renamed)).has_value());
    QVERIFY(m_service->load().has_value()); // reading the file again keeps it
    QCOMPARE(m_service->profiles().size(), 1);
    QVERIFY(waitFor(m_service->remove(profile.id)).has_value());
    QVERIFY(m_service->profiles().isEmpty());
    QCOMPARE(waitFor(m_session->read(apiKeyEntry(profile.id))).error().kind, ErrorKind::SecretMissing);
    QVERIFY(!QFile::exists(path()));
    QCOMPARE(m_keyring->calls(), 0);
}

void TestProfileService::refusesBadAndTakenNames()
{
    QCOMPARE(waitFor(m_service->add(draft(u"  "_s), apiKey("k"))).error().kind, ErrorKind::InvalidInput);
    QCOMPARE(m_keyring->calls(), 0);
    addProfile(u"One"_s, "key-1");
    addProfile(u"Session"_s, "key-2", true);
    const QStringList entries = profileEntries(*m_keyring);
    QCOMPARE(waitFor(m_service->add(draft(u"one "_s), apiKey("k"))).error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(waitFor(m_service->add(draft(u"SESSION"_s), apiKey("k"))).error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(profileEntries(*m_keyring), entries);
}

void TestProfileService::refusesAnEmptyKey()
{
    const Result<Profile> added = waitFor(m_service->add(draft(u"one"_s), apiKey("")));
    QVERIFY(!added.has_value());
    QCOMPARE(added.error().kind, ErrorKind::InvalidInput);
    QVERIFY(m_service->profiles().isEmpty());
}

void TestProfileService::findsByNameAndId()
{
    const Profile one = addProfile(u"One"_s, "key-1");
    const Profile two = addProfile(u"two"_s, "key-2");
    const QString id = two.id.toString(QUuid::WithoutBraces);
    QCOMPARE(m_service->findByName(u"One"_s)->id, one.id);
    QCOMPARE(m_service->findByName(u"oNe"_s)->id, one.id);
    QCOMPARE(m_service->findByName(id)->id, two.id);
    QCOMPARE(m_service->findByName(id.first(8).toUpper())->id, two.id);
    QVERIFY(!m_service->findByName(id.first(7)));
    QVERIFY(!m_service->findByName(u"tw"_s));
    QVERIFY(!m_service->findByName({}));
    QVERIFY(!m_service->find(QUuid::createUuid()));
}

void TestProfileService::updatesEverythingButTheKey()
{
    const Profile before = addProfile(u"one"_s, "key-1");
    Profile wanted = before;
    wanted.name = u"renamed"_s;
    wanted.colour = u"#112233"_s;
    wanted.deployment = DeploymentKind::V5;
    wanted.region = u"eu"_s;
    wanted.overrides = {};
    wanted.iam.scopes = {u"x"_s};
    wanted.singleUseKey = true;
    wanted.readOnly = true;
    Profile meddled = wanted;
    meddled.keyName = u"another"_s;
    meddled.keyFingerprint.clear();
    meddled.sessionOnly = true;
    QVERIFY(waitFor(m_service->update(meddled)).has_value());
    QVERIFY(m_service->find(before.id) == wanted);
    QVERIFY(ProfileStore(path()).load()->profiles.constFirst() == wanted);
    QVERIFY(*waitFor(m_service->apiKey(before.id)) == Secret("key-1"));

    Profile unknown = wanted;
    unknown.id = QUuid::createUuid();
    QCOMPARE(waitFor(m_service->update(unknown)).error().kind, ErrorKind::NotFound);
    wanted.name = u"\n"_s;
    QCOMPARE(waitFor(m_service->update(wanted)).error().kind, ErrorKind::InvalidInput);
    makeFileUnwritable();
    wanted.name = u"third"_s;
    QVERIFY(!waitFor(m_service->update(wanted)).has_value());
    QCOMPARE(m_service->find(before.id)->name, u"renamed"_s); // what is shown is what is kept
}

void TestProfileService::leavesWhatAnotherProgramChanged()
{
    Profile profile = addProfile(u"one"_s, "key-1");
    // As "acx profile one --read-only" does while the window is open.
    QVERIFY(ProfileStore(path()).edit(profile.id, [](Profile &stored) {
        stored.readOnly = true;
        stored.overrides.iam = QUrl(u"https://iam.example.com"_s);
    }));
    profile.colour = u"#445566"_s;
    QVERIFY(waitFor(m_service->update(profile)).has_value());
    const std::optional<Profile> changed = m_service->find(profile.id);
    QVERIFY(changed->readOnly);
    QCOMPARE(changed->overrides.iam, QUrl(u"https://iam.example.com"_s));
    QCOMPARE(changed->colour, u"#445566"_s);
    QVERIFY(ProfileStore(path()).load()->profiles.constFirst() == *changed);
}

void TestProfileService::followsOtherPrograms()
{
    const Profile first = addProfile(u"one"_s, "key-1");
    const Profile second = addProfile(u"two"_s, "key-2");
    m_service->follow();
    QSignalSpy stale(m_service.get(), &ProfileService::profileChanged);
    QSignalSpy removed(m_service.get(), &ProfileService::profileRemoved);
    QVERIFY(ProfileStore(path()).edit(first.id, [](Profile &stored) { stored.readOnly = true; }));
    QTRY_VERIFY(m_service->find(first.id)->readOnly);
    QCOMPARE(stale.count(), 0); // its tokens are as good as before
    QVERIFY(ProfileStore(path()).edit(first.id, [](Profile &stored) { stored.region = u"eu-de"_s; }));
    QTRY_COMPARE(stale.count(), 1);
    QVERIFY(ProfileStore(path()).remove(second.id));
    QTRY_COMPARE(removed.count(), 1);
    QCOMPARE(m_service->profiles().size(), 1);
    // What is changed here meanwhile is not taken back.
    for (int i = 0; i < 20; ++i) {
        Profile changed = *m_service->find(first.id);
        changed.colour = u"#0000%1"_s.arg(10 + i);
        QVERIFY(waitFor(m_service->update(changed)).has_value());
        QCOMPARE(m_service->find(first.id)->colour, changed.colour);
    }
    // Neither a file that is gone nor one that cannot be read takes anything away.
    QVERIFY(QFile::rename(path(), path() + u".away"_s));
    makeFileUnwritable();
    QTest::qWait(600);
    QCOMPARE(m_service->profiles().size(), 1);
    QCOMPARE(QFileInfo(path()).size(), 7); // nor is it set aside behind anybody's back
    QVERIFY(QFile::rename(path() + u".away"_s, path() + u".back"_s));
    QVERIFY(QFile::remove(path()) && QFile::rename(path() + u".back"_s, path()));
    QVERIFY(ProfileStore(path()).edit(first.id, [](Profile &stored) { stored.readOnly = false; }));
    QTRY_VERIFY(!m_service->find(first.id)->readOnly);
    QCOMPARE(removed.count(), 1);
}

void TestProfileService::tellsWhetherTokensAreStale()
{
    Profile profile = addProfile(u"one"_s, "key-1");
    QSignalSpy stale(m_service.get(), &ProfileService::profileChanged);
    profile.name = u"renamed"_s;
    profile.colour = u"#445566"_s;
    QVERIFY(waitFor(m_service->update(profile)).has_value());
    QCOMPARE(stale.count(), 0);
    profile.overrides.iam = QUrl(u"https://iam.example.com"_s);
    QVERIFY(waitFor(m_service->update(profile)).has_value());
    QCOMPARE(stale.count(), 1);
    profile.iam.tenant = u"t"_s;
    QVERIFY(waitFor(m_service->update(profile)).has_value());
    QCOMPARE(stale.count(), 2);
    QVERIFY(waitFor(m_service->replaceKey(profile.id, apiKey("key-2"))).has_value());
    QCOMPARE(stale.count(), 3);
    QVERIFY(waitFor(m_service->setClient(profile.id, client("s"))).has_value());
    QCOMPARE(stale.count(), 4);
    QCOMPARE(stale.constLast().constFirst().toUuid(), profile.id);
}

void TestProfileService::reloadsWhatAnotherProgramWrote()
{
    addProfile(u"one"_s, "key-1");
    ProfileStore sameFile(path());
    ProfileService other(sameFile, *m_keyring, *m_session);
    QVERIFY(other.load().has_value());
    QVERIFY(waitFor(other.add(draft(u"two"_s), apiKey("key-2"))).has_value());
    // The name is taken although this program has not seen it yet, and the key goes again.
    const Result<Profile> taken = waitFor(m_service->add(draft(u"TWO"_s), apiKey("key-3")));
    QVERIFY(!taken.has_value());
    QCOMPARE(taken.error().kind, ErrorKind::AlreadyExists);
    QCOMPARE(profileEntries(*m_keyring).size(), 2);
    addProfile(u"three"_s, "key-3");
    QCOMPARE(namesOnDisk(), QStringList({u"one"_s, u"two"_s, u"three"_s}));
    QVERIFY(m_service->load().has_value());
    QCOMPARE(m_service->profiles().size(), 3);
}

void TestProfileService::passesOnWhatTheFileSays()
{
    makeFileUnwritable();
    QVERIFY(m_service->load().has_value());
    QVERIFY(m_service->notice().has_value());
    QVERIFY(m_service->notice()->nextStep.contains(u".damaged-"_s));
    QFile newer(path());
    QVERIFY(newer.open(QIODevice::WriteOnly));
    QVERIFY(newer.write(R"({"format": 99})") > 0);
    newer.close();
    const Status loaded = m_service->load();
    QVERIFY(!loaded.has_value());
    QCOMPARE(loaded.error().kind, ErrorKind::Unsupported);
}

void TestProfileService::remembersTheLastUsed()
{
    const Profile one = addProfile(u"one"_s, "key-1");
    m_service->setLastUsed(QUuid::createUuid());
    QVERIFY(m_service->lastUsed().isNull());
    m_service->setLastUsed(one.id);
    QCOMPARE(m_service->lastUsed(), one.id);
    QVERIFY(m_service->find(one.id)->lastUsedAt.isValid());
    const Profile used = *m_service->find(one.id);
    m_service.reset(); // its end waits until everything is written
    ProfileService later(*m_file, *m_keyring, *m_session);
    QVERIFY(later.load().has_value());
    QCOMPARE(later.lastUsed(), one.id);
    QVERIFY(later.find(one.id) == used);
}

void TestProfileService::waitsForAnotherProgramElsewhere_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("import") << Change([this](const Profile &) {
        return chain<void>(m_service->add(draft(u"two"_s), apiKey("key-2")),
                           [](const Profile &) { return ready<void>({}); });
    });
    QTest::newRow("edit") << Change([this](Profile profile) {
        profile.name = u"renamed"_s;
        return m_service->update(profile);
    });
    QTest::newRow("replace the key") << Change([this](const Profile &profile) {
        return chain<void>(m_service->replaceKey(profile.id, apiKey("key-3")),
                           [](const Profile &) { return ready<void>({}); });
    });
    QTest::newRow("client") << Change([this](const Profile &profile) {
        return m_service->setClient(profile.id, {u"id"_s, Secret("secret"), {}});
    });
    QTest::newRow("remove") << Change([this](const Profile &profile) { return m_service->remove(profile.id); });
    QTest::newRow("remove without proof")
        << Change([this](const Profile &profile) { return m_service->removeWithoutSecrets(profile.id); });
    QTest::newRow("use") << Change([this](const Profile &profile) {
        m_service->setLastUsed(profile.id);
        return m_service->removeWithoutSecrets(profile.id);
    });
}

/// The list is locked by another program while a person changes it: the event loop keeps turning, and the change is
/// made when the other one has ended.
void TestProfileService::waitsForAnotherProgramElsewhere()
{
    QFETCH(Change, change);
    const Profile profile = addProfile(u"one"_s, "key-1");
    FileLock other(path());
    QVERIFY(other.lock());
    const QByteArray before = bytesOnDisk();
    const Ticker ticker;
    const QFuture<Status> changed = change(profile);
    QTRY_VERIFY(ticker.ticks() >= 20);
    QVERIFY(!changed.isFinished());
    QCOMPARE(bytesOnDisk(), before);
    other.unlock();
    const Status done = waitFor(changed);
    QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().message()));
    QVERIFY(bytesOnDisk() != before);
}

void TestProfileService::saysThatAnotherProgramHoldsTheList()
{
    Profile profile = addProfile(u"one"_s, "key-1");
    FileLock other(path());
    QVERIFY(other.lock());
    profile.name = u"renamed"_s;
    const Status held = waitFor(m_service->update(profile));
    QVERIFY(!held.has_value());
    QVERIFY2(held.error().sentence.contains(u"Another program"_s), qPrintable(held.error().sentence));
    QCOMPARE(m_service->find(profile.id)->name, u"one"_s);
}

void TestProfileService::proposesNames_data()
{
    QTest::addColumn<QStringList>("taken");
    QTest::addColumn<QString>("expected");
    QTest::newRow("free") << QStringList() << u"Prod"_s;
    QTest::newRow("taken") << QStringList{u"prod"_s} << u"Prod 2"_s;
    QTest::newRow("taken twice") << QStringList{u"Prod"_s, u"PROD 2"_s} << u"Prod 3"_s;
    QTest::newRow("gap") << QStringList{u"Prod"_s, u"Prod 3"_s} << u"Prod 2"_s;
}

void TestProfileService::proposesNames()
{
    QFETCH(QStringList, taken);
    QList<Profile> profiles;
    for (const QString &name : taken)
        profiles.append(draft(name));
    QTEST(uniqueProfileName(u"Prod"_s, profiles), "expected");
}

void TestProfileService::spreadsColours()
{
    QList<Profile> profiles;
    QSet<QString> colours;
    for (int i = 0; i < 8; ++i) {
        Profile profile = draft(QString::number(i));
        profile.colour = nextProfileColour(profiles);
        QVERIFY(QRegularExpression(u"^#[0-9a-f]{6}$"_s).match(profile.colour).hasMatch());
        colours.insert(profile.colour);
        profiles.append(profile);
    }
    QCOMPARE(colours.size(), 8);
    const QString freed = profiles.takeAt(5).colour;
    QCOMPARE(nextProfileColour(profiles), freed);
}

ACX_TEST_MAIN(TestProfileService)
#include "test_profile_service.moc"
