// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"
#include "app/tokens/claim_text.h"
#include "app/tokens/token_broker.h"
#include "tests/support/test_main.h"
#include "tests/support/time_zone.h"
#include "tests/support/wait.h"
#include "tests/tokens/held_service.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

/// E5: the time zone changes while tokens live. Their life does not; the times that are shown follow. With the real
/// clock, since that is what a zone could mislead.
class TestTokenZones final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_dir.isValid()); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void e5_lifeIsTheSameInEveryZone_data();
    void e5_lifeIsTheSameInEveryZone();
    void e5_zoneChangesDuringAnExchange();

private:
    static Token tokenFor(const QByteArray &text, qint64 secondsLeft)
    {
        Token token;
        token.value = Secret(text);
        token.issuedAt = SystemClock().now().addSecs(secondsLeft - 3600);
        token.expiresAt = token.issuedAt.addSecs(3600);
        token.renewAt = token.issuedAt.addSecs(2880);
        return token;
    }
    std::unique_ptr<TokenBroker> makeBroker()
    {
        auto broker = std::make_unique<TokenBroker>(
            [](const TokenNeed &) {
                TokenCredentials credentials;
                credentials.apiKey = Secret("key"_ba);
                return ready<TokenCredentials>(credentials);
            },
            m_clock);
        auto service = std::make_unique<HeldService>(TokenKind::Iam);
        m_service = service.get();
        broker->addService(std::move(service));
        return broker;
    }
    Result<Token> exchanged(TokenBroker &broker, const Token &token)
    {
        const QFuture<Result<Token>> future = broker.token(m_need);
        if (!QTest::qWaitFor([this] { return m_service->count() > 0; }))
            qFatal("nothing was asked for");
        m_service->answer(token);
        return waitFor(future);
    }

    SystemClock m_clock;
    HeldService *m_service = nullptr;
    const TokenNeed m_need{QUuid::createUuid(), TokenKind::Iam};
    QTemporaryDir m_dir;
};

void TestTokenZones::e5_lifeIsTheSameInEveryZone_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("hours"); ///< that the shown time moves by
    const QString file = m_dir.filePath(u"zone"_s);
    QVERIFY(TimeZone::write(file, 9 * 3600));
    QTest::newRow("E5 zone to the east") << "UTC0"_ba
                                         << "KIR-14"_ba << 14;
    QTest::newRow("E5 zone to the west") << "UTC0"_ba
                                         << "LAX8"_ba << -8;
    QTest::newRow("E5 zone over the date line") << "KIR-14"_ba
                                                << "MID11"_ba << -25;
    QTest::newRow("E5 zone from a file") << "UTC0"_ba
                                         << ":" + file.toLocal8Bit() << 9;
}

void TestTokenZones::e5_lifeIsTheSameInEveryZone()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(int, hours);
    const TimeZone zone(from);
    const std::unique_ptr<TokenBroker> other = makeBroker();
    HeldService *othersService = m_service;
    const Token dead = tokenFor("dead", 5); // five seconds left count as none
    QVERIFY(exchanged(*other, dead));
    const std::unique_ptr<TokenBroker> third = makeBroker();
    const Token live = tokenFor("live", 3000);
    QVERIFY(exchanged(*third, live));
    const int asked = m_service->count();

    const QDateTime now = m_clock.now();
    const QString before = momentText(live.expiresAt, now);
    TimeZone::change(to);
    const Result<Token> again = waitFor(third->token(m_need));
    QVERIFY(again);
    QCOMPARE(again->value, live.value);
    QCOMPARE(m_service->count(), asked);
    QVERIFY(third->state(m_need).token->remaining(m_clock.now()) > std::chrono::seconds(2900));
    third->keepAlive(m_need.profile);
    third->checkNow();
    QCOMPARE(m_service->count(), asked);

    const QFuture<Result<Token>> fresh = other->token(m_need);
    QVERIFY(!fresh.isFinished());
    QTRY_COMPARE(othersService->count(), 2);
    othersService->answer(tokenFor("fresh", 3600));
    QCOMPARE(waitFor(fresh)->value, Secret("fresh"_ba));

    const QString after = momentText(live.expiresAt, now);
    const auto shownTime = [](const QString &text) {
        return QTime::fromString(QRegularExpression(u"\\d\\d:\\d\\d:\\d\\d"_s).match(text).captured(), u"HH:mm:ss"_s);
    };
    QCOMPARE(shownTime(after), shownTime(before).addSecs(hours * 3600));
    QCOMPARE(after.mid(after.indexOf(u'(')), before.mid(before.indexOf(u'('))); // how long it still lives
}

void TestTokenZones::e5_zoneChangesDuringAnExchange()
{
    const TimeZone zone("UTC0");
    const std::unique_ptr<TokenBroker> broker = makeBroker();
    const QFuture<Result<Token>> future = broker->token(m_need);
    QTRY_COMPARE(m_service->count(), 1);
    const Token live = tokenFor("live", 3600);
    TimeZone::change("KIR-14");
    m_service->answer(live);
    QCOMPARE(waitFor(future)->value, live.value);
    TimeZone::change("MID11");
    QCOMPARE(waitFor(broker->token(m_need))->value, live.value);
    QCOMPARE(m_service->count(), 1);
}

ACX_TEST_MAIN(TestTokenZones)
#include "test_token_zones.moc"
