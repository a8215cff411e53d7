// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/link_header.h"
#include "app/explorer/links.h"
#include "app/operations/openapi_reader.h"
#include "app/operations/shipped_catalogs.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace acx;

class TestLinks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void findsUrls_data();
    void findsUrls();
    void tellsTheProfilesHosts_data();
    void tellsTheProfilesHosts();
    void readsLinkHeaders_data();
    void readsLinkHeaders();
    void resolvesHeaderLinks();
    void takesTheTargetBelowTheBase_data();
    void takesTheTargetBelowTheBase();
    void findsTheShippedOperation_data();
    void findsTheShippedOperation();
    void theMostLiteralTemplateWins_data();
    void theMostLiteralTemplateWins();
    void valuesMakeTheSameRequestAgain_data();
    void valuesMakeTheSameRequestAgain();
};

void TestLinks::findsUrls_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("url"); // empty = no link
    const QString https = u"https://api.example.com/v1/x"_s;
    QTest::newRow("absolute anywhere") << u"description"_s << https << https;
    QTest::newRow("absolute http") << u"x"_s << u"http://example.com/a"_s << u"http://example.com/a"_s;
    QTest::newRow("capital scheme") << u"x"_s << u"HTTPS://api.example.com/a"_s << u"https://api.example.com/a"_s;
    QTest::newRow("mixed-case host") << u"url"_s << u"https://API.Example.COM/A"_s << u"https://api.example.com/A"_s;
    QTest::newRow("port") << u"url"_s << u"https://h.example:8443/a?b=c"_s << u"https://h.example:8443/a?b=c"_s;
    QTest::newRow("encoded path stays") << u"url"_s << u"https://h.example/a%2Fb?q=%2B"_s
                                        << u"https://h.example/a%2Fb?q=%2B"_s;
    QTest::newRow("no path") << u"url"_s << u"https://h.example"_s << u"https://h.example"_s;
    QTest::newRow("relative in url") << u"url"_s << u"/api/orgs/acme"_s << u"https://api.example.com/api/orgs/acme"_s;
    QTest::newRow("relative in _url") << u"org_url"_s << u"/api/orgs/acme"_s
                                      << u"https://api.example.com/api/orgs/acme"_s;
    QTest::newRow("relative in _urls") << u"api_urls"_s << u"/api/x"_s << u"https://api.example.com/api/x"_s;
    QTest::newRow("relative in href") << u"href"_s << u"../b"_s << u"https://api.example.com/v1/b"_s;
    QTest::newRow("relative in nextHref")
        << u"nextHref"_s << u"?start=2"_s << u"https://api.example.com/v1/a/c?start=2"_s;
    QTest::newRow("relative segment") << u"href"_s << u"d/e"_s << u"https://api.example.com/v1/a/d/e"_s;
    QTest::newRow("relative elsewhere") << u"path"_s << u"/api/orgs/acme"_s << QString();
    QTest::newRow("other host without scheme") << u"href"_s << u"//evil.example/x"_s << u"https://evil.example/x"_s;
    QTest::newRow("a word in url") << u"url"_s << u"none"_s << QString();
    QTest::newRow("empty") << u"url"_s << QString() << QString();
    QTest::newRow("javascript") << u"href"_s << u"javascript:alert(1)"_s << QString();
    QTest::newRow("file") << u"url"_s << u"file:///etc/passwd"_s << QString();
    QTest::newRow("mail") << u"href"_s << u"mailto:a@b.example"_s << QString();
    QTest::newRow("user info") << u"url"_s << u"https://api.example.com@evil.example/"_s << QString();
    QTest::newRow("user info without scheme") << u"url"_s << u"//a@evil.example/"_s << QString();
    QTest::newRow("backslash") << u"url"_s << u"https://api.example.com\\@evil.example/"_s << QString();
    QTest::newRow("escaped host") << u"url"_s << u"https://api.example.com%2eevil.example/"_s << QString();
    QTest::newRow("blank inside") << u"url"_s << u"https://api.example.com/a b"_s << QString();
    QTest::newRow("text around") << u"url"_s << u"see https://api.example.com/a"_s << QString();
    QTest::newRow("control character") << u"url"_s << u"https://api.example.com/\na"_s << QString();
    QTest::newRow("turned text") << u"url"_s << u"https://api.example.com/\u202egnp"_s << QString();
    QTest::newRow("port nought") << u"url"_s << u"https://api.example.com:0/"_s << QString();
    QTest::newRow("no host") << u"url"_s << u"https:///a"_s << QString();
    QTest::newRow("too long") << u"url"_s << u"https://h.example/"_s + QString(9000, u'a') << QString();
    QTest::newRow("other script") << u"url"_s << u"https://\u0430pi.example.com/"_s
                                  << u"https://xn--pi-6kc.example.com/"_s;
    QTest::newRow("IPv6") << u"url"_s << u"http://[::1]:9/a"_s << u"http://[::1]:9/a"_s;
}

