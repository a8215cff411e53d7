// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/profile_service.h"
#include "tests/profiles/failing_store.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

class TestProfileService final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void storesKeyAndProfileTogether();
    void theFileHoldsNoSecret();
    void sessionProfilesLeaveNoTrace();
    void refusesBadAndTakenNames();
    void refusesAnEmptyKey();
    void aFailedImportLeavesNothing_data();
    void aFailedImportLeavesNothing();
    void saysWhenTheWayBackFailsToo();
    void worksWithoutFingerprint();
    void recognisesTheSameKey();
    void aFirstImportAsksNoKeychain();
    void findsByNameAndId();
    void updatesEverythingButTheKey();
    void tellsWhetherTokensAreStale();
    void replacesAKeyOrKeepsTheOldOne();
    void setsAClientOrKeepsTheOldOne();
    void removesSecretsThenProfile();
    void aLockedKeyringKeepsTheProfile();
    void removesWithoutProofOnThePersonsWord();
    void aMissingSecretIsToldAndKeepsTheProfile_data();
    void aMissingSecretIsToldAndKeepsTheProfile();
    void keysOfProfilesAreApart();
    void reloadsWhatAnotherProgramWrote();
    void passesOnWhatTheFileSays();
    void remembersTheLastUsed();
    void mayGoWhileTheKeyringIsSlow();
    void proposesNames_data();
    void proposesNames();
    void spreadsColours();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"config/profiles.json"_s); }
    [[nodiscard]] QStringList namesOnDisk() const;
    void makeFileUnwritable();
    Profile addProfile(const QString &name, const QByteArray &key, bool sessionOnly = false);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ProfileStore> m_file;
    std::unique_ptr<FailingStore> m_keyring;
    std::unique_ptr<SessionStore> m_session;
    std::unique_ptr<ProfileService> m_service;
};

namespace {

Profile draft(const QString &name)
{
    Profile profile;
    profile.name = name;
    profile.deployment = DeploymentKind::Reserved;
    profile.overrides.api = QUrl(u"https://api.example.com"_s);
    return profile;
}

ApiKey apiKey(const QByteArray &value, const QString &name = u"my key"_s)
{
    ApiKey key;
    key.value = Secret(value);
    key.name = name;
    key.createdAt = QDateTime::fromSecsSinceEpoch(1'500'000'000, Qt::UTC);
    return key;
}

ClientCredentials client(const QByteArray &secret)
{
    return {u"client-1"_s, Secret(secret), {}};
}

QStringList profileEntries(const FailingStore &store)
{
    return store.keys().filter(u"profile/"_s);
}

} // namespace

void TestProfileService::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = std::make_unique<ProfileStore>(path());
    m_keyring = std::make_unique<FailingStore>();
    m_session = std::make_unique<SessionStore>();
    m_service = std::make_unique<ProfileService>(*m_file, *m_keyring, *m_session);
    QVERIFY(m_service->load().has_value());
}

void TestProfileService::cleanup()
{
    m_service.reset();
    m_session.reset();
    m_keyring.reset();
    m_file.reset();
    m_folder.reset();
}

QStringList TestProfileService::namesOnDisk() const
{
    QStringList names;
    if (const Result<ProfileStore::Contents> contents = ProfileStore(path()).load()) {
        for (const Profile &profile : contents->profiles)
            names.append(profile.name);
    }
    return names;
}

/// A damaged file is never overwritten, so every change fails from here on, for root as well.
void TestProfileService::makeFileUnwritable()
{
    QVERIFY(QDir().mkpath(QFileInfo(path()).path()));
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write("damaged"), 7);
}

Profile TestProfileService::addProfile(const QString &name, const QByteArray &key, bool sessionOnly)
{
    Profile profile = draft(name);
    profile.sessionOnly = sessionOnly;
    const Result<Profile> added = waitFor(m_service->add(profile, apiKey(key)));
    return added ? *added : Profile();
}

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

void TestProfileService::theFileHoldsNoSecret()
{
    QVERIFY(
        waitFor(m_service->add(draft(u"one"_s), apiKey("canary-key-8417"), client("canary-secret-2093"))).has_value());
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("client-1"));
    QVERIFY(!bytes.contains("canary"));
    QVERIFY(!bytes.contains(QByteArray("canary-key-8417").toBase64()));
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
    QVERIFY(m_service->update(renamed).has_value());
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

