// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/profiles/service_parts.h"

#include "tests/profiles/stored_names.h"
#include "tests/support/searched_folder.h"
#include "tests/support/wait.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace acx {

void ServiceParts::makeParts()
{
    m_folder = std::make_unique<SearchedFolder>();
    m_file = std::make_unique<ProfileStore>(path());
    m_keyring = std::make_unique<FailingStore>();
    m_session = std::make_unique<SessionStore>();
    m_service = std::make_unique<ProfileService>(*m_file, *m_keyring, *m_session);
    QVERIFY(m_service->load().has_value());
}

void ServiceParts::removeParts()
{
    m_service.reset();
    m_session.reset();
    m_keyring.reset();
    m_file.reset();
    m_folder.reset();
}

QStringList ServiceParts::namesOnDisk() const
{
    return storedNames(ProfileStore(path()));
}

void ServiceParts::makeFileUnwritable()
{
    QVERIFY(QDir().mkpath(QFileInfo(path()).path()));
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write("damaged"), 7);
}

Profile ServiceParts::addProfile(const QString &name, const QByteArray &key, bool sessionOnly)
{
    Profile profile = draft(name);
    profile.sessionOnly = sessionOnly;
    const Result<Profile> added = waitFor(m_service->add(profile, apiKey(key)));
    return added ? *added : Profile();
}

Profile draft(const QString &name)
{
    Profile profile;
    profile.name = name;
    profile.deployment = DeploymentKind::Reserved;
    profile.overrides.api = QUrl(u"https://api.example.com"_s);
    return profile;
}

ApiKey apiKey(const QByteArray &value, const QString &name)
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

} // namespace acx
