// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/look_alikes.h"

using namespace Qt::StringLiterals;

namespace acx {
namespace {

constexpr auto Same = Likeness::Same;
constexpr auto Other = Likeness::Other;
constexpr auto Refused = Likeness::Refused;

QList<LookAlike> ofTheName()
{
    const QString origin = u"https://api.acme.test"_s;
    return {
        {"L3 itself", origin, u"https://api.acme.test/x"_s, Same},
        {"L3 suffix of an evil host", origin, u"https://api.acme.test.evil.test/x"_s, Other},
        {"L3 evil prefix", origin, u"https://evilapi.acme.test/x"_s, Other},
        {"L3 evil prefix with a hyphen", origin, u"https://evil-api.acme.test/x"_s, Other},
        {"L3 hyphen for a dot", origin, u"https://api-acme.test/x"_s, Other},
        {"L3 dot left out", origin, u"https://apiacme.test/x"_s, Other},
        {"L3 subdomain", origin, u"https://eu.api.acme.test/x"_s, Other},
        {"L3 parent", origin, u"https://acme.test/x"_s, Other},
        {"L3 sibling", origin, u"https://iam.acme.test/x"_s, Other},
        {"L3 other top level", origin, u"https://api.acme.example/x"_s, Other},
        {"L3 user info", origin, u"https://api.acme.test@evil.test/x"_s, Refused},
        {"L3 user info at the host itself", origin, u"https://me@api.acme.test/x"_s, Refused},
        {"L3 user info with a port", origin, u"https://api.acme.test:443@evil.test/x"_s, Refused},
        {"L3 two at signs", origin, u"https://a@api.acme.test@evil.test/x"_s, Refused},
        {"L3 encoded at sign", origin, u"https://api.acme.test%40evil.test/x"_s, Refused},
        {"L3 fragment", origin, u"https://evil.test/#@api.acme.test/x"_s, Other},
        {"L3 fragment without a path", origin, u"https://evil.test#@api.acme.test/x"_s, Other},
        {"L3 query", origin, u"https://evil.test/?https://api.acme.test/x"_s, Other},
        {"L3 query without a path", origin, u"https://evil.test?@api.acme.test/x"_s, Other},
        {"L3 host in the path", origin, u"https://evil.test/api.acme.test/x"_s, Other},
        {"L3 at sign in the path", origin, u"https://evil.test/@api.acme.test/x"_s, Other},
        {"L3 backslash before an at sign", origin, u"https://evil.test\\@api.acme.test/x"_s, Refused},
        {"L3 backslash after the host", origin, u"https://api.acme.test\\.evil.test/x"_s, Refused},
        {"L3 encoded slash in the host", origin, u"https://api.acme.test%2f.evil.test/x"_s, Refused},
        {"L3 encoded dot of an evil host", origin, u"https://api.acme.test%2eevil.test/x"_s, Other},
        {"L3 trailing dot", origin, u"https://api.acme.test./x"_s, Same},
        {"L3 trailing dot of an evil host", origin, u"https://api.acme.test.evil.test./x"_s, Other},
        {"L3 two trailing dots", origin, u"https://api.acme.test../x"_s, Refused},
        {"L3 leading dot", origin, u"https://.api.acme.test/x"_s, Refused},
        {"L3 two dots", origin, u"https://api..acme.test/x"_s, Refused},
        {"L3 upper case", origin, u"HTTPS://API.ACME.TEST/x"_s, Same},
        {"L3 mixed case of an evil host", origin, u"https://Api.Acme.Test.Evil.Test/x"_s, Other},
        {"L3 default port", origin, u"https://api.acme.test:443/x"_s, Same},
        {"L3 default port with noughts", origin, u"https://api.acme.test:00443/x"_s, Same},
        {"L3 empty port", origin, u"https://api.acme.test:/x"_s, Same},
        {"L3 other port", origin, u"https://api.acme.test:8443/x"_s, Other},
        {"L3 port of plain http", origin, u"https://api.acme.test:80/x"_s, Other},
        {"L3 port too large", origin, u"https://api.acme.test:65979/x"_s, Refused}, // 443 + 65536
        {"L3 port with a sign", origin, u"https://api.acme.test:-443/x"_s, Refused},
        {"L3 plain http", origin, u"http://api.acme.test/x"_s, Refused},
        {"L3 plain http at port 443", origin, u"http://api.acme.test:443/x"_s, Refused},
        {"L3 other scheme", origin, u"ftp://api.acme.test/x"_s, Refused},
        {"L3 no scheme", origin, u"//api.acme.test/x"_s, Refused},
        {"L3 three slashes", origin, u"https:///api.acme.test/x"_s, Refused},
        {"L3 blank in the host", origin, u"https://api.acme.test .evil.test/x"_s, Refused},
        {"L3 encoded NUL in the host", origin, u"https://api.acme.test%00.evil.test/x"_s, Refused},
        {"L3 encoded line end in the host", origin, u"https://api.acme.test%0d%0a.evil.test/x"_s, Refused},
    };
}

QList<LookAlike> ofOtherScripts()
{
    const QString origin = u"https://api.acme.test"_s;
    const QString umlaut = u"https://b\u00fccher.test"_s;
    return {
        {"L3 Cyrillic letter", origin, u"https://\u0430pi.acme.test/x"_s, Other},
        {"L3 Cyrillic letter in punycode", origin, u"https://xn--pi-6kc.acme.test/x"_s, Other},
        {"L3 dotless i", origin, u"https://ap\u0131.acme.test/x"_s, Other},
        {"L3 combining mark", origin, u"https://api\u0301.acme.test/x"_s, Other},
        {"L3 fullwidth letter", origin, u"https://\uff41pi.acme.test/x"_s, Same},
        {"L3 ideographic full stop", origin, u"https://api\u3002acme\u3002test/x"_s, Same},
        {"L3 fraction slash", origin, u"https://api.acme.test\u2044x.evil.test/x"_s, Other},
        {"L3 division slash", origin, u"https://api.acme.test\u2215x.evil.test/x"_s, Other},
        {"L3 account of", origin, u"https://api.acme.test\u2100.evil.test/x"_s, Refused}, // decomposes to a/c
        {"L3 right-to-left override", origin, u"https://\u202eapi.acme.test/x"_s, Refused},
        {"L3 umlaut in punycode", umlaut, u"https://xn--bcher-kva.test/x"_s, Same},
        {"L3 umlaut in upper case", umlaut, u"https://B\u00dcCHER.test/x"_s, Same},
        {"L3 umlaut as two characters", umlaut, u"https://bu\u0308cher.test/x"_s, Same},
        {"L3 umlaut left out", umlaut, u"https://bucher.test/x"_s, Other},
    };
}

QList<LookAlike> ofAddresses()
{
    const QString four = u"https://192.0.2.7"_s;
    const QString six = u"https://[2001:db8::1]"_s;
    const QString local = u"http://127.0.0.1:8123"_s;
    return {
        {"L3 decimal address", four, u"https://3221225991/x"_s, Same},
        {"L3 octal address", four, u"https://0300.0.02.07/x"_s, Same},
        {"L3 hexadecimal address", four, u"https://0xc0.0x0.0x2.0x7/x"_s, Same},
        {"L3 octal for decimal", u"https://10.0.0.1"_s, u"https://012.0.0.1/x"_s, Same},
        {"L3 digits that only look decimal", u"https://12.0.0.1"_s, u"https://012.0.0.1/x"_s, Other},
        {"L3 neighbour", four, u"https://192.0.2.70/x"_s, Other},
        {"L3 address as a name", four, u"https://192.0.2.7.evil.test/x"_s, Other},
        {"L3 IPv6 written out", six, u"https://[2001:0db8:0:0:0:0:0:1]/x"_s, Same},
        {"L3 IPv6 in upper case", six, u"https://[2001:DB8::1]/x"_s, Same},
        {"L3 IPv6 with its port", six, u"https://[2001:db8::1]:443/x"_s, Same},
        {"L3 IPv6 neighbour", six, u"https://[2001:db8::11]/x"_s, Other},
        {"L3 IPv6 without brackets", six, u"https://2001:db8::1/x"_s, Refused},
        {"L3 IPv6 unclosed", six, u"https://[2001:db8::1/x"_s, Refused},
        {"L3 IPv4 in IPv6", four, u"https://[::ffff:192.0.2.7]/x"_s, Other},
        {"L3 other name of this computer", local, u"http://localhost:8123/x"_s, Other},
        {"L3 other address of this computer", local, u"http://127.0.0.2:8123/x"_s, Other},
        {"L3 other port of this computer", local, u"http://127.0.0.1:8124/x"_s, Other},
        {"L3 this computer in IPv6", local, u"http://[::1]:8123/x"_s, Other},
        {"L3 this computer with https", local, u"https://127.0.0.1:8123/x"_s, Other},
        {"L3 this computer as a name", local, u"http://127.0.0.1.evil.test:8123/x"_s, Refused},
        {"L3 localhost as a name", local, u"http://localhost.evil.test:8123/x"_s, Refused},
    };
}

} // namespace

const QList<LookAlike> &lookAlikes()
{
    static const QList<LookAlike> all = ofTheName() + ofOtherScripts() + ofAddresses();
    return all;
}

} // namespace acx