void TestLinks::findsUrls()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    QFETCH(const QString, url);
    const std::optional<QUrl> link = linkTarget(name, value, QUrl(u"https://api.example.com/v1/a/c?x=y#z"_s));
    QCOMPARE(link ? link->toString(QUrl::FullyEncoded) : QString(), url);
}

void TestLinks::tellsTheProfilesHosts_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("onProfile");
    QTest::newRow("API host") << u"https://api.example.com/v1/me"_s << true;
    QTest::newRow("above its base path") << u"https://api.example.com/"_s << true;
    QTest::newRow("standard port") << u"https://api.example.com:443/v1/me"_s << true;
    QTest::newRow("mixed case") << u"https://Api.Example.Com/v1/me"_s << true;
    QTest::newRow("final dot") << u"https://api.example.com./v1/me"_s << true;
    QTest::newRow("fullwidth letters are the same host") << u"https://\uff41pi.example.com/"_s << true;
    QTest::newRow("token service") << u"https://iam.example.com/identity/keys"_s << true;
    QTest::newRow("loopback with its port") << u"http://127.0.0.1:8123/v1/me"_s << true;
    QTest::newRow("other scheme") << u"http://api.example.com/v1/me"_s << false;
    QTest::newRow("other port") << u"https://api.example.com:8443/v1/me"_s << false;
    QTest::newRow("longer name") << u"https://api.example.com.evil.example/"_s << false;
    QTest::newRow("name before") << u"https://x.api.example.com/"_s << false;
    QTest::newRow("shared ending") << u"https://evilapi.example.com/"_s << false;
    QTest::newRow("Cyrillic letter") << u"https://\u0430pi.example.com/"_s << false;
    QTest::newRow("user info") << u"https://api.example.com@evil.example/"_s << false;
    QTest::newRow("user info at the host") << u"https://me@api.example.com/"_s << false;
    QTest::newRow("other loopback port") << u"http://127.0.0.1:8124/v1/me"_s << false;
    QTest::newRow("same address, other name") << u"http://localhost:8123/v1/me"_s << false;
    QTest::newRow("no host") << u"/v1/me"_s << false;
}

void TestLinks::tellsTheProfilesHosts()
{
    QFETCH(const QString, url);
    QFETCH(const bool, onProfile);
    Endpoints endpoints;
    endpoints.api = QUrl(u"https://api.example.com/apim"_s);
    endpoints.iam = QUrl(u"https://iam.example.com"_s);
    endpoints.platform = QUrl(u"http://127.0.0.1:8123"_s);
    QCOMPARE(isOnProfile(QUrl(url), endpoints), onProfile);
    QVERIFY(!isOnProfile(QUrl(url), {}));
}

