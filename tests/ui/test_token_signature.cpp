// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/token_broker.h"
#include "tests/support/certificates.h"
#include "tests/support/fault_server.h"
#include "tests/support/test_main.h"
#include "tests/support/time_zone.h"
#include "tests/tokens/signer.h"
#include "tests/tokens/unsigned_jwt.h"
#include "tests/ui/screen_bench.h"
#include "ui/session.h"
#include "ui/settings/app_settings.h"
#include "ui/tokens/token_card.h"
#include "ui/tokens/tokens_screen.h"

#include <QApplication>
#include <QPointer>
#include <QRegularExpression>
#include <QTcpSocket>

#include <map>

using namespace Qt::StringLiterals;
using namespace acx;

namespace {

/// A token service and publisher of keys that says what a row wants, and the Tokens screen over it.
struct Stage
{
    Stage()
        : copier(bench.services())
    {
        server.setHandler([this](QTcpSocket &socket, const RecordedRequest &request) { serve(socket, request); });
        Profile draft;
        draft.name = u"Signed"_s;
        draft.deployment = DeploymentKind::Custom;
        for (QUrl *url : {&draft.overrides.iam, &draft.overrides.login, &draft.overrides.api})
            *url = server.url("");
        ApiKey key;
        key.value = Secret("a-key-of-this-test"_ba);
        const Result<Profile> added = waitFor(bench.services().profiles.add(draft, key));
        if (!added)
            qFatal("%s", qPrintable(added.error().message()));
        bench.services().session.select(added->id);
        screen = std::make_unique<TokensScreen>(bench.services(), copier);
        bench.show(*screen);
    }

    void serve(QTcpSocket &socket, const RecordedRequest &request)
    {
        if (request.target.startsWith("/identity/keys") || request.target.startsWith("/cert")) {
            if (holdKeys)
                heldKeys = &socket;
            else if (keysAnswer.isEmpty())
                socket.abort();
            else
                socket.write(keysAnswer);
            return;
        }
        const bool login = request.target.startsWith("/apikey");
        socket.write(httpAnswer(200, login ? R"({"jwt":")" + token + R"("})"
                                           : R"({"access_token":")" + token + R"(","expires_in":3600})"));
    }
    /// One of the person's own, which could vouch for a publisher of keys.
    void addAuthority()
    {
        const QString file = writeInto(folder, u"own.pem"_s, TestCertificate::authority().certificatePem());
        QVERIFY(waitFor(bench.services().settings.setAuthorityFiles({file})));
    }
    void publish(const QByteArray &keys) { keysAnswer = httpAnswer(200, keys); }

    [[nodiscard]] TokenCard &card(const char *kind = "iam") const
    {
        auto *found = screen->findChild<TokenCard *>("tokenCard-"_L1 + QLatin1StringView(kind));
        if (!found)
            qFatal("There is no card for %s.", kind);
        return *found;
    }
    [[nodiscard]] QString told(const char *kind = "iam") const { return textOf(card(kind), "cardSignature"); }
    [[nodiscard]] QString why(const char *kind = "iam") const
    {
        return part<QWidget>(card(kind), "cardSignatureText")->accessibleName();
    }
    /// Everything that the card's widgets say to eye, pointer and screen reader.
    [[nodiscard]] QStringList words(const char *kind = "iam") const
    {
        QStringList all;
        for (const QWidget *widget : card(kind).findChildren<QWidget *>()) {
            for (const char *name : {"text", "toolTip", "accessibleName", "accessibleDescription", "plainText"})
                all << widget->property(name).toString();
        }
        return all;
    }

    QTemporaryDir folder;
    ScreenBench bench;
    FaultServer server;
    QByteArray token;
    QByteArray keysAnswer; ///< empty = the connection is cut
    bool holdKeys = false;
    QPointer<QTcpSocket> heldKeys;
    TokenCopier copier;
    std::unique_ptr<TokensScreen> screen;
};

const Signer &signerOf(const QByteArray &algorithm, bool foreign = false)
{
    static std::map<std::pair<QByteArray, bool>, Signer> signers;
    return signers.try_emplace({algorithm, foreign}, algorithm).first->second;
}

QByteArray claims()
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    return R"({"sub":"me","iat":)" + QByteArray::number(now) + R"(,"exp":)" + QByteArray::number(now + 3600) + '}';
}

