// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tokens/token_broker.h"
#include "tests/support/test_main.h"
#include "tests/ui/screen_bench.h"
#include "ui/session.h"
#include "ui/tokens/secret_text_view.h"
#include "ui/tokens/token_card.h"
#include "ui/tokens/tokens_screen.h"
#include "ui/widgets/secret_clipboard.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace acx;
using namespace std::chrono_literals;

namespace {

/// The Tokens screen over a bench, with one profile unless told otherwise.
struct Stage
{
    explicit Stage(bool withProfile = true)
        : copier(bench.services())
    {
        if (withProfile)
            profile = bench.addProfile(u"Acme Production"_s);
        screen = std::make_unique<TokensScreen>(bench.services(), copier);
        bench.show(*screen);
    }
    [[nodiscard]] TokenCard *card(const char *kind) const
    {
        return screen->findChild<TokenCard *>("tokenCard-"_L1 + QLatin1StringView(kind));
    }
    [[nodiscard]] QString state(const char *kind) const { return textOf(*card(kind), "cardState"); }
    /// Gets IAM's token by the card's button and waits until it is there and checked.
    [[nodiscard]] bool get() const
    {
        click(*card("iam"), "cardGet");
        return QTest::qWaitFor(
            [this] {
                return state("iam") == "valid"_L1 && textOf(*card("iam"), "cardSignature") == "signature verified"_L1;
            },
            20'000);
    }
    [[nodiscard]] Token token(TokenKind kind = TokenKind::Iam)
    {
        return *bench.services().broker.state(bench.services().session.need(kind)).token;
    }

    ScreenBench bench;
    TokenCopier copier;
    Profile profile;
    std::unique_ptr<TokensScreen> screen;
};

[[nodiscard]] QString clipboardText()
{
    return QGuiApplication::clipboard()->text();
}

[[nodiscard]] bool clipboardIsMarked()
{
    return QGuiApplication::clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s) == "secret";
}

} // namespace

