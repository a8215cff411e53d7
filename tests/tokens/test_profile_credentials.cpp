// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credentials/session_store.h"
#include "app/tokens/profile_credentials.h"
#include "tests/support/run_canary.h"
#include "tests/support/searched_folder.h"
#include "tests/support/test_main.h"
#include "tests/support/wait.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

class TestProfileCredentials final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_dir = std::make_unique<SearchedFolder>();
        m_file = std::make_unique<ProfileStore>(m_dir->filePath(u"profiles.json"_s));
        m_store = std::make_unique<SessionStore>();
        m_session = std::make_unique<SessionStore>();
        m_profiles = std::make_unique<ProfileService>(*m_file, *m_store, *m_session);
        m_catalog = DeploymentCatalog::load().value();
    }

    void reservedProfileGivesIamCredentials();
    void platformProfileBringsItsClient();
    void missingTokenUrlIsSaid_data();
    void missingTokenUrlIsSaid();
    void missingProfileIsSaid();
    void missingSecretIsTheStoresError();

private:
    QUuid add(Profile profile, const std::optional<ClientCredentials> &client = std::nullopt)
    {
        profile.name = u"Acme"_s;
        ApiKey key;
        key.value = Secret(runKey());
        const Result<Profile> added = waitFor(m_profiles->add(profile, key, client));
        if (!added)
            qFatal("%s", qPrintable(added.error().message()));
        return added->id;
    }
    Result<TokenCredentials> credentials(const TokenNeed &need)
    {
        return waitFor(ProfileCredentials(*m_profiles, m_catalog).source()(need));
    }
    static Profile custom()
    {
        Profile profile;
        profile.deployment = DeploymentKind::Custom;
        profile.overrides.api = QUrl(u"https://api.acme.example"_s);
        return profile;
    }

    std::unique_ptr<SearchedFolder> m_dir;
    std::unique_ptr<ProfileStore> m_file;
    std::unique_ptr<SessionStore> m_store;
    std::unique_ptr<SessionStore> m_session;
    std::unique_ptr<ProfileService> m_profiles;
    DeploymentCatalog m_catalog;
};

void TestProfileCredentials::reservedProfileGivesIamCredentials()
{
    Profile profile = custom();
    profile.iam.scopes = {u"ibm"_s};
    profile.iam.tenant = u"account-1"_s;
    profile.singleUseKey = true;
    const Result<TokenCredentials> read = credentials({add(profile), TokenKind::Iam});
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message()));
    QCOMPARE(read->base, QUrl(u"https://iam.cloud.ibm.com"_s));
    QCOMPARE(read->apiKey, Secret(runKey()));
    QCOMPARE(read->scopes, QStringList(u"ibm"_s));
    QCOMPARE(read->tenant, u"account-1"_s);
    QVERIFY(read->clientId.isEmpty());
    QVERIFY(read->clientSecret.isEmpty());
    // Only the platform API has single-use keys.
    QVERIFY(!read->singleUseKey);
}

void TestProfileCredentials::platformProfileBringsItsClient()
{
    Profile profile = custom();
    profile.overrides.platform = QUrl(u"https://platform.acme.example/p"_s);
    profile.clientId = u"toolkit"_s;
    profile.singleUseKey = true;
    const ClientCredentials client{u"toolkit"_s, Secret(runSecret()), {}};
    const Result<TokenCredentials> read = credentials({add(profile, client), TokenKind::Platform});
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message()));
    QCOMPARE(read->base, profile.overrides.platform);
    QCOMPARE(read->clientId, u"toolkit"_s);
    QCOMPARE(read->clientSecret, Secret(runSecret()));
    QVERIFY(read->singleUseKey);
}

void TestProfileCredentials::missingTokenUrlIsSaid_data()
{
    QTest::addColumn<TokenKind>("kind");
    QTest::addColumn<QString>("word");
    QTest::newRow("login service") << TokenKind::ApiConnect << u"login URL"_s;
}

void TestProfileCredentials::missingTokenUrlIsSaid()
{
    QFETCH(TokenKind, kind);
    QFETCH(QString, word);
    const Result<TokenCredentials> read = credentials({add(custom()), kind});
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::InvalidInput);
    QVERIFY(read.error().sentence.contains(u"Acme"_s));
    QVERIFY2(read.error().nextStep.contains(word), qPrintable(read.error().nextStep));
}

void TestProfileCredentials::missingProfileIsSaid()
{
    QCOMPARE(credentials({QUuid::createUuid(), TokenKind::Iam}).error().kind, ErrorKind::NotFound);
}

void TestProfileCredentials::missingSecretIsTheStoresError()
{
    const QUuid id = add(custom());
    QVERIFY(waitFor(m_store->remove(apiKeyEntry(id))));
    QCOMPARE(credentials({id, TokenKind::Iam}).error().kind, ErrorKind::SecretMissing);
}

ACX_TEST_MAIN(TestProfileCredentials)
#include "test_profile_credentials.moc"
