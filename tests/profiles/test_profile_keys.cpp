// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/profiles/service_parts.h"
#include "tests/support/run_canary.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

/// What belongs together stays together: a profile and its secrets, whatever the keyring does.
class TestProfileKeys final : public QObject, private ServiceParts
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        makeParts();
    }
    void cleanup() { removeParts(); }

    void theFileHoldsNoSecret();
    void aFailedImportLeavesNothing_data();
    void aFailedImportLeavesNothing();
    void saysWhenTheWayBackFailsToo();
    void worksWithoutFingerprint();
    void recognisesTheSameKey();
    void aFirstImportAsksNoKeychain();
    void replacesAKeyOrKeepsTheOldOne();
    void setsAClientOrKeepsTheOldOne();
    void removesAClientOrKeepsBoth();
    void removesSecretsThenProfile();
    void aLockedKeyringKeepsTheProfile();
    void removesWithoutProofOnThePersonsWord();
    void aRemovalThatFailsOnDiskPutsTheSecretsBack_data();
    void aRemovalThatFailsOnDiskPutsTheSecretsBack();
    void aKeyThatWasStoredAllTheSameIsRemovedLater_data();
    void aKeyThatWasStoredAllTheSameIsRemovedLater();
    void aMissingSecretIsToldAndKeepsTheProfile_data();
    void aMissingSecretIsToldAndKeepsTheProfile();
    void keysOfProfilesAreApart();
    void mayGoWhileTheKeyringIsSlow();
};

void TestProfileKeys::theFileHoldsNoSecret()
{
    QVERIFY(waitFor(m_service->add(draft(u"one"_s), apiKey(runKey()), client(runSecret()))).has_value());
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("client-1"));
    QCOMPARE(findIn(runCanaries(), path(), bytes), QStringList());
}

void TestProfileKeys::aFailedImportLeavesNothing_data()
{
    QTest::addColumn<QString>("failingEntry"); // empty = the file
    QTest::addColumn<int>("kind");
    QTest::newRow("locked") << u"api-key"_s << int(ErrorKind::KeychainLocked);
    QTest::newRow("denied") << u"api-key"_s << int(ErrorKind::KeychainDenied);
    QTest::newRow("no keychain") << u"api-key"_s << int(ErrorKind::KeychainUnavailable);
    QTest::newRow("keychain failed") << u"api-key"_s << int(ErrorKind::KeychainFailed);
    QTest::newRow("not answering") << u"api-key"_s << int(ErrorKind::KeychainTimeout);
    QTest::newRow("read back differs") << u"api-key"_s << int(ErrorKind::KeychainMismatch);
    QTest::newRow("client secret refused") << u"client-secret"_s << int(ErrorKind::KeychainDenied);
    QTest::newRow("file damaged") << QString() << int(ErrorKind::Disk);
}

void TestProfileKeys::aFailedImportLeavesNothing()
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

void TestProfileKeys::saysWhenTheWayBackFailsToo()
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

void TestProfileKeys::worksWithoutFingerprint()
{
    m_keyring->setRule([](FailingStore::Call, const QString &key) {
        return key.startsWith(u"profile/"_s) ? std::nullopt : std::optional(ErrorKind::KeychainDenied);
    });
    const Profile profile = addProfile(u"one"_s, "key-1");
    QVERIFY(!profile.id.isNull());
    QVERIFY(profile.keyFingerprint.isEmpty());
    QVERIFY(!waitFor(m_service->findSameKey(apiKey("key-1")))->has_value());
}

void TestProfileKeys::recognisesTheSameKey()
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

void TestProfileKeys::aFirstImportAsksNoKeychain()
{
    QVERIFY(!waitFor(m_service->findSameKey(apiKey("key-1")))->has_value());
    QCOMPARE(m_keyring->calls(), 0);
}

void TestProfileKeys::replacesAKeyOrKeepsTheOldOne()
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

void TestProfileKeys::setsAClientOrKeepsTheOldOne()
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

void TestProfileKeys::removesAClientOrKeepsBoth()
{
    const Profile profile = addProfile(u"one"_s, "key-1");
    QVERIFY(waitFor(m_service->setClient(profile.id, client("s-1"))).has_value());
    m_keyring->failAll(ErrorKind::KeychainLocked);
    QCOMPARE(waitFor(m_service->removeClient(profile.id)).error().kind, ErrorKind::KeychainLocked);
    m_keyring->failNone();
    QCOMPARE(m_service->find(profile.id)->clientId, u"client-1"_s);
    QVERIFY(*waitFor(m_service->clientSecret(profile.id)) == Secret("s-1"));
    QSignalSpy stale(m_service.get(), &ProfileService::profileChanged);
    QVERIFY(waitFor(m_service->removeClient(profile.id)).has_value());
    QCOMPARE(stale.count(), 1);
    QCOMPARE(m_service->find(profile.id)->clientId, QString());
    QCOMPARE(ProfileStore(path()).load()->profiles.constFirst().clientId, QString());
    QCOMPARE(waitFor(m_service->clientSecret(profile.id)).error().kind, ErrorKind::SecretMissing);
    QVERIFY(*waitFor(m_service->apiKey(profile.id)) == Secret("key-1"));
    QCOMPARE(waitFor(m_service->removeClient(QUuid::createUuid())).error().kind, ErrorKind::NotFound);
}