QByteArray header(const QByteArray &algorithm, const QByteArray &more = {})
{
    return R"({"alg":")" + algorithm + R"(","kid":"a")" + more + '}';
}

const auto verifiedTag = u"signature verified"_s;
const auto decodedTag = u"decoded, not verified"_s;
const auto wrongTag = u"signature wrong"_s;

/// Nothing on the card may read as a verification.
bool claimsVerification(const QStringList &words)
{
    return std::any_of(words.cbegin(), words.cend(), [](QString text) {
        text = text.toLower();
        for (const QString &denial : {u"decoded, not verified"_s, u"not verified"_s})
            text.remove(denial);
        return text.contains(u"verified"_s) || text.contains(u"matches a key"_s) || text.contains(u"key of "_s);
    });
}

} // namespace

/// J1 at the widgets: what the token's card says of a signature, for each outcome that a check can have.
class TestTokenSignature final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void cardTellsTheOutcome_data();
    void cardTellsTheOutcome();
    void j7_whatCannotBeReadIsOpaque_data();
    void j7_whatCannotBeReadIsOpaque();
    void nothingIsVerifiedWhileItIsChecked();
    void aNewTokenLosesTheOldOnesVerdict();
    void aLateVerdictIsNotTheNextTokens();
    void j1_keysAreForgottenWithAnAuthority();
    void j1_keysUnderWayAreForgotten();
    void e5_shownTimesFollowTheZone();
};

void TestTokenSignature::cardTellsTheOutcome_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("keys"); ///< the whole answer of the publisher
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("reason");
    const Signer &ours = signerOf("RS256");
    const Signer &foreign = signerOf("RS256", true);
    const QByteArray good = ours.jwt(claims(), header("RS256"));
    const QByteArrayList parts = good.split('.');
    const QByteArray keys = httpAnswer(200, jwks({ours.jwk(R"("kid":"a")")}));
    const auto row = [&](const char *name, const QByteArray &token, const QByteArray &published, const QString &tag,
                         const QString &reason, const QByteArray &kind = "iam"_ba) {
        QTest::addRow("J1 %s", name) << kind << token << published << tag << reason;
    };
    const auto none = u"not accepted from this issuer"_s;
    row("verified", good, keys, verifiedTag, u"RS256 · key a of 127.0.0.1"_s);
    row("tampered claims", parts[0] + '.' + base64url(R"({"sub":"you"})") + '.' + parts[2], keys, wrongTag,
        u"was changed or is not from this issuer"_s);
    row("signed by another, our key's name", foreign.jwt(claims(), header("RS256")), keys, wrongTag,
        u"was changed or is not from this issuer"_s);
    row("self-made key in the header", foreign.jwt(claims(), header("RS256", R"(,"jwk":)" + foreign.jwk())), keys,
        wrongTag, u"was changed or is not from this issuer"_s);
    row("unknown kid", ours.jwt(claims(), R"({"alg":"RS256","kid":"b"})"), keys, decodedTag,
        u"not among the published ones"_s);
    row("algorithm not allowed, ES384", signerOf("ES384").jwt(claims(), header("ES384")),
        httpAnswer(200, jwks({signerOf("ES384").jwk(R"("kid":"a")")})), decodedTag, none);
    row("algorithm not allowed, HS256", ours.jwt(claims(), header("HS256")), keys, decodedTag, none);
    row("algorithm none", ours.jwt(claims(), header("none")), keys, decodedTag, none);
    row("no signature", parts[0] + '.' + parts[1] + '.', keys, decodedTag, u"not strict base64url"_s);
    row("crit", ours.jwt(claims(), header("RS256", R"(,"crit":["exp"])")), keys, decodedTag, u"crit"_s);
    row("a member twice", ours.jwt(R"({"sub":"a","sub":"b"})", header("RS256")), keys, decodedTag, u"twice"_s);
    row("encrypted", parts[0] + ".a.b.c.d", keys, decodedTag, u"encrypted"_s);
    row("opaque", "opaque-token", keys, decodedTag, u"no JSON Web Token"_s);
    row("publisher cuts the connection", good, {}, decodedTag, u"Not verified"_s);
    row("publisher answers 503", good, httpAnswer(503, "{}"), decodedTag, u"Not verified"_s);
    row("publisher sends elsewhere", good, httpAnswer(302, "", {"Location: https://evil.example/keys"}), decodedTag,
        u"Not verified"_s);
    row("publisher has no keys", good, httpAnswer(200, R"({"keys":[]})"), decodedTag, u"Not verified"_s);
    row("only another kind of key", good, httpAnswer(200, jwks({signerOf("ES384").jwk(R"("kid":"a")")})), decodedTag,
        u"No published key fits"_s);
    row("login service, verified", good, keys, verifiedTag, u"RS256 · key a of 127.0.0.1"_s, "apiconnect");
    row("login service, tampered", parts[0] + '.' + base64url(R"({"sub":"you"})") + '.' + parts[2], keys, wrongTag,
        u"was changed"_s, "apiconnect");
}