class TestTokensScreen : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        // The off-screen platform says so of sizes, menus and the order of windows.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        QGuiApplication::clipboard()->clear();
    }

    void phaseFollowsTheState_data()
    {
        QTest::addColumn<int>("secondsLeft"); // INT_MAX = no token
        QTest::addColumn<bool>("exchanging");
        QTest::addColumn<bool>("failed");
        QTest::addColumn<int>("phase");
        constexpr int none = std::numeric_limits<int>::max();
        const auto row = [](const char *name, int left, bool exchanging, bool failed, TokenPhase phase) {
            QTest::newRow(name) << left << exchanging << failed << static_cast<int>(phase);
        };
        row("none yet", none, false, false, TokenPhase::None);
        row("asked for", none, true, false, TokenPhase::Exchanging);
        row("valid", 3000, false, false, TokenPhase::Valid);
        row("valid while it renews", 3000, true, false, TokenPhase::Valid);
        row("valid although the renewal failed", 3000, false, true, TokenPhase::Valid);
        row("expires soon", 40, false, false, TokenPhase::ExpiresSoon);
        row("counts as expired 10 s early", 9, false, false, TokenPhase::Expired);
        row("expired", -5, false, false, TokenPhase::Expired);
        row("failed", none, false, true, TokenPhase::Failed);
        row("failed after it expired", -5, false, true, TokenPhase::Failed);
        row("asked for after a failure", none, true, true, TokenPhase::Exchanging);
    }
    void phaseFollowsTheState()
    {
        QFETCH(int, secondsLeft);
        QFETCH(bool, exchanging);
        QFETCH(bool, failed);
        QFETCH(int, phase);
        const QDateTime now = QDateTime::fromSecsSinceEpoch(1'790'000'000, Qt::UTC);
        TokenState state;
        state.exchanging = exchanging;
        if (failed)
            state.lastError = cancelledError();
        if (secondsLeft != std::numeric_limits<int>::max()) {
            state.token = Token();
            state.token->expiresAt = now.addSecs(secondsLeft);
        }
        QCOMPARE(static_cast<int>(phaseOf(state, now)), phase);
    }

    void withoutAProfileItShowsTheWay()
    {
        Stage stage(false);
        QVERIFY(isShown(*stage.screen, "tokensEmpty"));
        QVERIFY(!isShown(*stage.screen, "renewAll"));
        click(*stage.screen, "tokensStart");
        QCOMPARE(stage.bench.places(), QList<Place>{Place::Welcome});
        (void)stage.bench.addProfile(u"First"_s); // arrives while the screen is shown
        QVERIFY(!isShown(*stage.screen, "tokensEmpty"));
        QVERIFY(stage.card("iam") != nullptr);
    }

    void getsAndExplainsAToken()
    {
        Stage stage;
        QCOMPARE(stage.state("iam"), u"none yet"_s);
        QVERIFY(stage.get());
        TokenCard &card = *stage.card("iam");
        QVERIFY(!isShown(card, "cardGet"));
        QVERIFY(isShown(card, "cardTimeLine"));
        QVERIFY(textOf(card, "cardCharacters").contains(QLocale().toString(stage.token().value.size())));
        const QString source = part<QWidget>(card, "cardSignatureText")->accessibleName();
        QVERIFY2(source.startsWith(u"RS256 · key "_s) && source.endsWith("127.0.0.1"_L1), qPrintable(source));
        QStringList claims;
        for (const QLabel *label : part<QWidget>(card, "claimsTable")->findChildren<QLabel *>())
            claims += label->text() + label->accessibleName();
        for (const char *expected : {"Who", "Account", "Issued by", "Valid until", "exp"})
            QVERIFY2(claims.contains(QLatin1StringView(expected)), expected);
    }

    void claimsAsJsonAndWhole()
    {
        Stage stage;
        QVERIFY(stage.get());
        TokenCard &card = *stage.card("iam");
        const auto rows = [&card] { return part<QWidget>(card, "claimsTable")->findChildren<QLabel *>().size(); };
        const qsizetype inWords = rows();
        click(card, "claimsAll");
        QVERIFY(rows() > inWords);
        click(card, "claimsJson");
        QVERIFY(isShown(card, "claimsText"));
        QVERIFY(textOf(card, "claimsText").contains(u"\"alg\": \"RS256\""_s));
        QVERIFY(textOf(card, "claimsText").contains(u"\"iam_id\""_s));
        click(card, "claimsWords");
        QCOMPARE(rows(), inWords);
    }

    void copiesEveryForm_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("begins");
        QTest::newRow("token") << u"copyRaw"_s << u"eyJ"_s;
        QTest::newRow("bearer") << u"copyBearer"_s << u"Bearer eyJ"_s;
        QTest::newRow("header") << u"copyHeader"_s << u"Authorization: Bearer eyJ"_s;
        QTest::newRow("curl") << u"copyCurl"_s << u"curl "_s;
        QTest::newRow("environment") << u"copyEnv"_s << u"export "_s;
        QTest::newRow("json") << u"copyJson"_s << u"{"_s;
    }
    void copiesEveryForm()
    {
        QFETCH(QString, action);
        QFETCH(QString, begins);
        Stage stage;
        QVERIFY(stage.get());
        auto *menu = part<QMenu>(*stage.card("iam"), "cardMenu");
        auto *entry = menu->findChild<QAction *>(action);
        QVERIFY(entry != nullptr);
        entry->trigger();
        QTRY_VERIFY2(clipboardText().startsWith(begins), "the form did not arrive");
        QVERIFY(clipboardText().contains(QString::fromLatin1(stage.token().value.reveal())));
        QVERIFY(clipboardIsMarked());
        QVERIFY(stage.bench.services().clipboard.remaining() > 0s);
        if (action == "copyCurl"_L1)
            QVERIFY(clipboardText().contains(u"/api/orgs"_s));
    }

    void buttonsCopy_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("begins");
        QTest::newRow("bearer") << u"cardCopyBearer"_s << u"Bearer "_s;
        QTest::newRow("header") << u"cardCopyHeader"_s << u"Authorization: "_s;
        QTest::newRow("curl") << u"cardCopyCurl"_s << u"curl "_s;
    }
    void buttonsCopy()
    {
        QFETCH(QString, button);
        QFETCH(QString, begins);
        Stage stage;
        QVERIFY(stage.get());
        click(*stage.card("iam"), button.toLatin1().constData());
        QTRY_VERIFY(clipboardText().startsWith(begins));
        QVERIFY(clipboardIsMarked());
    }

    void revealedTextIsCopiedAsASecret()
    {
        Stage stage;
        QVERIFY(stage.get());
        TokenCard &card = *stage.card("iam");
        auto *text = part<SecretTextView>(card, "cardText");
        QTest::keyClick(text, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(clipboardText().isEmpty()); // hidden
        click(card, "cardReveal");
        QVERIFY(text->isRevealed());
        QCOMPARE(part<QPushButton>(card, "cardReveal")->text(), u"hide"_s);
        QTest::keyClick(text, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(clipboardText().toLatin1(), stage.token().value.reveal());
        QVERIFY(clipboardIsMarked());
        QVERIFY(stage.bench.services().clipboard.remaining() > 0s);
        click(card, "cardReveal");
        QVERIFY(!text->isRevealed());
    }

    void revealedTextHidesWhenTheScreenGoes()
    {
        Stage stage;
        QVERIFY(stage.get());
        click(*stage.card("iam"), "cardReveal");
        stage.screen->hide();
        QVERIFY(!part<SecretTextView>(*stage.card("iam"), "cardText")->isRevealed());
    }

    void noWidgetButTheViewHoldsTheToken()
    {
        Stage stage;
        QVERIFY(stage.get());
        click(*stage.card("iam"), "cardReveal");
        click(*stage.card("iam"), "claimsJson");
        const QString signature = QString::fromLatin1(stage.token().value.reveal()).section(u'.', 2);
        for (const QWidget *widget : stage.screen->findChildren<QWidget *>()) {
            for (const char *name : {"text", "plainText", "accessibleName", "accessibleDescription", "toolTip"})
                QVERIFY2(!widget->property(name).toString().contains(signature), qPrintable(widget->objectName()));
        }
    }

    void renewsAndForgets()
    {
        Stage stage;
        QVERIFY(stage.get());
        const Token first = stage.token();
        TokenCard &card = *stage.card("iam");
        click(card, "cardRenew");
        QTRY_VERIFY_WITH_TIMEOUT(stage.token().value != first.value, 20'000);
        QTRY_COMPARE(textOf(card, "cardSignature"), u"signature verified"_s);
        click(card, "cardForget");
        QCOMPARE(stage.state("iam"), u"none yet"_s);
        QVERIFY(!isShown(card, "cardText"));
        QVERIFY(!stage.bench.services().broker.state(stage.bench.services().session.need(TokenKind::Iam)).token);
    }

    void renewAllServesEveryCard()
    {
        Stage stage;
        QVERIFY(stage.card("apiconnect") != nullptr);
        click(*stage.screen, "renewAll");
        QTRY_COMPARE_WITH_TIMEOUT(stage.state("iam"), u"valid"_s, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(stage.state("apiconnect"), u"valid"_s, 20'000);
        QTRY_COMPARE(textOf(*stage.card("apiconnect"), "cardSignature"), u"signature verified"_s);
    }

    void aRefusedKeyIsExplained()
    {
        Stage stage;
        Profile draft;
        draft.name = u"Wrong"_s;
        draft.deployment = DeploymentKind::Custom;
        draft.overrides = stage.bench.sandbox().endpoints;
        ApiKey key;
        key.value = Secret(QByteArray(44, 'x'));
        const Result<Profile> added = waitFor(stage.bench.services().profiles.add(draft, key));
        QVERIFY(added.has_value());
        stage.bench.services().session.select(added->id);
        click(*stage.card("iam"), "cardGet");
        QTRY_COMPARE(stage.state("iam"), u"failed"_s);
        TokenCard &card = *stage.card("iam");
        QVERIFY(isShown(card, "cardNoticeTitle"));
        QVERIFY(!textOf(card, "cardNoticeTitle").isEmpty());
        QCOMPARE(part<QPushButton>(card, "cardGet")->text(), u"Try again"_s);
        QVERIFY(!isShown(card, "cardCopyBearer"));
        for (const QLabel *label : card.findChildren<QLabel *>())
            QVERIFY(!label->text().contains(u"xxxxxxxx"_s));
    }

    void unusedKindsSayWhy()
    {
        Stage stage;
        ScreenBench &bench = stage.bench;
        Profile reserved;
        reserved.name = u"Reserved"_s;
        reserved.deployment = DeploymentKind::Reserved;
        reserved.region = u"eu-de"_s;
        reserved.overrides.api = QUrl(u"https://api.acme.example"_s);
        ApiKey key;
        key.value = Secret("not used here"_ba);
        const Result<Profile> added = waitFor(bench.services().profiles.add(reserved, key));
        QVERIFY(added.has_value());
        bench.services().session.select(added->id);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        const QWidget *card = part<QWidget>(*stage.screen, "unusedToken-apiconnect");
        QCOMPARE(textOf(*card, "unusedState"), u"not used by this deployment"_s);
        QVERIFY(part<QWidget>(*card, "unusedReason")->accessibleName().contains(u"31 July 2023"_s));
        QVERIFY(stage.card("iam") != nullptr);
        QVERIFY(stage.card("apiconnect") == nullptr);
    }

    void anotherProfileBringsItsOwnCards()
    {
        Stage stage;
        QVERIFY(stage.get());
        (void)stage.bench.addProfile(u"Second"_s);
        QCOMPARE(stage.state("iam"), u"none yet"_s);
        const QString heading = part<QWidget>(*stage.screen, "tokensProfile")->accessibleName();
        QVERIFY2(heading.startsWith(u"Second · key “ci-pipeline” · created "_s), qPrintable(heading));
        stage.bench.services().session.select(stage.profile.id);
        QCOMPARE(stage.state("iam"), u"valid"_s);
    }

    void everyControlHasAName()
    {
        Stage stage;
        QVERIFY(stage.get());
        for (const QAbstractButton *button : stage.screen->findChildren<QAbstractButton *>())
            QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                     qPrintable(button->objectName()));
        QVERIFY(!part<QWidget>(*stage.card("iam"), "cardTimeLine")->accessibleName().isEmpty());
    }
};

ACX_WIDGET_TEST_MAIN(TestTokensScreen)
#include "test_tokens_screen.moc"
