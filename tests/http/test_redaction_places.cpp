// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/redactor.h"
#include "app/http/secret_names.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace acx;

/// Rows R2, R3, R6 and R8 at places that are less common than those of test_redaction_matrix, and what hostile texts
/// make of the search.
class TestRedactionPlaces final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void r3_values_data();
    void r3_values();
    void r8_readable_data();
    void r8_readable();
    void r2_namesAroundWords();
    void r3_beginningOfACutText();
    void r3_findsNoMoreThanTheText_data();
    void r3_findsNoMoreThanTheText();
};

void TestRedactionPlaces::r3_values_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    // ### is the secret, @@@ one with blanks, • what stands in its place.
    const auto row = [](const char *name, QByteArray text, QByteArray clean) {
        QTest::newRow(name) << text.replace("###", "hunter2hunter2").replace("@@@", "correct horse battery")
                            << clean.replace("•", "•••");
    };
    const auto same = [row](const char *name, const QByteArray &text) {
        row(name, text, QByteArray(text).replace("###", "•").replace("@@@", "•"));
    };
    const QByteArray head = "--b\r\nContent-Disposition: form-data; name=";
    same("R3 multipart", head + "\"client_secret\"\r\n\r\n###\r\n" + head + "\"title\"\r\n\r\nkeep\r\n--b--\r\n");
    same("R3 multipart, name without quotes", head + "password\r\n\r\n###\r\n--b--\r\n");
    same("R3 multipart, file",
         head + "\"api_key\"; filename=\"k\"\r\nContent-Type: text/plain\r\n\r\n###\r\n--b--\r\n");
    same("R3 multipart, type first",
         "--b\nContent-Type: text/plain\nContent-Disposition: form-data; name=\"token\"\n\n###\n--b--\n");
    row("R3 multipart over lines", head + "\"secret\"\r\n\r\n--###\r\n-- \r\n\r\n###\r\n--b--\r\n",
        head + "\"secret\"\r\n\r\n•\r\n--b--\r\n");
    same("R3 multipart, empty value", head + "\"secret\"\r\n\r\n\r\n" + head + "\"title\"\r\n\r\nkeep\r\n--b--\r\n");
    same("R3 multipart cut off", head + "\"secret\"\r\n\r\n###");
    same("R3 multipart in JSON",
         R"({"body":"--b\r\nContent-Disposition: form-data; name=\"client_secret\"\r\n\r\n###\r\n--b--","n":1})");

    same("R3 quoted in a JSON string", R"({"errorMessage":"bad client_secret=\"###\" given","n":1})");
    same("R3 quoted in a JSON string, with blanks", R"({"m":"client_secret=\"@@@\" given"})");
    same("R3 quoted in a JSON string in another", R"({"e":"{\"m\":\"client_secret=\\\"@@@\\\" given\"}"})");
    same("R3 quoted by a number", R"({"m":"client_secret=\u0022@@@\u0022 given"})");
    same("R3 quoted in a percent-encoded text", "msg=client_secret%3D%22###%22%20keep&x=1");
    row("R3 quoted in a JSON string, cut off", R"({"m":"client_secret=\"a ###"})", R"({"m":"client_secret=\"•"})");
    same("R3 attribute in a JSON string", R"({"xml":"<user password=\"###\"/>"})");

    same("R3 element with a namespace", "<wsse:Password Type=\"x\">###</wsse:Password>");
    same("R3 element with a long attribute",
         "<wsse:Password Type=\"http://docs.oasis-open.org/wss/2004/01/"
         "oasis-200401-wss-username-token-profile-1.0#PasswordText\">###</wsse:Password>");
    same("R3 element with a short namespace", "<a><ns:password>###</ns:password><keep>x</keep></a>");

    same("R3 member in brackets", "user[password]=###&keep=1");
    same("R3 member in encoded brackets", "user%5Bpassword%5D=###&keep=1");
    row("R3 member in encoded brackets, encoded value", "user%5bpassword%5d=a%26###&keep=1",
        "user%5bpassword%5d=•&keep=1");
    same("R3 list in brackets", "tokens[0]=###&user[password][]=###&keep=1");
    same("R3 member of a secret", "password[new]=###&keep=1");
    same("R3 index", "environ[\"API_KEY\"] = \"@@@\" keep");
    same("R3 index in a JSON string", R"({"code":"os.environ[\"API_KEY\"] = \"@@@\" keep"})");

    same("R3 pair", R"({"name":"client_secret","value":"###"})");
    same("R3 pair with a key", R"({"key":"X-IBM-Client-Secret","value":"###"})");
    same("R3 pair, value first", R"([{"value":"###","name":"client_secret"},{"value":"keep","name":"x"}])");
    same("R3 pair with other members",
         R"({"name":"client_secret","comment":"a } b","x":{"value":"keep"},"value":"###","n":"keep"})");
    same("R3 pair with two names", R"({"key":"client_secret","name":"Client secret","value":"###"})");
    same("R3 pairs of an archive", R"({"headers":[{"name":"Host","value":"keep"},{"name":"Authorization",)"
                                   R"("value":"###"},{"name":"Accept","value":"keep"}],"n":1})");
    same("R3 pairs of an archive in a string",
         R"({"log":"[{\"name\":\"Host\",\"value\":\"keep\"},{\"name\":\"Authorization\",\"value\":\"###\"},)"
         R"({\"name\":\"Accept\",\"value\":\"keep\"}]"})");
    same("R3 pair in YAML", "- name: client_secret\n  value: ###\n- name: x\n  value: keep");
    same("R3 property", "<property name=\"client_secret\">###</property>");
    same("R3 property with a value", "<property name=\"client_secret\" value=\"###\"/><p name=\"x\" value=\"keep\"/>");
    same("R3 property, value first", "<property value=\"###\" name=\"client_secret\"/>");
    same("R3 property in a JSON string", R"({"x":"<property name=\"client_secret\" value=\"###\"/>"})");
    same("R3 property, percent-encoded", "x=%3Cp%20name%3D%22client_secret%22%20value%3D%22###%22%2F%3E&y=1");
    row("R3 property that ends with a backslash", R"(<p name="token" value="###\"/><keep a="x"/>)",
        R"(<p name="token" value="•"/><keep a="x"/>)");

    same("R3 arrow", "{\"password\"=>\"###\", \"n\"=>1}");
    same("R3 arrow and symbol", "{:client_secret=>\"###\"}");
    same("R3 arrow and number", "{\"passcode\" => ###, \"n\"=>1}");
    same("R3 arrow and brackets", "Array\n(\n    [password] => ###\n    [n] => keep\n)");
    same("R3 two signs", "if (p[\"token\"] == \"###\") keep");
    same("R3 colon and sign", "go: password := \"###\" keep");

    row("R3 apostrophe in a query", "https://h/p?password=ab'###&x=1", "https://h/p?password=•&x=1");
    row("R3 apostrophe in a form", "password=ab'###&x=1", "password=•&x=1");
    row("R3 apostrophe in a form in JSON", R"({"body":"password=ab'###&x=1"})", R"({"body":"password=•&x=1"})");
    same("R3 address between apostrophes", "curl 'https://h/p?password=###' -H 'keep'");
    same("R3 address between apostrophes, no blanks", "{'url':'https://h/p?token=###','keep':1}");

    row("R3 block of YAML", "a:\n  client_secret: |\n    ###\n\n    ###\n  keep: x",
        "a:\n  client_secret: |\n    •\n  keep: x");
    same("R3 folded block of YAML", "client_secret: >-\n  ###\nkeep: x");
    same("R3 block of YAML in a list", "- password: |2-  # a key\n    ###\n  keep: x");
    same("R3 next line of YAML", "a:\n  password:\n    ###\n  keep: x");
    same("R3 next line of YAML, behind a remark", "password:   # a remark\n  @@@\nkeep: x");
    row("R3 list on the next lines of YAML", "tokens:\n  - ###\n  - ###\nkeep: x", "tokens:\n  •\nkeep: x");
    same("R3 header on two lines", "Authorization:\r\n @@@\r\nKeep: x");
    same("R3 item of YAML", "- password: @@@\n- keep: x");
    same("R3 line of a difference", "+password: @@@\n keep: x");

    row("R3 apostrophe in a shell's header", R"(curl -H 'X-Auth-Token: ###'\''###' -H 'keep')",
        "curl -H 'X-Auth-Token: •' -H 'keep'");
    row("R3 apostrophe in a shell's form", R"(curl -d 'password=###'\''###' --data 'keep')",
        "curl -d 'password=•' --data 'keep'");
    same("R3 JSON in HTML", "<pre>{&quot;password&quot;: &quot;@@@&quot;, &quot;n&quot;: &quot;keep&quot;}</pre>");
    same("R3 JSON in HTML, by numbers", "{&#34;password&#34;:&#34;@@@&#34;,&#34;n&#34;:&#34;keep&#34;}");
    same("R3 query in HTML", "<a href=\"/p?a=1&amp;token=###&amp;keep=1\">");
    same("R3 element in HTML", "&lt;password&gt;@@@&lt;/password&gt; keep");
    same("R3 element that names the next",
         "<key>password</key>\n<string>@@@</string><key>x</key><string>keep</string>");
    same("R3 element that names the next, name and value",
         "<p><name> client_secret </name><value>@@@</value></p><p><name>x</name><value>keep</value></p>");
    same("R3 long name with a digit", "oauth2ClientCredentialsSecret=###");
    same("R3 long header with a digit", "X-Oauth2-Client-Secret-Value: ###");
    same("R3 long header that ends with jwt", "X-Acme-Gateway-Oauth2-Jwt: ###");
    same("R3 password of an endpoint", R"({"endpoint_password":"###","token_endpoint":"https://h/t"})");

    row("R6 key is agreed upon", "x=eyJhbGciOiJkaXIifQ..48V1_ALb6US04U3b.5eym8TW_c8SuK0lt.XFBoMYUZodetZdvT&y=1",
        "x=•&y=1");
    row("R3 user info with an apostrophe", "GET https://bob:it's-mine@h/x", "GET https://•@h/x");
    row("R3 user info with an apostrophe between apostrophes", "curl 'https://bob:it's-mine@h/x' -v",
        "curl 'https://•@h/x' -v");
    row("R3 user info with an at sign", "https://me:p@ssw0rd@h/", "https://•@h/");
    row("R3 user info with a slash", "https://bob:it/is?mi#ne@h/x keep", "https://•@h/x keep");
    row("R3 user info with a slash, last of two", "https://h/ https://bob:it/is@h/x", "https://h/ https://•@h/x");
    row("R3 user info of a database", R"({"db":"mongodb://admin:P@ss!@db:27017","n":1})",
        R"({"db":"mongodb://•@db:27017","n":1})");
    row("R3 user info in two addresses", "https://a:b@h,https://c:d@h'", "https://•@h,https://•@h'");
    row("R3 user info in an encoded query", "to=https%3A%2F%2Fme%3Ap%40ss%40h%2F&x=1", "to=https%3A%2F%2F•%40h%2F&x=1");

    row("R6 key is agreed upon, short parts", "eyJhbGciOiJkaXIifQ..iv.ciphertext.tag", "•");

    same("R3 authorization code first", "code=###&grant_type=authorization_code");
    same("R3 authorization code first in a string", R"({"body":"code=###&x=1&grant_type=authorization_code"})");

    row("R3 value that begins within another", "asked token: secret=\"a ### b\" keep", "asked token: •\" keep");
    row("R3 header that begins with a quote", "X-Auth-Token: \"a\", \"###\"\nkeep: x", "X-Auth-Token: •\nkeep: x");
}

void TestRedactionPlaces::r3_values()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, expected);
    QCOMPARE(Redactor().bytes(text), expected);
}

void TestRedactionPlaces::r8_readable_data()
{
    QTest::addColumn<QByteArray>("text");
    int number = 0;
    for (const QByteArray &text : {
             R"({"name":"token_type","value":"Bearer"})"_ba,
             R"({"name":"Password policy","value":"strong"})"_ba,
             R"({"name":"client_secret","in":"query","required":true,"schema":{"type":"string"}})"_ba,
             R"([{"name":"client_secret"},{"name":"x","value":"keep"}])"_ba,
             R"({"name":"client_secret","value":null})"_ba,
             R"({"required":["client_secret","scope"],"value":"keep"})"_ba,
             R"({"tokenEndpointUrl":"https://h/t","token_type_hint":"access_token","endpoint":"https://h"})"_ba,
             "token[type]=Bearer&token[expires_in]=3600&filter[name]=x"_ba,
             "The password policy: at least 12 characters. Each token has a type => see below."_ba,
             "<label name=\"token\">The token's name</label><a name=\"token\">Tokens</a>"_ba,
             "<secret>\n  <keep/>\n</secret>"_ba,
             "a < b and token > c, x => y"_ba,
             "const f = token => token.text;"_ba,
             "code=404&message=not+found"_ba,
             "code=404, see grant_type=authorization_code"_ba,
             "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nclient_secret\r\n--b--\r\n"_ba,
             "The part Content-Disposition: form-data; name=\"token\" is missing.\nSee above.\n\nkeep"_ba,
             "see eyJhbGciOiJkaXIifQ... or eyJhbGciOiJkaXIifQ.. and keep"_ba,
             "secrets:\n  keep: 1\ntokens:\n  - keep: 2\ntoken:\n  \"kept\": 3\npassword:\nkeep: 4\n"_ba,
             "<key>token_type</key><string>Bearer</string><header>Password</header><p>keep</p>"_ba,
             "a &amp; b &lt; token &gt; keep &quot;token&quot; keep"_ba,
             "items:\n  - name: token_type\n    value: Bearer\n"_ba,
             R"({"url":"https://h:8443","mail":"a@b.example"})"_ba,
             R"({"all":"{\"url\":\"https://h\",\"mail\":\"a@b.example\"}"})"_ba,
             "{'url':'https://h','mail':'a@b.example'}"_ba,
             "<url>https://h</url><mail>a@b.example</mail>"_ba,
             "https://h?mail=a@b.example https://h#a@b https://h/a@b"_ba,
             "https://h:8443/a@b https://[::1]:x/a@b https://h:/a@b"_ba,
             R"({"url":"https://h:port/p","mail":"a@b.example"})"_ba,
             "x \"QmFzZTY0LXRleHQtdGhhdC1sb29rcy1sb2pXVDBuZw==\" keep"_ba,
         })
        QTest::addRow("R8 text %d", ++number) << text;
}

void TestRedactionPlaces::r8_readable()
{
    QFETCH(const QByteArray, text);
    QCOMPARE(Redactor().bytes(text), text);
}

void TestRedactionPlaces::r2_namesAroundWords()
{
    for (const QByteArrayView name :
         {"endpoint_password", "EndpointSecret", "token_endpoint_token", "oauth2ClientCredentialsSecret"})
        QVERIFY2(isSecretName(name), name.constData());
    for (const QByteArrayView name : {"token_endpoint", "token_endpoint_auth_methods_supported", "tokenEndpointUrl",
                                      "client_assertion_type", "subject_token_type", "refresh_token_expires_in"})
        QVERIFY2(!isSecretName(name), name.constData());
}

void TestRedactionPlaces::r3_beginningOfACutText()
{
    const Redactor redactor({Secret("hunter2hunter2"_ba)});
    const QByteArray text = "abc hunter2hunter2 def token=xyz&keep";
    QCOMPARE(redactor.beginning(text, 4), "abc "_ba);
    QCOMPARE(redactor.beginning(text, 5), "abc •••"_ba); // the secret begins in it
    QCOMPARE(redactor.beginning(text, 10), "abc •••"_ba);
    QCOMPARE(redactor.beginning(text, 20), "abc ••• d"_ba);
    QCOMPARE(redactor.beginning(text, 0), QByteArray());
    QCOMPARE(redactor.beginning(text, 1000), redactor.bytes(text));
}

void TestRedactionPlaces::r3_findsNoMoreThanTheText_data()
{
    QTest::addColumn<QByteArray>("text");
    constexpr qsizetype size = qsizetype(64) * 1024;
    int number = 0;
    for (const QByteArray &piece : {
             "\"token\":{"_ba,
             "\"token\":[\"token\":\""_ba,
             "Cookie:"_ba,
             "'Cookie:\\"_ba,
             "token=token:"_ba,
             "&token='"_ba,
             "token=\\\"token=\\'"_ba,
             "\"token\"=>{"_ba,
             "[token]=>"_ba,
             "<token>"_ba,
             "<token a='"_ba,
             "<token><![CDATA["_ba,
             "<a value=\"x\"name=\"token\" "_ba,
             "{\"value\":'x',\"name\":\"token\","_ba,
             "\"value\":{\"name\":\"token\","_ba,
             "token: |\n"_ba,
             "- token: >\n "_ba,
             "('token',"_ba,
             ",code=grant_type=&"_ba,
             "--b\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n"_ba,
             "Content-Disposition: form-data; name=\"token\""_ba,
             ">"_ba,
             "eyJeyJhbGciOiJ9."_ba,
             "a://"_ba,
             "'a+://@'"_ba,
             "://@"_ba,
         }) {
        QByteArray text = piece.repeated(size / piece.size());
        QTest::addRow("R3 hostile text %d", ++number) << text;
        // With encodings before it, each layer is looked through.
        QTest::addRow("R3 hostile text %d, encoded", number) << "%41%2541 \\\\\\\\ +" + text;
    }
}

void TestRedactionPlaces::r3_findsNoMoreThanTheText()
{
    QFETCH(const QByteArray, text);
    const QList<TextLayer> layers = textLayers(text);
    for (const TextLayer &layer : layers) {
        for (const QList<TextRange> &found : {namedSecrets(layer), namedSecrets(layer.bytes, true)}) {
            qsizetype done = 0;
            for (const TextRange &range : found) {
                QVERIFY(range.begin >= done && range.end > range.begin && range.end <= layer.bytes.size());
                done = range.end;
            }
        }
    }
    QVERIFY(!Redactor().bytes(text).isEmpty());
}

ACX_TEST_MAIN(TestRedactionPlaces)
#include "test_redaction_places.moc"