void TestTokenSignature::cardTellsTheOutcome()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, keys);
    QFETCH(QString, tag);
    QFETCH(QString, reason);
    Stage stage;
    stage.token = token;
    stage.keysAnswer = keys;
    click(stage.card(kind.constData()), "cardGet");
    QTRY_COMPARE(stage.told(kind.constData()), tag);
    const QString why = stage.why(kind.constData());
    QVERIFY2(why.contains(reason), qPrintable(why));
    QVERIFY(isShown(stage.card(kind.constData()), "cardSignature"));
    QCOMPARE(claimsVerification(stage.words(kind.constData())), tag == verifiedTag);
    // Not by its colour either.
    QCOMPARE(part<QLabel>(stage.card(kind.constData()), "cardSignature")->property("tag").toString() == u"success"_s,
             tag == verifiedTag);
}

void TestTokenSignature::j7_whatCannotBeReadIsOpaque_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("opaque"); ///< said in place of the claims
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("hasHeader"); ///< which can still be looked at
    const Signer &ours = signerOf("RS256");
    const QByteArrayList parts = ours.jwt(claims(), header("RS256")).split('.');
    const auto none = u"it is no JSON Web Token"_s;
    const auto row = [](const char *name, const QByteArray &token, const QString &opaque, const QString &tag,
                        const QString &reason, bool hasHeader) {
        QTest::addRow("J7 %s", name) << token << opaque << tag << reason << hasHeader;
    };
    row("one part", parts[0], none, decodedTag, u"no JSON Web Token: it has 1 part"_s, false);
    row("two parts", parts[0] + '.' + parts[1], none, decodedTag, u"no JSON Web Token: it has 2 part"_s, false);
    row("five parts", parts[0] + ".a.b.c.d", none, decodedTag, u"encrypted (five parts)"_s, false);
    row("empty header", '.' + parts[1] + '.' + parts[2], none, decodedTag, u"its first part is no JSON object"_s,
        false);
    row("empty payload", parts[0] + ".." + parts[2], u"The payload of this token is empty."_s, decodedTag,
        u"a part is empty"_s, true);
    row("all parts empty", "..", none, decodedTag, u"a part is empty"_s, false);
    row("1 MB in one part", QByteArray(1'000'000, 'a'), none, decodedTag, u"no JSON Web Token: it has 1 part"_s, false);
    row("1 MB of payload", parts[0] + '.' + QByteArray(999'000, 'a') + '.' + parts[2], u"cannot be read: "_s, wrongTag,
        u"was changed or is not from this issuer"_s, true);
    const QByteArray deep = R"({"a":)" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + '}';
    row("deep nesting in the payload", parts[0] + '.' + base64url(deep) + '.' + parts[2],
        u"values are nested deeper than"_s, wrongTag, u"was changed or is not from this issuer"_s, true);
    row("deep nesting in the payload, signed", ours.jwt(deep, header("RS256")), u"values are nested deeper than"_s,
        verifiedTag, u"RS256 · key a of 127.0.0.1"_s, true);
    row("deep nesting in the header", base64url(deep) + '.' + parts[1] + '.' + parts[2], none, decodedTag,
        u"its first part is no JSON object"_s, false);
    row("a list as payload, signed", ours.jwt("[1,2]", header("RS256")), u"no JSON object, so it names no claims"_s,
        verifiedTag, u"RS256 · key a of 127.0.0.1"_s, true);
}

