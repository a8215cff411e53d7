// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/request_check.h"

#include "app/http/encoding.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {
namespace {

struct RequestText
{
    Q_DECLARE_TR_FUNCTIONS(acx)
};

// RFC 9110, section 5.6.2.
bool isToken(QByteArrayView text)
{
    static constexpr QByteArrayView marks("!#$%&'*+-.^_`|~");
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || marks.contains(c);
    });
}

bool isSafeValue(QByteArray value)
{
    return !hasControlCharacters(value.replace('\t', ' '));
}

bool holdsEncodedBreak(const QUrl &url)
{
    const QByteArray wire = url.toEncoded(QUrl::RemoveFragment).toUpper();
    return wire.contains("%0D") || wire.contains("%0A") || wire.contains("%00") || hasControlCharacters(wire);
}

/// The part of the path that Qt drops when it sends the URL: 6.4 takes "." and one more character for a dot segment,
/// and another resource would be asked for.
QString lostSegment(const QUrl &url)
{
    static const QRegularExpression dotAndOne(u"/(\\.[^/.])(?=/)"_s);
    const QString sent = url.adjusted(QUrl::NormalizePathSegments).path() + u'/';
    QRegularExpressionMatchIterator matches = dotAndOne.globalMatch(url.path());
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (!sent.contains(match.captured(0) + u'/'))
            return match.captured(1);
    }
    return {};
}

Status checkHeader(QByteArrayView name, const QByteArray &value)
{
    if (!isToken(name))
        return fail(ErrorKind::InvalidInput,
                    RequestText::tr("A header name holds characters that no header name may hold."),
                    RequestText::tr("Use letters, digits and hyphens."));
    const QString shown = QString::fromLatin1(name);
    if (!isSafeValue(value))
        return fail(
            ErrorKind::InvalidInput,
            RequestText::tr("The value of the header %1 holds a line break or another control character.").arg(shown),
            RequestText::tr("Remove it and send again."));
    // The first three are set by the transport; the last one is for the proxy and comes from the settings.
    for (const QByteArrayView reserved : {"Host", "Content-Length", "Transfer-Encoding", "Proxy-Authorization"}) {
        if (name.compare(reserved, Qt::CaseInsensitive) == 0)
            return fail(ErrorKind::InvalidInput,
                        RequestText::tr("The header %1 is set by this program and cannot be given.").arg(shown),
                        RequestText::tr("Remove it and send again."));
    }
    return {};
}

} // namespace

Status checkTarget(const QUrl &url)
{
    if (!url.isValid() || url.isRelative() || url.host().isEmpty())
        return fail(ErrorKind::InvalidInput, RequestText::tr("This is not a complete URL."),
                    RequestText::tr("Give one that begins with https:// and a host name."));
    const QString scheme = url.scheme().toLower();
    if (scheme != "https"_L1 && scheme != "http"_L1)
        return fail(ErrorKind::InvalidInput,
                    RequestText::tr("Addresses that begin with %1: are not called.").arg(scheme),
                    RequestText::tr("Give one that begins with https://."));
    if (scheme == "http"_L1 && !isLoopbackHost(url.host()))
        return fail(
            ErrorKind::InvalidInput,
            RequestText::tr("Plain http to %1 is refused: everybody on the way could read along.").arg(url.host()),
            RequestText::tr("Use https. Plain http is possible only to this computer itself."));
    if (!url.userInfo().isEmpty())
        return fail(ErrorKind::InvalidInput,
                    RequestText::tr("The URL of %1 holds a user name or password.").arg(url.host()),
                    RequestText::tr("Remove the part before the @."));
    if (holdsEncodedBreak(url))
        return fail(ErrorKind::InvalidInput,
                    RequestText::tr("The URL of %1 holds a line break or a NUL character.").arg(url.host()),
                    RequestText::tr("Remove it and send again."));
    if (const QString lost = lostSegment(url); !lost.isEmpty())
        return fail(
            ErrorKind::InvalidInput,
            RequestText::tr("The path holds “%1” between two slashes, which this program cannot send.").arg(lost),
            RequestText::tr("Use another name for it."));
    return {};
}

Status checkProxyHost(const QString &host)
{
    if (!hasControlCharacters(host.toUtf8()))
        return {};
    return fail(ErrorKind::InvalidInput,
                RequestText::tr("The name of the proxy holds a line break or another control character."),
                RequestText::tr("Check the proxy settings."));
}

Status checkRequest(const HttpRequest &request)
{
    if (!isToken(request.method))
        return fail(ErrorKind::InvalidInput, RequestText::tr("The method holds characters that no method may hold."),
                    RequestText::tr("Use one such as GET, POST, PUT, PATCH or DELETE."));
    if (Status target = checkTarget(request.url); !target)
        return target;
    for (const HttpHeader &header : request.headers) {
        if (Status fine = checkHeader(header.name, header.value); !fine)
            return fine;
    }
    for (const auto &[name, secret] : request.secretHeaders) {
        if (Status fine = checkHeader(name, secret.reveal()); !fine)
            return fine;
    }
    if (request.bearer && !isSafeValue(request.bearer->reveal()))
        return fail(ErrorKind::InvalidInput,
                    RequestText::tr("The token holds a line break or another control character."),
                    RequestText::tr("Get a new one."));
    return {};
}

} // namespace acx