void TestLinks::readsLinkHeaders_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QStringList>("links"); // target|relation|title
    QTest::newRow("one") << "<https://h/a>; rel=\"next\""_ba << QStringList{u"https://h/a|next|"_s};
    QTest::newRow("two") << "</a>; rel=next, </b>; rel=\"prev\""_ba << QStringList{u"/a|next|"_s, u"/b|prev|"_s};
    QTest::newRow("comma in the URL") << "</a,b>; rel=next"_ba << QStringList{u"/a,b|next|"_s};
    QTest::newRow("comma and semicolon in quotes")
        << "</a>; title=\"x, y; z\"; rel=next"_ba << QStringList{u"/a|next|x, y; z"_s};
    QTest::newRow("escapes in quotes") << R"(</a>; title="x\"y\\z")"_ba << QStringList{u"/a||x\"y\\z"_s};
    QTest::newRow("extended title") << "</a>; title=plain; title*=UTF-8''%e2%82%ac%20rates"_ba
                                    << QStringList{u"/a||€ rates"_s};
    QTest::newRow("first rel counts") << "</a>; rel=one; rel=two"_ba << QStringList{u"/a|one|"_s};
    QTest::newRow("blanks") << "  < /a > ;  REL = next  ,"_ba << QStringList{u"/a|next|"_s};
    QTest::newRow("no parameters") << "</a>"_ba << QStringList{u"/a||"_s};
    QTest::newRow("empty list items") << ",, </a>,,"_ba << QStringList{u"/a||"_s};
    QTest::newRow("open URL") << "</a>; rel=next, </b"_ba << QStringList{u"/a|next|"_s};
    QTest::newRow("open quote") << "</a>; title=\"x"_ba << QStringList{u"/a||x"_s};
    QTest::newRow("no list") << "https://h/a"_ba << QStringList();
    QTest::newRow("empty") << ""_ba << QStringList();
    QTest::newRow("very many") << QByteArray("</a>,").repeated(1000) << QStringList(100, u"/a||"_s);
}

void TestLinks::readsLinkHeaders()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QStringList, links);
    QStringList found;
    for (const LinkValue &link : readLinkHeader(value))
        found += link.target + u'|' + link.relation + u'|' + link.title;
    QCOMPARE(found, links);
}

void TestLinks::resolvesHeaderLinks()
{
    const HttpHeaders headers{{"link"_ba, "<?offset=2>; rel=next, <javascript:x>; rel=bad"_ba},
                              {"Content-Type"_ba, "application/json"_ba},
                              {"Location"_ba, "/v1/orgs/new"_ba},
                              {"Link"_ba, "<https://elsewhere.example/>; rel=help; title=\"Help\""_ba}};
    const QList<HeaderLink> expected{{QUrl(u"https://h.example/v1/orgs?offset=2"_s), u"next"_s, {}},
                                     {QUrl(u"https://h.example/v1/orgs/new"_s), u"location"_s, {}},
                                     {QUrl(u"https://elsewhere.example/"_s), u"help"_s, u"Help"_s}};
    QCOMPARE(headerLinks(headers, QUrl(u"https://h.example/v1/orgs?offset=0"_s)), expected);
}

void TestLinks::takesTheTargetBelowTheBase_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("target");
    const QString host = u"https://h.example"_s;
    QTest::newRow("host only") << host << host + u"/v1/me?x=%2F"_s << "/v1/me?x=%2F"_ba;
    QTest::newRow("base path") << host + u"/apim"_s << host + u"/apim/v1/me"_s << "/v1/me"_ba;
    QTest::newRow("base path with slash") << host + u"/apim/"_s << host + u"/apim/v1/me"_s << "/v1/me"_ba;
    QTest::newRow("beside the base path") << host + u"/apim"_s << host + u"/apim2/v1/me"_s << ""_ba;
    QTest::newRow("above the base path") << host + u"/apim"_s << host + u"/v1/me"_s << ""_ba;
    QTest::newRow("other host") << host << u"https://i.example/v1/me"_s << ""_ba;
    QTest::newRow("root") << host << host << "/"_ba;
    QTest::newRow("no base") << QString() << host << ""_ba;
}

