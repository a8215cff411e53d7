// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/deliver.h"
#include "tests/profiles/service_parts.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace acx;

using Change = std::function<QFuture<Status>(const Profile &)>;
Q_DECLARE_METATYPE(Change)

/// What is gone from the file although nobody removed it there: the whole list, or a part of it that was damaged.
class TestLostList final : public QObject, private ServiceParts
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        makeParts();
    }
    void cleanup() { removeParts(); }

    void aListThatIsGoneIsNotBegunAnew_data();
    void aListThatIsGoneIsNotBegunAnew();
    void aListOfAnotherProgramCounts();
    void aFirstListIsBegun();
    void whoIsNotListedIsNotUsedLast();
    void onlyARemovalHereIsARemoval();
    void leftKeysLeaveADamagedListAlone();

private:
    [[nodiscard]] static Profile listed(const QString &name)
    {
        Profile profile = draft(name);
        profile.id = QUuid::createUuid();
        return profile;
    }
    [[nodiscard]] QStringList files() const { return QFileInfo(path()).dir().entryList(QDir::Files | QDir::Hidden); }
};

void TestLostList::aListThatIsGoneIsNotBegunAnew_data()
{
    QTest::addColumn<Change>("change");
    QTest::newRow("import") << Change([this](const Profile &) {
        return chain<void>(m_service->add(draft(u"three"_s), apiKey("key-3")),
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
    QTest::newRow("client") << Change(
        [this](const Profile &profile) { return m_service->setClient(profile.id, client("s-2")); });
    QTest::newRow("remove the client") << Change(
        [this](const Profile &profile) { return m_service->removeClient(profile.id); });
    QTest::newRow("remove") << Change([this](const Profile &profile) { return m_service->remove(profile.id); });
    QTest::newRow("remove without secrets")
        << Change([this](const Profile &profile) { return m_service->removeWithoutSecrets(profile.id); });
    QTest::newRow("use") << Change([this](const Profile &profile) {
        m_service->setLastUsed(profile.id);
        return m_service->update(profile);
    });
}

void TestLostList::aListThatIsGoneIsNotBegunAnew()
{
    QFETCH(Change, change);
    const Result<Profile> one = waitFor(m_service->add(draft(u"one"_s), apiKey("key-1"), client("s-1")));
    QVERIFY(one.has_value());
    const Profile two = addProfile(u"two"_s, "key-2");
    m_service->follow();
    QSignalSpy removed(m_service.get(), &ProfileService::profileRemoved);
    QVERIFY(QFile::rename(path(), path() + u".away"_s));
    const Status changed = waitFor(change(*one));
    QVERIFY(!changed.has_value());
    QCOMPARE(changed.error().kind, ErrorKind::Disk);
    QVERIFY2(changed.error().sentence.contains(u"is gone"_s), qPrintable(changed.error().message()));
    QVERIFY(!changed.error().nextStep.isEmpty());
    QVERIFY(!QFile::exists(path()));
    // The window follows the file, and has nothing to follow.
    QTest::qWait(500);
    QCOMPARE(removed.count(), 0);
    QCOMPARE(m_service->profiles().size(), 2);
    QVERIFY(*waitFor(m_service->apiKey(one->id)) == Secret("key-1"));
    QVERIFY(*waitFor(m_service->clientSecret(one->id)) == Secret("s-1"));
    QVERIFY(*waitFor(m_service->apiKey(two.id)) == Secret("key-2"));
    // Once it is back, life goes on.
    QVERIFY(QFile::rename(path() + u".away"_s, path()));
    Profile renamed = two;
    renamed.name = u"renamed"_s;
    QVERIFY(waitFor(m_service->update(renamed)).has_value());
    QCOMPARE(namesOnDisk(), QStringList({u"one"_s, u"renamed"_s}));
}

void TestLostList::aListOfAnotherProgramCounts()
{
    ProfileStore other(path());
    QVERIFY(other.save(listed(u"one"_s)).has_value());
    QVERIFY(m_file->look().has_value());
    QVERIFY(QFile::remove(path()));
    QVERIFY(!m_file->save(listed(u"two"_s)).has_value());
    QVERIFY(!m_file->look().has_value());
    QVERIFY(!QFile::exists(path()));
    // Who starts now knows of no list.
    QVERIFY(m_file->load().has_value());
    QVERIFY(m_file->save(listed(u"two"_s)).has_value());
}

void TestLostList::aFirstListIsBegun()
{
    QVERIFY(m_file->look()->profiles.isEmpty());
    QVERIFY(m_file->save(listed(u"one"_s)).has_value());
    // As after a damaged list of which nothing could be read.
    makeFileUnwritable();
    QVERIFY(m_file->load()->notice.has_value());
    QVERIFY(!QFile::exists(path()));
    QVERIFY(m_file->save(listed(u"two"_s)).has_value());
    QCOMPARE(namesOnDisk(), QStringList{u"two"_s});
}

void TestLostList::whoIsNotListedIsNotUsedLast()
{
    QCOMPARE(m_file->setCurrent(QUuid::createUuid()).error().kind, ErrorKind::NotFound);
    QVERIFY(!QFile::exists(path()));
    const Profile one = addProfile(u"one"_s, "key-1");
    QVERIFY(m_file->setCurrent(one.id).has_value());
    QCOMPARE(m_file->setCurrent(QUuid::createUuid()).error().kind, ErrorKind::NotFound);
    QCOMPARE(m_file->look()->current, one.id);
}

void TestLostList::onlyARemovalHereIsARemoval()
{
    const Profile one = addProfile(u"one"_s, "key-1");
    const Profile two = addProfile(u"two"_s, "key-2");
    const Profile three = addProfile(u"three"_s, "key-3");
    m_service->follow();
    QSignalSpy gone(m_service.get(), &ProfileService::profileRemoved);
    QSignalSpy removed(m_service.get(), &ProfileService::profileRemovedHere);
    QVERIFY(ProfileStore(path()).remove(one.id).has_value());
    QTRY_COMPARE(gone.count(), 1);
    QVERIFY(ProfileStore(path()).remove(two.id).has_value());
    Profile edited = two;
    edited.colour = u"#445566"_s;
    QCOMPARE(waitFor(m_service->update(edited)).error().kind, ErrorKind::NotFound);
    QTRY_COMPARE(gone.count(), 2);
    QCOMPARE(removed.count(), 0);
    QVERIFY(waitFor(m_service->remove(three.id)).has_value());
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed.constFirst().constFirst().toUuid(), three.id);
}

void TestLostList::leftKeysLeaveADamagedListAlone()
{
    const Profile one = addProfile(u"one"_s, "key-1");
    m_keyring->setLateRule([](FailingStore::Call call, const QString &) {
        return call == FailingStore::Call::Write ? std::optional(ErrorKind::KeychainTimeout) : std::nullopt;
    });
    QVERIFY(!waitFor(m_service->add(draft(u"two"_s), apiKey("key-2"))).has_value());
    m_keyring->failNone();
    QVERIFY(QFile::rename(path(), path() + u".away"_s));
    makeFileUnwritable();
    const QStringList before = files();
    QVERIFY(waitFor(m_service->apiKey(one.id)).has_value());
    QTest::qWait(100);
    QCOMPARE(files(), before); // set aside behind the person's back, it would never be told
    QCOMPARE(profileEntries(*m_keyring).size(), 2);
    QVERIFY(QFile::remove(path()) && QFile::rename(path() + u".away"_s, path()));
    QVERIFY(waitFor(m_service->apiKey(one.id)).has_value());
    QTRY_COMPARE(profileEntries(*m_keyring), QStringList{apiKeyEntry(one.id)});
}

ACX_TEST_MAIN(TestLostList)
#include "test_lost_list.moc"
