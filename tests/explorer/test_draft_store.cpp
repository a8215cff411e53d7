// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/explorer/draft_bench.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

Q_DECLARE_METATYPE(acx::RequestState)

/// What drafts keep, for whom, and what they never keep.
class TestDraftStore final : public QObject, private DraftFolder
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        makeFolder();
    }
    void cleanup() { removeFolder(); }

    void nothingSavedIsNoTabs();
    void everyMemberSurvivesARestart();
    void tokenChoicesSurvive_data();
    void tokenChoicesSurvive();
    void secretsAreNotWritten_data();
    void secretsAreNotWritten();
    void theLastOfManySavesWins();
    void profilesDoNotMix();
    void aSessionOnlyProfileLeavesNoFile();
    void aRemovedProfileTakesItsDraftsAlong();
    void aProfileThatFellOutOfTheListKeepsItsDrafts();
    void limitsLeaveOutAndSay();
};

void TestDraftStore::nothingSavedIsNoTabs()
{
    const Profile profile = m_bench->addProfile(u"one"_s);
    const Result<DraftSet> loaded = waitFor(m_bench->drafts.load(profile.id));
    QVERIFY(loaded);
    QCOMPARE(*loaded, DraftSet());
    QVERIFY(!QFileInfo::exists(drafts())); // looking makes nothing
    QCOMPARE(waitFor(m_bench->drafts.load(QUuid::createUuid())).error().kind, ErrorKind::NotFound);
}

void TestDraftStore::everyMemberSurvivesARestart()
{
    const Profile profile = m_bench->addProfile(u"one"_s);
    const DraftSet saved{{stateNamed(u"v5.getMe"_s), fullState(), stateNamed({})}, 1, {}};
    QVERIFY(waitFor(m_bench->drafts.save(profile.id, saved)));
    const Result<DraftSet> loaded = loadAnew(profile.id);
    QVERIFY(loaded);
    QVERIFY(!loaded->notice);
    QCOMPARE(*loaded, saved);
}

void TestDraftStore::tokenChoicesSurvive_data()
{
    QTest::addColumn<int>("choice");
    QTest::newRow("by path") << tokenByPath;
    QTest::newRow("none") << withoutToken;
    QTest::newRow("API Connect") << static_cast<int>(TokenKind::ApiConnect);
    QTest::newRow("IAM") << static_cast<int>(TokenKind::Iam);
    QTest::newRow("platform") << static_cast<int>(TokenKind::Platform);
}

void TestDraftStore::tokenChoicesSurvive()
{
    QFETCH(int, choice);
    RequestState state = fullState();
    state.tokenChoice = choice;
    const std::optional<RequestState> read = requestStateFromJson(toJson(state));
    QVERIFY(read);
    QCOMPARE(*read, state);
    QCOMPARE(chosenKind(*read).has_value(), choice >= 0);
}