void TestProfileKeys::removesSecretsThenProfile()
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

void TestProfileKeys::aLockedKeyringKeepsTheProfile()
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

void TestProfileKeys::removesWithoutProofOnThePersonsWord()
{
    const Profile profile = addProfile(u"one"_s, "key-1");
    m_keyring->failAll(ErrorKind::KeychainUnavailable);
    QVERIFY(waitFor(m_service->remove(profile.id, true)).has_value());
    QVERIFY(m_service->profiles().isEmpty());
    QCOMPARE(namesOnDisk(), QStringList());
}

void TestProfileKeys::aRemovalThatFailsOnDiskPutsTheSecretsBack_data()
{
    QTest::addColumn<bool>("isClientOnly");
    QTest::addColumn<bool>("evenWithoutProof");
    QTest::addColumn<bool>("isPutBack");
    QTest::newRow("profile") << false << false << true;
    QTest::newRow("profile, even without proof") << false << true << true;
    QTest::newRow("client") << true << false << true;
    QTest::newRow("profile, the way back fails too") << false << false << false;
    QTest::newRow("client, the way back fails too") << true << false << false;
}

void TestProfileKeys::aRemovalThatFailsOnDiskPutsTheSecretsBack()
{
    QFETCH(bool, isClientOnly);
    QFETCH(bool, evenWithoutProof);
    QFETCH(bool, isPutBack);
    const Result<Profile> added = waitFor(m_service->add(draft(u"one"_s), apiKey("key-1"), client("s-1")));
    QVERIFY(added.has_value());
    makeFileUnwritable();
    m_keyring->setRule([isPutBack](FailingStore::Call call, const QString &) {
        return call == FailingStore::Call::Write && !isPutBack ? std::optional(ErrorKind::KeychainLocked)
                                                               : std::nullopt;
    });
    const Status removed =
        waitFor(isClientOnly ? m_service->removeClient(added->id) : m_service->remove(added->id, evenWithoutProof));
    m_keyring->failNone();
    QVERIFY(!removed.has_value());
    QCOMPARE(removed.error().kind, ErrorKind::Disk);
    QCOMPARE(removed.error().nextStep.contains(u"could not be put back"_s), !isPutBack);
    QVERIFY(m_service->find(added->id) == *added);
    QCOMPARE(waitFor(m_service->clientSecret(added->id)).value_or(Secret()), isPutBack ? Secret("s-1") : Secret());
    QCOMPARE(waitFor(m_service->apiKey(added->id)).value_or(Secret()),
             isPutBack || isClientOnly ? Secret("key-1") : Secret());
}

void TestProfileKeys::aKeyThatWasStoredAllTheSameIsRemovedLater_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("locked before it was read back") << int(ErrorKind::KeychainLocked);
    QTest::newRow("reading back refused") << int(ErrorKind::KeychainDenied);
    QTest::newRow("not answering") << int(ErrorKind::KeychainTimeout);
}

void TestProfileKeys::aKeyThatWasStoredAllTheSameIsRemovedLater()
{
    QFETCH(int, kind);
    const Profile profile = addProfile(u"one"_s, "key-1");
    m_keyring->setLateRule([kind](FailingStore::Call call, const QString &) {
        return call == FailingStore::Call::Write ? std::optional(static_cast<ErrorKind>(kind)) : std::nullopt;
    });
    const Result<Profile> added = waitFor(m_service->add(draft(u"two"_s), apiKey("key-2")));
    QVERIFY(!added.has_value());
    QCOMPARE(int(added.error().kind), kind);
    QCOMPARE(profileEntries(*m_keyring).size(), 2);
    m_keyring->failNone();
    QVERIFY(waitFor(m_service->apiKey(profile.id)).has_value()); // found open
    QTRY_COMPARE(profileEntries(*m_keyring), QStringList{apiKeyEntry(profile.id)});
}

void TestProfileKeys::aMissingSecretIsToldAndKeepsTheProfile_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("missing") << int(ErrorKind::SecretMissing);
    QTest::newRow("locked") << int(ErrorKind::KeychainLocked);
    QTest::newRow("denied") << int(ErrorKind::KeychainDenied);
    QTest::newRow("no keychain") << int(ErrorKind::KeychainUnavailable);
    QTest::newRow("keychain failed") << int(ErrorKind::KeychainFailed);
    QTest::newRow("not answering") << int(ErrorKind::KeychainTimeout);
}

void TestProfileKeys::aMissingSecretIsToldAndKeepsTheProfile()
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

void TestProfileKeys::keysOfProfilesAreApart()
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

void TestProfileKeys::mayGoWhileTheKeyringIsSlow()
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

ACX_TEST_MAIN(TestProfileKeys)
#include "test_profile_keys.moc"
