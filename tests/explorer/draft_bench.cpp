// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/explorer/draft_bench.h"

#include "tests/support/run_canary.h"
#include "tests/support/searched_folder.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace acx {

DraftBench::DraftBench(const QString &folder)
    : file(folder + u"/profiles.json"_s)
    , profiles(file, session, session)
    , drafts(folder + u"/state/drafts"_s, profiles)
{
    if (!profiles.load())
        qFatal("The profiles cannot be loaded.");
}

Profile DraftBench::addProfile(const QString &name, bool sessionOnly)
{
    Profile draft;
    draft.name = name;
    draft.sessionOnly = sessionOnly;
    ApiKey key;
    key.value = Secret(runKey());
    const Result<Profile> added = waitFor(profiles.add(draft, key));
    if (!added)
        qFatal("%s", qPrintable(added.error().message()));
    return *added;
}

void DraftFolder::makeFolder()
{
    m_folder = std::make_unique<SearchedFolder>();
    m_bench = std::make_unique<DraftBench>(folder());
}

void DraftFolder::removeFolder()
{
    m_bench.reset();
    m_folder.reset();
}

QString DraftFolder::pathOf(const Profile &profile, int window) const
{
    const QString suffix = window > 1 ? u"-%1.json"_s.arg(window) : u".json"_s;
    return drafts() + u'/' + profile.id.toString(QUuid::WithoutBraces) + suffix;
}

QByteArray DraftFolder::contentOf(const Profile &profile) const
{
    QFile file(pathOf(profile));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void DraftFolder::writeTo(const QString &path, const QByteArray &bytes) const
{
    QVERIFY(QDir().mkpath(drafts()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

Result<DraftSet> DraftFolder::loadAnew(const QUuid &profile)
{
    m_bench.reset();
    m_bench = std::make_unique<DraftBench>(folder());
    return waitFor(m_bench->drafts.load(profile));
}

RequestState stateNamed(const QString &operation)
{
    RequestState state;
    state.id = QUuid::createUuid();
    state.operationId = operation;
    return state;
}

RequestState fullState()
{
    RequestState state = stateNamed(u"v10.createOrgCatalog"_s);
    state.catalogId = u"7d5c"_s;
    state.method = "POST";
    state.target = u"/api/orgs/ä b?x=1"_s;
    state.values = {{u"org"_s, u"acme"_s}, {u"query:fields"_s, u"add(a,b)"_s}, {u"body:file"_s, u"/tmp/a \"b\".zip"_s}};
    state.headerText = u"X-One: 1\nX-Two: zwei"_s;
    state.bodyText = u"{\"title\": \"Sandbox 😀\"}"_s;
    state.bodyType = u"application/json"_s;
    state.bodyFile = u"/home/someone/body.json"_s;
    state.tokenChoice = static_cast<int>(TokenKind::Platform);
    return state;
}

} // namespace acx