void TestLinks::takesTheTargetBelowTheBase()
{
    QFETCH(const QString, base);
    QFETCH(const QString, url);
    QFETCH(const QByteArray, target);
    QCOMPARE(targetBelow(QUrl(base), QUrl(url)), target);
}

namespace {

QString described(const OperationCatalog &catalog, const QByteArray &method, const QByteArray &target)
{
    const std::optional<OperationMatch> match = matchOperation(catalog, method, target);
    if (!match)
        return {};
    QStringList parts{catalog.operations().at(match->index).id};
    for (const NamedValue &value : match->values)
        parts += value.name + u'=' + value.value;
    return parts.join(u' ');
}

} // namespace

void TestLinks::findsTheShippedOperation_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("operation");
    QTest::newRow("no parameter") << "GET"_ba
                                  << "/v1/me"_ba << u"v5.getMe"_s;
    QTest::newRow("final slash in the template")
        << "GET"_ba
        << "/v1/orgs/a/environments/b/consumerOrgs"_ba << u"v5.listConsumerOrganizations org=a catalog=b"_s;
    QTest::newRow("final slash in the URL") << "GET"_ba
                                            << "/v1/orgs/a/members/"_ba << u"v5.listOrganizationMembers org=a"_s;
    QTest::newRow("literal beats parameter")
        << "GET"_ba
        << "/v1/apimanager/orgs/a/apis/search?name=x"_ba << u"v5.searchDraftApis org=a name=x"_s;
    QTest::newRow("two in one segment") << "GET"_ba
                                        << "/v1/users/context/acme.sandbox"_ba
                                        << u"v5.listCatalogUsers org=acme catalog=sandbox"_s;
    QTest::newRow("literal beats two in one") << "GET"_ba
                                              << "/v1/users/context/apimanager"_ba << u"v5.listManagerUsers"_s;
    QTest::newRow("name and version") << "POST"_ba
                                      << "/v1/orgs/a/environments/b/products/c%3A1.0/replace"_ba
                                      << u"v5.replaceProduct org=a catalog=b name=c version=1.0"_s;
    QTest::newRow("method") << "DELETE"_ba
                            << "/v1/orgs/a/environments/b"_ba << u"v5.deleteCatalog org=a catalog=b"_s;
    QTest::newRow("query of a list") << "GET"_ba
                                     << "/api/orgs?limit=2&offset=4"_ba << u"v10.listOrgs limit=2 offset=4"_s;
    QTest::newRow("decoded values") << "GET"_ba
                                    << "/v1/orgs/a%2Fb%20c/members"_ba << u"v5.listOrganizationMembers org=a/b c"_s;
    QTest::newRow("unknown in the query") << "GET"_ba
                                          << "/v1/me?verbose=1"_ba << QString();
    QTest::newRow("twice in the query") << "GET"_ba
                                        << "/api/orgs?limit=2&limit=4"_ba << QString();
    QTest::newRow("empty segment") << "GET"_ba
                                   << "/v1/orgs//members"_ba << QString();
    QTest::newRow("dot segment") << "GET"_ba
                                 << "/v1/orgs/../members"_ba << QString();
    QTest::newRow("escaped dot segment") << "GET"_ba
                                         << "/v1/orgs/%2e%2e/members"_ba << QString();
    QTest::newRow("bad UTF-8") << "GET"_ba
                               << "/v1/orgs/%ff/members"_ba << QString();
    QTest::newRow("unknown method") << "PATCH"_ba
                                    << "/v1/me"_ba << QString();
    QTest::newRow("no such path") << "GET"_ba
                                  << "/sandbox/large"_ba << QString();
    QTest::newRow("the login service is elsewhere") << "POST"_ba
                                                    << "/apikey"_ba << QString();
    QTest::newRow("nothing") << "GET"_ba
                             << ""_ba << QString();
}

void TestLinks::findsTheShippedOperation()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, target);
    QFETCH(const QString, operation);
    const Result<OperationCatalog> catalog = loadCatalogFor(DeploymentKind::Sandbox);
    QVERIFY(catalog);
    QCOMPARE(described(*catalog, method, target), operation);
}