void TestTokenSignature::j7_whatCannotBeReadIsOpaque()
{
    QFETCH(QByteArray, token);
    QFETCH(QString, opaque);
    QFETCH(QString, tag);
    QFETCH(QString, reason);
    QFETCH(bool, hasHeader);
    Stage stage;
    stage.token = token;
    stage.publish(jwks({signerOf("RS256").jwk(R"("kid":"a")")}));
    click(stage.card(), "cardGet");
    QTRY_COMPARE(stage.told(), tag);
    QVERIFY2(stage.why().contains(reason), qPrintable(stage.why()));
    QVERIFY(isShown(stage.card(), "claimsOpaque"));
    QVERIFY2(textOf(stage.card(), "claimsOpaque").contains(opaque), qPrintable(textOf(stage.card(), "claimsOpaque")));
    const auto rows = [&stage] { return part<QWidget>(stage.card(), "claimsTable")->findChildren<QLabel *>().size(); };
    QCOMPARE(rows(), 0);
    QCOMPARE(isShown(stage.card(), "claimsAll"), hasHeader);
    if (hasHeader) {
        click(stage.card(), "claimsAll");
        QVERIFY(rows() > 0);
        click(stage.card(), "claimsJson");
        QVERIFY(textOf(stage.card(), "claimsText").contains("\"alg\": \"RS256\""_L1));
        QVERIFY(textOf(stage.card(), "claimsText").endsWith("null"_L1));
    }
    // The next one can be read again.
    stage.token = signerOf("RS256").jwt(claims(), header("RS256"));
    click(stage.card(), "cardRenew");
    QTRY_VERIFY(!isShown(stage.card(), "claimsOpaque"));
    QVERIFY(isShown(stage.card(), "claimsAll"));
    QTRY_COMPARE(stage.told(), verifiedTag);
}

void TestTokenSignature::nothingIsVerifiedWhileItIsChecked()
{
    Stage stage;
    stage.token = signerOf("RS256").jwt(claims(), header("RS256"));
    stage.holdKeys = true;
    QVERIFY(!isShown(stage.card(), "cardSignature"));
    click(stage.card(), "cardGet");
    QTRY_VERIFY(stage.heldKeys);
    QCOMPARE(stage.told(), u"checking the signature…"_s);
    QVERIFY(!claimsVerification(stage.words()));
    stage.heldKeys->write(httpAnswer(200, jwks({signerOf("RS256").jwk(R"("kid":"a")")})));
    QTRY_COMPARE(stage.told(), verifiedTag);
    QVERIFY(claimsVerification(stage.words()));
    click(stage.card(), "cardForget");
    QVERIFY(!isShown(stage.card(), "cardSignature"));
}

void TestTokenSignature::aNewTokenLosesTheOldOnesVerdict()
{
    Stage stage;
    stage.publish(jwks({signerOf("RS256").jwk(R"("kid":"a")")}));
    stage.token = signerOf("RS256").jwt(claims(), header("RS256"));
    click(stage.card(), "cardGet");
    QTRY_COMPARE(stage.told(), verifiedTag);
    stage.token = signerOf("RS256", true).jwt(claims(), header("RS256"));
    click(stage.card(), "cardRenew");
    QTRY_COMPARE(stage.told(), wrongTag);
    QVERIFY(!claimsVerification(stage.words()));
}