void TestDraftStore::secretsAreNotWritten_data()
{
    QTest::addColumn<RequestState>("state");
    QTest::addColumn<QByteArray>("kept");
    const auto row = [](const char *name, auto change, const QByteArray &kept) {
        RequestState state = fullState();
        change(state);
        QTest::newRow(name) << state << kept;
    };
    row(
        "Authorization",
        [](RequestState &s) { s.headerText = u"X-A: 1\nAuthorization: Bearer s3cr3t-value-0815\nX-B: 2"_s; },
        "X-A: 1\\nX-B: 2");
    row(
        "any letter case", [](RequestState &s) { s.headerText = u"X-A: 1\n  aUTHORIZATION : s3cr3t-value-0815"_s; },
        "X-A: 1");
    row(
        "Cookie", [](RequestState &s) { s.headerText = u"Cookie: id=s3cr3t-value-0815\nX-A: 1"_s; }, "X-A: 1");
    row(
        "client secret", [](RequestState &s) { s.headerText = u"X-IBM-Client-Secret: s3cr3t-value-0815\nX-A: 1"_s; },
        "X-A: 1");
    row(
        "header parameter",
        [](RequestState &s) {
            s.values = {{u"header:X-Ibm-Client-Secret"_s, u"s3cr3t-value-0815"_s}, {u"org"_s, u"acme"_s}};
        },
        "acme");
    row(
        "member of the body",
        [](RequestState &s) {
            s.values = {{u"body:api_key"_s, u"s3cr3t-value-0815"_s}, {u"org"_s, u"acme"_s}};
        },
        "acme");
    row(
        "in a JSON body",
        [](RequestState &s) { s.bodyText = u"{\"realm\": \"x1\", \"password\": \"s3cr3t-value-0815\"}"_s; }, "realm");
    row(
        "in a form body", [](RequestState &s) { s.bodyText = u"grant_type=x2&apikey=s3cr3t-value-0815"_s; },
        "grant_type=x2");
    row(
        "in a multipart body",
        [](RequestState &s) {
            s.bodyText = u"--b\r\nContent-Disposition: form-data; name=\"client_secret\"\r\n\r\ns3cr3t-value-0815\r\n"
                         "--b\r\nContent-Disposition: form-data; name=\"realm\"\r\n\r\nx5\r\n--b--\r\n"_s;
        },
        "x5");
    row(
        "member of a form", [](RequestState &s) { s.bodyText = u"user[password]=s3cr3t-value-0815&realm=x6"_s; },
        "realm=x6");
    row(
        "in a list of pairs",
        [](RequestState &s) {
            s.bodyText = uR"([{"key":"X-IBM-Client-Secret","value":"s3cr3t-value-0815"},{"key":"x7","value":"x8"}])"_s;
        },
        "x8");
    row(
        "block of YAML",
        [](RequestState &s) {
            s.bodyText = u"client_secret: |\n  s3cr3t-value-0815\n  s3cr3t-value-0815\nrealm: x9"_s;
        },
        "realm: x9");
    row(
        "value of a parameter",
        [](RequestState &s) {
            s.values = {{u"body:config"_s, u"<ns:password>s3cr3t-value-0815</ns:password>"_s}};
        },
        "ns:password");
    row(
        "parameter of an endpoint",
        [](RequestState &s) {
            s.values = {{u"body:endpoint_password"_s, u"s3cr3t-value-0815"_s}, {u"org"_s, u"acme"_s}};
        },
        "acme");
    row(
        "in the query", [](RequestState &s) { s.target = u"/token?apikey=s3cr3t-value-0815&x=3"_s; }, "x=3");
    row(
        "in the user info", [](RequestState &s) { s.target = u"https://me:s3cr3t-value-0815@host.example/x4"_s; },
        "host.example/x4");
}

void TestDraftStore::secretsAreNotWritten()
{
    QFETCH(RequestState, state);
    QFETCH(QByteArray, kept);
    const Profile profile = m_bench->addProfile(u"one"_s);
    QVERIFY(waitFor(m_bench->drafts.save(profile.id, {{state}, 0, {}})));
    const QByteArray content = contentOf(profile);
    QVERIFY2(!content.contains("s3cr3t-value-0815"), content.constData());
    QVERIFY2(content.contains(kept), content.constData());
    QCOMPARE(loadAnew(profile.id)->tabs, QList<RequestState>{withoutSecrets(state)});
}

void TestDraftStore::theLastOfManySavesWins()
{
    const Profile profile = m_bench->addProfile(u"one"_s);
    QList<QFuture<Status>> all;
    DraftSet set;
    for (int i = 0; i < 200; ++i) {
        set = {{stateNamed(QString::number(i))}, 0, {}};
        all.append(m_bench->drafts.save(profile.id, set));
    }
    // A load comes after every save before it, and the end of the program waits for all.
    QCOMPARE(waitFor(m_bench->drafts.load(profile.id))->tabs, set.tabs);
    for (const QFuture<Status> &future : std::as_const(all))
        QVERIFY(waitFor(future));
    set.tabs.append(fullState());
    m_bench->drafts.save(profile.id, set);
    QCOMPARE(loadAnew(profile.id)->tabs, set.tabs);
}

void TestDraftStore::profilesDoNotMix()
{
    const Profile one = m_bench->addProfile(u"one"_s);
    const Profile two = m_bench->addProfile(u"two"_s);
    m_bench->drafts.save(one.id, {{stateNamed(u"1"_s)}, 0, {}});
    m_bench->drafts.save(two.id, {{stateNamed(u"2"_s)}, 0, {}});
    QCOMPARE(waitFor(m_bench->drafts.load(one.id))->tabs.constFirst().operationId, u"1"_s);
    QCOMPARE(waitFor(m_bench->drafts.load(two.id))->tabs.constFirst().operationId, u"2"_s);
}