void TestLinks::theMostLiteralTemplateWins_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("operation");
    QTest::newRow("all literal") << "/a/b/c"_ba << u"literal"_s;
    QTest::newRow("literal to the left") << "/a/b/x"_ba << u"left z=x"_s;
    QTest::newRow("literal to the right") << "/a/x/c"_ba << u"right y=x"_s;
    QTest::newRow("mixture beats parameter") << "/a/x.y/z"_ba << u"mixed y=x path:z=y q=z"_s;
    QTest::newRow("parameters only") << "/a/x/y"_ba << u"open y=x z=y"_s;
    QTest::newRow("name in path and query") << "/a/x.y/z?z=1"_ba << u"mixed y=x path:z=y q=z query:z=1"_s;
    QTest::newRow("array, exploded") << "/list?n=1&n=2"_ba << u"list n=1 n=2"_s;
    QTest::newRow("array in one") << "/list?c=1,2%2C3"_ba << u"list c=1 c=2,3"_s;
    QTest::newRow("plus is a blank") << "/list?n=a+b%2Bc"_ba << u"list n=a b+c"_s;
}

void TestLinks::theMostLiteralTemplateWins()
{
    QFETCH(const QByteArray, target);
    QFETCH(const QString, operation);
    const QByteArray parameter = R"({"in":"path","required":true,"schema":{"type":"string"},"name":)";
    const auto path = [&](const QByteArray &template_, const QByteArray &id, const QByteArrayList &names,
                          const QByteArray &more = {}) {
        QByteArrayList parameters;
        for (const QByteArray &name : names)
            parameters += parameter + '"' + name + "\"}";
        if (!more.isEmpty())
            parameters += more;
        return '"' + template_ + R"(":{"get":{"operationId":")" + id + R"(","parameters":[)" + parameters.join(',') +
               R"(],"responses":{}}})";
    };
    const QByteArrayList paths{
        path("/a/{y}/{z}", "open", {"y", "z"}),
        path("/a/{y}.{z}/{q}", "mixed", {"y", "z", "q"}, R"({"in":"query","name":"z","schema":{"type":"string"}})"),
        path("/a/{y}/c", "right", {"y"}),
        path("/a/b/{z}", "left", {"z"}),
        path("/a/b/c", "literal", {}),
        path("/list", "list", {},
             R"({"in":"query","name":"n","schema":{"type":"array"}},)"
             R"({"in":"query","name":"c","explode":false,"schema":{"type":"array"}})")};
    const Result<OperationCatalog> catalog =
        readOpenApi(R"({"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{)" + paths.join(',') + "}}");
    QVERIFY2(catalog, qPrintable(catalog ? QString() : catalog.error().message()));
    QCOMPARE(described(*catalog, "GET", target), operation);
}

void TestLinks::valuesMakeTheSameRequestAgain_data()
{
    QTest::addColumn<QString>("target");
    for (const QString &target : {u"/api/orgs?limit=2&offset=4"_s, u"/api/orgs/a%2Fb%20%C3%A4"_s,
                                  u"/v1/orgs/a%25/environments/b/products/c%3A1.0"_s})
        QTest::newRow(qPrintable(target)) << target;
}

void TestLinks::valuesMakeTheSameRequestAgain()
{
    QFETCH(const QString, target);
    const Result<OperationCatalog> catalog = loadCatalogFor(DeploymentKind::Sandbox);
    QVERIFY(catalog);
    const std::optional<OperationMatch> match = matchOperation(*catalog, "GET", target.toLatin1());
    QVERIFY(match);
    const Result<Operation> operation = OperationCatalog::read(catalog->operations().at(match->index));
    QVERIFY(operation);
    const Result<FilledOperation> filled = fillOperation(*operation, match->values);
    QVERIFY2(filled, qPrintable(filled ? QString() : filled.error().message()));
    QCOMPARE(filled->target, target);
}

ACX_TEST_MAIN(TestLinks)
#include "test_links.moc"