void TestTokenSignature::aLateVerdictIsNotTheNextTokens()
{
    Stage stage;
    stage.holdKeys = true;
    stage.token = signerOf("RS256").jwt(claims(), header("RS256"));
    click(stage.card(), "cardGet");
    QTRY_VERIFY(stage.heldKeys);
    // A second token, which can be judged without keys, comes while the first one's are on their way.
    stage.token = "opaque-token";
    click(stage.card(), "cardRenew");
    QTRY_COMPARE(stage.told(), decodedTag);
    stage.heldKeys->write(httpAnswer(200, jwks({signerOf("RS256").jwk(R"("kid":"a")")})));
    QTest::qWait(200);
    QCOMPARE(stage.told(), decodedTag);
    QVERIFY(!claimsVerification(stage.words()));
}

void TestTokenSignature::j1_keysAreForgottenWithAnAuthority()
{
    Stage stage;
    stage.addAuthority();
    stage.publish(jwks({signerOf("RS256").jwk(R"("kid":"a")")}));
    stage.token = signerOf("RS256").jwt(claims(), header("RS256"));
    click(stage.card(), "cardGet");
    QTRY_COMPARE(stage.told(), verifiedTag);
    // Whoever vouched for these keys is trusted no longer, and nobody else publishes them.
    stage.keysAnswer.clear();
    QVERIFY(waitFor(stage.bench.services().settings.setAuthorityFiles({})));
    QTRY_COMPARE(stage.told(), decodedTag); // also of the token that is shown
    QVERIFY(!claimsVerification(stage.words()));
    stage.token = signerOf("RS256").jwt(R"({"sub":"you"})", header("RS256"));
    click(stage.card(), "cardRenew");
    QTRY_COMPARE(stage.told(), decodedTag);
    QVERIFY(!claimsVerification(stage.words()));
}

void TestTokenSignature::j1_keysUnderWayAreForgotten()
{
    Stage stage;
    stage.addAuthority();
    stage.holdKeys = true;
    stage.token = signerOf("RS256").jwt(claims(), header("RS256"));
    click(stage.card(), "cardGet");
    QTRY_VERIFY(stage.heldKeys);
    // Asked for under an authority that is trusted no longer, and nobody else publishes them.
    const QPointer<QTcpSocket> late = stage.heldKeys;
    stage.holdKeys = false;
    QVERIFY(waitFor(stage.bench.services().settings.setAuthorityFiles({})));
    QTest::qWait(100);
    if (late)
        late->write(httpAnswer(200, jwks({signerOf("RS256").jwk(R"("kid":"a")")})));
    QTRY_COMPARE(stage.told(), decodedTag);
    QTest::qWait(100);
    QCOMPARE(stage.told(), decodedTag);
}

void TestTokenSignature::e5_shownTimesFollowTheZone()
{
    const TimeZone zone("UTC0");
    Stage stage;
    stage.publish(jwks({signerOf("RS256").jwk(R"("kid":"a")")}));
    stage.token = signerOf("RS256").jwt(claims(), header("RS256"));
    click(stage.card(), "cardGet");
    QTRY_COMPARE(stage.told(), verifiedTag);
    const auto shownHour = [&stage] {
        const QString line = part<QWidget>(stage.card(), "cardTimeLine")->accessibleName();
        return QRegularExpression(u"expires .*?(\\d\\d):"_s).match(line).captured(1).toInt();
    };
    const auto untilWords = [&stage] { return stage.words().filter(QRegularExpression(u"\\(in \\d+ min"_s)); };
    const int before = shownHour();
    QVERIFY(!untilWords().isEmpty());
    TimeZone::change("EAST-9");
    stage.card().tick();
    QCOMPARE(shownHour(), (before + 9) % 24);
    QVERIFY(!untilWords().isEmpty());
    QCOMPARE(textOf(stage.card(), "cardState"), u"valid"_s);
    QCOMPARE(stage.told(), verifiedTag);
}

ACX_WIDGET_TEST_MAIN(TestTokenSignature)
#include "test_token_signature.moc"