void TestDraftStore::aSessionOnlyProfileLeavesNoFile()
{
    const Profile profile = m_bench->addProfile(u"one"_s, true);
    const DraftSet set{{fullState()}, 0, {}};
    QVERIFY(waitFor(m_bench->drafts.save(profile.id, set)));
    QCOMPARE(*waitFor(m_bench->drafts.load(profile.id)), set);
    QVERIFY(waitFor(m_bench->drafts.remove(profile.id)));
    QCOMPARE(*waitFor(m_bench->drafts.load(profile.id)), DraftSet());
    QVERIFY(!QFileInfo::exists(drafts()));
}

void TestDraftStore::aRemovedProfileTakesItsDraftsAlong()
{
    const Profile profile = m_bench->addProfile(u"one"_s);
    const Profile other = m_bench->addProfile(u"two"_s);
    write(profile, "damaged");
    QVERIFY(waitFor(m_bench->drafts.load(profile.id))->notice);
    QVERIFY(waitFor(m_bench->drafts.save(profile.id, {{fullState()}, 0, {}})));
    QVERIFY(waitFor(m_bench->drafts.save(other.id, {{fullState()}, 0, {}})));
    QCOMPARE(QDir(drafts()).entryList(QDir::Files).size(), 3);
    QVERIFY(waitFor(m_bench->profiles.remove(profile.id)));
    // A tab that closes late brings nothing back.
    QCOMPARE(waitFor(m_bench->drafts.save(profile.id, {{fullState()}, 0, {}})).error().kind, ErrorKind::NotFound);
    QVERIFY(waitFor(m_bench->drafts.load(other.id)));
    QCOMPARE(QDir(drafts()).entryList(QDir::Files), QStringList{QFileInfo(pathOf(other)).fileName()});
}

/// Another program has set a damaged list aside and written what was left of it: nobody removed the profile.
void TestDraftStore::aProfileThatFellOutOfTheListKeepsItsDrafts()
{
    const Profile profile = m_bench->addProfile(u"one"_s);
    const Profile other = m_bench->addProfile(u"two"_s);
    const DraftSet set{{fullState()}, 0, {}};
    QVERIFY(waitFor(m_bench->drafts.save(profile.id, set)));
    const QByteArray before = contentOf(profile);
    m_bench->profiles.follow();
    QSignalSpy gone(&m_bench->profiles, &ProfileService::profileRemoved);
    ProfileStore elsewhere(m_bench->file.path());
    QVERIFY(elsewhere.remove(profile.id));
    QTRY_COMPARE(gone.count(), 1);
    QVERIFY(waitFor(m_bench->drafts.save(other.id, set))); // after whatever else waits for the disk
    QCOMPARE(contentOf(profile), before);
    // The person has put the list right.
    QVERIFY(elsewhere.save(profile));
    QTRY_VERIFY(m_bench->profiles.find(profile.id));
    QCOMPARE(waitFor(m_bench->drafts.load(profile.id))->tabs, set.tabs);
}

void TestDraftStore::limitsLeaveOutAndSay()
{
    const Profile profile = m_bench->addProfile(u"one"_s);
    m_bench->drafts.setLimits({4, 1000, 6000});
    DraftSet set;
    for (int i = 0; i < 6; ++i) {
        set.tabs.append(stateNamed(QString::number(i)));
        set.tabs.last().bodyText = QString(i == 1 ? 1001 : 900, u'x');
    }
    QVERIFY(waitFor(m_bench->drafts.save(profile.id, set)));
    const Result<DraftSet> loaded = waitFor(m_bench->drafts.load(profile.id));
    QVERIFY(loaded);
    QCOMPARE(loaded->tabs.size(), 4);
    QCOMPARE(loaded->tabs[0], set.tabs[0]);
    QVERIFY(loaded->tabs[1].bodyText.isEmpty()); // too large
    QCOMPARE(loaded->tabs[1].operationId, u"1"_s);
    QVERIFY(loaded->notice);
    QCOMPARE(loaded->notice->kind, ErrorKind::TooLarge);
    QVERIFY(loaded->notice->sentence.contains(u'2')); // tabs

    m_bench->drafts.setLimits({100, 1000, 3000});
    set.tabs.resize(4);
    QVERIFY(waitFor(m_bench->drafts.save(profile.id, set)));
    const Result<DraftSet> less = waitFor(m_bench->drafts.load(profile.id));
    QCOMPARE(less->tabs.size(), 4);
    QCOMPARE(less->tabs[0], set.tabs[0]);
    QVERIFY(less->tabs[3].bodyText.isEmpty());
    QVERIFY(contentOf(profile).size() < 4000);
}

ACX_TEST_MAIN(TestDraftStore)
#include "test_draft_store.moc"