void TestProfileService::aFailedImportLeavesNothing_data()
{
    QTest::addColumn<QString>("failingEntry"); // empty = the file
    QTest::addColumn<int>("kind");
    QTest::newRow("locked") << u"api-key"_s << int(ErrorKind::KeychainLocked);
    QTest::newRow("denied") << u"api-key"_s << int(ErrorKind::KeychainDenied);
    QTest::newRow("no keychain") << u"api-key"_s << int(ErrorKind::KeychainUnavailable);
    QTest::newRow("not answering") << u"api-key"_s << int(ErrorKind::KeychainTimeout);
    QTest::newRow("read back differs") << u"api-key"_s << int(ErrorKind::KeychainMismatch);
    QTest::newRow("client secret refused") << u"client-secret"_s << int(ErrorKind::KeychainDenied);
    QTest::newRow("file damaged") << QString() << int(ErrorKind::Disk);
}

void TestProfileService::aFailedImportLeavesNothing()
{
    QFETCH(QString, failingEntry);
    QFETCH(int, kind);
    if (failingEntry.isEmpty())
        makeFileUnwritable();
    else
        m_keyring->setRule([=](FailingStore::Call call, const QString &key) {
            return call == FailingStore::Call::Write && key.endsWith(failingEntry)
                       ? std::optional(static_cast<ErrorKind>(kind))
                       : std::nullopt;
        });
    const Result<Profile> added = waitFor(m_service->add(draft(u"one"_s), apiKey("key-1"), client("s3cret")));
    QVERIFY(!added.has_value());
    QCOMPARE(int(added.error().kind), kind);
    QVERIFY(m_service->profiles().isEmpty());
    QCOMPARE(profileEntries(*m_keyring), QStringList());
    QVERIFY(!added.error().message().contains(u"key-1"_s));
    if (!failingEntry.isEmpty())
        QCOMPARE(namesOnDisk(), QStringList());
}

void TestProfileService::saysWhenTheWayBackFailsToo()
{
    makeFileUnwritable();
    m_keyring->setRule([](FailingStore::Call call, const QString &) {
        return call == FailingStore::Call::Remove ? std::optional(ErrorKind::KeychainLocked) : std::nullopt;
    });
    const Result<Profile> added = waitFor(m_service->add(draft(u"one"_s), apiKey("key-1")));
    QVERIFY(!added.has_value());
    QCOMPARE(added.error().kind, ErrorKind::Disk);
    QVERIFY(added.error().nextStep.contains(u"could not be removed again"_s));
    QVERIFY(added.error().technical.contains(u"api-key"_s)); // which entry it is
    QCOMPARE(profileEntries(*m_keyring).size(), 1);
}

void TestProfileService::worksWithoutFingerprint()
{
    m_keyring->setRule([](FailingStore::Call, const QString &key) {
        return key.startsWith(u"profile/"_s) ? std::nullopt : std::optional(ErrorKind::KeychainDenied);
    });
    const Profile profile = addProfile(u"one"_s, "key-1");
    QVERIFY(!profile.id.isNull());
    QVERIFY(profile.keyFingerprint.isEmpty());
    QVERIFY(!waitFor(m_service->findSameKey(apiKey("key-1")))->has_value());
}

void TestProfileService::recognisesTheSameKey()
{
    const Profile one = addProfile(u"one"_s, "key-1");
    const Profile two = addProfile(u"two"_s, "key-2", true);
    const auto same = [this](const QByteArray &key) {
        const Result<std::optional<Profile>> found = waitFor(m_service->findSameKey(apiKey(key)));
        return found && *found ? (*found)->id : QUuid();
    };
    QCOMPARE(same("key-1"), one.id);
    QCOMPARE(same("key-2"), two.id);
    QCOMPARE(same("key-3"), QUuid());
    // A program started later knows it too: the random key lies in the keychain.
    ProfileService later(*m_file, *m_keyring, *m_session);
    QVERIFY(later.load().has_value());
    QVERIFY(waitFor(later.findSameKey(apiKey("key-1")))->has_value());
    // A keychain that cannot be asked gives none, and no error.
    ProfileService locked(*m_file, *m_keyring, *m_session);
    QVERIFY(locked.load().has_value());
    m_keyring->failAll(ErrorKind::KeychainLocked);
    const Result<std::optional<Profile>> unknown = waitFor(locked.findSameKey(apiKey("key-1")));
    QVERIFY(unknown.has_value());
    QVERIFY(!unknown->has_value());
}

void TestProfileService::aFirstImportAsksNoKeychain()
{
    QVERIFY(!waitFor(m_service->findSameKey(apiKey("key-1")))->has_value());
    QCOMPARE(m_keyring->calls(), 0);
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
    Profile meddled = wanted;
    meddled.keyName = u"another"_s;
    meddled.keyFingerprint.clear();
    meddled.sessionOnly = true;
    QVERIFY(m_service->update(meddled).has_value());
    QVERIFY(m_service->find(before.id) == wanted);
    QVERIFY(ProfileStore(path()).load()->profiles.constFirst() == wanted);
    QVERIFY(*waitFor(m_service->apiKey(before.id)) == Secret("key-1"));

    Profile unknown = wanted;
    unknown.id = QUuid::createUuid();
    QCOMPARE(m_service->update(unknown).error().kind, ErrorKind::NotFound);
    wanted.name = u"\n"_s;
    QCOMPARE(m_service->update(wanted).error().kind, ErrorKind::InvalidInput);
    makeFileUnwritable();
    wanted.name = u"third"_s;
    QVERIFY(!m_service->update(wanted).has_value());
    QCOMPARE(m_service->find(before.id)->name, u"renamed"_s); // what is shown is what is kept
}

