// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explorer/target.h"

#include "app/http/encoding.h"
#include "app/http/http_message.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

tl::unexpected<Error> refusedTarget(const QString &sentence, const QString &nextStep)
{
    return fail(ErrorKind::InvalidInput, sentence, nextStep);
}

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Encodes what may not stand in a path or query (RFC 3986, section 3.3 and 3.4); a percent sign with two digits stays.
QByteArray encodedOnce(const QByteArray &typed)
{
    static constexpr QByteArrayView plain = "-._~!$&'()*+,;=:@/?";
    QByteArray encoded;
    encoded.reserve(typed.size());
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const char c = typed[i];
        const bool isLetterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        const bool isEscape = c == '%' && i + 2 < typed.size() && isHex(typed[i + 1]) && isHex(typed[i + 2]);
        if (isLetterOrDigit || isEscape || plain.contains(c))
            encoded += c;
        else
            encoded += '%' + QByteArray(1, c).toHex().toUpper();
    }
    return encoded;
}

/// The part of `url` after the path of `api`, if it lies below it.
QByteArray relativeTo(const QUrl &api, const QUrl &url)
{
    QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    QByteArray base = api.path(QUrl::FullyEncoded).toLatin1();
    while (base.endsWith('/'))
        base.chop(1);
    if (Origin::of(api) == Origin::of(url) && path.startsWith(base + '/'))
        path.remove(0, base.size());
    return path;
}

Result<Target> readUrl(const QString &typed, const QUrl &api)
{
    // Only host and port are read strictly: a backslash or an escape there could name a host that nobody meant.
    const qsizetype begin = typed.indexOf("://"_L1) + 3;
    const auto isEnd = [](QChar c) { return c == u'/' || c == u'?' || c == u'#'; };
    const qsizetype end = std::find_if(typed.cbegin() + begin, typed.cend(), isEnd) - typed.cbegin();
    const QUrl host(typed.left(end), QUrl::StrictMode);
    const QString step = QCoreApplication::translate("acx", "Write it as https://host/path.");
    if (!host.isValid() || host.host().isEmpty() || host.port() == 0)
        return refusedTarget(QCoreApplication::translate("acx", "The URL has no usable host."), step);
    if (QStringView(typed).mid(begin, end - begin).contains(u'@'))
        return refusedTarget(QCoreApplication::translate("acx", "The URL holds a user name or password."), step);
    if (host.scheme() != "https"_L1 && host.scheme() != "http"_L1)
        return refusedTarget(QCoreApplication::translate("acx", "Only https URLs can be called."), step);
    if (host.scheme() == "http"_L1 && !isLoopbackHost(host.host()))
        return refusedTarget(
            QCoreApplication::translate(
                "acx", "Without https anyone on the way could read along. Plain http is only for this computer."),
            step);
    // A fragment is never sent.
    const QByteArray rest = encodedOnce(typed.mid(end).section(u'#', 0, 0).toUtf8());
    Target target;
    target.url = withPath(host, rest.isEmpty() || rest.startsWith('?') ? '/' + rest : rest);
    target.path = relativeTo(api, target.url);
    return target;
}

} // namespace

Result<Target> readTarget(const QString &typed, const QUrl &api)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return refusedTarget(QCoreApplication::translate("acx", "There is no path."),
                             QCoreApplication::translate("acx", "Give a path such as /api/orgs, or a whole URL."));
    if (hasControlCharacters(text.toUtf8()))
        return refusedTarget(QCoreApplication::translate("acx", "The path holds a control character."),
                             QCoreApplication::translate("acx", "Write it percent-encoded, for example %0A."));
    static const QRegularExpression scheme(u"^[A-Za-z][A-Za-z0-9+.-]*://"_s);
    if (scheme.match(text).hasMatch())
        return readUrl(text, api);
    if (text.contains(u'#'))
        return refusedTarget(QCoreApplication::translate("acx", "The path holds a #, which is never sent."),
                             QCoreApplication::translate("acx", "Write %23 if it belongs to a name."));
    if (api.host().isEmpty())
        return refusedTarget(
            QCoreApplication::translate("acx", "This profile has no API host."),
            QCoreApplication::translate("acx", "Enter the API host in the profile, or give a whole URL."));
    Target target;
    target.isPath = true;
    target.path = encodedOnce(text.toUtf8());
    if (!target.path.startsWith('/'))
        target.path.prepend('/');
    target.url = withPath(api, target.path);
    return target;
}

} // namespace acx
