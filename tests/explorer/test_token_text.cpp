// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/token_text.h"
#include "app/json/json_value.h"
#include "tests/support/test_main.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

class TestTokenText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void formats_data();
    void formats();
    void json();
    void jsonWithoutEnd();
    void namesGoBothWays();
    void shellGetsBackWhatWasQuoted_data();
    void shellGetsBackWhatWasQuoted();

private:
    static QDateTime now() { return QDateTime(QDate(2026, 9, 14), QTime(12, 0), Qt::UTC); }
    static Token token(TokenKind kind = TokenKind::Iam)
    {
        Token token;
        token.value = Secret("abc.def.ghi"_ba);
        token.kind = kind;
        token.tokenType = u"Bearer"_s;
        token.issuedAt = now().addSecs(-600);
        token.expiresAt = now().addSecs(3000);
        return token;
    }
};

void TestTokenText::formats_data()
{
    QTest::addColumn<TokenFormat>("format");
    QTest::addColumn<TokenKind>("kind");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("raw") << TokenFormat::Raw << TokenKind::Iam << "abc.def.ghi"_ba;
    QTest::newRow("bearer") << TokenFormat::Bearer << TokenKind::Iam << "Bearer abc.def.ghi"_ba;
    QTest::newRow("header") << TokenFormat::Header << TokenKind::Iam << "Authorization: Bearer abc.def.ghi"_ba;
    QTest::newRow("env") << TokenFormat::Env << TokenKind::Iam << "export APIC_TOKEN='abc.def.ghi'"_ba;
    QTest::newRow("curl") << TokenFormat::Curl << TokenKind::ApiConnect
                          << "curl -H 'Authorization: Bearer abc.def.ghi' 'https://h.example/p/v1/me?a=%27'"_ba;
}

void TestTokenText::formats()
{
    QFETCH(TokenFormat, format);
    QFETCH(TokenKind, kind);
    QFETCH(QByteArray, text);
    const Secret formatted = formatToken(token(kind), format, QUrl(u"https://h.example/p/v1/me?a=%27"_s), now());
    QCOMPARE(formatted.reveal(), text);
}

void TestTokenText::json()
{
    const Secret formatted = formatToken(token(), TokenFormat::Json, {}, now());
    const JsonValue value = parseJson(formatted.reveal()).value();
    QCOMPARE(value[u"token"].toString(), u"abc.def.ghi"_s);
    QCOMPARE(value[u"token_type"].toString(), u"Bearer"_s);
    QCOMPARE(value[u"kind"].toString(), u"iam"_s);
    QCOMPARE(value[u"issued_at"].toString(), u"2026-09-14T11:50:00Z"_s);
    QCOMPARE(value[u"expires_at"].toString(), u"2026-09-14T12:50:00Z"_s);
    QCOMPARE(value[u"expires_in"].toInteger(), std::optional<qint64>(3000));
    QCOMPARE(value.members().size(), 6);
    QVERIFY(!formatted.reveal().endsWith('\n'));
}

void TestTokenText::jsonWithoutEnd()
{
    Token endless = token();
    endless.expiresAt = {};
    const Secret formatted = formatToken(endless, TokenFormat::Json, {}, now());
    const JsonValue value = parseJson(formatted.reveal()).value();
    QCOMPARE(value[u"expires_at"].type(), JsonValue::Type::Null);
    QCOMPARE(value[u"expires_in"].type(), JsonValue::Type::Null);
}

void TestTokenText::namesGoBothWays()
{
    for (const TokenFormat format : {TokenFormat::Raw, TokenFormat::Bearer, TokenFormat::Header, TokenFormat::Env,
                                     TokenFormat::Curl, TokenFormat::Json})
        QCOMPARE(tokenFormatFromText(toText(format)), std::optional(format));
    QVERIFY(!tokenFormatFromText(u"xml"));
}

void TestTokenText::shellGetsBackWhatWasQuoted_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << "abc"_ba;
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("single quotes") << "a'b''c"_ba;
    QTest::newRow("everything else") << "$(id) `id` \"x\" \\ ; & | > * ! # ~ ä"_ba;
}

void TestTokenText::shellGetsBackWhatWasQuoted()
{
    QFETCH(QByteArray, text);
    QProcess shell;
    shell.start(u"/bin/sh"_s, {u"-c"_s, u"printf %s "_s + QString::fromUtf8(shellQuoted(text))});
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.readAllStandardOutput(), text);
}

ACX_TEST_MAIN(TestTokenText)
#include "test_token_text.moc"