void TestProfileService::tellsWhetherTokensAreStale()
{
    Profile profile = addProfile(u"one"_s, "key-1");
    QSignalSpy stale(m_service.get(), &ProfileService::profileChanged);
    profile.name = u"renamed"_s;
    profile.colour = u"#445566"_s;
    QVERIFY(m_service->update(profile).has_value());
    QCOMPARE(stale.count(), 0);
    profile.overrides.iam = QUrl(u"https://iam.example.com"_s);
    QVERIFY(m_service->update(profile).has_value());
    QCOMPARE(stale.count(), 1);
    profile.iam.tenant = u"t"_s;
    QVERIFY(m_service->update(profile).has_value());
    QCOMPARE(stale.count(), 2);
    QVERIFY(waitFor(m_service->replaceKey(profile.id, apiKey("key-2"))).has_value());
    QCOMPARE(stale.count(), 3);
    QVERIFY(waitFor(m_service->setClient(profile.id, client("s"))).has_value());
    QCOMPARE(stale.count(), 4);
    QCOMPARE(stale.constLast().constFirst().toUuid(), profile.id);
}

void TestProfileService::replacesAKeyOrKeepsTheOldOne()
{
    const Profile profile = addProfile(u"one"_s, "key-1");
    const Result<Profile> replaced = waitFor(m_service->replaceKey(profile.id, apiKey("key-2", u"newer"_s)));
    QVERIFY(replaced.has_value());
    QCOMPARE(replaced->keyName, u"newer"_s);
    QVERIFY(replaced->keyFingerprint != profile.keyFingerprint);
    QVERIFY(*waitFor(m_service->apiKey(profile.id)) == Secret("key-2"));

    makeFileUnwritable();
    QVERIFY(!waitFor(m_service->replaceKey(profile.id, apiKey("key-3"))).has_value());
    QVERIFY(*waitFor(m_service->apiKey(profile.id)) == Secret("key-2"));
    QVERIFY(m_service->find(profile.id) == *replaced);

    m_keyring->failAll(ErrorKind::KeychainLocked);
    QCOMPARE(waitFor(m_service->replaceKey(profile.id, apiKey("key-4"))).error().kind, ErrorKind::KeychainLocked);
    m_keyring->failNone();
    QVERIFY(*waitFor(m_service->apiKey(profile.id)) == Secret("key-2"));
    QCOMPARE(waitFor(m_service->replaceKey(QUuid::createUuid(), apiKey("k"))).error().kind, ErrorKind::NotFound);
}

void TestProfileService::setsAClientOrKeepsTheOldOne()
{
    const Profile profile = addProfile(u"one"_s, "key-1");
    QCOMPARE(waitFor(m_service->clientSecret(profile.id)).error().kind, ErrorKind::SecretMissing);
    QVERIFY(waitFor(m_service->setClient(profile.id, client("s-1"))).has_value());
    QCOMPARE(m_service->find(profile.id)->clientId, u"client-1"_s);
    QVERIFY(*waitFor(m_service->clientSecret(profile.id)) == Secret("s-1"));
    makeFileUnwritable();
    QVERIFY(!waitFor(m_service->setClient(profile.id, {u"client-2"_s, Secret("s-2"), {}})).has_value());
    QCOMPARE(m_service->find(profile.id)->clientId, u"client-1"_s);
    QVERIFY(*waitFor(m_service->clientSecret(profile.id)) == Secret("s-1"));
}

void TestProfileService::removesSecretsThenProfile()
{
    const Result<Profile> added = waitFor(m_service->add(draft(u"one"_s), apiKey("key-1"), client("s3cret")));
    QVERIFY(added.has_value());
    m_service->setLastUsed(added->id);
    QSignalSpy removed(m_service.get(), &ProfileService::profileRemoved);
    QVERIFY(waitFor(m_service->remove(added->id)).has_value());
    QCOMPARE(removed.count(), 1);
    QCOMPARE(profileEntries(*m_keyring), QStringList());
    QVERIFY(m_service->profiles().isEmpty());
    QVERIFY(m_service->lastUsed().isNull());
    QCOMPARE(namesOnDisk(), QStringList());
    QCOMPARE(waitFor(m_service->remove(added->id)).error().kind, ErrorKind::NotFound);
}

void TestProfileService::aLockedKeyringKeepsTheProfile()
{
    const Profile profile = addProfile(u"one"_s, "key-1");
    for (ErrorKind kind : {ErrorKind::KeychainLocked, ErrorKind::KeychainTimeout, ErrorKind::KeychainUnavailable}) {
        m_keyring->failAll(kind);
        const Status removed = waitFor(m_service->remove(profile.id));
        QVERIFY(!removed.has_value());
        QCOMPARE(removed.error().kind, kind);
        QVERIFY(removed.error().nextStep.contains(u"one"_s));
        QCOMPARE(m_service->profiles().size(), 1);
        QCOMPARE(namesOnDisk(), QStringList{u"one"_s});
    }
    m_keyring->failNone();
    QVERIFY(*waitFor(m_service->apiKey(profile.id)) == Secret("key-1"));
}

void TestProfileService::removesWithoutProofOnThePersonsWord()
{
    const Profile profile = addProfile(u"one"_s, "key-1");
    m_keyring->failAll(ErrorKind::KeychainUnavailable);
    QVERIFY(waitFor(m_service->remove(profile.id, true)).has_value());
    QVERIFY(m_service->profiles().isEmpty());
    QCOMPARE(namesOnDisk(), QStringList());
}

void TestProfileService::aMissingSecretIsToldAndKeepsTheProfile_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("missing") << int(ErrorKind::SecretMissing);
    QTest::newRow("locked") << int(ErrorKind::KeychainLocked);
    QTest::newRow("denied") << int(ErrorKind::KeychainDenied);
    QTest::newRow("no keychain") << int(ErrorKind::KeychainUnavailable);
    QTest::newRow("not answering") << int(ErrorKind::KeychainTimeout);
}

void TestProfileService::aMissingSecretIsToldAndKeepsTheProfile()
{
    QFETCH(int, kind);
    const Profile profile = addProfile(u"one"_s, "key-1");
    m_keyring->failAll(static_cast<ErrorKind>(kind));
    const Result<Secret> key = waitFor(m_service->apiKey(profile.id));
    QVERIFY(!key.has_value());
    QCOMPARE(int(key.error().kind), kind);
    const bool isMissing = static_cast<ErrorKind>(kind) == ErrorKind::SecretMissing;
    QCOMPARE(key.error().sentence.contains(u"no longer has the key of “one”"_s), isMissing);
    QCOMPARE(m_service->profiles().size(), 1);
    QCOMPARE(namesOnDisk(), QStringList{u"one"_s});
    QCOMPARE(waitFor(m_service->apiKey(QUuid::createUuid())).error().kind, ErrorKind::NotFound);
}

void TestProfileService::keysOfProfilesAreApart()
{
    const Profile one = addProfile(u"same"_s, "key-1");
    // Another program made a profile of the same name in a file of its own, on the same keyring.
    ProfileStore otherFile(m_folder->filePath(u"other/profiles.json"_s));
    ProfileService other(otherFile, *m_keyring, *m_session);
    const Result<Profile> two = waitFor(other.add(draft(u"same"_s), apiKey("key-2")));
    QVERIFY(two.has_value());
    QVERIFY(*waitFor(m_service->apiKey(one.id)) == Secret("key-1"));
    QVERIFY(*waitFor(other.apiKey(two->id)) == Secret("key-2"));
    QVERIFY(waitFor(other.remove(two->id)).has_value());
    QVERIFY(*waitFor(m_service->apiKey(one.id)) == Secret("key-1"));
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
    ProfileService later(*m_file, *m_keyring, *m_session);
    QVERIFY(later.load().has_value());
    QCOMPARE(later.lastUsed(), one.id);
    QVERIFY(later.find(one.id) == m_service->find(one.id));
}

void TestProfileService::mayGoWhileTheKeyringIsSlow()
{
    const Profile one = addProfile(u"one"_s, "key-1");
    m_keyring->hold();
    const QFuture<Result<Profile>> add = m_service->add(draft(u"two"_s), apiKey("key-2"));
    const QFuture<Status> remove = m_service->remove(one.id);
    const QFuture<Result<Profile>> replace = m_service->replaceKey(one.id, apiKey("key-3"));
    const QFuture<Result<std::optional<Profile>>> same = m_service->findSameKey(apiKey("key-1"));
    QVERIFY(!add.isFinished());
    QVERIFY(!remove.isFinished());
    QVERIFY(!replace.isFinished());
    m_service.reset();
    m_keyring->release();
    QVERIFY(!waitFor(add).has_value());
    QVERIFY(!waitFor(remove).has_value());
    QVERIFY(!waitFor(replace).has_value());
    std::ignore = waitFor(same);
    QCOMPARE(namesOnDisk(), QStringList{u"one"_s});
    QCOMPARE(profileEntries(*m_keyring), QStringList()); // removed, or taken back
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
